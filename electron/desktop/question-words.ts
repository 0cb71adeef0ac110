/** Main's part of the English catalogue: what the native questions about the vault and about requests say. */
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
  'remove-recovery': {
    title: 'Remove the recovery passphrase',
    message: 'Remove the recovery passphrase?',
    detail:
      'If the keychain or the passphrase is lost, all certificates and tokens here are lost with it. Where the keychain opens the storage, the window can no longer be locked either.',
    confirm: 'Remove it',
  },
  request: {
    title: 'Send to the real authority',
    message: 'Send this {method} request in the name of “{holder}”?',
    detail:
      'It goes to {place}. What it does there is real: it may file or change something at the tax authority, in the name of the token’s holder.',
    confirm: 'Send it',
  },
} as const;
