import type { skatteverketExplanations as skatteverketExplanationsEn } from '../en/explanations-skatteverket.ts';
import type { Romanian } from '../texts.ts';
import { explanationTexts } from '../explanation-texts.ts';

const tryAgain = 'Parcurgeți-le în această ordine, apoi încercați din nou.';
const sendAgain = 'Parcurgeți-le în această ordine, apoi trimiteți din nou.';

const swapped = {
  is: 'Cele două perechi de chei sunt inversate: acesta este Client ID-ul perechii APIgw.',
  cure: 'Apăsați „Inversează cele două perechi” în aplicație.',
};
const otherEnvironment = {
  is: 'Cheile sunt ale celuilalt mediu: testul și producția au chei proprii.',
  cure: 'Luați cheile mediului aplicației sau schimbați mediul aplicației.',
};
const mistyped = {
  is: 'Este scris greșit sau incomplet.',
  cure: 'Copiați-l din nou din scrisoarea marcată OAuth2, fără spații la capete.',
};
const secretReplaced = {
  is: 'Skatteverket a trimis un secret mai nou, iar cel vechi nu mai este valabil.',
  cure: 'Luați secretul din cea mai nouă scrisoare; în producție, o jumătate vine prin SMS.',
};
const scopeMistyped = {
  is: 'Un scope este scris greșit; unele au o ortografie neobișnuită, de exemplu agdredovisningperiod.',
  cure: 'Comparați scope-urile literă cu literă cu descrierea serviciului.',
};
const notOrdered = {
  is: 'Înregistrarea nu cuprinde acest serviciu.',
  cure: 'Comandați-l la Skatteverket pentru acest Client ID.',
};
const tokenEnded = { is: 'A expirat: este valabil o oră.', cure: 'Obțineți un token de acces nou.' };

/** The explanations that the error rows of Skatteverket's profiles name. */
export const skatteverketExplanations: Romanian<typeof skatteverketExplanationsEn> = explanationTexts({
  'skv-certificate-refused': {
    what: 'Skatteverket nu acceptă certificatul.',
    causes: {
      ended: { is: 'Certificatul a expirat.', cure: 'Comandați unul nou la Expisoft și importați-l.' },
      'other-environment': {
        is: 'Aparține celuilalt mediu: certificatele de test sunt bune numai în test, celelalte numai în producție.',
        cure: 'Alegeți un certificat din mediul aplicației.',
      },
      'wrong-of-several': {
        is: 'Este unul mai vechi al aceleiași organizații, blocat între timp.',
        cure: 'Alegeți după numărul de serie și data expirării.',
      },
      'not-yet': {
        is: 'Nu este încă valabil.',
        cure: 'Verificați prima zi de valabilitate și ceasul acestui calculator.',
      },
      'bound-to-another': {
        is: 'Cheile sunt legate de alt certificat („utpekad”) sau de cel al altei organizații.',
        cure: 'Folosiți certificatul indicat în înregistrare.',
      },
    },
    now: tryAgain,
  },
  'skv-client-id-unknown': {
    what: 'Skatteverket nu cunoaște Client ID-ul OAuth2.',
    causes: { mistyped, swapped, 'other-environment': otherEnvironment },
    now: tryAgain,
  },
  'skv-client-secret-wrong': {
    what: 'Client Secret OAuth2 este greșit.',
    causes: {
      mistyped: {
        is: 'Este scris greșit sau a fost introdusă numai o jumătate.',
        cure: 'Introduceți din nou secretul marcat OAuth2.',
      },
      swapped: { is: 'Este secretul perechii APIgw.', cure: swapped.cure },
      replaced: secretReplaced,
    },
    now: tryAgain,
  },
  'skv-keys-for-another-flow': {
    what: 'Cheile sunt făcute pentru alt mod de autentificare.',
    causes: {
      'other-flow': {
        is: 'Skatteverket leagă fiecare pereche de chei de un singur mod (certificat de organizație, e-ID sau sistem), iar acestea sunt ale altuia.',
        cure: 'Luați cheile pentru acest mod sau comandați-le; modul fiecărui API este în descrierea lui. Dacă sunt pentru autentificarea cu certificat de organizație, alegeți în schimb „Autentificare la Skatteverket…”.',
      },
      'other-environment': otherEnvironment,
    },
    now: 'Introduceți acele chei în aplicație, apoi încercați din nou.',
  },
  'skv-registration-fault': {
    what: 'Înregistrarea de la Skatteverket are o eroare.',
    causes: {
      registration: {
        is: 'Serverul Skatteverket ia autentificarea drept una cu parolă (ROPC), ceea ce nu este.',
        cure: 'Numai Skatteverket o poate corecta: trimiteți detaliile de mai jos asistenței pentru dezvoltatori.',
      },
    },
    now: 'Încercați din nou după corectare.',
  },
  'skv-redirect-uri': {
    what: 'Redirect URI nu este cel înregistrat.',
    causes: {
      differs: {
        is: 'Trebuie să fie identic, caracter cu caracter: literele mari și mici, portul și bara oblică de la sfârșit contează.',
        cure: 'Comparați-le și copiați în aplicație adresa din înregistrare.',
      },
      'other-environment': {
        is: 'Este înregistrat numai pentru celălalt mediu.',
        cure: 'Cereți la Skatteverket să fie înregistrat și pentru acesta.',
      },
    },
    now: tryAgain,
  },
  'skv-request-form': {
    what: 'Skatteverket nu acceptă forma acestei cereri.',
    causes: {
      changed: {
        is: 'Skatteverket și-a modificat interfața sau această versiune de Taxpass are o eroare.',
        cure: 'Căutați o versiune mai nouă. Dacă nu există, raportați problema cu detaliile de mai jos.',
      },
    },
    now: 'În cont nu s-a schimbat nimic.',
  },
  'skv-token-limit': {
    what: 'Au fost obținute prea multe tokenuri de acces.',
    causes: {
      'fetched-each-time': {
        is: 'Un program obține câte unul nou la fiecare apel, deși Skatteverket cere ca fiecare să fie folosit până la expirare.',
        cure: 'Folosiți tokenul pe care îl aveți până expiră; dați-l celorlalte programe, în loc ca fiecare să obțină unul propriu.',
      },
    },
    now: 'Așteptați să expire cele mai vechi, cel mult o oră.',
  },
  'skv-code-spent': {
    what: 'Codul de autorizare nu mai era valabil.',
    causes: {
      'code-late': {
        is: 'Un cod este valabil cinci minute și o singură dată.',
        cure: 'Lipiți adresa fără pauze lungi.',
      },
      'used-elsewhere': {
        is: 'L-a folosit alt program sau o pagină de la redirect URI.',
        cure: 'Lipiți adresa numai aici.',
      },
    },
    now: 'Autentificați-vă din nou.',
  },
  'skv-scope-unknown': {
    what: 'Skatteverket nu acordă unul dintre scope-uri.',
    causes: { 'scope-mistyped': scopeMistyped, 'not-ordered': notOrdered },
    now: 'Modificați scope-urile aplicației, apoi încercați din nou.',
  },
  'skv-gateway-keys': {
    what: 'API-ul nu acceptă cheile APIgw.',
    causes: {
      mistyped: {
        is: 'Perechea marcată APIgw este scrisă greșit sau incomplet.',
        cure: 'Copiați-le din nou pe amândouă din scrisoarea marcată APIgw.',
      },
      swapped: {
        is: 'Cele două perechi de chei sunt inversate: aceasta este perechea OAuth2.',
        cure: swapped.cure,
      },
      'other-environment': otherEnvironment,
    },
    now: sendAgain,
  },
  'skv-scope-missing': {
    what: 'Tokenului de acces îi lipsește scope-ul cerut de acest API.',
    causes: {
      'not-asked': {
        is: 'Scope-ul nu a fost cerut la obținerea tokenului sau nu a fost acordat.',
        cure: 'Adăugați scope-ul la aplicație și obțineți un token de acces nou.',
      },
      'not-ordered': {
        is: 'Cheile APIgw nu sunt înregistrate pentru acest API.',
        cure: notOrdered.cure,
      },
    },
    now: sendAgain,
  },
  'skv-blocked': {
    what: 'Firewallul Skatteverket a oprit cererea.',
    causes: {
      request: {
        is: 'Ceva din adresă, din headere sau din corpul cererii i s-a părut greșit; ajunge un header nedocumentat.',
        cure: 'Verificați adresa și corpul cererii. Codul „support ID” este în răspuns.',
      },
    },
    now: 'Remediați, apoi trimiteți din nou.',
  },
  'skv-token-invalid': {
    what: 'API-ul nu acceptă tokenul de acces.',
    causes: {
      'token-ended': tokenEnded,
      'other-environment': {
        is: 'A fost dat de celălalt mediu.',
        cure: 'Comparați adresa cu mediul aplicației.',
      },
    },
    now: 'Obțineți un token de acces nou și trimiteți din nou.',
  },
  'skv-token-revoked': {
    what: 'Skatteverket a retras tokenul de acces.',
    causes: {
      withdrawn: {
        is: 'L-a înlocuit un token mai nou sau Skatteverket l-a blocat.',
        cure: 'Obțineți unul nou și faceți ca toate programele să îl folosească pe acela.',
      },
    },
    now: 'Obțineți un token de acces nou și trimiteți din nou.',
  },
  'skv-no-authority': {
    what: 'Nu aveți dreptul să acționați pentru acest contribuabil.',
    causes: {
      'no-ombud': {
        is: 'Persoana sau organizația autentificată nu este împuternicit (ombud) pentru el sau împuternicirea a încetat.',
        cure: 'Verificați „Ombud och behörigheter” la Skatteverket; acolo contribuabilul acordă dreptul.',
      },
      'wrong-number': {
        is: 'Numărul din adresă este al altui contribuabil.',
        cure: 'Verificați-l: douăsprezece cifre, la o firmă 16 urmat de numărul de organizație.',
      },
      'wrong-of-several': {
        is: 'Organizația certificatului nu este cea împuternicită.',
        cure: 'Autentificați-vă cu certificatul organizației care a primit dreptul.',
      },
    },
    now: 'Tokenul în sine este bun: verificați cauzele în această ordine, apoi trimiteți din nou.',
  },
  'skv-tax-account-error': {
    what: 'API-ul contului fiscal refuză apelul cu un mesaj propriu.',
    causes: {
      parameter: {
        is: 'Un număr sau o dată nu este printre valorile acceptate; „felmeddelande” din răspunsul de mai jos spune care.',
        cure: 'Corectați adresa și trimiteți din nou.',
      },
    },
    now: 'Tokenul în sine este bun.',
  },
  'skv-checks-failed': {
    what: 'Skatteverket a verificat declarația și a găsit erori.',
    causes: {
      content: {
        is: 'Unele cifre lipsesc sau se contrazic; răspunsul de mai jos le enumeră cu „typ” ERROR.',
        cure: 'Corectați-le în programul care a întocmit declarația. Ce are „typ” WARNING nu trebuie neapărat corectat.',
      },
    },
    now: 'Tokenul în sine este bun.',
  },
  'skv-id-not-found': {
    what: 'La această adresă nu este nimic.',
    causes: {
      'wrong-path': {
        is: 'Calea, versiunea ei sau numărul din ea este greșit.',
        cure: 'Comparați cu descrierea serviciului; redovisare are douăsprezece cifre, period șase.',
      },
      'nothing-there': {
        is: 'Nu există încă o ciornă, o declarație sau un cont cu acest număr.',
        cure: 'Cereți altă perioadă sau salvați mai întâi o ciornă.',
      },
    },
    now: sendAgain,
  },
  'skv-forbidden': {
    what: 'Skatteverket nu permite acest apel.',
    causes: {
      'not-ordered': notOrdered,
      'not-asked': {
        is: 'Tokenul de acces a fost obținut fără scope-ul acestui API.',
        cure: 'Adăugați scope-ul la aplicație și obțineți un token de acces nou.',
      },
      'no-ombud': {
        is: 'Lipsește împuternicirea (ombud).',
        cure: 'Verificați „Ombud och behörigheter” la Skatteverket.',
      },
    },
    now: sendAgain,
  },
  'skv-accept-missing': {
    what: 'API-ul vrea să i se spună ce fel de răspuns se dorește.',
    causes: {
      header: {
        is: 'Acest API documentează headerul Accept, iar el nu a fost trimis: Taxpass trimite numai headerele documentate de toate API-urile.',
        cure: 'Apelați acest API din programul dumneavoastră, cu tokenul de acces de aici.',
      },
    },
    now: 'Tokenul în sine este bun.',
  },
  'skv-rate': {
    what: 'Prea multe apeluri într-un timp scurt.',
    causes: {
      second: {
        is: 'Skatteverket acceptă circa patru apeluri pe secundă, din toate programele cu acest Client ID la un loc.',
        cure: 'Așteptați o secundă sau două; programele care folosesc aceleași chei trebuie să trimită pe rând.',
      },
    },
    now: 'Așteptați puțin și trimiteți din nou.',
  },
  'skv-session-lost': {
    what: 'Serverul Skatteverket a pierdut autentificarea.',
    causes: {
      slow: { is: 'Sesiunea a expirat pe parcurs.', cure: 'Începeți din nou, fără pauze lungi.' },
      ended: {
        is: 'Nu a ajuns niciun certificat valabil.',
        cure: 'Verificați datele de valabilitate ale certificatului și dacă este din acest mediu.',
      },
    },
    now: 'Autentificați-vă din nou.',
  },
  'skv-per-refresh-ended': {
    what: 'Sesiunea de la Skatteverket s-a încheiat.',
    causes: {
      'past-end': {
        is: 'La autentificarea cu e-ID, un token de reîmprospătare este valabil 65 de minute și se folosește o singură dată; acesta a expirat. Este normal.',
        cure: 'Autentificați-vă din nou cu e-ID când aveți nevoie.',
      },
      'used-elsewhere': {
        is: 'L-a folosit alt program.',
        cure: 'Lăsați un singur program să prelungească tokenul acestui cont.',
      },
    },
    now: 'Autentificați-vă din nou cu e-ID.',
  },
  'skv-per-denied': {
    what: 'Skatteverket nu permite această autentificare.',
    causes: {
      'other-environment': otherEnvironment,
      'person-refused': {
        is: 'Persoana nu poate folosi acest serviciu cu e-ID-ul ales.',
        cure: 'Autentificați-vă cu BankID sau Freja eID+; persoanele de test sunt bune numai în test.',
      },
    },
    now: tryAgain,
  },
  'skv-pkce-refused': {
    what: 'Skatteverket nu a acceptat cheia de verificare (PKCE).',
    causes: {
      'no-pkce': {
        is: 'La un redirect URI cu schemă proprie Taxpass trimite o astfel de cheie, ca niciun alt program să nu poată folosi codul.',
        cure: 'Alegeți pentru această autentificare un redirect URI https; acolo adresa se lipește și nu se trimite nicio cheie de verificare.',
      },
    },
    now: 'Alegeți alt redirect URI, apoi încercați din nou.',
  },
});
