import { execFileSync } from 'node:child_process';
import {
  createPrivateKey,
  createPublicKey,
  pbkdf2Sync,
  createCipheriv,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import { rmSync } from 'node:fs';
import forge from 'node-forge';
import { describe, expect, test } from 'vitest';
import { openP12 } from '../../electron/certificates/p12.ts';
import type { OpenedP12 } from '../../electron/certificates/p12.ts';
import {
  certificateBag,
  derOfPem,
  encryptedContent,
  keyBag,
  keytoolStore,
  localKeyId,
  makeCertificate,
  nestedBags,
  opensslEncryptedKey,
  opensslP12,
  pbes2Algorithm,
  pbmac1,
  pfx,
  plainContent,
  secretBag,
  seq,
  sha1Mac,
  shroudedKeyBag,
  toBer,
} from '../fixtures/make-p12.ts';
import type { Certified } from '../fixtures/make-p12.ts';

const password = 'hemligt-123';
const root = makeCertificate({ subject: '/CN=Test Root/O=Test', authority: true, days: 300 });
const middle = makeCertificate({ subject: '/CN=Test Issuing', authority: true, issuer: root, days: 200 });
const rsa = makeCertificate({ subject: '/CN=Bolag A/O=Bolag A AB/serialNumber=165560000167', issuer: middle });
const ec = makeCertificate({ subject: '/CN=Popescu Ion', key: 'P-256', issuer: middle });

const onePem = (pem: string): string => derOfPem(pem).toString('base64');
const commonNames = (pems: readonly string[]): string[] =>
  pems.map((pem) => /CN=([^\n]*)/.exec(new X509Certificate(pem).subject)?.[1] ?? '');

function expectPair(opened: OpenedP12, expected: Certified): void {
  expect(onePem(opened.certPem)).toBe(onePem(expected.certPem));
  const publicOf = (pem: string): string =>
    createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'pem' }).toString();
  expect(publicOf(opened.keyPem)).toBe(publicOf(expected.keyPem));
  expect(opened.keyPem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
}

const shrouded = (
  certified: Certified,
  secret = password,
  options: readonly string[] = ['-v2', 'aes-256-cbc'],
): Buffer => shroudedKeyBag(opensslEncryptedKey(certified.keyPem, secret, options));

describe('what the openssl command writes', () => {
  test.each([
    ['AES-256 with a SHA-256 seal', [], []],
    ['AES-128', ['-keypbe', 'aes-128-cbc', '-certpbe', 'aes-128-cbc'], []],
    ['AES-192', ['-keypbe', 'aes-192-cbc', '-certpbe', 'aes-192-cbc'], []],
    ['3DES under PBES2', ['-keypbe', 'des-ede3-cbc', '-certpbe', 'des-ede3-cbc'], []],
    ['RC2-40 and 3DES, the old Windows and Expisoft form', ['-legacy'], ['legacy-encryption']],
    ['2-key 3DES', ['-keypbe', 'PBE-SHA1-2DES', '-certpbe', 'PBE-SHA1-2DES', '-legacy'], ['legacy-encryption']],
    ['RC2-128', ['-keypbe', 'PBE-SHA1-RC2-128', '-certpbe', 'PBE-SHA1-RC2-128', '-legacy'], ['legacy-encryption']],
    ['RC2-40', ['-keypbe', 'PBE-SHA1-RC2-40', '-certpbe', 'PBE-SHA1-RC2-40', '-legacy'], ['legacy-encryption']],
    ['RC4-128', ['-keypbe', 'PBE-SHA1-RC4-128', '-certpbe', 'PBE-SHA1-RC4-128', '-legacy'], ['legacy-encryption']],
    ['RC4-40', ['-keypbe', 'PBE-SHA1-RC4-40', '-certpbe', 'PBE-SHA1-RC4-40', '-legacy'], ['legacy-encryption']],
    ['an MD5 seal', ['-macalg', 'md5'], []],
    ['a SHA-1 seal', ['-macalg', 'sha1'], []],
    ['a SHA-224 seal', ['-macalg', 'sha224'], []],
    ['a SHA-384 seal', ['-macalg', 'sha384'], []],
    ['a SHA-512 seal', ['-macalg', 'sha512'], []],
    ['a SHA-512/256 seal', ['-macalg', 'sha512-256'], []],
    ['one iteration', ['-noiter', '-nomaciter'], []],
    ['no seal', ['-nomac'], ['no-mac']],
    ['certificates in the open', ['-certpbe', 'NONE'], []],
    ['everything in the open', ['-certpbe', 'NONE', '-keypbe', 'NONE'], ['unencrypted-key']],
    ['a name and Microsoft attributes', ['-name', 'åäö', '-CSP', 'Some Provider', '-LMK', '-keyex'], []],
  ] as const)('%s', async (_name, options, warnings) => {
    for (const leaf of [rsa, ec]) {
      const opened = await openP12(opensslP12(leaf, password, options, [middle, root]), password);
      expectPair(opened, leaf);
      expect(commonNames(opened.chainPem)).toEqual(['Test Issuing', 'Test Root']);
      expect(opened.issuerCount).toBe(2);
      expect(opened.warnings).toEqual(warnings);
    }
  });

  test.each(['P-384', 'P-521', 'ed25519'] as const)('a key of type %s', async (key) => {
    const leaf = makeCertificate({ subject: '/CN=leaf', key, issuer: root });
    expectPair(await openP12(opensslP12(leaf, password), password), leaf);
  });

  test('an expired certificate opens, with a warning', async () => {
    const leaf = makeCertificate({ subject: '/CN=old', days: -1 });
    const opened = await openP12(opensslP12(leaf, password), password);
    expectPair(opened, leaf);
    expect(opened.warnings).toEqual(['expired']);
  });

  test.each([
    ['ASCII', 'Pa55 word!'],
    ['Swedish and Romanian letters', 'lösenåäöșț'],
    ['letters beyond the basic plane', 'nyckel🔑𝕏'],
    ['no letter at all', ''],
    ['decomposed letters', 'a\u030ao\u0308'],
    ['300 letters', 'å1'.repeat(150)],
  ])('a password of %s', async (_name, secret) => {
    for (const options of [[], ['-legacy'], ['-macalg', 'sha512']]) {
      const opened = await openP12(opensslP12(rsa, secret, options), secret);
      expectPair(opened, rsa);
      expect(opened.warnings).not.toContain('password-encoding');
    }
  });
});

describe('what other programs write', () => {
  test.each(['3des', 'aes128', 'aes192', 'aes256'] as const)('node-forge with %s', async (algorithm) => {
    const asn1 = forge.pkcs12.toPkcs12Asn1(
      forge.pki.privateKeyFromPem(rsa.keyPem),
      [rsa, middle, root].map((each) => forge.pki.certificateFromPem(each.certPem)),
      password,
      { algorithm, friendlyName: 'x', generateLocalKeyId: true },
    );
    const opened = await openP12(Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1'), password);
    expectPair(opened, rsa);
    expect(commonNames(opened.chainPem)).toEqual(['Test Issuing', 'Test Root']);
  });

  const keytool = (() => {
    try {
      execFileSync('keytool', ['-help'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  })();

  test.skipIf(!keytool)('keytool, with two keys', { timeout: 60_000 }, async () => {
    const store = keytoolStore((run, path) => {
      for (const [alias, kind] of [
        ['one', ['-keyalg', 'RSA', '-keysize', '2048']],
        ['two', ['-keyalg', 'EC', '-groupname', 'secp256r1']],
      ] as const) {
        rmSync(`${path}.lock`, { force: true });
        run([
          ...['-genkeypair', '-alias', alias, ...kind, '-dname', `CN=${alias}`, '-validity', '30'],
          ...['-keystore', path, '-storetype', 'PKCS12', '-storepass', password],
        ]);
      }
    });
    const refused = await openP12(store, password).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'several-identities' });
    const { identities } = refused as { identities: { fingerprint: string; subject: string }[] };
    expect(identities.map(({ subject }) => subject).sort()).toEqual(['one', 'two']);
    for (const { fingerprint, subject } of identities) {
      const opened = await openP12(store, password, { identity: fingerprint });
      expect(commonNames([opened.certPem])).toEqual([subject]);
    }
  });
});

describe('key derivations', () => {
  test.each([
    ['PBKDF2 with HMAC-SHA-1', ['-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA1']],
    ['PBKDF2 with HMAC-SHA-224', ['-v2', 'aes-128-cbc', '-v2prf', 'hmacWithSHA224']],
    ['PBKDF2 with HMAC-SHA-384', ['-v2', 'aes-192-cbc', '-v2prf', 'hmacWithSHA384']],
    ['PBKDF2 with HMAC-SHA-512', ['-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA512']],
    ['scrypt', ['-scrypt']],
    ['the PKCS#12 scheme', ['-v1', 'PBE-SHA1-3DES']],
  ])('%s', async (_name, options) => {
    const file = pfx([plainContent(certificateBag(ec.certPem), shrouded(ec, password, options))], sha1Mac(password));
    expectPair(await openP12(file, password), ec);
  });

  test.each([
    ['sha256', 'sha256'],
    ['sha512', 'sha256'],
    ['sha512', 'sha512'],
  ] as const)('PBMAC1 with %s and %s (RFC 9579)', async (prf, hash) => {
    for (const secret of [password, 'lösenåäöșț']) {
      const file = pfx([plainContent(certificateBag(rsa.certPem), shrouded(rsa, secret))], pbmac1(secret, prf, hash));
      const opened = await openP12(file, secret);
      expectPair(opened, rsa);
      expect(opened.warnings).toEqual(['chain-incomplete']);
      await expect(openP12(file, `${secret}x`)).rejects.toMatchObject({ code: 'wrong-password' });
    }
  });
});

describe('passwords as other writers understood them', () => {
  const typed = 'lösen';
  const ownContent = (secret: Uint8Array): Buffer => {
    const [salt, iv] = [randomBytes(16), randomBytes(16)];
    const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(secret, salt, 100, 32, 'sha256'), iv);
    const plain = seq(certificateBag(ec.certPem), keyBag(ec.keyPem));
    return encryptedContent(pbes2Algorithm(salt, 100, iv), Buffer.concat([cipher.update(plain), cipher.final()]));
  };

  test.each([
    ['Latin-1 under PBES2', Buffer.from(typed, 'latin1')],
    ['UTF-16 under PBES2', Buffer.from(`${typed}\0`, 'utf16le').swap16()],
    ['decomposed UTF-8', Buffer.from(typed.normalize('NFD'))],
  ])('%s', async (_name, secret) => {
    for (const makeMac of [undefined, sha1Mac(typed)]) {
      const opened = await openP12(pfx([ownContent(secret)], makeMac), typed);
      expectPair(opened, ec);
      expect(opened.warnings).toContain('password-encoding');
    }
  });

  test('UTF-8 bytes taken for characters, as OpenSSL 1.0 did', async () => {
    const misread = Buffer.from(typed).toString('latin1');
    const opened = await openP12(opensslP12(rsa, misread, ['-legacy']), typed);
    expectPair(opened, rsa);
    expect(opened.warnings).toContain('password-encoding');
  });

  test('a password of 50,000 letters', async () => {
    const long = 'Lång '.repeat(10_000);
    const opened = await openP12(pfx([ownContent(Buffer.from(long))], sha1Mac(long)), long);
    expectPair(opened, ec);
    expect(opened.warnings).not.toContain('password-encoding');
  });

  test('a truly empty password', async () => {
    const makeMac = sha1Mac(null as unknown as string);
    const file = pfx([plainContent(certificateBag(ec.certPem), keyBag(ec.keyPem))], makeMac);
    expectPair(await openP12(file, ''), ec);
    await expect(openP12(file, 'x')).rejects.toMatchObject({ code: 'wrong-password' });
  });
});

describe('the shape of the file', () => {
  const mac = sha1Mac(password);

  test('BER: indefinite lengths and strings in pieces', async () => {
    for (const options of [[], ['-legacy'], ['-nomac']]) {
      for (const leaf of [rsa, ec]) {
        const file = toBer(opensslP12(leaf, password, options, [middle, root]));
        const opened = await openP12(file, password);
        expectPair(opened, leaf);
        expect(commonNames(opened.chainPem)).toEqual(['Test Issuing', 'Test Root']);
        expect(opened.warnings).toContain('ber-encoding');
      }
    }
  });

  test('BER inside as well, the private key too', async () => {
    const bags = [certificateBag(rsa.certPem), keyBag(rsa.keyPem)].map((bag) => toBer(bag, 50));
    const opened = await openP12(pfx([plainContent(...bags)], mac), password);
    expectPair(opened, rsa);
    expect(opened.warnings).toContain('ber-encoding');
  });

  test.each([
    [
      'the key before the certificate',
      () => [plainContent(keyBag(rsa.keyPem)), plainContent(certificateBag(rsa.certPem))],
    ],
    ['bags in bags', () => [plainContent(nestedBags(nestedBags(certificateBag(rsa.certPem)), shrouded(rsa)))]],
    ['bags of other kinds between', () => [plainContent(secretBag(), certificateBag(rsa.certPem), shrouded(rsa))]],
    [
      'the same certificate three times',
      () => [plainContent(...Array.from({ length: 3 }, () => certificateBag(rsa.certPem)), keyBag(rsa.keyPem))],
    ],
    ['the same key twice', () => [plainContent(certificateBag(rsa.certPem), keyBag(rsa.keyPem), shrouded(rsa))]],
    [
      'key ids that point at the wrong certificate',
      () => [
        plainContent(
          certificateBag(middle.certPem, localKeyId('1')),
          certificateBag(rsa.certPem, localKeyId('2')),
          keyBag(rsa.keyPem, localKeyId('1')),
        ),
      ],
    ],
    ['an empty content', () => [plainContent(), plainContent(certificateBag(rsa.certPem), keyBag(rsa.keyPem))]],
  ])('%s', async (_name, contents) => {
    expectPair(await openP12(pfx(contents(), mac), password), rsa);
  });

  test('bytes after the end', async () => {
    const opened = await openP12(Buffer.concat([opensslP12(rsa, password), Buffer.from('\r\n')]), password);
    expectPair(opened, rsa);
    expect(opened.warnings).toEqual(['trailing-data', 'chain-incomplete']);
  });

  test('a part that cannot be read does not cost the pair beside it', async () => {
    const broken = shrouded(ec, 'another password');
    const file = pfx([plainContent(broken, certificateBag(rsa.certPem), shrouded(rsa))], mac);
    const opened = await openP12(file, password);
    expectPair(opened, rsa);
    expect(opened.warnings).toContain('unreadable-part');
  });
});

describe('the chain', () => {
  const mac = sha1Mac(password);
  const open = (certificates: readonly Certified[], leaf: Certified): Promise<OpenedP12> =>
    openP12(
      pfx([plainContent(...certificates.map((each) => certificateBag(each.certPem)), keyBag(leaf.keyPem))], mac),
      password,
    );

  test('is ordered by who signed whom, and the leaf is found wherever it stands', async () => {
    for (const order of [
      [root, middle, rsa],
      [middle, rsa, root],
      [root, rsa, middle],
    ]) {
      const opened = await open(order, rsa);
      expectPair(opened, rsa);
      expect(commonNames(opened.chainPem)).toEqual(['Test Issuing', 'Test Root']);
      expect(opened.warnings).not.toContain('chain-incomplete');
    }
  });

  test('keeps every path where an authority is cross-signed', async () => {
    const otherRoot = makeCertificate({ subject: '/CN=Other Root', authority: true });
    const cross = makeCertificate({
      subject: middle.name,
      keyOf: middle,
      authority: true,
      issuer: otherRoot,
      days: 20,
    });
    const names = commonNames((await open([otherRoot, cross, rsa, root, middle], rsa)).chainPem);
    expect(names).toHaveLength(4);
    expect(names[0]).toBe('Test Issuing');
    const fingerprints = (await open([otherRoot, cross, rsa, root, middle], rsa)).chainPem.map(onePem);
    const at = (each: Certified): number => fingerprints.indexOf(onePem(each.certPem));
    expect(at(middle)).toBe(0);
    expect(at(middle)).toBeLessThan(at(root));
    expect(at(cross)).toBeLessThan(at(otherRoot));
  });

  test('says what is missing and what does not belong', async () => {
    const stranger = makeCertificate({ subject: '/CN=Stranger' });
    const opened = await open([stranger, rsa, middle], rsa);
    expect(commonNames(opened.chainPem)).toEqual(['Test Issuing', 'Stranger']);
    expect(opened.issuerCount).toBe(1);
    expect(opened.warnings).toEqual(expect.arrayContaining(['chain-incomplete', 'unrelated-certificates']));
  });

  test('is not led by names alone: a namesake did not sign', async () => {
    const namesake = makeCertificate({ subject: middle.name, authority: true });
    const opened = await open([namesake, rsa, middle, root], rsa);
    expect(opened.issuerCount).toBe(2);
    expect(onePem(opened.chainPem[0] ?? '')).toBe(onePem(middle.certPem));
  });

  test('a self-signed leaf is complete alone', async () => {
    const alone = makeCertificate({ subject: '/CN=alone', key: 'P-256' });
    const opened = await open([alone], alone);
    expect(opened.chainPem).toEqual([]);
    expect(opened.warnings).toEqual(['unencrypted-key']);
  });
});

describe('several identities', () => {
  const renewed = makeCertificate({ subject: rsa.name, keyOf: rsa, issuer: middle, days: 60 });
  const file = pfx(
    [
      plainContent(
        ...[rsa, ec, renewed].map((each) => certificateBag(each.certPem)),
        keyBag(ec.keyPem),
        keyBag(rsa.keyPem),
      ),
    ],
    sha1Mac(password),
  );

  test('are listed when none is chosen', async () => {
    const error: unknown = await openP12(file, password).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'P12Error',
      code: 'several-identities',
      identities: [rsa, ec, renewed].map(({ certPem }) => {
        const certificate = new X509Certificate(certPem);
        return {
          fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
          subject: expect.stringMatching(/^(Bolag A|Popescu Ion)$/) as string,
          notAfter: Date.parse(certificate.validTo),
        };
      }),
    });
  });

  test.each([rsa, ec, renewed])('each can be chosen, in any writing of the fingerprint', async (each) => {
    const { fingerprint256 } = new X509Certificate(each.certPem);
    for (const identity of [fingerprint256, fingerprint256.toLowerCase(), fingerprint256.replaceAll(':', '')]) {
      const opened = await openP12(file, password, { identity });
      expectPair(opened, each);
      expect(opened.fingerprint).toBe(fingerprint256.replaceAll(':', '').toLowerCase());
      expect(opened.chainPem).toHaveLength(2);
    }
  });

  test('one that is not there, or has no key, is refused', async () => {
    for (const identity of ['00'.repeat(32), new X509Certificate(middle.certPem).fingerprint256, '']) {
      await expect(openP12(file, password, { identity })).rejects.toMatchObject({
        code: 'identity-not-found',
        identities: { length: 3 },
      });
    }
  });
});
