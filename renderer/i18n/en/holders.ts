import type { StepKey } from '../../features/holders/checklists.ts';

/** Everything that hangs on one person's certificate. */
export const holders = {
  open: 'Everything that depends on it',
  openFor: 'Everything that depends on it: certificate of {{holder}}',
  openForSerial: 'Everything that depends on it: certificate {{serial}}',
  back: 'All certificates',
  gone: 'This certificate is no longer on this computer.',
  /** A certificate that only tokens name. */
  unknown: {
    title: 'Certificate {{serial}}',
    hint: 'Known from tokens that were taken over. The certificate itself is not on this computer.',
  },
  certificate: 'Certificate',
  accounts: {
    heading: 'Accounts',
    none: 'No account signs in with this certificate.',
    under: 'Authority',
  },
  companies: {
    heading: 'Companies',
    none: 'No company is entered for these accounts. They are labels of your own: no authority is asked for them.',
    count_one: '{{count}} company',
    count_other: '{{count}} companies',
  },
  recipients: {
    heading: 'Programs with a copy',
    none: 'No program was given a copy from here. A program that signed in by itself is not seen here.',
    program: 'Program',
    account: 'Account',
    way: 'Way',
    ways: { clipboard: 'Clipboard', file: 'File', 'file-elsewhere': 'File on another computer' },
    end: 'Its copy works until',
    standing: 'Copy',
    current: 'The newest token',
    unknown: 'Not known here: renewed on another computer',
    previous: 'An older token',
  },
  endings: {
    heading: 'What stops when, if nothing is done',
    stillThere: 'What is still there under this certificate, and when it ends',
    renewed:
      'A newer certificate with the same holder’s name is on this computer. What was signed in with that one is on its own page and goes on.',
    none: 'Nothing here is running any more.',
    when: 'When',
    what: 'What',
    programs: 'The access token of {{account}} ends: programs that use it stop.',
    programsResting:
      'The access token of {{account}} ends. The next is fetched with the certificate when it is needed.',
    renewal: '{{account}} can no longer be renewed: then a sign-in with a certificate is needed.',
    copy: 'The copy that {{recipient}} has of {{account}} ends.',
    certificate: 'The certificate ends: nobody can sign in with it.',
  },
  days: {
    leaving: 'The day the holder leaves',
    /** An organisation’s certificate has no leaving holder. */
    leavingOrganisation: 'When an employee leaves',
    renewal: 'The day the certificate is renewed',
  },
  note: 'Taxpass marks what it can see on this computer. What happens at the authority, it cannot see.',
  state: { done: 'Done', open: 'To do', unseen: 'Not seen here', nothing: 'Nothing to do' },
  progress: '{{done}} of {{of}} done',
  account: '{{holder}}, {{application}}',
  withoutHolder: '{{application}}, certificate {{serial}}',
  company: '{{name}} ({{number}})',
  copy: '{{recipient}} (until {{time}})',
  copyEnded: '{{recipient}} (copy ended)',
  more_one: '{{count}} more',
  more_other: '{{count}} more',
  serialUntil: '{{serial}}, valid until {{time}}',
  /** The domain's own steps: R2, R3, R12, R13, R17, R19; S2, S13, S14. */
  steps: {
    'leaving-anaf-enrol': {
      what: 'Another person’s certificate is enrolled in SPV, with the right for these companies',
      how: 'Whoever takes over has a qualified certificate of their own, enrols it in SPV and gets the right for each company there (role SPV PJ). Withdraw the old right only when the successor’s account and all programs are in place: when it goes, ANAF may answer “Nu aveti drept in SPV pentru CIF=…” though the tokens are still valid.',
    },
    'leaving-anaf-registration': {
      what: 'The application does not go with the holder',
      how: '“Profil OAuth” belongs to whoever registered it, with that person’s certificate. If that was the holder, the successor registers an application of their own and enters it here, with its own client ID.',
    },
    'leaving-anaf-signIn': {
      what: 'The successor signs in',
      how: 'Import the successor’s certificate and sign in with it. That makes a new account; the old one goes on until it is removed.',
    },
    'leaving-anaf-companies': {
      what: 'Every company has an account under another certificate',
      how: 'By the companies entered for the accounts. Enter them for the new account too.',
    },
    'leaving-anaf-recipients': {
      what: 'Each program gets a copy of the new account’s token',
      how: 'Hand it over again from the new account, under the same name. A program with an old copy goes on acting in the holder’s name until that copy ends. A program that renews by itself gets a sign-in of its own.',
    },
    'leaving-anaf-end': {
      what: 'The old tokens are ended at ANAF',
      how: 'In SPV, “Profil OAuth”: “Șterge aplicația” (older pages: “Renunțare OAuth”). ANAF then revokes the client ID, and every token under it ends. Tokens in the wrong hands are reported to ANAF, from the account’s page.',
    },
    'leaving-anaf-removeAccounts': {
      what: 'The old accounts are removed from this computer',
      how: 'Only after they are ended at ANAF: without the tokens here, they cannot be reported any more.',
    },
    'leaving-anaf-removeCertificate': {
      what: 'The certificate is removed from this computer',
      how: 'On the page Certificates, once no account needs it. A USB token goes with its holder.',
    },
    'leaving-skatteverket-stays': {
      what: 'Nothing stops by itself',
      how: 'The organisation certificate is the organisation’s, not a person’s. Its accounts go on working when somebody leaves.',
    },
    'leaving-skatteverket-newCertificate': {
      what: 'A person who had the P12 file and its PIN can no longer use them',
      how: 'Whoever has both can sign in as the organisation until the certificate ends. Order a new certificate and have the old one revoked by its issuer; then follow the list for a renewed certificate.',
    },
    'leaving-skatteverket-keys': {
      what: 'The API keys are changed if that person knew them',
      how: 'Have new OAuth2 and APIgw keys made in Skatteverket’s developer portal and the old ones withdrawn. Enter them once, on the page Applications: all accounts under it use them from then on, after signing in again where the client ID is new.',
    },
    'leaving-skatteverket-recipients': {
      what: 'Programs that person used have no copy that still works',
      how: 'An access token is valid for an hour and cannot be revoked: a copy works until its end. Stop handing over to programs that went with that person.',
    },
    'renewal-anaf-enrol': {
      what: 'The renewed certificate is enrolled again, at anaf.ro/reinnoire',
      how: 'It has a new serial number, and ANAF ties the rights in SPV to that number. ANAF may need up to 24 hours to know it; until then it refuses the new certificate, or answers “Nu aveti drept in SPV pentru CIF=…”.',
    },
    'renewal-anaf-import': {
      what: 'The renewed certificate is imported here',
      how: 'Keep the old one until the last step. A certificate on a USB token needs its own software to see the new one; close all browser windows, which remember the old choice.',
    },
    'renewal-anaf-signIn': {
      what: 'Sign in again with it, for each application',
      how: 'Choose the renewed certificate in the sign-in.',
    },
    'renewal-anaf-recipients': {
      what: 'Each program gets a copy of the new token',
      how: 'A file that is kept up to date follows by itself where the same account signs in again; a copy by the clipboard does not.',
    },
    'renewal-anaf-oldTokens': {
      what: 'Do not count on the old tokens',
      how: 'They carry the old serial number. ANAF does not say whether it accepts them until their end. If calls are refused with “Nu aveti drept in SPV”, it is this: sign in with the renewed certificate.',
    },
    'renewal-anaf-removeCertificate': {
      what: 'The old certificate is removed from this computer',
      how: 'On the page Certificates, once no account needs it.',
    },
    'renewal-skatteverket-order': {
      what: 'A new organisation certificate is ordered in time',
      how: 'It takes a week or two, and comes as a P12 with a PIN in a letter of its own. Test and production have different ones.',
    },
    'renewal-skatteverket-boundKeys': {
      what: 'Keys that are bound to the certificate are bound to the new one',
      how: 'Only where the keys were ordered as “utpekad”: those work with that one certificate, so tell Skatteverket, or have new ones made. Keys “valfri” work with any certificate of the organisation.',
    },
    'renewal-skatteverket-import': {
      what: 'The new certificate is imported here',
      how: 'Keep the old one until the last step.',
    },
    'renewal-skatteverket-signIn': {
      what: 'Sign in with it, for each application',
      how: 'Choose the new certificate in the sign-in. No window opens, and nobody has to do anything more.',
    },
    'renewal-skatteverket-recipients': {
      what: 'Each program gets a copy of the new token',
      how: 'An access token is valid for an hour: the old copies end by themselves.',
    },
    'renewal-skatteverket-removeCertificate': {
      what: 'The old certificate is removed from this computer',
      how: 'On the page Certificates, once no account needs it.',
    },
  } satisfies Record<StepKey, { readonly what: string; readonly how: string }>,
  /** What a step still lacks, by what is judged. */
  left: {
    registration: 'Applications:',
    signIn: 'Still to do:',
    companies: 'Not covered yet:',
    recipients: 'With a copy from an account of this certificate:',
    end: 'Careful: these accounts are under the same application and would end with it:',
    removeAccounts: 'Still here:',
    removeCertificate: 'Accounts that still need it:',
  },
  /** What was found that does a step. */
  found: {
    signIn: 'Accounts signed in here with another certificate. Check that the successor’s are among them:',
    import: 'Here, with the same holder’s name. Check that it is this person’s:',
  },
} as const;
