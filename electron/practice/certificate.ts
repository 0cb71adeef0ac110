import { createHash, createPublicKey, generateKeyPair, randomBytes, sign, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import {
  bits,
  integer,
  nothing,
  octets,
  oid,
  printable,
  sequence,
  set,
  tagged,
  taggedBytes,
  utcTime,
  utf8,
  yes,
} from './der.ts';

/**
 * The parts of a distinguished name that the practice authorities use; `serialNumber` is 16 + organisation number, or
 * what a qualified certificate tells its person apart by.
 */
export interface DistinguishedName {
  readonly country?: string;
  readonly organization?: string;
  readonly surname?: string;
  readonly givenName?: string;
  readonly serialNumber?: string;
  readonly commonName: string;
}

/** A key with its certificate, both PEM, as the state file keeps them. */
export interface KeyAndCertificate {
  readonly keyPem: string;
  readonly certPem: string;
}

/** What a certificate is for; `hosts` become DNS names. */
export type CertificatePurpose =
  | { readonly kind: 'ca' }
  | { readonly kind: 'server'; readonly hosts: ReadonlyArray<string> }
  | { readonly kind: 'client' };

/** What {@link makeCertificate} needs; without an issuer the certificate signs itself. */
export interface CertificateOrder {
  readonly subject: DistinguishedName;
  readonly subjectKey: KeyObject;
  readonly purpose: CertificatePurpose;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly issuer?: { readonly name: DistinguishedName; readonly key: KeyObject };
}

const generate = promisify(generateKeyPair);

/** A new private key: RSA as Expisoft issues, or EC P-256, which costs next to nothing to make. */
export async function makeKey(kind: 'rsa' | 'ec'): Promise<KeyObject> {
  if (kind === 'ec') return (await generate('ec', { namedCurve: 'P-256' })).privateKey;
  return (await generate('rsa', { modulusLength: 2048 })).privateKey;
}

/** The PKCS#8 PEM of a private key. */
export function keyToPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** SHA-256 of the certificate, 64 lower-case hex digits: the form the log and the state use. */
export function fingerprintOf(certificate: X509Certificate): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase();
}

/** An X.509 v3 certificate as PEM, signed natively with SHA-256 by the issuer's key, RSA or EC (RFC 5280). */
export function makeCertificate(order: CertificateOrder): string {
  const issuerKey = order.issuer?.key ?? order.subjectKey;
  const algorithm = signatureAlgorithm(issuerKey);
  const spki = spkiOf(order.subjectKey);
  const toBeSigned = sequence(
    tagged(0, integer(2)),
    integer(serialNumber()),
    algorithm,
    nameToDer(order.issuer?.name ?? order.subject),
    sequence(utcTime(order.notBefore), utcTime(order.notAfter)),
    nameToDer(order.subject),
    spki,
    tagged(3, sequence(...extensions(order.purpose, spki, spkiOf(issuerKey)))),
  );
  const der = sequence(toBeSigned, algorithm, bits(sign('sha256', toBeSigned, issuerKey)));
  return new X509Certificate(der).toString();
}

function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  // A leading zero byte would not be DER; a leading bit of one would be negative.
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}

function spkiOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

function signatureAlgorithm(key: KeyObject): Buffer {
  if (key.asymmetricKeyType === 'ec') return sequence(oid('1.2.840.10045.4.3.2'));
  return sequence(oid('1.2.840.113549.1.1.11'), nothing());
}

function nameToDer(name: DistinguishedName): Buffer {
  const parts = [
    name.country === undefined ? null : sequence(oid('2.5.4.6'), printable(name.country)),
    name.organization === undefined ? null : sequence(oid('2.5.4.10'), utf8(name.organization)),
    name.surname === undefined ? null : sequence(oid('2.5.4.4'), utf8(name.surname)),
    name.givenName === undefined ? null : sequence(oid('2.5.4.42'), utf8(name.givenName)),
    name.serialNumber === undefined ? null : sequence(oid('2.5.4.5'), printable(name.serialNumber)),
    sequence(oid('2.5.4.3'), utf8(name.commonName)),
  ];
  return sequence(...parts.filter((part) => part !== null).map((part) => set(part)));
}

function keyIdentifier(spki: Buffer): Buffer {
  return createHash('sha1').update(spki).digest();
}

function extensions(purpose: CertificatePurpose, spki: Buffer, issuerSpki: Buffer): Buffer[] {
  const critical = (id: string, value: Buffer) => sequence(oid(id), yes(), octets(value));
  const plain = (id: string, value: Buffer) => sequence(oid(id), octets(value));
  const identifiers = [
    plain('2.5.29.14', octets(keyIdentifier(spki))),
    plain('2.5.29.35', sequence(taggedBytes(0, keyIdentifier(issuerSpki)))),
  ];
  if (purpose.kind === 'ca') {
    const certSignAndCrlSign = bits(Buffer.from([0x06]), 1);
    return [critical('2.5.29.19', sequence(yes())), critical('2.5.29.15', certSignAndCrlSign), ...identifiers];
  }
  const digitalSignature = bits(Buffer.from([0x80]), 7);
  const usage = purpose.kind === 'server' ? '1.3.6.1.5.5.7.3.1' : '1.3.6.1.5.5.7.3.2';
  const common = [
    critical('2.5.29.19', sequence()),
    critical('2.5.29.15', digitalSignature),
    plain('2.5.29.37', sequence(oid(usage))),
    ...identifiers,
  ];
  if (purpose.kind === 'client') return common;
  const names = purpose.hosts.map((host) => taggedBytes(2, Buffer.from(host, 'latin1')));
  return [...common, plain('2.5.29.17', sequence(...names))];
}
