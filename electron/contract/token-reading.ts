import { z } from 'zod';

/** Epoch milliseconds. */
const Time = z.number();

/**
 * What a claim (or a header parameter, or an id in `scope_data`) means; the window has a sentence for each.
 * `etransport` also stands for ANAF's other spelling `etrasport`, `role` also for `roles` (R13).
 */
export const ClaimExplanation = z.enum([
  'alg',
  'aud',
  'auth_time',
  'azp',
  'client_id',
  'clientappid',
  'crit',
  'efactura',
  'etransport',
  'exp',
  'family',
  'hello',
  'iat',
  'info',
  'iss',
  'issuer',
  'jti',
  'key-in-header',
  'kid',
  'nbf',
  'nonce',
  'role',
  'scope',
  'scope_data',
  'serial',
  'sub',
  'token_type',
  'typ',
  'unknown',
]);
export type ClaimExplanation = z.infer<typeof ClaimExplanation>;

const common = {
  name: z.string(),
  /** As the token has it, secrets masked; a number that a double cannot hold is given as its digits. */
  value: z.json(),
  explanation: ClaimExplanation,
  /** Something in `value` was masked. */
  secret: z.boolean(),
};

/** `empty` is a blank text, null, or a list or object without members; `secret` is masked as a whole. */
const PlainClaim = z.strictObject({ ...common, kind: z.enum(['text', 'number', 'flag', 'object', 'empty', 'secret']) });
const TimeClaim = z.strictObject({ ...common, kind: z.literal('time'), time: z.strictObject({ epochMs: Time }) });
const ListClaim = z.strictObject({ ...common, kind: z.literal('list'), items: z.array(z.string()) });
const RowClaim = z.discriminatedUnion('kind', [PlainClaim, TimeClaim, ListClaim]);

/**
 * One member of a token's header or payload, in the token's order. Names are not unique: a token may repeat one.
 * Kind `rows` is a list of `{ id, value }` such as ANAF's `scope_data`: each row is named by its id.
 */
export const Claim = z.discriminatedUnion('kind', [
  PlainClaim,
  TimeClaim,
  ListClaim,
  z.strictObject({ ...common, kind: z.literal('rows'), rows: z.array(RowClaim) }),
]);
export type Claim = z.infer<typeof Claim>;

/** What was taken off before reading: a header's or JSON's wrapping, or line breaks inside the token. */
const Stripped = z.enum(['white-space', 'quotes', 'bearer', 'line-breaks']);
export type Stripped = z.infer<typeof Stripped>;

/** What is odd in a token that can still be read. */
const TokenProblem = z.enum([
  /** A member name occurs twice in one object: programs differ in which one they believe. */
  'duplicate-claim',
  /** A segment's last character has bits that belong to no byte: a copying slip, or a changed token. */
  'base64url-not-canonical',
  /** No signature, or `alg` says none. */
  'unsigned',
  'time-as-text',
  'time-in-milliseconds',
  /** Not a number at all. */
  'time-unreadable',
  /** Not between the years 2000 and 9999: not believed. */
  'time-out-of-range',
  'expires-before-issued',
  'expires-before-valid',
]);
export type TokenProblem = z.infer<typeof TokenProblem>;

const MalformedProblem = z.enum([
  'empty',
  'too-large',
  /** Characters that no token has. */
  'not-a-token',
  /** Begins like a JWT but has not three parts. */
  'segment-count',
  /** A JWE (five parts): only its recipient can read it. */
  'encrypted',
  'bad-base64url',
  'bad-utf8',
  'not-json',
  'not-object',
  'too-deep',
  'header-without-alg',
]);
export type MalformedProblem = z.infer<typeof MalformedProblem>;

const TokenPart = z.enum(['header', 'payload', 'signature']);
export type TokenPart = z.infer<typeof TokenPart>;

/**
 * What is in a token. Holds neither the token nor its signature, and `jti` only masked, so that it may be shown.
 * Nothing in it has been verified.
 */
export const TokenReading = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('jwt'),
    header: z.array(Claim),
    payload: z.array(Claim),
    signature: z.strictObject({
      algorithm: z.string(),
      keyId: z.string().nullable(),
      present: z.boolean(),
      verified: z.literal(false),
    }),
    issuedAt: Time.nullable(),
    notBefore: Time.nullable(),
    expiresAt: Time.nullable(),
    problems: z.array(TokenProblem),
    /** Names of the members that are masked, wholly or in part, at whatever depth; each once. */
    secrets: z.array(z.string()),
    /** Indented JSON in the token's order, repeated members included, secrets masked, invisible characters escaped. */
    headerJson: z.string(),
    payloadJson: z.string(),
    stripped: z.array(Stripped),
  }),
  z.strictObject({
    form: z.literal('opaque'),
    length: z.number(),
    /** `hex64`: 64 hex digits, as Skatteverket's tokens are (S12), and ANAF's without `token_content_type=jwt` (R8). */
    shape: z.enum(['hex64', 'other']),
    stripped: z.array(Stripped),
  }),
  z.strictObject({
    form: z.literal('malformed'),
    problem: MalformedProblem,
    part: TokenPart.nullable(),
    stripped: z.array(Stripped),
  }),
]);
export type TokenReading = z.infer<typeof TokenReading>;
