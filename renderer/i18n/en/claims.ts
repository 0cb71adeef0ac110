import type { ClaimExplanation, TokenReading } from '../../../electron/contract/token-reading.ts';

type Jwt = Extract<TokenReading, { form: 'jwt' }>;
type Malformed = Extract<TokenReading, { form: 'malformed' }>;

/** What a token says of itself, claim by claim. */
export const claims = {
  reading: 'Reading the token…',
  offline:
    'Read on this computer: no token needs to be pasted into a web page. Nothing that it says here has been verified.',
  header: 'Header',
  payload: 'Payload',
  name: 'Claim',
  value: 'Value',
  meaning: 'Meaning',
  empty: 'empty',
  secret: 'secret',
  flags: { true: 'true', false: 'false' },
  /** How far a time is away, and the number by which the token says it. */
  timeNote: '{{relative}} · in the token: {{number}}',
  within: '{{name}} in {{list}}',
  explanations: {
    alg: 'How the token is signed.',
    aud: 'For whom the token is meant.',
    auth_time: 'When the person signed in.',
    azp: 'The application that asked for the token.',
    client_id: 'The application that the token was given to: its client ID.',
    clientappid: 'The application that the token was given to: its client ID.',
    crit: 'What a program must understand before it may accept the token.',
    efactura: 'The roles for E-Factura.',
    etransport: 'The roles for E-Transport.',
    exp: 'When the token ends: until then programs work with it.',
    family: 'Ties this token to those it was renewed from.',
    hello: 'The role for trying the connection (Hello).',
    iat: 'When the token was issued.',
    info: 'Further information; often empty.',
    iss: 'The server that issued the token.',
    issuer: 'Who issued it, as the authority calls itself.',
    jti: 'The token’s own number. It can serve as the token itself, so it is a secret and shown masked.',
    'key-in-header':
      'Names a key, or brings one along. Taxpass never verifies by such a key: whoever forges a token can bring one too.',
    kid: 'Which of the authority’s keys signed it.',
    nbf: 'Before this time the token is not valid; a few minutes early, for clocks that differ.',
    nonce: 'A number used once, which ties the token to one sign-in.',
    role: 'All roles that the token carries: which services it opens.',
    scope: 'The parts of information that the token carries.',
    scope_data: 'Each of those parts with its value.',
    serial: 'The serial number of the certificate that signed in. A renewed certificate has another.',
    sub: 'Whom the token is about.',
    token_type: 'How programs present it: as “Bearer”, whoever holds it may use it.',
    typ: 'What kind of token this is.',
    unknown: 'Not known to Taxpass.',
  } satisfies Record<ClaimExplanation, string>,
  signature: {
    heading: 'Signature',
    algorithm: 'Algorithm',
    keyId: 'Key',
    verified: 'Verified',
    notVerified:
      'Not verified: {{authority}} publishes no key we know of. Only its own servers can tell that nothing was changed.',
    absent: 'There is no signature.',
  },
  problemsTitle: 'Unusual in this token',
  problems: {
    'duplicate-claim': 'A claim occurs twice: programs differ in which one they believe.',
    'base64url-not-canonical': 'It ends in bits that belong to nothing: it was copied wrongly, or changed.',
    unsigned: 'It is not signed: anybody could have written it.',
    'time-as-text': 'A time is written as text; some programs will not read it.',
    'time-in-milliseconds': 'A time is given in milliseconds instead of seconds.',
    'time-unreadable': 'A time is not a number.',
    'time-out-of-range': 'A time is too far away to be believed.',
    'expires-before-issued': 'It ends before it was issued.',
    'expires-before-valid': 'It ends before it begins to be valid.',
  } satisfies Record<Jwt['problems'][number], string>,
  missingServicesTitle: 'The token does not open everything the application was registered for',
  missingServices:
    'Registered for {{services}}, but the token carries no such role. Check “Serviciu” of the application, then sign in again.',
  raw: 'Raw',
  rawHeader: 'Header as JSON',
  rawPayload: 'Payload as JSON',
  opaque: {
    title: 'An opaque token: there is nothing in it to read',
    hex64: '64 hexadecimal characters: a reference that only {{authority}} can look up.',
    other: 'It has {{length}} characters and is a reference that only {{authority}} can look up.',
    expectedJwt:
      '{{authority}} was asked for a token of the type JWT and gave an opaque one. Programs that read the token will not get on with it.',
  },
  malformed: {
    title: 'The token cannot be read',
    part: 'The fault is in the part: {{part}}.',
    parts: { header: 'header', payload: 'payload', signature: 'signature' } satisfies Record<
      NonNullable<Malformed['part']>,
      string
    >,
    now: 'It may work all the same: only the authority’s judgement counts. Try a request, or renew the token.',
    problems: {
      empty: 'It is empty.',
      'too-large': 'It is larger than any token should be.',
      'not-a-token': 'It holds characters that no token has.',
      'segment-count': 'It begins like a JWT but does not have three parts; perhaps it was not copied in full.',
      encrypted: 'It is encrypted: only the server it is meant for can read it.',
      'bad-base64url': 'It is not written in the letters of a JWT (base64url).',
      'bad-utf8': 'Its text is not valid UTF-8.',
      'not-json': 'It does not hold JSON.',
      'not-object': 'It holds JSON, but no claims.',
      'too-deep': 'It is nested more deeply than any token should be.',
      'header-without-alg': 'Its header does not say how it is signed.',
    } satisfies Record<Malformed['problem'], string>,
  },
  none: 'There is no access token to read.',
} as const;
