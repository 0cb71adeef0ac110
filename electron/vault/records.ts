import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { previousOf } from './durable-file.ts';
import { errnoOf, VaultError } from './errors.ts';
import type { VaultFileSystem } from './file-system.ts';
import type { AnyKind } from './kind.ts';
import { decode, recordOf } from './kind.ts';
import { open } from './seal.ts';

/** What is wrong with a file of the vault. */
export type Problem =
  /** Its previous generation is there, it is not. */
  | 'missing'
  /** It does not open: cut, changed, or moved here from another name. */
  | 'damaged'
  /** The file system would not read it. */
  | 'not-read'
  /** Written by a newer program. */
  | 'newer-version'
  /** A kind this program does not know. */
  | 'unknown-kind'
  /** It opens, but what is in it does not fit its kind. */
  | 'invalid';

/** A record as it lies in memory: with a value, with the one before it, or with none. */
export type Entry = { readonly kind: string; readonly id: string } & (
  | { readonly state: 'good'; readonly value: unknown }
  | { readonly state: 'previous'; readonly value: unknown; readonly why: Problem }
  | { readonly state: 'unreadable'; readonly why: Problem }
);

type Attempt = { state: 'good'; value: unknown } | { state: 'bad'; why: Problem };

type Source = {
  readonly fs: VaultFileSystem;
  readonly folder: string;
  readonly key: KeyObject;
  readonly kinds: ReadonlyMap<string, AnyKind>;
};

/** libuv reads with four threads; more open files than this only cost descriptors. */
const filesOpenAtOnce = 32;

async function attempt(source: Source, file: string, name: { kind: string; id: string }): Promise<Attempt> {
  const kind = source.kinds.get(name.kind);
  if (kind === undefined) return { state: 'bad', why: 'unknown-kind' };
  let sealed: Uint8Array;
  try {
    sealed = await source.fs.readFile(join(source.folder, file));
  } catch (error) {
    return { state: 'bad', why: errnoOf(error) === 'ENOENT' ? 'missing' : 'not-read' };
  }
  try {
    const decoded = decode(kind, open(source.key, name, sealed));
    return decoded.state === 'good' ? decoded : { state: 'bad', why: decoded.state };
  } catch (error) {
    const newer = error instanceof VaultError && error.code === 'newer-version';
    return { state: 'bad', why: newer ? 'newer-version' : 'damaged' };
  }
}

async function readRecord(source: Source, file: string, name: { kind: string; id: string }): Promise<Entry> {
  const newest = await attempt(source, file, name);
  if (newest.state === 'good') return { ...name, ...newest };
  // Only what can never be read again falls back: an older token must not stand in for one that may yet be read.
  if (newest.why === 'damaged' || newest.why === 'missing') {
    const previous = await attempt(source, previousOf(file), name);
    if (previous.state === 'good') return { ...name, state: 'previous', value: previous.value, why: newest.why };
  }
  return { ...name, state: 'unreadable', why: newest.why };
}

/** Reads every record among `names` (a folder's content) into memory, by file name and in the order of the names. */
export async function readRecords(source: Source, names: readonly string[]): Promise<Map<string, Entry>> {
  const files = [...new Set(names.map((name) => name.replace(/\.previous$/, '')))].sort();
  const records = files.flatMap((file) => {
    const name = recordOf(file);
    return name === null ? [] : [{ file, name }];
  });
  const read: (readonly [string, Entry])[] = [];
  const queue = records.entries();
  const readNext = async (): Promise<void> => {
    for (const [index, { file, name }] of queue) read[index] = [file, await readRecord(source, file, name)];
  };
  await Promise.all(Array.from({ length: filesOpenAtOnce }, readNext));
  return new Map(read);
}
