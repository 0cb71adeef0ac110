import type { TokenDifference, TokenMatch } from '../../../electron/contract/claims-calls.ts';
import type { TokenReading } from '../../../electron/contract/token-reading.ts';
import type {
  AlgorithmRefusal,
  KeyMismatch,
  KeyProblem,
  TimesNow,
  TokenRefusal,
  Verification,
} from '../../../electron/contract/token-verification.ts';

type Stripped = TokenReading['stripped'][number];
type ChangeKind = 'added' | 'gone' | 'changed';

/** Reading any token, and what is told of a token beyond its claims. */
export const reading = {
  heading: 'Read a token',
  intro:
    'Paste any token to see what is in it. It is read on this computer, without the network, is not kept, and nothing about it is logged.',
  field: 'Token',
  fieldHint:
    'ANAF’s access tokens begin with “eyJ”; Skatteverket’s hold nothing to read. Shown as dots; this field is emptied as soon as the token is read.',
  fieldEmpty: 'Paste a token first.',
  fieldTooLong: 'This is longer than any token should be. Paste the token alone.',
  read: 'Read',
  result: 'What is in the token',
  gone: 'The token is no longer kept here: it is forgotten after ten minutes and when the window is locked. Paste it again to verify it.',
  strippedTitle: 'Left out when reading',
  stripped: {
    'white-space': 'Spaces or line breaks around the token.',
    quotes: 'Quotation marks around the token.',
    bearer: 'The word “Bearer” before the token.',
    'line-breaks': 'Line breaks inside the token.',
  } satisfies Record<Stripped, string>,
  match: {
    access: 'This is the access token that the account {{account}} has now.',
    accessEnded: 'This is the access token of the account {{account}}; it has ended.',
    refresh:
      'This is the refresh token of the account {{account}}. New tokens can be fetched with it: give it to nobody, and do not leave it on the clipboard.',
    'earlier-access': 'This is an earlier access token of the account {{account}}. A newer one has taken its place.',
    'earlier-refresh': 'This is an earlier refresh token of the account {{account}}.',
    removed: 'This is an access token of an account that was removed here.',
  } satisfies Record<TokenMatch['token'] | 'accessEnded', string>,
  noMatch: 'No account here has this token.',
  opaque: {
    hex64:
      '64 hexadecimal characters: a reference that only the authority can look up. Skatteverket’s access tokens look like this, and ANAF’s where no JWT was asked for.',
    other: 'It has {{length}} characters and is a reference that only whoever issued it can look up.',
  } satisfies Record<Extract<TokenReading, { form: 'opaque' }>['shape'], string>,
  malformedNow: 'Copy the token once more, all of it, and paste it again.',
  copyRaw: 'Copy with masks',
  rawCopied: 'Header and payload are on the clipboard, with what is secret masked.',
  /** What is known here of a claim. */
  known: {
    certificate: 'On this computer: the certificate of {{holder}}, until {{time}}.',
    certificateEnded: 'On this computer: the certificate of {{holder}}, which ended on {{time}}.',
    noCertificate: 'No certificate on this computer has this serial number.',
    otherCertificate:
      'The certificate of this account, {{holder}}, has another serial number. Has it been renewed since?',
    application: 'The client ID of {{application}}.',
    otherApplication: 'The client ID of another application: {{application}}.',
    notApplication: 'Not the client ID of this account’s application.',
    noApplication: 'No application here has this client ID.',
    issuer: 'An address of {{authority}}, as expected.',
    otherIssuer: 'Not an address of {{authority}}.',
    unknownIssuer: 'Not an address of an authority that Taxpass knows.',
    realIssuer: 'An address of the real {{authority}}, not of the practice.',
    practiceIssuer: 'A practice authority: this token opens nothing real.',
    audience: {
      application: 'The application, by its client ID.',
      authority: 'An address of the authority itself.',
      other: 'Neither the application nor an address of the authority.',
    },
  },
  timeline: {
    heading: 'The token’s times',
    none: 'The token does not say when it was issued, nor when it ends.',
    points: {
      notBefore: 'Valid from (nbf)',
      issued: 'Issued (iat)',
      obtained: 'Obtained',
      now: 'Now',
      ends: 'Programs work until (exp)',
      endsUnsaid: 'Programs work until',
      ended: 'Ended (exp)',
      endedUnsaid: 'Ended',
      renewable: 'Can be renewed without a certificate until (refresh token)',
      renewableUsual: 'Can be renewed without a certificate until (refresh token, by its usual lifetime)',
    },
  },
  services: {
    heading: 'Services asked for, roles given',
    service: 'Service asked for',
    role: 'Role in the token',
    given: 'given: {{role}}',
    missing: 'not given',
    further: 'Other roles: {{roles}}.',
    roles: 'Roles in the token: {{roles}}.',
    unasked:
      'The application does not say which services were asked for. Enter them there, and they are compared with these roles.',
  },
  difference: {
    heading: 'What changed with the last renewal',
    nothingYet:
      'There is nothing to compare with yet: no earlier access token is kept. After the next renewal the two are compared here.',
    onlyPeriod: 'Nothing but its period changed.',
    period: 'New period: {{from}} to {{until}}. Before: {{beforeFrom}} to {{beforeUntil}}.',
    masked: 'Values that are masked are not compared.',
    claim: 'Claim',
    change: 'Change',
    before: 'Before',
    after: 'Now',
    kinds: { added: 'new', gone: 'gone', changed: 'changed' } satisfies Record<ChangeKind, string>,
    parts: { header: '{{name}} in the header', payload: '{{name}}' } satisfies Record<
      TokenDifference['changes'][number]['part'],
      string
    >,
    absent: 'not there',
  },
  verify: {
    nobody: 'Not verified. Whoever issues such tokens has the key for it.',
    open: 'Verify the signature…',
    field: 'Public key',
    fieldHint:
      'The key of whoever issued the token: a PEM, a certificate, a JWK or a JWK Set (JWKS). Never a private key. It is used once and not kept.',
    fieldEmpty: 'Paste a key first, or open a file.',
    fieldTooLong: 'This is longer than any key should be. Paste the key alone.',
    act: 'Verify',
    openFile: 'Key from a file…',
    outcomes: {
      verified: 'The signature is by this key',
      'signature-does-not-match': 'The signature is not by this key',
      'no-matching-key': 'No key here can have made this signature',
      'algorithm-refused': 'This signature proves nothing',
      'token-refused': 'The signature cannot be judged',
      'key-unreadable': 'No key could be read',
    } satisfies Record<Verification['outcome'], string>,
    verified:
      'Header and payload are as they were signed. Whose the key is, only whoever gave it to you can say; and only the authority knows whether it still takes the token.',
    doesNotMatch: 'Either something in the token was changed, or another key signed it.',
    key: 'Key',
    keyId: 'Key ID (kid)',
    thumbprint: 'Thumbprint (RFC 7638)',
    certificate: 'Certificate of',
    certificateUntil: '{{subject}}, until {{time}}; its issuer was not checked',
    weak: 'This key is weak: an RSA key should have 2,048 bits at least.',
    times: 'Times now',
    timesNow: {
      hold: 'It is within its period.',
      ended: 'It has ended.',
      'not-yet': 'It is not valid yet.',
      unsaid: 'It does not say when it ends.',
      unreadable: 'Its times cannot be read.',
    } satisfies Record<TimesNow, string>,
    mismatches: {
      kid: 'The token names the key {{keyId}}, and none of the keys is called so. The authority may have a newer set of keys.',
      type: 'The token is signed with {{algorithm}}, which takes another kind of key, or another curve.',
      alg: 'The key says that it is for another algorithm than {{algorithm}}.',
      use: 'The key says that it is not for verifying signatures.',
    } satisfies Record<KeyMismatch, string>,
    refusals: {
      none: 'The algorithm is {{algorithm}}: the token is not signed, and anybody could have written it.',
      hmac: '{{algorithm}} is made with a secret that both sides share. A public key proves nothing about it, and passing one off as the secret is a known way to forge tokens.',
      unsupported: 'Taxpass does not verify {{algorithm}}, only RS, PS and ES with 256, 384 or 512.',
    } satisfies Record<AlgorithmRefusal, string>,
    tokenRefusals: {
      'not-a-jwt': 'It is not a JWT that can be read.',
      unsigned: 'There is no signature.',
      'not-canonical': 'It ends in bits that belong to nothing: it was copied wrongly, or changed.',
      'duplicate-header': 'Its header has something twice: programs differ in which one they believe.',
      'critical-header': 'Its header asks for an extension that Taxpass does not know, and must then not be accepted.',
    } satisfies Record<TokenRefusal, string>,
    keyProblems: {
      empty: 'There is nothing in it.',
      'too-large': 'It is larger than 64 KB. Give the key alone.',
      'too-many': 'It holds more than 50 keys. Give only those that are meant.',
      'not-a-key': 'It is neither a PEM, nor a certificate, nor a JWK or JWKS; or it is damaged.',
      'private-key':
        'This is a private key. It was not used and is not kept, but it should never leave the place it belongs to: clear the clipboard, and think about replacing the key. To verify, the public one is enough.',
      'secret-key':
        'This is a secret key (oct). It was not used and is not kept; clear the clipboard. Signatures are verified with a public key.',
      unsupported: 'It is a key, but neither RSA nor on one of the curves P-256, P-384 and P-521.',
    } satisfies Record<KeyProblem, string>,
  },
} as const;
