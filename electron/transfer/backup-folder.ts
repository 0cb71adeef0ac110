import type { KeyObject } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { VaultFileSystem } from '../vault/file-system.ts';
import { readStart } from './read-start.ts';
import {
  headerSealedBy,
  MAX_HEADER_BYTES,
  MAX_TRANSFER_BYTES,
  readHeader,
  type TransferHeader,
} from './transfer-file.ts';
import { writeWhole } from './write-whole.ts';

/** How many files a backup plan keeps. */
export const BACKUPS_KEPT = 14;
/** Computers that share one folder each take a name of their own on the same day; more of them than this do not. */
const NAMES_A_DAY = 50;

const backupName = /^taxpass-backup-\d{4}-\d{2}-\d{2}(?:-\d{1,2})?\.taxpass$/;
/** What an interrupted write leaves: of a backup, or of a move under the name that is suggested for one. */
const temporaryName = /^taxpass-(?:backup-)?\d{4}-\d{2}-\d{2}(?:-\d{1,2})?\.taxpass\.[0-9a-f]{16}\.tmp$/;
/** No write takes as long, ms: what is older is nobody's any more, also where computers share the folder. */
const STALE_MS = 24 * 60 * 60_000;

/** A day's backup as it is to be written. */
export type DayBackup = {
  /** As `2027-01-31`. */
  readonly day: string;
  readonly bytes: Uint8Array;
  /** Of the plan; every plan has one of its own. */
  readonly salt: string;
  /** The plan's key: only whole files that it sealed are ever replaced or removed. */
  readonly key: KeyObject;
  /** Whether to remove what the plan has too many. */
  readonly prunes: boolean;
  /** Wall clock, epoch ms. */
  readonly now: number;
};

/**
 * Writes a day's backup into `folder`, replacing one that the same plan wrote that day and nothing else, and removes
 * what the plan has too many. Gives the file's name.
 *
 * @throws WriteWholeError, or the file system's error where the folder cannot be read
 */
export async function writeBackup(fs: VaultFileSystem, folder: string, backup: DayBackup): Promise<string> {
  const names = await fs.readFolder(folder);
  const name = await freeName(folder, names, backup);
  await writeWhole(fs, join(folder, name), backup.bytes);
  await prune(fs, folder, names, name, backup);
  return name;
}

/** A file in the folder that says it is the plan's; null where it does not, or cannot be read. Anybody can say so. */
async function claimedHeader(folder: string, name: string, { salt }: DayBackup): Promise<TransferHeader | null> {
  try {
    const { header } = readHeader(await readStart(join(folder, name), MAX_HEADER_BYTES));
    return header.purpose === 'backup' && header.derivation.salt === salt ? header : null;
  } catch {
    return null;
  }
}

/** The header of a file that the plan sealed; null for any other. */
async function ownHeader(folder: string, name: string, backup: DayBackup): Promise<TransferHeader | null> {
  if ((await claimedHeader(folder, name, backup)) === null) return null;
  const bytes = await readStart(join(folder, name), MAX_TRANSFER_BYTES).catch(() => null);
  return bytes && headerSealedBy(backup.key, bytes);
}

/** A regular file that nobody has written to for a day; a power cut often leaves one without a byte in it. */
async function isStale(path: string, { now }: DayBackup): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isFile() && now - stats.mtimeMs > STALE_MS,
    () => false,
  );
}

async function freeName(folder: string, names: readonly string[], backup: DayBackup): Promise<string> {
  // Two names that differ in case alone are one file on Windows and macOS.
  const taken = new Set(names.map((name) => name.toLowerCase()));
  for (let number = 1; number <= NAMES_A_DAY; number++) {
    const name = `taxpass-backup-${backup.day}${number === 1 ? '' : `-${number}`}.taxpass`;
    if (!taken.has(name) || (await ownHeader(folder, name, backup)) !== null) return name;
  }
  throw Object.assign(new Error('EEXIST: no name is free'), { code: 'EEXIST' });
}

/** What cannot be removed stays: too many backups are no reason to call the new one failed. */
async function prune(
  fs: VaultFileSystem,
  folder: string,
  names: readonly string[],
  written: string,
  backup: DayBackup,
): Promise<void> {
  const own: { name: string; createdAt: number }[] = [];
  const leftByCrash: string[] = [];
  for (const name of new Set(names)) {
    if (temporaryName.test(name)) {
      // A part of a file proves nothing; under such a name nobody keeps anything.
      const isLeft =
        (await claimedHeader(folder, name, backup)) !== null || (await isStale(join(folder, name), backup));
      if (isLeft) leftByCrash.push(name);
      continue;
    }
    if (!backupName.test(name) || name === written) continue;
    const header = backup.prunes ? await ownHeader(folder, name, backup) : null;
    if (header !== null) own.push({ name, createdAt: header.createdAt });
  }
  own.sort((a, b) => b.createdAt - a.createdAt);
  const tooMany = own.slice(BACKUPS_KEPT - 1).map(({ name }) => name);
  for (const name of [...tooMany, ...leftByCrash]) await fs.unlink(join(folder, name)).catch(() => undefined);
}
