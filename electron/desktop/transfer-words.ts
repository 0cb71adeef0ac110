/** Main's part of the English catalogue: the native question before accounts are moved into a file. */
export const transferWords = {
  title: 'Move accounts',
  one: 'Move one account into the file “{file}”?',
  other: 'Move {count} accounts into the file “{file}”?',
  keys: 'Their certificates go into the file too, with the private keys that are kept here.',
  detail:
    'Refresh tokens and client secrets go with them. Whoever has the file and its passphrase can act at the tax authority in the name of the holders. This computer stops renewing these accounts.',
  confirm: 'Move them',
} as const;
