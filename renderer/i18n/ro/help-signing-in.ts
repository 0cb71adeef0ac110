import type { InOtherWords } from '../../features/help/article.ts';
import type { signingIn as signingInEn } from '../en/help-signing-in.ts';

/** The articles of Help on what comes before the first token. */
export const signingIn: InOtherWords<typeof signingInEn> = {
  'register-anaf': {
    title: 'Înrolarea aplicației la ANAF',
    parts: [
      {
        heading: '',
        blocks: [
          'ANAF dă tokenuri unui program numai după ce acesta este înrolat ca aplicație, în pagina „Profil OAuth”. Înrolarea se face o singură dată; apoi aplicația servește oricâte conturi. Denumirile dintre ghilimele sunt cele din paginile ANAF.',
        ],
      },
      {
        heading: 'Înainte să începeți',
        blocks: [
          {
            list: [
              'Un certificat digital calificat, înregistrat în SPV („Spațiul Privat Virtual”) cu rol SPV PJ: ca reprezentant legal, reprezentant desemnat sau împuternicit al unei firme. Fără acest rol, ANAF refuză autentificarea cu access_denied.',
              'Un certificat reînnoit are alt număr de serie și trebuie înregistrat din nou, la anaf.ro/reinnoire. Până îl recunoaște ANAF poate trece o zi.',
            ],
          },
        ],
      },
      {
        heading: 'Pas cu pas',
        blocks: [
          {
            steps: [
              {
                do: 'Pe anaf.ro deschideți „Servicii Online”, „Înregistrare utilizatori”, iar acolo, la „Dezvoltatori aplicații”, „Înregistrare pentru API-uri”. Adresa este mai jos.',
                gives: 'un cont de utilizator în portal; linkul de activare vine prin e-mail.',
              },
              {
                do: 'Intrați prin „Autentificare utilizator” și deschideți „Editare profil Oauth”, apoi „Gestionare aplicații”.',
                gives: 'pagina „Profil OAuth”.',
              },
              { do: 'La „Denumire aplicație” scrieți o denumire aleasă de dumneavoastră.', gives: '' },
              {
                do: 'La „Callback URL 1” introduceți o adresă, caracter cu caracter; cu „+” se adaugă încă un rând. Adresele potrivite sunt mai jos.',
                gives: 'adresele, și numai acelea, la care ANAF trimite înapoi autentificarea.',
              },
              {
                do: 'La „Serviciu” alegeți E-Factura, E-Transport sau amândouă.',
                gives: 'serviciile pe care le vor deschide tokenurile, și numai pe acelea.',
              },
              {
                do: 'Apăsați „Generare Client ID”.',
                gives:
                  'în tabelul „Client ID-uri OAuth existente pentru contul dvs.” un Client ID și un Client Secret. Păziți Client Secret ca pe o cheie: introduceți-l în Taxpass și nu îl mai păstrați în altă parte.',
              },
              {
                do: 'În Taxpass apăsați {{button:board.add}}, apoi {{button:profiles.anaf.add}}, și introduceți tot.',
                gives: 'un cont cu un token de acces pe 90 de zile și un token de reîmprospătare pe 365 de zile.',
              },
            ],
          },
          { address: 'https://www.anaf.ro/InregOauth/index.xhtml' },
        ],
      },
      {
        heading: 'Ce Callback URL alegeți',
        blocks: [
          {
            terms: [
              {
                term: 'https://localhost:9002/callback',
                is: 'Alegeți-l pe acesta. Funcționează în fereastra Taxpass, care îl interceptează înainte să se trimită ceva, și cu browserul dumneavoastră, pentru care Taxpass ascultă la această adresă cât durează autentificarea.',
              },
              {
                term: 'https://oauth.pstmn.io/v1/callback',
                is: 'Cel din exemplul ANAF cu Postman. Dacă îl aveți deja, păstrați-l: fereastra Taxpass îl prinde înainte să se trimită ceva la Postman. Nu merge cu browserul dumneavoastră.',
              },
            ],
          },
          'ANAF acceptă numai adrese https: nici http://, nici schema proprie a unui program. Ce este înregistrat și ce introduceți aici trebuie să fie identic, cu port, litere mari și bare oblice.',
        ],
      },
      {
        heading: 'Ce oprește tot',
        blocks: [
          '„Șterge aplicația” șterge aplicația și îi revocă Client ID-ul. Se oprește accesul tuturor conturilor cu această aplicație, în orice program și pe orice calculator.',
        ],
      },
    ],
  },
  'register-skatteverket': {
    title: 'Cheile de la Skatteverket',
    parts: [
      {
        heading: '',
        blocks: [
          'Skatteverket dă două perechi de chei API: una marcată OAuth2, cu care se obțin tokenurile de acces, și una marcată APIgw, cu care se apelează API-urile. Fără cheile APIgw obțineți un token de acces, dar nu puteți apela niciun API. Vin pe părți, în zile diferite. Cele mai multe fluxuri cer și un certificat de organizație („organisationslegitimation”).',
        ],
      },
      {
        heading: 'Pas cu pas',
        blocks: [
          {
            steps: [
              {
                do: 'În „Utvecklarportalen” găsiți API-ul de care aveți nevoie. Descrierea lui spune ce flux, ce fel de autentificare și ce scope are: nu se pot alege liber.',
                gives: 'fluxul și scope-urile.',
              },
              {
                do: 'Cereți accesul prin formularul Skatteverket: pentru „kompletta testtjänster” nu trebuie contract, pentru „driftsatta tjänster” trebuie. Scrieți acolo redirect URI-ul de mai jos.',
                gives: 'o înregistrare pentru un singur mediu, test sau producție.',
              },
              {
                do: 'Comandați „organisationslegitimation” de la Expisoft, singurul emitent acceptat de Skatteverket; pentru teste, un certificat de test. Pentru autentificarea cu e-ID nu este nevoie.',
                gives: 'un fișier .p12 și, separat, „PIN-kod”-ul lui.',
              },
              {
                do: 'Introduceți fiecare parte când vine; {{button:firstRun.saveForLater}} păstrează ce există.',
                gives:
                  'OAuth2 client ID și OAuth2 client secret, APIgw client ID și APIgw client secret. Ce lipsește încă se vede pe prima pagină și la {{button:applications.heading}}.',
              },
              {
                do: 'Apăsați {{button:board.add}}, apoi {{button:profiles.skatteverket-org.add}}, alegeți fișierul .p12 și scrieți PIN-ul.',
                gives: 'un token de acces pe o oră. Următorul se obține cu un clic.',
              },
            ],
          },
          { address: 'https://www7.skatteverket.se/portal/apier-och-oppna-data/utvecklarportalen' },
        ],
      },
      {
        heading: 'Ce redirect URI alegeți',
        blocks: [
          {
            terms: [
              {
                term: 'https://localhost/test',
                is: 'Cu certificat de organizație: exemplul din ghidul Skatteverket. Acolo nu trebuie să asculte nimeni; Taxpass parcurge singur autentificarea și se oprește la această adresă.',
              },
              {
                term: 'taxpass://oauth/callback',
                is: 'Cu e-ID: browserul predă singur autentificarea către Taxpass.',
              },
              {
                term: 'https://localhost/my-redirect-uri',
                is: 'Cu e-ID, unde se acceptă numai https: lipiți adresa la care s-a oprit browserul.',
              },
            ],
          },
          'Se introduce exact cum a fost înregistrat, caracter cu caracter.',
        ],
      },
      {
        heading: 'Probleme frecvente',
        blocks: [
          {
            list: [
              'Cheile și certificatele din mediul de test nu funcționează în producție și nici invers.',
              'Cele două perechi sunt puse una în locul celeilalte: {{button:applications.swap}}.',
              'Cheile au fost emise pentru alt flux: atunci Skatteverket trebuie să dea altele.',
            ],
          },
        ],
      },
    ],
  },
  'usb-token': {
    title: 'Autentificarea cu un token USB',
    parts: [
      {
        heading: '',
        blocks: [
          'Cheia nu părăsește niciodată tokenul USB. Taxpass deschide pagina ANAF într-o fereastră proprie; certificatul se prezintă numai la adresa de autentificare ANAF. Pentru prelungire nu trebuie nici token USB, nici PIN.',
          {
            steps: [
              { do: 'Introduceți tokenul USB înainte de autentificare.', gives: '' },
              {
                do: 'Apăsați {{button:board.add}}, apoi {{button:profiles.anaf.add}} Alegeți {{button:signIn.ways.device-window.name}}, apoi aplicația.',
                gives: '',
              },
              {
                do: 'Scrieți PIN-ul tokenului USB unde vi se cere: pe Linux în Taxpass, în rest în fereastra sistemului.',
                gives: '',
              },
              {
                do: 'Alegeți certificatul: {{button:device.certificate.show}}. Nimic nu se alege în locul dumneavoastră.',
                gives:
                  'un cont; certificatul apare la {{button:certificates.heading}}, iar expirarea lui este urmărită.',
              },
            ],
          },
        ],
      },
      {
        heading: 'Windows',
        blocks: [
          'Instalați driverul producătorului tokenului. Certificatele apar atunci în depozitul de certificate Windows („certmgr.msc”, Personal). PIN-ul îl cere driverul.',
        ],
      },
      {
        heading: 'macOS',
        blocks: [
          'Instalați driverul producătorului tokenului (CryptoTokenKit). Certificatele apar atunci în Keychain. PIN-ul îl cere macOS.',
        ],
      },
      {
        heading: 'Linux',
        blocks: [
          'Înregistrați, o singură dată, biblioteca PKCS#11 (.so) a producătorului tokenului, cu calea de pe calculatorul dumneavoastră:',
          { code: 'modutil -dbdir sql:$HOME/.pki/nssdb -add "my token" -libfile /path/to/library.so' },
          'Comanda este în pachetul `libnss3-tools`. Dacă folderul nu există încă, îl creează această comandă:',
          { code: 'certutil -N -d sql:$HOME/.pki/nssdb' },
          'Într-o autentificare Taxpass transmite un PIN de cel mult trei ori, fiindcă tokenurile USB se blochează după câteva PIN-uri greșite. PIN-ul nu se păstrează.',
        ],
      },
      {
        heading: 'Dacă nu apare nimic de ales',
        blocks: [
          {
            list: [
              'Tokenul USB este introdus? Unul care a fost scos poate fi văzut din nou abia după repornirea Taxpass.',
              'Programul producătorului vede certificatul? Dacă nu, lipsește driverul.',
              'Un certificat expirat sau care nu este încă valabil nu poate fi folosit.',
              'Dacă sunt mai multe tokenuri USB, fiecare poate cere un PIN: {{button:device.pin.skip}} trece la următorul.',
              'Un certificat în cloud merge dacă driverul furnizorului îl pune în aceleași locuri. Aprobați fiecare cerere pe telefon.',
              'Dacă până acum a mers în browser, autentificați-vă acolo: {{button:signIn.ways.browser.name}}.',
            ],
          },
          'Dacă ANAF răspunde access_denied, certificatul a fost văzut și nu a fost acceptat: nu are rol SPV PJ sau a fost reînnoit și nu a fost înregistrat din nou în SPV.',
        ],
      },
    ],
  },
  p12: {
    title: 'Autentificarea cu un fișier .p12',
    parts: [
      {
        heading: '',
        blocks: [
          'Un fișier .p12 sau .pfx conține un certificat împreună cu cheia lui, protejate de un PIN sau de o parolă.',
          {
            steps: [
              { do: '{{button:certificates.chooseFile}} Sau trageți fișierul oriunde peste fereastră.', gives: '' },
              {
                do: 'Scrieți parola fișierului (PIN). Ea deschide fișierul acum și nu se păstrează.',
                gives: 'certificatul pe ecran: titular, emitent, valabilitate.',
              },
              {
                do: 'Hotărâți dacă se păstrează cheia. Cu bifă, se păstrează criptată pe acest calculator și tokenurile se pot obține fără întrebare. Altfel parola se cere la fiecare autentificare și nimic din ce cere certificatul nu se face automat.',
                gives: '',
              },
              { do: '{{button:certificates.import}}', gives: 'certificatul la {{button:certificates.heading}}.' },
            ],
          },
        ],
      },
      {
        heading: 'La ANAF',
        blocks: [
          'Paginile ANAF se deschid într-o fereastră Taxpass, care prezintă certificatul când este cerut. Certificatul trebuie să aibă rol SPV PJ.',
        ],
      },
      {
        heading: 'La Skatteverket',
        blocks: [
          'Taxpass parcurge singur autentificarea; nu se deschide nicio fereastră. {{button:accounts.copyCurl}} dă aceeași autentificare ca linie de comandă, ca în ghidul Skatteverket, cu substituenți pentru fișier și PIN.',
        ],
      },
      {
        heading: 'Dacă fișierul nu se deschide',
        blocks: [
          {
            list: [
              'Parola a venit separat de fișier și nu este cea a cardului sau a telefonului. Un spațiu contează ca orice alt caracter.',
              'Un fișier .cer, .crt sau .pem nu conține cheia. Cereți emitentului fișierul .p12 sau exportați certificatul cu cheia privată.',
              'O protecție veche nu este o piedică: Taxpass deschide fișiere refuzate de Windows sau de browsere și spune ce este slab la ele.',
            ],
          },
        ],
      },
    ],
  },
};
