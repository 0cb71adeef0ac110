/** Practice mode, and the first page of both modes. */
export const practice = {
  banner: 'Practice: no real authority is contacted',
  showPost: 'Show the practice post',
  postTitle: 'The practice post',
  production: 'What Skatteverket sends for production lies in the subfolder “produktion”.',
  title: 'Practise the whole way',
  intro:
    'A practice ANAF and a practice Skatteverket run on this computer. Their post to you, with everything a real firm receives, lies in this folder:',
  preparing: 'The practice authorities are getting their post ready…',
  folder: 'Folder',
  openFolder: 'Open folder',
  /** The steps at each, with the names of the files as they lie in the folder. */
  steps: {
    anaf: {
      one: 'Press the button and choose “certificat calificat.p12” from the folder “anaf”. Its password is in “parola certificatului.txt”.',
      two: 'Enter the application as “Profil OAuth.txt” has it: callback URL, services, client ID and secret.',
      three:
        'Sign in: a window of the practice ANAF opens. Then look at both deadlines and the claims, and say Hello under Requests.',
    },
    'skatteverket-org': {
      one: 'Press the button and choose “bolag-a.p12”, or drop it on the dialog. The PIN is in “bolag-a PIN-kod.txt”.',
      two: 'Enter the application: environment, scopes, and the two pairs of keys from the letters “API-nycklar OAuth2.txt” and “API-nycklar APIgw.txt”.',
      three: 'Sign in. The account shows the time its access token has left; ping an API under Requests.',
    },
    'skatteverket-per': {
      one: 'Press the button and enter the keys of “API-nycklar e-legitimation OAuth2.txt” and “API-nycklar APIgw.txt”.',
      two: 'Sign in: your browser opens practice login pages. Choose a person there and consent.',
      three:
        'Come back. With an https redirect URI, paste the address the browser stopped at. Then renew, without the browser.',
    },
    'skatteverket-sysorg': {
      one: 'Press the button and choose “bolag-a.p12”; the PIN is in “bolag-a PIN-kod.txt”.',
      two: 'Enter the keys of “API-nycklar system organisationslegitimation OAuth2.txt” and “API-nycklar APIgw.txt”.',
      three: 'Fetch the token. Nobody signs in: the keys and the certificate are enough.',
    },
    'skatteverket-sys': {
      one: 'Press the button and enter the keys of “API-nycklar system OAuth2.txt” and “API-nycklar APIgw.txt”.',
      two: 'Fetch the token. Nobody signs in, and no certificate is shown.',
      three: 'Send a request: this token opens open services alone.',
    },
  },
} as const;

export const firstRun = {
  title: 'No account yet',
  intro:
    'An account is somebody who signs in, together with an application registered at the authority. Have these at hand:',
  needs: {
    anaf: 'your qualified digital certificate with the role SPV PJ, on a USB token, in this computer’s certificate store or as a .p12 file with its password; and from “Profil OAuth” the callback URL, client ID and client secret',
    'skatteverket-org':
      'the organisation certificate from Expisoft, a .p12 file, with its PIN; the pairs of keys marked OAuth2 and APIgw (they may come on different days); the redirect URI and the scopes you registered',
    'skatteverket-per':
      'your e-ID; the pairs of keys marked OAuth2 and APIgw that were made for sign-in with e-ID; the redirect URIs and the scopes you registered',
    'skatteverket-sysorg':
      'the organisation certificate from Expisoft, a .p12 file, with its PIN; the pairs of keys marked OAuth2 and APIgw that were made for a system with an organisation certificate; the scopes',
    'skatteverket-sys': 'the pairs of keys marked OAuth2 and APIgw that were made for a system; the scopes',
  },
  systems: 'A program fetches the token, nobody signs in (for integrators)',
  then: 'Keys and tokens are sealed with this computer’s keychain.',
} as const;
