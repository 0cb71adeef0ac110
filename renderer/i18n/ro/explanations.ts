import type { explanations as explanationsEn } from '../en/explanations.ts';
import type { Romanian } from '../texts.ts';
import { explanationTexts } from '../explanation-texts.ts';
import { skatteverketExplanations } from './explanations-skatteverket.ts';

const signInAgain = 'Parcurgeți-le în această ordine, apoi autentificați-vă din nou.';
const tryAgain = 'Parcurgeți-le în această ordine, apoi încercați din nou.';
const sendAgain = 'Parcurgeți-le în această ordine, apoi trimiteți din nou.';

const noToken = {
  is: 'Tokenul USB nu este introdus sau îi lipsește driverul.',
  cure: 'Introduceți tokenul USB înainte de autentificare, instalați driverul producătorului și verificați în programul tokenului că certificatul este văzut.',
};
const wrongOfSeveral = {
  is: 'A fost ales alt certificat decât cel înregistrat în SPV.',
  cure: 'Alegeți după numărul de serie și data expirării: un certificat mai vechi al aceluiași titular are același nume.',
};
const ended = {
  is: 'Certificatul a expirat.',
  cure: 'Reînnoiți-l la emitent, înregistrați-l pe cel nou la https://www.anaf.ro/reinnoire/ și alegeți-l aici pe cel nou.',
};
const renewed = {
  is: 'Certificatul a fost reînnoit, iar ANAF nu îl recunoaște încă pe cel nou.',
  cure: 'Înregistrați-l la https://www.anaf.ro/reinnoire/. Recunoașterea lui de către ANAF poate dura până la 24 de ore.',
};
const noRole = {
  is: 'Titularul certificatului nu are rolul SPV PJ (persoană juridică).',
  cure: 'Autentificați-vă în SPV cu același certificat și verificați drepturile. Dacă rolul lipsește, cereți-l prin formularul 150.',
};
const neverAsked = {
  is: 'Browserul nu a cerut niciun certificat: ține minte o alegere anterioară.',
  cure: 'Închideți toate ferestrele browserului, inclusiv procesele din fundal, și încercați din nou sau folosiți o fereastră privată.',
};
const firefox = {
  is: 'Browserul este Firefox, care are nevoie de modulul PKCS#11 al tokenului și poate refuza modul de lucru al serverului ANAF.',
  cure: 'Folosiți Chrome sau Edge ori autentificați-vă în fereastra Taxpass.',
};
const cookies = {
  is: 'Browserul blochează cookie-urile sau le păstrează pe cele de la o încercare anterioară.',
  cure: 'Permiteți cookie-urile de la logincert.anaf.ro, ștergeți-le pe cele vechi și încercați din nou.',
};
const mistyped = {
  is: 'Client ID sau Client Secret este scris greșit sau incomplet.',
  cure: 'Copiați-le din nou din „Client ID-uri OAuth existente”, fără spații la capete.',
};
const deleted = {
  is: 'Aplicația a fost ștearsă din „Profil OAuth”: niciun cont cu ea nu mai funcționează.',
  cure: 'Înrolați-o din nou, introduceți aici cheile noi și autentificați-vă din nou cu fiecare cont.',
};
const codeLate = {
  is: 'Între pagina ANAF și schimbul codului au trecut mai mult de 60 de secunde: atât este valabil codul ANAF, apoi conexiunea este resetată.',
  cure: 'Luați-o de la capăt și, dacă lipiți adresa, faceți-o imediat.',
};
const tokenEnded = {
  is: 'Tokenul de acces a expirat.',
  cure: 'Prelungiți tokenul contului; pentru aceasta nu este nevoie de certificat.',
};
const wrongPath = {
  is: 'Adresa este greșită: partea /prod/FCTEL/rest/ sau /test/FCTEL/rest/ lipsește sau este scrisă greșit.',
  cure: 'Porniți de la unul dintre exemple sau comparați adresa literă cu literă cu documentația ANAF.',
};
const notTicked = {
  is: 'Aplicația a fost înrolată fără acest serviciu („Serviciu”): E-Factura și E-Transport se bifează separat.',
  cure: 'Verificați rolurile tokenului la „Conținut”. Bifați serviciul în „Profil OAuth”, apoi autentificați-vă din nou pentru un token care îl are.',
};
const atItsGateway = {
  is: 'Ceva din adresă, din headere sau din corpul cererii i s-a părut un atac.',
  cure: 'Verificați să nu fie caractere nepotrivite în adresă sau scripturi în corpul cererii. Comunicați la ANAF codul „support ID” din pagina afișată, dacă există.',
};
const maintenance = {
  is: 'Serviciul este în mentenanță sau nu funcționează.',
  cure: 'Încercați din nou peste câteva minute; întreruperile mai lungi sunt anunțate pe pagina ANAF.',
};

/** The explanations that the profiles' error rows name. */
export const explanations: Romanian<typeof explanationsEn> = {
  ...explanationTexts({
    'anaf-access-denied': {
      what: 'ANAF nu a permis accesul cu acest certificat.',
      causes: {
        'no-token': noToken,
        'wrong-of-several': wrongOfSeveral,
        ended,
        renewed,
        'no-role': noRole,
        'never-asked': neverAsked,
        firefox,
        cookies,
      },
      now: signInAgain,
    },
    'anaf-not-finished': {
      what: 'Autentificarea la ANAF nu s-a încheiat la timp.',
      causes: {
        'never-asked': neverAsked,
        'no-token': noToken,
        firefox,
        cookies,
        'hung-handshake': {
          is: 'Certificatul este în cloud, iar confirmarea pe telefon nu a fost dată sau s-a blocat.',
          cure: 'Țineți telefonul la îndemână și confirmați imediat; dacă nu apare nimic, anulați și începeți din nou.',
        },
      },
      now: signInAgain,
    },
    'anaf-invalid-client': {
      what: 'ANAF nu acceptă aplicația.',
      causes: {
        mistyped,
        deleted,
        'other-flow': {
          is: 'Cheile sunt ale altei autorități sau ale altui program.',
          cure: 'Luați-le pe cele afișate în „Client ID-uri OAuth existente” în dreptul denumirii acestei aplicații.',
        },
      },
      now: tryAgain,
    },
    'anaf-redirect-uri': {
      what: 'ANAF nu acceptă acest Callback URL.',
      causes: {
        differs: {
          is: 'Nu este, caracter cu caracter, unul dintre cele înregistrate în pagina ANAF „Profil OAuth”: literele mari și mici, portul și bara oblică de la sfârșit contează.',
          cure: 'Comparați-le. Modificați aplicația aici sau înregistrați acolo acest Callback URL.',
        },
        mistyped: {
          is: 'Client ID este al altei aplicații, care are alte Callback URL-uri.',
          cure: 'Comparați Client ID cu cel din „Client ID-uri OAuth existente”.',
        },
      },
      now: signInAgain,
    },
    'anaf-request-form': {
      what: 'ANAF nu acceptă forma acestei cereri.',
      causes: {
        changed: {
          is: 'ANAF și-a modificat interfața sau această versiune de Taxpass are o eroare.',
          cure: 'Căutați o versiune mai nouă. Dacă nu există, raportați problema cu detaliile de mai jos.',
        },
      },
      now: 'În cont nu s-a schimbat nimic.',
    },
    'anaf-session-ended': {
      what: 'ANAF a închis autentificarea pe parcurs.',
      causes: {
        slow: {
          is: 'A trecut prea mult timp între două pagini.',
          cure: 'Începeți din nou și alegeți certificatul fără pauze lungi.',
        },
        'no-token': {
          is: 'Nu a ajuns niciun certificat: tokenul USB nu era introdus sau nu i s-a dat PIN-ul.',
          cure: noToken.cure,
        },
        cookies,
      },
      now: signInAgain,
    },
    'anaf-refresh-ended': {
      what: 'Tokenul de reîmprospătare nu mai funcționează.',
      causes: {
        'used-elsewhere': {
          is: 'L-a folosit alt program: fiecare folosire îl înlocuiește.',
          cure: 'Lăsați un singur program să prelungească tokenul acestui cont.',
        },
        'past-end': { is: 'A expirat.', cure: 'De acum prelungiți mai devreme sau lăsați Taxpass să o facă.' },
        deleted,
      },
      now: 'Autentificați-vă din nou cu certificatul.',
    },
    'anaf-code-spent': {
      what: 'Codul de autorizare nu mai era valabil.',
      causes: {
        'code-late': { is: 'Codul ANAF este valabil 60 de secunde și o singură dată.', cure: codeLate.cure },
        'used-elsewhere': {
          is: 'L-a folosit alt program sau o pagină de la Callback URL.',
          cure: 'Lipiți adresa numai aici.',
        },
      },
      now: 'Autentificați-vă din nou.',
    },
    'anaf-code-late': {
      what: 'ANAF a întrerupt conexiunea în loc să dea un token.',
      causes: {
        'code-late': codeLate,
        network: {
          is: 'Conexiunea s-a întrerupt de la sine.',
          cure: 'Verificați rețeaua; un cod trimis o dată nu mai poate fi trimis din nou.',
        },
      },
      now: 'Autentificați-vă din nou.',
    },
    'anaf-portal-page': {
      what: 'ANAF a răspuns cu o pagină a portalului în loc de date.',
      causes: {
        maintenance,
        'wrong-path': {
          is: 'La această adresă nu există niciun serviciu, iar cererea s-a oprit la intrare.',
          cure: wrongPath.cure,
        },
      },
      now: 'Încercați din nou peste câteva minute.',
    },
    'anaf-255': {
      what: 'ANAF a refuzat pentru că s-au cerut mai multe tokenuri în același timp (eroarea 255).',
      causes: {
        'used-elsewhere': {
          is: 'Alt program sau alt calculator se autentifică acum cu același certificat.',
          cure: 'Așteptați să se încheie și autentificați-vă dintr-un singur program.',
        },
        pressed: {
          is: 'O pagină ANAF a fost trimisă de două ori sau v-ați autentificat din nou prea repede.',
          cure: 'Așteptați un minut înainte de o nouă încercare.',
        },
      },
      now: 'Așteptați un minut, apoi încercați din nou.',
    },
    'anaf-rate': {
      what: 'Prea multe apeluri.',
      causes: {
        minute: {
          is: 'ANAF acceptă cel mult 1.000 de apeluri pe minut (100 după documentația mai veche), din toate programele la un loc.',
          cure: 'Așteptați un minut. Cine continuă fără să țină seama poate fi blocat.',
        },
      },
      now: 'Așteptați și trimiteți din nou.',
    },
    'anaf-day-limit': {
      what: 'Limita zilnică ANAF a fost atinsă.',
      causes: {
        'day-limit': {
          is: 'Într-o zi sunt permise, pentru fiecare firmă, 1.500 de liste simple, 100.000 de pagini din lista paginată și 1.000 de mesaje ale cumpărătorului (RASP); pentru fiecare mesaj, 100 de interogări de stare și 10 descărcări.',
          cure: 'Păstrați ce ați descărcat în loc să cereți din nou și căutați programul care cere prea des.',
        },
      },
      now: 'Trimiteți din nou după miezul nopții, ora României. Cine continuă fără să țină seama poate fi blocat.',
    },
    'anaf-no-messages': {
      what: 'Nu există mesaje.',
      causes: {
        none: {
          is: 'Nu este o eroare: tokenul și drepturile sunt bune, iar ANAF nu are mesaje pentru această firmă în zilele cerute.',
          cure: 'Cereți mai multe zile (cel mult 60) sau altă firmă.',
        },
      },
      now: 'Nu este nimic de remediat.',
    },
    'anaf-no-right': {
      what: 'Titularul certificatului nu are drept în SPV pentru această firmă.',
      causes: {
        'wrong-cif': {
          is: 'CUI/CIF-ul este scris greșit sau este al altei firme.',
          cure: 'Verificați-l; se scrie fără RO.',
        },
        renewed: {
          is: 'Certificatul a fost reînnoit: SPV leagă drepturile de numărul de serie al certificatului, iar cel nou nu are încă niciunul.',
          cure: renewed.cure,
        },
        'no-role': {
          is: 'Titularul nu a primit niciodată drept pentru această firmă sau dreptul i-a fost retras.',
          cure: 'Verificați drepturile în SPV cu același certificat; dacă lipsesc, depuneți formularul 150 pentru firmă.',
        },
        'wrong-of-several': {
          is: 'Tokenul aparține altui certificat decât credeți.',
          cure: 'Comparați numărul de serie de la „Conținut” cu cel al certificatului.',
        },
      },
      now: 'Tokenul în sine este bun: verificați cauzele în această ordine, apoi trimiteți din nou.',
    },
    'anaf-token-invalid': {
      what: 'API-ul nu acceptă tokenul de acces.',
      causes: {
        'token-ended': tokenEnded,
        deleted,
        blocked: {
          is: 'ANAF a blocat tokenul sau s-au schimbat drepturile din spatele lui.',
          cure: 'Autentificați-vă din nou cu certificatul.',
        },
      },
      now: 'Prelungiți tokenul și trimiteți din nou.',
    },
    'anaf-forbidden': {
      what: 'ANAF nu permite acest apel.',
      causes: { 'wrong-path': wrongPath, 'not-ticked': notTicked },
      now: sendAgain,
    },
    'anaf-not-served': {
      what: 'La această adresă nu este nimic.',
      causes: {
        'wrong-path': wrongPath,
        'only-production': {
          is: 'Unele servicii, de exemplu validarea și transformarea în PDF, există numai sub /prod/.',
          cure: 'Trimiteți la /prod/; niciunul dintre cele două nu modifică nimic.',
        },
      },
      now: sendAgain,
    },
    'anaf-bad-request': {
      what: 'ANAF nu acceptă această cerere așa cum este.',
      causes: {
        parameter: {
          is: 'Un parametru lipsește, este gol sau nepermis; câmpul „message” din răspuns spune care.',
          cure: 'Completați toți parametrii adresei: cif fără RO, zile de la 1 la 60.',
        },
        clock: {
          is: 'Un moment este în viitor sau prea departe în trecut: ANAF îl judecă după ceasul propriu și contează și o secundă.',
          cure: 'La lista paginată, încheiați intervalul cu un minut înainte de ora curentă și începeți cu cel mult 60 de zile în urmă.',
        },
      },
      now: sendAgain,
    },
    'anaf-too-large': {
      what: 'Documentul este prea mare.',
      causes: {
        size: {
          is: 'ANAF acceptă cel mult 10 MB (5 MB după documentația mai veche).',
          cure: 'Micșorați atașamentele sau renunțați la ele.',
        },
      },
      now: 'Remediați, apoi trimiteți din nou.',
    },
    'anaf-document-refused': {
      what: 'ANAF a citit documentul și îl refuză.',
      causes: {
        content: {
          is: 'Conținutul încalcă regulile; răspunsul de mai jos le enumeră pe rând.',
          cure: 'Corectați documentul în programul care l-a creat și validați-l înainte de a-l trimite din nou.',
        },
        standard: {
          is: 'Documentul este de alt tip decât spune adresa (UBL, CN, CII, RASP).',
          cure: 'Comparați parametrul „standard” cu documentul.',
        },
      },
      now: 'Tokenul și drepturile sunt bune. Un document refuzat nu se consideră transmis.',
    },
    'anaf-said-no': {
      what: 'API-ul ANAF refuză apelul cu un mesaj propriu.',
      causes: {
        parameter: {
          is: 'Un parametru are o valoare neacceptată; „eroare” din răspunsul de mai jos spune care.',
          cure: 'Verificați: cif fără RO, zile de la 1 la 60, filtru unul dintre E, T, P și R.',
        },
      },
      now: 'Tokenul în sine este bun: corectați adresa, apoi trimiteți din nou.',
    },
    'anaf-server-trouble': {
      what: 'Eroare la serverul ANAF.',
      causes: {
        maintenance,
        busy: {
          is: 'Este supraîncărcat, cum se întâmplă în preajma datei de 25 a lunii.',
          cure: 'Încercați mai târziu. Un document încărcat poate să fi ajuns totuși: verificați-i starea înainte de a-l trimite a doua oară.',
        },
      },
      now: 'Încercați din nou. Dacă era în curs o autentificare, luați-o de la capăt: codul ei s-a consumat.',
    },
    'anaf-blocked': {
      what: 'Firewallul ANAF a oprit cererea.',
      causes: {
        request: atItsGateway,
        'too-often': {
          is: 'Din această rețea au venit prea multe cereri într-un timp scurt.',
          cure: 'Așteptați câteva minute; întrebați administratorul rețelei dacă alt program trimite fără pauză.',
        },
      },
      now: tryAgain,
    },
    'anaf-token-not-jwt': {
      what: 'ANAF a dat un token opac în loc de un JWT.',
      causes: {
        changed: {
          is: 'Tipul JWT a fost cerut la ambele adrese, dar răspunsul a fost o simplă referință.',
          cure: 'Dacă situația durează, comunicați asistenței ANAF detaliile de mai jos.',
        },
      },
      now: 'Autentificați-vă din nou.',
    },
  }),
  ...skatteverketExplanations,
};
