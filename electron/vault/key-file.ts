import { createSecretKey, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { VaultError } from './errors.ts';
import { open, seal } from './seal.ts';

/** The name of the file that holds the wrapped data key. */
export const keyFileName = 'key.json';

/** The OS keychain, as the vault sees it. */
export interface Keychain {
  /** Which store it is: `gnome_libsecret`, `kwallet6`, `dpapi`, `keychain`… */
  readonly backend: string;
  /** Seals one line of text; resolves with base64. */
  seal(text: string): Promise<string>;
  /**
   * Opens what `seal` made. `reseal` asks for the text to be sealed anew (Electron's `shouldReEncrypt`).
   *
   * @throws VaultError `keychain-locked` where the store is there but locked; anything else means it cannot open it.
   */
  open(sealed: string): Promise<{ readonly text: string; readonly reseal: boolean }>;
}

/** Why the OS keychain did not give the data key. */
export type KeychainTrouble =
  /** There is none, or it only obscures (`basic_text`). */
  | 'no-keychain'
  | 'keychain-locked'
  /** It is there and refuses, or does not give back what it was given: another user's, or a new store. */
  | 'keychain-refused'
  /** It gave a key, but the check record does not open with it. */
  | 'wrong-key';

/** What came of opening a key file. */
export type KeyOpening =
  | { readonly state: 'open'; readonly key: KeyObject; readonly reseal: boolean }
  | { readonly state: 'unavailable'; readonly reason: KeychainTrouble }
  | { readonly state: 'damaged' }
  | { readonly state: 'backend-changed'; readonly was: string; readonly is: string }
  | { readonly state: 'newer-version'; readonly version: number };

const keyFileVersion = 1;
const keyBytes = 32;
/** Backends of Chromium that hide nothing: a fixed password in the program. */
const notAKeychain = 'basic_text';

const Base64Line = z.base64().min(1);
const AnyKeyFile = z.object({ version: z.int().min(1) });
const KeyFile = z.object({
  version: z.literal(keyFileVersion),
  backend: z
    .string()
    .min(1)
    .refine((backend) => backend !== notAKeychain),
  /** The data key as one line of base64, sealed by the keychain. */
  wrapped: Base64Line,
  /** A known record sealed with the data key: proves, before anything else is tried, that the key is the right one. */
  check: Base64Line,
});
type KeyFile = z.infer<typeof KeyFile>;

// A record's kind holds letters only, so that no record can ever stand for this one.
const checkName = { kind: 'key-file', id: 'check' };
const checkText = Buffer.from('taxpass vault', 'utf8');

/** True where `keychain` really keeps a secret. */
export function isUsable(keychain: Keychain | 'unavailable'): keychain is Keychain {
  return keychain !== 'unavailable' && keychain.backend !== notAKeychain;
}

/** A new random 256-bit data key. */
export function newDataKey(): KeyObject {
  return createSecretKey(randomBytes(keyBytes));
}

/**
 * The bytes of a key file in which `keychain` keeps `key`. What was wrapped is opened again before it is returned,
 * so that no record is ever sealed with a key that cannot come back.
 *
 * @throws VaultError `keychain-locked`; otherwise whatever the keychain threw, or a plain Error where it gave back
 * another text.
 */
export async function wrapKey(key: KeyObject, keychain: Keychain): Promise<Uint8Array> {
  // One line: gnome-keyring 50 corrupts secrets that hold a newline.
  const text = key.export().toString('base64');
  const wrapped = await keychain.seal(text);
  const { text: returned } = await keychain.open(wrapped);
  if (returned !== text) throw new Error('the keychain gave back another text');
  const file: KeyFile = {
    version: keyFileVersion,
    backend: keychain.backend,
    wrapped,
    check: Buffer.from(seal(key, checkName, checkText)).toString('base64'),
  };
  return Buffer.from(`${JSON.stringify(KeyFile.parse(file), null, 2)}\n`, 'utf8');
}

function parse(bytes: Uint8Array): KeyFile | { newer: number } | 'damaged' {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return 'damaged';
  }
  const any = AnyKeyFile.safeParse(json);
  if (any.success && any.data.version > keyFileVersion) return { newer: any.data.version };
  return KeyFile.safeParse(json).data ?? 'damaged';
}

function opensCheck(key: KeyObject, check: string): boolean {
  try {
    const text = open(key, checkName, Buffer.from(check, 'base64'));
    return text.length === checkText.length && timingSafeEqual(text, checkText);
  } catch {
    return false;
  }
}

/** What a keychain's exception means; its text is dropped, since nobody knows what it holds. */
export function troubleOf(error: unknown): KeychainTrouble {
  return error instanceof VaultError && error.code === 'keychain-locked' ? 'keychain-locked' : 'keychain-refused';
}

/** Opens a key file's bytes with the keychain. Never throws; the key is given only if the check record opens with it. */
export async function openKeyFile(bytes: Uint8Array, keychain: Keychain | 'unavailable'): Promise<KeyOpening> {
  const file = parse(bytes);
  if (file === 'damaged') return { state: 'damaged' };
  if ('newer' in file) return { state: 'newer-version', version: file.newer };
  if (!isUsable(keychain)) return { state: 'unavailable', reason: 'no-keychain' };
  if (keychain.backend !== file.backend) {
    return { state: 'backend-changed', was: file.backend, is: keychain.backend };
  }
  let opened: { readonly text: string; readonly reseal: boolean };
  try {
    opened = await keychain.open(file.wrapped);
  } catch (error) {
    return { state: 'unavailable', reason: troubleOf(error) };
  }
  const raw = Buffer.from(opened.text, 'base64');
  if (raw.length !== keyBytes) return { state: 'unavailable', reason: 'wrong-key' };
  const key = createSecretKey(raw);
  if (!opensCheck(key, file.check)) return { state: 'unavailable', reason: 'wrong-key' };
  return { state: 'open', key, reseal: opened.reseal };
}
