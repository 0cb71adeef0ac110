/** What somebody should know or do, and what of it the settings say. */
export const notices = {
  label: 'Notices',
  needYou_one: '{{count}} thing needs you',
  needYou_other: '{{count}} things need you',
  toKnow_one: '{{count}} thing to know',
  toKnow_other: '{{count}} things to know',
  showAll: 'Show all {{count}}',
  showFewer: 'Show fewer',
  accounts_one: '{{count}} account',
  accounts_other: '{{count}} accounts',
  severity: { 'needs-person': 'Now', soon: 'Soon', 'to-know': 'To know' },
  title: {
    'certificate-ends': {
      coming: 'Certificate of {{holder}} ends {{relative}}: {{accounts}}',
      past: 'Certificate of {{holder}} ended {{relative}}: {{accounts}}',
    },
    'sign-in-by': {
      coming: '{{holder}}: next sign-in with the certificate needed {{relative}}, for {{accounts}}',
      past: '{{holder}}: sign-in with the certificate needed for {{accounts}}',
    },
    'sign-in-needed': {
      coming: '{{holder}}: {{accounts}} can no longer be renewed; programs stop {{relative}}',
      past: '{{holder}}: programs have stopped for {{accounts}}',
    },
    'renewal-failing': {
      coming: '{{holder}}: renewing fails for {{accounts}}; programs stop {{relative}}',
      past: '{{holder}}: renewing fails for {{accounts}}, and programs have stopped',
    },
    'answer-lost': {
      coming: '{{holder}}: the authority’s answer was lost for {{accounts}}; programs stop {{relative}}',
      past: '{{holder}}: the authority’s answer was lost for {{accounts}}, and programs have stopped',
    },
    'other-copy': {
      coming: '{{holder}}: {{accounts}} taken over and not renewed yet; the tokens end {{relative}}',
      past: '{{holder}}: {{accounts}} taken over and never renewed; the tokens have ended',
    },
    'elsewhere-ends': {
      coming: '{{holder}}: tokens of {{accounts}} that another computer renews end here {{relative}}',
      past: '{{holder}}: tokens of {{accounts}} that another computer renews have ended here',
    },
    'old-copy': {
      coming: '{{recipients}}: the old token of {{holder}} it holds ends {{relative}}',
      past: '{{recipients}}: the old token of {{holder}} it holds has ended',
    },
  },
  /** What is to be done about it. */
  todo: {
    'certificate-ends':
      'Renew it with its issuer and import the new one here. Where the authority knows the old one by its serial number, enrol the new one there and sign in again.',
    'sign-in-by':
      'Until {{time}} the certificate is not needed. Sign in again by then, or as soon as you can after it.',
    'sign-in-needed': 'Only a sign-in with the certificate gives new tokens.',
    'renewal-failing': 'Taxpass keeps trying by itself. The account says what went wrong.',
    'answer-lost': 'Renew once more; if the authority has spent the old refresh token, sign in again.',
    'other-copy': 'Open the account and press “Renew the token”: it asks before the other program’s copy ends.',
    'elsewhere-ends': 'There is nothing to do, unless this computer is to renew them from now on.',
    'old-copy': 'Hand the new token over, or end the hand-over if that program is no longer used.',
    'backup-failing': 'See under Settings where it goes, and what went wrong.',
    'clock-behind':
      'A token here was obtained at {{time}} by this clock. Set the clock right; until then deadlines are wrong.',
  },
  backupFailing: {
    never: 'The daily backup has not been written yet',
    last: 'The daily backup fails; the last one is of {{time}}',
  },
  clockBehind: 'The clock of this computer is behind',
  away: {
    sentence: 'While you were away: {{what}}',
    since: 'Since {{time}}.',
    renewed_one: '{{count}} renewed',
    renewed_other: '{{count}} renewed',
    needCertificate_one: '{{count}} needs a certificate',
    needCertificate_other: '{{count}} need a certificate',
    needPerson_one: '{{count}} needs you',
    needPerson_other: '{{count}} need you',
  },
  act: {
    renew: 'Renew',
    renewDue: 'Renew all that are due',
    signIn: 'Sign in',
    openAccount: 'Open account',
    openCertificates: 'Open certificates',
    openSettings: 'Open settings',
    dismiss: 'Dismiss',
    about: '{{act}}: {{notice}}',
    tomorrow: 'Remind me tomorrow',
    nextThreshold_one: 'Remind me the day before',
    nextThreshold_other: 'Remind me {{count}} days before',
    nextThresholdEnd: 'Remind me when it ends',
  },
  settings: {
    heading: 'With the window closed',
    staysInTray: 'Go on renewing in the tray when the window is closed',
    noTray:
      'This desktop shows no tray icons, so Taxpass ends with its window: without an icon it could not be reached. On GNOME the extension AppIndicator adds them.',
    endsWithWindow: 'While Taxpass does not run, nothing is renewed.',
    startsAtLogin: 'Start with the computer, without a window',
    notInstalled: 'Only the installed Taxpass can start with the computer, and not in practice.',
  },
} as const;
