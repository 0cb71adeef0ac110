import { clearTemporaryFiles } from './durable-file.ts';
import { createVault, type Vault } from './contents.ts';
import type { DiskErrorCode } from './errors.ts';
import { diskErrorCodeOf, errnoOf, isDiskErrorCode, VaultError } from './errors.ts';
import type { VaultFileSystem } from './file-system.ts';
import { nodeFileSystem } from './file-system.ts';
import type { Keychain } from './keychain.ts';
import type { AnyKind } from './kind.ts';
import type { PassphraseCost } from './passphrase.ts';
import { readRecords } from './records.ts';
import { unlock, type KeyNotice, type Opener, type Unopened } from './unlock.ts';

export type { Vault } from './contents.ts';

/** What came of opening a vault. */
export type VaultOpening =
  | { readonly state: 'ready'; readonly vault: Vault; readonly notices: readonly KeyNotice[] }
  | Unopened
  | { readonly state: 'unavailable'; readonly reason: DiskErrorCode; readonly hasRecovery: false };

type Options = {
  readonly folder: string;
  readonly keychain: Keychain | 'unavailable';
  /** Every kind of record there is; a record of any other is reported and kept. */
  readonly kinds: readonly AnyKind[];
  readonly fs?: VaultFileSystem;
  /** The keychain, unless told. */
  readonly opener?: Opener;
  /** What a passphrase set from now on costs to try; tests take a low one. */
  readonly cost?: PassphraseCost;
};

async function openFolder({ fs = nodeFileSystem(), ...options }: Options): Promise<VaultOpening> {
  const { folder, kinds, keychain, opener = { by: 'keychain' }, cost } = options;
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  if (new Set(kinds.map((kind) => kind.name.toLowerCase())).size !== kinds.length) {
    throw new VaultError('invalid-name', 'two kinds of one name');
  }
  const names = await fs.readFolder(folder).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  });
  const unlocked = await unlock({ fs, folder, names, keychain, opener, cost });
  if (unlocked.state !== 'open') return unlocked;
  const { key, keys, notices } = unlocked;
  await fs.makeFolder(folder);
  // A folder that cannot be written can still be read.
  await clearTemporaryFiles(fs, folder, names).catch(() => undefined);
  const entries = await readRecords({ fs, folder, key, kinds: byName }, names);
  return { state: 'ready', vault: createVault({ fs, folder, key, keys, kinds: byName, entries }), notices };
}

/**
 * Opens the vault in `folder`, or makes one where the folder is empty or missing. Nothing that cannot be read is ever
 * overwritten or deleted; in every state but `ready` no file there has changed.
 *
 * One process at a time: the caller holds the folder's writer lock (writer-lock.ts).
 *
 * @throws VaultError `invalid-name` where two kinds have one name; `wrong-passphrase` where one was to open it, and
 * nothing was changed; nothing else.
 */
export async function openVault(options: Options): Promise<VaultOpening> {
  try {
    return await openFolder(options);
  } catch (error) {
    if (error instanceof VaultError) {
      if (isDiskErrorCode(error.code)) return { state: 'unavailable', reason: error.code, hasRecovery: false };
      throw error;
    }
    if (errnoOf(error) === undefined) throw error;
    return { state: 'unavailable', reason: diskErrorCodeOf(error), hasRecovery: false };
  }
}
