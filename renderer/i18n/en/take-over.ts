/** Taking over tokens that another program fetched. */
export const takeOver = {
  open: 'Take over tokens…',
  title: 'Take over tokens you already have',
  firstRun: {
    title: 'I have tokens already',
    text: 'From Postman, an invoicing program or a file: paste them, or open the file. No certificate is needed for this.',
  },
  intro:
    'Paste the access token and the refresh token together, or open the file they are in: what Postman shows under “Manage Tokens”, an exported environment or collection, a JSON or .env file.',
  field: 'Access token and refresh token',
  fieldHint: 'Shown as dots. The text is read on this computer, nothing is sent, and this field is emptied.',
  fieldEmpty: 'Paste the tokens first, or open a file.',
  read: 'Read',
  reading: 'Reading…',
  openFile: 'Open a file…',
  problems: {
    'too-large': 'The text is larger than 1 MB. Paste only the part with the tokens.',
    'nothing-found': 'No token was found. An access token of ANAF begins with “eyJ” and has some 2,000 characters.',
    placeholder:
      'In place of a token there is only the name of a variable, in curly brackets. In Postman, copy the variable’s current value.',
    'damaged-token': 'Something begins like a token and cannot be read. Most often it was not copied in full.',
    'labels-swapped': 'The two tokens were under each other’s names. They were taken for what they say they are.',
    'too-many': 'There are more tokens than are listed here.',
  },
  candidates: 'Several were found. Which ones?',
  candidate: {
    jwt: 'Issued {{issued}}',
    unsaid: 'Tokens that do not say when they were issued',
    refreshAlone: 'A refresh token alone',
    order: 'The first one is the access token, the second the refresh token',
    'other-order': 'The first one is the refresh token, the second the access token',
    note: 'Client ID {{clientId}}',
    fingerprint: 'SHA-256 of the access token begins with {{fingerprint}}',
  },
  found: 'Found',
  facts: {
    authority: 'Authority',
    accessToken: 'Access token until',
    refreshToken: 'Refresh token until',
    until: '{{time}}, {{relative}}',
    ended: 'ended {{relative}}',
    accessUnsaid: 'It does not say. It counts as ended until it is renewed.',
    accessMissing: 'Not found',
    refreshUnsaid: 'It does not say. The authority’s usual lifetime is taken.',
    refreshMissing: 'Not found: until the access token ends it can be used and looked at here, but not renewed.',
    serial: 'Certificate serial number',
    roles: 'Roles',
    clientId: 'Client ID',
  },
  profile: 'From which authority are they?',
  environment: 'From which environment?',
  application: {
    legend: 'Application',
    other: 'Another one, to be entered here',
    heading: 'The application they belong to',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    secretFound: 'A client secret was found beside the tokens; it is used unless another is entered.',
    secretNeeded: 'Needed to renew the token. It can be entered later, under Applications.',
  },
  account: {
    newer:
      'These tokens are newer than those of {{account}}: the same client ID and the same certificate. At one authority a newer pair of the same client and holder usually replaces the earlier one.',
    completes: 'These tokens are newer than those of {{account}}, or complete them, and take their place.',
    older: 'The account of {{account}} holds newer tokens than these. There is nothing to take over.',
    same: 'The account of {{account}} holds these tokens already.',
  },
  both: {
    legend: 'What becomes of the tokens that are here?',
    replace: 'Put these in their place',
    replaceNote:
      'The usual case. The earlier refresh token is kept sealed until it ends: should the authority refuse these, it can be used again.',
    second: 'Keep both, as two accounts',
    secondNote:
      'If each program got its tokens by a sign-in of its own, and both are to go on. Companies and programs with a copy stay with the account that is here.',
  },
  earlier: {
    heading: 'Earlier tokens',
    what: 'Other tokens took their place here. They are kept sealed until they end, in case the present ones are not what they seemed.',
    refusedTitle: 'Earlier tokens are still here',
    refused:
      'Other tokens took their place and now need a sign-in. Before you sign in, try the earlier ones: use them again, then renew.',
    pair: 'Obtained {{obtained}}, replaced {{replaced}}; the refresh token is valid until {{until}}.',
    use: 'Use these again',
    useFor: 'Use these again: tokens obtained {{obtained}}',
    done: 'The earlier tokens are in use again. The ones they replaced are kept in turn, if they may still be of use.',
  },
  incomplete:
    'An access token is needed along with the refresh token. One that has ended will do. Go back and paste both.',
  allEnded: 'Neither token is valid any more. A new sign-in with the certificate is needed.',
  sole: {
    label: 'From now on only Taxpass renews these tokens',
    hint: 'A refresh token works once: the first renewal here ends the copy that the other program (Postman, an invoicing program) holds. Unless this is ticked, Taxpass renews nothing by itself and asks you before that first renewal.',
  },
  takeOver: 'Take over',
  takingOver: 'Taking over…',
  done: {
    new: 'Taken over. The access token is valid until {{time}}.',
    newEnded: 'Taken over. The access token has ended; renew it when you are ready.',
    replaced: 'The account now holds the newer tokens. The earlier refresh token is kept until it ends.',
    unchanged: 'The account held these tokens already.',
  },
  otherCopy: {
    title: 'This ends the other program’s copy',
    text: 'These tokens were taken over from another program. A refresh token works once: with this renewal Taxpass gets a new one, and the one that the other program holds stops working.',
    access:
      'The access token that program holds goes on until its own end, {{time}}. After that it needs a new one: hand over the access token from here, or let that program sign in by itself.',
    accessEnded:
      'After that the program needs an access token from here, or a sign-in of its own with the certificate.',
    confirm: 'Renew here',
    keep: 'Not now',
  },
} as const;
