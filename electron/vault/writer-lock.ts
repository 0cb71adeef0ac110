import { randomBytes } from 'node:crypto';
import { readFileSync, unlinkSync } from 'node:fs';
import { readdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { errnoOf } from './errors.ts';
import { nodeFileSystem } from './file-system.ts';

/** Who writes to a vault's folder. `started` tells a process from a later one of the same number; null where unknown. */
const Holder = z.object({ pid: z.int().min(1), host: z.string(), started: z.string().nullable() });
type Holder = z.infer<typeof Holder>;

/** What came of asking for a folder. */
export type WriterLock =
  | {
      readonly state: 'held';
      /** Gives the folder free, at once; for the end of the process. */
      release(): void;
    }
  /** Another program has the vault open: on this computer, or on the one named `host`. `file` is its lock's name. */
  | { readonly state: 'in-use'; readonly pid: number; readonly host: string; readonly file: string };

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

/** A process on another computer cannot be asked: it counts as living. */
function isAlive({ pid, host, started }: Holder, writtenAtMs: number): boolean {
  if (host !== hostname()) return true;
  if (started !== null) return startedAt(pid) === started;
  // From before this system was started, so its number is somebody else's by now.
  if (writtenAtMs < Date.now() - uptime() * 1000 - bootSlackMs) return false;
  return isRunning(pid);
}

/** The living holder of a lock file; null where it has died, or the file is gone. */
async function holderOf(path: string): Promise<Holder | null> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    const holder = Holder.parse(JSON.parse(text));
    return isAlive(holder, mtimeMs) ? holder : null;
  } catch (error) {
    // A lock is renamed into place when it is whole: one that is not was cut short by a power cut.
    if (errnoOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}

/** Puts our own lock into the folder; null where nothing can be written there. */
async function placeLock(folder: string): Promise<string | null> {
  const id = randomBytes(8).toString('hex');
  const file = `writer-${id}.lock`;
  const temporary = join(folder, `${file}.${id}.tmp`);
  const holder: Holder = { pid: process.pid, host: hostname(), started: startedAt(process.pid) };
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
 * taken away only if its process no longer runs on this computer. On Linux a process is told from a later one of the
 * same number; elsewhere such a one keeps the folder in use until it ends, which errs to the safe side.
 *
 * Where nothing can be written (a full disk, a read-only folder) there is nothing to lock: the vault can then be read,
 * as long as no one else has it.
 *
 * @throws what the file system throws otherwise
 */
export async function takeWriterLock(folder: string): Promise<WriterLock> {
  const own = await placeLock(folder);
  const release = (): void => {
    if (own === null) return;
    try {
      unlinkSync(join(folder, own));
    } catch {
      // Gone already, or not to be removed: our process's end is what frees the folder.
    }
  };
  try {
    for (const file of await readdir(folder)) {
      if (!lockFile.test(file) || file === own) continue;
      const holder = await holderOf(join(folder, file));
      if (holder !== null) {
        release();
        return { state: 'in-use', pid: holder.pid, host: holder.host, file };
      }
      await unlink(join(folder, file)).catch(() => undefined);
    }
  } catch (error) {
    release();
    throw error;
  }
  return { state: 'held', release };
}
