import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { atExit } from '../../build/scripts/at-exit.mjs';
import { chromiumSwitches, startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import { dataFolder, type Desktop } from '../fixtures/launch.ts';
import { makeTestCa } from '../fixtures/test-servers.ts';
import { bundleScript } from '../soak/bundle.ts';
import { resultOf, type BenchEntry } from './bench-entry.ts';

const runs = 3;
const runMs = 60_000;
const settleMs = 15_000;
const quitMs = 10_000;
const accounts = 1000;
/** The kernel counts CPU time in these, whatever its own clock (proc(5), USER_HZ). */
const tickMs = 10;
const run = promisify(execFile);

/** Percent of a core that the app takes with 1,000 accounts and its window hidden, beside a bare hidden window. */
export const idleCpu: BenchEntry = {
  name: 'idle.cpu',
  limit: { of: 'value', atMost: 0.5 },
  async run({ folder, log }) {
    if (process.platform !== 'linux') return null;
    const desktop = await startPrivateDesktop();
    const apps: HiddenApp[] = [];
    try {
      const scripts = await makeApps(folder);
      await prepareVault(desktop, scripts);
      const file = await authoritiesFile(folder);
      const repository = process.cwd();
      apps.push(await startHidden(desktop, scripts, [repository, '--practice', '--authorities', file]));
      apps.push(await startHidden(desktop, scripts, [scripts, `--user-data-dir=${join(desktop.home, 'bare')}`]));
      const rows = apps[0]?.rows ?? 0;
      if (rows < accounts) throw new Error(`the window shows ${rows} of ${accounts} accounts`);
      if (!apps.every(({ isHidden }) => isHidden)) throw new Error('a page believes that it is seen');
      log(`idle.cpu: ${rows} rows, window hidden; ${runs} times ${runMs / 1000} s`);
      await wait(settleMs);
      const values: number[] = [];
      const references: number[] = [];
      for (let taken = 0; taken < runs; taken += 1) {
        const [value = 0, reference = 0] = await cpuOf(apps.map(({ pid }) => pid));
        values.push(value);
        references.push(reference);
      }
      return resultOf('% of a core', 'a bare hidden window on the same runtime', values, references);
    } finally {
      for (const app of apps) await app.stop();
      await desktop.stop();
    }
  },
};

type HiddenApp = {
  readonly pid: number;
  readonly rows: number;
  readonly isHidden: boolean;
  stop(): Promise<void>;
};

/** The folder of an app whose name is ours, so that the keychain knows it as ours; it prepares a vault, or shows a bare window. */
async function makeApps(folder: string): Promise<string> {
  const app = join(folder, 'app');
  await mkdir(app);
  await bundleScript('bench/idle-app.ts', app);
  await bundleScript('bench/idle-hook.ts', app);
  const { productName } = JSON.parse(await readFile('package.json', 'utf8')) as { productName: string };
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'taxpass', productName, main: 'idle-app.cjs' }));
  return app;
}

async function prepareVault(desktop: Desktop, app: string): Promise<void> {
  const order = { folder: join(dataFolder(desktop), 'vault'), accounts };
  const args = [app, ...chromiumSwitches(), `--prepare=${Buffer.from(JSON.stringify(order)).toString('base64url')}`];
  await run(process.execPath, args, { env: desktop.env, cwd: desktop.home, timeout: 120_000 });
}

/** Starts an app and resolves once its window is hidden; throws where that does not come to pass. */
async function startHidden(desktop: Desktop, scripts: string, args: readonly string[]): Promise<HiddenApp> {
  const hook = join(scripts, 'idle-hook.cjs');
  const child = spawn(process.execPath, ['-r', hook, ...args, ...chromiumSwitches()], {
    env: desktop.env,
    cwd: desktop.home,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const forget = atExit(() => child.kill('SIGKILL'));
  const ended = once(child, 'exit').then(forget);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const isOver = await Promise.race([ended.then(() => true), wait(quitMs, false)]);
    if (!isOver) child.kill('SIGKILL');
    await ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const [, found] = /^taxpass-idle (.*)$/.exec(line) ?? [];
    if (found === undefined) continue;
    child.stdout.resume();
    return { pid: child.pid ?? 0, ...(JSON.parse(found) as { rows: number; isHidden: boolean }), stop };
  }
  await stop();
  throw new Error('the app ended before its window was hidden');
}

/** Servers that do not exist, on this machine: nothing is due, so nobody is asked. */
async function authoritiesFile(folder: string): Promise<string> {
  const { pem } = await makeTestCa();
  const ca = join(folder, 'ca.pem');
  await writeFile(ca, pem);
  const origin = 'https://nobody.localhost:9';
  const anaf = {
    authorize: `${origin}/authorize`,
    token: `${origin}/token`,
    api: origin,
    ca,
    clientId: 'client',
    clientSecret: 'secret',
    redirectUri: 'https://localhost:9002/callback',
  };
  const path = join(folder, 'authorities.json');
  await writeFile(path, JSON.stringify({ anaf }));
  return path;
}

/** Percent of one core that each app's processes took, over the same time. */
async function cpuOf(pids: readonly number[]): Promise<number[]> {
  const before = await ticksOf(pids);
  const started = performance.now();
  await wait(runMs);
  const after = await ticksOf(pids);
  const ms = performance.now() - started;
  return after.map((ticks, index) => ((ticks - (before[index] ?? 0)) * tickMs * 100) / ms);
}

/** CPU time of each process with its descendants, those that have ended and were waited for included. */
async function ticksOf(roots: readonly number[]): Promise<number[]> {
  const processes = new Map<number, { readonly parent: number; readonly ticks: number }>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(join('/proc', name, 'stat'), 'utf8').catch(() => '');
    // The name in brackets may hold anything; the fields after it are numbered from 3.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const field = (number: number): number => Number(fields[number - 3]);
    if (stat !== '')
      processes.set(Number(name), { parent: field(4), ticks: field(14) + field(15) + field(16) + field(17) });
  }
  const isUnder = (pid: number, root: number): boolean => {
    for (let at = pid; at > 1; at = processes.get(at)?.parent ?? 0) if (at === root) return true;
    return false;
  };
  return roots.map((root) =>
    [...processes].reduce((sum, [pid, { ticks }]) => (isUnder(pid, root) ? sum + ticks : sum), 0),
  );
}
