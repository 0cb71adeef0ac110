import { execFile, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { atExit } from '../../build/scripts/at-exit.mjs';
import { endingOf, wrongWithLater, type FaultProgram, type FaultWorld } from './fault-world.ts';
import type { Trial, Trials } from './renewal-fault.ts';

const run = promisify(execFile);
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** Real disks that refuse: a full one, one that is mounted for reading only, a folder that may not be written. */
export async function placeTrials(world: FaultWorld, base: string): Promise<Trials> {
  const mounted = await mount(join(base, 'small'));
  const trials: Trial[] = [];
  const notMeasured: string[] = [];
  if (mounted === null) notMeasured.push('a full tmpfs and one that is read only: this user cannot mount one');
  else {
    const program = await world.openProgram('small');
    trials.push(
      { kind: 'a tmpfs that is full', run: () => placeTrial(program, mounted.fill, mounted.empty) },
      { kind: 'a file system that is read only', run: () => placeTrial(program, mounted.freeze, mounted.thaw) },
      { kind: 'a tmpfs that is full', run: () => mounted.unmount(program) },
    );
  }
  if (process.platform === 'win32') notMeasured.push('a folder that may not be written: Windows has no such bit');
  else {
    const program = await world.openProgram('folder');
    const [close, open] = folderLock(program.vaultFolder);
    trials.push({ kind: 'a folder that may not be written', run: () => placeTrial(program, close, open) });
  }
  return { trials, notMeasured };
}

/** Nothing may be sent that could not be kept; the program goes on and works once the disk does. */
async function placeTrial(
  program: FaultProgram,
  spoil: () => Promise<void>,
  mend: () => Promise<void>,
): Promise<string | null> {
  const id = await program.borrow();
  const spent = program.grant(id).refreshToken?.value;
  await spoil();
  const ending = await endingOf(program.running().renew(id)).finally(mend);
  if (ending.wrong !== null) return ending.wrong;
  if (ending.code === null) return 'told as renewed';
  if (program.grant(id).refreshToken?.value !== spent) return 'the stored token changed';
  return (await program.wrongWith(id)) ?? wrongWithLater(program, id);
}

type Mounted = {
  fill(): Promise<void>;
  empty(): Promise<void>;
  freeze(): Promise<void>;
  thaw(): Promise<void>;
  unmount(program: FaultProgram): Promise<null>;
};

/** A tmpfs of 1 MiB at `folder`; null where this user cannot mount one. */
async function mount(folder: string): Promise<Mounted | null> {
  if (!isRoot || process.platform !== 'linux') return null;
  await mkdir(folder, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=700', 'tmpfs', folder]);
  } catch {
    return null;
  }
  // However this process ends.
  const forget = atExit(() => void spawnSync('umount', ['-l', folder]));
  const ballast = join(folder, 'ballast');
  const page = Buffer.alloc(4096);
  return {
    async fill() {
      for (;;) {
        try {
          await writeFile(ballast, page, { flag: 'a' });
        } catch {
          return;
        }
      }
    },
    empty: () => rm(ballast),
    freeze: () => run('mount', ['-o', 'remount,ro', folder]).then(() => undefined),
    thaw: () => run('mount', ['-o', 'remount,rw', folder]).then(() => undefined),
    async unmount(program) {
      await program.close();
      await run('umount', [folder]);
      forget();
      return null;
    },
  };
}

/** Takes the right to write from a folder, and gives it back. Root has every right: it becomes another for so long. */
function folderLock(folder: string): readonly [() => Promise<void>, () => Promise<void>] {
  const own = async (owner: number): Promise<void> => {
    for (const name of await readdir(folder)) await chown(join(folder, name), owner, owner);
    await chown(folder, owner, owner);
  };
  return [
    async () => {
      if (isRoot) await own(nobody);
      await chmod(folder, 0o500);
      if (isRoot) process.seteuid?.(nobody);
    },
    async () => {
      if (isRoot) process.seteuid?.(0);
      await chmod(folder, 0o700);
      if (isRoot) await own(0);
    },
  ];
}
