import type { KeyObject, X509Certificate } from 'node:crypto';
import { BerError, readBer } from './ber.ts';
import { readBags, readContainer, readSafe } from './p12/container.ts';
import type { Bag } from './p12/container.ts';
import { orderCertificates } from './p12/certificate-order.ts';
import { createDecryptor } from './p12/decryptor.ts';
import type { Decryptor, Sealed } from './p12/decryptor.ts';
import { iterationsIn, readEncryptedKey, readEncryption } from './p12/encryption.ts';
import { findSealingForm } from './p12/mac.ts';
import { choosePair, findPairs, parseCertificates, parsePrivateKey } from './p12/pairing.ts';
import { isForWant, P12Error } from './p12/p12-error.ts';
import type { P12Warning } from './p12/p12-error.ts';
import { passwordForms, wipe } from './p12/p12-password.ts';
import type { PasswordForms } from './p12/p12-password.ts';
import { declareWork, maxIterations, pause, throwIfAborted } from './p12/p12-work.ts';
import type { Work } from './p12/p12-work.ts';

export { P12Error, p12ErrorCodes, p12Warnings } from './p12/p12-error.ts';
export type { P12ErrorCode, P12Identity, P12Warning } from './p12/p12-error.ts';

/** How to open a PKCS#12 file. */
export interface OpenP12Options {
  readonly signal?: AbortSignal | undefined;
  /** SHA-256 fingerprint of the certificate to take, in hexadecimal, any case, colons or not. */
  readonly identity?: string | undefined;
  /** Do the work even where the file declares more than five million iterations. */
  readonly allowExpensive?: boolean | undefined;
}

/** A pair ready for a TLS context in OpenSSL and BoringSSL alike. */
export interface OpenedP12 {
  /** PKCS#8, unencrypted: a secret. */
  readonly keyPem: string;
  /** The certificate whose public key is that of `keyPem`. */
  readonly certPem: string;
  /** Every other certificate of the file: those above the leaf, issuer upward, root included, then any others. */
  readonly chainPem: string[];
  /** How many of `chainPem`, from its beginning, are above the leaf. */
  readonly issuerCount: number;
  /** SHA-256 of the leaf, 64 lower-case hex digits. */
  readonly fingerprint: string;
  readonly warnings: P12Warning[];
}

const maxFileLength = 10 * 1024 * 1024;
const maxBags = 1000;
const maxCertificates = 256;

/**
 * Opens a PKCS#12 file (RFC 7292): DER or BER, RSA, EC or Ed25519, PBES2 or the old schemes, sealed, sealed by PBMAC1
 * (RFC 9579) or not at all. It runs in the calling thread, which it leaves free every few milliseconds; a hostile file can
 * keep it busy for seconds, so the program runs it by `openP12InThread`.
 * @param bytes the file, at most 10 MiB; it is not changed
 * @throws {P12Error} where there is no usable pair, or several and none chosen; nothing else
 */
export async function openP12(bytes: Uint8Array, password: string, options: OpenP12Options = {}): Promise<OpenedP12> {
  const { signal, identity, allowExpensive = false } = options;
  const work: Work = { signal, limit: allowExpensive ? Infinity : maxIterations, declared: 0 };
  const forms = passwordForms(password);
  const decryptor = createDecryptor(work, forms);
  try {
    throwIfAborted(work);
    if (bytes.length > maxFileLength) throw new P12Error('too-large');
    const contents = await readContents(work, bytes, forms, decryptor);
    const opened = await usablePair(work, contents, identity);
    if (decryptor.usedOddForm()) contents.warnings.add('password-encoding');
    if (work.declared > maxIterations) contents.warnings.add('expensive');
    return { ...opened, warnings: [...contents.warnings] };
  } catch (error) {
    throw asP12Error(error);
  } finally {
    decryptor.dispose();
    wipe(forms);
  }
}

/** Whatever else is thrown comes from a library that was given nonsense, unless the computer is at its end. */
function asP12Error(error: unknown): P12Error {
  if (error instanceof P12Error) return error;
  if (isForWant(error)) return new P12Error('failed');
  return new P12Error(error instanceof BerError && error.reason === 'truncated' ? 'truncated' : 'damaged');
}

/** What lies in the file, opened. */
interface Contents {
  readonly certificates: Uint8Array[];
  readonly keys: KeyObject[];
  readonly warnings: Set<P12Warning>;
  /** Why parts were skipped, the first being the reason given where nothing usable is left. */
  readonly problems: P12Error[];
}

async function readContents(
  work: Work,
  bytes: Uint8Array,
  forms: PasswordForms,
  decryptor: Decryptor,
): Promise<Contents> {
  const contents: Contents = { certificates: [], keys: [], warnings: new Set(), problems: [] };
  const { warnings, problems } = contents;
  const container = readContainer(bytes);
  if (container.trailingData) warnings.add('trailing-data');
  if (container.mac) declareWork(work, container.mac.iterations);
  else warnings.add('no-mac');

  const safe = readSafe(container.content);
  if (container.sawBer || safe.sawBer) warnings.add('ber-encoding');
  const sealedBags: Sealed[] = [];
  const sealedKeys: Sealed[] = [];
  let bagCount = 0;

  const takeBags = (read: { bags: Bag[]; sawBer: boolean }): void => {
    if (read.sawBer) warnings.add('ber-encoding');
    bagCount += read.bags.length;
    if (bagCount > maxBags) throw new P12Error('too-expensive');
    for (const bag of read.bags) {
      if (bag.kind === 'certificate') contents.certificates.push(bag.der);
      else if (bag.kind === 'unreadable') problems.push(new P12Error('damaged'));
      else if (bag.kind === 'shrouded-key')
        attempt(problems, () => takeSealed(sealedKeys, readEncryptedKey(bag.element)));
      else {
        warnings.add('unencrypted-key');
        const { source, start, end } = bag.element;
        takeKey(contents, source.bytes.subarray(start, end));
      }
    }
  };
  const takeSealed = (into: Sealed[], sealed: Sealed): void => {
    declareWork(work, iterationsIn(sealed.encryption));
    if (sealed.encryption.scheme === 'pkcs12') warnings.add('legacy-encryption');
    into.push(sealed);
  };

  for (const content of safe.contents) {
    if (content.kind === 'plain') {
      attempt(problems, () => takeBags(readBags(content.bags)));
    } else if (content.kind === 'encrypted') {
      const { algorithm, data } = content;
      attempt(problems, () => takeSealed(sealedBags, { encryption: readEncryption(algorithm), data }));
    } else {
      problems.push(new P12Error('unsupported-encryption', { algorithm: content.type }));
    }
  }

  // The thread pool derives the keys of the first parts while this thread checks the seal.
  for (const sealed of [...sealedBags, ...sealedKeys].slice(0, 4)) decryptor.start(sealed);
  if (container.mac) {
    const form = await findSealingForm(work, container.mac, container.content, forms);
    if (form > 0) warnings.add('password-encoding');
    if (form < 0) throw new P12Error(await brokenSeal([...sealedBags, ...sealedKeys], decryptor));
  }
  for (const sealed of sealedBags) {
    await attemptAsync(problems, async () => takeBags(await decryptor.open(sealed, (plain) => readBags(plain))));
  }
  for (const sealed of sealedKeys) {
    await attemptAsync(problems, async () => {
      const plain = await decryptor.open(sealed, exactElement);
      takeKey(contents, plain);
      plain.fill(0);
    });
  }
  return contents;
}

/** Runs one part's reading; what makes that part unreadable is kept, what ends everything is thrown on. */
function attempt(problems: P12Error[], read: () => void): void {
  try {
    read();
  } catch (error) {
    keepProblem(problems, error);
  }
}

async function attemptAsync(problems: P12Error[], read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    keepProblem(problems, error);
  }
}

function keepProblem(problems: P12Error[], error: unknown): void {
  const problem = asP12Error(error);
  if (['aborted', 'failed', 'too-expensive'].includes(problem.code)) throw problem;
  problems.push(problem);
}

function takeKey(contents: Contents, der: Uint8Array): void {
  const key = parsePrivateKey(der);
  if (key) contents.keys.push(key);
  else contents.problems.push(new P12Error('unsupported-key'));
}

/** Plaintext that is one ASN.1 element and nothing else. */
function exactElement(plain: Buffer): Buffer {
  if (plain[0] !== 0x30 || readBer(plain).end !== plain.length) throw new BerError('malformed');
  return plain;
}

/** A seal that does not fit means a wrong password, unless the password opens an encrypted part: then bytes changed. */
async function brokenSeal(sealed: readonly Sealed[], decryptor: Decryptor): Promise<'wrong-password' | 'damaged'> {
  const [cheapest] = sealed.toSorted((a, b) => iterationsIn(a.encryption) - iterationsIn(b.encryption));
  if (!cheapest) return 'wrong-password';
  try {
    await decryptor.open(cheapest, (plain) => exactElement(plain).fill(0), true);
    return 'damaged';
  } catch (error) {
    const problem = asP12Error(error);
    if (problem.code === 'aborted' || problem.code === 'failed') throw problem;
    return 'wrong-password';
  }
}

async function usablePair(
  work: Work,
  { certificates: ders, keys, warnings, problems }: Contents,
  identity: string | undefined,
): Promise<Omit<OpenedP12, 'warnings'>> {
  const { certificates, unreadable } = await parseCertificates(work, ders);
  if (certificates.length > maxCertificates) throw new P12Error('too-expensive');
  const pairs = await findPairs(work, certificates, keys);
  if (pairs.length === 0) throw reasonForNoPair(certificates, keys, problems);
  if (problems.length > 0 || unreadable > 0) warnings.add('unreadable-part');

  const { certificate, key } = choosePair(pairs, identity);
  await pause(work);
  const others = certificates.filter((other) => other !== certificate);
  const { ordered, issuerCount, complete } = await orderCertificates(work, certificate, others);
  if (!complete) warnings.add('chain-incomplete');
  if (issuerCount < ordered.length) warnings.add('unrelated-certificates');
  const now = Date.now();
  if (Date.parse(certificate.validTo) < now) warnings.add('expired');
  if (Date.parse(certificate.validFrom) > now) warnings.add('not-yet-valid');
  return {
    keyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certPem: certificate.toString(),
    chainPem: ordered.map((other) => other.toString()),
    issuerCount,
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
  };
}

function reasonForNoPair(
  certificates: readonly X509Certificate[],
  keys: readonly KeyObject[],
  problems: readonly P12Error[],
): P12Error {
  const [problem] = problems;
  if (problem) return problem;
  if (keys.length === 0) return new P12Error('no-key');
  return new P12Error(certificates.length === 0 ? 'no-certificate' : 'no-matching-pair');
}
