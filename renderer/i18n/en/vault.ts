/** What is said while the sealed storage is not ready. */
export const vault = {
  opening: 'Opening the sealed storage…',
  nothingDeleted: 'Nothing was deleted.',
  unavailable: {
    title: 'This computer’s keychain is not available',
    why: 'Taxpass seals every key and token with a password kept in the system’s keychain. Without it nothing can be stored, and Taxpass never stores anything unprotected.',
    linux:
      'On Linux, install and unlock gnome-keyring or KWallet (KDE Wallet), sign in to the desktop again, then try again.',
    other: 'Unlock the keychain of your system, then try again.',
    reason: 'The system says: {{reason}}',
  },
  corrupt: {
    title: 'The sealed storage cannot be read',
    why: 'Its files are damaged or incomplete. They lie untouched in the folder below.',
    now: 'Put the folder back from a backup, or make a copy of it and ask for help. Then try again.',
    folder: 'Folder',
    problems: 'What was found',
  },
  'backend-changed': {
    title: 'The keychain is another one than before',
    why: 'The storage was sealed with {{was}}; now the system offers {{is}}, which does not know the key.',
    now: 'Sign in to the desktop you used before, or make its keychain available again. Then try again.',
  },
  'newer-version': {
    title: 'The storage was written by a newer Taxpass',
    why: 'It has version {{version}}, which this program does not know. It is left as it is.',
    now: 'Install the newest Taxpass and open it again.',
  },
  damaged_one: '{{count}} record could not be read and is left out: {{records}}. Its file was not deleted.',
  damaged_other: '{{count}} records could not be read and are left out: {{records}}. Their files were not deleted.',
} as const;
