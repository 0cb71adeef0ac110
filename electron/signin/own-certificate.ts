import { generateKeyPair, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { promisify } from 'node:util';
import forge from 'node-forge';

const { asn1, util } = forge;

/** A key that exists in memory only, with the certificate it signed for itself. */
export type OwnCertificate = {
  readonly keyPem: string;
  readonly certificate: X509Certificate;
};

/** How long such a certificate is valid, ms. It ends with its process or sooner, whatever it says. */
const LIFETIME_MS = 86_400_000;
const CLOCK_SKEW_MS = 3_600_000;

const generate = promisify(generateKeyPair);

/**
 * A fresh EC P-256 key with a certificate for `hosts` (names or IPv4 addresses), signed by itself and no CA (RFC 5280).
 * Neither is ever written anywhere or put in a store: whoever is to accept it does so by its fingerprint.
 * @param now epoch ms
 */
export async function makeOwnCertificate(hosts: readonly string[], now: number): Promise<OwnCertificate> {
  const { privateKey, publicKey } = await generate('ec', { namedCurve: 'P-256' });
  const der = certificateDer(hosts, privateKey, publicKey.export({ type: 'spki', format: 'der' }), now);
  return {
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: new X509Certificate(der),
  };
}

function certificateDer(hosts: readonly string[], key: KeyObject, spki: Buffer, now: number): Buffer {
  const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));
  const name = sequence(set(sequence(oid('2.5.4.3'), element(asn1.Type.UTF8, 'Taxpass sign-in window'))));
  const toBeSigned = sequence(
    context(0, true, [element(asn1.Type.INTEGER, '\x02')]),
    element(asn1.Type.INTEGER, serialNumber()),
    ecdsaWithSha256,
    name,
    sequence(time(now - CLOCK_SKEW_MS), time(now + LIFETIME_MS)),
    name,
    asn1.fromDer(util.createBuffer(spki.toString('latin1'))),
    context(3, true, [
      sequence(
        extension('2.5.29.19', true, sequence()),
        extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))),
        extension('2.5.29.17', false, sequence(...hosts.map(alternativeName))),
      ),
    ]),
  );
  const signature = sign('sha256', toDer(toBeSigned), key).toString('latin1');
  return toDer(sequence(toBeSigned, ecdsaWithSha256, element(asn1.Type.BITSTRING, `\x00${signature}`)));
}

function alternativeName(host: string): forge.asn1.Asn1 {
  return isIPv4(host)
    ? context(7, false, String.fromCharCode(...host.split('.').map(Number)))
    : context(2, false, host);
}

function extension(id: string, critical: boolean, value: forge.asn1.Asn1): forge.asn1.Asn1 {
  const yes = critical ? [element(asn1.Type.BOOLEAN, '\xff')] : [];
  return sequence(oid(id), ...yes, element(asn1.Type.OCTETSTRING, toDer(value).toString('latin1')));
}

/** 126 random bits: positive, and without a leading zero byte. */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('latin1');
}

const element = (type: forge.asn1.Type, value: string): forge.asn1.Asn1 =>
  asn1.create(asn1.Class.UNIVERSAL, type, false, value);
const sequence = (...parts: forge.asn1.Asn1[]): forge.asn1.Asn1 =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, parts);
const set = (...parts: forge.asn1.Asn1[]): forge.asn1.Asn1 =>
  asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, parts);
const context = (tag: number, constructed: boolean, value: string | forge.asn1.Asn1[]): forge.asn1.Asn1 =>
  asn1.create(asn1.Class.CONTEXT_SPECIFIC, tag, constructed, value);
const oid = (dotted: string): forge.asn1.Asn1 => element(asn1.Type.OID, asn1.oidToDer(dotted).getBytes());
const time = (ms: number): forge.asn1.Asn1 => element(asn1.Type.UTCTIME, asn1.dateToUtcTime(new Date(ms)));
const toDer = (part: forge.asn1.Asn1): Buffer => Buffer.from(asn1.toDer(part).getBytes(), 'latin1');
