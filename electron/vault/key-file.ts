import { createSecretKey, randomBytes, randomUUID, timingSafeEqual, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { notAKeychain, type Keychain } from './keychain.ts';
import { highestCost, keyOfPassphrase, newKdf, type PassphraseCost } from './passphrase.ts';
import { open, seal } from './seal.ts';

export type { Keychain } from './keychain.ts';

/** The name of the file that holds the data key, wrapped in each way that opens it. */
export const keyFileName = 'key.json';

const keyFileVersion = 2;
const keyBytes = 32;

const Base64Line = z.base64().min(1);
const Backend = z
  .string()
  .min(1)
  .refine((backend) => backend !== notAKeychain);

const KeychainWrap = z.object({
  by: z.literal('keychain'),
  backend: Backend,
  /** The data key as one line of base64, sealed by the keychain. */
  wrapped: Base64Line,
});
type KeychainWrap = z.infer<typeof KeychainWrap>;

const Cost = z.int().min(1);
const PassphraseWrap = z.object({
  by: z.literal('passphrase'),
  /** `unlock` is asked at each start; `recovery` is for the day the keychain is gone. */
  role: z.enum(['unlock', 'recovery']),
  kdf: z.object({
    name: z.literal('scrypt'),
    N: Cost.min(2)
      .max(highestCost.N)
      .refine((cost) => Number.isInteger(Math.log2(cost))),
    r: Cost.max(highestCost.r),
    p: Cost.max(highestCost.p),
    salt: Base64Line,
  }),
  /** The data key, sealed with the passphrase's key under the vault's id and the role. */
  sealed: Base64Line,
});
type PassphraseWrap = z.infer<typeof PassphraseWrap>;

/** What a passphrase is for. */
export type PassphraseRole = PassphraseWrap['role'];

const Wrap = z.discriminatedUnion('by', [KeychainWrap, PassphraseWrap]);
/** The data key in one wrapping. */
export type Wrap = z.infer<typeof Wrap>;

const AnyVersion = z.object({ version: z.int().min(1) });
const Version1 = z.object({ version: z.literal(1), backend: Backend, wrapped: Base64Line, check: Base64Line });
const Version2 = z.object({
  version: z.literal(keyFileVersion),
  vaultId: z.uuid(),
  wraps: z.array(Wrap).min(1),
  /** A known text sealed with the data key under the vault's id: proves, before all else, that the key is the right one. */
  check: Base64Line,
});

/** A key file as it was read. One of version 1 has no `vaultId` and one wrap, the keychain's. */
export type KeyFile = {
  readonly vaultId: string | null;
  readonly wraps: readonly Wrap[];
  readonly check: string;
};

// A record's kind holds letters only, so that no record can ever stand for one of these.
const checkKind = 'key-file';
const wrapKind = 'key-wrap';
const checkText = Buffer.from('taxpass vault', 'utf8');

/** A new random 256-bit data key. */
export function newDataKey(): KeyObject {
  return createSecretKey(randomBytes(keyBytes));
}

/** A new random id for a vault. */
export function newVaultId(): string {
  return randomUUID();
}

/** Reads a key file's bytes; says the version of one that a newer program wrote. */
export function readKeyFile(bytes: Uint8Array): KeyFile | { readonly newer: number } | 'damaged' {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return 'damaged';
  }
  const any = AnyVersion.safeParse(json);
  if (any.success && any.data.version > keyFileVersion) return { newer: any.data.version };
  const first = Version1.safeParse(json).data;
  if (first !== undefined) {
    const { backend, wrapped, check } = first;
    return { vaultId: null, wraps: [{ by: 'keychain', backend, wrapped }], check };
  }
  return Version2.safeParse(json).data ?? 'damaged';
}

/** The bytes of the key file in which `wraps` keep `key`. */
export function keyFileBytes(key: KeyObject, vaultId: string, wraps: readonly Wrap[]): Uint8Array {
  const check = Buffer.from(seal(key, { kind: checkKind, id: vaultId }, checkText)).toString('base64');
  const file = Version2.parse({ version: keyFileVersion, vaultId, wraps, check });
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`, 'utf8');
}

/** Whether `key` opens the file's check record. */
export function opensCheck(key: KeyObject, { vaultId, check }: KeyFile): boolean {
  try {
    const text = open(key, { kind: checkKind, id: vaultId ?? 'check' }, Buffer.from(check, 'base64'));
    return text.length === checkText.length && timingSafeEqual(text, checkText);
  } catch {
    return false;
  }
}

export function keychainWrapOf({ wraps }: Pick<KeyFile, 'wraps'>): KeychainWrap | null {
  return wraps.find((wrap) => wrap.by === 'keychain') ?? null;
}

export function passphraseWrapOf({ wraps }: Pick<KeyFile, 'wraps'>, role: PassphraseRole): PassphraseWrap | null {
  return wraps.find((wrap): wrap is PassphraseWrap => wrap.by === 'passphrase' && wrap.role === role) ?? null;
}

/**
 * Has the keychain keep `key`. What was wrapped is opened again before it is returned, so that no record is ever
 * sealed with a key that cannot come back.
 *
 * @throws VaultError `keychain-locked`; otherwise whatever the keychain threw, or a plain Error where it gave back
 * another text.
 */
export async function wrapWithKeychain(key: KeyObject, keychain: Keychain): Promise<KeychainWrap> {
  // One line: gnome-keyring 50 corrupts secrets that hold a newline.
  const text = key.export().toString('base64');
  const wrapped = await keychain.seal(text);
  const { text: returned } = await keychain.open(wrapped);
  if (returned !== text) throw new Error('the keychain gave back another text');
  return { by: 'keychain', backend: keychain.backend, wrapped };
}

/** The key that a keychain gave back as text, or null where that is no key at all. */
export function keyOfText(text: string): KeyObject | null {
  const raw = Buffer.from(text, 'base64');
  return raw.length === keyBytes ? createSecretKey(raw) : null;
}

function wrapName(vaultId: string, role: PassphraseRole): { kind: string; id: string } {
  return { kind: wrapKind, id: `${vaultId} ${role}` };
}

/** Wraps `key` with a passphrase. */
export async function wrapWithPassphrase(
  key: KeyObject,
  vaultId: string,
  role: PassphraseRole,
  passphrase: string,
  cost?: PassphraseCost,
): Promise<PassphraseWrap> {
  const kdf = newKdf(cost);
  const sealed = seal(await keyOfPassphrase(passphrase, kdf), wrapName(vaultId, role), key.export());
  return { by: 'passphrase', role, kdf, sealed: Buffer.from(sealed).toString('base64') };
}

/**
 * The data key, and the role of the passphrase that opened it; null where it opens none of the file's wraps. The one
 * of role `unlock` is tried first.
 */
export async function openWithPassphrase(
  file: KeyFile,
  passphrase: string,
): Promise<{ readonly key: KeyObject; readonly role: PassphraseRole } | null> {
  const { vaultId } = file;
  if (vaultId === null) return null;
  for (const role of ['unlock', 'recovery'] as const) {
    const wrap = passphraseWrapOf(file, role);
    if (wrap === null) continue;
    const kek = await keyOfPassphrase(passphrase, wrap.kdf);
    try {
      return { key: createSecretKey(open(kek, wrapName(vaultId, role), Buffer.from(wrap.sealed, 'base64'))), role };
    } catch {
      // Another passphrase, or a damaged wrap: the cipher cannot tell them apart.
    }
  }
  return null;
}
