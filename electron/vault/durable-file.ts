import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { diskErrorCodeOf, errnoOf, VaultError } from './errors.ts';
import type { VaultFileSystem } from './file-system.ts';

const temporaryName = /\.[0-9a-f]{16}\.tmp$/;

/** File systems without hard links (FAT, some network and FUSE ones) answer with one of these. */
const noHardLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EXDEV'];

/** Where the last good generation of the file at `path` is kept. */
export function previousOf(path: string): string {
  return `${path}.previous`;
}

function temporaryOf(path: string): string {
  return `${path}.${randomBytes(8).toString('hex')}.tmp`;
}

/** A name beside `path` under which an unreadable file stays for whoever can still make something of it. */
export function damagedOf(path: string): string {
  return `${path}.damaged-${randomBytes(8).toString('hex')}`;
}

async function unlinkIfThere(fs: VaultFileSystem, path: string): Promise<void> {
  try {
    await fs.unlink(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

/** Gives the file at `path` the name `keepAs` as well, by way of `second`, so that `path` is never without a file. */
async function keepCurrent(fs: VaultFileSystem, path: string, keepAs: string, second: string): Promise<void> {
  try {
    await fs.link(path, second);
  } catch (error) {
    const code = errnoOf(error) ?? '';
    if (code === 'ENOENT') return;
    if (!noHardLinks.includes(code)) throw error;
    // Without links the name is empty for a moment; readers take `.previous` where the file itself is missing.
    await fs.rename(path, keepAs);
    return;
  }
  await fs.rename(second, keepAs);
  // After an interrupted write both names may already be one file, and rename then leaves the second name standing.
  await unlinkIfThere(fs, second);
}

/**
 * Replaces the file at `path` by `bytes`. Resolves once the new content would survive a power cut; a crash at any
 * point leaves the old or the new content, never neither. The file that was there is kept as `keepAs`
 * (`<name>.previous` unless told), and no byte of it is written again.
 *
 * Own code, because write-file-atomic does not fsync the folder (the rename itself may be lost) and cannot keep a
 * generation.
 *
 * @throws VaultError `disk-full`, `no-permission` or `disk-error`: the old content stands and no temporary file is
 * left; `not-durable`: the new content stands, but the folder could not be synced.
 */
export async function writeDurably(
  fs: VaultFileSystem,
  path: string,
  bytes: Uint8Array,
  keepAs: string = previousOf(path),
): Promise<void> {
  const [temporary, second] = [temporaryOf(path), temporaryOf(path)];
  try {
    const file = await fs.create(temporary);
    try {
      await file.write(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await keepCurrent(fs, path, keepAs, second);
    await fs.rename(temporary, path);
  } catch (error) {
    // What failed is what is worth telling; a temporary file that stays is cleared at the next opening.
    for (const name of [temporary, second]) await fs.unlink(name).catch(() => undefined);
    throw new VaultError(diskErrorCodeOf(error), basename(path), error);
  }
  await syncNames(fs, dirname(path), basename(path));
}

async function syncNames(fs: VaultFileSystem, folder: string, file: string): Promise<void> {
  try {
    await fs.syncFolder(folder);
  } catch (error) {
    throw new VaultError('not-durable', file, error);
  }
}

/**
 * Removes the file at `path` and all that stands beside it under its name (the previous generation, damaged and
 * temporary files). The file itself goes last, so that a crash never brings an older generation to light.
 *
 * @throws VaultError as {@link writeDurably}; a file that is not there is no error.
 */
export async function removeDurably(fs: VaultFileSystem, path: string): Promise<void> {
  const [folder, file] = [dirname(path), basename(path)];
  try {
    const names = await fs.readFolder(folder);
    for (const name of names) if (name.startsWith(`${file}.`)) await unlinkIfThere(fs, join(folder, name));
    await unlinkIfThere(fs, path);
  } catch (error) {
    throw new VaultError(diskErrorCodeOf(error), file, error);
  }
  await syncNames(fs, folder, file);
}

/** Removes what interrupted writes left in `folder`; `names` is what it holds. */
export async function clearTemporaryFiles(
  fs: VaultFileSystem,
  folder: string,
  names: readonly string[],
): Promise<void> {
  for (const name of names) if (temporaryName.test(name)) await unlinkIfThere(fs, join(folder, name));
}
