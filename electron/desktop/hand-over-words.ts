/** Main's part of the English catalogue: what the native questions of a hand-over say (R17, R19, S14). */
export const handOverWords = {
  cancel: 'Cancel',
  copy: {
    title: 'Copy the access token',
    message: 'Copy the access token of “{holder}” for {recipient}?',
    detail:
      'Whoever has this token can act at the tax authority in the name of its holder until it ends. Handle it like a document of value: give it only to {recipient}, and keep it from everybody who does not need it.\n\nIt stays on the clipboard for one minute. A clipboard history, or a clipboard that is shared between devices, may keep it longer: switch those off first. The refresh token is not copied.',
    confirm: 'Copy the token',
  },
  file: {
    title: 'Write the access token to a file',
    message: 'Write the access token of “{holder}” to a file for {recipient}?',
    detail:
      'The file is not encrypted: whoever can read it can act at the tax authority in the name of the token’s holder until it ends. Handle it like a document of value, and keep it from everybody who does not need it.\n\nTaxpass makes it readable for you alone, writes each new access token into it, and deletes it when you stop. Choose a folder that is not synchronised, shared or backed up. The refresh token is not written.',
    confirm: 'Choose the file…',
  },
  report: {
    title: 'Save the tokens for the tax authority',
    message: 'Write the living access tokens to a file? Number of tokens: {tokens}',
    detail:
      'The file is not encrypted and is for the tax authority alone: whoever reads it can use these tokens until they are blocked or end. Send it by a way that only the authority can read, then delete it. Neither the refresh token nor the client secret is in it.',
    confirm: 'Choose the file…',
  },
  chooseFile: 'Where the file is written',
} as const;
