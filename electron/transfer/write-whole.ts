import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { FailureError } from '../contract/failure.ts';
import { diskErrorCodeOf, errnoOf } from '../vault/errors.ts';
import type { VaultFileSystem } from '../vault/file-system.ts';

/** Why a file could not be written into a folder the user chose. */
export type WriteTrouble = 'folder-gone' | 'disk-full' | 'no-permission' | 'disk-error';

/** The file was not written, or not for good. Its message is the trouble alone. */
export class WriteWholeError extends Error {
  readonly trouble: WriteTrouble;
  /** The new file may stand under its name all the same. */
  readonly mayStand: boolean;
  constructor(trouble: WriteTrouble, mayStand: boolean, cause: unknown) {
    super(trouble, { cause });
    this.trouble = trouble;
    this.mayStand = mayStand;
  }
}

/** What writing in a folder that was not made by this program failed with. */
export function writeTroubleOf(error: unknown): WriteTrouble {
  if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return 'folder-gone';
  const code = diskErrorCodeOf(error);
  return code === 'not-durable' ? 'disk-error' : code;
}

/**
 * Writes a whole file for its owner only (0600), replacing one that is there: to a name beside it, fsync, rename, fsync
 * of the folder. Under `path` stands the old file or the new one, never a part; and no generation is kept, since the
 * folder is the user's. The folder is never made: a stick that was pulled out leaves its mount point behind.
 *
 * @param refuse looks at the name once more, in the last moment before it is taken; whatever it throws is thrown on
 * @throws WriteWholeError; a temporary file is left only where even that could not be removed.
 */
export async function writeWhole(
  fs: VaultFileSystem,
  path: string,
  bytes: Uint8Array,
  refuse: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const temporary = `${path}.${randomBytes(8).toString('hex')}.tmp`;
  let renaming = false;
  try {
    const file = await fs.create(temporary);
    try {
      await file.write(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await refuse();
    renaming = true;
    await fs.rename(temporary, path);
  } catch (error) {
    const isCleared = await fs.unlink(temporary).then(
      () => true,
      () => false,
    );
    if (error instanceof FailureError) throw error;
    // Over a network a rename may be done and still be answered with an error: then the temporary name is gone.
    throw new WriteWholeError(writeTroubleOf(error), renaming && !isCleared, error);
  }
  try {
    await fs.syncFolder(dirname(path));
  } catch (error) {
    throw new WriteWholeError(writeTroubleOf(error), true, error);
  }
}
