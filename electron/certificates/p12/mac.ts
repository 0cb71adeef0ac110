import { createHmac, timingSafeEqual } from 'node:crypto';
import { membersOf, octetStringOf, oidOf } from '../ber.ts';
import type { BerElement } from '../ber.ts';
import { availableHash, hmacs, iterationsOf, readPbkdf2, saltOf } from './encryption.ts';
import type { HashName } from './hash-chain.ts';
import { derivedFor, derivePbkdf2, derivePkcs12 } from './key-derivation.ts';
import { P12Error } from './p12-error.ts';
import type { PasswordForms } from './p12-password.ts';
import { affords } from './p12-work.ts';
import type { Work } from './p12-work.ts';

/** The seal over the contents: the PKCS#12 one (RFC 7292, 4) or PBMAC1 (RFC 9579). `keyLength` in bytes. */
export interface Mac {
  readonly scheme: keyof PasswordForms;
  /** Drives the derivation. */
  readonly prf: HashName;
  /** Makes the seal. */
  readonly hash: HashName;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly keyLength: number;
  readonly digest: Uint8Array;
}

const digests = new Map<string, readonly [HashName, number]>([
  ['1.2.840.113549.2.5', ['md5', 16]],
  ['1.3.14.3.2.26', ['sha1', 20]],
  ['2.16.840.1.101.3.4.2.4', ['sha224', 28]],
  ['2.16.840.1.101.3.4.2.1', ['sha256', 32]],
  ['2.16.840.1.101.3.4.2.2', ['sha384', 48]],
  ['2.16.840.1.101.3.4.2.3', ['sha512', 64]],
  ['2.16.840.1.101.3.4.2.5', ['sha512-224', 28]],
  ['2.16.840.1.101.3.4.2.6', ['sha512-256', 32]],
]);

const pbmac1 = '1.2.840.113549.1.5.14';
const pbkdf2 = '1.2.840.113549.1.5.12';
const maxKeyLength = 1024;

/**
 * Reads MacData.
 * @throws {P12Error} `unsupported-encryption` with the algorithm, `damaged`, `too-expensive`
 * @throws {BerError}
 */
export function readMac(element: BerElement): Mac {
  const [digestInfo, saltElement, iterationsElement] = membersOf(element);
  const [algorithm, digestElement] = membersOf(digestInfo);
  const [oidElement, parameters] = membersOf(algorithm);
  const digest = octetStringOf(digestElement);
  const oid = oidOf(oidElement);
  if (oid === pbmac1) return readPbmac1(parameters, digest);
  const found = digests.get(oid);
  const hash = availableHash(found?.[0], oid);
  const keyLength = found?.[1] ?? 0;
  if (digest.length !== keyLength) throw new P12Error('damaged');
  const iterations = iterationsElement ? iterationsOf(iterationsElement) : 1;
  return { scheme: 'pkcs12', prf: hash, hash, salt: saltOf(saltElement), iterations, keyLength, digest };
}

function readPbmac1(parameters: BerElement | undefined, digest: Uint8Array): Mac {
  const [kdf, mac] = membersOf(parameters);
  const [kdfElement, kdfParameters] = membersOf(kdf);
  const kdfOid = oidOf(kdfElement);
  if (kdfOid !== pbkdf2) throw new P12Error('unsupported-encryption', { algorithm: kdfOid });
  const { prf, salt, iterations, keyLength } = readPbkdf2(kdfParameters);
  // RFC 9579, 5: the length must be there. A key under 20 bytes would be no seal at all.
  if (keyLength === undefined || keyLength < 20 || keyLength > maxKeyLength) throw new P12Error('damaged');
  const macOid = oidOf(membersOf(mac)[0]);
  const hash = availableHash(hmacs.get(macOid), macOid);
  return { scheme: 'pbes2', prf, hash, salt, iterations, keyLength, digest };
}

/**
 * Looks for the form of the password that the seal fits; the first form's work must have been declared.
 * @returns its place among the forms, or -1
 * @throws {P12Error} `aborted`
 */
export async function findSealingForm(
  work: Work,
  mac: Mac,
  content: Uint8Array,
  forms: PasswordForms,
): Promise<number> {
  for (const [index, form] of forms[mac.scheme].entries()) {
    if (index > 0 && !affords(work, mac.iterations)) break;
    const key =
      mac.scheme === 'pkcs12'
        ? await derivePkcs12(work, mac.prf, form, mac.salt, derivedFor.mac, mac.iterations, mac.keyLength)
        : await derivePbkdf2(work, mac.prf, form, mac.salt, mac.iterations, mac.keyLength);
    const digest = createHmac(mac.hash, key).update(content).digest();
    key.fill(0);
    if (digest.length === mac.digest.length && timingSafeEqual(digest, mac.digest)) return index;
  }
  return -1;
}
