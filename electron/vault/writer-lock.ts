import { randomBytes } from 'node:crypto';
import { readFileSync, unlinkSync } from 'node:fs';
import { readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Computer } from './computer.ts';
import { errnoOf } from './errors.ts';
import { nodeFileSystem } from './file-system.ts';

/**
 * Who writes to a vault's folder. `started` tells a process from a later one of the same number; null where unknown. The
 * last three are the {@link Computer}'s; locks of older programs have none.
 */
const Holder = z.object({
  pid: z.int().min(1),
  host: z.string(),
  started: z.string().nullable(),
  computer: z.string().nullable().default(null),
  boot: z.string().nullable().default(null),
  processes: z.string().nullable().default(null),
});
type Holder = z.infer<typeof Holder>;

/** What came of asking for a folder. */
export type WriterLock =
  | {
      readonly state: 'held';
      /** Gives the folder free, at once; for the end of the process. */
      release(): void;
    }
  /** Another program has the vault open: on this computer, or on the one named `host`. `file` is its lock's name. */
  | {
      readonly state: 'in-use';
      readonly pid: number;
      readonly host: string;
      readonly isElsewhere: boolean;
      readonly file: string;
    };

const lockFile = /^writer-[0-9a-f]{16}\.lock$/;
/** How far a file's time and the system's start may be apart by rounding, in ms. */
const bootSlackMs = 10_000;

/** On Linux, which process has that number: the boot, and the tick it started in (proc(5), field 22). */
function startedAt(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, may hold anything; the fields after it start with the third.
    const started = status.slice(status.lastIndexOf(')') + 2).split(' ')[22 - 3];
    return started === undefined ? null : `${boot} ${started}`;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

/**
 * Whether the holder runs, or ran, on this computer. Its name is no proof against an id, but an id alone proves little
 * where it can be copied: two computers set up from one image have the same, and may share a network folder.
 */
function isOfThisComputer(holder: Holder, us: Computer): boolean {
  if (holder.boot !== null && holder.boot === us.boot) return true;
  if (holder.computer === null || us.id === null) return holder.host === us.name;
  return holder.computer === us.id && (us.isIdOfHardware || holder.host === us.name);
}

/** Whether the holder may still live: a process that cannot be asked counts as living. */
function mayLive(holder: Holder, writtenAtMs: number, us: Computer, isOwnDisk: boolean): boolean {
  const { pid, boot, processes, started } = holder;
  const isOtherBoot = boot !== null && us.boot !== null && boot !== us.boot;
  // A disk of our own has no other system writing to it: whatever did, under whichever name, has ended.
  if (isOtherBoot && isOwnDisk) return false;
  if (!isOfThisComputer(holder, us)) return true;
  if (isOtherBoot) return false;
  // Its number means nothing here: it runs in a container of its own.
  if (processes !== null && us.processes !== null && processes !== us.processes) return true;
  if (started !== null) return startedAt(pid) === started;
  // From before this system was started, so its number is somebody else's by now.
  if (writtenAtMs < Date.now() - uptime() * 1000 - bootSlackMs) return false;
  return isRunning(pid);
}

/** The living holder of a lock file; null where it has died, or the file is gone. */
async function holderOf(path: string, us: Computer, isOwnDisk: boolean): Promise<Holder | null> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    const holder = Holder.parse(JSON.parse(text));
    return mayLive(holder, mtimeMs, us, isOwnDisk) ? holder : null;
  } catch (error) {
    // A lock is renamed into place when it is whole: one that is not was cut short by a power cut.
    if (errnoOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** Puts our own lock into the folder; null where nothing can be written there. */
async function placeLock(folder: string, us: Computer): Promise<string | null> {
  const id = randomBytes(8).toString('hex');
  const file = `writer-${id}.lock`;
  const temporary = join(folder, `${file}.${id}.tmp`);
  const { id: computer, name: host, boot, processes } = us;
  const holder: Holder = { pid: process.pid, host, started: startedAt(process.pid), computer, boot, processes };
  try {
    await nodeFileSystem().makeFolder(folder);
    await writeFile(temporary, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    await rename(temporary, join(folder, file));
    return file;
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    if (['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS'].includes(errnoOf(error) ?? '')) return null;
    throw error;
  }
}

/**
 * Makes this process the only one that writes to `folder`, which is made if need be. Everyone who wants it first puts a
 * lock of its own there and then looks for others: so of two that come at once at least one sees the other, and there
 * are never two writers (there may be none, and both are told to try again). A lock stays behind after a SIGKILL; it is
 * taken away only if its process has certainly ended: it is not running on this computer, whose name may have changed
 * since, or the system that wrote to this computer's own disk was another one than runs now. On Linux a process is told
 * from a later one of the same number; elsewhere such a one keeps the folder in use until it ends, which errs to the
 * safe side.
 *
 * Where nothing can be written (a full disk, a read-only folder) there is nothing to lock: the vault can then be read,
 * as long as no one else has it.
 *
 * @throws what the file system throws otherwise
 */
export async function takeWriterLock(folder: string, us: Computer): Promise<WriterLock> {
  const own = await placeLock(folder, us);
  const release = (): void => {
    if (own === null) return;
    try {
      unlinkSync(join(folder, own));
    } catch {
      // Gone already, or not to be removed: our process's end is what frees the folder.
    }
  };
  try {
    const isOwnDisk = await us.ownsDiskOf(folder);
    for (const file of await readdir(folder)) {
      if (!lockFile.test(file) || file === own) continue;
      const holder = await holderOf(join(folder, file), us, isOwnDisk);
      if (holder !== null) {
        release();
        const { pid, host } = holder;
        return { state: 'in-use', pid, host, isElsewhere: !isOfThisComputer(holder, us), file };
      }
      await unlink(join(folder, file)).catch(() => undefined);
    }
  } catch (error) {
    release();
    throw error;
  }
  return { state: 'held', release };
}
