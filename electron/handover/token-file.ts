import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, lstat, open, readdir, realpath, rename, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileProblem } from '../contract/failure.ts';
import { diskErrorCodeOf, errnoOf } from '../vault/errors.ts';
import { retryWhileHeld } from '../vault/file-system.ts';
import { readFolderFacts, type HandOverPlace } from './folder-facts.ts';
import { judgeFolder, type FolderRefusal } from './judge-folder.ts';
import { sha256Of } from './sha256.ts';

/** Thrown by {@link TokenFiles}; its message is the problem alone. */
export class TokenFileError extends Error {
  readonly problem: FileProblem;
  readonly refusal: FolderRefusal | null;
  constructor(problem: FileProblem, refusal: FolderRefusal | null = null, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
    this.refusal = refusal;
  }
}

/** Whether a content with this SHA-256 (hex) is one that was written here. */
export type IsOurs = (sha256: string) => boolean;

/**
 * Files that hold an access token for another program: exactly its characters, without a line break, for the owner
 * only. Every act looks at the way and the folder anew; nothing follows a link or touches what is not ours.
 */
export type TokenFiles = {
  /** The path with the links of its folder resolved. Fails with `place`, or `changed` where something is there. */
  settle(path: string): Promise<string>;
  /** Writes a file that is not there yet. @param path from `settle` */
  create(path: string, text: string): Promise<void>;
  /** Puts another content in the place of ours, in one step and durably. */
  replace(path: string, text: string, isOurs: IsOurs): Promise<void>;
  /** Deletes our file. Fails with `folder-gone`, not `missing`, where a drive with it may have been taken out. */
  remove(path: string, isOurs: IsOurs): Promise<void>;
};

/** More than any token; what is longer is not ours. */
const MAX_BYTES = 256 * 1024;
const OWNER_ONLY = 0o600;
// Windows has none of the two, and there they count as 0: `lstat` looks before each opening.
const NO_FOLLOW = constants.O_NOFOLLOW | 0;
const NO_WAIT = constants.O_NONBLOCK | 0;

/** @param makePrivate narrows a file's rights to its owner where its mode does not (Windows); see {@link icaclsOwnerOnly} */
export function createTokenFiles(place: HandOverPlace, makePrivate: (path: string) => Promise<void>): TokenFiles {
  /** The way is what it was when it was settled, and its folder may hold a token. */
  async function refuseUnfit(path: string): Promise<void> {
    await refuseMoved(path);
    const refusal = judgeFolder(await readFolderFacts(dirname(path), place));
    if (refusal !== null) throw new TokenFileError('place', refusal);
  }

  async function writeTemporary(path: string, text: string): Promise<string> {
    const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`);
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | NO_FOLLOW;
    const file = await open(temporary, flags, OWNER_ONLY);
    try {
      // Before a single byte of the token is in it.
      if (place.platform === 'win32') await makePrivate(temporary);
      else if (((await file.stat()).mode & 0o077) !== 0) throw new TokenFileError('not-private');
      await file.writeFile(text);
      await file.sync();
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    } finally {
      await file.close();
    }
    return temporary;
  }

  /** Runs an act on a file whose way was looked at, and tells what went wrong in our words. */
  async function act(path: string, look: (path: string) => Promise<void>, run: () => Promise<void>): Promise<void> {
    try {
      await look(path);
      await clearTemporaries(path);
      await run();
      await syncFolder(dirname(path), place.platform);
    } catch (error) {
      throwProblem(error);
    }
  }

  return {
    async settle(path) {
      try {
        const settled = join(await realpath(dirname(path)), basename(path));
        await refuseUnfit(settled);
        if (await isThere(settled)) throw new TokenFileError('changed');
        return settled;
      } catch (error) {
        return throwProblem(error);
      }
    },
    create: (path, text) =>
      act(path, refuseUnfit, async () => {
        const temporary = await writeTemporary(path, text);
        try {
          await refuseMoved(path);
          await placeNew(temporary, path);
        } finally {
          await unlink(temporary).catch(() => undefined);
        }
      }),
    replace: (path, text, isOurs) =>
      act(path, refuseUnfit, async () => {
        await refuseForeign(path, isOurs);
        const temporary = await writeTemporary(path, text);
        try {
          // The writing took its time; what is looked at last is what is replaced.
          await refuseMoved(path);
          await refuseForeign(path, isOurs);
          await renameOver(temporary, path, place.platform);
        } catch (error) {
          await unlink(temporary).catch(() => undefined);
          throw error;
        }
      }),
    // Wherever it lies: in a folder that is refused by now it must stay least of all.
    async remove(path, isOurs) {
      if (!(await isThere(dirname(path)).catch(throwProblem))) throw new TokenFileError('folder-gone');
      await act(path, refuseMoved, async () => {
        await refuseForeign(path, isOurs);
        await (place.platform === 'win32' ? retryWhileHeld(() => unlink(path)) : unlink(path));
      });
    },
  };
}

/** Fails with `moved` where a folder on the way was replaced by a link since the path was settled. */
async function refuseMoved(path: string): Promise<void> {
  const folder = dirname(path);
  if ((await realpath(folder)) !== folder) throw new TokenFileError('moved');
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => {
      if (errnoOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

/** Fails with `missing` or `changed` unless a plain file with a content of ours is there; follows no link. */
async function refuseForeign(path: string, isOurs: IsOurs): Promise<void> {
  let file: FileHandle;
  try {
    if (!(await lstat(path)).isFile()) throw new TokenFileError('changed');
    file = await open(path, constants.O_RDONLY | NO_FOLLOW | NO_WAIT);
  } catch (error) {
    if (errnoOf(error) === 'ELOOP') throw new TokenFileError('changed', null, error);
    throw error;
  }
  try {
    const stats = await file.stat();
    if (!stats.isFile() || stats.size > MAX_BYTES) throw new TokenFileError('changed');
    if (!isOurs(sha256Of(await file.readFile()))) throw new TokenFileError('changed');
  } finally {
    await file.close();
  }
}

/** Gives a whole file its name, unless something has that name by then. */
async function placeNew(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    // Something has that name, or the file system has no hard links: then it is looked at a moment before.
    if (await isThere(path)) throw new TokenFileError('changed', null, error);
    await rename(temporary, path);
  }
}

async function renameOver(from: string, to: string, platform: NodeJS.Platform): Promise<void> {
  await (platform === 'win32' ? retryWhileHeld(() => rename(from, to)) : rename(from, to));
}

/** Removes what an interrupted write left beside the file. */
async function clearTemporaries(path: string): Promise<void> {
  const start = `.${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(start) && /^[0-9a-f]{16}\.tmp$/.test(name.slice(start.length))) {
      await unlink(join(dirname(path), name)).catch(() => undefined);
    }
  }
}

async function syncFolder(path: string, platform: NodeJS.Platform): Promise<void> {
  // Windows cannot open a folder for fsync; NTFS journals the rename itself.
  if (platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function throwProblem(error: unknown): never {
  if (error instanceof TokenFileError) throw error;
  const code = errnoOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') throw new TokenFileError('missing', null, error);
  const disk = diskErrorCodeOf(error);
  throw new TokenFileError(disk === 'not-durable' ? 'disk-error' : disk, null, error);
}
