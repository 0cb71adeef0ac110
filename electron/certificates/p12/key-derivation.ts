import * as crypto from 'node:crypto';
import { promisify } from 'node:util';
import { hashRepeatedly } from './hash-chain.ts';
import type { HashName } from './hash-chain.ts';
import { isForWant, P12Error } from './p12-error.ts';
import { pause, throwIfAborted, untilAborted } from './p12-work.ts';
import type { Work } from './p12-work.ts';

const pbkdf2 = promisify(crypto.pbkdf2);

/** What the derived bytes are for (RFC 7292 B.3). */
export const derivedFor = { key: 1, iv: 2, mac: 3 } as const;

// Rounds between two looks at the event loop: 2 to 10 ms.
const slice = 10_000;

/**
 * The key derivation of PKCS#12 (RFC 7292, appendix B.2). `iterations` counts each output block, as the standard does.
 * @throws {P12Error} `aborted`
 */
export async function derivePkcs12(
  work: Work,
  name: HashName,
  password: Uint8Array,
  salt: Uint8Array,
  purpose: 1 | 2 | 3,
  iterations: number,
  length: number,
): Promise<Buffer> {
  const block = ['sha384', 'sha512', 'sha512-224', 'sha512-256'].includes(name) ? 128 : 64;
  const input = Buffer.concat([
    Buffer.alloc(block, purpose),
    repeatedToBlocks(salt, block),
    repeatedToBlocks(password, block),
  ]);
  const derived: Buffer[] = [];
  let have = 0;
  try {
    for (;;) {
      throwIfAborted(work);
      let digest: Buffer = crypto.createHash(name).update(input).digest();
      for (let done = 1; done < iterations; done += slice) {
        const next = hashRepeatedly(name, digest, Math.min(slice, iterations - done));
        digest.fill(0);
        digest = next;
        if (iterations - done > slice) await pause(work);
      }
      derived.push(digest);
      have += digest.length;
      if (have >= length) break;
      addToBlocks(input, digest, block);
    }
    const all = Buffer.concat(derived);
    const result = Buffer.from(all.subarray(0, length));
    all.fill(0);
    return result;
  } finally {
    for (const bytes of [input, ...derived]) bytes.fill(0);
  }
}

function repeatedToBlocks(bytes: Uint8Array, block: number): Buffer {
  const length = Math.ceil(bytes.length / block) * block;
  return length === 0 ? Buffer.alloc(0) : Buffer.alloc(length, bytes);
}

/** Adds the digest, repeated to one block, plus one to every block after the first (RFC 7292 B.2, step 6 C). */
function addToBlocks(input: Buffer, digest: Buffer, block: number): void {
  for (let start = block; start < input.length; start += block) {
    let carry = 1;
    for (let i = block - 1; i >= 0; i--) {
      const sum = (input[start + i] ?? 0) + (digest[i % digest.length] ?? 0) + carry;
      input[start + i] = sum & 0xff;
      carry = sum >> 8;
    }
  }
}

/** PBKDF2 on the thread pool. @throws {P12Error} `aborted` at once; the pool finishes what it began. */
export async function derivePbkdf2(
  work: Work,
  name: HashName,
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Promise<Buffer> {
  return untilAborted(work, pbkdf2(password, salt, iterations, length, name));
}

/** The parameters of scrypt (RFC 7914); N·r·128 bytes is its memory. */
export interface ScryptCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** scrypt on the thread pool. @throws {P12Error} `aborted` at once; the pool finishes what it began. */
export async function deriveScrypt(
  work: Work,
  password: Uint8Array,
  salt: Uint8Array,
  cost: ScryptCost,
  length: number,
): Promise<Buffer> {
  const maxmem = 128 * (cost.n + cost.p + 2) * cost.r + 1024 * 1024;
  const running = new Promise<Buffer>((resolve, reject) => {
    crypto.scrypt(password, salt, length, { N: cost.n, r: cost.r, p: cost.p, maxmem }, (error, key) => {
      if (error) reject(new P12Error(isForWant(error) ? 'failed' : 'damaged'));
      else resolve(key);
    });
  });
  return untilAborted(work, running);
}
