import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readComputer, type Computer } from '../../electron/vault/computer.ts';
import { takeWriterLock, type WriterLock } from '../../electron/vault/writer-lock.ts';
import { temporaryFolder } from './vault-faults.ts';

const vaultFolder = join(import.meta.dirname, '../../electron/vault');
const us = await readComputer();

/** Takes the lock in a process of its own, says how that went on its stdout, and stays. */
const program = `
  import { readComputer } from ${JSON.stringify(join(vaultFolder, 'computer.ts'))};
  import { takeWriterLock } from ${JSON.stringify(join(vaultFolder, 'writer-lock.ts'))};
  const lock = await takeWriterLock(process.argv[2], await readComputer());
  process.stdout.write(lock.state + '\\n');
  process.stdin.resume();
  process.stdin.on('end', () => { if (lock.state === 'held') lock.release(); process.exit(0); });
`;

async function compiled(): Promise<string> {
  const { build } = await import('vite');
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'entry.mjs'), program);
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(folder, 'entry.mjs'),
      outDir: join(folder, 'out'),
      rolldownOptions: { output: { entryFileNames: 'entry.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(folder, 'out', 'entry.mjs');
}

async function another(script: string, folder: string): Promise<{ state: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [script, folder], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { state: line.toString().trim(), child };
}

async function locksIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('writer-'));
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

describe('two processes', () => {
  it('never both have a folder; after SIGKILL, and after an orderly end, the next one has it', async () => {
    const script = await compiled();
    const folder = join(await temporaryFolder(), 'vault');
    const first = await another(script, folder);
    expect(first.state).toBe('held');
    expect(await takeWriterLock(folder, us)).toMatchObject({ state: 'in-use', pid: first.child.pid, host: us.name });
    expect((await another(script, folder)).state).toBe('in-use');
    expect(await locksIn(folder)).toHaveLength(1);

    await kill(first.child);
    expect(await locksIn(folder)).toHaveLength(1);
    const second = await another(script, folder);
    expect(second.state).toBe('held');
    expect(await locksIn(folder)).toHaveLength(1);

    const ended = once(second.child, 'exit');
    second.child.stdin?.end();
    await ended;
    expect(await locksIn(folder)).toEqual([]);
    expect((await takeWriterLock(folder, us)).state).toBe('held');
  }, 60_000);

  it('never both have it when many come at once to a dead one’s lock', async () => {
    const script = await compiled();
    for (let round = 0; round < 3; round++) {
      const folder = join(await temporaryFolder(), 'vault');
      await kill((await another(script, folder)).child);
      const states = await Promise.all(Array.from({ length: 4 }, () => another(script, folder)));
      expect(states.filter(({ state }) => state === 'held').length).toBeLessThanOrEqual(1);
      for (const { child } of states) await kill(child);
      expect((await another(script, folder)).state).toBe('held');
    }
  }, 120_000);
});

describe('a lock that lies there', () => {
  async function withLock(content: string, atMs = Date.now(), on: Computer = us) {
    const folder = join(await temporaryFolder(), 'vault');
    await mkdir(folder);
    const path = join(folder, 'writer-0123456789abcdef.lock');
    await writeFile(path, content);
    await utimes(path, atMs / 1000, atMs / 1000);
    return { folder, lock: await takeWriterLock(folder, on) };
  }
  /** As a version before this wrote it. */
  const here = { pid: process.pid, host: us.name, started: null };
  const gone = 2 ** 22 + 1;

  it('counts while its process runs, and where nobody can know', async () => {
    expect((await withLock(JSON.stringify(here))).lock).toMatchObject({ state: 'in-use', isElsewhere: false });
    const elsewhere = { ...here, pid: gone, host: 'another-computer' };
    expect((await withLock(JSON.stringify(elsewhere))).lock).toEqual({
      state: 'in-use',
      pid: elsewhere.pid,
      host: 'another-computer',
      isElsewhere: true,
      file: 'writer-0123456789abcdef.lock',
    });
  });

  it('is taken away when its process is gone, its number is another’s, or the system was started since', async () => {
    const dead = [
      [{ ...here, pid: gone }, Date.now()],
      [{ ...here, started: 'another-boot 17' }, Date.now()],
      [here, Date.now() - 20 * 365 * 24 * 3_600_000],
    ] as const;
    for (const [holder, atMs] of dead.slice(process.platform === 'linux' ? 0 : 2)) {
      const { folder, lock } = await withLock(JSON.stringify(holder), atMs);
      expect(lock.state, JSON.stringify(holder)).toBe('held');
      expect(await locksIn(folder)).toHaveLength(1);
    }
  });

  it('is taken away when a power cut left it empty or cut', async () => {
    for (const content of ['', '{"pid":', '{"pid":"one"}']) expect((await withLock(content)).lock.state).toBe('held');
  });

  describe('between computers', () => {
    const shared = { processes: null, ownsDiskOf: () => Promise.resolve(false) };
    const mine = { id: 'this one', isIdOfHardware: false, name: 'office', boot: 'today', ...shared };
    const lockOf = (part: Partial<Computer>, pid: number = process.pid): string => {
      const { id, name, boot, processes } = { ...mine, ...part };
      return JSON.stringify({ pid, host: name, started: null, computer: id, boot, processes });
    };
    const comes = async (lock: string, part: Partial<Computer> = {}): Promise<string> =>
      (await withLock(lock, Date.now(), { ...mine, ...part })).lock.state;

    it('a name that changed since the crash keeps nobody out', async () => {
      // After a power cut, under the name the network gives it now.
      const cut = lockOf({ boot: 'yesterday', name: 'dhcp-17' });
      expect(await comes(cut, { isIdOfHardware: true })).toBe('held');
      expect(await comes(cut, { ownsDiskOf: () => Promise.resolve(true) })).toBe('held');
      expect(await comes(lockOf({ boot: 'yesterday' }))).toBe('held');
      // The program alone was killed.
      expect(await comes(lockOf({ name: 'dhcp-17' }, gone))).toBe('held');
      expect(await comes(lockOf({ boot: null, name: 'dhcp-17' }, gone), { isIdOfHardware: true, boot: null })).toBe(
        'held',
      );
    });

    it('a living one is never taken away, whatever it and its computer are called', async () => {
      expect(await comes(lockOf({ name: 'dhcp-17' }))).toBe('in-use');
      // Two computers of one name, then two set up from one image, at one folder of the network.
      expect(await comes(lockOf({ id: 'another', boot: 'its own' }, gone))).toBe('in-use');
      expect(await comes(lockOf({ name: 'office-2', boot: 'its own' }, gone))).toBe('in-use');
      expect(await comes(lockOf({ name: 'office-2', boot: null }, gone), { boot: null })).toBe('in-use');
      // Nothing but the name is known of one of them.
      expect(await comes(lockOf({ id: null, name: 'office-2', boot: null }, gone))).toBe('in-use');
      expect(await comes(lockOf({ name: 'office-2', boot: null }, gone), { id: null })).toBe('in-use');
      // In a container beside this one, where the number is nobody's or somebody else's.
      expect(await comes(lockOf({ processes: 'pid:[1]' }, gone), { processes: 'pid:[2]' })).toBe('in-use');
    });

    it('says whether the other is on this computer', async () => {
      const on = async (lock: string): Promise<WriterLock> => (await withLock(lock, Date.now(), mine)).lock;
      expect(await on(lockOf({ name: 'dhcp-17' }))).toMatchObject({ isElsewhere: false });
      expect(await on(lockOf({ id: 'another', boot: 'its own' }))).toMatchObject({ isElsewhere: true });
    });
  });
});

it('gives the folder free, once', async () => {
  const folder = join(await temporaryFolder(), 'vault');
  const lock = await takeWriterLock(folder, us);
  if (lock.state !== 'held') throw new Error('not held');
  expect(JSON.parse(await readFile(join(folder, (await locksIn(folder))[0] ?? ''), 'utf8'))).toMatchObject({
    pid: process.pid,
  });
  lock.release();
  lock.release();
  expect(await readdir(folder)).toEqual([]);
});

it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'opens where nothing can be written, as long as nobody has it',
  async () => {
    const folder = join(await temporaryFolder(), 'vault');
    await mkdir(folder);
    await chmod(folder, 0o500);
    expect((await takeWriterLock(folder, us)).state).toBe('held');
  },
);

it.skipIf(process.platform === 'win32')('is one lock for a folder and a link to it', async () => {
  const parent = await temporaryFolder();
  expect((await takeWriterLock(join(parent, 'vault'), us)).state).toBe('held');
  await symlink(join(parent, 'vault'), join(parent, 'link'));
  expect((await takeWriterLock(join(parent, 'link'), us)).state).toBe('in-use');
});
