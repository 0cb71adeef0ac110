import { createHash, createPrivateKey, createPublicKey, sign, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { describeCertificate } from '../../electron/certificates/describe.ts';
import { derOfPem, int, makeCertificate, makeKey, nothing, oid, openssl, seq, tlv } from '../fixtures/make-p12.ts';
import type { KeyKind } from '../fixtures/make-p12.ts';

const issuer = makeCertificate({ subject: '/C=SE/O=Expisoft AB/CN=Expisoft Test CA v4', authority: true });

test('an organisation certificate as Skatteverket takes it', () => {
  const { certPem } = makeCertificate({
    subject: '/C=SE/O=Åkeri & Söner AB/serialNumber=165560000167/CN=Bolag A',
    issuer,
    serial: '0x00a1b2c3d4e5f60718',
  });
  const certificate = new X509Certificate(certPem);
  expect(describeCertificate(certPem)).toEqual({
    commonName: 'Bolag A',
    organisation: 'Åkeri & Söner AB',
    organisationNumber: '556000-0167',
    subjectSerialNumber: '165560000167',
    personName: null,
    issuerCommonName: 'Expisoft Test CA v4',
    issuerOrganisation: 'Expisoft AB',
    serialNumber: 'A1:B2:C3:D4:E5:F6:07:18',
    notBefore: Date.parse(certificate.validFrom),
    notAfter: Date.parse(certificate.validTo),
    fingerprint: createHash('sha256').update(certificate.raw).digest('hex'),
    keyType: 'RSA 2048',
  });
  const [serial, dates] = ['-serial', '-enddate'].map((option) =>
    openssl(['x509', '-noout', option], certPem).toString(),
  );
  expect(serial).toContain('A1B2C3D4E5F60718');
  expect(Date.parse(dates?.replace('notAfter=', '') ?? '')).toBe(describeCertificate(certPem).notAfter);
});

test('a person certificate as ANAF takes it', () => {
  const { certPem } = makeCertificate({
    subject: '/C=RO/CN=Țîrlea Ștefania-Ionuț/SN=Țîrlea/GN=Ștefania-Ionuț/serialNumber=200412034TSI12',
    key: 'P-256',
    issuer,
  });
  expect(describeCertificate(certPem)).toMatchObject({
    commonName: 'Țîrlea Ștefania-Ionuț',
    personName: 'Ștefania-Ionuț Țîrlea',
    organisation: null,
    organisationNumber: null,
    subjectSerialNumber: '200412034TSI12',
    keyType: 'EC P-256',
  });
});

test.each<[string, string | null]>([
  ['VATRO-14399840', '14399840'],
  ['NTRSE-5560000167', '556000-0167'],
  ['VATSE-556000016701', '556000-0167'],
  ['VATDE-123456789', null],
  ['NTRRO-J40/372/2002', null],
  ['VATRO-14399840X', null],
])('the organizationIdentifier %s gives the number %s', (identifier, organisationNumber) => {
  // A slash begins the next attribute.
  const { certPem } = makeCertificate({
    subject: `/CN=x/organizationIdentifier=${identifier.replaceAll('/', '\\/')}`,
    key: 'P-256',
  });
  expect(describeCertificate(certPem)).toMatchObject({ organisationNumber });
});

test.each<[string, string | null]>([
  ['165560000167', '556000-0167'],
  ['16556000-0167', '556000-0167'],
  ['195560000167', null],
  ['5560000167', null],
  ['1655600001670', null],
])('the serial number %s gives the organisation number %s', (serialNumber, organisationNumber) => {
  const { certPem } = makeCertificate({ subject: `/CN=x/serialNumber=${serialNumber}`, key: 'P-256' });
  expect(describeCertificate(certPem)).toMatchObject({ organisationNumber, subjectSerialNumber: serialNumber });
});

test.each<[KeyKind, string]>([
  ['P-384', 'EC P-384'],
  ['P-521', 'EC P-521'],
  ['ed25519', 'Ed25519'],
])('a key of type %s is called %s', (key, keyType) => {
  expect(describeCertificate(makeCertificate({ subject: '/CN=x', key }).certPem).keyType).toBe(keyType);
});

describe('names in every string type', () => {
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
  const utf32 = (text: string): Buffer =>
    Buffer.concat(
      Array.from(text, (character) => {
        const unit = Buffer.alloc(4);
        unit.writeUInt32BE(character.codePointAt(0) ?? 0);
        return unit;
      }),
    );

  test.each<[string, number, Buffer, string]>([
    ['UTF8String', 0x0c, Buffer.from('Åsa Ștefănescu, "AB"'), 'Åsa Ștefănescu, "AB"'],
    ['BMPString', 0x1e, utf16('Örjan Țepeș'), 'Örjan Țepeș'],
    ['UniversalString', 0x1c, utf32('Ärla 𝕏'), 'Ärla 𝕏'],
    ['T61String, which is Latin-1', 0x14, Buffer.from('Åke Öberg', 'latin1'), 'Åke Öberg'],
    ['PrintableString', 0x13, Buffer.from('Plain Name'), 'Plain Name'],
    ['PrintableString holding Latin-1', 0x13, Buffer.from('Åke', 'latin1'), 'Åke'],
    ['PrintableString holding UTF-8', 0x13, Buffer.from('Șerban'), 'Șerban'],
    ['IA5String', 0x16, Buffer.from('a+b=c/d\\e'), 'a+b=c/d\\e'],
  ])('%s', (_name, tag, bytes, expected) => {
    const facts = describeCertificate(certificateNamed(tlv(tag, bytes)));
    expect(facts.commonName).toBe(expected);
    expect(facts.issuerCommonName).toBe(expected);
    expect(facts.serialNumber).toBe('80');
  });

  /** A self-signed certificate whose one name is this encoded string, since OpenSSL would choose the type itself. */
  function certificateNamed(value: Buffer): string {
    const key = createPrivateKey(makeKey('P-256'));
    const algorithm = seq(oid('1.2.840.10045.4.3.2'));
    const name = seq(tlv(0x31, seq(oid('2.5.4.3'), value)));
    const time = (text: string): Buffer => tlv(0x17, Buffer.from(text));
    const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
    const tbs = seq(int(0x80), algorithm, name, seq(time('260101000000Z'), time('360101000000Z')), name, publicKey);
    const signature = tlv(0x03, Buffer.from([0]), sign('sha256', tbs, key));
    return `-----BEGIN CERTIFICATE-----\n${seq(tbs, algorithm, signature).toString('base64')}\n-----END CERTIFICATE-----\n`;
  }
});

test.each([
  ['nothing', ''],
  ['text', 'hej'],
  ['a key', makeKey('P-256')],
  ['broken base64', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'],
  ['another structure', `-----BEGIN CERTIFICATE-----\n${seq(nothing).toString('base64')}\n-----END CERTIFICATE-----\n`],
])('%s is no certificate', (_name, pem) => {
  expect(() => describeCertificate(pem)).toThrow(TypeError);
});

test('the PEM of a certificate with text around it', () => {
  const facts = describeCertificate(`Bag Attributes\n    friendlyName: x\n${issuer.certPem}`);
  expect(facts.commonName).toBe('Expisoft Test CA v4');
  expect(facts.fingerprint).toBe(createHash('sha256').update(derOfPem(issuer.certPem)).digest('hex'));
});
