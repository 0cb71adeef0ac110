/** Practice mode. */
export const practice = {
  banner: 'Practice: no real authority is contacted',
  showPost: 'Practice post and steps',
  postTitle: 'The practice post',
  production: 'What Skatteverket sends for production is in the subfolder “produktion”.',
  title: 'Practise from start to finish',
  intro:
    'A practice ANAF and a practice Skatteverket run on this computer. Their post to you, with everything a real firm receives, is in this folder:',
  preparing: 'The practice authorities are getting their post ready…',
  folder: 'Folder',
  openFolder: 'Open folder',
  stepsTitle: 'Practice steps',
  done: 'Done',
  /** How each way is begun: `{{menu}}` and `{{add}}` are what stands on the screen. */
  beginBelow: 'Press “{{add}}” below.',
  beginAtBoard: 'Press “{{menu}}”, then “{{add}}”.',
  /**
   * The steps at each, with the names of the files as they lie in the folder. `{{file}}` is what leads to the
   * certificate's file on the screen.
   */
  steps: {
    anaf: {
      certificate:
        'Press “{{file}}” and take “certificat calificat.p12” from the folder “anaf”; its password is in “parola certificatului.txt”.',
      application:
        'Enter the application as “Profil OAuth.txt” has it: Callback URL, services, Client ID and Client Secret.',
      signIn: 'Sign in: a window of the practice ANAF opens.',
      then: 'Look at both deadlines and at the claims, and send “Hello” under Requests.',
    },
    'skatteverket-org': {
      certificate: 'Choose “bolag-a.p12”, or drop it on the dialog. Its PIN is in “bolag-a PIN-kod.txt”.',
      application:
        'Enter the application: environment Test, scopes, and the two pairs of keys from the letters “API-nycklar OAuth2.txt” and “API-nycklar APIgw.txt”.',
      signIn: 'Sign in. The account shows the time its access token has left.',
      then: 'Ping an API under Requests.',
    },
    'skatteverket-per': {
      certificate: '',
      application: 'Enter the keys of “API-nycklar e-legitimation OAuth2.txt” and “API-nycklar APIgw.txt”.',
      signIn:
        'Sign in: your browser opens practice login pages. Choose a person there and consent. With an https redirect URI, paste the address the browser stopped at.',
      then: 'Renew, without the browser.',
    },
    'skatteverket-sysorg': {
      certificate: 'Choose “bolag-a.p12”; its PIN is in “bolag-a PIN-kod.txt”.',
      application:
        'Enter the keys of “API-nycklar system organisationslegitimation OAuth2.txt” and “API-nycklar APIgw.txt”.',
      signIn: 'Fetch the token. Nobody signs in: the keys and the certificate are enough.',
      then: 'Send a request under Requests.',
    },
    'skatteverket-sys': {
      certificate: '',
      application: 'Enter the keys of “API-nycklar system OAuth2.txt” and “API-nycklar APIgw.txt”.',
      signIn: 'Fetch the token. Nobody signs in, and no certificate is shown.',
      then: 'Send a request: this token opens open services alone.',
    },
  },
} as const;
