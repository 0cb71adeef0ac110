/** The steps that add an account, and the questions a sign-in asks. */
export const signIn = {
  step: 'Step {{number}} of {{total}}: {{name}}',
  stepNames: { certificate: 'Certificate', application: 'Application', run: 'Sign in' },
  certificateOption: '{{holder}} · {{number}}',
  certificateNote: '{{issuer}} · {{key}} · valid until {{time}}',
  /** What each way is, what it asks of the user, and what is said while it goes on. */
  ways: {
    direct: {
      name: 'By itself, without a window',
      note: 'Taxpass goes through the sign-in and shows the certificate; there is nothing more to do.',
      running: 'Signing in as {{holder}}',
      waiting: 'Showing the certificate to {{authority}}…',
    },
    window: {
      name: 'In a window of Taxpass',
      note: 'The pages of {{authority}} open in a window of Taxpass, and the certificate is shown when they ask for it.',
      running:
        'A window with the pages of {{authority}} opens; sign in there. The certificate of {{holder}} is presented, to {{authority}} only. The window closes by itself when {{authority}} has answered.',
      waiting: 'Waiting for the sign-in in the window…',
    },
    'device-window': {
      name: 'The certificate on my USB token, or in this computer’s certificate store',
      note: 'A window with the pages of {{authority}} opens. Taxpass then asks which certificate to use and, where the system leaves that to it, for the token’s PIN.',
      running:
        'A window with the pages of {{authority}} opens; sign in there. The token must be inserted. The window closes by itself when {{authority}} has answered.',
      waiting: 'Waiting for the sign-in in the window…',
    },
    browser: {
      name: 'In my own browser',
      note: 'The pages of {{authority}} open in your browser. Sign in there as usual.',
      running: 'Your browser opens the pages of {{authority}}. Sign in there, then come back here.',
      waiting: 'Waiting for the sign-in in the browser…',
    },
    'client-credentials': {
      name: 'With the keys alone',
      note: 'Nobody signs in: the application asks for the token with its own keys.',
      running: 'Asking {{authority}} for an access token',
      waiting: 'Asking {{authority}} for an access token…',
    },
  },
  otherIssuer: {
    title: 'Probably not the right certificate',
    text: '{{authority}} takes organisation certificates from Expisoft; this one was issued by {{issuer}}. You can try it; {{authority}} decides.',
  },
  wayLegend: 'How does the sign-in go?',
  anotherWay: 'Sign in another way',
  importAnother: 'Use a certificate file (.p12, .pfx)',
  useImported: 'Back to the choice',
  next: 'Next',
  applicationLegend: 'With which application?',
  enterNew: 'Enter a new application',
  useExisting: 'Use an application already entered',
  saveAndSignIn: 'Save and sign in',
  signIn: 'Sign in',
  saveAndFetch: 'Save and fetch token',
  fetch: 'Fetch token',
  redirectLegend: 'Callback address of this sign-in',
  arrival: {
    caught: 'Taxpass catches it before anything is sent to that address.',
    protocol: 'The browser hands it over to Taxpass by itself.',
    loopback:
      'Taxpass listens there, on this computer alone, while you sign in. The browser warns first: nobody can certify the address “localhost”.',
    relayed: 'The page there hands it over to Taxpass, or you copy the address from the browser and paste it here.',
    pasted: 'Nothing can listen there: you copy the address from the browser and paste it here.',
    astray: 'With the browser, somebody else’s page would see the code: choose the window instead.',
  },
  stillWaiting: 'A sign-in at {{authority}} with “{{application}}” still waits for the browser.',
  /** What is said and offered while a sign-in waits for the system browser. */
  browser: {
    waitingPastWarning:
      'Waiting for the browser. It first warns that it does not know this computer’s certificate: go on past that warning, then sign in at {{authority}}.',
    warning: {
      summary: 'The browser’s warning, and how to go on',
      why: 'The first page is Taxpass’s own, at “localhost”: this computer. Its certificate is made for this sign-in and kept nowhere, so no browser knows it. Go on past a warning about “localhost” only, never past one about another address.',
      past: {
        chrome: 'Chrome, Chromium: “Advanced”, then “Proceed to localhost (unsafe)”.',
        edge: 'Edge: “Advanced”, then “Continue to localhost (unsafe)”.',
        firefox: 'Firefox: “Advanced…”, then “Accept the Risk and Continue”.',
        safari: 'Safari: “Show Details”, then “visit this website”, then “Visit Website”.',
      },
    },
    openAgain: 'Open in the browser again',
    copyLink: 'Copy sign-in link',
    linkHint:
      'The link is for another browser on this computer, or another profile of it. Whoever signs in with it signs in here: do not send it to anybody.',
    linkCopied: 'The sign-in link is on the clipboard. Paste it into the address bar of the other browser.',
  },
  paste: {
    intro:
      'When you have consented, the browser stops at an address that cannot be reached. That is as it should be: copy the whole address from its address bar, at once, as it soon expires.',
    summary: 'The browser did not come back by itself?',
    quietIntro: 'Copy the whole address at which the browser stopped, and paste it here.',
    label: 'Paste the address the browser stopped at',
    hint: 'It begins with {{arrivalUri}}',
    handIn: 'Use this address',
  },
  pinTitle: 'PIN of the certificate',
  pin: 'PIN',
  pinText:
    'The key of {{holder}} (certificate issued by {{issuer}}) is not kept on this computer. Its PIN opens the file for this sign-in and is not stored.',
  withPin: 'Go on',
  cancelSignIn: 'Cancel sign-in',
  done: 'Signed in as {{holder}}. The access token is valid until {{time}}.',
  again: '{{holder}} has new tokens in place of the earlier ones. The access token is valid until {{time}}.',
  fetched: '{{holder}} has an access token. It is valid until {{time}}.',
  shared: 'This account is there already; its token is valid until {{time}}. The authority was not asked.',
  strayCallback: 'A sign-in came back from the browser that nothing here waits for. It was not used.',
  editApplication: 'Edit the application',
} as const;
