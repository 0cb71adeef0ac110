import { constants, verify } from 'node:crypto';
import type {
  AlgorithmRefusal,
  KeyMismatch,
  TimesNow,
  TokenRefusal,
  Verification,
} from '../contract/token-verification.ts';
import { member, type JsonObject } from './claim-json.ts';
import { unwrapToken } from './claim-paste.ts';
import { decodeBase64url, readObject } from './claim-segments.ts';
import { readTimes } from './claim-times.ts';
import { readTokenBeside } from './claims.ts';
import { readKeys, type VerificationKey } from './verify-keys.ts';

/** `keyType` is that of {@link VerificationKey}'s facts; of RSA keys any size. `signatureBytes` is the length of r and s. */
type Algorithm =
  | { readonly kind: 'RS' | 'PS'; readonly hash: Hash }
  | { readonly kind: 'ES'; readonly hash: Hash; readonly keyType: string; readonly signatureBytes: number };
type Hash = 'sha256' | 'sha384' | 'sha512';

/** RFC 7518, sections 3.3 to 3.5. There is no HMAC here at all, so no public key can be taken for a secret. */
const algorithms: ReadonlyMap<string, Algorithm> = new Map<string, Algorithm>([
  ['RS256', { kind: 'RS', hash: 'sha256' }],
  ['RS384', { kind: 'RS', hash: 'sha384' }],
  ['RS512', { kind: 'RS', hash: 'sha512' }],
  ['PS256', { kind: 'PS', hash: 'sha256' }],
  ['PS384', { kind: 'PS', hash: 'sha384' }],
  ['PS512', { kind: 'PS', hash: 'sha512' }],
  ['ES256', { kind: 'ES', hash: 'sha256', keyType: 'EC P-256', signatureBytes: 64 }],
  ['ES384', { kind: 'ES', hash: 'sha384', keyType: 'EC P-384', signatureBytes: 96 }],
  ['ES512', { kind: 'ES', hash: 'sha512', keyType: 'EC P-521', signatureBytes: 132 }],
]);

/**
 * Tries a token's signature (RFC 7515, section 5.2) by the keys that a person has (R16). The token's own `alg` only picks
 * among what the key can do, and keys or addresses in its header are never used. Never throws; `now` is epoch ms.
 * @param token as it was pasted: what {@link readTokenBeside} takes off is taken off here too
 * @param keyMaterial what {@link readKeys} reads; it is not kept
 * @param alsoSecret what is masked of the header besides the token's own `jti`
 */
export function verifyToken(
  token: string,
  keyMaterial: string | Uint8Array,
  now: number,
  alsoSecret: readonly string[] = [],
): Verification {
  const keys = readKeys(keyMaterial);
  // Before all else: whoever pasted a private key has to know.
  if (keys === 'private-key' || keys === 'secret-key') return { outcome: 'key-unreadable', reason: keys };
  const signed = readSigned(token, alsoSecret);
  if (typeof signed === 'string') return { outcome: 'token-refused', reason: signed };
  // What is said of the header is what a reading shows: it may repeat the token's `jti`.
  const { alg, shown } = signed;
  const algorithm = algorithms.get(alg);
  if (algorithm === undefined) {
    return { outcome: 'algorithm-refused', algorithm: shown.algorithm, reason: refusalOf(alg) };
  }
  if (signed.signature.length === 0) return { outcome: 'token-refused', reason: 'unsigned' };
  if (typeof keys === 'string') return { outcome: 'key-unreadable', reason: keys };
  const candidates = candidatesFor(keys, algorithm, signed);
  if (typeof candidates === 'string') {
    const given = keys.map(({ facts }) => facts);
    return { outcome: 'no-matching-key', algorithm: alg, reason: candidates, tokenKeyId: shown.keyId, given };
  }
  const signer = candidates.find((candidate) => isSignedBy(candidate, algorithm, signed));
  if (signer !== undefined) {
    return { outcome: 'verified', algorithm: alg, key: signer.facts, times: timesAt(signed.payload, now) };
  }
  return { outcome: 'signature-does-not-match', algorithm: alg, tried: candidates.map(({ facts }) => facts) };
}

type Signed = {
  readonly alg: string;
  readonly tokenKeyId: string | null;
  readonly shown: { readonly algorithm: string; readonly keyId: string | null };
  readonly payload: JsonObject;
  /** What was signed: the first two parts as they stand. */
  readonly input: Uint8Array;
  readonly signature: Uint8Array;
};

function readSigned(token: string, alsoSecret: readonly string[]): Signed | TokenRefusal {
  const reading = readTokenBeside(token, alsoSecret);
  if (reading.form !== 'jwt') return 'not-a-jwt';
  const [headerSegment = '', payloadSegment = '', signatureSegment = ''] = unwrapToken(token).text.split('.');
  const header = readObject(headerSegment);
  const payload = readObject(payloadSegment);
  const signature = decodeBase64url(signatureSegment);
  if (typeof header === 'string' || typeof payload === 'string' || signature === null) return 'not-a-jwt';
  if (![header, payload, signature].every(({ canonical }) => canonical)) return 'not-canonical';
  if (header.repeats) return 'duplicate-header';
  if (['crit', 'b64'].some((name) => member(header.object, name) !== undefined)) return 'critical-header';
  return {
    alg: textMember(header.object, 'alg') ?? '',
    tokenKeyId: textMember(header.object, 'kid'),
    shown: reading.signature,
    payload: payload.object,
    input: Buffer.from(`${headerSegment}.${payloadSegment}`, 'ascii'),
    signature: signature.bytes,
  };
}

function textMember(object: JsonObject, name: string): string | null {
  const node = member(object, name);
  return node?.type === 'text' ? node.value : null;
}

function refusalOf(alg: string): AlgorithmRefusal {
  if (/^none$/i.test(alg)) return 'none';
  return /^HS\d/i.test(alg) ? 'hmac' : 'unsupported';
}

/** The keys that may have signed it, or why there are none. Of a set, `kid` chooses; what a key says of itself holds. */
function candidatesFor(
  keys: readonly VerificationKey[],
  algorithm: Algorithm,
  { alg, tokenKeyId }: Signed,
): readonly VerificationKey[] | KeyMismatch {
  const named = keys.filter(({ facts }) => facts.keyId === tokenKeyId && tokenKeyId !== null);
  const unnamed = keys.filter(({ isOfSet, facts }) => !isOfSet || facts.keyId === null);
  const chosen = tokenKeyId === null ? keys : named.length > 0 ? named : unnamed;
  if (chosen.length === 0) return 'kid';
  const ofType = chosen.filter(({ facts }) => fits(facts.type, algorithm));
  if (ofType.length === 0) return 'type';
  const ofAlgorithm = ofType.filter((key) => key.algorithm === null || key.algorithm === alg);
  if (ofAlgorithm.length === 0) return 'alg';
  const usable = ofAlgorithm.filter(({ isForVerifying }) => isForVerifying);
  return usable.length === 0 ? 'use' : usable;
}

function fits(keyType: string, algorithm: Algorithm): boolean {
  return algorithm.kind === 'ES' ? keyType === algorithm.keyType : keyType.startsWith('RSA ');
}

function isSignedBy({ key }: VerificationKey, algorithm: Algorithm, { input, signature }: Signed): boolean {
  // Of another length it is none, whatever an implementation makes of it.
  if (algorithm.kind === 'ES' && signature.length !== algorithm.signatureBytes) return false;
  try {
    return verify(algorithm.hash, input, { key, ...howOf(algorithm) }, signature);
  } catch {
    // A key too small for the hash.
    return false;
  }
}

/** JWS has r and s one after the other, not DER (RFC 7518, section 3.4); PSS salts are as long as the hash (section 3.5). */
function howOf({ kind }: Algorithm) {
  if (kind === 'ES') return { dsaEncoding: 'ieee-p1363' } as const;
  if (kind === 'RS') return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}

/** Whether `exp` and `nbf` hold at `now`, to the millisecond: what leeway a program gives is its own affair. */
function timesAt(payload: JsonObject, now: number): TimesNow {
  const { expiresAt, notBefore, problems } = readTimes(payload);
  const unread = (name: string, time: number | null): boolean => time === null && member(payload, name) !== undefined;
  if (unread('exp', expiresAt) || unread('nbf', notBefore) || problems.includes('expires-before-valid')) {
    return 'unreadable';
  }
  if (expiresAt !== null && expiresAt <= now) return 'ended';
  if (notBefore !== null && notBefore > now) return 'not-yet';
  return expiresAt === null ? 'unsaid' : 'hold';
}
