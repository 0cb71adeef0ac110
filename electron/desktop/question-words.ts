/** Main's part of the English catalogue: what the native questions about the vault, requests, and the end of tokens say. */
export const questionWords = {
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
      'If the keychain or the passphrase is lost, all certificates and tokens here are lost with it. Where the keychain opens the storage, the window can no longer be locked either.',
    confirm: 'Remove it',
  },
  'trust-ca': {
    title: 'Trust a certificate authority',
    message: 'Trust “{subject}” to vouch for the tax authorities’ servers?',
    detail:
      'Issued by: {issuer}\nValid until: {until}\nSHA-256: {fingerprint}\n\nWhoever has the key of this authority can read and change everything between Taxpass and the tax authorities: tokens, sign-ins and what is filed. Go on only if your own IT gave you this file, and compare the fingerprint with them. If you did not ask for this, cancel.',
    confirm: 'Trust it',
  },
  request: {
    title: 'Send to the real authority',
    message: 'Send this {method} request in the name of “{holder}”?',
    detail:
      'It goes to {place}. What it does there is real: it may file or change something at the tax authority, in the name of the token’s holder.',
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
    message: 'Remove the application “{application}” and {accounts}?',
    detail: 'With it go its client secret and these accounts: {names}. {lost} If you did not ask for this, cancel.',
    confirm: 'Remove them',
  },
  /** What goes with an account, or with several. */
  lost: {
    nothing: 'No token is lost.',
    'access-token':
      'Access tokens are deleted here, and the files that were kept fresh for other programs. Those that can be reported as compromised are kept sealed until they end, for that alone.',
    renewable:
      'Access and refresh tokens are deleted here, and the files that were kept fresh for other programs. Only a new sign-in brings tokens back. Access tokens that can be reported as compromised are kept sealed until they end, for that alone.',
  },
  accountsOne: 'its account',
  accountsOther: '{count} accounts under it',
  /** More names than the question has room for. */
  moreNames: '{names} and {count} more',
} as const;
