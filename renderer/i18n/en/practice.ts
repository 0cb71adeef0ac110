/** Practice mode, and the first page of both modes. */
export const practice = {
  banner: 'Practice: no real authority is contacted',
  title: 'Practise the whole way',
  intro:
    'A practice Skatteverket runs on this computer. Its post to you, with everything a real firm receives, lies in this folder:',
  preparing: 'The practice authorities are getting their post ready…',
  folder: 'Folder',
  openFolder: 'Open folder',
  filesHeading: 'What is in it',
  files: {
    p12: 'the organisation’s certificate, a .p12 file',
    pin: 'the letter with its PIN',
    oauth2: 'the letter with the OAuth2 keys',
    apigw: 'the letter with the APIgw keys',
  },
  stepsHeading: 'What to do',
  steps: {
    one: 'Press “Sign in at Skatteverket…” and choose the .p12 file, or drop it on this window. The PIN is in its letter.',
    two: 'Enter the application: environment, scopes, and the two pairs of keys from the two letters.',
    three:
      'Sign in. The account appears at the left with the time its access token has left; ping an API under Requests.',
  },
} as const;

export const firstRun = {
  title: 'No account yet',
  intro:
    'An account is your organisation’s certificate together with an application registered at Skatteverket. Have these at hand:',
  needCertificate: 'the organisation certificate from Expisoft, a .p12 file, and the letter with its PIN',
  needKeys:
    'the keys from Skatteverket: the pair marked OAuth2 and the pair marked APIgw (they may come on different days)',
  needRedirectUri: 'the redirect URI and the scopes you registered',
  then: 'Then sign in. The keys and tokens are sealed with this computer’s keychain.',
} as const;
