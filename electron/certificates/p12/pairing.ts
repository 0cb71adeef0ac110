import { createPrivateKey, createPublicKey, sign, verify, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { derOf, readBer } from '../ber.ts';
import { describeCertificate } from '../describe.ts';
import { P12Error } from './p12-error.ts';
import type { P12Identity } from './p12-error.ts';
import { pause } from './p12-work.ts';
import type { Work } from './p12-work.ts';

/** A certificate and the private key that belongs to it. */
export interface Pair {
  readonly certificate: X509Certificate;
  readonly key: KeyObject;
}

/** Reads what OpenSSL or BoringSSL can read; each certificate once, in the order of the file. @throws {P12Error} `aborted` */
export async function parseCertificates(
  work: Work,
  ders: readonly Uint8Array[],
): Promise<{ certificates: X509Certificate[]; unreadable: number }> {
  const byFingerprint = new Map<string, X509Certificate>();
  let unreadable = 0;
  for (const der of ders) {
    await pause(work);
    try {
      const certificate = new X509Certificate(der);
      byFingerprint.set(certificate.fingerprint256, certificate);
    } catch {
      unreadable++;
    }
  }
  return { certificates: [...byFingerprint.values()], unreadable };
}

/** The private key in a PrivateKeyInfo, DER or BER; `undefined` where this runtime does not know its kind. */
export function parsePrivateKey(bytes: Uint8Array): KeyObject | undefined {
  const der = Buffer.from(bytes);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch {
    return parseBerPrivateKey(bytes);
  } finally {
    der.fill(0);
  }
}

function parseBerPrivateKey(bytes: Uint8Array): KeyObject | undefined {
  try {
    const der = Buffer.from(derOf(readBer(bytes)));
    try {
      return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    } finally {
      der.fill(0);
    }
  } catch {
    return undefined;
  }
}

/** Every certificate whose public key is that of one of the keys. @throws {P12Error} `aborted` */
export async function findPairs(
  work: Work,
  certificates: readonly X509Certificate[],
  keys: readonly KeyObject[],
): Promise<Pair[]> {
  const keysByPublicKey = new Map<string, KeyObject>();
  for (const key of keys) {
    await pause(work);
    keysByPublicKey.set(encodePublicKey(createPublicKey(key)), key);
  }
  return certificates.flatMap((certificate) => {
    try {
      const key = keysByPublicKey.get(encodePublicKey(certificate.publicKey));
      return key && certificate.checkPrivateKey(key) ? [{ certificate, key }] : [];
    } catch {
      return [];
    }
  });
}

/**
 * The one pair there is, or the one that `fingerprint` (SHA-256, hexadecimal, colons or not) names.
 * @throws {P12Error} `several-identities`, `identity-not-found`, both with the choices; `no-matching-pair`
 */
export function choosePair(pairs: readonly Pair[], fingerprint: string | undefined): Pair {
  const identities = pairs.map((pair) => identityOf(pair.certificate));
  let index = 0;
  if (fingerprint !== undefined) {
    const wanted = fingerprint.replaceAll(/[\s:]/g, '').toLowerCase();
    index = identities.findIndex((identity) => identity.fingerprint === wanted);
    if (index < 0) throw new P12Error('identity-not-found', { identities });
  } else if (pairs.length > 1) {
    throw new P12Error('several-identities', { identities });
  }
  const pair = pairs[index];
  if (!pair || !worksTogether(pair)) throw new P12Error('no-matching-pair');
  return pair;
}

function identityOf(certificate: X509Certificate): P12Identity {
  const facts = describeCertificate(certificate.toString());
  return {
    fingerprint: facts.fingerprint,
    subject: facts.commonName ?? facts.organisation ?? facts.serialNumber,
    notAfter: facts.notAfter,
  };
}

/** Signs and verifies: the public half stored beside a private key proves nothing about the private half. */
function worksTogether({ certificate, key }: Pair): boolean {
  const message = Buffer.from('pair');
  const digest = key.asymmetricKeyType?.startsWith('ed') ? null : 'sha256';
  try {
    return verify(digest, message, certificate.publicKey, sign(digest, message, key));
  } catch {
    return false;
  }
}

function encodePublicKey(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).toString('latin1');
}
