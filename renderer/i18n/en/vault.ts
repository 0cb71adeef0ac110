/** What is said while the sealed storage is not ready, and of what protects it. */
export const vault = {
  opening: 'Opening the sealed storage…',
  nothingDeleted: 'Nothing was deleted.',
  reason: 'The system says: {{reason}}',
  reasons: {
    'no-keychain': 'There is no keychain that can keep a secret.',
    'keychain-locked': 'The keychain is locked.',
    'keychain-refused': 'The keychain refuses, or does not know the key: it may be another user’s, or a new one.',
    'disk-full': 'The disk is full.',
    'no-permission': 'The folder may not be read or written.',
    'disk-error': 'The disk reported an error.',
    'not-durable': 'The disk did not confirm that it was written for good.',
  },
  keychainHelp: {
    linux:
      'On Linux, install and unlock gnome-keyring or KWallet (KDE Wallet), sign in to the desktop again, then try again.',
    other: 'Unlock the keychain of your system, then try again.',
  },
  unavailable: {
    title: 'This computer’s keychain is not available',
    why: 'Taxpass seals every key and token with a key kept in the system’s keychain. Without it nothing can be read, and Taxpass never stores anything unprotected.',
  },
  disk: {
    title: 'The sealed storage cannot be read or written',
    why: 'The system did not let Taxpass read or write its folder.',
    now: 'Put that right, then try again.',
  },
  'no-vault-yet': {
    title: 'Protect what you will store',
    why: 'Taxpass seals every key and token. Usually the system’s keychain keeps the key, but on this computer it cannot.',
    choice: 'Make the keychain available and try again, or let a passphrase open the storage:',
    renewal:
      'A passphrase is asked for at each start. Until it is typed, nothing is renewed: after a restart, open Taxpass before the tokens end.',
    lost: 'Nobody can restore a lost passphrase. Write it down and keep it where you keep the PIN letters.',
    create: 'Create the storage',
  },
  locked: {
    title: 'The storage is locked',
    why: 'It opens with its passphrase. Until then, nothing is renewed.',
    recovery: 'If you have forgotten it, the recovery passphrase opens it too, if you have set one.',
    windowTitle: 'The window is locked',
    windowWhy: 'Tokens are still being renewed. The passphrase, or the recovery passphrase, opens the window again.',
    unlock: 'Unlock',
  },
  recovery: {
    heading: 'Open it with the recovery passphrase',
    text: 'From then on, the keychain of this computer keeps the key, if there is one.',
    open: 'Open',
    none: 'No recovery passphrase was set for this storage, so only that keychain can open it.',
  },
  corrupt: {
    title: 'The sealed storage cannot be read',
    why: 'Its files are damaged or incomplete. They are untouched, in the folder below.',
    now: 'Put the folder back from a backup, or make a copy of it and ask for help. Then try again.',
    problems: 'What was found',
  },
  folder: 'Folder:',
  'backend-changed': {
    title: 'The keychain is not the same as before',
    why: 'The storage was sealed with {{was}}; now the system offers {{is}}, which does not know the key.',
    now: 'Sign in to the desktop you used before, or make its keychain available again. Then try again.',
  },
  'wrong-key': {
    title: 'The key does not fit the storage',
    keyFile:
      'The keychain gave a key, but not the one this storage was sealed with. It may be another user’s keychain, or a new one.',
    records:
      'The key file opens, but nothing beside it does: the file key.json seems to come from another storage. No record was taken for damaged.',
    now: 'Put the folder back as it was, from a backup, then try again.',
  },
  'in-use': {
    title: 'Another Taxpass has the storage open',
    here: 'A program with the number {{pid}} on this computer writes to it. Two at once could lose tokens.',
    elsewhere: 'A program on the computer “{{host}}” writes to it. Two at once could lose tokens.',
    now: 'Close the other one, then try again.',
    stale: 'If it is no longer running',
    removeFile:
      'If it no longer runs, or this folder is only a copy of the one it uses, remove this file from the folder and try again:',
  },
  'other-computer': {
    title: 'This storage was last used on another computer',
    why: 'It was copied here, or the system of this computer was reinstalled. If two computers renew the same tokens, each ends the other’s, and the accounts need a sign-in with the certificate.',
    until: 'Until you answer, nothing is renewed here and nothing is sent.',
    question: 'Was everything moved here, or do you only want to look?',
    answer: 'Continue',
    as: {
      moved: 'Everything was moved here: this computer renews the tokens from now on',
      'only-looking': 'I only want to look: the other computer goes on renewing them',
    },
    asNote: {
      moved:
        'The old computer must not be used for Taxpass any more: quit it there first. Choose this after a new installation too.',
      'only-looking':
        'Nothing is renewed here, and the daily backup is not made here any more. You can change this on each account later.',
    },
  },
  'newer-version': {
    title: 'The storage was written by a newer Taxpass',
    why: 'It has version {{version}}, which this program does not know. It is left as it is.',
    now: 'Install the newest Taxpass and open it again.',
  },
  damaged_one: '{{count}} record could not be read and is left out: {{records}}. Its file was not deleted.',
  damaged_other: '{{count}} records could not be read and are left out: {{records}}. Their files were not deleted.',
  passphrase: {
    label: 'Passphrase',
    again: 'Type it again',
    current: 'Current passphrase',
    currentRecovery: 'Current recovery passphrase',
    new: 'New passphrase',
    recovery: 'Recovery passphrase',
    newRecovery: 'New recovery passphrase',
    advice: 'At least {{minimum}} characters. Four or more words that have nothing to do with each other are good.',
    empty: 'Type the passphrase.',
    short_one: 'This has one character; it needs {{minimum}}.',
    short_other: 'This has {{count}} characters; it needs {{minimum}}.',
    different: 'The two are not the same.',
  },
  protection: {
    heading: 'Protection of the storage',
    byKeychain: 'The keychain of this computer ({{keychain}}) opens the storage by itself.',
    byPassphrase:
      'A passphrase opens the storage at each start. After a restart, nothing is renewed until it has been typed.',
    lock: 'Lock now',
    usePassphrase: 'Use a passphrase instead…',
    changePassphrase: 'Change the passphrase…',
    useKeychain: 'Use the keychain instead…',
    usePassphraseText:
      'From now on a passphrase is asked for at each start, and the keychain no longer opens the storage. Until it is typed, nothing is renewed. Nobody can restore a lost passphrase.',
    useKeychainText: 'From now on the keychain of this computer opens the storage, and no passphrase is asked for.',
    recoveryNone:
      'No recovery passphrase is set. If this computer’s keychain is lost, so are all certificates and tokens here.',
    recoveryNoneByPassphrase:
      'No recovery passphrase is set. If the passphrase is forgotten, all certificates and tokens here are lost.',
    recoverySet: 'A recovery passphrase is set. It opens the storage if the keychain or the passphrase is lost.',
    recoveryText: 'Write it down and keep it away from this computer. It opens the storage, and it unlocks the window.',
    setRecovery: 'Set a recovery passphrase…',
    replaceRecovery: 'Replace the recovery passphrase…',
    forgottenRecovery: 'I have forgotten it…',
    forgottenRecoveryText:
      'This computer’s keychain opens the storage, so the recovery passphrase can be replaced without the current one, which then no longer opens anything here. A question of the system follows.',
    removeRecovery: 'Remove it…',
    removeRecoveryText: 'Type it once more. A question of the system follows.',
    removeRecoveryConfirm: 'Remove',
    saved: 'The protection of the storage was changed.',
    notices: {
      'key-file-previous-used':
        'The file key.json was damaged; the one before it was used. Change the passphrase or the recovery passphrase to have a sound one again.',
      'key-reseal-failed': 'The keychain asked to seal the key anew, and that failed. What was there still works.',
      'key-file-not-migrated': 'The key file could not be brought to its newest form. What was there still works.',
      'opened-by-recovery':
        'The recovery passphrase opened the storage this time. Set a new passphrase, or use the keychain, so that the next start does not need it.',
    },
  },
} as const;
