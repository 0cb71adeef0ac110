import { createCipheriv, createHash, createHmac, pbkdf2Sync, randomBytes, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import forge from 'node-forge';
import { bmp, integer, nothing, octets, oid, sequence, set, tagged, taggedBytes } from './der.ts';

/** What goes into a P12; without a key the file holds certificates alone, which no sign-in can use. */
export interface P12Contents {
  readonly key: KeyObject | null;
  readonly certPem: string;
  /** The certificates above the leaf, issuer upward, root included. */
  readonly chainPem: ReadonlyArray<string>;
  readonly friendlyName: string;
  readonly password: string;
  /** `old` as organisation certificates are delivered, `modern` as today's programs export them. */
  readonly form: 'old' | 'modern';
}

/** How a form encrypts and seals. */
interface Form {
  readonly encryptCertificates: (plain: Buffer, password: string) => Encrypted;
  readonly encryptKey: (plain: Buffer, password: string) => Encrypted;
  readonly mac: { readonly hash: 'sha1' | 'sha256'; readonly oid: string; readonly length: number };
}

interface Encrypted {
  readonly algorithm: Buffer;
  readonly bytes: Buffer;
}

const iterations = 2048;
const dataOid = '1.2.840.113549.1.7.1';
const encryptedDataOid = '1.2.840.113549.1.7.6';
const rc2Pbe = '1.2.840.113549.1.12.1.6';
const tripleDesPbe = '1.2.840.113549.1.12.1.3';

const forms: Record<P12Contents['form'], Form> = {
  old: {
    encryptCertificates: encryptRc2,
    encryptKey: encryptTripleDes,
    mac: { hash: 'sha1', oid: '1.3.14.3.2.26', length: 20 },
  },
  modern: {
    encryptCertificates: encryptAes,
    encryptKey: encryptAes,
    mac: { hash: 'sha256', oid: '2.16.840.1.101.3.4.2.1', length: 32 },
  },
};

/**
 * A PKCS#12 file (RFC 7292). The old form has its certificates under RC2-40, the key under 3DES and a SHA-1 MAC: OpenSSL
 * 3 refuses it without its legacy provider, and that is the point. The modern form has both under AES-256 (PBES2) and a
 * SHA-256 MAC.
 */
export function writeP12(contents: P12Contents): Buffer {
  const { key, password } = contents;
  const form = forms[contents.form];
  const leaf = new X509Certificate(contents.certPem);
  const attributes = set(
    sequence(oid('1.2.840.113549.1.9.20'), set(bmp(contents.friendlyName))),
    sequence(oid('1.2.840.113549.1.9.21'), set(octets(createHash('sha1').update(leaf.raw).digest()))),
  );
  const certificates = [leaf, ...contents.chainPem.map((pem) => new X509Certificate(pem))];
  const certificateBags = sequence(
    ...certificates.map((certificate, index) =>
      index === 0 ? certificateBag(certificate, attributes) : certificateBag(certificate),
    ),
  );
  const parts = [encryptedPart(form.encryptCertificates(certificateBags, password))];
  if (key !== null) parts.push(plainPart(sequence(keyBag(form, key, attributes, password))));
  const authenticatedSafe = sequence(...parts);
  return sequence(integer(3), plainPart(authenticatedSafe), mac(form, authenticatedSafe, password));
}

function plainPart(content: Buffer): Buffer {
  return sequence(oid(dataOid), tagged(0, octets(content)));
}

function certificateBag(certificate: X509Certificate, ...attributes: ReadonlyArray<Buffer>): Buffer {
  const value = sequence(oid('1.2.840.113549.1.9.22.1'), tagged(0, octets(certificate.raw)));
  return sequence(oid('1.2.840.113549.1.12.10.1.3'), tagged(0, value), ...attributes);
}

function keyBag(form: Form, key: KeyObject, attributes: Buffer, password: string): Buffer {
  const { algorithm, bytes } = form.encryptKey(key.export({ type: 'pkcs8', format: 'der' }), password);
  return sequence(oid('1.2.840.113549.1.12.10.1.2'), tagged(0, sequence(algorithm, octets(bytes))), attributes);
}

function encryptedPart({ algorithm, bytes }: Encrypted): Buffer {
  const info = sequence(oid(dataOid), algorithm, taggedBytes(0, bytes));
  return sequence(oid(encryptedDataOid), tagged(0, sequence(integer(0), info)));
}

function encryptTripleDes(plain: Buffer, password: string): Encrypted {
  const salt = randomBytes(8);
  const cipher = createCipheriv('des-ede3-cbc', derive(password, salt, 1, 24), derive(password, salt, 2, 8));
  return { algorithm: pbe(tripleDesPbe, salt), bytes: Buffer.concat([cipher.update(plain), cipher.final()]) };
}

function encryptRc2(plain: Buffer, password: string): Encrypted {
  const salt = randomBytes(8);
  // Neither OpenSSL 3 nor BoringSSL offers RC2 to Node, hence forge.
  const cipher = forge.rc2.createEncryptionCipher(toForge(derive(password, salt, 1, 5)), 40);
  cipher.start(toForge(derive(password, salt, 2, 8)));
  cipher.update(toForge(plain));
  cipher.finish();
  return { algorithm: pbe(rc2Pbe, salt), bytes: fromForge(cipher.output) };
}

function encryptAes(plain: Buffer, password: string): Encrypted {
  const [salt, iv] = [randomBytes(16), randomBytes(16)];
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(password, salt, iterations, 32, 'sha256'), iv);
  const hmacWithSha256 = sequence(oid('1.2.840.113549.2.9'), nothing());
  const kdf = sequence(oid('1.2.840.113549.1.5.12'), sequence(octets(salt), integer(iterations), hmacWithSha256));
  const aes = sequence(oid('2.16.840.1.101.3.4.1.42'), octets(iv));
  return {
    algorithm: sequence(oid('1.2.840.113549.1.5.13'), sequence(kdf, aes)),
    bytes: Buffer.concat([cipher.update(plain), cipher.final()]),
  };
}

function mac(form: Form, authenticatedSafe: Buffer, password: string): Buffer {
  const salt = randomBytes(8);
  const { hash, length } = form.mac;
  const digest = createHmac(hash, derive(password, salt, 3, length, hash))
    .update(authenticatedSafe)
    .digest();
  return sequence(sequence(sequence(oid(form.mac.oid), nothing()), octets(digest)), octets(salt), integer(iterations));
}

function pbe(algorithm: string, salt: Buffer): Buffer {
  return sequence(oid(algorithm), sequence(octets(salt), integer(iterations)));
}

function derive(
  password: string,
  salt: Buffer,
  id: 1 | 2 | 3,
  length: number,
  hash: 'sha1' | 'sha256' = 'sha1',
): Buffer {
  return fromForge(forge.pkcs12.generateKey(password, toForge(salt), id, iterations, length, forge.md[hash].create()));
}

function toForge(bytes: Buffer): forge.util.ByteBuffer {
  return forge.util.createBuffer(bytes.toString('latin1'));
}

function fromForge(bytes: forge.util.ByteBuffer): Buffer {
  return Buffer.from(bytes.getBytes(), 'latin1');
}
