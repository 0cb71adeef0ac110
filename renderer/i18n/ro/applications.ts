import type { applications as applicationsEn } from '../en/applications.ts';
import type { Romanian } from '../texts.ts';
/** Applications: the registrations at an authority. */
export const applications: Romanian<typeof applicationsEn> = {
  heading: 'Aplicații',
  empty:
    'Nu a fost introdusă nicio aplicație. Aplicația este ceea ce ați înrolat la o autoritate: adresele de callback, drepturile și cheile ei.',
  add: 'Adaugă o aplicație…',
  newTitle: 'Adăugați o aplicație',
  editTitle: 'Modificați aplicația',
  profile: 'Pentru ce autentificare?',
  saved: 'Salvat: {{name}}.',
  environment: 'Mediu',
  environmentHint: 'Cheile și certificatele din mediul de test nu funcționează în producție și nici invers.',
  addSuggestion: 'Adaugă {{uri}}',
  scopes: 'Scope-uri',
  /** What each scope opens at Skatteverket, by its service descriptions. */
  scopeMeanings: {
    momsdeklaration: 'Deconturi de TVA',
    agd: 'Declarațiile angajatorului (AGI): depunere',
    agdredovisningperiod: 'Declarațiile angajatorului (AGI): perioade de raportare',
    skattekonto: 'Contul fiscal: sold și tranzacții',
    ska: 'Contul fiscal: sold și tranzacții',
    skahmst: 'Conturile fiscale ale celor reprezentați, pentru un împuternicit (ombud)',
    inkforetag: 'Declarații de impozit pe venit ale firmelor',
    ink1: 'Declarația de impozit pe venit 1, persoane fizice',
    obr: 'Împuterniciți (ombud): pentru cine se poate acționa și în ce rol',
    fos: 'Interogări despre impozitul de reținut',
    bilforman: 'Avantajul mașinii de serviciu: calcul',
    fbfuppgoffakt: 'Registrul populației, pentru instituții publice',
  },
  /** An API is tied to its flows; nobody can choose freely (S1). */
  flows: {
    title: 'Este posibil ca acest mod de autentificare să nu deschidă ce vă trebuie',
    elsewhere:
      'Skatteverket acordă {{scope}} pentru alt mod de autentificare: {{flows}}. Un token obținut astfel nu îl va deschide.',
    unknown:
      'Nicio pagină Skatteverket cunoscută de noi nu spune dacă un sistem poate primi astfel {{scopes}}. Consultați descrierea API-ului înainte de a comanda chei.',
  },
  serviceMeanings: {
    'E-Factura': 'Facturi electronice',
    'E-Transport': 'Declararea transporturilor de bunuri (cod UIT)',
  },
  otherScopes: 'Alte scope-uri',
  otherServices: 'Alte servicii',
  otherScopesHint:
    'Un scope arată la ce dă acces tokenul și este indicat în descrierea API-ului. Separați mai multe prin spații sau virgule.',
  otherServicesHint: 'Separate prin virgule.',
  keys: {
    heading: 'Chei',
    oauth2: 'OAuth2',
    oauth2Hint: 'Perechea marcată OAuth2: servește la autentificare.',
    apigw: 'APIgw',
    apigwHint: 'Perechea marcată APIgw: servește la apelarea API-urilor.',
    secretStored: 'Un secret este deja salvat. Lăsați câmpul gol pentru a-l păstra.',
  },
  swap: 'Inversează cele două perechi',
  swapped: 'Cele două perechi au fost schimbate între ele în formular. Salvați pentru a păstra schimbarea.',
  complete: 'Toate introduse',
  waitingFor: 'De completat: {{parts}}',
  /** Where there is one pair of keys, or where it is not known. */
  missing: {
    clientId: 'Client ID',
    clientSecret: 'Client Secret',
    redirectUris: 'adresa de callback',
    scopes: 'cel puțin un scope',
    apigwClientId: 'Client ID APIgw',
    apigwClientSecret: 'Client Secret APIgw',
  },
  /** Where there are two. */
  missingOfTwoPairs: {
    clientId: 'Client ID OAuth2',
    clientSecret: 'Client Secret OAuth2',
    redirectUris: 'Redirect URI',
    scopes: 'cel puțin un scope',
    apigwClientId: 'Client ID APIgw',
    apigwClientSecret: 'Client Secret APIgw',
  },
  neededToSignIn: 'Pentru autentificare mai trebuie: {{parts}}.',
  neededForApis:
    'Autentificarea este posibilă cu ce există deja. Pentru apelarea API-urilor, la „Apeluri”, mai trebuie: {{parts}}.',
  lacksScheme: 'Lipsește începutul, de exemplu https://. Adresele înregistrate îl au; comparați cu a dumneavoastră.',
  edit: 'Modifică aplicația…',
  editFor: 'Modifică {{name}}…',
  removeFor: 'Elimină de pe acest calculator: {{name}}…',
  removeTitle: 'Eliminați această aplicație de pe acest calculator?',
  removeText: '{{name}} și cheile ei se șterg de aici. Înregistrarea de la {{authority}} rămâne.',
  removeConfirm: 'Elimină aplicația',
  removed: 'Aplicația a fost eliminată de pe acest calculator.',
  /** Removing an application lists what goes with it (R2). */
  removing: {
    accounts_one: 'Odată cu ea se elimină de pe acest calculator acest cont',
    accounts_few: 'Odată cu ea se elimină de pe acest calculator aceste {{count}} conturi',
    accounts_other: 'Odată cu ea se elimină de pe acest calculator aceste {{count}} de conturi',
    held: {
      accessToken: 'Tokenul de acces este valabil până la {{until}}.',
      refreshToken: 'Poate fi prelungit fără certificat până la {{until}}.',
      clipboard: '{{recipient}} are o copie valabilă până la {{until}}.',
      file: '{{recipient}} are o copie într-un fișier, care se șterge; este valabilă până la {{until}}.',
      'file-elsewhere':
        '{{recipient}} are o copie într-un fișier de pe alt calculator; este valabilă până la {{until}}.',
    },
    ended: {
      accessToken: 'Tokenul de acces a expirat {{relative}}.',
      refreshToken: 'Tokenul de reîmprospătare a expirat {{relative}}.',
      clipboard: '{{recipient}} are o copie care a expirat {{relative}}.',
      file: '{{recipient}} are o copie într-un fișier, care se șterge; copia a expirat {{relative}}.',
      'file-elsewhere': '{{recipient}} are o copie într-un fișier de pe alt calculator; copia a expirat {{relative}}.',
    },
    noToken: 'Nu are niciun token.',
    companies_one: 'Are introdusă {{count}} firmă.',
    companies_few: 'Are introduse {{count}} firme.',
    companies_other: 'Are introduse {{count}} de firme.',
    copies:
      'Tokenurile se șterg de aici; o copie aflată la un program funcționează până când expiră. Tokenurile de acces pentru care autoritatea primește sesizări se păstrează în formă criptată până la expirare și pot fi raportate drept compromise din această pagină. O autentificare în curs se anulează.',
    atAuthority: '{{authority}} nu primește nicio înștiințare',
    anaf: 'Înregistrarea din „Profil OAuth” rămâne. Numai când este ștearsă acolo („Șterge aplicația”), ANAF îi revocă Client ID-ul: atunci se opresc toate tokenurile ei, în toate programele și pe toate calculatoarele, indiferent cine s-a autentificat.',
    skatteverket:
      'Cheile rămân valabile până sunt retrase în portalul pentru dezvoltatori al Skatteverket. Un token de acces nu poate fi revocat acolo; el expiră în cel mult o oră.',
    confirm_one: 'Elimină aplicația și {{count}} cont…',
    confirm_few: 'Elimină aplicația și {{count}} conturi…',
    confirm_other: 'Elimină aplicația și {{count}} de conturi…',
    filesLeft:
      'Aplicația a fost eliminată. Aceste fișiere cu token au rămas la locul lor, deoarece nu sunt cele scrise de Taxpass, nu s-au putut șterge sau unitatea lor nu este conectată',
  },
  /** Beside an application that is being edited. */
  sharedBy_one: 'Folosită de {{users}}. Un secret nou se aplică imediat acestui cont.',
  sharedBy_few: 'Folosită de {{count}} conturi: {{users}}. Un secret nou se aplică imediat tuturor.',
  sharedBy_other: 'Folosită de {{count}} de conturi: {{users}}. Un secret nou se aplică imediat tuturor.',
  otherRegistration: {
    title: 'Cu alt Client ID sau alt mediu, tokenurile existente nu se mai folosesc',
    text: 'Ele au fost acordate înregistrării așa cum era salvată. Trebuie autentificate din nou aceste conturi: {{users}}. Până atunci, dacă puneți la loc valorile vechi, revin și tokenurile lor.',
  },
  signInAt: 'Pentru',
  keysColumn: 'Chei',
  unnamed: 'Aplicație fără denumire',
  /** Where several have one name. */
  named: {
    clientId: '{{name}} (Client ID {{text}})',
    redirectUri: '{{name}} ({{text}})',
    number: '{{name}} (nr. {{number}})',
  },
  usedBy: 'Folosită de',
  /** Somebody with several accounts under it. */
  user_one: '{{name}} ({{count}} cont)',
  user_few: '{{name}} ({{count}} conturi)',
  user_other: '{{name}} ({{count}} de conturi)',
  /** At the end of a list of names that has no room for all. */
  moreNames: 'încă {{number}}',
  noRedirectUri: 'niciunul',
  usedByNobody: 'Niciun cont încă',
  alreadyThere: 'Aveți deja această înregistrare: {{name}}',
  alreadyThereText:
    'Are același Client ID. O singură intrare ajunge pentru oricâte conturi; salvați-o și pe aceasta numai dacă vreți să le păstrați pe amândouă.',
  option: {
    clientId: 'Client ID {{clientId}}',
    usedBy: 'Folosită de {{users}}',
  },
};
