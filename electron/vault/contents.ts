import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { damagedOf, previousOf, removeDurably, writeDurably } from './durable-file.ts';
import { VaultError } from './errors.ts';
import type { VaultFileSystem } from './file-system.ts';
import type { KeyRing } from './key-ring.ts';
import type { AnyKind, Kind } from './kind.ts';
import { encode, fileOf } from './kind.ts';
import type { Entry, Problem } from './records.ts';
import { open, seal, type RecordName, type Sealer } from './seal.ts';
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
 *
 * What this does not see: a record's file put back as it was some time ago by whoever can write to the folder. It
 * opens like the newest, since nothing outside the folder counts its writes.
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
  /** Seals with the vault's data key what is kept outside its records. */
  readonly sealer: Sealer;
  /** What opens the vault, and how to change that. */
  readonly keys: KeyRing;
  /**
   * Waits for the writes under way, then drops key and records from memory. From the call on every other use throws
   * VaultError `closed`, the sealer's too.
   */
  close(): Promise<void>;
}

type Contents = {
  readonly fs: VaultFileSystem;
  readonly folder: string;
  readonly key: KeyObject;
  readonly keys: KeyRing;
  readonly kinds: ReadonlyMap<string, AnyKind>;
  /** By file name; the vault goes on to own it. */
  readonly entries: Map<string, Entry>;
};

/** The vault over records already read. */
export function createVault({ fs, folder, key, keys, kinds, entries }: Contents): Vault {
  const inTurn = createTurns();
  const underWay = new Set<Promise<void>>();
  let openKey: KeyObject | null = key;

  function theKey(): KeyObject {
    if (openKey === null) throw new VaultError('closed', 'vault');
    return openKey;
  }

  /** Runs `act` in the turn of its file; it goes on though the vault is closed meanwhile, and closing waits for it. */
  function change<T>(file: string, act: () => Promise<T>): Promise<T> {
    const changing = inTurn(file.toLowerCase(), act);
    const ended = changing.then(
      () => undefined,
      () => undefined,
    );
    underWay.add(ended);
    void ended.then(() => underWay.delete(ended));
    return changing;
  }

  function fileFor(kind: AnyKind, id: string): string {
    theKey();
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
    keys,

    sealer: {
      seal: (name: RecordName, plaintext) => seal(theKey(), name, plaintext),
      open: (name: RecordName, sealed) => open(theKey(), name, sealed),
    },

    async close() {
      openKey = null;
      while (underWay.size > 0) await Promise.all(underWay);
      entries.clear();
    },

    read<T>(kind: Kind<T>, id: string): T | undefined {
      const entry = entries.get(fileFor(kind, id));
      // Everything in `entries` was parsed by the schema of its kind, and `fileFor` saw that this is that kind.
      return entry === undefined || entry.state === 'unreadable' ? undefined : (entry.value as T);
    },

    list<T>(kind: Kind<T>): readonly { readonly id: string; readonly value: T }[] {
      theKey();
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
      const sealed = seal(theKey(), name, plaintext);
      await change(file, () => writeRecord(file, sealed, { ...name, state: 'good', value: stored }));
    },

    async update<T>(kind: Kind<T>, id: string, changed: (current: T) => T): Promise<T | undefined> {
      const file = fileFor(kind, id);
      const name = { kind: kind.name, id };
      const sealing = theKey();
      return change(file, async () => {
        const entry = entries.get(file);
        if (entry === undefined || entry.state === 'unreadable') return undefined;
        const { plaintext, stored } = encode(kind, changed(entry.value as T));
        await writeRecord(file, seal(sealing, name, plaintext), { ...name, state: 'good', value: stored });
        return stored;
      });
    },

    async remove(kind: AnyKind, id: string): Promise<void> {
      const file = fileFor(kind, id);
      await change(file, async () => {
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
