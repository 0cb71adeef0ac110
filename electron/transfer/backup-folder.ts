import { join } from 'node:path';
import type { VaultFileSystem } from '../vault/file-system.ts';
import { readStart } from './read-start.ts';
import { MAX_HEADER_BYTES, readHeader, type TransferHeader } from './transfer-file.ts';
import { writeWhole } from './write-whole.ts';

/** How many files a backup plan keeps. */
export const BACKUPS_KEPT = 14;
/** Computers that share one folder each take a name of their own on the same day; more of them than this do not. */
const NAMES_A_DAY = 50;

const backupName = /^taxpass-backup-\d{4}-\d{2}-\d{2}(?:-\d{1,2})?\.taxpass(?<temporary>\.[0-9a-f]{16}\.tmp)?$/;

/** A file in the folder by its header; null where it is no transfer file, or cannot be read. */
async function headerOf(folder: string, name: string): Promise<TransferHeader | null> {
  try {
    return readHeader(await readStart(join(folder, name), MAX_HEADER_BYTES)).header;
  } catch {
    return null;
  }
}

/** A plan's files are known by the salt in their header: every plan has one of its own. */
function isOwn(header: TransferHeader | null, salt: string): header is TransferHeader {
  return header?.purpose === 'backup' && header.derivation.salt === salt;
}

/**
 * Writes a day's backup into `folder`, replacing one that the same plan wrote that day and nothing else, and removes
 * what the plan has too many. Gives the file's name.
 *
 * @param day as `2027-01-31`
 * @param salt of the plan; only files that bear it are ever replaced or removed
 * @throws WriteWholeError, or the file system's error where the folder cannot be read
 */
export async function writeBackup(
  fs: VaultFileSystem,
  folder: string,
  day: string,
  salt: string,
  bytes: Uint8Array,
): Promise<string> {
  const names = await fs.readFolder(folder);
  const name = await freeName(folder, names, day, salt);
  await writeWhole(fs, join(folder, name), bytes);
  await prune(fs, folder, names, name, salt);
  return name;
}

async function freeName(folder: string, names: readonly string[], day: string, salt: string): Promise<string> {
  // Two names that differ in case alone are one file on Windows and macOS.
  const taken = new Set(names.map((name) => name.toLowerCase()));
  for (let number = 1; number <= NAMES_A_DAY; number++) {
    const name = `taxpass-backup-${day}${number === 1 ? '' : `-${number}`}.taxpass`;
    if (!taken.has(name) || isOwn(await headerOf(folder, name), salt)) return name;
  }
  throw Object.assign(new Error('EEXIST: no name is free'), { code: 'EEXIST' });
}

/** What cannot be removed stays: too many backups are no reason to call the new one failed. */
async function prune(
  fs: VaultFileSystem,
  folder: string,
  names: readonly string[],
  written: string,
  salt: string,
): Promise<void> {
  const own: { name: string; createdAt: number }[] = [];
  const leftByCrash: string[] = [];
  for (const name of new Set(names)) {
    const match = backupName.exec(name);
    if (match === null || name === written) continue;
    const header = await headerOf(folder, name);
    if (!isOwn(header, salt)) continue;
    if (match.groups?.['temporary'] === undefined) own.push({ name, createdAt: header.createdAt });
    else leftByCrash.push(name);
  }
  own.sort((a, b) => b.createdAt - a.createdAt);
  const tooMany = own.slice(BACKUPS_KEPT - 1).map(({ name }) => name);
  for (const name of [...tooMany, ...leftByCrash]) await fs.unlink(join(folder, name)).catch(() => undefined);
}
