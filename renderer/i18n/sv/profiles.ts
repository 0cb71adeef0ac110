import type { profiles as profilesEn, authorities as authoritiesEn } from '../en/profiles.ts';
import type { Swedish } from '../texts.ts';

const skatteverketRequests =
  'Din access token och APIgw-nycklarna läggs till. Inga andra headers skickas än de som Skatteverket har angett.';
const skatteverketValuable =
  'Skatteverket kallar en access token för en värdehandling: den kan användas av vem som helst som har den. Här förvaras den krypterad på datorn.';
const skatteverketKeys =
  'Skatteverket skickar nycklarna var för sig, vid olika tillfällen. Spara det du har; resten kan du fylla i senare.';

const skatteverketApplication = {
  name: 'Namn',
  nameHint: 'Ditt eget namn på nycklarna. Skatteverket ser det inte.',
  redirectUri: 'Redirect-URI',
  redirectUris: 'Redirect-URI:er',
  redirectUriNumber: 'Redirect-URI {{number}}',
  redirectUriHint: 'Exakt som den är registrerad hos Skatteverket, tecken för tecken.',
  addRedirectUri: 'Lägg till en redirect-URI',
  removeRedirectUri: 'Ta bort adress {{number}}',
  services: 'Tjänster',
  keysHint: skatteverketKeys,
  clientId: 'Client ID',
  clientSecret: 'Client secret',
} as const;

/** Everything that is said differently from one way to sign in to the next. */
export const profiles: Swedish<typeof profilesEn> = {
  anaf: {
    name: 'ANAF',
    add: 'Logga in hos ANAF…',
    title: 'Logga in hos ANAF',
    again: 'Du behöver logga in på nytt med certifikatet',
    how: 'med certifikat',
    certificateLegend: 'Hur vill du logga in?',
    beforeSignIn:
      'ANAF begär det digitala certifikatet med rollen SPV PJ (”se va prezenta certificatul digital cu rol SPV PJ”). Det måste vara giltigt och registrerat i SPV; det visas bara för ANAF. Token är personlig och omfattar alla företag som innehavaren har behörighet för.',
    phase: {
      returned: 'ANAF har skickat tillbaka inloggningen…',
      exchanging: 'Växlar koden mot tokens…',
    },
    application: {
      suggestedName: '',
      name: 'Namn (Denumire aplicație)',
      nameHint: 'Som på ANAF:s sida ”Profil OAuth”.',
      redirectUri: 'Callback URL',
      redirectUris: 'Callback URL:er',
      redirectUriNumber: 'Callback URL {{number}}',
      redirectUriHint: 'Exakt som i ”Profil OAuth”, tecken för tecken. ANAF godtar bara https-adresser.',
      addRedirectUri: 'Lägg till en callback URL',
      removeRedirectUri: 'Ta bort adress {{number}}',
      services: 'Tjänster (Serviciu)',
      keysHint: 'Från tabellen ”Client ID-uri OAuth existente” under formuläret på ANAF:s sida.',
      clientId: 'Client ID',
      clientSecret: 'Client Secret',
    },
    deadlines: {
      person: 'Inget certifikat behövs förrän',
      personUntil: 'Fram till dess förnyas din access token med ett klick, utan certifikat (refresh token).',
      noRefreshToken: 'Det finns ingen refresh token: för en ny access token behöver du logga in med certifikatet.',
      personNeeded: 'Du behöver logga in med certifikatet.',
      certificateEnding:
        'Dina tokens påverkas inte. Nästa inloggning kräver det förnyade certifikatet, registrerat i SPV på anaf.ro/reinnoire; det kan ta ett dygn innan ANAF känner till det.',
      certificateEnded:
        'Tokens som inte har gått ut fortsätter att fungera. Nästa inloggning kräver ett förnyat certifikat, registrerat i SPV på anaf.ro/reinnoire; det kan ta ett dygn innan ANAF känner till det.',
    },
    tokenResting: 'Ingen. Program som använder denna access token nekas tills den har förnyats.',
    valuable:
      'Låt bara den som behöver dem komma åt dina tokens: de kan användas av vem som helst som har dem. ANAF håller användaren ansvarig för det. Här förvaras de krypterat.',
    row: { ended: 'Förnyas med ett klick', resting: 'Logga in med certifikatet' },
    remove:
      'Kontot för {{holder}} och dess tokens raderas här. ANAF meddelas inte: en kopia i ett program fungerar tills den går ut. Certifikatet och API-nycklarna finns kvar. Access tokens som fortfarande fungerar förvaras krypterat tills de går ut, av ett enda skäl: under API-nycklar kan de fortfarande anmälas till ANAF som röjda.',
    requestsSentAlong: 'Din access token läggs till.',
  },
  'skatteverket-org': {
    name: 'Skatteverket, organisationslegitimation',
    add: 'Logga in hos Skatteverket med organisationslegitimation…',
    title: 'Logga in hos Skatteverket',
    again: 'Du behöver logga in på nytt',
    how: 'med organisationslegitimation',
    certificateLegend: 'Vilken organisation loggar in?',
    beforeSignIn: 'Organisationslegitimationen visas bara för Skatteverket.',
    phase: {
      returned: 'Skatteverket har skickat tillbaka inloggningen…',
      exchanging: 'Växlar auktorisationskoden mot en access token…',
    },
    application: { ...skatteverketApplication, suggestedName: 'Skatteverket' },
    deadlines: {
      person: 'Organisationslegitimation',
      personUntil: 'Fram till dess hämtas en ny access token med ett klick (refresh token).',
      noRefreshToken: 'Används varje gång en ny access token hämtas. Här finns ingen refresh token.',
      personNeeded: 'Organisationslegitimationen används när nästa access token hämtas.',
      certificateEnding: 'Beställ en ny organisationslegitimation i god tid; fram till dess fungerar allt som vanligt.',
      certificateEnded:
        'Det går inte att hämta någon ny access token med den. Importera organisationens nya organisationslegitimation och logga in med den.',
    },
    tokenResting: 'Ingen. Det är normalt: en access token gäller i en timme. Hämta en ny när du behöver den.',
    valuable: skatteverketValuable,
    row: { ended: 'Har gått ut; en ny hämtas med ett klick', resting: 'Har gått ut; en ny hämtas med ett klick' },
    remove:
      'Kontot för {{holder}} och dess access token raderas här. Skatteverket erbjuder inget sätt att återkalla en access token: en kopia på annat håll fungerar tills den går ut. Organisationslegitimationen och API-nycklarna finns kvar.',
    requestsSentAlong: skatteverketRequests,
  },
  'skatteverket-sysorg': {
    name: 'Skatteverket, system med organisationslegitimation',
    add: 'Systemtoken utan inloggning (Client Credentials), med organisationslegitimation…',
    title: 'Skatteverket: system med organisationslegitimation',
    again: 'En ny access token behövs',
    how: 'som system, med organisationslegitimation',
    certificateLegend: 'Vilken organisationslegitimation?',
    beforeSignIn:
      'Skatteverket kallar flödet Client Credentials Grant med organisationslegitimation. Organisationslegitimationen visas bara för Skatteverket, tillsammans med nycklarna.',
    phase: {
      returned: 'Begär en access token hos Skatteverket…',
      exchanging: 'Begär en access token hos Skatteverket…',
    },
    application: { ...skatteverketApplication, suggestedName: 'Skatteverket, system' },
    deadlines: {
      person: 'Organisationslegitimation',
      personUntil: 'Fram till dess hämtas en ny access token med ett klick.',
      noRefreshToken:
        'Används, tillsammans med nycklarna, varje gång en ny access token hämtas. Här finns ingen refresh token.',
      personNeeded: 'Organisationslegitimationen används när nästa access token hämtas.',
      certificateEnding: 'Beställ en ny organisationslegitimation i god tid; fram till dess fungerar allt som vanligt.',
      certificateEnded:
        'Det går inte att hämta någon ny access token med den. Importera organisationens nya organisationslegitimation.',
    },
    tokenResting: 'Ingen. Det är normalt: en access token gäller i en timme. Hämta en ny när du behöver den.',
    valuable: skatteverketValuable,
    row: { ended: 'Har gått ut; en ny hämtas med ett klick', resting: 'Har gått ut; en ny hämtas med ett klick' },
    remove:
      'Kontot för {{holder}} och dess access token raderas här. Skatteverket erbjuder inget sätt att återkalla en access token: en kopia på annat håll fungerar tills den går ut. Organisationslegitimationen och API-nycklarna finns kvar.',
    requestsSentAlong: skatteverketRequests,
  },
  'skatteverket-sys': {
    name: 'Skatteverket, system',
    add: 'Systemtoken utan inloggning (Client Credentials), utan certifikat…',
    title: 'Skatteverket: system, enbart med nycklar',
    again: 'En ny access token behövs',
    how: 'som system',
    certificateLegend: 'Vilket certifikat?',
    beforeSignIn:
      'Skatteverket kallar flödet Client Credentials Grant. Ingen organisationslegitimation används. Bara några få öppna tjänster hos Skatteverket godtar en sådan token.',
    phase: {
      returned: 'Begär en access token hos Skatteverket…',
      exchanging: 'Begär en access token hos Skatteverket…',
    },
    application: { ...skatteverketApplication, suggestedName: 'Skatteverket, system' },
    deadlines: {
      person: 'Nycklarna',
      personUntil: 'Fram till dess hämtas en ny access token med ett klick.',
      noRefreshToken: 'Används varje gång en ny access token hämtas. Här finns ingen refresh token.',
      personNeeded: 'Nycklarna hämtar nästa access token.',
      certificateEnding: '',
      certificateEnded: '',
    },
    tokenResting: 'Ingen. Det är normalt: en access token gäller i en timme. Hämta en ny när du behöver den.',
    valuable: skatteverketValuable,
    row: { ended: 'Har gått ut; en ny hämtas med ett klick', resting: 'Har gått ut; en ny hämtas med ett klick' },
    remove:
      'Kontot och dess access token raderas här. Skatteverket erbjuder inget sätt att återkalla en access token: en kopia på annat håll fungerar tills den går ut. API-nycklarna finns kvar.',
    requestsSentAlong: skatteverketRequests,
  },
  'skatteverket-per': {
    name: 'Skatteverket, e-legitimation',
    add: 'Logga in hos Skatteverket med e-legitimation…',
    title: 'Logga in hos Skatteverket med e-legitimation',
    again: 'Du behöver legitimera dig på nytt med e-legitimation',
    how: 'med e-legitimation',
    certificateLegend: 'Vilket certifikat?',
    beforeSignIn:
      'Legitimera dig på Skatteverkets egna sidor med din e-legitimation (BankID eller Freja) och lämna medgivande. Ingen organisationslegitimation används.',
    phase: {
      returned: 'Skatteverket har skickat tillbaka inloggningen…',
      exchanging: 'Växlar auktorisationskoden mot tokens…',
    },
    application: {
      ...skatteverketApplication,
      suggestedName: 'Skatteverket, e-legitimation',
      nameHint: 'Ditt eget namn på nycklarna. Kontot får samma namn.',
    },
    deadlines: {
      person: 'Ingen inloggning behövs förrän',
      personUntil: 'Fram till dess hämtas en ny access token med ett klick, utan e-legitimation (refresh token).',
      noRefreshToken:
        'Det finns ingen refresh token: för en ny access token behöver du legitimera dig med e-legitimation.',
      personNeeded: 'Det är normalt: logga in med e-legitimation när du behöver.',
      certificateEnding: '',
      certificateEnded: '',
    },
    tokenResting: 'Ingen. Det är normalt: en access token gäller i en timme. Hämta en ny när du behöver den.',
    valuable: skatteverketValuable,
    row: { ended: 'Har gått ut; förnyas med ett klick', resting: 'Har gått ut; logga in igen när du behöver' },
    remove:
      'Kontot och dess tokens raderas här. Skatteverket erbjuder inget sätt att återkalla dem: en kopia på annat håll fungerar tills den går ut. API-nycklarna finns kvar.',
    requestsSentAlong: skatteverketRequests,
  },
};

/** What the authorities themselves are called, and how an access is surely ended at each. */
export const authorities: Swedish<typeof authoritiesEn> = {
  anaf: {
    name: 'ANAF',
    endsSurely: {
      one: 'Logga in i SPV med certifikatet och öppna ”Profil OAuth”.',
      two: 'Välj applikationen under ”Client ID-uri OAuth existente” och tryck på ”Șterge aplicația”; äldre sidor kallar det ”Renunțare OAuth”.',
      three:
        'ANAF återkallar då applikationens client ID: alla konton med det slutar fungera, även andra personers och programs.',
    },
  },
  skatteverket: {
    name: 'Skatteverket',
    endsSurely: {
      one: 'Öppna Skatteverkets Utvecklarportal.',
      two: 'Dra in API-nycklarna där, eller be supporten att göra det.',
      three: 'Då slutar alla konton som använder dem att fungera.',
    },
  },
};
