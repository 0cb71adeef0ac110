import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { MAX_KEY_LENGTH } from '../../electron/contract/limits.ts';
import { Verification } from '../../electron/contract/token-verification.ts';
import { verifyToken } from '../../electron/tokens/verify.ts';
import { anafToken, encodeToken } from '../fixtures/anaf-token.ts';
import { makeCertificate } from '../fixtures/make-p12.ts';
import { signedText, signedToken } from '../fixtures/signed-token.ts';

const NOW = Date.UTC(2026, 6, 1, 12);

type KeyPair = { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const smallRsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
const ec = {
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ES384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  ES512: generateKeyPairSync('ec', { namedCurve: 'P-521' }),
};
const otherEc = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const algorithms: ReadonlyArray<readonly [string, KeyPair]> = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'].map((alg) => [alg, rsa] as const),
  ...Object.entries(ec),
];

function pem({ publicKey }: KeyPair, type: 'spki' | 'pkcs1' = 'spki'): string {
  return publicKey.export({ type, format: 'pem' }).toString();
}

function jwk({ publicKey }: KeyPair, more: object = {}): object {
  return { ...publicKey.export({ format: 'jwk' }), ...more };
}

function jwks(...keys: object[]): string {
  return JSON.stringify({ keys });
}

/** The result, held against its schema: what crosses the bridge is what is looked at. */
function tried(token: string, key: string | Uint8Array): Verification {
  const result = verifyToken(token, key, NOW);
  expect(Verification.parse(result)).toEqual(result);
  return result;
}

function outcome(token: string, key: string | Uint8Array): string {
  const result = tried(token, key);
  return 'reason' in result ? `${result.outcome}: ${result.reason}` : result.outcome;
}

describe.each(algorithms)('a token signed with %s', (alg, pair) => {
  const token = signedToken(pair.privateKey, { alg, kid: 'one' });

  test('is verified by its key as PEM, JWK and JWK Set (R16)', () => {
    for (const key of [pem(pair), JSON.stringify(jwk(pair)), jwks(jwk(pair, { kid: 'one', alg, use: 'sig' }))]) {
      expect(tried(token, key)).toMatchObject({ outcome: 'verified', algorithm: alg, times: 'unsaid' });
    }
  });

  test('is by no other key of that kind', () => {
    const other = generateOther(pair);
    expect(tried(token, pem(other))).toMatchObject({ outcome: 'signature-does-not-match', tried: [{ keyId: null }] });
  });

  test('with any one bit of header, payload or signature changed it is not verified', () => {
    const parts = token.split('.');
    let changed = 0;
    for (const [at, part] of parts.entries()) {
      const bytes = Buffer.from(part, 'base64url');
      // Each byte of the short ones, some of the long signature.
      const step = Math.ceil(bytes.length / 40);
      for (let index = 0; index < bytes.length; index += step) {
        const other = Buffer.from(bytes);
        other[index] = (other[index] ?? 0) ^ (1 << (index % 8));
        const broken = parts.map((each, place) => (place === at ? other.toString('base64url') : each)).join('.');
        expect(tried(broken, pem(pair)).outcome, `${at} ${index}`).not.toBe('verified');
        changed += 1;
      }
    }
    expect(changed).toBeGreaterThan(60);
  });

  test('a key of another kind or curve is refused, not tried', () => {
    const foreign = pair === ec.ES256 ? [rsa, ec.ES384] : pair === rsa ? [ec.ES256] : [rsa, ec.ES256];
    for (const key of foreign) expect(outcome(token, pem(key))).toBe('no-matching-key: type');
  });
});

function generateOther(pair: KeyPair): KeyPair {
  if (pair === rsa) return otherRsa;
  if (pair === ec.ES256) return otherEc;
  return generateKeyPairSync('ec', { namedCurve: pair === ec.ES384 ? 'P-384' : 'P-521' });
}

describe('the examples of RFC 7515, and of RFC 7638', () => {
  const payload = 'eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ';

  test('A.2: RS256', () => {
    const key = {
      kty: 'RSA',
      n: 'ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ',
      e: 'AQAB',
    };
    const signature =
      'cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw';
    expect(tried(`eyJhbGciOiJSUzI1NiJ9.${payload}.${signature}`, JSON.stringify(key))).toMatchObject({
      outcome: 'verified',
      times: 'ended',
    });
  });

  test('A.3: ES256', () => {
    const key = {
      kty: 'EC',
      crv: 'P-256',
      x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
      y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
    };
    const signature = 'DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q';
    expect(outcome(`eyJhbGciOiJFUzI1NiJ9.${payload}.${signature}`, JSON.stringify(key))).toBe('verified');
  });

  test('A.1 and A.5: HS256 and none are refused by name', () => {
    const hs256 = `eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.${payload}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk`;
    expect(outcome(hs256, pem(rsa))).toBe('algorithm-refused: hmac');
    expect(outcome(`eyJhbGciOiJub25lIn0.${payload}.`, pem(rsa))).toBe('algorithm-refused: none');
  });

  test('the thumbprint of RFC 7638, section 3.1', () => {
    const key = {
      kty: 'RSA',
      n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
      e: 'AQAB',
      alg: 'RS256',
      kid: '2011-04-29',
    };
    expect(tried(signedToken(rsa.privateKey, { alg: 'RS256' }), JSON.stringify(key))).toMatchObject({
      outcome: 'signature-does-not-match',
      tried: [{ type: 'RSA 2048', keyId: '2011-04-29', thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs' }],
    });
  });
});

describe('an algorithm that proves nothing is refused', () => {
  test.each(['none', 'None', 'nOnE', 'NONE'])('%s, with a signature or without', (alg) => {
    const token = encodeToken(JSON.stringify({ alg }), '{"sub":"ana"}');
    expect(outcome(token, pem(rsa))).toBe('algorithm-refused: none');
    expect(outcome(token.replace(/[^.]*$/, ''), pem(rsa))).toBe('algorithm-refused: none');
  });

  test.each(['HS256', 'HS384', 'HS512', 'hs256'])('%s made with the public key as its secret', (alg) => {
    const key = pem(rsa);
    const input = [{ alg }, { sub: 'ana' }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    for (const secret of [key, key.trim(), rsa.publicKey.export({ type: 'spki', format: 'der' })]) {
      const mac = createHmac(`sha${alg.slice(2)}`, secret)
        .update(input)
        .digest('base64url');
      expect(outcome(`${input}.${mac}`, key)).toBe('algorithm-refused: hmac');
      expect(outcome(`${input}.${mac}`, jwks(jwk(rsa)))).toBe('algorithm-refused: hmac');
    }
  });

  test.each(['EdDSA', 'ES256K', 'rs256', 'RS1', 'RSA-OAEP', ' RS256', 'constructor'])('%s', (alg) => {
    expect(outcome(encodeToken(JSON.stringify({ alg }), '{}'), pem(rsa))).toBe('algorithm-refused: unsupported');
  });
});

describe('a token that cannot be judged is refused', () => {
  const good = signedToken(rsa.privateKey, { alg: 'RS256' });
  test.each([
    ['nothing', '', 'not-a-jwt'],
    ['an opaque token', 'a'.repeat(64), 'not-a-jwt'],
    ['two parts', good.split('.').slice(0, 2).join('.'), 'not-a-jwt'],
    ['no signature', good.replace(/[^.]*$/, ''), 'unsigned'],
    ['crit', signedToken(rsa.privateKey, { alg: 'RS256', crit: ['exp'] }), 'critical-header'],
    ['an empty crit', signedToken(rsa.privateKey, { alg: 'RS256', crit: [] }), 'critical-header'],
    ['b64', signedToken(rsa.privateKey, { alg: 'RS256', b64: false }), 'critical-header'],
    [
      'alg twice',
      signedText(rsa.privateKey, 'RS256', '{"alg":"none","alg":"RS256"}', '{"sub":"ana"}'),
      'duplicate-header',
    ],
  ])('%s', (_name, token, reason) => {
    expect(outcome(token, pem(rsa))).toBe(`token-refused: ${reason}`);
  });

  test('bits that belong to no byte do not make a second good signature', () => {
    // 256 bytes end in a character of which two bits count.
    const last = good.slice(-1);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = letters[letters.indexOf(last) ^ 1] ?? '';
    const [one, other] = [good, good.slice(0, -1) + twin].map((token) =>
      Buffer.from(token.split('.')[2] ?? '', 'base64url'),
    );
    expect(one).toEqual(other);
    expect(outcome(good, pem(rsa))).toBe('verified');
    expect(outcome(good.slice(0, -1) + twin, pem(rsa))).toBe('token-refused: not-canonical');
  });

  test('what comes along when it is pasted is no part of it', () => {
    for (const pasted of [` "${good}",\n`, `Bearer ${good}`, good.replace(/.{60}/g, '$&\r\n')]) {
      expect(outcome(pasted, pem(rsa))).toBe('verified');
    }
  });

  test('a key that the token brings along is not used', () => {
    const token = signedToken(otherRsa.privateKey, { alg: 'RS256', jwk: jwk(otherRsa), jku: 'https://a.example/keys' });
    expect(outcome(token, pem(rsa))).toBe('signature-does-not-match');
  });

  test('ES signatures are r and s: DER, and zeros, are none', () => {
    const input = signedToken(ec.ES256.privateKey, { alg: 'ES256' }).split('.').slice(0, 2).join('.');
    const der = sign('sha256', Buffer.from(input), ec.ES256.privateKey).toString('base64url');
    const zeros = Buffer.alloc(64).toString('base64url');
    for (const bad of [der, zeros]) expect(outcome(`${input}.${bad}`, pem(ec.ES256))).toBe('signature-does-not-match');
  });

  test('a PSS signature with another salt is none', () => {
    const token = signedToken(rsa.privateKey, { alg: 'PS256' });
    const input = token.split('.').slice(0, 2).join('.');
    // 6: PSS; a salt of 20 bytes.
    const other = sign('sha256', Buffer.from(input), { key: rsa.privateKey, padding: 6, saltLength: 20 });
    expect(outcome(token, pem(rsa))).toBe('verified');
    expect(outcome(`${input}.${other.toString('base64url')}`, pem(rsa))).toBe('signature-does-not-match');
  });
});

describe('of several keys', () => {
  const token = signedToken(rsa.privateKey, { alg: 'RS256', kid: 'two' });
  const two = jwk(rsa, { kid: 'two' });
  const wrong = jwk(otherRsa, { kid: 'two' });

  test.each([
    ['kid chooses', [jwk(otherRsa, { kid: 'one' }), two], 'verified'],
    ['the key of another kid is not tried', [jwk(rsa, { kid: 'one' }), wrong], 'signature-does-not-match'],
    ['none has the kid', [jwk(rsa, { kid: 'one' })], 'no-matching-key: kid'],
    ['two have it: each is tried', [wrong, two], 'verified'],
    ['none has any kid', [jwk(otherRsa), jwk(rsa)], 'verified'],
    ['it is for another algorithm', [{ ...two, alg: 'RS512' }], 'no-matching-key: alg'],
    ['it is for encryption', [{ ...two, use: 'enc' }], 'no-matching-key: use'],
    ['it is not for verifying', [{ ...two, key_ops: ['sign'] }], 'no-matching-key: use'],
    ['it is for verifying', [{ ...two, use: 'sig', key_ops: ['verify'], alg: 'RS256' }], 'verified'],
    ['key_ops is no list', [{ ...two, key_ops: 'verify' }], 'no-matching-key: use'],
    ['the kid is of another kind of key', [jwk(ec.ES256, { kid: 'two' })], 'no-matching-key: type'],
    ['others cannot be read', [{ kty: 'OKP', crv: 'Ed25519', x: 'AA' }, { kty: 'RSA', n: 1 }, 7, two], 'verified'],
  ])('%s', (_name, keys, expected) => {
    expect(outcome(token, JSON.stringify({ keys }))).toBe(expected);
  });

  test('a token without kid is tried by each', () => {
    const bare = signedToken(rsa.privateKey, { alg: 'PS384' });
    expect(outcome(bare, jwks(jwk(otherRsa, { kid: 'a' }), jwk(ec.ES256), jwk(rsa, { kid: 'b' })))).toBe('verified');
    expect(outcome(bare, pem(otherRsa) + pem(ec.ES256) + pem(rsa))).toBe('verified');
  });

  test('a single JWK is tried whatever it is called', () => {
    expect(outcome(token, JSON.stringify(jwk(rsa, { kid: 'another' })))).toBe('verified');
  });

  test('they are not without number', () => {
    const many = Array.from({ length: 51 }, (_, at) => jwk(otherEc, { kid: `${at}` }));
    expect(outcome(token, jwks(...many))).toBe('key-unreadable: too-many');
    expect(outcome(token, jwks(...many.slice(2), two))).toBe('verified');
  });
});

describe('a key', () => {
  const token = signedToken(rsa.privateKey, { alg: 'RS512' });
  const certificate = makeCertificate({ subject: '/CN=Semnare tokenuri, test/O=Finanțe', keyOf: certified(rsa) });
  const der = rsa.publicKey.export({ type: 'spki', format: 'der' });

  test.each([
    ['PKCS#1', pem(rsa, 'pkcs1')],
    ['PEM in quotes, its lines as \\n', JSON.stringify(pem(rsa))],
    ['PEM on one line', pem(rsa).replaceAll('\n', ' ')],
    ['PEM with other line ends and text around', `the key:\r\n${pem(rsa).replaceAll('\n', '\r\n')}\r\n-- \r\n`],
    ['base64 without its first and last line', der.toString('base64')],
    ['a PEM file', Buffer.from(pem(rsa))],
    ['a PEM file of Windows', Buffer.from(`\ufeff${pem(rsa)}`, 'utf16le')],
    ['DER', der],
    ['a certificate', certificate.certPem],
    ['a certificate in DER', Buffer.from(certificate.certPem.replaceAll(/-----.*-----|\s/g, ''), 'base64')],
  ])('is read from %s', (_name, key) => {
    expect(outcome(token, key)).toBe('verified');
  });

  test('is told by its certificate’s subject, which is not judged', () => {
    expect(tried(token, certificate.certPem)).toMatchObject({
      key: { type: 'RSA 2048', isWeak: false, keyId: null, certificate: { subject: 'Semnare tokenuri, test' } },
    });
  });

  test('of less than 2048 bits verifies, and is said to be weak', () => {
    const weak = signedToken(smallRsa.privateKey, { alg: 'RS256' });
    expect(tried(weak, pem(smallRsa))).toMatchObject({
      outcome: 'verified',
      key: { type: 'RSA 1024', isWeak: true },
    });
    // 1024 bits hold no SHA-512 with a salt as long.
    expect(outcome(encodeToken('{"alg":"PS512"}', '{}'), pem(smallRsa))).toBe('signature-does-not-match');
  });

  test('with which everybody could sign is none', () => {
    const { n } = rsa.publicKey.export({ format: 'jwk' });
    for (const e of ['AQ', 'AA', 'Ag']) {
      expect(outcome(token, JSON.stringify({ kty: 'RSA', n, e }))).toMatch(
        /^key-unreadable: (?:unsupported|not-a-key)$/,
      );
    }
  });

  test.each([
    ['PKCS#8', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['PKCS#1', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['SEC 1', ec.ES256.privateKey.export({ type: 'sec1', format: 'pem' }).toString()],
    [
      'an encrypted one',
      rsa.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' }).toString(),
    ],
    ['DER', rsa.privateKey.export({ type: 'pkcs8', format: 'der' })],
    ['DER of SEC 1', ec.ES256.privateKey.export({ type: 'sec1', format: 'der' })],
    ['base64', rsa.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')],
    ['one behind a public one', pem(rsa) + rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['one under a public one’s name', asPublic(rsa.privateKey.export({ type: 'pkcs1', format: 'der' }))],
    ['a JWK', JSON.stringify(rsa.privateKey.export({ format: 'jwk' }))],
    ['a JWK Set', jwks(jwk(rsa), ec.ES256.privateKey.export({ format: 'jwk' }))],
  ])('that is private is refused: %s', (_name, key) => {
    expect(outcome(token, key)).toBe('key-unreadable: private-key');
    // Also where there is nothing to verify: whoever pasted it has to know.
    expect(outcome('', key)).toBe('key-unreadable: private-key');
  });

  test.each([
    ['a secret', jwks(jwk(rsa), { kty: 'oct', k: 'c2VjcmV0' }), 'secret-key'],
    ['nothing', ' \n', 'empty'],
    ['a sentence', 'the key', 'not-a-key'],
    ['a token', anafToken(), 'not-a-key'],
    ['other JSON', '{"a":1}', 'not-a-key'],
    ['broken JSON', '{"kty":"RSA"', 'not-a-key'],
    ['a JSON list', '[1]', 'not-a-key'],
    ['an empty set', '{"keys":[]}', 'not-a-key'],
    ['keys that are none', '{"keys":[null,1,"a",[]]}', 'not-a-key'],
    ['half a PEM', pem(rsa).slice(0, 200), 'not-a-key'],
    ['a damaged PEM', pem(rsa).replace(/M/g, '%'), 'not-a-key'],
    ['a point on no curve', JSON.stringify({ ...jwk(ec.ES256), y: 'AAAA' }), 'not-a-key'],
    ['Ed25519', pem(generateKeyPairSync('ed25519')), 'unsupported'],
    ['64 KiB and one', 'a'.repeat(MAX_KEY_LENGTH + 1), 'too-large'],
    ['64 KiB and one byte', new Uint8Array(MAX_KEY_LENGTH + 1), 'too-large'],
  ])('that is none is refused: %s', (_name, key, reason) => {
    expect(outcome(token, key)).toBe(`key-unreadable: ${reason}`);
  });

  test.each([
    ['beginnings of blocks', '-----BEGIN A-----'.repeat(3800)],
    ['different beginnings', Array.from({ length: 2600 }, (_, at) => `-----BEGIN ${at}-----`).join('')],
    ['many blocks', '-----BEGIN A-----MIIA-----END A-----'.repeat(1800)],
    ['deep JSON', `{"keys":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
    ['many numbers', `{"keys":[${'1,'.repeat(30_000)}1]}`],
    ['base64', 'MI'.repeat(32_000)],
    ['a huge modulus', JSON.stringify({ kty: 'RSA', n: 'z'.repeat(60_000), e: 'AQAB' })],
    ['a huge exponent', JSON.stringify({ ...jwk(rsa), e: '_'.repeat(60_000) })],
    ['a huge exponent in DER', withExponent(40_000)],
  ])('that is hostile takes no time: %s', (_name, key) => {
    const started = performance.now();
    expect(tried(token, key).outcome).not.toBe('verified');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

/** An RSA key in PKCS#1 whose exponent has that many bytes. */
function withExponent(bytes: number): Buffer {
  const integer = (content: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length + 1);
    return Buffer.concat([Buffer.from([0x02, 0x84]), length, Buffer.from([0]), content]);
  };
  const { n = '' } = rsa.publicKey.export({ format: 'jwk' });
  const content = Buffer.concat([integer(Buffer.from(n, 'base64url')), integer(Buffer.alloc(bytes, 0xff))]);
  const head = Buffer.from([0x30, 0x84, 0, 0, 0, 0]);
  head.writeUInt32BE(content.length, 2);
  return Buffer.concat([head, content]);
}

function certified({ privateKey }: KeyPair) {
  return { name: '', certPem: '', keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function asPublic(der: Buffer): string {
  return `-----BEGIN RSA PUBLIC KEY-----\n${der.toString('base64')}\n-----END RSA PUBLIC KEY-----\n`;
}

describe('whether its times hold is another question than its signature', () => {
  const s = NOW / 1000;
  test.each([
    [{ exp: s + 1, nbf: s }, 'hold'],
    [{ exp: s + 1 }, 'hold'],
    [{ exp: s }, 'ended'],
    [{ exp: s + 100, nbf: s + 1 }, 'not-yet'],
    [{ nbf: s - 1 }, 'unsaid'],
    [{}, 'unsaid'],
    [{ exp: 'soon' }, 'unreadable'],
    [{ exp: s + 1, nbf: -1 }, 'unreadable'],
    [{ exp: s + 1, nbf: s + 2 }, 'unreadable'],
  ])('%j: %s', (payload, times) => {
    const token = signedToken(ec.ES256.privateKey, { alg: 'ES256' }, payload);
    expect(tried(token, pem(ec.ES256))).toMatchObject({ outcome: 'verified', times });
  });
});

test('what is said of a header is what a reading shows: nothing that repeats the jti', () => {
  const jti = 'a-bearer-in-disguise-0123456789';
  const token = signedToken(ec.ES256.privateKey, { alg: 'ES256', kid: jti }, { jti });
  const set = JSON.stringify({ keys: [{ ...ec.ES256.publicKey.export({ format: 'jwk' }), kid: 'other' }] });
  const refused = tried(token, set);
  expect(refused).toMatchObject({ outcome: 'no-matching-key', reason: 'kid' });
  expect(JSON.stringify(refused)).not.toContain(jti);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const strange = `${part({ alg: jti })}.${part({ jti })}.AAAA`;
  expect(tried(strange, pem(ec.ES256))).toMatchObject({ outcome: 'algorithm-refused' });
  expect(JSON.stringify(tried(strange, pem(ec.ES256)))).not.toContain(jti);
});
