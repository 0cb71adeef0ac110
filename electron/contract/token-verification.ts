import { z } from 'zod';

/** Epoch milliseconds. */
const Time = z.number();

/** A public key, by what tells it from others. None of it says whose the key is, but for a certificate's subject. */
const KeyFacts = z.strictObject({
  /** For instance `RSA 2048`, `EC P-256`. */
  type: z.string(),
  /** Its SHA-256 thumbprint, base64url (RFC 7638). */
  thumbprint: z.string(),
  /** The `kid` it was given with; null where it has none. */
  keyId: z.string().nullable(),
  /** Of the certificate it stood in; null where it stood in none. Neither its chain nor its dates are judged. */
  certificate: z.strictObject({ subject: z.string(), notAfter: Time }).nullable(),
  /** RSA below 2048 bits, which no signature should be made with (RFC 7518, section 3.3). */
  isWeak: z.boolean(),
});
export type KeyFacts = z.infer<typeof KeyFacts>;

/** Whether a token's times hold now; a signature says nothing of that. */
const TimesNow = z.enum(['hold', 'ended', 'not-yet', 'unsaid', 'unreadable']);
export type TimesNow = z.infer<typeof TimesNow>;

const TokenRefusal = z.enum([
  'not-a-jwt',
  'unsigned',
  /** Bits that belong to no byte: two texts would stand for one signature. */
  'not-canonical',
  /** A member name occurs twice in the header (RFC 7515, section 4). */
  'duplicate-header',
  /** The header names what must be understood, and nothing of the kind is (RFC 7515, section 4.1.11; RFC 7797). */
  'critical-header',
]);
export type TokenRefusal = z.infer<typeof TokenRefusal>;

const AlgorithmRefusal = z.enum([
  'none',
  /** HS256 and its like: both sides have one secret, so a public key can prove nothing (RFC 8725, section 2.1). */
  'hmac',
  'unsupported',
]);
export type AlgorithmRefusal = z.infer<typeof AlgorithmRefusal>;

const KeyProblem = z.enum([
  'empty',
  'too-large',
  'too-many',
  'not-a-key',
  /** A private key: it was not used and is not kept. */
  'private-key',
  /** A symmetric key (`kty` oct). */
  'secret-key',
  /** A key, but of no kind these algorithms use. */
  'unsupported',
]);
export type KeyProblem = z.infer<typeof KeyProblem>;

/** Why none of the keys given could have made the signature. */
const KeyMismatch = z.enum([
  /** None of the set has the token's `kid`. */
  'kid',
  /** Another kind of key than the algorithm takes, or another curve. */
  'type',
  /** The key says that it is for another algorithm. */
  'alg',
  /** The key says that it is not for verifying signatures. */
  'use',
]);
export type KeyMismatch = z.infer<typeof KeyMismatch>;

/**
 * What trying a token's signature by given keys came to (R16). Only `verified` says that the signature is by that key,
 * and not that the token is of any use: whose the key is, and the times, are other questions.
 */
export const Verification = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('verified'), algorithm: z.string(), key: KeyFacts, times: TimesNow }),
  /** `tried` are the keys that the token could have been signed with. */
  z.strictObject({ outcome: z.literal('signature-does-not-match'), algorithm: z.string(), tried: z.array(KeyFacts) }),
  z.strictObject({
    outcome: z.literal('no-matching-key'),
    algorithm: z.string(),
    reason: KeyMismatch,
    tokenKeyId: z.string().nullable(),
    given: z.array(KeyFacts),
  }),
  z.strictObject({ outcome: z.literal('algorithm-refused'), algorithm: z.string(), reason: AlgorithmRefusal }),
  z.strictObject({ outcome: z.literal('token-refused'), reason: TokenRefusal }),
  z.strictObject({ outcome: z.literal('key-unreadable'), reason: KeyProblem }),
]);
export type Verification = z.infer<typeof Verification>;
