import { generateKeyPair, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import { promisify } from 'node:util';

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
 * A fresh EC P-256 key with a certificate for `hosts` (names or IP addresses), signed by itself and no CA (RFC 5280).
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
  const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
  const name = sequence(element(0x31, sequence(oid('550403'), element(0x0c, Buffer.from('Taxpass sign-in')))));
  const extensions = sequence(
    extension('551d13', sequence()),
    extension('551d25', sequence(oid('2b06010505070301'))),
    extension('551d11', sequence(...hosts.map(alternativeName))),
  );
  const toBeSigned = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, serialNumber()),
    ecdsaWithSha256,
    name,
    sequence(utcTime(now - CLOCK_SKEW_MS), utcTime(now + LIFETIME_MS)),
    name,
    spki,
    element(0xa3, extensions),
  );
  const signature = sign('sha256', toBeSigned, key);
  return sequence(toBeSigned, ecdsaWithSha256, element(0x03, Buffer.from([0]), signature));
}

/** RFC 5280, section 4.2.1.6. */
function alternativeName(host: string): Buffer {
  if (isIPv4(host)) return element(0x87, Buffer.from(host.split('.').map(Number)));
  if (isIPv6(host)) return element(0x87, ipv6Bytes(host));
  return element(0x82, Buffer.from(host, 'latin1'));
}

/** The 16 bytes of an IPv6 address without a dotted part (RFC 4291, section 2.2). */
function ipv6Bytes(address: string): Buffer {
  const [head = [], tail = []] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

/** Positive, and without a leading zero byte. */
function serialNumber(): Buffer {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

/** One DER element of less than 64 KiB (X.690). */
function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const prefix = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...prefix]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => element(0x30, ...parts);
const oid = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'));
const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), element(0x04, value));
const utcTime = (ms: number): Buffer =>
  element(0x17, Buffer.from(`${new Date(ms).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
