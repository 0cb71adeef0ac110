import type { InOtherWords } from '../../features/help/article.ts';
import type { keeping as keepingEn } from '../en/help-keeping.ts';

/** The articles of Help on what comes after the first token, and on Taxpass itself. */
export const keeping: InOtherWords<typeof keepingEn> = {
  renew: {
    title: 'Prelungirea tokenurilor',
    parts: [
      {
        heading: 'Două termene',
        blocks: [
          {
            terms: [
              {
                term: '{{button:accounts.deadlines.programs}}',
                is: 'Expirarea tokenului de acces: 90 de zile la ANAF, o oră la Skatteverket. Până atunci programele care îl au funcționează.',
              },
              {
                term: '{{button:profiles.anaf.deadlines.person}}',
                is: 'Expirarea tokenului de reîmprospătare: 365 de zile la ANAF; 65 de minute la Skatteverket cu e-ID. Până atunci prelungirea nu are nevoie de nimeni. Ce spune tokenul însuși contează mai mult decât aceste cifre.',
              },
            ],
          },
        ],
      },
      {
        heading: 'Ce se face automat',
        blocks: [
          {
            list: [
              'ANAF: tokenurile se prelungesc începând cu 14 zile înainte de expirarea tokenului de acces.',
              'Skatteverket cu e-ID: cât timp tokenul este folosit, de cel mult zece ori după o autentificare.',
              'Skatteverket cu certificat de organizație sau ca sistem: contul stă în repaus, iar tokenul se obține când este nevoie. Este normal.',
              'Numai cât rulează Taxpass. Vedeți {{button:settings.heading}}: {{button:notices.settings.staysInTray}}; {{button:notices.settings.startsAtLogin}}.',
              'Dacă seiful se deschide cu o frază de acces, după repornire nu se prelungește nimic până nu o scrieți.',
            ],
          },
        ],
      },
      {
        heading: 'Când este nevoie de dumneavoastră',
        blocks: [
          {
            list: [
              'La ANAF, o autentificare cu certificatul după ce a expirat tokenul de reîmprospătare: {{button:accounts.signInAgain}} Avertizările vin cu 60, 30, 14 și 7 zile și cu o zi înainte.',
              'Un certificat care expiră. Tokenurile funcționează mai departe; următoarea autentificare cere certificatul nou, la ANAF înregistrat din nou în SPV.',
              'Tokenurile preluate de la alt program: înainte de prima prelungire Taxpass întreabă, fiindcă ea oprește copia acelui program.',
            ],
          },
        ],
      },
      {
        heading: 'Manual',
        blocks: [
          '{{button:accounts.renewal.refresh-token.act}} în pagina contului sau {{button:notices.act.renewDue}}. Dacă un răspuns se pierde pe drum, contul o spune, păstrează tokenurile vechi și mai încearcă o dată.',
        ],
      },
    ],
  },
  'renew-certificate': {
    title: 'Când vi se reînnoiește certificatul',
    parts: [
      {
        heading: 'Ce continuă de la sine',
        blocks: [
          'Tokenurile existente rămân valabile până la termenul lor, iar prelungirea cu tokenul de reîmprospătare nu cere certificat. O autentificare cere un certificat valabil, iar cu un certificat de organizație fiecare token de acces nou înseamnă o autentificare.',
        ],
      },
      {
        heading: 'Pas cu pas',
        blocks: [
          {
            steps: [
              {
                do: 'Cereți emitentului reînnoirea înainte ca certificatul să expire.',
                gives: 'un fișier nou sau un certificat nou pe tokenul USB. Numărul lui de serie este altul.',
              },
              {
                do: 'La ANAF, înregistrați certificatul nou în SPV, la anaf.ro/reinnoire.',
                gives:
                  'un certificat pe care ANAF îl recunoaște. Poate dura o zi; până atunci ANAF refuză autentificarea.',
              },
              {
                do: 'Dacă este un fișier, la {{button:certificates.heading}}: {{button:certificates.importButton}}',
                gives:
                  'certificatul nou, lângă cel vechi. Unul de pe un token USB apare în listă după prima autentificare cu el.',
              },
              {
                do: 'Când un cont cere autentificarea, alegeți la primul pas certificatul nou.',
                gives: 'tokenuri noi în același cont; firmele și programele lui rămân.',
              },
              {
                do: 'Pentru programele care au o copie prin clipboard, copiați tokenul nou: {{button:handOver.open}} Un fișier ținut la zi se scrie de la sine.',
                gives: '',
              },
              {
                do: 'Când niciun cont nu mai folosește certificatul vechi, eliminați-l la {{button:certificates.heading}}.',
                gives: '',
              },
            ],
          },
        ],
      },
    ],
  },
  'hand-over': {
    title: 'Tokenul pentru un program',
    parts: [
      {
        heading: '',
        blocks: [
          'Cine are un token de acces poate acționa cu el până când expiră. Dați-l numai unui program care are nevoie de el.',
          {
            steps: [
              { do: 'În pagina contului, {{button:handOver.open}}', gives: '' },
              {
                do: 'Numiți programul și alegeți o cale: {{button:handOver.dialog.clipboard}} sau {{button:handOver.dialog.file}}.',
                gives: '',
              },
              {
                do: 'Răspundeți la întrebarea sistemului.',
                gives: 'o copie acolo, iar în pagina contului cine o are și până când funcționează.',
              },
            ],
          },
        ],
      },
      {
        heading: 'Clipboard sau fișier',
        blocks: [
          {
            list: [
              'Clipboardul se golește după un minut dacă mai conține tokenul. Fiecare token de acces nou trebuie copiat din nou.',
              'Fișierul primește fiecare token de acces nou, poate fi citit numai de dumneavoastră și se șterge când opriți copierea. Nu este criptat. Folderele sincronizate, partajate sau deschise altora sunt refuzate dacă sunt recunoscute.',
            ],
          },
        ],
      },
      {
        heading: 'Când programul cere un token nou',
        blocks: [
          {
            steps: [
              {
                do: 'În cont: {{button:accounts.renewal.sign-in.act}} sau {{button:accounts.renewal.refresh-token.act}}',
                gives: '',
              },
              { do: 'Lângă numele programului: {{button:handOver.again}}', gives: '' },
              { do: 'Lipiți-l acolo în cel mult un minut. Un fișier actualizat automat îl conține deja.', gives: '' },
            ],
          },
          'La ANAF tokenurile se prelungesc singure; rămân numai ultimii doi pași. La Skatteverket un token de acces este valabil o oră, așa că pașii se repetă de fiecare dată când programul cere.',
        ],
      },
      {
        heading: 'Ce nu se dă niciodată',
        blocks: [
          'Tokenul de reîmprospătare, un secret sau o cheie. Un program care prelungește singur are nevoie de propria autentificare: două programe care prelungesc cu același token de reîmprospătare își opresc unul altuia accesul.',
        ],
      },
    ],
  },
  move: {
    title: 'Alt calculator, copie de siguranță, frază de acces',
    parts: [
      {
        heading: 'Mutarea pe alt calculator',
        blocks: [
          {
            steps: [
              {
                do: 'Pe calculatorul vechi, la {{button:settings.heading}}: {{button:transfer.move.open}}',
                gives:
                  'un fișier pe care îl deschide numai fraza dumneavoastră de acces. Calculatorul vechi nu mai prelungește aceste conturi.',
              },
              {
                do: 'Pe cel nou: {{button:firstRun.elsewhere.open}} sau, la {{button:settings.heading}}, {{button:transfer.restore.open}}',
                gives: 'conturile acolo, cu aplicațiile și certificatele lor.',
              },
              { do: 'Ștergeți fișierul. Împreună cu fraza de acces valorează cât tokenurile.', gives: '' },
            ],
          },
          'Nu lăsați niciodată două calculatoare să prelungească același cont: fiecare oprește tokenurile celuilalt.',
        ],
      },
      {
        heading: 'Copia de siguranță',
        blocks: [
          '{{button:transfer.backup.setUp}} scrie o dată pe zi, dacă s-a schimbat ceva, o copie criptată a tuturor datelor; se păstrează ultimele 14. O copie de siguranță se deschide mai întâi numai pentru consultare: între timp tokenurile ei pot fi prelungite, iar cele vechi le pot opri pe cele noi.',
        ],
      },
      {
        heading: 'Fraza de acces',
        blocks: [
          {
            list: [
              'De obicei seiful este deschis de depozitul de chei al sistemului. Cu {{button:vault.protection.usePassphrase}} îl deschide o frază de acces, la fiecare pornire; până nu o scrieți, nu se prelungește nimic.',
              '{{button:vault.protection.setRecovery}} Faceți asta în orice caz: ea deschide seiful dacă se pierde depozitul de chei sau fraza de acces.',
              'O frază pierdută nu poate fi recuperată: nu o are nimeni altcineva. Scrieți-o și păstrați-o departe de acest calculator.',
              'Cu o frază de acces, fereastra se blochează dacă un sfert de oră nu s-a lucrat la calculator; prelungirea continuă. {{button:vault.protection.lock}} o blochează imediat.',
            ],
          },
        ],
      },
    ],
  },
  revoke: {
    title: 'Oprirea accesului, raportarea unui token',
    parts: [
      {
        heading: 'Elimină de pe acest calculator',
        blocks: [
          'Șterge contul de aici. Autoritatea nu află; o copie aflată la un program funcționează până când expiră.',
        ],
      },
      {
        heading: 'Revocarea la ANAF',
        blocks: [
          '{{button:accounts.revoke.open ANAF}} trimite tokenul la adresa ANAF pentru revocare. ANAF documentează numai adresa, nu și ce face ea: nu vă bazați pe ea. Calea sigură este „Șterge aplicația” din pagina „Profil OAuth”; ea oprește toate conturile cu acea aplicație.',
        ],
      },
      {
        heading: 'Token compromis',
        blocks: [
          {
            steps: [
              {
                do: 'În pagina contului, {{button:compromised.open}}',
                gives: 'lista tuturor tokenurilor de acces ale contului care mai funcționează, și a celor înlocuite.',
              },
              {
                do: '{{button:compromised.save}}',
                gives: 'un fișier cu aceste tokenuri pentru ANAF, care le cere ca să le poată bloca.',
              },
              {
                do: 'Trimiteți-l la ANAF. Pagina nu dă nicio adresă: întrebați prin formularul de contact al portalului cum se trimite în siguranță.',
                gives: '',
              },
              {
                do: 'Ștergeți aplicația cu „Șterge aplicația”, apoi fișierul, și înrolați aplicația din nou.',
                gives: '',
              },
            ],
          },
          'Tokenurile de acces înlocuite se păstrează criptate până când expiră, numai pentru aceasta.',
        ],
      },
      {
        heading: 'La Skatteverket',
        blocks: [
          'Un token nu poate fi revocat; expiră în cel mult o oră. Dacă cheile au ajuns la cine nu trebuie, cereți Skatteverket să le retragă.',
        ],
      },
    ],
  },
  limits: {
    title: 'Limite',
    parts: [
      {
        heading: 'ANAF',
        blocks: [
          {
            list: [
              'Token de acces: 90 de zile; token de reîmprospătare: 365 de zile. Contează ce spune tokenul însuși.',
              'La mai multe autentificări sau prelungiri simultane ale aceleiași persoane se răspunde cu „255”. Taxpass face câte una pentru fiecare certificat.',
              'Codul primit la autentificare se schimbă imediat în tokenuri; o face Taxpass.',
              'API-urile au limite pe zi și pe firmă, „S-au facut deja … in cursul zilei”. Așteptați până a doua zi.',
              'Un singur token este valabil pentru toate firmele la care titularul certificatului are drepturi în SPV.',
            ],
          },
        ],
      },
      {
        heading: 'Skatteverket',
        blocks: [
          {
            list: [
              'Token de acces: o oră. Folosiți-l cât este valabil; nu obțineți câte unul pentru fiecare apel.',
              'Token de reîmprospătare (numai cu e-ID): 65 de minute și cel mult zece pentru o persoană într-o sesiune, indiferent de conturi.',
              'Codul primit la autentificare este valabil cinci minute.',
              'Se trimit numai headerele documentate de serviciu; altfel apelul poate fi blocat. Taxpass le trimite numai pe acelea.',
            ],
          },
        ],
      },
      {
        heading: 'Taxpass',
        blocks: [
          {
            list: [
              'Un fișier cu certificat poate avea 10 MB, un text cu tokenuri 1 MB.',
              'Dacă o autoritate cere răbdare, Taxpass așteaptă și spune până când.',
            ],
          },
        ],
      },
    ],
  },
  keyboard: {
    title: 'Tastatură',
    parts: [{ heading: '', blocks: ['Totul se poate face de la tastatură.', { part: 'shortcuts' }] }],
  },
  storage: {
    title: 'Ce păstrează Taxpass și unde',
    parts: [
      {
        heading: '',
        blocks: [
          'Totul se află pe acest calculator, în folderul `Taxpass` (la exercițiu `Taxpass Practice`), acolo unde sistemul ține datele programelor. Nu se trimite nimic nicăieri în afară de autoritatea la care vă autentificați și de API-urile ei, când trimiteți un apel.',
          {
            terms: [
              {
                term: 'Chei, secrete, tokenuri',
                is: 'Criptate (AES-256-GCM). Cheia lor este ținută de depozitul de chei al sistemului sau deschisă cu fraza dumneavoastră de acces.',
              },
              {
                term: '{{button:activity.heading}}',
                is: 'Ce s-a făcut și când; niciun token, niciun secret, CNP-urile mascate. Tot criptat.',
              },
              { term: '{{button:settings.heading}}', is: 'Limba, aspectul, fereastra. Nimic secret, deci necriptat.' },
              {
                term: 'Ce trimiteți în altă parte',
                is: 'Copiile de siguranță și conturile mutate: criptate cu fraza de acces. Fișierul cu token pentru un program și raportul tokenurilor compromise: necriptate, pot fi citite numai de dumneavoastră.',
              },
            ],
          },
        ],
      },
      {
        heading: 'Ce nu se păstrează niciodată',
        blocks: ['PIN-urile și frazele de acces. Nici fereastra nu primește vreun token, secret sau cheie.'],
      },
      {
        heading: 'Ce protejează și ce nu',
        blocks: [
          {
            list: [
              'Cine poate folosi contul dumneavoastră de utilizator cât Taxpass este deschis poate folosi tot ce conține. Păziți calculatorul ca pe certificat.',
              'Fără depozit de chei și fără frază de acces nu se păstrează nimic.',
              'Client Secret se află pe acest calculator: firma folosește propriile chei și propriul certificat; programul nu vine cu niciunul.',
              'Ce nu poate fi citit nu se suprascrie niciodată. Programul spune ce nu este în regulă și unde se află.',
            ],
          },
        ],
      },
    ],
  },
  practice: {
    title: 'Exercițiu',
    parts: [
      {
        heading: '',
        blocks: [
          'În modul de exercițiu rulează pe acest calculator un ANAF și un Skatteverket de exercițiu și nu iese nimic în afară. Are datele lui și o bară care nu dispare niciodată; nimic din el nu contează în realitate.',
          { part: 'practice' },
        ],
      },
    ],
  },
  glossary: {
    title: 'Glosar',
    parts: [
      {
        heading: '',
        blocks: [
          {
            terms: [
              {
                term: 'token de acces',
                is: 'Permisul pe care un program îl arată la fiecare apel. Expiră curând; cine îl are îl poate folosi.',
              },
              {
                term: 'token de reîmprospătare',
                is: 'Cu el se obțin tokenuri noi, fără nicio persoană. Este bun o singură dată și nu iese din Taxpass.',
              },
              {
                term: 'aplicație (înrolată)',
                is: 'Înregistrarea la o autoritate: denumire, adrese, servicii sau scope-uri, chei.',
              },
              { term: 'cont', is: 'O aplicație împreună cu cine s-a autentificat și cu tokenurile.' },
              { term: 'Client ID, Client Secret', is: 'Numele și cheia unei aplicații.' },
              {
                term: 'OAuth2, APIgw',
                is: 'Marcajele celor două perechi de chei de la Skatteverket: pentru tokenuri și pentru apeluri.',
              },
              { term: 'Callback URL, redirect URI', is: 'Adresa înregistrată la care se întoarce o autentificare.' },
              { term: 'scope', is: 'Ce deschide un token Skatteverket. La ANAF sunt servicii („Serviciu”).' },
              { term: 'câmp (claim)', is: 'O afirmație dintr-un token ANAF, de exemplu rolurile sau expirarea.' },
              {
                term: 'SPV, SPV PJ',
                is: '„Spațiul Privat Virtual”, portalul ANAF; rolul din el pentru persoane juridice.',
              },
              { term: 'organisationslegitimation', is: 'Certificatul unei organizații suedeze, emis de Expisoft.' },
              { term: 'titular', is: 'Persoana pe numele căreia este certificatul.' },
              { term: 'test, producție', is: 'Cele două medii Skatteverket, cu chei și certificate separate.' },
              {
                term: 'preluare',
                is: 'Aducerea în Taxpass a unor tokenuri obținute de alt program; nu este nevoie de certificat.',
              },
              { term: 'revocare', is: 'Autoritatea oprește un token înainte de termen.' },
              {
                term: 'seif',
                is: 'Locul în care Taxpass ține cheile, certificatele și tokenurile, criptate pe acest calculator.',
              },
            ],
          },
        ],
      },
    ],
  },
};
