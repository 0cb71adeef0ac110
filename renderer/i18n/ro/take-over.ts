import type { takeOver as takeOverEn } from '../en/take-over.ts';
import type { Romanian } from '../texts.ts';
/** Taking over tokens that another program fetched. */
export const takeOver: Romanian<typeof takeOverEn> = {
  open: 'Preia tokenuri OAuth…',
  title: 'Preluați tokenurile pe care le aveți deja',
  firstRun: {
    title: 'Am deja tokenuri',
    text: 'Din Postman, dintr-un program de facturare sau dintr-un fișier: lipiți-le sau deschideți fișierul. Nu este nevoie de certificat.',
  },
  intro:
    'Lipiți împreună tokenul de acces și tokenul de reîmprospătare sau deschideți fișierul în care se află: ce afișează Postman la „Manage Tokens”, un mediu sau o colecție exportată, un fișier JSON sau .env.',
  field: 'Token de acces și token de reîmprospătare',
  fieldHint:
    'Se afișează ca puncte. Textul se citește pe acest calculator, nu se trimite nimic, iar câmpul se golește.',
  fieldEmpty: 'Lipiți mai întâi tokenurile sau deschideți un fișier.',
  read: 'Citește',
  reading: 'Se citește…',
  openFile: 'Deschide un fișier…',
  problems: {
    'too-large': 'Textul depășește 1 MB. Lipiți numai partea cu tokenurile.',
    'nothing-found':
      'Nu s-a găsit niciun token. Un token de acces ANAF începe cu „eyJ” și are circa 2.000 de caractere.',
    placeholder:
      'În locul unui token este numai numele unei variabile, între acolade. În Postman copiați valoarea curentă a variabilei.',
    'damaged-token': 'Ceva începe ca un token, dar nu poate fi citit. De cele mai multe ori nu a fost copiat întreg.',
    'labels-swapped':
      'Fiecare dintre cele două tokenuri avea numele celuilalt. Au fost luate drept ceea ce spun ele însele.',
    'too-many': 'Sunt mai multe tokenuri decât se afișează aici.',
  },
  candidates: 'S-au găsit mai multe perechi de tokenuri. Pe care le preluați?',
  candidate: {
    jwt: 'Emise la {{issued}}',
    unsaid: 'Tokenuri care nu arată când au fost emise',
    refreshAlone: 'Numai un token de reîmprospătare',
    order: 'Primul este tokenul de acces, al doilea tokenul de reîmprospătare',
    'other-order': 'Primul este tokenul de reîmprospătare, al doilea tokenul de acces',
    note: 'Client ID {{clientId}}',
    fingerprint: 'SHA-256 al tokenului de acces începe cu {{fingerprint}}',
  },
  found: 'Găsit',
  facts: {
    authority: 'Autoritate',
    accessToken: 'Token de acces până la',
    refreshToken: 'Token de reîmprospătare până la',
    until: '{{time}}, {{relative}}',
    ended: 'a expirat {{relative}}',
    accessUnsaid: 'Nu se precizează. Se consideră expirat până la prelungire.',
    accessMissing: 'Negăsit',
    refreshUnsaid: 'Nu se precizează. Se ia durata obișnuită a autorității.',
    refreshMissing:
      'Negăsit: până la expirarea tokenului de acces contul poate fi folosit și consultat aici, dar nu prelungit.',
    serial: 'Numărul de serie al certificatului',
    roles: 'Roluri',
    clientId: 'Client ID',
  },
  profile: 'De la ce autoritate sunt?',
  environment: 'Din ce mediu?',
  application: {
    legend: 'Aplicație',
    other: 'Altă aplicație, introdusă aici',
    heading: 'Aplicația căreia îi aparțin',
    clientId: 'Client ID',
    clientSecret: 'Client Secret',
    secretFound: 'Lângă tokenuri era un Client Secret; se folosește dacă nu introduceți altul.',
    secretNeeded: 'Necesar pentru prelungirea tokenului. Se poate introduce și mai târziu, la „Aplicații”.',
  },
  account: {
    newer:
      'Aceste tokenuri sunt mai noi decât cele ale contului {{account}}: același Client ID și același certificat. De obicei, la autoritate, o pereche mai nouă a aceluiași client și titular o înlocuiește pe cea dinainte.',
    completes: 'Aceste tokenuri sunt mai noi decât cele ale contului {{account}} sau le completează și le iau locul.',
    older: 'Contul {{account}} are tokenuri mai noi decât acestea. Nu este nimic de preluat.',
    same: 'Contul {{account}} are deja aceste tokenuri.',
  },
  both: {
    legend: 'Ce se întâmplă cu tokenurile care sunt aici?',
    replace: 'Înlocuiește tokenurile de aici cu acestea',
    replaceNote:
      'Cazul obișnuit. Tokenul de reîmprospătare dinainte se păstrează în formă criptată până la expirare: dacă autoritatea le refuză pe acestea, poate fi folosit din nou.',
    second: 'Păstrează ambele perechi, ca două conturi',
    secondNote:
      'Dacă fiecare program și-a obținut tokenurile printr-o autentificare proprie și amândouă trebuie să continue. Firmele și programele care au o copie rămân la contul de aici.',
  },
  earlier: {
    heading: 'Tokenuri anterioare',
    what: 'Alte tokenuri le-au luat locul aici. Se păstrează în formă criptată până la expirare, pentru cazul în care cele actuale nu sunt ce păreau.',
    refusedTitle: 'Tokenurile anterioare sunt încă aici',
    refused:
      'Alte tokenuri le-au luat locul și acum necesită autentificare. Înainte de autentificare încercați-le pe cele anterioare: folosiți-le din nou, apoi prelungiți.',
    pair: 'Obținute la {{obtained}}, înlocuite la {{replaced}}; tokenul de reîmprospătare este valabil până la {{until}}.',
    use: 'Folosește-le din nou',
    useFor: 'Folosește-le din nou: tokenurile obținute la {{obtained}}',
    done: 'Tokenurile anterioare sunt din nou în folosință. Cele pe care le-au înlocuit se păstrează la rândul lor, dacă mai pot fi de folos.',
  },
  incomplete:
    'Pe lângă tokenul de reîmprospătare este nevoie de un token de acces. Este bun și unul expirat. Reveniți și lipiți-le pe amândouă.',
  allEnded: 'Niciunul dintre tokenuri nu mai este valabil. Este necesară o nouă autentificare cu certificatul.',
  sole: {
    label: 'De acum numai Taxpass prelungește aceste tokenuri',
    hint: 'Un token de reîmprospătare se poate folosi o singură dată: prima prelungire de aici oprește copia pe care o are celălalt program (Postman, un program de facturare). Fără bifă, Taxpass nu prelungește nimic singur și vă întreabă înainte de acea primă prelungire.',
  },
  takeOver: 'Preia',
  takingOver: 'Se preia…',
  done: {
    new: 'Preluat. Tokenul de acces este valabil până la {{time}}.',
    newEnded: 'Preluat. Tokenul de acces a expirat; prelungiți-l când sunteți gata.',
    replaced: 'Contul are acum tokenurile mai noi. Tokenul de reîmprospătare dinainte se păstrează până la expirare.',
    unchanged: 'Contul avea deja aceste tokenuri.',
  },
  otherCopy: {
    title: 'Aceasta oprește copia celuilalt program',
    text: 'Aceste tokenuri au fost preluate din alt program. Un token de reîmprospătare se poate folosi o singură dată: la această prelungire Taxpass primește unul nou, iar cel pe care îl are celălalt program nu mai funcționează.',
    access:
      'Tokenul de acces pe care îl are acel program funcționează până când expiră, {{time}}. După aceea programul are nevoie de unul nou: dați-i tokenul de acces de aici sau lăsați-l să se autentifice singur.',
    accessEnded:
      'După aceea programul are nevoie de un token de acces de aici sau de o autentificare proprie cu certificatul.',
    confirm: 'Prelungește aici',
    keep: 'Nu acum',
  },
};
