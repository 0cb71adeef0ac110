import { createDecipheriv } from 'node:crypto';
import type { Cipher } from './encryption.ts';

/**
 * Decrypts. `undefined` where the padding or the length is wrong, that is, where the key is.
 * RC2 and RC4 are done here because no runtime offers both (OpenSSL 3 has neither).
 */
export async function decipher(
  cipher: Cipher,
  key: Uint8Array,
  iv: Uint8Array,
  data: Uint8Array,
): Promise<Buffer | undefined> {
  if (cipher.name === 'rc4') return rc4(key, data);
  if (data.length === 0 || data.length % cipher.ivLength !== 0) return undefined;
  if (cipher.name === 'rc2-cbc') return rc2(key, iv, data);
  if (cipher.name === 'des-ede-cbc') {
    const tripleKey = Buffer.concat([key, key.subarray(0, 8)]);
    try {
      return native('des-ede3-cbc', tripleKey, iv, data);
    } finally {
      tripleKey.fill(0);
    }
  }
  return native(cipher.name, key, iv, data);
}

function native(name: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer | undefined {
  const decryption = createDecipheriv(name, key, iv);
  const start = decryption.update(data);
  try {
    return Buffer.concat([start, decryption.final()]);
  } catch {
    return undefined;
  } finally {
    start.fill(0);
  }
}

/** RFC 2268 in CBC mode, the key's own length being its effective length, as the PKCS#12 schemes have it. */
async function rc2(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Promise<Buffer | undefined> {
  // Loaded only for the rare file that needs it.
  const { default: forge } = await import('node-forge');
  const toForge = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
  const decryption = forge.rc2.createDecryptionCipher(toForge(key), key.length * 8);
  decryption.start(toForge(iv));
  decryption.update(forge.util.createBuffer(toForge(data)));
  // Padding is checked here, all of it: forge looks at the last byte only.
  if (!decryption.finish(() => true)) return undefined;
  const plain = Buffer.from(decryption.output.getBytes(), 'latin1');
  const padding = plain.at(-1) ?? 0;
  if (padding < 1 || padding > 8 || plain.subarray(-padding).some((byte) => byte !== padding)) return undefined;
  return plain.subarray(0, plain.length - padding);
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const get = (index: number): number => state[index & 0xff] ?? 0;
  const swap = (a: number, b: number): void => {
    const kept = get(a);
    state[a & 0xff] = get(b);
    state[b & 0xff] = kept;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + get(i) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  const plain = Buffer.alloc(data.length);
  for (let n = 0, j = 0; n < data.length; n++) {
    const i = (n + 1) & 0xff;
    j = (j + get(i)) & 0xff;
    swap(i, j);
    plain[n] = (data[n] ?? 0) ^ get(get(i) + get(j));
  }
  state.fill(0);
  return plain;
}
