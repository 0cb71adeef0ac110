/** The first page, where there is no account yet; and what the steps of a first sign-in say. */
export const firstRun = {
  title: 'No account yet',
  intro:
    'An account is somebody who signs in, together with an application registered at the authority. Begin with what you have: whatever is entered is kept, and the rest can follow another day.',
  otherAuthority: 'Sign in at {{authority}} instead',
  need: 'What you need',
  systems: 'A program fetches the token, nobody signs in (for integrators)',
  then: 'Keys and tokens are sealed on this computer and are sent to the authority only.',
  /** What has to be at hand for each way to sign in. */
  needs: {
    anaf: {
      certificate:
        'Your qualified digital certificate with the role SPV PJ: on a USB token, in this computer’s certificate store, or as a .p12 file with its password.',
      application:
        'From ANAF’s page “Profil OAuth”: the Callback URL, the services, the Client ID and the Client Secret.',
    },
    'skatteverket-org': {
      certificate: 'The organisation certificate (“organisationslegitimation”) from Expisoft: a .p12 file and its PIN.',
      oauth2: 'The pair of keys marked OAuth2: OAuth2 client ID and OAuth2 client secret.',
      apigw:
        'The pair marked APIgw: APIgw client ID and APIgw client secret. It may come later; you can sign in without it.',
      registered: 'The redirect URI you registered, and the scopes: what the token is to open.',
    },
    'skatteverket-per': {
      certificate: 'Your e-ID.',
      oauth2: 'The pairs of keys marked OAuth2 and APIgw that were made for sign-in with e-ID.',
      registered: 'The redirect URIs you registered, and the scopes: what the token is to open.',
    },
    'skatteverket-sysorg': {
      certificate: 'The organisation certificate from Expisoft: a .p12 file and its PIN.',
      oauth2:
        'The pairs of keys marked OAuth2 and APIgw that were made for a system with an organisation certificate, and the scopes.',
    },
    'skatteverket-sys': {
      oauth2: 'The pairs of keys marked OAuth2 and APIgw that were made for a system, and the scopes.',
    },
  },
  /** The ways to begin; each opens the sign-in with that choice made. */
  begin: {
    token: 'Sign in with the certificate on my USB token…',
    tokenTitle: 'My certificate is on a USB token',
    tokenNote:
      'Or in this computer’s certificate store. A window with ANAF’s pages opens, and Taxpass asks which certificate to use.',
    fileTitle: 'My certificate is in a file',
    file: 'Sign in with a certificate file (.p12)…',
    organisation: 'Sign in with the organisation certificate (.p12)…',
    keys: 'Enter the keys you have received…',
    keysNote: 'One pair, or a part of it, is enough to begin.',
  },
  keys: {
    title: 'Keys for {{profile}}',
    text: 'Enter what you have received. The rest can follow: what is still missing is said on the first page and under Applications.',
  },
  fileNote: 'Taxpass asks for the file, then for its PIN or password.',
  saveForLater: 'Save, go on later',
  savedForLater: 'Saved {{name}}. Go on from the first page or under Applications.',
  /** What was begun and is no account yet. */
  underWay: {
    heading: 'Begun',
    ready: 'Complete: ready to sign in.',
    fill: 'Enter the rest…',
    fillFor: 'Enter the rest of {{name}}…',
    signIn: 'Go on to sign in…',
    signInFor: 'Go on to sign in with {{name}}…',
    certificates_one: 'Imported already: the certificate of {{holders}}.',
    certificates_other: 'Imported already: the certificates of {{holders}}.',
  },
  /** What is registered at the authority as the address a sign-in comes back to. */
  callback: {
    anaf: 'Callback URL to register at ANAF',
    skatteverket: 'Redirect URI to register at Skatteverket',
    exactly: 'Register it and enter it here exactly like this, character for character.',
    /** By how a sign-in comes home from there. */
    why: {
      loopback:
        'Choose this one: it works in Taxpass’s own window and with your own browser, for which Taxpass listens there while you sign in.',
      astray:
        'The one in ANAF’s Postman example. If you have it registered already, it will do: Taxpass’s own window catches it before anything is sent. Not with your own browser.',
      caught: 'Nothing has to listen there: Taxpass follows the sign-in itself and stops at this address.',
      protocol: 'The browser hands the sign-in over to Taxpass by itself.',
      pasted: 'Where only https is taken. You paste the address at which the browser stopped.',
      relayed: 'A page of your own hands the sign-in over to Taxpass.',
    },
    several: 'Several may be registered (“+”); with both you are free to choose later.',
  },
  elsewhere: {
    heading: 'From another computer',
    text: 'Taxpass was used on another computer, or there is a backup? Open the file it wrote.',
    open: 'Bring accounts from another computer…',
  },
  practise: {
    heading: 'Practise first',
    text: 'Taxpass brings a practice ANAF and a practice Skatteverket, which run on this computer alone. Practice has its own window and its own data, and can be open beside this one.',
    open: 'Open practice',
    opened: 'Practice opens in a window of its own.',
    line: 'Or start it by this line',
    windows: 'In “Run” (Windows+R); put the folder of Taxpass in front if it is not found.',
    mac: 'In the Terminal.',
    linux: 'In a terminal.',
  },
  copy: 'Copy',
  copyAddress: 'Copy {{address}}',
  copied: 'Copied: {{address}}',
} as const;

/** Help: what stands around its articles, which are read when they are asked for. */
export const help = {
  topics: 'Topics of Help',
  gives: 'You then have:',
  /** Where a topic unfolds in place. */
  about: {
    'register-anaf': 'How to register the application at ANAF, step by step',
    'register-skatteverket': 'How to get keys and certificate from Skatteverket, step by step',
    'usb-token': 'What this computer needs for a USB token, and what to do when nothing is offered',
    storage: 'What Taxpass keeps, and what a passphrase does',
  },
  /** A press of the mouse, after the key that is held with it. */
  click: 'click',
  shortcuts: {
    next: 'To the next field or button',
    previous: 'To the previous one',
    landmark: 'From the accounts to the open page, and back',
    choose: 'Choose within tabs, lists and radio buttons',
    ends: 'To the first account of the list, to the last',
    pages: 'A screenful of accounts up or down',
    name: 'In the list: to the account whose name begins with it',
    select: 'Select this account too',
    selectRange: 'Select all accounts up to this one',
    press: 'Press the button; in a form, continue',
    close: 'Close the dialog; Taxpass asks before what you typed is lost',
    search: 'Search the accounts',
    help: 'Open Help',
    settings: 'Open the settings',
    larger: 'Larger text',
    smaller: 'Smaller text',
    usualSize: 'Usual size',
    closeWindow: 'Close the window; if Taxpass stays in the tray, it goes on renewing',
  },
} as const;
