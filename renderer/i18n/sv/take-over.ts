import type { takeOver as takeOverEn } from '../en/take-over.ts';
import type { Swedish } from '../texts.ts';
/** Taking over tokens that another program fetched. */
export const takeOver: Swedish<typeof takeOverEn> = {
  open: 'Ta över tokens…',
  title: 'Ta över tokens som du redan har',
  firstRun: {
    title: 'Jag har redan tokens',
    text: 'Från Postman, ett faktureringsprogram eller en fil: klistra in dem, eller öppna filen. Inget certifikat behövs för det.',
  },
  intro:
    'Klistra in din access token och din refresh token tillsammans, eller öppna filen de finns i: det som Postman visar under ”Manage Tokens”, en exporterad miljö eller samling, en JSON- eller .env-fil.',
  field: 'Access token och refresh token',
  fieldHint: 'Visas som punkter. Texten läses på den här datorn, inget skickas, och fältet töms.',
  fieldEmpty: 'Klistra först in dina tokens, eller öppna en fil.',
  read: 'Läs in',
  reading: 'Läser…',
  openFile: 'Öppna en fil…',
  problems: {
    'too-large': 'Texten är större än 1 MB. Klistra bara in delen med tokens.',
    'nothing-found': 'Ingen token hittades. En access token från ANAF börjar med ”eyJ” och har omkring 2 000 tecken.',
    placeholder:
      'I stället för en token finns bara namnet på en variabel, inom klammerparenteser. Kopiera variabelns aktuella värde i Postman.',
    'damaged-token': 'Något börjar som en token men går inte att läsa. Oftast har den inte kopierats i sin helhet.',
    'labels-swapped': 'De två tokens stod under varandras namn. De togs för det som de själva säger att de är.',
    'too-many': 'Det finns fler tokens än de som visas här.',
  },
  candidates: 'Flera uppsättningar hittades. Vilken gäller det?',
  candidate: {
    jwt: 'Utfärdade {{issued}}',
    unsaid: 'Tokens som inte säger när de utfärdades',
    refreshAlone: 'Bara en refresh token',
    order: 'Den första är access token, den andra refresh token',
    'other-order': 'Den första är refresh token, den andra access token',
    note: 'Client ID {{clientId}}',
    fingerprint: 'SHA-256 för access token börjar med {{fingerprint}}',
  },
  found: 'Hittat',
  facts: {
    authority: 'Myndighet',
    accessToken: 'Access token giltig till',
    refreshToken: 'Refresh token giltig till',
    until: '{{time}}, {{relative}}',
    ended: 'gick ut {{relative}}',
    accessUnsaid: 'Det framgår inte. Den räknas som utgången tills den förnyas.',
    accessMissing: 'Hittades inte',
    refreshUnsaid: 'Det framgår inte. Myndighetens vanliga giltighetstid används.',
    refreshMissing: 'Hittades inte: tills din access token går ut kan den användas och läsas här, men inte förnyas.',
    serial: 'Certifikatets serienummer',
    roles: 'Roller',
    clientId: 'Client ID',
  },
  profile: 'Från vilken myndighet kommer de?',
  environment: 'Från vilken miljö?',
  application: {
    legend: 'API-nycklar',
    other: 'Andra, som anges här',
    heading: 'API-nycklarna som de hör till',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    secretFound: 'En client secret fanns tillsammans med dina tokens; den används om du inte anger en annan.',
    secretNeeded: 'Behövs för att förnya. Du kan ange den senare, under API-nycklar.',
  },
  account: {
    newer:
      'De här är nyare än de som finns för {{account}}: samma client ID och samma certifikat. Hos myndigheterna ersätter ett nyare par vanligen det tidigare för samma client ID och innehavare.',
    completes: 'De här är nyare än de som finns för {{account}}, eller kompletterar dem, och ersätter dem.',
    older: 'Kontot {{account}} har nyare tokens än de här. Det finns inget att ta över.',
    same: 'Kontot {{account}} har redan de här tokens.',
  },
  both: {
    legend: 'Vad ska hända med de tokens som finns här?',
    replace: 'Ersätt dem med de här',
    replaceNote:
      'Det vanliga. Den tidigare refresh token förvaras krypterat tills den går ut: om myndigheten nekar de nya kan den användas igen.',
    second: 'Behåll båda, som två konton',
    secondNote:
      'Om varje program har fått sina tokens genom en egen inloggning, och båda ska fortsätta. Företag och program med en kopia blir kvar på kontot som finns här.',
  },
  earlier: {
    heading: 'Tidigare tokens',
    what: 'Andra tokens ersatte dem här. De förvaras krypterat tills de går ut, ifall de nuvarande inte är vad de såg ut att vara.',
    refusedTitle: 'Tidigare tokens finns kvar här',
    refused:
      'De ersattes av andra, som nu kräver en inloggning. Pröva de tidigare innan du loggar in: använd dem igen och förnya sedan.',
    pair: 'Hämtade {{obtained}}, ersatta {{replaced}}; refresh token gäller till {{until}}.',
    use: 'Använd de här igen',
    useFor: 'Använd de här igen: tokens som hämtades {{obtained}}',
    done: 'De tidigare används igen. De som de ersatte sparas i sin tur, om de kan komma till användning.',
  },
  incomplete:
    'Det behövs en access token tillsammans med refresh token. Det går bra med en som har gått ut. Gå tillbaka och klistra in båda.',
  allEnded: 'Ingen av dem är giltig längre. Du behöver logga in på nytt med certifikatet.',
  sole: {
    label: 'Från och med nu förnyar bara Taxpass de här',
    hint: 'En refresh token fungerar en gång: vid den första förnyelsen här slutar kopian i det andra programmet (Postman, ett faktureringsprogram) att fungera. Utan kryss här förnyar Taxpass inget automatiskt och frågar dig före den första förnyelsen.',
  },
  takeOver: 'Ta över',
  takingOver: 'Tar över…',
  done: {
    new: 'Övertaget. Din access token är giltig till {{time}}.',
    newEnded: 'Övertaget. Din access token har gått ut; förnya den när du är redo.',
    replaced: 'Kontot har nu de nyare. Den tidigare refresh token sparas tills den går ut.',
    unchanged: 'Kontot hade redan de här.',
  },
  otherCopy: {
    title: 'Det andra programmets kopia slutar fungera',
    text: 'Kontots tokens är övertagna från ett annat program. En refresh token fungerar en gång: med den här förnyelsen får Taxpass en ny, och den som det andra programmet har slutar fungera.',
    access:
      'Den access token som programmet har fortsätter att gälla tills den går ut, {{time}}. Därefter behöver programmet en ny: lämna ut en access token härifrån, eller låt programmet logga in självt.',
    accessEnded: 'Därefter behöver programmet en access token härifrån, eller en egen inloggning med certifikatet.',
    confirm: 'Förnya här',
    keep: 'Inte nu',
  },
};
