/** Main's part of the English catalogue: what native dialogs and window titles say. */
export const words = {
  windowTitle: 'Taxpass',
  practiceWindowTitle: 'Taxpass: practice',
  chooseCertificate: 'Choose the certificate file',
  chooseTokens: 'Choose the file with the tokens',
  certificateFiles: 'Certificate files (P12, PFX)',
  allFiles: 'All files',
  chooseCa: 'Choose the CA certificate of your network',
  caFiles: 'Certificates (PEM, CRT, CER, DER)',
  saveTransfer: 'Save the file for the other computer',
  openTransfer: 'Open a Taxpass file',
  chooseBackupFolder: 'Choose the folder for backups',
  transferFiles: 'Taxpass files (taxpass)',
  startFailed: 'Taxpass could not start',
  startFailedText:
    'Nothing was changed or deleted. Try again; if it happens again, report it with this reference: {reference}',
  /** When the program is to end and the disk has not taken an authority's answer. */
  unsaved: 'New tokens could not be stored',
  unsavedDetail:
    'The authority has given new tokens, and the disk does not take them: it is full, or may not be written. If Taxpass ends now, they are lost and a new sign-in with the certificate is needed. Make room on the disk and try again.',
  tryAgain: 'Try again',
  quitAnyway: 'Quit and lose them',
  /** Title of the sign-in window; {host} is where its page comes from. */
  signInWindowTitle: 'Sign in — {host}',
  /** The strip above the authority's page in the sign-in window; {host} is where the page comes from. */
  signInStrip: {
    connecting: 'Connecting to {host} …',
    verified: 'Verified connection',
    noPage: 'No page yet',
    certificateOffered: 'This page gets your certificate when it asks for it',
    certificateWithheld: 'This page does not get your certificate',
    noCertificate: 'No certificate is used here',
  },
  /** The tray icon's tooltip and menu. */
  trayCount: '{title}: {need}',
  trayOpen: 'Open Taxpass',
  trayRenew: 'Renew what is due',
  trayQuit: 'Quit Taxpass',
  needYou: { one: '{count} thing needs you', other: '{count} things need you' },
  nothingNeedsYou: 'Nothing needs you',
  toKnow: { one: '{count} thing to know', other: '{count} things to know' },
  accounts: { one: '{count} account', other: '{count} accounts' },
  /** Said once, when the window is first closed and the program goes on. */
  staysInTray: 'Taxpass goes on renewing',
  staysInTrayDetail:
    'Its window is closed; its icon in the tray stays, so that no token lapses. Quit there, or change it in Taxpass under Settings.',
  staysInTrayOk: 'Go on renewing',
  staysInTrayQuit: 'Quit Taxpass',
  /** What an OS notification says of one notice; `past` once its end is past. */
  notices: {
    'certificate-ends': {
      coming: 'Certificate of {holder} ends {when}: {accounts}.',
      past: 'Certificate of {holder} ended {when}: {accounts}.',
    },
    'sign-in-by': {
      coming: '{holder}: the next sign-in with the certificate is needed {when}, for {accounts}.',
      past: '{holder}: a sign-in with the certificate is needed for {accounts}.',
    },
    'sign-in-needed': {
      coming: '{holder}: {accounts} can no longer be renewed. Programs work on; that ends {when}. Sign in before.',
      past: '{holder}: programs have stopped for {accounts}. Sign in with the certificate.',
    },
    'renewal-failing': {
      coming: '{holder}: renewing fails for {accounts}. Programs stop {when}.',
      past: '{holder}: renewing fails for {accounts}, and programs have stopped.',
    },
    'answer-lost': {
      coming: '{holder}: the authority’s answer was lost for {accounts}. Renew or sign in; programs stop {when}.',
      past: '{holder}: the authority’s answer was lost for {accounts}. Renew or sign in.',
    },
    'other-copy': {
      coming: '{holder}: {accounts} taken over, not renewed yet. Their tokens end {when}.',
      past: '{holder}: {accounts} taken over, never renewed. Their tokens have ended.',
    },
    'elsewhere-ends': {
      coming: '{holder}: tokens of {accounts} that another computer renews end here {when}.',
      past: '{holder}: tokens of {accounts} that another computer renews have ended here.',
    },
    'old-copy': {
      coming: '{recipients}: the old token of {holder} that it holds ends {when}. Hand over the new one.',
      past: '{recipients}: the old token of {holder} that it holds has ended. Hand over the new one.',
    },
    'backup-failing': 'The daily backup could not be written.',
    'clock-behind': 'The clock of this computer is behind. Deadlines are wrong until it is set right.',
    away: {
      sentence: 'While you were away: {what}.',
      renewed: { one: '{count} renewed', other: '{count} renewed' },
      needCertificate: { one: '{count} needs a certificate', other: '{count} need a certificate' },
      needPerson: { one: '{count} needs you', other: '{count} need you' },
    },
  },
} as const;
