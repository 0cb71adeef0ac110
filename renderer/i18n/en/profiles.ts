import type { ProfileId } from '../../../electron/contract/snapshot.ts';

/** What every way to sign in has words for; `{{…}}` stand for the same values in each. */
type ProfileWords = {
  /** In a list of ways to sign in. */
  readonly name: string;
  readonly add: string;
  readonly title: string;
  readonly again: string;
  /** How somebody signs in, beside an account without a holder. */
  readonly how: string;
  readonly certificateLegend: string;
  readonly beforeSignIn: string;
  readonly phase: { readonly returned: string; readonly exchanging: string };
  readonly application: {
    readonly suggestedName: string;
    readonly name: string;
    readonly nameHint: string;
    readonly redirectUri: string;
    readonly redirectUris: string;
    readonly redirectUriNumber: string;
    readonly redirectUriHint: string;
    readonly addRedirectUri: string;
    readonly removeRedirectUri: string;
    readonly services: string;
    readonly keysHint: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  readonly deadlines: {
    /** Until when no person is needed. */
    readonly person: string;
    readonly personUntil: string;
    readonly noRefreshToken: string;
    readonly personNeeded: string;
    readonly certificateEnding: string;
    readonly certificateEnded: string;
  };
  readonly tokenResting: string;
  readonly valuable: string;
  readonly row: { readonly ended: string; readonly resting: string };
  readonly remove: string;
  readonly requestsSentAlong: string;
};

const skatteverketRequests =
  'The access token and the APIgw keys are added. No header goes along that Skatteverket does not document.';
const skatteverketValuable =
  'Skatteverket calls an access token a document of value: whoever holds it can act with it. It stays sealed on this computer.';
const skatteverketKeys =
  'Skatteverket sends the keys in parts, on different days. Save what you have; the rest can follow.';

const skatteverketApplication = {
  name: 'Name',
  nameHint: 'What you call it; the authority does not see it.',
  redirectUri: 'Redirect URI',
  redirectUris: 'Redirect URIs',
  redirectUriNumber: 'Redirect URI {{number}}',
  redirectUriHint: 'Exactly as registered at Skatteverket, character for character.',
  addRedirectUri: 'Add a redirect URI',
  removeRedirectUri: 'Remove address {{number}}',
  services: 'Services',
  keysHint: skatteverketKeys,
  clientId: 'Client ID',
  clientSecret: 'Client secret',
} as const;

/** Everything that is said differently from one way to sign in to the next. */
export const profiles = {
  anaf: {
    name: 'ANAF',
    add: 'Sign in at ANAF…',
    title: 'Sign in at ANAF',
    again: 'A new sign-in with the certificate is needed',
    how: 'with a certificate',
    certificateLegend: 'How do you sign in?',
    beforeSignIn:
      'ANAF asks for the digital certificate with the role SPV PJ (“se va prezenta certificatul digital cu rol SPV PJ”). It must be valid and enrolled in SPV; it is shown to ANAF only. The token is that person’s and covers all companies for which the holder has rights.',
    phase: {
      returned: 'ANAF sent the sign-in back…',
      exchanging: 'Exchanging the code for the tokens…',
    },
    application: {
      suggestedName: '',
      name: 'Name (Denumire aplicație)',
      nameHint: 'As on ANAF’s page “Profil OAuth”.',
      redirectUri: 'Callback URL',
      redirectUris: 'Callback URLs',
      redirectUriNumber: 'Callback URL {{number}}',
      redirectUriHint: 'Exactly as in “Profil OAuth”, character for character. ANAF accepts only https addresses.',
      addRedirectUri: 'Add a callback URL',
      removeRedirectUri: 'Remove address {{number}}',
      services: 'Services (Serviciu)',
      keysHint: 'From the table “Client ID-uri OAuth existente” below the form on ANAF’s page.',
      clientId: 'Client ID',
      clientSecret: 'Client Secret',
    },
    deadlines: {
      person: 'No certificate needed until',
      personUntil: 'Until then the access token is renewed by one click, without a certificate (refresh token).',
      noRefreshToken: 'There is no refresh token: a new access token needs a sign-in with the certificate.',
      personNeeded: 'A sign-in with the certificate is needed.',
      certificateEnding:
        'The tokens are not affected. The next sign-in needs the renewed certificate, enrolled in SPV at anaf.ro/reinnoire; ANAF may take a day to recognise it.',
      certificateEnded:
        'Tokens that have not ended go on working. The next sign-in needs a renewed certificate, enrolled in SPV at anaf.ro/reinnoire; ANAF may take a day to recognise it.',
    },
    tokenResting: 'None. Programs that use this access token are refused until it is renewed.',
    valuable:
      'Keep tokens from anybody who does not need them: whoever holds one can act with it. ANAF holds its users responsible for that. Here they stay sealed.',
    row: { ended: 'Needs one click', resting: 'Sign in with the certificate' },
    remove:
      'The account of {{holder}} and its tokens are deleted here. ANAF is not told: a copy held by a program works until it ends. Certificate and application stay. Access tokens that still work are kept sealed until they end, for one purpose: under Applications they can still be reported to ANAF as compromised.',
    requestsSentAlong: 'The access token is added.',
  },
  'skatteverket-org': {
    name: 'Skatteverket, organisation certificate',
    add: 'Sign in at Skatteverket…',
    title: 'Sign in at Skatteverket',
    again: 'A new sign-in is needed',
    how: 'with an organisation certificate',
    certificateLegend: 'Which organisation signs in?',
    beforeSignIn: 'The certificate is shown to Skatteverket only.',
    phase: {
      returned: 'Skatteverket sent the sign-in back…',
      exchanging: 'Exchanging the code for an access token…',
    },
    application: { ...skatteverketApplication, suggestedName: 'Skatteverket' },
    deadlines: {
      person: 'Organisation certificate',
      personUntil: 'Until then a new access token is fetched by one click (refresh token).',
      noRefreshToken: 'Used each time a new access token is fetched. There is no refresh token here.',
      personNeeded: 'The certificate is shown when the next access token is fetched.',
      certificateEnding: 'Order a new organisation certificate in time; until then everything works as before.',
      certificateEnded:
        'No new access token can be fetched with it. Import the organisation’s new certificate and sign in with it.',
    },
    tokenResting: 'None. That is normal: access tokens live for an hour. Fetch a new one when you need it.',
    valuable: skatteverketValuable,
    row: { ended: 'Ended; one click fetches a new one', resting: 'Ended; one click fetches a new one' },
    remove:
      'The account of {{holder}} and its access token are deleted here. Skatteverket offers no way to revoke the token: a copy held elsewhere works until it ends. Certificate and application stay.',
    requestsSentAlong: skatteverketRequests,
  },
  'skatteverket-sysorg': {
    name: 'Skatteverket, system with organisation certificate',
    add: 'Fetch a token from Skatteverket as a system, with the organisation certificate…',
    title: 'Skatteverket: system with organisation certificate',
    again: 'A new access token is needed',
    how: 'as a system, with an organisation certificate',
    certificateLegend: 'Which organisation’s certificate?',
    beforeSignIn:
      'Skatteverket calls this way “Client Credentials Grant” with “organisationslegitimation”. The certificate is shown to Skatteverket only, together with the keys.',
    phase: {
      returned: 'Asking Skatteverket for an access token…',
      exchanging: 'Asking Skatteverket for an access token…',
    },
    application: { ...skatteverketApplication, suggestedName: 'Skatteverket system' },
    deadlines: {
      person: 'Organisation certificate',
      personUntil: 'Until then a new access token is fetched by one click.',
      noRefreshToken:
        'Used, together with the keys, each time a new access token is fetched. There is no refresh token here.',
      personNeeded: 'The certificate is shown when the next access token is fetched.',
      certificateEnding: 'Order a new organisation certificate in time; until then everything works as before.',
      certificateEnded: 'No new access token can be fetched with it. Import the organisation’s new certificate.',
    },
    tokenResting: 'None. That is normal: access tokens live for an hour. Fetch a new one when you need it.',
    valuable: skatteverketValuable,
    row: { ended: 'Ended; one click fetches a new one', resting: 'Ended; one click fetches a new one' },
    remove:
      'The account of {{holder}} and its access token are deleted here. Skatteverket offers no way to revoke the token: a copy held elsewhere works until it ends. Certificate and application stay.',
    requestsSentAlong: skatteverketRequests,
  },
  'skatteverket-sys': {
    name: 'Skatteverket, system',
    add: 'Fetch a token from Skatteverket as a system…',
    title: 'Skatteverket: system, with keys alone',
    again: 'A new access token is needed',
    how: 'as a system',
    certificateLegend: 'Which certificate?',
    beforeSignIn:
      'Skatteverket calls this way “Client Credentials Grant”. No certificate is shown. Only a few open services of Skatteverket take such a token.',
    phase: {
      returned: 'Asking Skatteverket for an access token…',
      exchanging: 'Asking Skatteverket for an access token…',
    },
    application: { ...skatteverketApplication, suggestedName: 'Skatteverket system' },
    deadlines: {
      person: 'The keys',
      personUntil: 'Until then a new access token is fetched by one click.',
      noRefreshToken: 'Used each time a new access token is fetched. There is no refresh token here.',
      personNeeded: 'The keys fetch the next access token.',
      certificateEnding: '',
      certificateEnded: '',
    },
    tokenResting: 'None. That is normal: access tokens live for an hour. Fetch a new one when you need it.',
    valuable: skatteverketValuable,
    row: { ended: 'Ended; one click fetches a new one', resting: 'Ended; one click fetches a new one' },
    remove:
      'This account and its access token are deleted here. Skatteverket offers no way to revoke the token: a copy held elsewhere works until it ends. The application stays.',
    requestsSentAlong: skatteverketRequests,
  },
  'skatteverket-per': {
    name: 'Skatteverket, e-ID',
    add: 'Sign in at Skatteverket with e-ID…',
    title: 'Sign in at Skatteverket with e-ID',
    again: 'A new sign-in with e-ID is needed',
    how: 'with e-ID',
    certificateLegend: 'Which certificate?',
    beforeSignIn:
      'Identify yourself on Skatteverket’s own pages with your e-ID (BankID or Freja) and consent. No certificate is shown.',
    phase: {
      returned: 'Skatteverket sent the sign-in back…',
      exchanging: 'Exchanging the code for the tokens…',
    },
    application: {
      ...skatteverketApplication,
      suggestedName: 'Skatteverket e-ID',
      nameHint: 'What you call it; the account is called so too.',
    },
    deadlines: {
      person: 'No sign-in needed until',
      personUntil: 'Until then a new access token is fetched by one click, without e-ID (refresh token).',
      noRefreshToken: 'There is no refresh token: a new access token needs a sign-in with e-ID.',
      personNeeded: 'That is normal: sign in with e-ID when you need it.',
      certificateEnding: '',
      certificateEnded: '',
    },
    tokenResting: 'None. That is normal: access tokens live for an hour. Fetch a new one when you need it.',
    valuable: skatteverketValuable,
    row: { ended: 'Ended; one click renews it', resting: 'Ended; sign in again when you need it' },
    remove:
      'This account and its tokens are deleted here. Skatteverket offers no way to revoke them: a copy held elsewhere works until it ends. The application stays.',
    requestsSentAlong: skatteverketRequests,
  },
} as const satisfies Record<ProfileId, ProfileWords>;

/** What the authorities themselves are called, and how an access is surely ended at each. */
export const authorities = {
  anaf: {
    name: 'ANAF',
    endsSurely: {
      one: 'Sign in to SPV with the certificate and open “Profil OAuth”.',
      two: 'Under “Client ID-uri OAuth existente”, choose the application and press “Șterge aplicația”; older pages call it “Renunțare OAuth”.',
      three:
        'ANAF then revokes the application’s client ID: every account under that application ends, also those of other people and programs.',
    },
  },
  skatteverket: {
    name: 'Skatteverket',
    endsSurely: {
      one: 'Open the developer portal of Skatteverket.',
      two: 'Withdraw the application’s keys there, or ask its support to do it.',
      three: 'Every account under that application then ends.',
    },
  },
} as const;
