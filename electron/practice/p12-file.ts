import { createCipheriv, createHash, createHmac, randomBytes, X509Certificate } from 'node:crypto';
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
}

const iterations = 2048;
const dataOid = '1.2.840.113549.1.7.1';
const encryptedDataOid = '1.2.840.113549.1.7.6';
const sha1Oid = '1.3.14.3.2.26';
const rc2Pbe = '1.2.840.113549.1.12.1.6';
const tripleDesPbe = '1.2.840.113549.1.12.1.3';

/**
 * A PKCS#12 file in the old form that organisation certificates are delivered in: certificates under RC2-40, the key
 * under 3DES, a SHA-1 MAC (RFC 7292). OpenSSL 3 refuses it without its legacy provider, and that is the point.
 */
export function writeP12(contents: P12Contents): Buffer {
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
  const parts = [encryptedPart(certificateBags, contents.password)];
  if (contents.key !== null) parts.push(plainPart(sequence(keyBag(contents.key, attributes, contents.password))));
  const authenticatedSafe = sequence(...parts);
  return sequence(integer(3), plainPart(authenticatedSafe), mac(authenticatedSafe, contents.password));
}

function plainPart(content: Buffer): Buffer {
  return sequence(oid(dataOid), tagged(0, octets(content)));
}

function certificateBag(certificate: X509Certificate, ...attributes: ReadonlyArray<Buffer>): Buffer {
  const value = sequence(oid('1.2.840.113549.1.9.22.1'), tagged(0, octets(certificate.raw)));
  return sequence(oid('1.2.840.113549.1.12.10.1.3'), tagged(0, value), ...attributes);
}

function keyBag(key: KeyObject, attributes: Buffer, password: string): Buffer {
  const salt = randomBytes(8);
  const plain = key.export({ type: 'pkcs8', format: 'der' });
  const cipher = createCipheriv('des-ede3-cbc', derive(password, salt, 1, 24), derive(password, salt, 2, 8));
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]);
  const value = sequence(pbe(tripleDesPbe, salt), octets(encrypted));
  return sequence(oid('1.2.840.113549.1.12.10.1.2'), tagged(0, value), attributes);
}

function encryptedPart(content: Buffer, password: string): Buffer {
  const salt = randomBytes(8);
  // Neither OpenSSL 3 nor BoringSSL offers RC2 to Node, hence forge.
  const cipher = forge.rc2.createEncryptionCipher(toForge(derive(password, salt, 1, 5)), 40);
  cipher.start(toForge(derive(password, salt, 2, 8)));
  cipher.update(toForge(content));
  cipher.finish();
  const encrypted = fromForge(cipher.output);
  const info = sequence(oid(dataOid), pbe(rc2Pbe, salt), taggedBytes(0, encrypted));
  return sequence(oid(encryptedDataOid), tagged(0, sequence(integer(0), info)));
}

function mac(authenticatedSafe: Buffer, password: string): Buffer {
  const salt = randomBytes(8);
  const digest = createHmac('sha1', derive(password, salt, 3, 20))
    .update(authenticatedSafe)
    .digest();
  return sequence(sequence(sequence(oid(sha1Oid), nothing()), octets(digest)), octets(salt), integer(iterations));
}

function pbe(algorithm: string, salt: Buffer): Buffer {
  return sequence(oid(algorithm), sequence(octets(salt), integer(iterations)));
}

function derive(password: string, salt: Buffer, id: 1 | 2 | 3, length: number): Buffer {
  return fromForge(forge.pkcs12.generateKey(password, toForge(salt), id, iterations, length));
}

function toForge(bytes: Buffer): forge.util.ByteBuffer {
  return forge.util.createBuffer(bytes.toString('latin1'));
}

function fromForge(bytes: forge.util.ByteBuffer): Buffer {
  return Buffer.from(bytes.getBytes(), 'latin1');
}
