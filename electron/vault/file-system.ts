import fs, { constants } from 'node:fs';
import { chmod, lstat, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { errnoOf } from './errors.ts';

/** A file being written. */
export interface WritableFile {
  /** Writes all of `bytes`. */
  write(bytes: Uint8Array): Promise<void>;
  /** fsync: resolves once the bytes are on the disk itself (libuv uses F_FULLFSYNC on macOS). */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** All that the vault asks of a file system; errors are Node's, with their `code`. Passed in, so that faults can be. */
export interface VaultFileSystem {
  /** The bytes of a file; a link in its place is not followed (ELOOP), where the system can refuse that. */
  readFile(path: string): Promise<Uint8Array>;
  /** The names in a folder. */
  readFolder(path: string): Promise<readonly string[]>;
  /**
   * Makes the folder and those above it, durably, for its owner only (0700); narrows one that was there. One that is a
   * link is followed to a folder of the same user only (EPERM).
   */
  makeFolder(path: string): Promise<void>;
  /** Creates a file that must not exist yet, readable and writable by its owner only (0600). */
  create(path: string): Promise<WritableFile>;
  /** A second name for the same file (hard link). */
  link(existing: string, path: string): Promise<void>;
  /** Replaces `to` in one step. */
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** fsync of a folder: resolves once its names are on the disk. Does nothing where there is no such thing. */
  syncFolder(path: string): Promise<void>;
}

/** No link is followed, and a pipe under a record's name does not keep the opening waiting. Windows has neither flag. */
const plainFile: number = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

// The callback forms: for a thousand small files they take two thirds of the time of those in node:fs/promises.
const [openFile, closeFile] = [promisify(fs.open), promisify(fs.close)];
const [readOpened, writeOpened, syncOpened] = [promisify(fs.readFile), promisify(fs.writeFile), promisify(fs.fsync)];
const [link, rename, unlink] = [promisify(fs.link), promisify(fs.rename), promisify(fs.unlink)];

async function readWhole(path: string): Promise<Uint8Array> {
  const file = await openFile(path, plainFile);
  try {
    return await readOpened(file);
  } finally {
    await closeFile(file);
  }
}

const ownerOnlyFile = 0o600;
const ownerOnlyFolder = 0o700;

async function syncFolder(path: string, platform: NodeJS.Platform): Promise<void> {
  // Windows cannot open a folder for fsync; NTFS journals the rename itself.
  if (platform === 'win32') return;
  const folder = await openFile(path, 'r');
  try {
    await syncOpened(folder);
  } catch (error) {
    // Some network and FUSE file systems have no fsync for folders and say so in these words.
    if (!['EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(errnoOf(error) ?? '')) throw error;
  } finally {
    await closeFile(folder);
  }
}

async function makeFolder(path: string, platform: NodeJS.Platform): Promise<void> {
  const firstMade = await mkdir(path, { recursive: true, mode: ownerOnlyFolder });
  if (firstMade !== undefined) {
    const top = dirname(resolve(firstMade));
    for (let parent = dirname(resolve(path)); ; parent = dirname(parent)) {
      await syncFolder(parent, platform);
      if (parent === top) return;
    }
  }
  if (platform !== 'win32' && (await lstat(path)).isSymbolicLink() && (await stat(path)).uid !== process.getuid?.()) {
    throw Object.assign(new Error('the folder is a link to another user’s'), { code: 'EPERM' });
  }
  if (platform === 'win32' || ((await stat(path)).mode & 0o777) === ownerOnlyFolder) return;
  // A file system without permissions (FAT, some shares) refuses; what is inside is sealed all the same.
  await chmod(path, ownerOnlyFolder).catch(() => undefined);
}

/** A virus scanner or indexer may hold a file for a moment on Windows; `pausesMs` are waited between the tries. */
export async function retryWhileHeld(
  act: () => Promise<void>,
  pausesMs: readonly number[] = [10, 20, 50, 100, 200, 400],
): Promise<void> {
  for (const pause of pausesMs) {
    try {
      await act();
      return;
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error) ?? '')) throw error;
      await wait(pause);
    }
  }
  await act();
}

/** The real file system. */
export function nodeFileSystem(platform: NodeJS.Platform = process.platform): VaultFileSystem {
  return {
    readFile: (path) => readWhole(path),
    readFolder: (path) => readdir(path),
    makeFolder: (path) => makeFolder(path, platform),
    create: async (path) => {
      const file = await openFile(path, 'wx', ownerOnlyFile);
      return {
        write: (bytes) => writeOpened(file, bytes),
        sync: () => syncOpened(file),
        close: () => closeFile(file),
      };
    },
    link: (existing, path) => link(existing, path),
    rename: (from, to) => (platform === 'win32' ? retryWhileHeld(() => rename(from, to)) : rename(from, to)),
    unlink: (path) => (platform === 'win32' ? retryWhileHeld(() => unlink(path)) : unlink(path)),
    syncFolder: (path) => syncFolder(path, platform),
  };
}
