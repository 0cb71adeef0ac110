/** What the main process says to its user: native dialogs, menus, notices, its own pages. `{x}` is filled when it is said. */
export const en = {
  language: 'en',
  /** The locale of its numbers, dates and lists. */
  locale: 'en-GB',
  windowTitle: { real: 'Taxpass', practice: 'Taxpass: practice' },
  cancel: 'Cancel',
  startFailed: 'Taxpass could not start',
  startFailedText:
    'Nothing was changed or deleted. Try again; if it happens again, report it with this reference: {reference}',
  menu: {
    file: 'File',
    close: 'Close the window',
    quit: 'Quit Taxpass',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    delete: 'Delete',
    selectAll: 'Select all',
    view: 'View',
    resetZoom: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    toggleDevTools: 'Developer tools',
    window: 'Window',
    minimize: 'Minimise',
    /** These are macOS’s own. */
    about: 'About Taxpass',
    services: 'Services',
    hide: 'Hide Taxpass',
    hideOthers: 'Hide others',
    unhide: 'Show all',
    zoom: 'Zoom',
    front: 'Bring all to front',
  },
  /** Titles of file dialogs, and what they call the files; their buttons are the system’s. */
  files: {
    chooseCertificate: 'Choose the certificate file',
    chooseTokens: 'Choose the file with the tokens',
    chooseCa: 'Choose the CA certificate of your network',
    chooseKey: 'Choose the file with the public key',
    chooseBackupFolder: 'Choose the folder for backups',
    openTransfer: 'Open a Taxpass file',
    saveTransfer: 'Save the file for the other computer',
    saveTokens: 'Where the file is written',
    save: 'Save the file',
    certificates: 'Certificate files (P12, PFX)',
    caCertificates: 'Certificates (PEM, CRT, CER, DER)',
    keys: 'Keys and certificates (PEM, CER, DER, JSON)',
    transfers: 'Taxpass files (taxpass)',
    all: 'All files',
  },
  signInWindow: {
    /** {host} is where the page comes from. */
    title: 'Sign in — {host}',
    /** Offered where a page of the authority shows one message after another. */
    noMoreMessages: 'No more messages from this page',
    /** The strip above the authority’s page. */
    strip: {
      connecting: 'Connecting to {host} …',
      verified: 'Verified connection',
      noPage: 'No page yet',
      certificate: {
        offered: 'This page gets your certificate when it asks for it',
        withheld: 'This page does not get your certificate',
        none: 'No certificate is used here',
      },
    },
  },
  /** The pages a browser is shown when it comes back to this computer. */
  loopback: {
    returned: {
      title: 'You can close this tab and go back to Taxpass',
      text: 'The sign-in has come back to this computer. Taxpass now asks for the access token and says how that ended.',
    },
    refused: {
      title: 'You can close this tab and go back to Taxpass',
      text: 'The sign-in did not lead to an access token this time. Taxpass says why.',
    },
    nothing: {
      title: 'There is nothing here',
      text: 'This address belongs to Taxpass and works once. If you are signing in, go back to Taxpass and open the sign-in page again from there.',
    },
  },
  /** The tray icon’s tooltip and menu. */
  tray: {
    count: '{title}: {need}',
    open: 'Open Taxpass',
    renew: 'Renew what is due',
    quit: 'Quit Taxpass',
    nothingNeedsYou: 'Nothing needs you',
  },
  needYou: { one: '{count} thing needs you', other: '{count} things need you' },
  toKnow: { one: '{count} thing to know', other: '{count} things to know' },
  accounts: { one: '{count} account', other: '{count} accounts' },
  /** Said once, when the window is first closed and the program goes on. */
  staying: {
    message: 'Taxpass goes on renewing',
    detail:
      'Its window is closed; its icon in the tray stays, so that no token lapses. Quit there, or change it in Taxpass under Settings.',
    goOn: 'Go on renewing',
    quit: 'Quit Taxpass',
  },
  /** When the program is to end and the disk has not taken an authority’s answer. */
  unsaved: {
    message: 'New tokens could not be stored',
    detail:
      'The authority has given new tokens, and the disk does not take them: it is full, or may not be written. If Taxpass ends now, they are lost and a new sign-in with the certificate is needed. Make room on the disk and try again.',
    tryAgain: 'Try again',
    quitAnyway: 'Quit and lose them',
  },
  /** What an OS notification says of one notice; `past` once its end is past. {when}: "in 14 days". */
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
  /** Native questions, by what they are about: what will happen if it is confirmed. */
  questions: {
    /** A name as it stands in a row of them. */
    name: '“{name}”',
    /** At the end of a row that has no room for all. */
    moreNames: '{count} more',
    'use-passphrase': {
      title: 'Use a passphrase',
      message: 'Open the sealed storage with a passphrase from now on?',
      detail:
        'This computer’s keychain will no longer open it. The passphrase just typed is asked at each start, and nobody can restore it. If you did not ask for this, cancel.',
      confirm: 'Use the passphrase',
    },
    'set-recovery': {
      title: 'Set a recovery passphrase',
      message: 'Let a recovery passphrase open the sealed storage?',
      detail:
        'Whoever knows it can open a copy of the storage on any computer, and unlock the window. If you did not ask for this, cancel.',
      confirm: 'Set it',
    },
    'replace-recovery': {
      title: 'Replace the recovery passphrase',
      message: 'Replace the recovery passphrase without the one so far?',
      detail:
        'The one so far opens nothing here any more. Whoever knows the new one can open a copy of the storage on any computer, and unlock the window. If you did not ask for this, cancel.',
      confirm: 'Replace it',
    },
    'remove-recovery': {
      title: 'Remove the recovery passphrase',
      message: 'Remove the recovery passphrase?',
      detail:
        'If the keychain or the passphrase is lost, all certificates and tokens here are lost with it. Where the keychain opens the storage, the window can no longer be locked either. If you did not ask for this, cancel.',
      confirm: 'Remove it',
    },
    'trust-ca': {
      title: 'Trust a certificate authority',
      message: 'Trust “{subject}” to vouch for the tax authorities’ servers?',
      detail:
        'Issued by: “{issuer}”\nValid until: {until}\nSHA-256: {fingerprint}\n\nWhoever has the key of this authority can read and change everything between Taxpass and the tax authorities: tokens, sign-ins and what is filed. Go on only if your own IT gave you this file, and compare the fingerprint with them. If you did not ask for this, cancel.',
      confirm: 'Trust it',
    },
    request: {
      title: 'Send to the real authority',
      message: 'Send this {method} request in the name of “{holder}”?',
      detail:
        'It goes to {place}. What it does there is real: it may file or change something at the tax authority, in the name of the token’s holder. If you did not ask for this, cancel.',
      confirm: 'Send it',
    },
    revoke: {
      title: 'Revoke the tokens',
      message: 'Ask {place} to revoke the tokens of “{account}”?',
      detail:
        'If it does, the programs that use them stop, and somebody has to sign in again. If you did not ask for this, cancel.',
      confirm: 'Revoke',
    },
    'remove-account': {
      title: 'Remove an account',
      message: 'Remove “{account}” from this computer?',
      detail: '{lost} If you did not ask for this, cancel.',
      confirm: 'Remove it',
    },
    'remove-application': {
      title: 'Remove an application',
      message: {
        one: 'Remove the application “{application}” and its account?',
        other: 'Remove the application “{application}” and the {count} accounts under it?',
      },
      detail: {
        one: 'With it go its client secret and this account: {names}. {lost} If you did not ask for this, cancel.',
        other: 'With it go its client secret and these accounts: {names}. {lost} If you did not ask for this, cancel.',
      },
      confirm: 'Remove them',
    },
    /** R17, R19, S14. */
    copy: {
      title: 'Copy the access token',
      message: 'Copy the access token of “{holder}” for “{recipient}”?',
      detail:
        'Whoever has this token can act at the tax authority in the name of its holder until it ends. Handle it like a document of value: give it only to “{recipient}”, and keep it from everybody who does not need it.\n\nIt stays on the clipboard for one minute. A clipboard history, or a clipboard that is shared between devices, may keep it longer: switch those off first. The refresh token is not copied. If you did not ask for this, cancel.',
      confirm: 'Copy the token',
    },
    file: {
      title: 'Write the access token to a file',
      message: 'Write the access token of “{holder}” to a file for “{recipient}”?',
      detail:
        'The file is not encrypted: whoever can read it can act at the tax authority in the name of the token’s holder until it ends. Handle it like a document of value, and keep it from everybody who does not need it.\n\nTaxpass makes it readable only by you, writes each new access token into it, and deletes it when you stop. Choose a folder that is not synchronised, shared or backed up. The refresh token is not written. If you did not ask for this, cancel.',
      confirm: 'Choose the file…',
    },
    report: {
      title: 'Save the tokens for the tax authority',
      message: {
        one: 'Write {count} living access token to a file?',
        other: 'Write {count} living access tokens to a file?',
      },
      detail:
        'The file is not encrypted and is for the tax authority alone: whoever reads it can use these tokens until they are blocked or end. Send it by a way that only the authority can read, then delete it. Neither the refresh token nor the client secret is in it. If you did not ask for this, cancel.',
      confirm: 'Choose the file…',
    },
    move: {
      title: 'Move accounts',
      message: {
        one: 'Move one account into the file “{file}”?',
        other: 'Move {count} accounts into the file “{file}”?',
      },
      detail:
        'Refresh tokens and client secrets go into it. Whoever has the file and its passphrase can act at the tax authority in the name of the holders. This computer stops renewing these accounts. If you did not ask for this, cancel.',
      /** {@link detail} where private keys are kept here. */
      detailWithKeys:
        'Refresh tokens and client secrets go into it, and their certificates with the private keys that are kept here. Whoever has the file and its passphrase can act at the tax authority in the name of the holders. This computer stops renewing these accounts. If you did not ask for this, cancel.',
      confirm: 'Move them',
    },
  },
  /** What goes with an account, or with several. */
  lost: {
    nothing: 'No token is lost.',
    'access-token':
      'Access tokens are deleted here, and the files that were kept up to date for other programs. Those that can be reported as compromised are kept sealed until they end, for that alone.',
    renewable:
      'Access and refresh tokens are deleted here, and the files that were kept up to date for other programs. Only a new sign-in brings tokens back. Access tokens that can be reported as compromised are kept sealed until they end, for that alone.',
  },
} as const;
