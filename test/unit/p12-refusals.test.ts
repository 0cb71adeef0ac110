import { createCipheriv, createHash, hash, pbkdf2Sync, randomBytes, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hashRepeatedly } from '../../electron/certificates/p12/hash-chain.ts';
import { openP12, P12Error, p12ErrorCodes, p12Warnings } from '../../electron/certificates/p12.ts';
import type { P12ErrorCode } from '../../electron/certificates/p12.ts';
import {
  certificateBag,
  derOfPem,
  encryptedContent,
  explicit,
  int,
  keyBag,
  makeCertificate,
  nestedBags,
  nothing,
  octetString,
  oid,
  opensslEncryptedKey,
  opensslP12,
  pbes2Algorithm,
  pfx,
  plainContent,
  seq,
  sha1Mac,
  shroudedKeyBag,
  tlv,
  toBer,
} from '../fixtures/make-p12.ts';

const password = 'hemligt-123';
const rsa = makeCertificate({ subject: '/CN=Bolag A' });
const ec = makeCertificate({ subject: '/CN=Ion', key: 'P-256' });
const good = opensslP12(rsa, password);
const mac = sha1Mac(password);

async function codeOf(bytes: Uint8Array, secret = password, options?: Parameters<typeof openP12>[2]): Promise<string> {
  try {
    await openP12(bytes, secret, options);
    return 'opened';
  } catch (error) {
    expect(error).toBeInstanceOf(P12Error);
    const { code, message } = error as P12Error;
    expect(p12ErrorCodes).toContain(code);
    if (secret) expect(message).not.toContain(secret);
    return code;
  }
}

/** How long something takes, in milliseconds. */
async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

describe('files that are not PKCS#12', () => {
  test.each<[string, () => Uint8Array]>([
    ['nothing', () => new Uint8Array(0)],
    ['one byte', () => Uint8Array.of(0x30)],
    ['a PEM certificate', () => Buffer.from(rsa.certPem)],
    ['a PEM key', () => Buffer.from(rsa.keyPem)],
    ['a bare certificate', () => derOfPem(rsa.certPem)],
    ['a bare private key', () => derOfPem(rsa.keyPem)],
    ['a PKCS#7 bundle', () => seq(oid('1.2.840.113549.1.7.2'), explicit(0, seq(int(1))))],
    ['a Java key store', () => Buffer.from('feedfeed0000000200000001', 'hex')],
    ['a PDF', () => Buffer.from('%PDF-1.7\n')],
    ['text', () => Buffer.from('0 hej')],
    ['a P12 as base64', () => Buffer.from(good.toString('base64'))],
    ['zeroes', () => new Uint8Array(1000)],
  ])('%s', async (_name, bytes) => {
    expect(await codeOf(bytes())).toBe('not-p12');
  });

  test('more than 10 MiB', async () => {
    expect(await codeOf(Buffer.concat([good, Buffer.alloc(10 * 1024 * 1024)]))).toBe('too-large');
  });
});

describe('what is wrong is told apart', () => {
  test('cut off anywhere', async () => {
    for (const file of [good, toBer(good)]) {
      for (const length of [20, 100, file.length >> 1, file.length - 1]) {
        expect(await codeOf(file.subarray(0, length))).toBe('truncated');
      }
    }
  });

  test.each<[string, readonly string[]]>([
    ['sealed', []],
    ['old and sealed', ['-legacy']],
    ['without a seal', ['-nomac']],
    ['old and without a seal', ['-legacy', '-nomac']],
    ['RC4 without a seal', ['-legacy', '-nomac', '-keypbe', 'PBE-SHA1-RC4-128', '-certpbe', 'PBE-SHA1-RC4-40']],
  ])('a wrong password: %s', async (_name, options) => {
    const file = opensslP12(rsa, password, options);
    expect(await codeOf(file)).toBe('opened');
    for (const wrong of ['', 'Hemligt-123', `${password} `, 'åäö'])
      expect(await codeOf(file, wrong)).toBe('wrong-password');
  });

  test('the right password, but a byte under the seal was changed', async () => {
    // The certificate's ciphertext is early in the file; its last block carries the padding, so stay clear of it.
    for (const options of [[], ['-legacy']]) {
      const file = Buffer.from(opensslP12(rsa, password, options));
      const at = file.length - 20;
      file[at] = (file[at] ?? 0) ^ 1;
      expect(await codeOf(file)).toBe('damaged');
      expect(await codeOf(file, 'wrong')).toBe('wrong-password');
    }
  });

  test.each<[P12ErrorCode, () => Buffer]>([
    ['no-key', () => pfx([plainContent(certificateBag(rsa.certPem))], mac)],
    ['no-key', () => pfx([], mac)],
    ['no-certificate', () => pfx([plainContent(keyBag(rsa.keyPem))], mac)],
    ['no-matching-pair', () => pfx([plainContent(certificateBag(ec.certPem), keyBag(rsa.keyPem))], mac)],
    ['unsupported-key', () => pfx([plainContent(certificateBag(rsa.certPem), strangeKey())], mac)],
    [
      'unsupported-encryption',
      () => opensslP12(rsa, password, ['-keypbe', 'camellia-256-cbc', '-certpbe', 'camellia-256-cbc']),
    ],
    ['unsupported-encryption', () => opensslP12(rsa, password, ['-macalg', 'sha3-256'])],
    ['unsupported-encryption', () => opensslP12(rsa, password, ['-keypbe', 'PBE-MD5-DES', '-legacy'])],
  ])('%s', async (code, make) => {
    expect(await codeOf(make())).toBe(code);
  });

  test('an unsupported algorithm is named', async () => {
    const file = opensslP12(rsa, password, ['-keypbe', 'camellia-256-cbc']);
    await expect(openP12(file, password)).rejects.toMatchObject({ algorithm: '1.2.392.200011.61.1.1.1.4' });
  });

  test('a private key whose own halves do not fit each other is no pair', async () => {
    // The scalar is changed, the public key stored beside it is not.
    const der = derOfPem(ec.keyPem);
    const at = der.indexOf(Buffer.from('0420', 'hex')) + 10;
    der[at] = (der[at] ?? 0) ^ 1;
    const pem = `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
    const code = await codeOf(pfx([plainContent(certificateBag(ec.certPem), keyBag(pem))], mac));
    expect(['no-matching-pair', 'unsupported-key']).toContain(code);
  });
});

function strangeKey(): Buffer {
  const info = seq(int(0), seq(oid('1.2.3.4'), nothing), octetString(Buffer.from([1, 2, 3])));
  return seq(oid('1.2.840.113549.1.12.10.1.1'), explicit(0, info));
}

describe('cost', () => {
  const dear = (iterations: number | bigint): Buffer =>
    pfx([encryptedContent(pbes2Algorithm(randomBytes(8), iterations, randomBytes(16)), randomBytes(32))], mac);

  test.each<[string, () => Buffer]>([
    [
      'a seal',
      () => pfx([plainContent(certificateBag(ec.certPem), keyBag(ec.keyPem))], sha1Mac(password, 2 ** 31 - 1)),
    ],
    ['a content', () => dear(2 ** 31 - 1)],
    ['a count beyond any integer', () => dear(2n ** 200n)],
    ['a sum of parts', () => pfx(Array<Buffer>(6).fill(plainContent(dearKey(1_000_000))), mac)],
    ['a key inside an encrypted content', () => pfx([sealedContent(dearKey(2 ** 31 - 1))], mac)],
    ['scrypt memory', () => pfx([plainContent(scryptKey(2 ** 24, 8, 1))], mac)],
    ['scrypt work', () => pfx([plainContent(scryptKey(2 ** 14, 8, 1000))], mac)],
    [
      'a thousand and one bags',
      () => pfx([plainContent(...Array<Buffer>(1001).fill(certificateBag(ec.certPem)))], mac),
    ],
  ])('too much declared work is refused before it is done: %s', async (_name, make) => {
    const file = make();
    const ms = await timed(async () => expect(await codeOf(file)).toBe('too-expensive'));
    expect(ms).toBeLessThan(5000);
  });

  test.each([0n, 2n ** 32n])('an iteration count of %s is refused even when cost is allowed', async (iterations) => {
    expect(await codeOf(dear(iterations), password, { allowExpensive: true })).toBe(
      iterations === 0n ? 'damaged' : 'too-expensive',
    );
  });

  test('scrypt may not take memory without bound even when cost is allowed', async () => {
    const file = pfx([plainContent(scryptKey(2 ** 20, 8, 1))], mac);
    expect(await codeOf(file, password, { allowExpensive: true })).toBe('too-expensive');
  });

  test('with leave, more than the limit is done', { timeout: 60_000 }, async () => {
    const file = opensslP12(ec, password, ['-iter', '1700000', '-macalg', 'sha1']);
    expect(await codeOf(file)).toBe('too-expensive');
    expect((await openP12(file, password, { allowExpensive: true })).warnings).toContain('expensive');
  });

  test('600,000 iterations open, and the event loop goes on turning', async () => {
    const file = opensslP12(rsa, password, ['-iter', '600000']);
    const gaps: number[] = [];
    let last = performance.now();
    const timer = setInterval(() => {
      gaps.push(performance.now() - last);
      last = performance.now();
    }, 5);
    try {
      expect(await codeOf(file)).toBe('opened');
    } finally {
      clearInterval(timer);
    }
    expect(gaps.length).toBeGreaterThan(5);
  });

  function dearKey(iterations: number): Buffer {
    return shroudedKeyBag(
      seq(pbes2Algorithm(randomBytes(8), iterations, randomBytes(16)), octetString(randomBytes(32))),
    );
  }

  function scryptKey(n: number, r: number, p: number): Buffer {
    const kdf = seq(oid('1.3.6.1.4.1.11591.4.11'), seq(octetString(randomBytes(8)), int(n), int(r), int(p)));
    const cipher = seq(oid('2.16.840.1.101.3.4.1.42'), octetString(randomBytes(16)));
    return shroudedKeyBag(seq(seq(oid('1.2.840.113549.1.5.13'), seq(kdf, cipher)), octetString(randomBytes(32))));
  }

  function sealedContent(...bags: Buffer[]): Buffer {
    const [salt, iv] = [randomBytes(8), randomBytes(16)];
    const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(password, salt, 10, 32, 'sha256'), iv);
    return encryptedContent(pbes2Algorithm(salt, 10, iv), Buffer.concat([cipher.update(seq(...bags)), cipher.final()]));
  }
});

describe('cancelling', () => {
  test('before it begins', async () => {
    expect(await codeOf(good, password, { signal: AbortSignal.abort() })).toBe('aborted');
  });

  test.each<[string, () => Buffer]>([
    [
      'in the seal',
      () => pfx([plainContent(certificateBag(ec.certPem), keyBag(ec.keyPem))], sha1Mac(password, 2 ** 31 - 1)),
    ],
    [
      'in PBKDF2',
      () => {
        const key = seq(pbes2Algorithm(randomBytes(8), 20_000_000, randomBytes(16)), octetString(randomBytes(32)));
        return pfx([plainContent(certificateBag(ec.certPem), shroudedKeyBag(key))]);
      },
    ],
  ])('%s', async (_name, make) => {
    const controller = new AbortController();
    const running = codeOf(make(), password, { signal: controller.signal, allowExpensive: true });
    setTimeout(() => controller.abort(), 50);
    const ms = await timed(async () => expect(await running).toBe('aborted'));
    expect(ms).toBeLessThan(5000);
  });
});

describe('hostile shapes', () => {
  test.each<[string, () => Buffer]>([
    ['bags nested 40 deep', () => pfx([plainContent(deepBags(40))], mac)],
    [
      '10,000 indefinite lengths inside each other',
      () => Buffer.concat([header(), Buffer.alloc(20_000, Buffer.from('3080', 'hex'))]),
    ],
    ['a million empty elements', () => pfx([tlv(0x30, Buffer.alloc(2_000_000, Buffer.from('0500', 'hex')))], mac)],
    ['a length of 2^64', () => Buffer.concat([header(), Buffer.from('3088ffffffffffffffff', 'hex')])],
    ['an endless tag', () => Buffer.concat([header(), Buffer.alloc(100_000, 0xff)])],
    [
      'a salt of a megabyte',
      () => pfx([encryptedContent(pbes2Algorithm(randomBytes(1 << 20), 1, randomBytes(16)), randomBytes(32))], mac),
    ],
  ])('%s', async (_name, make) => {
    const file = make();
    const ms = await timed(async () => expect(['damaged', 'truncated', 'not-p12']).toContain(await codeOf(file)));
    expect(ms).toBeLessThan(5000);
  });

  test('nesting ends at a limit and not at the end of the file', async () => {
    const open = Buffer.alloc(2000, Buffer.from('3080', 'hex'));
    expect(await codeOf(Buffer.concat([header(), open]))).toBe('damaged');
  });

  function header(): Buffer {
    return Buffer.from('3080020103', 'hex');
  }

  function deepBags(depth: number): Buffer {
    let bag = certificateBag(ec.certPem);
    for (let i = 0; i < depth; i++) bag = nestedBags(bag);
    return bag;
  }

  test('2,500 mutated files each open or are refused with a listed code', { timeout: 120_000 }, async () => {
    const seed = 20_260_117;
    const random = seededRandom(seed);
    const seeds = [
      ...[[], ['-legacy'], ['-nomac'], ['-keypbe', 'NONE', '-certpbe', 'NONE', '-nomac']].map((options) =>
        opensslP12(ec, password, ['-iter', '5', ...options]),
      ),
      pfx([plainContent(certificateBag(ec.certPem), nestedBags(keyBag(ec.keyPem)))]),
      pfx(
        [
          plainContent(
            certificateBag(ec.certPem),
            shroudedKeyBag(opensslEncryptedKey(ec.keyPem, password, ['-iter', '5'])),
          ),
        ],
        mac,
      ),
    ].flatMap((file) => [file, toBer(file)]);
    const seen = new Map<string, number>();
    for (let round = 0; round < 2500; round++) {
      const original = seeds[round % seeds.length] ?? good;
      const file = mutate(original, random);
      let outcome: string;
      try {
        const opened = await openP12(file, password);
        const certificate = new X509Certificate(opened.certPem);
        expect(opened.warnings.every((warning) => p12Warnings.includes(warning))).toBe(true);
        expect(certificate.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(opened.fingerprint);
        outcome = 'opened';
      } catch (error) {
        outcome = error instanceof P12Error ? error.code : `seed ${seed}, round ${round}: ${String(error)}`;
        expect(p12ErrorCodes).toContain(outcome);
        expect(['failed', 'timed-out', 'aborted']).not.toContain(outcome);
      }
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    }
    // Were all of one kind, the mutations would prove nothing.
    for (const outcome of ['opened', 'truncated', 'damaged', 'wrong-password', 'not-p12']) {
      expect([...seen.keys()]).toContain(outcome);
    }
  });

  function mutate(original: Buffer, random: (below: number) => number): Buffer {
    const file = Buffer.from(original);
    const changes = 1 + random(4);
    for (let i = 0; i < changes; i++) {
      // Half of the changes hit the head or the tail, where the structure is.
      const at = random(2) === 0 ? random(file.length) : random(2) === 0 ? random(80) : file.length - 1 - random(120);
      file[at] = random(3) === 0 ? (file[at] ?? 0) ^ (1 << random(8)) : random(256);
    }
    const kind = random(6);
    if (kind === 0) return file.subarray(0, random(file.length));
    if (kind === 1) return Buffer.concat([file.subarray(0, random(file.length)), file.subarray(random(file.length))]);
    return file;
  }

  /** mulberry32: the same numbers from the same seed. */
  function seededRandom(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
    };
  }
});

describe('the repeated digest', () => {
  test.each(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const)('%s is that of node:crypto', (name) => {
    for (let round = 0; round < 50; round++) {
      const start = createHash(name).update(randomBytes(16)).digest();
      let expected: Buffer = start;
      const times = round % 10;
      for (let i = 0; i < times; i++) expected = hash(name, expected, 'buffer');
      expect(hashRepeatedly(name, start, times).equals(expected)).toBe(true);
    }
  });

  test('node-forge agrees on a whole derivation', async () => {
    const file = pfx([plainContent(certificateBag(ec.certPem), keyBag(ec.keyPem))], sha1Mac(password, 30_001));
    expect(await codeOf(file)).toBe('opened');
  });
});
