import { X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { BerError, childrenOf, contentOf, isContext, isUniversal, membersOf, oidOf, readBer, tags } from './ber.ts';
import type { BerElement } from './ber.ts';

/** What a person needs to know a certificate by. Everything here is public; absent names are `null`. */
export interface CertificateFacts {
  readonly commonName: string | null;
  readonly organisation: string | null;
  /**
   * The organisation's number: the Swedish one, `556000-0167`, where the subject's serial number is `16` and its ten
   * digits, as in Expisoft's organisation certificates; else the number in the organizationIdentifier (ETSI EN 319
   * 412-1): a CUI, `14399840`, of `VATRO-14399840`, or a Swedish one.
   */
  readonly organisationNumber: string | null;
  /** The subject's own serialNumber attribute, as it stands there; not the certificate's serial number. */
  readonly subjectSerialNumber: string | null;
  /** Given name and surname, where the holder is a person. */
  readonly personName: string | null;
  readonly issuerCommonName: string | null;
  readonly issuerOrganisation: string | null;
  /** The certificate's serial number, as `0A:1B:2C`. */
  readonly serialNumber: string;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  /** Milliseconds since the epoch. */
  readonly notAfter: number;
  /** SHA-256 of the whole certificate, 64 lower-case hex digits. */
  readonly fingerprint: string;
  /** For instance `RSA 2048`, `EC P-256`, `Ed25519`. */
  readonly keyType: string;
}

const attributes = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  organisation: '2.5.4.10',
  organisationIdentifier: '2.5.4.97',
  givenName: '2.5.4.42',
} as const;

/**
 * Reads a certificate's facts. Names come from the encoding itself, because the runtimes differ in how they render
 * T61String, BMPString and commas.
 * @throws {TypeError} if it is not a certificate
 */
export function describeCertificate(certPem: string): CertificateFacts {
  const { certificate, serial, issuer, subject } = parse(certPem);
  const subjectSerialNumber = subject.get(attributes.serialNumber) ?? null;
  const person = [subject.get(attributes.givenName), subject.get(attributes.surname)].filter((part) => part);
  return {
    commonName: subject.get(attributes.commonName) ?? null,
    organisation: subject.get(attributes.organisation) ?? null,
    organisationNumber:
      organisationNumberIn(subjectSerialNumber) ?? identifiedNumber(subject.get(attributes.organisationIdentifier)),
    subjectSerialNumber,
    personName: person.length > 0 ? person.join(' ') : null,
    issuerCommonName: issuer.get(attributes.commonName) ?? null,
    issuerOrganisation: issuer.get(attributes.organisation) ?? null,
    serialNumber: colonHex(serial),
    notBefore: Date.parse(certificate.validFrom),
    notAfter: Date.parse(certificate.validTo),
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    keyType: keyTypeOf(certificate),
  };
}

interface Parsed {
  readonly certificate: X509Certificate;
  readonly serial: Uint8Array;
  readonly issuer: ReadonlyMap<string, string>;
  readonly subject: ReadonlyMap<string, string>;
}

function parse(certPem: string): Parsed {
  try {
    const certificate = new X509Certificate(certPem);
    const [tbs] = membersOf(readBer(certificate.raw));
    const fields = membersOf(tbs);
    // The version is optional.
    const [serial, , issuer, , subject] = isContext(fields[0], 0) ? fields.slice(1) : fields;
    if (!isUniversal(serial, tags.integer)) throw new BerError('malformed');
    return { certificate, serial: contentOf(serial), issuer: readName(issuer), subject: readName(subject) };
  } catch {
    throw new TypeError('not a certificate');
  }
}

/** A distinguished name's values by attribute; of several values the first, which is the least specific. */
function readName(name: BerElement | undefined): Map<string, string> {
  const values = new Map<string, string>();
  for (const relative of membersOf(name)) {
    for (const pair of childrenOf(relative)) {
      const [type, value] = membersOf(pair);
      const oid = oidOf(type);
      if (value && !value.constructed && !values.has(oid)) values.set(oid, decodeText(value));
    }
  }
  return values;
}

function decodeText(element: BerElement): string {
  const bytes = Buffer.from(contentOf(element));
  switch (element.tag) {
    case tags.bmpString:
      return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : bytes.toString('latin1');
    case tags.universalString:
      return decodeUtf32(bytes);
    case tags.t61String:
      // Every authority that uses it writes Latin-1, not the code page of the standard.
      return bytes.toString('latin1');
    default:
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        return bytes.toString('latin1');
      }
  }
}

function decodeUtf32(bytes: Buffer): string {
  let text = '';
  for (let i = 0; i + 4 <= bytes.length; i += 4) {
    const point = bytes.readUInt32BE(i);
    text += point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  }
  return text;
}

function organisationNumberIn(serialNumber: string | null): string | null {
  const match = /^16(\d{6})-?(\d{4})$/.exec(serialNumber?.trim() ?? '');
  return match ? `${match[1]}-${match[2]}` : null;
}

function identifiedNumber(identifier: string | undefined): string | null {
  const text = identifier?.trim() ?? '';
  const swedish = /^(?:NTRSE-(\d{6})-?(\d{4})|VATSE-(\d{6})(\d{4})01)$/.exec(text);
  if (swedish) return `${swedish[1] ?? swedish[3]}-${swedish[2] ?? swedish[4]}`;
  return /^VATRO-(?:RO)?([1-9]\d{1,9})$/.exec(text)?.[1] ?? null;
}

/** As OpenSSL prints it, without the zero byte that only keeps the number positive. */
function colonHex(serial: Uint8Array): string {
  const bytes = serial.length > 1 && serial[0] === 0 ? serial.subarray(1) : serial;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
}

const curves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

function keyTypeOf(certificate: X509Certificate): string {
  let key: KeyObject;
  try {
    key = certificate.publicKey;
  } catch {
    return 'unknown';
  }
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'rsa':
      return `RSA ${modulusLength ?? ''}`.trim();
    case 'rsa-pss':
      return `RSA-PSS ${modulusLength ?? ''}`.trim();
    case 'ec':
      return `EC ${namedCurve === undefined ? '' : (curves[namedCurve] ?? namedCurve)}`.trim();
    case 'ed25519':
      return 'Ed25519';
    case 'ed448':
      return 'Ed448';
    default:
      return key.asymmetricKeyType ?? 'unknown';
  }
}
