import fs, { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { errnoOf } from '../vault/errors.ts';
import { nodeFileSystem } from '../vault/file-system.ts';
import { MAX_LINE_BYTES } from './block.ts';

/** All that the activity log asks of a file system; errors are Node's, with their `code`. Passed in, so that faults can be. */
export type LogFiles = {
  /** The months there are files of (`2026-11`), the oldest first. */
  months(): Promise<readonly string[]>;
  /** Adds to the end of a month's file, making it if need be; resolves once the bytes are on the disk itself. */
  append(month: string, text: string): Promise<void>;
  /** The lines of a month, the last first; reads no more of the file than is asked for. */
  linesFromEnd(month: string): AsyncIterable<string>;
  /** Null where there is none. */
  readHead(): Promise<Uint8Array | null>;
  /** Replaces the head in place; the first one is on the disk itself when this resolves. */
  writeHead(sealed: Uint8Array): Promise<void>;
};

const monthFile = /^activity-([0-9]{4}-[0-9]{2})\.log$/;
const CHUNK_BYTES = 64 * 1024;
const ownerOnly = 0o600;

// The callback forms, which cost less: hundreds of renewals in a row note hundreds of entries.
const [openFile, closeFile, statOpened] = [promisify(fs.open), promisify(fs.close), promisify(fs.fstat)];
const [appendTo, writeAt, datasync, sync] = [
  promisify(fs.appendFile),
  promisify(fs.write),
  promisify(fs.fdatasync),
  promisify(fs.fsync),
];

/** The files in `folder`, readable and writable by their owner only. */
export function nodeLogFiles(folder: string): LogFiles {
  const files = nodeFileSystem();
  const pathOf = (month: string): string => join(folder, `activity-${month}.log`);
  const headPath = join(folder, 'activity-head');
  /** Those whose names are on the disk. */
  const known = new Set<string>();

  /** Opens with what `flags` say, writes, and makes a new file's name durable too. */
  async function write(path: string, flags: number, act: (file: number, isNew: boolean) => Promise<unknown>) {
    const made = flags | constants.O_CREAT;
    const file = await openFile(path, known.has(path) ? flags : made, ownerOnly).catch(async (error: unknown) => {
      if (errnoOf(error) !== 'ENOENT') throw error;
      known.delete(path);
      await files.makeFolder(folder);
      return openFile(path, made, ownerOnly);
    });
    try {
      const isNew = !known.has(path) && (await statOpened(file)).size === 0;
      await act(file, isNew);
      if (isNew) await files.syncFolder(folder);
      known.add(path);
    } finally {
      await closeFile(file);
    }
  }

  return {
    async months() {
      const names = await files.readFolder(folder).catch((error: unknown) => {
        if (errnoOf(error) === 'ENOENT') return [];
        throw error;
      });
      return names.flatMap((name) => monthFile.exec(name)?.[1] ?? []).sort();
    },
    append: (month, text) =>
      write(pathOf(month), constants.O_WRONLY | constants.O_APPEND, async (file) => {
        await appendTo(file, text, 'latin1');
        await datasync(file);
      }),
    linesFromEnd: (month) => linesFromEnd(pathOf(month)),
    async readHead() {
      try {
        return await files.readFile(headPath);
      } catch (error) {
        if (errnoOf(error) === 'ENOENT') return null;
        throw error;
      }
    },
    writeHead: (sealed) =>
      write(headPath, constants.O_WRONLY, async (file, isNew) => {
        await writeAt(file, sealed, 0, sealed.length, 0);
        // Later ones need no fsync: a head that is behind only notices less, and it is never ahead of what is on the disk.
        if (isNew) await sync(file);
      }),
  };
}

/** The lines of a file, the last first. Of one that is longer than any can be, no more is held than shows that. */
async function* linesFromEnd(path: string): AsyncGenerator<string> {
  const file = await open(path, 'r');
  try {
    let position = (await file.stat()).size;
    let rest = '';
    while (position > 0) {
      const length = Math.min(CHUNK_BYTES, position);
      position -= length;
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      const lines = `${buffer.toString('latin1', 0, bytesRead)}${rest}`.split('\n');
      for (let index = lines.length - 1; index > 0; index -= 1) yield lines[index] ?? '';
      rest = (lines[0] ?? '').slice(0, MAX_LINE_BYTES + 1);
    }
    yield rest;
  } finally {
    await file.close();
  }
}
