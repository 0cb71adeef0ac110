import type { FailureCode } from '../../../electron/contract/failure.ts';
import type { FailureTexts } from '../failure-texts.ts';

/** What happened, why, and what to do now: for every failure there is. */
export const failures: Readonly<Record<FailureCode, FailureTexts>> = {
  unexpected: {
    what: 'A apărut o eroare în Taxpass.',
    why: 'Este o eroare a programului, nu a dumneavoastră. În jurnal are referința {{reference}}.',
    now: 'Încercați din nou. Dacă se repetă, raportați-o cu această referință.',
  },
  'input-refused': {
    what: 'O valoare introdusă nu poate fi folosită.',
    why: 'Are o formă nepermisă sau este prea lungă. Câmpul este numit în detalii.',
    now: 'Verificați valoarea și încercați din nou.',
  },
  'vault-not-ready': {
    what: 'Seiful nu este deschis.',
    why: '{{state}} Fără el nu se poate citi sau salva nicio cheie și niciun token.',
    now: 'Așteptați puțin sau urmați indicațiile din fereastră despre seif. Apoi încercați din nou.',
  },
  'vault-write-failed': {
    what: 'Salvarea nu a reușit.',
    why: '{{reason}}',
    now: 'Remediați cauza și încercați din nou. Ce era salvat a rămas neschimbat.',
  },
  'passphrase-wrong': {
    what: 'Fraza de acces nu deschide seiful.',
    why: 'Nu este cea stabilită. Se face diferența între majuscule și minuscule, iar spațiile contează.',
    now: 'Verificați limba tastaturii și Caps Lock, apoi scrieți-o din nou. Nu s-a schimbat nimic.',
  },
  'passphrase-busy': {
    what: 'Se verifică deja o altă frază de acces.',
    why: 'Se verifică numai câte una; aceasta nu a fost încercată.',
    now: 'Așteptați puțin, apoi scrieți-o din nou.',
  },
  'change-declined': {
    what: 'Nu s-a schimbat nimic.',
    why: 'La întrebarea de confirmare nu s-a răspuns cu „da”.',
    now: 'Încercați din nou dacă doriți totuși.',
  },
  'passphrase-too-short': {
    what: 'Fraza de acces este prea scurtă.',
    why: 'Cine obține fișierele poate încerca fraze scurte până nimerește. Numărul minim de caractere: {{minimum}}.',
    now: 'Alegeți mai multe cuvinte fără legătură între ele.',
  },
  'passphrase-needed': {
    what: 'Fereastra nu poate fi blocată.',
    why: 'Nu există o frază de acces cu care să fie deblocată.',
    now: 'Stabiliți mai întâi o frază de recuperare în „Setări”.',
  },
  'keychain-refused': {
    what: 'Depozitul de chei nu a primit cheia.',
    why: '{{reason}} Fraza de acces deschide în continuare seiful.',
    now: 'Deblocați depozitul de chei al sistemului, apoi încercați din nou.',
  },
  'not-found': {
    what: '{{thing}}',
    why: 'Între timp a dispărut din listă sau a așteptat prea mult.',
    now: 'Închideți și începeți din nou din listă.',
  },
  'in-use': {
    what: '{{thing}}',
    why: 'Se folosește încă la conturile: {{accounts}}.',
    now: 'Autentificați-vă din nou la acele conturi, cu altă aplicație sau cu alt certificat, ori eliminați-le.',
  },
  'file-unreadable': {
    what: 'Fișierul nu a putut fi citit.',
    why: '{{reason}}',
    now: 'Alegeți din nou fișierul sau copiați-l într-un folder al dumneavoastră și alegeți-l de acolo.',
  },
  'p12-not-p12': {
    what: 'Acesta nu este un fișier P12.',
    why: 'Un certificat cu cheia lui vine într-un fișier cu extensia .p12 sau .pfx.',
    now: 'Alegeți fișierul primit de la emitentul certificatului.',
  },
  'p12-damaged': {
    what: 'Fișierul este deteriorat.',
    why: 'Începe ca un fișier P12, dar nu poate fi citit până la capăt; poate nu a fost copiat întreg.',
    now: 'Descărcați sau copiați din nou fișierul.',
  },
  'p12-wrong-password': {
    what: 'Parola nu deschide fișierul.',
    why: 'Parola (PIN-ul) este greșită. Se face diferența între majuscule și minuscule.',
    now: 'Încercați din nou cu parola primită de la emitent. Fișierul este tot aici.',
  },
  'p12-no-key': {
    what: 'Fișierul nu conține nicio cheie.',
    why: 'A fost exportat numai certificatul, fără cheia privată.',
    now: 'Alegeți fișierul cu cheia sau exportați-l din nou cu tot cu cheie.',
  },
  'p12-no-certificate': {
    what: 'Fișierul nu conține niciun certificat.',
    why: 'Conține o cheie, dar nimic care să arate a cui este.',
    now: 'Alegeți fișierul așa cum a venit de la emitent.',
  },
  'p12-no-matching-pair': {
    what: 'Cheia și certificatul nu se potrivesc.',
    why: 'Niciun certificat din fișier nu corespunde unei chei din el.',
    now: 'Alegeți fișierul așa cum a venit de la emitent.',
  },
  'p12-several-identities': {
    what: 'Fișierul conține mai multe certificate cu chei.',
    why: 'Pentru un cont se poate folosi numai unul dintre ele.',
    now: 'Alegeți unul și introduceți din nou parola.',
  },
  'p12-too-expensive': {
    what: 'Deschiderea acestui fișier ar cere mult prea multe calcule.',
    why: 'Protecția lui cere mai multe calcule decât fișierul oricărui emitent; poate fi un atac.',
    now: 'Obțineți din nou fișierul de la emitent.',
  },
  'p12-too-large': {
    what: 'Fișierul este prea mare.',
    why: 'Un fișier P12 are câțiva kiloocteți; limita este {{limit}}.',
    now: 'Alegeți chiar fișierul .p12.',
  },
  'p12-unsupported': {
    what: 'Fișierul folosește o protecție pe care Taxpass nu o cunoaște.',
    why: 'Algoritmul este {{algorithm}}.',
    now: 'Importați-l în sistem și exportați-l din nou sau cereți emitentului un P12 obișnuit.',
  },
  'p12-took-too-long': {
    what: 'Deschiderea fișierului a durat prea mult.',
    why: 'A fost oprită la limita de {{seconds}} s.',
    now: 'Încercați din nou când calculatorul este mai puțin ocupat sau obțineți din nou fișierul de la emitent.',
  },
  'p12-interrupted': {
    what: 'De data aceasta fișierul nu a putut fi deschis.',
    why: 'Partea din Taxpass care îl deschide nu a pornit sau s-a oprit prea devreme, poate pentru că memoria calculatorului este aproape plină. Asta nu spune nimic despre fișier sau despre parolă.',
    now: 'Încercați din nou. Dacă se repetă, închideți mai întâi alte programe sau reporniți Taxpass.',
  },
  'certificate-expired': {
    what: 'Certificatul a expirat.',
    why: 'A fost valabil până la {{notAfter}}. Autoritățile refuză certificatele expirate.',
    now: 'Obțineți un certificat nou de la emitent, importați-l și autentificați-vă cu el.',
  },
  'certificate-not-yet-valid': {
    what: 'Certificatul nu este încă valabil.',
    why: 'Este valabil de la {{notBefore}}.',
    now: 'Așteptați până atunci sau verificați ceasul acestui calculator.',
  },
  'certificate-wrong-environment': {
    what: 'Certificatul aparține celuilalt mediu.',
    why: 'Este emis de {{issuer}}; mediul aplicației: {{environment}}. Certificatele de test și cele de producție nu se pot înlocui între ele. Nu s-a trimis nimic.',
    now: 'Alegeți certificatul sau aplicația din același mediu.',
  },
  'pin-needed': {
    what: 'Este necesară parola fișierului.',
    why: 'Cheia certificatului nu se păstrează pe acest calculator.',
    now: 'Introduceți parola fișierului P12 (PIN).',
  },
  'application-incomplete': {
    what: 'Aplicația nu este completă.',
    why: 'Mai trebuie: {{missing}}.',
    now: 'Completați la „Aplicații”, apoi încercați din nou.',
  },
  'keys-swapped': {
    what: 'Cheile OAuth2 și APIgw par inversate.',
    why: 'Un Client ID este folosit în altă parte cu cealaltă etichetă sau este același în ambele perechi.',
    now: 'Comparați cu scrisorile; dacă sunt inversate, apăsați „Inversează cele două perechi”.',
  },
  'authority-unreachable': {
    what: 'Nu se poate ajunge la {{host}}.',
    why: '{{cause}}',
    now: 'Verificați rețeaua și încercați din nou. Dacă situația durează, este posibil ca serviciul să fie în mentenanță.',
  },
  'authority-certificate-untrusted': {
    what: '{{host}} nu și-a putut dovedi identitatea.',
    why: 'Certificatul provine de la cineva în care acest calculator nu are încredere; la fel se întâmplă și când un proxy sau un antivirus deschide traficul. Nu s-a trimis nimic.',
    now: 'Întrebați administratorul rețelei dacă traficul TLS este inspectat.',
  },
  'authority-certificate-incomplete': {
    what: 'Serverul {{host}} nu a trimis certificatul intermediar.',
    why: 'Certificatul lui este emis de „{{issuer}}”, dar lipsește legătura până la o rădăcină cunoscută. {{likely}} Nu s-a trimis nimic.',
    now: 'Încercați mai târziu. Dacă situația durează, anunțați asistența autorității sau cereți administratorului rețelei certificatul „{{issuer}}” ca fișier și adăugați-l în „Setări”, la „Rețea”.',
  },
  'connection-inspected': {
    what: 'Ceva de pe traseu deschide conexiunea cu {{host}}.',
    why: '{{by}} Pe traseu cineva ar putea vedea tokenurile și ce se depune, de aceea conexiunea a fost închisă. Nu s-a trimis nimic.',
    now: 'Cel mai bine, cereți administratorului rețelei sau al antivirusului să excepteze {{host}} de la inspecție. Altfel, cereți certificatul autorității de certificare (CA) ca fișier și adăugați-l în „Setări”, la „Rețea”.',
  },
  'authority-certificate-wrong-host': {
    what: 'În locul {{host}} a răspuns alt server.',
    why: 'Certificatul lui este pentru alt nume. Nu s-a trimis nimic.',
    now: 'Încercați din altă rețea și anunțați administratorul acesteia.',
  },
  'authority-certificate-expired': {
    what: 'Certificatul serverului {{host}} a expirat.',
    why: 'Ori serverul autorității, ori ceasul acestui calculator este greșit. Nu s-a trimis nimic.',
    now: 'Verificați data și ora calculatorului, apoi încercați mai târziu.',
  },
  'authority-refused-certificate': {
    what: '{{host}} a refuzat certificatul.',
    why: 'Conexiunea a fost închisă la prezentarea certificatului: poate fi expirat, blocat sau din alt mediu.',
    now: 'Verificați ce certificat și ce mediu necesită aplicația.',
  },
  'answer-too-large': {
    what: 'Răspunsul de la {{host}} este prea mare.',
    why: 'Depășește {{limit}} și a fost întrerupt.',
    now: 'Cereți mai puține date, de exemplu pentru o perioadă mai scurtă.',
  },
  'proxy-unreachable': {
    what: 'Nu se poate ajunge la proxy-ul {{proxy}}.',
    why: 'Setările sistemului trimit conexiunile prin el. {{cause}} Nu s-a trimis nimic.',
    now: 'Verificați că acest calculator este în rețeaua biroului sau în VPN-ul ei. Acasă poate fi nevoie să dezactivați proxy-ul în setările sistemului.',
  },
  'proxy-needs-password': {
    what: 'Proxy-ul {{proxy}} cere un nume de utilizator și o parolă.',
    why: 'Permite conexiunea la {{host}} numai utilizatorilor cunoscuți. Nu s-a trimis nimic autorității.',
    now: 'Introduceți-le în „Setări”, la „Rețea”, apoi încercați din nou. Le aveți de la administratorul rețelei.',
  },
  'proxy-password-refused': {
    what: 'Proxy-ul {{proxy}} nu a acceptat numele de utilizator și parola.',
    why: 'Pot fi scrise greșit sau parola a fost schimbată. Nu se mai trimit, pentru ca prea multe încercări să nu blocheze contul.',
    now: 'Introduceți-le din nou în „Setări”, la „Rețea”.',
  },
  'proxy-login-unsupported': {
    what: 'Proxy-ul {{proxy}} cere un mod de conectare pe care Taxpass nu îl are.',
    why: 'Oferă {{schemes}}, dar nu și conectarea simplă cu nume de utilizator și parolă (Basic). Nu s-a trimis nimic.',
    now: 'Cereți administratorului proxy-ului să permită acestui calculator accesul la {{host}} fără conectare sau prin Basic. Ajută și un mic proxy local care se conectează în locul dumneavoastră, de exemplu cntlm.',
  },
  'proxy-refused': {
    what: 'Proxy-ul {{proxy}} nu a făcut conexiunea la {{host}}.',
    why: '{{reason}} A răspuns {{status}}. Nu s-a trimis nimic.',
    now: 'Cereți administratorului proxy-ului să permită conexiunile la {{host}} sau încercați mai târziu.',
  },
  'proxy-kind-unsupported': {
    what: 'Proxy-ul {{proxy}} este de un tip pe care Taxpass nu îl cunoaște.',
    why: 'Setările sistemului indică tipul {{kind}}. Taxpass cunoaște proxy-uri HTTP, HTTPS și SOCKS 5.',
    now: 'Alegeți alt tip în setările de proxy ale sistemului sau cereți unul administratorului rețelei.',
  },
  'ca-file-refused': {
    what: 'Acest fișier nu a fost adăugat.',
    why: '{{reason}}',
    now: 'Cereți certificatul CA ca fișier PEM sau DER (.pem, .crt sau .cer) și alegeți acel fișier.',
  },
  'signin-busy': {
    what: 'O autentificare este deja în curs.',
    why: 'Pentru aceeași autoritate și același titular se poate face numai câte una.',
    now: 'Așteptați să se încheie sau anulați-o.',
  },
  'signin-cancelled': {
    what: 'Autentificarea a fost anulată.',
    why: 'A fost oprită înainte de a se încheia. Nu s-a schimbat nimic.',
    now: 'Autentificați-vă din nou când doriți.',
  },
  'signin-timed-out': {
    what: 'Autentificarea a durat prea mult.',
    why: 'Autoritatea nu a răspuns în intervalul de {{seconds}} s.',
    now: 'Încercați din nou peste câteva momente.',
  },
  'signin-too-many-redirects': {
    what: 'Autoritatea a purtat autentificarea în cerc.',
    why: 'Numărul de redirecționări a depășit {{count}}.',
    now: 'Încercați mai târziu. Dacă situația durează, anunțați asistența autorității.',
  },
  'signin-insecure-redirect': {
    what: 'Autentificarea a fost trimisă la o adresă nesigură.',
    why: 'Adresa era {{location}}. Nu a fost deschisă.',
    now: 'Verificați adresa de callback a aplicației: trebuie să fie exact cea înregistrată.',
  },
  'signin-origin-refused': {
    what: 'Autentificarea a fost trimisă la o adresă care nu este a autorității.',
    why: '{{origin}} nu se numără printre adresele cunoscute pentru această autentificare. Nu s-a trimis nimic acolo.',
    now: 'Încercați din nou. Dacă situația durează, comunicați-ne adresa: poate autoritatea are o pagină nouă de autentificare.',
  },
  'signin-redirect-nowhere': {
    what: 'Autoritatea a redirecționat autentificarea fără să spună unde.',
    why: '{{host}} a răspuns cu status {{status}}, o redirecționare, fără o adresă care să poată fi urmată.',
    now: 'Încercați mai târziu. Dacă situația durează, anunțați asistența autorității.',
  },
  'signin-certificate-withheld': {
    what: 'Alt server a cerut certificatul dumneavoastră și nu l-a primit.',
    why: 'Autentificarea a fost trimisă la {{host}}, care nu se numără printre adresele folosite de această autoritate la autentificarea cu certificat.',
    now: 'Încercați din nou. Dacă situația durează, comunicați-ne adresa: poate autoritatea are o pagină nouă de autentificare.',
  },
  'signin-ended-elsewhere': {
    what: 'Autoritatea a afișat o pagină în loc să încheie autentificarea.',
    why: '{{host}} a răspuns cu status {{status}}.',
    now: 'Verificați că Client ID și adresa de callback sunt exact cele înregistrate, apoi încercați din nou.',
  },
  'callback-malformed': {
    what: 'Răspunsul autorității la autentificare nu poate fi citit.',
    why: 'Adresa de callback nu este cum ar trebui. {{problem}}',
    now: 'Autentificați-vă din nou.',
  },
  'callback-state-missing': {
    what: 'Adresa de callback nu arată cărei autentificări îi aparține.',
    why: 'Îi lipsește parametrul state. Putea fi falsificată de cineva, de aceea nu a fost folosită.',
    now: 'Folosiți adresa de callback a acestei autentificări sau autentificați-vă din nou.',
  },
  'callback-state-wrong': {
    what: 'Adresa de callback aparține altei autentificări.',
    why: 'Parametrul state nu este cel trimis. Putea fi falsificată de cineva, de aceea nu a fost folosită.',
    now: 'Folosiți adresa de callback a acestei autentificări sau autentificați-vă din nou.',
  },
  'authority-refused': {
    what: 'Autoritatea a refuzat.',
    why: 'A refuzat la {{stage}}, fără un motiv cunoscut de Taxpass.',
    now: 'Citiți în detalii textul autorității; asistența ei îl poate explica.',
  },
  'answer-not-json': {
    what: 'Autoritatea a răspuns cu o pagină în loc de date.',
    why: 'La {{stage}} a trimis status {{status}} și tipul „{{contentType}}”. Este posibil ca serviciul să fie în mentenanță.',
    now: 'Încercați mai târziu.',
  },
  'answer-incomplete': {
    what: 'Răspunsul autorității este incomplet.',
    why: 'Răspunsul primit de la {{stage}} nu a putut fi folosit: {{problem}}.',
    now: 'Încercați mai târziu. Dacă situația durează, anunțați asistența autorității.',
  },
  'token-still-lives': {
    what: 'Există deja un token de acces valabil.',
    why: 'Este valabil până la {{expiresAt}}. Autoritatea cere ca programele să îl folosească până la expirare.',
    now: 'Folosiți contul pe care îl aveți; de acolo se poate obține un token nou.',
  },
  'authority-busy': {
    what: 'Autoritatea cere să se aștepte.',
    why: 'A răspuns {{status}}: prea multe cereri sau supraîncărcare. Nu s-a prelungit nimic și nu s-a pierdut nimic.',
    now: 'Așteptați puțin; prelungirile automate continuă când permite autoritatea.',
  },
  'other-copy-ends': {
    what: 'Prelungirea de aici oprește copia pe care o are celălalt program.',
    why: 'Tokenul de reîmprospătare a fost preluat din alt program. El se poate folosi o singură dată: la prima prelungire de aici, Taxpass primește unul nou, iar cel pe care îl are celălalt program nu mai funcționează.',
    now: 'Prelungiți aici dacă acel program nu mai face singur prelungirea sau dați-i o autentificare proprie.',
  },
  'renewal-elsewhere': {
    what: 'Acest cont nu se prelungește pe acest calculator.',
    why: '{{standing}}',
    now: 'Dacă niciun alt calculator nu îl mai prelungește, alegeți „Prelungește de acum aici” în pagina contului.',
  },
  'signin-needed': {
    what: 'Este necesară o nouă autentificare.',
    why: '{{reason}}',
    now: 'Apăsați din nou butonul: se deschide autentificarea.',
  },
  'signin-declined': {
    what: 'Ați refuzat în pagina autorității.',
    why: 'Autentificarea s-a încheiat acolo, cum ați ales. Nu s-a obținut nimic și nu s-a schimbat nimic.',
    now: 'Autentificați-vă din nou dacă vreți totuși să vă dați consimțământul.',
  },
  'callback-elsewhere': {
    what: 'Aceasta nu este adresa așteptată la această autentificare.',
    why: 'Trebuie să înceapă exact cu {{arrivalUri}}.',
    now: 'Copiați întreaga adresă la care s-a oprit browserul după consimțământ și lipiți-o aici.',
  },
  'loopback-port-taken': {
    what: 'Taxpass nu poate primi răspunsul browserului pe acest calculator.',
    why: 'Pe portul {{port}} ascultă alt program, o altă autentificare Taxpass încă așteaptă acolo browserul sau sistemul își rezervă portul. Browserul nu a fost deschis.',
    now: 'Încheiați sau anulați cealaltă autentificare ori închideți acel program, apoi încercați din nou. Dacă nu ajută, autentificați-vă în alt mod sau înregistrați o adresă de callback cu alt port.',
  },
  'practice-not-opened': {
    what: 'Modul de exercițiu nu a putut fi deschis.',
    why: '{{reason}}',
    now: 'Închideți Taxpass, porniți-l din nou și mai încercați o dată. Dacă nu ajută, porniți modul de exercițiu cu linia aflată lângă buton.',
  },
  'browser-not-opened': {
    what: 'Browserul nu a putut fi deschis.',
    why: 'Sistemul nu are stabilit un browser pentru adresele web sau a refuzat să îl pornească.',
    now: 'Stabiliți un browser implicit în setările sistemului, apoi încercați din nou.',
  },
  'device-nothing-offered': {
    what: 'Nu s-a găsit niciun certificat pentru această autentificare.',
    why: 'Tokenul USB nu este introdus, driverul lui nu este instalat sau niciun certificat de pe el ori din depozitul acestui calculator nu este valabil și de la un emitent acceptat de autoritate.',
    now: 'Introduceți tokenul USB și verificați în programul lui că certificatul este văzut. Apoi încercați din nou.',
  },
  'device-certificate-needed': {
    what: 'Nu a fost prezentat niciun certificat.',
    why: 'Pagina autorității nu se poate deschide fără certificat.',
    now: 'Încercați din nou și alegeți certificatul dumneavoastră.',
  },
  'device-pin-refused': {
    what: 'Tokenul USB nu a acceptat PIN-ul.',
    why: 'Numărul de PIN-uri greșite: {{tries}}. După alte câteva tokenul se blochează.',
    now: 'Verificați PIN-ul înainte de a încerca din nou. Un token blocat se deblochează cu PUK-ul lui, în programul emitentului.',
  },
  'device-removed': {
    what: 'Certificatul de pe tokenul USB nu a ajuns la server.',
    why: 'Tokenul a fost scos între timp sau este blocat. Unele servere închid la fel conexiunea când nu acceptă certificatul.',
    now: 'Introduceți din nou tokenul USB, verificați-l în programul lui și încercați din nou. Dacă tot nu este văzut, reporniți Taxpass; dacă este văzut, alegeți alt certificat.',
  },
  'device-certificate-refused': {
    what: 'Autoritatea nu a acceptat certificatul.',
    why: 'Poate ați ales greșit dintre mai multe sau certificatul este de la un emitent necunoscut autorității ori este blocat.',
    now: 'Încercați din nou și alegeți alt certificat. Un certificat reînnoit trebuie înregistrat înainte de a fi recunoscut.',
  },
  'device-stalled': {
    what: 'Autoritatea a așteptat în zadar semnătura certificatului.',
    why: 'Un certificat cu cheia în cloud cere de fiecare dată confirmarea dumneavoastră pe telefon, iar uneori serviciul nu răspunde.',
    now: 'Încercați din nou și confirmați cererea pe telefon imediat ce apare.',
  },
  'redirect-uri-astray': {
    what: 'Această adresă de callback nu se poate folosi cu browserul.',
    why: 'Browserul ar duce codul de autorizare la {{redirectUri}}, o pagină care aparține altcuiva.',
    now: 'Autentificați-vă în fereastra Taxpass, care se oprește înainte de a trimite ceva acolo, sau alegeți altă adresă de callback.',
  },
  'no-access-token': {
    what: 'Nu există un token de acces valabil.',
    why: 'A expirat sau nu a fost obținut încă niciunul.',
    now: 'Obțineți-l sau prelungiți-l din fila „Sumar” a contului, apoi încercați din nou.',
  },
  'take-over-incomplete': {
    what: 'Lipsește tokenul de acces.',
    why: 'S-a găsit numai un token de reîmprospătare. Un cont le are pe amândouă.',
    now: 'Lipiți și tokenul de acces. Este bun și unul expirat.',
  },
  'take-over-ended': {
    what: 'Nu a mai rămas nimic de preluat.',
    why: 'Tokenul de acces a expirat sau nu arată când expiră și nu există un token de reîmprospătare încă valabil.',
    now: 'Autentificați-vă din nou cu certificatul.',
  },
  'take-over-other-client': {
    what: 'Aceste tokenuri aparțin altei aplicații.',
    why: 'Au fost acordate pentru Client ID {{tokenClientId}}; aplicația aleasă are {{applicationClientId}}. Cu cheile ei nu s-ar putea prelungi.',
    now: 'Alegeți aplicația cu acel Client ID sau introduceți-o ca aplicație nouă.',
  },
  'take-over-other-issuer': {
    what: 'Aceste tokenuri nu sunt de la o autoritate din acest mod de lucru.',
    why: 'Au fost emise de {{issuer}}. Tokenurile reale nu intră în exercițiu, iar cele de exercițiu nu intră în lucrul real.',
    now: 'Preluați-le în celălalt mod.',
  },
  'take-over-older': {
    what: 'Contul de aici are tokenuri mai noi.',
    why: 'Cele lipite au fost emise mai devreme. Nu s-a schimbat nimic: o pereche mai veche nu înlocuiește niciodată una mai nouă.',
    now: 'Folosiți contul așa cum este.',
  },
  'take-over-unreadable': {
    what: 'Din acest fișier nu se pot citi tokenuri.',
    why: 'Nu poate fi deschis sau depășește 1 MB.',
    now: 'Alegeți un fișier text, de exemplu JSON sau .env, ori lipiți tokenurile.',
  },
  'hand-over-place-refused': {
    what: 'Tokenul nu se scrie acolo.',
    why: '{{reason}}',
    now: 'Alegeți pe acest calculator un folder numai al dumneavoastră, de exemplu unul nou în folderul personal.',
  },
  'hand-over-file-failed': {
    what: 'Fișierul nu a fost scris.',
    why: '{{reason}}',
    now: 'Alegeți alt nume sau alt folder al dumneavoastră, apoi încercați din nou.',
  },
  'request-declined': {
    what: 'Apelul nu a fost trimis.',
    why: 'La întrebarea de confirmare nu s-a răspuns cu „da”.',
    now: 'Trimiteți-l din nou dacă doriți totuși.',
  },
  'request-origin-refused': {
    what: 'Apelul nu a fost trimis.',
    why: 'Tokenul se trimite numai la API-ul autorității, nu la „{{origin}}”.',
    now: 'Folosiți o adresă care începe cu originea API-ului.',
  },
  'transfer-not-ours': {
    what: 'Acesta nu este un fișier Taxpass.',
    why: 'Nu este un fișier scris de Taxpass pentru mutarea conturilor sau ca o copie de siguranță.',
    now: 'Alegeți un fișier al cărui nume se termină în „.taxpass”.',
  },
  'transfer-damaged': {
    what: 'Fișierul este deteriorat.',
    why: 'Este incomplet sau a fost modificat după ce l-a scris Taxpass. Nu s-a preluat nimic din el.',
    now: 'Copiați-l din nou de unde provine sau folosiți altă copie de siguranță.',
  },
  'transfer-newer': {
    what: 'Fișierul a fost scris de un Taxpass mai nou.',
    why: 'Acest program nu îi cunoaște formatul; l-a scris Taxpass {{program}}.',
    now: 'Instalați pe acest calculator cel mai nou Taxpass și deschideți din nou fișierul.',
  },
  'transfer-too-large': {
    what: 'Fișierul este prea mare.',
    why: 'Un fișier Taxpass are cel mult {{limit}}.',
    now: 'Alegeți alt fișier sau mutați mai puține conturi deodată.',
  },
  'transfer-too-costly': {
    what: 'Fișierul nu a fost deschis.',
    why: 'Deschiderea lui ar cere mult mai multă memorie sau mult mai mult timp decât orice fișier scris de Taxpass.',
    now: 'Folosiți un fișier scris de Taxpass. Dacă acesta vine de la un necunoscut, ștergeți-l.',
  },
  'transfer-not-read': {
    what: 'Fișierul nu a putut fi citit.',
    why: 'Nu mai există sau acest calculator nu are voie să îl citească.',
    now: 'Alegeți din nou fișierul.',
  },
  'transfer-passphrase-wrong': {
    what: 'Această frază de acces nu deschide fișierul.',
    why: 'Fișierul este întreg, dar a fost criptat cu altă frază de acces.',
    now: 'Scrieți fraza de acces aleasă la crearea fișierului. Se face diferența între majuscule și minuscule.',
  },
  'transfer-busy': {
    what: 'Nu s-a mutat nimic: tocmai se obțin tokenuri.',
    why: 'O prelungire sau o autentificare nu s-a încheiat pentru: {{accounts}}. Tokenurile ar putea fi depășite peste o clipă.',
    now: 'Așteptați să se încheie sau prelungiți încă o dată tokenul contului, apoi încercați din nou.',
  },
  'transfer-write-failed': {
    what: 'Fișierul nu a putut fi scris și nu s-a mutat nimic.',
    why: '{{reason}}',
    now: 'Alegeți alt loc și încercați din nou. Conturile se prelungesc în continuare aici.',
  },
  'transfer-target-taken': {
    what: 'Între timp a apărut acolo alt fișier și nu s-a mutat nimic.',
    why: 'Nu exista sau era altul când ați ales locul. Taxpass nu înlocuiește niciun fișier pentru care nu v-a cerut acordul.',
    now: 'Alegeți din nou locul. Conturile se prelungesc în continuare aici.',
  },
  'transfer-still-moved': {
    what: 'Prelungirea rămâne oprită aici pentru: {{accounts}}.',
    why: 'Scrierea fișierului nu a reușit și nu este sigur că nu a rămas un fișier sau că starea conturilor a fost refăcută. Din prudență, ele se consideră mutate.',
    now: 'Ștergeți fișierul dacă există. Apoi alegeți „Prelungește de acum aici” la fiecare cont.',
  },
};
