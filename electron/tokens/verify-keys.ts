import { createHash, createPrivateKey, createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import { MAX_KEY_LENGTH } from '../contract/limits.ts';
import type { KeyFacts, KeyProblem } from '../contract/token-verification.ts';
import { wellFormed } from './claim-json.ts';

/** A public key that may have signed a token. */
export type VerificationKey = {
  readonly key: KeyObject;
  readonly facts: KeyFacts;
  /** Stands in a set of keys, where `kid` chooses. */
  readonly isOfSet: boolean;
  /** What a JWK says it is for; null where it does not say. */
  readonly algorithm: string | null;
  readonly isForVerifying: boolean;
};

/** More than any authority publishes at a time. */
const MOST_KEYS = 50;
/** Bits of the modulus; larger ones only cost time, as do larger exponents, already when they are looked at. */
const LARGEST_RSA = 16_384;
const LARGEST_EXPONENT = 2n ** 32n;
/** Bytes of a key or certificate. */
const LARGEST_DER = 8192;
/** Characters of a JWK's member; its exponent has a few. */
const LONGEST_MEMBER = 4096;
const LONGEST_EXPONENT = 12;
const SMALLEST_SOUND_RSA = 2048;
const LONGEST_NAME = 300;

type Keys = readonly VerificationKey[] | KeyProblem;

/**
 * Reads public keys: PEM (SPKI, PKCS#1, certificates, several of them), a JWK or a JWK Set (RFC 7517), or the same DER,
 * as a file or in base64. Anything private among them refuses the whole. Never throws.
 */
export function readKeys(material: string | Uint8Array): Keys {
  if (material.length > MAX_KEY_LENGTH) return 'too-large';
  if (typeof material !== 'string') return material[0] === 0x30 ? readDer([material]) : readText(textOf(material));
  return readText(material);
}

function textOf(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

function readText(pasted: string): Keys {
  const text = pasted.trim();
  if (text === '') return 'empty';
  if (/-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/.test(text)) return 'private-key';
  if (text.startsWith('{')) return readJsonKeys(text);
  const blocks = pemBlocks(text);
  if (blocks.length > 0) return readDer(blocks);
  // Some servers show their key as one line of base64 without PEM's first and last line.
  const bare = text.replace(/\s+/g, '');
  return /^MI[\w+/]+=*$/.test(bare) ? readDer([Buffer.from(bare, 'base64')]) : 'not-a-key';
}

/** The DER of each PEM block, however its lines were broken on the way; from a settings file they come as `\n`. */
function pemBlocks(text: string): Uint8Array[] {
  const lines = text.replaceAll(/\\r|\\n/g, '\n');
  const blocks: Uint8Array[] = [];
  let position = 0;
  for (;;) {
    const begin = lines.indexOf('-----BEGIN ', position);
    const label = begin === -1 ? null : /^-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(lines.slice(begin, begin + 70));
    if (label === null) return blocks;
    const end = lines.indexOf(`-----END ${label[1]}-----`, begin);
    if (end === -1) return blocks;
    const base64 = lines.slice(begin + label[0].length, end).replace(/\s+/g, '');
    // What is damaged is kept as an empty block, which is no key: it must not go by unseen among good ones.
    blocks.push(/^[\w+/]*={0,2}$/.test(base64) ? Buffer.from(base64, 'base64') : Buffer.alloc(0));
    position = end + 10;
  }
}

function readDer(blocks: readonly Uint8Array[]): Keys {
  if (blocks.length > MOST_KEYS) return 'too-many';
  if (blocks.some(isPrivate)) return 'private-key';
  const found = blocks.map((der) => (der.length > LARGEST_DER ? null : (certificateKey(der) ?? publicKey(der))));
  return settle(
    found.map((one) => one && { ...one, keyId: null, isOfSet: false, algorithm: null, isForVerifying: true }),
  );
}

type FoundKey = { readonly key: KeyObject; readonly certificate: KeyFacts['certificate'] };

function certificateKey(der: Uint8Array): FoundKey | null {
  return attempt(() => {
    const certificate = new X509Certificate(der);
    const { CN, O } = certificate.toLegacyObject().subject;
    const subject = [CN ?? O ?? ''].flat().join(', ').slice(0, LONGEST_NAME);
    const notAfter = Date.parse(certificate.validTo);
    return { key: certificate.publicKey, certificate: { subject: wellFormed(subject), notAfter } };
  });
}

function publicKey(der: Uint8Array): FoundKey | null {
  const as = (type: 'spki' | 'pkcs1'): FoundKey | null =>
    attempt(() => ({ key: createPublicKey({ key: Buffer.from(der), format: 'der', type }), certificate: null }));
  return as('spki') ?? as('pkcs1');
}

/** Node would make a public key of a private one without a word. */
function isPrivate(der: Uint8Array): boolean {
  return (['pkcs8', 'pkcs1', 'sec1'] as const).some(
    (type) => attempt(() => createPrivateKey({ key: Buffer.from(der), format: 'der', type })) !== null,
  );
}

function readJsonKeys(text: string): Keys {
  const root = attempt((): unknown => JSON.parse(text));
  if (!isRecord(root)) return 'not-a-key';
  const isSet = Array.isArray(root['keys']);
  const members: readonly unknown[] = isSet ? (root['keys'] as unknown[]) : [root];
  const jwks = members.filter(isRecord);
  if (jwks.some((jwk) => ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth'].some((name) => Object.hasOwn(jwk, name)))) {
    return 'private-key';
  }
  if (jwks.some((jwk) => jwk['kty'] === 'oct' || Object.hasOwn(jwk, 'k'))) return 'secret-key';
  if (jwks.length > MOST_KEYS) return 'too-many';
  if (!jwks.some((jwk) => typeof jwk['kty'] === 'string')) return 'not-a-key';
  return settle(jwks.map((jwk) => readJwk(jwk, isSet)));
}

type JsonRecord = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Only the members that make a public key are passed on (RFC 7518, sections 6.2 and 6.3). */
function readJwk(jwk: JsonRecord, isOfSet: boolean): Candidate | null {
  const names = jwk['kty'] === 'RSA' ? ['n', 'e'] : jwk['kty'] === 'EC' ? ['crv', 'x', 'y'] : [];
  const parts = names.map((name) => [name, jwk[name]] as const);
  const isWhole = parts.every(
    ([name, value]) =>
      typeof value === 'string' &&
      value.length <= (name === 'e' ? LONGEST_EXPONENT : LONGEST_MEMBER) &&
      /^[\w-]+$/.test(value),
  );
  if (parts.length === 0 || !isWhole) return null;
  const key = attempt(() =>
    createPublicKey({ key: { kty: String(jwk['kty']), ...Object.fromEntries(parts) }, format: 'jwk' }),
  );
  const operations = jwk['key_ops'];
  return (
    key && {
      key,
      certificate: null,
      keyId: typeof jwk['kid'] === 'string' ? jwk['kid'] : null,
      isOfSet,
      algorithm: typeof jwk['alg'] === 'string' ? jwk['alg'] : null,
      isForVerifying:
        (jwk['use'] === undefined || jwk['use'] === 'sig') &&
        (operations === undefined || (Array.isArray(operations) && operations.includes('verify'))),
    }
  );
}

type Candidate = FoundKey & Omit<VerificationKey, 'facts'> & { readonly keyId: string | null };

/** Those that signatures can be verified with; a problem where there are none. */
function settle(found: ReadonlyArray<Candidate | null>): Keys {
  if (found.every((one) => one === null)) return 'not-a-key';
  const usable = found.flatMap((one) => {
    const type = one && typeOf(one.key);
    if (!one || type === null) return [];
    const { key, certificate, keyId, ...rest } = one;
    const facts = { type, thumbprint: thumbprintOf(key), keyId: keyId === null ? null : shown(keyId), certificate };
    return [{ ...rest, key, facts: { ...facts, isWeak: isWeak(key) } }];
  });
  return usable.length === 0 ? 'unsupported' : usable;
}

function shown(keyId: string): string {
  return wellFormed(keyId).slice(0, LONGEST_NAME);
}

const curves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** Null for a key that no algorithm here uses, or that would let anybody sign. Keys for PSS alone are not known everywhere. */
function typeOf({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): string | null {
  const { modulusLength = 0, publicExponent = 0n, namedCurve = '' } = asymmetricKeyDetails;
  if (asymmetricKeyType === 'ec') return curves[namedCurve] === undefined ? null : `EC ${curves[namedCurve]}`;
  if (asymmetricKeyType !== 'rsa') return null;
  // With the exponent 1 every number is its own signature.
  const isOdd = publicExponent >= 3n && publicExponent < LARGEST_EXPONENT && publicExponent % 2n === 1n;
  const isSound = isOdd && modulusLength <= LARGEST_RSA;
  return isSound ? `RSA ${modulusLength}` : null;
}

function isWeak({ asymmetricKeyDetails }: KeyObject): boolean {
  return (asymmetricKeyDetails?.modulusLength ?? SMALLEST_SOUND_RSA) < SMALLEST_SOUND_RSA;
}

/** RFC 7638: the SHA-256 of the members that make the key, in the order of their names. */
function thumbprintOf(key: KeyObject): string {
  const { kty, crv, e, n, x, y } = key.export({ format: 'jwk' });
  const members = kty === 'EC' ? { crv, kty, x, y } : { e, kty, n };
  return createHash('sha256').update(JSON.stringify(members)).digest('base64url');
}

function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
