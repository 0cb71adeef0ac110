/** Whole sentences and names that stand in a failure's texts. */
export const failureParts = {
  notFound: {
    account: 'The account is no longer there.',
    application: 'The application is no longer there.',
    certificate: 'The certificate is no longer there.',
    draft: 'The chosen file is no longer there.',
    attempt: 'The sign-in is no longer there.',
  },
  account: '{{holder}} ({{application}})',
  accountGone: 'an account that is no longer there',
  vaultState: {
    opening: 'It is still being opened.',
    locked: 'It is locked.',
    closed: 'It is closed.',
    'no-vault-yet': 'It has not been set up yet.',
    unavailable: 'The keychain that opens it is not available.',
    corrupt: 'It cannot be read.',
    'backend-changed': 'The keychain is another one than before.',
    'wrong-key': 'The key does not fit it.',
    'in-use': 'Another Taxpass has it open.',
    'other-computer': 'It was last used on another computer.',
    'newer-version': 'A newer Taxpass wrote it.',
    other: 'It cannot be used at the moment.',
  },
  inUse: {
    application: 'The application is in use.',
    certificate: 'The certificate is in use.',
  },
  reason: {
    'disk-full': 'The disk is full.',
    'no-permission': 'The folder may not be written to.',
    'disk-error': 'The disk reported an error.',
    'not-durable': 'The disk did not confirm that it was written for good.',
    'record-unreadable': 'What is stored there already cannot be read, so it was not overwritten.',
  },
  unreadable: {
    gone: 'It is no longer there: it was moved, renamed or deleted, or its drive was taken out.',
    'not-a-file': 'What was chosen is a folder or a device, not a file.',
    'no-permission': 'You are not allowed to read it.',
    other: 'The disk or the system refused to read it.',
  },
  practiceStart: {
    gone: 'The program is no longer where it was when this Taxpass was started: it was moved, updated or deleted.',
    'no-permission': 'The system does not allow this Taxpass to start another one.',
    ended: 'It was started, and ended again at once.',
    other: 'The system refused to start it.',
  },
  writeTrouble: {
    'folder-gone': 'The folder is not there any more.',
    'disk-full': 'The disk is full.',
    'no-permission': 'The folder may not be written to.',
    'disk-error': 'The disk reported an error.',
  },
  cause: {
    'name-not-found': 'No server of that name was found.',
    refused: 'The server refused the connection.',
    reset: 'The connection was broken off.',
    'not-connected': 'No connection came about; nothing was sent.',
    'handshake-stalled':
      'It took the connection and then said nothing; nothing was sent. A firewall or a program that inspects traffic can do this.',
    timeout: 'The server did not answer in time.',
    'no-network': 'This computer has no network.',
    other: 'The connection failed.',
  },
  incomplete: {
    public: 'It comes from a public authority, so this is a mistake in the server’s set-up.',
    unclear:
      'Either this is a mistake in the server’s set-up, or a program in your network put its own certificate in place of the server’s.',
  },
  inspectedBy: {
    known: 'The certificate that came was made by “{{issuer}}”, of {{product}}, in place of the server’s own.',
    unknown:
      'The certificate that came was made by “{{issuer}}”, whom this computer does not know: most likely a proxy or virus scanner that opens traffic.',
  },
  proxyCause: {
    'name-not-found': 'No computer of that name was found.',
    refused: 'It refused the connection.',
    timeout: 'It did not answer in time.',
    certificate: 'It could not prove who it is: its certificate is not trusted, or is for another name.',
    'no-answer': 'It ended the connection, or does not answer as a proxy does.',
  },
  callback: {
    'twice-or-too-long': 'It has a parameter twice, or one that is far too long.',
    both: 'It has both an authorization code and an error.',
    neither: 'It has neither an authorization code nor an error.',
  },
  proxyRefusal: {
    forbidden: 'It does not allow connections to that address.',
    'could-not': 'It could not reach that address itself.',
  },
  caFile: {
    'not-a-certificate': 'It holds no certificate that can be read.',
    'too-large': 'It is far larger than a certificate.',
    'too-many': 'It holds more certificates than a CA’s file does.',
    'not-an-authority': 'A certificate in it is not one of a certificate authority: it may not vouch for others.',
    expired: 'A certificate in it has expired.',
    practice: 'It belongs to the practice authorities, which are never trusted for real use.',
    known: 'It is trusted already.',
  },
  signInNeeded: {
    'no-refresh-token': 'There is no refresh token to renew the token with.',
    'refresh-token-ended': 'The refresh token has ended.',
    'refresh-limit': 'The authority gives no more refresh tokens in this session.',
    refused: 'The authority did not accept the refresh token any more.',
    'answer-lost':
      'The answer to an earlier renewal never arrived, and the authority does not take the old refresh token again.',
  },
  standing: {
    moved: 'Its tokens were moved to another computer, which renews them now.',
    'only-looking': 'It was brought here only to be looked at.',
  },
  stage: { authorize: 'the sign-in address', token: 'the token address', api: 'the API' },
} as const;

/** The form every failure is shown in. */
export const failureNote = {
  now: 'What to do now:',
  ownWords: 'The authority’s own words:',
  details: 'Details for the integrator',
  detailsText: 'Details as text, without secrets',
  copy: 'Copy the details',
  copied: 'The details are on the clipboard.',
} as const;
