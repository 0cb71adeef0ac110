/** Applications: the registrations at an authority. */
export const applications = {
  heading: 'Applications',
  empty:
    'No application has been entered. An application is what you registered at an authority: its callback addresses, what it may do, and its keys.',
  add: 'Enter an application…',
  newTitle: 'Enter an application',
  editTitle: 'Edit application',
  profile: 'For which sign-in?',
  saved: 'Saved {{name}}.',
  environment: 'Environment',
  environmentHint: 'Keys and certificates of the test environment do not work in production, nor the other way round.',
  addSuggestion: 'Add {{uri}}',
  scopes: 'Scopes',
  /** What each scope opens at Skatteverket, by its service descriptions. */
  scopeMeanings: {
    momsdeklaration: 'VAT returns',
    agd: 'Employer returns (AGI): submitting',
    agdredovisningperiod: 'Employer returns (AGI): periods to report for',
    skattekonto: 'Tax account: balance and transactions',
    ska: 'Tax account: balance and transactions',
    skahmst: 'Tax accounts of principals, for an agent',
    inkforetag: 'Income tax returns of companies',
    ink1: 'Income tax return 1, of individuals',
    obr: 'Agents: for whom one may act, in which role',
    fos: 'Tax deduction enquiries',
    bilforman: 'Company car benefit: calculation',
    fbfuppgoffakt: 'Population register, for public bodies',
  },
  /** An API is tied to its flows; nobody can choose freely (S1). */
  flows: {
    title: 'This way may not open what you need',
    elsewhere: 'Skatteverket gives {{scope}} to another flow: {{flows}}. A token fetched this way will not open it.',
    unknown:
      'No page of Skatteverket that we know says whether a system may have {{scopes}} this way. See the API’s own description before you order keys for it.',
  },
  serviceMeanings: {
    'E-Factura': 'Electronic invoices',
    'E-Transport': 'Transports of goods that must be declared',
  },
  otherScopes: 'Other scopes',
  otherServices: 'Other services',
  otherScopesHint:
    'A scope names what a token may open; the API’s description gives it. Separate several by spaces or commas.',
  otherServicesHint: 'Separated by commas.',
  keys: {
    heading: 'Keys',
    oauth2: 'OAuth2',
    oauth2Hint: 'The pair marked OAuth2: used to sign in.',
    apigw: 'APIgw',
    apigwHint: 'The pair marked APIgw: used to call the APIs.',
    secretStored: 'A secret is stored. Leave empty to keep it.',
  },
  swap: 'Swap the two pairs',
  swapped: 'The two pairs are swapped in the form. Save to keep it so.',
  complete: 'Complete',
  waitingFor: 'Waiting for {{parts}}',
  /** Where there is one pair of keys, or where it is not known. */
  missing: {
    clientId: 'the client ID',
    clientSecret: 'the client secret',
    redirectUris: 'the redirect URI',
    scopes: 'at least one scope',
    apigwClientId: 'the APIgw client ID',
    apigwClientSecret: 'the APIgw client secret',
  },
  /** Where there are two. */
  missingOfTwoPairs: {
    clientId: 'the OAuth2 client ID',
    clientSecret: 'the OAuth2 client secret',
    redirectUris: 'the redirect URI',
    scopes: 'at least one scope',
    apigwClientId: 'the APIgw client ID',
    apigwClientSecret: 'the APIgw client secret',
  },
  neededToSignIn: 'Before anyone can sign in, it needs {{parts}}.',
  neededForApis: 'Anyone can sign in with what is there. To call the APIs under Requests, it still needs {{parts}}.',
  lacksScheme: 'There is nothing like https:// in front. Registered addresses have it; compare with yours.',
  edit: 'Edit the application…',
  editFor: 'Edit {{name}}…',
  removeFor: 'Remove from this computer: {{name}}…',
  removeTitle: 'Remove this application from this computer?',
  removeText: '{{name}} and its keys are deleted here. The registration at {{authority}} stays.',
  removeConfirm: 'Remove application',
  removed: 'The application was removed from this computer.',
  /** Removing an application lists what goes with it (R2). */
  removing: {
    accounts_one: 'This account is removed from this computer with it',
    accounts_other: 'These {{count}} accounts are removed from this computer with it',
    held: {
      accessToken: 'The access token works until {{until}}.',
      refreshToken: 'Renewable without a certificate until {{until}}.',
      clipboard: '{{recipient}} has a copy that works until {{until}}.',
      file: '{{recipient}} has a copy in a file, which is deleted; it works until {{until}}.',
      'file-elsewhere': '{{recipient}} has a copy in a file on another computer; it works until {{until}}.',
    },
    ended: {
      accessToken: 'The access token ended {{relative}}.',
      refreshToken: 'The refresh token ended {{relative}}.',
      clipboard: '{{recipient}} has a copy that ended {{relative}}.',
      file: '{{recipient}} has a copy in a file, which is deleted; it ended {{relative}}.',
      'file-elsewhere': '{{recipient}} has a copy in a file on another computer; it ended {{relative}}.',
    },
    noToken: 'It holds no token.',
    companies_one: '{{count}} company is entered for it.',
    companies_other: '{{count}} companies are entered for it.',
    copies:
      'The tokens are deleted here; a copy that a program holds works until it ends. Access tokens that an authority takes reports of are kept sealed until they end, and can be reported as compromised from this page. A sign-in under way is cancelled.',
    atAuthority: '{{authority}} is not told',
    anaf: 'The registration in “Profil OAuth” stays. Only when it is deleted there (“Șterge aplicația”) does ANAF revoke its Client ID: then every token under it ends, in every program and on every computer, whoever signed in.',
    skatteverket:
      'The keys stay valid until they are withdrawn in Skatteverket’s developer portal. An access token cannot be revoked there; it ends within an hour.',
    confirm_one: 'Remove application and {{count}} account…',
    confirm_other: 'Remove application and {{count}} accounts…',
    filesLeft:
      'The application was removed. These token files were left where they are, as they are not what Taxpass wrote, would not go, or their drive is not connected',
  },
  /** Beside an application that is being edited. */
  sharedBy_one: 'Used by {{users}}. A new secret takes effect for that account at once.',
  sharedBy_other: 'Used by {{count}} accounts: {{users}}. A new secret takes effect for all of them at once.',
  otherRegistration: {
    title: 'With another client ID or environment, the tokens there are do not count',
    text: 'They were given to the registration as it was saved. These have to sign in again: {{users}}. Until they do, putting the old values back brings their tokens back too.',
  },
  signInAt: 'For',
  keysColumn: 'Keys',
  unnamed: 'Unnamed application',
  /** Where several have one name. */
  named: {
    clientId: '{{name}} (client ID {{text}})',
    redirectUri: '{{name}} ({{text}})',
    number: '{{name}} (no. {{number}})',
  },
  usedBy: 'Used by',
  /** Somebody with several accounts under it. */
  user_one: '{{name}} ({{count}} account)',
  user_other: '{{name}} ({{count}} accounts)',
  /** At the end of a list of names that has no room for all. */
  moreNames: '{{number}} more',
  noRedirectUri: 'none',
  usedByNobody: 'No account yet',
  alreadyThere: 'You already have this registration: {{name}}',
  alreadyThereText:
    'It has the same client ID. One entry is enough for any number of accounts; save this one only if you want to keep both.',
  option: {
    clientId: 'Client ID {{clientId}}',
    usedBy: 'Used by {{users}}',
  },
} as const;
