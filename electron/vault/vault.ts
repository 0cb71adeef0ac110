import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { clearTemporaryFiles, damagedOf, previousOf, removeDurably, writeDurably } from './durable-file.ts';
import type { DiskErrorCode } from './errors.ts';
import { diskErrorCodeOf, errnoOf, isDiskErrorCode, VaultError } from './errors.ts';
import type { VaultFileSystem } from './file-system.ts';
import { nodeFileSystem } from './file-system.ts';
import type { Keychain, KeychainTrouble, KeyOpening } from './key-file.ts';
import { isUsable, keyFileName, newDataKey, openKeyFile, troubleOf, wrapKey } from './key-file.ts';
import type { AnyKind, Kind } from './kind.ts';
import { encode, fileOf } from './kind.ts';
import type { Entry, Problem } from './records.ts';
import { readRecords } from './records.ts';
import { seal } from './seal.ts';
import { createTurns } from './turns.ts';

/** A file of the vault that could not be used as it is. */
type Unreadable = {
  /** File name, without its folder. */
  readonly file: string;
  readonly kind: string;
  readonly id: string;
  readonly why: Problem;
  /** Whether the generation before it stands in; if not, the record has no value now. */
  readonly usedPrevious: boolean;
};

/**
 * An open vault. Values lie decrypted in memory, so reading costs no disk; they are frozen. What `read` and `list`
 * give is on the disk: a write shows only once it is durable.
 */
export interface Vault {
  /** The record's value, or undefined where there is none or it is {@link unreadable}. */
  read<T>(kind: Kind<T>, id: string): T | undefined;
  /** Every readable record of a kind, in no promised order. */
  list<T>(kind: Kind<T>): readonly { readonly id: string; readonly value: T }[];
  /**
   * Resolves once the value is durable. Writes to one record happen one after the other, in the order of the calls;
   * those to different records in parallel. Only that record's file is written.
   *
   * @throws VaultError `invalid-name`, `invalid-value`; `record-unreadable` where what is on the disk cannot be read
   * (it is kept; `remove` is the way out); `disk-full`, `no-permission`, `disk-error` with the old value kept; and
   * `not-durable` with the new value in place.
   */
  write<T>(kind: Kind<T>, id: string, value: T): Promise<void>;
  /**
   * Changes a record as it is when its turn comes, so that a change never overwrites another, nor brings back a record
   * that was removed meanwhile. Resolves with what is stored then; undefined where there was no record. Throws as
   * `write`, and whatever `change` throws.
   */
  update<T>(kind: Kind<T>, id: string, change: (current: T) => T): Promise<T | undefined>;
  /** Removes a record, readable or not, with all its generations. Resolves once that is durable. Throws as `write`. */
  remove(kind: AnyKind, id: string): Promise<void>;
  /** What did not open, as it stands now; a record written anew is no longer in it. */
  readonly unreadable: readonly Unreadable[];
}

type Contents = {
  readonly fs: VaultFileSystem;
  readonly folder: string;
  readonly key: KeyObject;
  readonly kinds: ReadonlyMap<string, AnyKind>;
  /** By file name; the vault goes on to own it. */
  readonly entries: Map<string, Entry>;
};

/** The vault over records already read. */
function createVault({ fs, folder, key, kinds, entries }: Contents): Vault {
  const inTurn = createTurns();

  function fileFor(kind: AnyKind, id: string): string {
    if (kinds.get(kind.name) !== kind) throw new VaultError('invalid-name', `kind ${kind.name}`);
    return fileOf(kind.name, id);
  }

  /** Two ids that differ in case alone are one file on Windows and macOS. */
  function refuseTwin(file: string): void {
    if (entries.has(file)) return;
    const lower = file.toLowerCase();
    for (const other of entries.keys()) {
      if (other.toLowerCase() === lower) throw new VaultError('invalid-name', `${file} differs in case alone`);
    }
  }

  async function writeRecord(file: string, sealed: Uint8Array, entry: Entry): Promise<void> {
    refuseTwin(file);
    const before = entries.get(file);
    if (before?.state === 'unreadable') throw new VaultError('record-unreadable', `${file} (${before.why})`);
    const path = join(folder, file);
    // A damaged file never takes the place of the last good generation.
    const keepAs = before?.state === 'previous' ? damagedOf(path) : previousOf(path);
    try {
      await writeDurably(fs, path, sealed, keepAs);
    } catch (error) {
      if (error instanceof VaultError && error.code === 'not-durable') entries.set(file, entry);
      throw error;
    }
    entries.set(file, entry);
  }

  return {
    read<T>(kind: Kind<T>, id: string): T | undefined {
      const entry = entries.get(fileFor(kind, id));
      // Everything in `entries` was parsed by the schema of its kind, and `fileFor` saw that this is that kind.
      return entry === undefined || entry.state === 'unreadable' ? undefined : (entry.value as T);
    },

    list<T>(kind: Kind<T>): readonly { readonly id: string; readonly value: T }[] {
      const found: { id: string; value: T }[] = [];
      if (kinds.get(kind.name) !== kind) throw new VaultError('invalid-name', `kind ${kind.name}`);
      for (const entry of entries.values()) {
        if (entry.kind !== kind.name || entry.state === 'unreadable') continue;
        found.push({ id: entry.id, value: entry.value as T });
      }
      return found;
    },

    async write<T>(kind: Kind<T>, id: string, value: T): Promise<void> {
      const file = fileFor(kind, id);
      const name = { kind: kind.name, id };
      // Encoded now: the caller may change its own value as soon as it has called.
      const { plaintext, stored } = encode(kind, value);
      const sealed = seal(key, name, plaintext);
      await inTurn(file.toLowerCase(), () => writeRecord(file, sealed, { ...name, state: 'good', value: stored }));
    },

    async update<T>(kind: Kind<T>, id: string, change: (current: T) => T): Promise<T | undefined> {
      const file = fileFor(kind, id);
      const name = { kind: kind.name, id };
      return inTurn(file.toLowerCase(), async () => {
        const entry = entries.get(file);
        if (entry === undefined || entry.state === 'unreadable') return undefined;
        const { plaintext, stored } = encode(kind, change(entry.value as T));
        await writeRecord(file, seal(key, name, plaintext), { ...name, state: 'good', value: stored });
        return stored;
      });
    },

    async remove(kind: AnyKind, id: string): Promise<void> {
      const file = fileFor(kind, id);
      await inTurn(file.toLowerCase(), async () => {
        refuseTwin(file);
        try {
          await removeDurably(fs, join(folder, file));
        } catch (error) {
          if (error instanceof VaultError && error.code === 'not-durable') entries.delete(file);
          throw error;
        }
        entries.delete(file);
      });
    },

    get unreadable(): readonly Unreadable[] {
      return [...entries].flatMap(([file, entry]) => {
        if (entry.state === 'good') return [];
        const { kind, id, why } = entry;
        return [{ file, kind, id, why, usedPrevious: entry.state === 'previous' }];
      });
    },
  };
}

/** Something about the key file worth telling though the vault is open. */
type KeyNotice =
  /** `key.json` is damaged or gone; the key came from the generation before it. */
  | 'key-file-previous-used'
  /** The keychain asked for the key to be sealed anew, and that failed; the old sealing still opens. */
  | 'key-reseal-failed';

/** What came of opening a vault. */
export type VaultOpening =
  | { readonly state: 'ready'; readonly vault: Vault; readonly notices: readonly KeyNotice[] }
  | { readonly state: 'unavailable'; readonly reason: KeychainTrouble | DiskErrorCode }
  | { readonly state: 'corrupt'; readonly problems: readonly { readonly file: string; readonly why: Problem }[] }
  /** The key was sealed by another keychain (`was`) than the one at hand (`is`). */
  | { readonly state: 'backend-changed'; readonly was: string; readonly is: string }
  /** The key file was written by a newer program, in this version of its format. */
  | { readonly state: 'newer-version'; readonly version: number };

type Options = {
  readonly folder: string;
  readonly keychain: Keychain | 'unavailable';
  /** Every kind of record there is; a record of any other is reported and kept. */
  readonly kinds: readonly AnyKind[];
  readonly fs?: VaultFileSystem;
};

type Place = { readonly fs: VaultFileSystem; readonly folder: string };

/** The first of these may be cured by the generation before; the others are not the file's fault. */
function mayBeTheFile(opening: KeyOpening): boolean {
  if (opening.state === 'unavailable') return ['keychain-refused', 'wrong-key'].includes(opening.reason);
  return opening.state === 'damaged';
}

/** Makes the data key of an empty vault; durable before any record can be. */
async function makeKey({ fs, folder }: Place, keychain: Keychain | 'unavailable'): Promise<KeyOpening> {
  if (!isUsable(keychain)) return { state: 'unavailable', reason: 'no-keychain' };
  const key = newDataKey();
  let bytes: Uint8Array;
  try {
    bytes = await wrapKey(key, keychain);
  } catch (error) {
    return { state: 'unavailable', reason: troubleOf(error) };
  }
  await fs.makeFolder(folder);
  await writeDurably(fs, join(folder, keyFileName), bytes);
  return { state: 'open', key, reseal: false };
}

async function reseal({ fs, folder }: Place, key: KeyObject, keychain: Keychain): Promise<KeyNotice[]> {
  try {
    await writeDurably(fs, join(folder, keyFileName), await wrapKey(key, keychain));
    return [];
  } catch {
    return ['key-reseal-failed'];
  }
}

type Unlocked = { state: 'open'; key: KeyObject; notices: KeyNotice[] };

/** The data key of a vault whose folder holds `names`. */
async function unlock(
  place: Place,
  keychain: Keychain | 'unavailable',
  names: readonly string[],
): Promise<Unlocked | Exclude<VaultOpening, { state: 'ready' }>> {
  const generations = [keyFileName, previousOf(keyFileName)].filter((file) => names.includes(file));
  const [newest] = generations;
  if (newest === undefined && names.some((name) => name.includes('.sealed'))) {
    return { state: 'corrupt', problems: [{ file: keyFileName, why: 'missing' }] };
  }
  const openGeneration = async (file: string): Promise<KeyOpening> =>
    openKeyFile(await place.fs.readFile(join(place.folder, file)), keychain);
  let used = newest;
  let opening = newest === undefined ? await makeKey(place, keychain) : await openGeneration(newest);
  const [, older] = generations;
  if (older !== undefined && mayBeTheFile(opening)) {
    const second = await openGeneration(older);
    if (second.state === 'open') [used, opening] = [older, second];
  }
  switch (opening.state) {
    case 'open': {
      const { key } = opening;
      if (used === previousOf(keyFileName)) return { state: 'open', key, notices: ['key-file-previous-used'] };
      const again = opening.reseal && isUsable(keychain);
      return { state: 'open', key, notices: again ? await reseal(place, key, keychain) : [] };
    }
    case 'damaged':
      return { state: 'corrupt', problems: [{ file: keyFileName, why: 'damaged' }] };
    default:
      return opening;
  }
}

async function openFolder(place: Place, { keychain, kinds }: Options): Promise<VaultOpening> {
  const { fs, folder } = place;
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  if (new Set(kinds.map((kind) => kind.name.toLowerCase())).size !== kinds.length) {
    throw new VaultError('invalid-name', 'two kinds of one name');
  }
  const names = await fs.readFolder(folder).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  });
  const unlocked = await unlock(place, keychain, names);
  if (unlocked.state !== 'open') return unlocked;
  const { key, notices } = unlocked;
  await fs.makeFolder(folder);
  // A folder that cannot be written can still be read.
  await clearTemporaryFiles(fs, folder, names).catch(() => undefined);
  const entries = await readRecords({ fs, folder, key, kinds: byName }, names);
  return { state: 'ready', vault: createVault({ fs, folder, key, kinds: byName, entries }), notices };
}

/**
 * Opens the vault in `folder`, or makes one where the folder is empty or missing. Nothing that cannot be read is ever
 * overwritten or deleted; in every state but `ready` no file there has changed.
 *
 * One process at a time: the caller holds the app's single-instance lock.
 *
 * @throws VaultError `invalid-name` where two kinds have one name; nothing else.
 */
export async function openVault(options: Options): Promise<VaultOpening> {
  try {
    return await openFolder({ fs: options.fs ?? nodeFileSystem(), folder: options.folder }, options);
  } catch (error) {
    if (error instanceof VaultError) {
      if (isDiskErrorCode(error.code)) return { state: 'unavailable', reason: error.code };
      throw error;
    }
    if (errnoOf(error) === undefined) throw error;
    return { state: 'unavailable', reason: diskErrorCodeOf(error) };
  }
}
