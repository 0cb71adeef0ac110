import { createHmac, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { keyOfPassphrase, newKdf } from '../vault/passphrase.ts';

/** How a key was made from a passphrase (scrypt, RFC 7914); nothing here is secret. `salt` is base64. */
export const Derivation = z.strictObject({
  name: z.literal('scrypt'),
  N: z.int(),
  r: z.int(),
  p: z.int(),
  salt: z.base64(),
});
export type Derivation = z.infer<typeof Derivation>;

/** A key and what made it. `check` (base64) tells a wrong passphrase from a damaged file and says nothing of the key. */
export type PassphraseKey = { readonly derivation: Derivation; readonly key: KeyObject; readonly check: string };

const CHECK_BYTES = 16;

/** The most memory a file may ask for, bytes. */
const MAX_MEMORY_BYTES = 256 * 1024 * 1024;
const MAX_PARALLEL = 4;
const SALT_LIMITS = { least: 16, most: 64 } as const;

/** A derivation of the cost this program uses, with a salt of its own. */
export function newDerivation(): Derivation {
  return newKdf();
}

/** Whether a file may ask for this much work; anything else is refused before any of it is done. */
export function isAffordable({ N, r, p, salt }: Derivation): boolean {
  const isPowerOfTwo = N >= 2 && N <= 2 ** 30 && (N & (N - 1)) === 0;
  const saltBytes = Buffer.from(salt, 'base64').length;
  const isSmall = r >= 1 && p >= 1 && p <= MAX_PARALLEL && 128 * N * r <= MAX_MEMORY_BYTES;
  return isPowerOfTwo && isSmall && saltBytes >= SALT_LIMITS.least && saltBytes <= SALT_LIMITS.most;
}

/** The key of a passphrase, made off the main thread. The derivation has to be {@link isAffordable}. */
export async function deriveKey(passphrase: string, derivation: Derivation): Promise<PassphraseKey> {
  const key = await keyOfPassphrase(passphrase, derivation);
  const check = createHmac('sha256', key).update('taxpass-transfer check').digest().subarray(0, CHECK_BYTES);
  return { derivation, key, check: check.toString('base64') };
}
