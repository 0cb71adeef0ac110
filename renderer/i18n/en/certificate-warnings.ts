/** Every warning code of an opened P12, and one text for a code that is not known here. */
export const certificateWarnings = {
  'no-mac': 'Nothing in the file proves that it was not changed since it was made.',
  'legacy-encryption':
    'The file is protected with old, weak encryption. It works; keep the file where others cannot read it.',
  'ber-encoding': 'The file is written in an older form that other programs may refuse.',
  'chain-incomplete': 'The file does not hold all issuers’ certificates up to the root.',
  'unrelated-certificates': 'The file holds other certificates too; they are not used.',
  expensive: 'Opening this file takes unusually long.',
  'trailing-data': 'Something follows the end of the file. It was ignored.',
  'password-encoding': 'The password fitted only in an unusual encoding; other programs may refuse it.',
  'unencrypted-key': 'The key is in the file without protection. Anyone who has the file has the key.',
  'unreadable-part': 'A part of the file could not be read and was skipped.',
  expired: 'The certificate has expired. The authority will refuse it.',
  'not-yet-valid': 'The certificate is not valid yet. The authority will refuse it until then.',
  other: 'The file is unusual: {{code}}.',
} as const;
