import type { applications as applicationsEn } from '../en/applications.ts';
import type { Swedish } from '../texts.ts';
/** Applications: the registrations at an authority. */
export const applications: Swedish<typeof applicationsEn> = {
  heading: 'API-nycklar',
  empty:
    'Inga API-nycklar är sparade. Det är här du anger det du har registrerat hos en myndighet: redirect-URI:er, vad programmet får göra och nycklarna.',
  add: 'Ange API-nycklar…',
  newTitle: 'Ange API-nycklar',
  editTitle: 'Redigera API-nycklar',
  profile: 'För vilken inloggning?',
  saved: 'Sparat: {{name}}.',
  environment: 'Miljö',
  environmentHint: 'Nycklar och certifikat för testmiljön fungerar inte i produktionsmiljön, och tvärtom.',
  addSuggestion: 'Lägg till {{uri}}',
  scopes: 'Scope',
  /** What each scope opens at Skatteverket, by its service descriptions. */
  scopeMeanings: {
    momsdeklaration: 'Momsdeklaration',
    agd: 'Arbetsgivardeklaration (AGI): inlämning',
    agdredovisningperiod: 'Arbetsgivardeklaration (AGI): hantera redovisningsperiod',
    skattekonto: 'Skattekonto: saldo och transaktioner',
    ska: 'Skattekonto: saldo och transaktioner',
    skahmst: 'Huvudmäns skattekonton, för ombud',
    inkforetag: 'Inkomstdeklaration för företag',
    ink1: 'Inkomstdeklaration 1, för privatpersoner',
    obr: 'Ombudshantering: för vem du får agera, och i vilken roll',
    fos: 'Förfrågan om skatteavdrag',
    bilforman: 'Bilförmån: beräkning',
    fbfuppgoffakt: 'Folkbokföringsuppgifter för offentliga aktörer',
  },
  /** An API is tied to its flows; nobody can choose freely (S1). */
  flows: {
    title: 'Det här sättet kanske inte ger åtkomst till det du behöver',
    elsewhere:
      'Skatteverket ger {{scope}} i ett annat flöde: {{flows}}. En token som hämtas på det här sättet ger inte åtkomst till det.',
    unknown:
      'Ingen sida hos Skatteverket som vi känner till säger om ett system kan få {{scopes}} på det här sättet. Läs API-beskrivningen innan du beställer nycklar för det.',
  },
  serviceMeanings: {
    'E-Factura': 'Elektroniska fakturor',
    'E-Transport': 'Varutransporter som ska anmälas',
  },
  otherScopes: 'Andra scope',
  otherServices: 'Andra tjänster',
  otherScopesHint:
    'Ett scope anger vad en token ger åtkomst till; det står i API-beskrivningen. Skilj flera åt med blanksteg eller kommatecken.',
  otherServicesHint: 'Åtskilda med kommatecken.',
  keys: {
    heading: 'Nycklar',
    oauth2: 'OAuth2',
    oauth2Hint: 'Nycklarna märkta OAuth2: används för att hämta access token.',
    apigw: 'APIgw',
    apigwHint: 'Nycklarna märkta APIgw: används för att anropa API:erna.',
    secretStored: 'En client secret är sparad. Lämna fältet tomt för att behålla den.',
  },
  swap: 'Byt plats på nyckelparen',
  swapped: 'De två paren har bytt plats i formuläret. Spara för att behålla ändringen.',
  complete: 'Fullständiga',
  waitingFor: 'Väntar på {{parts}}',
  /** Where there is one pair of keys, or where it is not known. */
  missing: {
    clientId: 'client ID',
    clientSecret: 'client secret',
    redirectUris: 'redirect-URI',
    scopes: 'minst ett scope',
    apigwClientId: 'APIgw client ID',
    apigwClientSecret: 'APIgw client secret',
  },
  /** Where there are two. */
  missingOfTwoPairs: {
    clientId: 'OAuth2 client ID',
    clientSecret: 'OAuth2 client secret',
    redirectUris: 'redirect-URI',
    scopes: 'minst ett scope',
    apigwClientId: 'APIgw client ID',
    apigwClientSecret: 'APIgw client secret',
  },
  neededToSignIn: 'Innan någon kan logga in behövs {{parts}}.',
  neededForApis: 'Det går att logga in med det som finns. För att anropa API:erna under Anrop behövs även {{parts}}.',
  lacksScheme: 'Det står inget som liknar https:// först. Registrerade adresser har det; jämför med din.',
  edit: 'Redigera API-nycklarna…',
  editFor: 'Redigera {{name}}…',
  removeFor: 'Ta bort från den här datorn: {{name}}…',
  removeTitle: 'Vill du ta bort API-nycklarna från den här datorn?',
  removeText: '{{name}} och nycklarna raderas här. Registreringen hos {{authority}} finns kvar.',
  removeConfirm: 'Ta bort API-nycklarna',
  removed: 'API-nycklarna är borttagna från den här datorn.',
  /** Removing an application lists what goes with it (R2). */
  removing: {
    accounts_one: 'Det här kontot tas också bort från datorn',
    accounts_other: 'De här {{count}} kontona tas också bort från datorn',
    held: {
      accessToken: 'Denna access token är giltig till {{until}}.',
      refreshToken: 'Kan förnyas utan certifikat till {{until}}.',
      clipboard: '{{recipient}} har en kopia som är giltig till {{until}}.',
      file: '{{recipient}} har en kopia i en fil, som raderas; den är giltig till {{until}}.',
      'file-elsewhere': '{{recipient}} har en kopia i en fil på en annan dator; den är giltig till {{until}}.',
    },
    ended: {
      accessToken: 'Denna access token gick ut {{relative}}.',
      refreshToken: 'Refresh token gick ut {{relative}}.',
      clipboard: '{{recipient}} har en kopia som gick ut {{relative}}.',
      file: '{{recipient}} har en kopia i en fil, som raderas; den gick ut {{relative}}.',
      'file-elsewhere': '{{recipient}} har en kopia i en fil på en annan dator; den gick ut {{relative}}.',
    },
    noToken: 'Det har ingen token.',
    companies_one: '{{count}} företag är angivet för kontot.',
    companies_other: '{{count}} företag är angivna för kontot.',
    copies:
      'Alla tokens raderas här; en kopia i ett program fungerar tills den går ut. Access tokens som går att anmäla till myndigheten förvaras krypterat tills de går ut och kan anmälas som röjda från den här sidan. En pågående inloggning avbryts.',
    atAuthority: '{{authority}} meddelas inte',
    anaf: 'Registreringen i ”Profil OAuth” finns kvar. Först när den raderas där (”Șterge aplicația”) återkallar ANAF dess client ID: då slutar alla tokens med det att fungera, i alla program och på alla datorer, oavsett vem som loggade in.',
    skatteverket:
      'Nycklarna gäller tills de dras in i Skatteverkets Utvecklarportal. En access token går inte att återkalla där; den går ut inom en timme.',
    confirm_one: 'Ta bort API-nycklarna och {{count}} konto…',
    confirm_other: 'Ta bort API-nycklarna och {{count}} konton…',
    filesLeft:
      'API-nycklarna är borttagna. De här tokenfilerna lämnades kvar, eftersom de inte är vad Taxpass skrev, inte gick att radera eller ligger på en enhet som inte är ansluten',
  },
  /** Beside an application that is being edited. */
  sharedBy_one: 'Används av {{users}}. En ny client secret gäller genast för det kontot.',
  sharedBy_other: 'Används av {{count}} konton: {{users}}. En ny client secret gäller genast för alla.',
  otherRegistration: {
    title: 'Med ett annat client ID eller en annan miljö gäller inte de tokens som finns',
    text: 'De gavs till registreringen som den var sparad. De här måste logga in igen: {{users}}. Fram till dess får de tillbaka sina tokens om du sätter tillbaka de gamla värdena.',
  },
  signInAt: 'För',
  keysColumn: 'Nycklar',
  unnamed: 'API-nycklar utan namn',
  /** Where several have one name. */
  named: {
    clientId: '{{name}} (client ID {{text}})',
    redirectUri: '{{name}} ({{text}})',
    number: '{{name}} (nr {{number}})',
  },
  usedBy: 'Används av',
  /** Somebody with several accounts under it. */
  user_one: '{{name}} ({{count}} konto)',
  user_other: '{{name}} ({{count}} konton)',
  /** At the end of a list of names that has no room for all. */
  moreNames: '{{number}} till',
  noRedirectUri: 'ingen',
  usedByNobody: 'Inget konto än',
  alreadyThere: 'Du har redan den här registreringen: {{name}}',
  alreadyThereText:
    'Den har samma client ID. Det räcker att ange den en gång för hur många konton som helst; spara den här bara om du vill behålla båda.',
  option: {
    clientId: 'Client ID {{clientId}}',
    usedBy: 'Används av {{users}}',
  },
};
