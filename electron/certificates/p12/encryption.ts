import { createHash } from 'node:crypto';
import { integerOf, isUniversal, membersOf, octetStringOf, oidOf, tags } from '../ber.ts';
import type { BerElement } from '../ber.ts';
import type { HashName } from './hash-chain.ts';
import type { ScryptCost } from './key-derivation.ts';
import { P12Error } from './p12-error.ts';

/** A block or stream cipher by its name here; lengths in bytes. */
export interface Cipher {
  readonly name: 'aes-128-cbc' | 'aes-192-cbc' | 'aes-256-cbc' | 'des-ede3-cbc' | 'des-ede-cbc' | 'rc2-cbc' | 'rc4';
  readonly keyLength: number;
  readonly ivLength: number;
}

/** How one part of the file is encrypted: the PKCS#12 schemes (RFC 7292 C) or PBES2 (RFC 8018 6.2). */
export type Encryption =
  | { readonly scheme: 'pkcs12'; readonly cipher: Cipher; readonly salt: Uint8Array; readonly iterations: number }
  | { readonly scheme: 'pbes2'; readonly cipher: Cipher; readonly iv: Uint8Array; readonly kdf: Kdf };

/** The key derivation inside PBES2. */
export type Kdf =
  | { readonly kind: 'pbkdf2'; readonly prf: HashName; readonly salt: Uint8Array; readonly iterations: number }
  | { readonly kind: 'scrypt'; readonly salt: Uint8Array; readonly cost: ScryptCost };

const cipher = (name: Cipher['name'], keyLength: number, ivLength: number): Cipher => ({ name, keyLength, ivLength });

const pkcs12Ciphers = new Map<string, Cipher>([
  ['1.2.840.113549.1.12.1.1', cipher('rc4', 16, 0)],
  ['1.2.840.113549.1.12.1.2', cipher('rc4', 5, 0)],
  ['1.2.840.113549.1.12.1.3', cipher('des-ede3-cbc', 24, 8)],
  ['1.2.840.113549.1.12.1.4', cipher('des-ede-cbc', 16, 8)],
  ['1.2.840.113549.1.12.1.5', cipher('rc2-cbc', 16, 8)],
  ['1.2.840.113549.1.12.1.6', cipher('rc2-cbc', 5, 8)],
]);

const pbes2Ciphers = new Map<string, Cipher>([
  ['2.16.840.1.101.3.4.1.2', cipher('aes-128-cbc', 16, 16)],
  ['2.16.840.1.101.3.4.1.22', cipher('aes-192-cbc', 24, 16)],
  ['2.16.840.1.101.3.4.1.42', cipher('aes-256-cbc', 32, 16)],
  ['1.2.840.113549.3.7', cipher('des-ede3-cbc', 24, 8)],
]);

/** The HMACs that can drive PBKDF2 or seal a file (RFC 8018 B.1), by the digest inside. */
export const hmacs = new Map<string, HashName>([
  ['1.2.840.113549.2.7', 'sha1'],
  ['1.2.840.113549.2.8', 'sha224'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
  ['1.2.840.113549.2.12', 'sha512-224'],
  ['1.2.840.113549.2.13', 'sha512-256'],
]);

const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2 = '1.2.840.113549.1.5.12';
const scrypt = '1.3.6.1.4.1.11591.4.11';

const maxSaltLength = 4096;
const maxIterationCount = 2 ** 31 - 1;
const maxScryptMemory = 256 * 1024 * 1024;

/**
 * Reads the AlgorithmIdentifier of an encrypted part.
 * @throws {P12Error} `unsupported-encryption` with the algorithm, `damaged`, `too-expensive`
 * @throws {BerError}
 */
export function readEncryption(element: BerElement | undefined): Encryption {
  const [algorithm, parameters] = membersOf(element);
  const oid = oidOf(algorithm);
  if (oid === pbes2) return readPbes2(parameters);
  const legacy = pkcs12Ciphers.get(oid);
  if (!legacy) throw new P12Error('unsupported-encryption', { algorithm: oid });
  const [salt, iterations] = membersOf(parameters);
  return { scheme: 'pkcs12', cipher: legacy, salt: saltOf(salt), iterations: iterationsOf(iterations) };
}

function readPbes2(parameters: BerElement | undefined): Encryption {
  const [kdfElement, cipherElement] = membersOf(parameters);
  const [cipherOid, ivElement] = membersOf(cipherElement);
  const oid = oidOf(cipherOid);
  const found = pbes2Ciphers.get(oid);
  if (!found) throw new P12Error('unsupported-encryption', { algorithm: oid });
  const iv = octetStringOf(ivElement);
  if (iv.length !== found.ivLength) throw new P12Error('damaged');
  const [kdfOid, kdfParameters] = membersOf(kdfElement);
  return { scheme: 'pbes2', cipher: found, iv, kdf: readKdf(oidOf(kdfOid), kdfParameters, found.keyLength) };
}

function readKdf(oid: string, parameters: BerElement | undefined, keyLength: number): Kdf {
  if (oid === pbkdf2) {
    const { keyLength: declared, ...kdf } = readPbkdf2(parameters);
    if (declared !== undefined && declared !== keyLength) throw new P12Error('damaged');
    return { kind: 'pbkdf2', ...kdf };
  }
  if (oid !== scrypt) throw new P12Error('unsupported-encryption', { algorithm: oid });
  const [salt, n, r, p] = membersOf(parameters);
  const cost = { n: integerOf(n), r: integerOf(r), p: integerOf(p) };
  if (cost.n < 2 || cost.r < 1 || cost.p < 1) throw new P12Error('damaged');
  if (!(cost.n * cost.r * 128 <= maxScryptMemory && cost.p * cost.r < 2 ** 16)) throw new P12Error('too-expensive');
  if (!Number.isInteger(Math.log2(cost.n))) throw new P12Error('damaged');
  return { kind: 'scrypt', salt: saltOf(salt), cost };
}

/** The parameters of PBKDF2 (RFC 8018 A.2). `keyLength` in bytes, where the file says it. */
export interface Pbkdf2Parameters {
  readonly prf: HashName;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly keyLength: number | undefined;
}

/** Reads PBKDF2-params. @throws {P12Error} as `readEncryption` @throws {BerError} */
export function readPbkdf2(parameters: BerElement | undefined): Pbkdf2Parameters {
  const [saltElement, iterationsElement, ...rest] = membersOf(parameters);
  const keyLengthElement = rest.find((element) => isUniversal(element, tags.integer));
  const prfElement = rest.find((element) => isUniversal(element, tags.sequence));
  const prfOid = prfElement ? oidOf(membersOf(prfElement)[0]) : '1.2.840.113549.2.7';
  return {
    prf: availableHash(hmacs.get(prfOid), prfOid),
    salt: saltOf(saltElement),
    iterations: iterationsOf(iterationsElement),
    keyLength: keyLengthElement && integerOf(keyLengthElement),
  };
}

/** A salt of bounded length. @throws {P12Error} `damaged` @throws {BerError} */
export function saltOf(element: BerElement | undefined): Uint8Array {
  const salt = octetStringOf(element);
  if (salt.length > maxSaltLength) throw new P12Error('damaged');
  return salt;
}

/** An iteration count that can be run. @throws {P12Error} `damaged` below one, `too-expensive` from 2^31 */
export function iterationsOf(element: BerElement | undefined): number {
  const iterations = integerOf(element);
  if (iterations < 1) throw new P12Error('damaged');
  if (iterations > maxIterationCount) throw new P12Error('too-expensive');
  return iterations;
}

/** What deriving this part's key costs, in the unit of `declareWork`. */
export function iterationsIn(encryption: Encryption): number {
  if (encryption.scheme === 'pkcs12') return encryption.iterations;
  const { kdf } = encryption;
  return kdf.kind === 'pbkdf2' ? kdf.iterations : kdf.cost.n * kdf.cost.r * kdf.cost.p;
}

/** The bytes of EncryptedPrivateKeyInfo (RFC 5958): its algorithm and its ciphertext. */
export function readEncryptedKey(element: BerElement): { encryption: Encryption; data: Uint8Array } {
  const [algorithm, data] = membersOf(element);
  return { encryption: readEncryption(algorithm), data: octetStringOf(data) };
}

/** The digest, if there is one and this runtime has it. @throws {P12Error} `unsupported-encryption` */
export function availableHash(name: HashName | undefined, oid: string): HashName {
  try {
    if (name) {
      createHash(name);
      return name;
    }
  } catch {
    // BoringSSL lacks SHA-512/224.
  }
  throw new P12Error('unsupported-encryption', { algorithm: oid });
}
