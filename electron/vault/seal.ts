import type { KeyObject } from 'node:crypto';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { VaultError } from './errors.ts';

/** What a sealed record is bound to: under any other kind or id it does not open. */
export type RecordName = { readonly kind: string; readonly id: string };

/**
 * Seals and opens bytes with the vault's data key, for what lies outside its records (a journal, say). A kind with a
 * character that is no letter can never name a record, so what is sealed under it never stands for one.
 */
export type Sealer = {
  /** As {@link seal}. */
  seal(name: RecordName, plaintext: Uint8Array): Uint8Array;
  /** As {@link open}, with its errors. */
  open(name: RecordName, sealed: Uint8Array): Uint8Array;
};

const magic = Buffer.from('TXPS', 'latin1');
const formatVersion = 1;
const header = Buffer.concat([magic, Buffer.from([formatVersion])]);
const nonceBytes = 12;
const tagBytes = 16;

/** JSON, because no two pairs of strings give the same text. */
function associatedData(name: RecordName): Buffer {
  return Buffer.concat([header, Buffer.from(JSON.stringify([name.kind, name.id]), 'utf8')]);
}

/**
 * Seals `plaintext` with AES-256-GCM: magic `TXPS`, one byte of format version, a random 96-bit nonce, ciphertext,
 * 128-bit tag. The associated data are header, kind and id. The nonce is new at each call; with random nonces one
 * key is good for 2^32 calls (NIST SP 800-38D, 8.3).
 */
export function seal(key: KeyObject, name: RecordName, plaintext: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(associatedData(name));
  return Buffer.concat([header, nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/**
 * Opens what {@link seal} made.
 *
 * @throws VaultError `newer-version` where the format is newer than this program; `damaged` for all else that does
 * not open: cut, changed, sealed under another name or with another key.
 */
export function open(key: KeyObject, name: RecordName, sealed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const detail = `${name.kind} ${name.id}`;
  if (bytes.length < header.length + nonceBytes + tagBytes || !bytes.subarray(0, magic.length).equals(magic)) {
    throw new VaultError('damaged', detail);
  }
  const version = bytes.readUInt8(magic.length);
  if (version > formatVersion) throw new VaultError('newer-version', detail);
  if (version !== formatVersion) throw new VaultError('damaged', detail);
  const body = header.length + nonceBytes;
  const nonce = bytes.subarray(header.length, body);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(associatedData(name));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(body, -tagBytes)), decipher.final()]);
  } catch {
    throw new VaultError('damaged', detail);
  }
}
