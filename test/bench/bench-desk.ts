import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { atExit } from '../../build/scripts/at-exit.mjs';
import { chromiumSwitches, startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import { dataFolder, type Desktop } from '../fixtures/launch.ts';
import { makeTestCa } from '../fixtures/test-servers.ts';
import { bundleScript } from '../soak/bundle.ts';

const quitMs = 10_000;
const run = promisify(execFile);

/** An app under a hook of ours, once that has said what it found. */
export type HookedApp<Found> = {
  readonly pid: number;
  /** Just before the system was asked for the process, epoch ms with fractions. */
  readonly startedAt: number;
  readonly found: Found;
  stop(): Promise<void>;
};

/** What is started: the app in practice, at its own authorities or at ones that do not exist, or a bare Electron window. */
export type Started = 'practice' | 'practice-without-authorities' | { readonly bare: 'hidden' | 'rows' | 'countdown' };

export type BenchDesk = {
  /** The app's own data folder. */
  readonly dataFolder: string;
  /**
   * Starts an app with `hook` (a script of this folder, loaded before the app's own) and resolves once that has said
   * what it found; rejects where the app ends first.
   * @param task what the hook is to do, if it has a choice
   */
  start<Found>(what: Started, hook: 'idle-hook' | 'window-hook', task?: string): Promise<HookedApp<Found>>;
  /** Ends what still runs, and removes the desktop. */
  stop(): Promise<void>;
};

/**
 * A private desktop whose vault holds so many accounts. Nothing is driven by Playwright there: that slows a start, and
 * keeps a page believing that it is seen.
 */
export async function startBenchDesk(folder: string, accounts: number): Promise<BenchDesk> {
  const desktop = await startPrivateDesktop();
  const running = new Set<HookedApp<unknown>>();
  const stop = async (): Promise<void> => {
    for (const app of running) await app.stop();
    await desktop.stop();
  };
  try {
    const scripts = await makeApps(folder);
    await prepareVault(desktop, scripts, accounts);
    const authorities = await authoritiesFile(folder);
    return {
      dataFolder: dataFolder(desktop),
      async start(what, hook, task = '') {
        const app = await startHooked<never>(desktop, {
          hook: join(scripts, `${hook}.cjs`),
          task,
          args: argsOf(what, scripts, authorities, desktop),
        });
        running.add(app);
        const stopOne = async (): Promise<void> => {
          running.delete(app);
          await app.stop();
        };
        return { ...app, stop: stopOne };
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function argsOf(what: Started, scripts: string, authorities: string, desktop: Desktop): readonly string[] {
  if (what === 'practice') return [process.cwd(), '--practice'];
  if (what === 'practice-without-authorities') return [process.cwd(), '--practice', '--authorities', authorities];
  return [scripts, `--user-data-dir=${join(desktop.home, 'bare')}`, `--bare=${what.bare}`];
}

/** The folder of an app whose name is ours, so that the keychain knows it as ours; it prepares a vault, or shows a bare window. */
async function makeApps(folder: string): Promise<string> {
  const app = join(folder, 'app');
  await mkdir(app);
  for (const name of ['idle-app', 'idle-hook', 'window-hook']) await bundleScript(`bench/${name}.ts`, app);
  const { productName } = JSON.parse(await readFile('package.json', 'utf8')) as { productName: string };
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'taxpass', productName, main: 'idle-app.cjs' }));
  return app;
}

async function prepareVault(desktop: Desktop, app: string, accounts: number): Promise<void> {
  const order = { folder: join(dataFolder(desktop), 'vault'), accounts };
  const args = [app, ...chromiumSwitches(), `--prepare=${Buffer.from(JSON.stringify(order)).toString('base64url')}`];
  await run(process.execPath, args, { env: desktop.env, cwd: desktop.home, timeout: 120_000 });
}

async function startHooked<Found>(
  desktop: Desktop,
  order: { readonly hook: string; readonly task: string; readonly args: readonly string[] },
): Promise<HookedApp<Found>> {
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(process.execPath, ['-r', order.hook, ...order.args, ...chromiumSwitches()], {
    env: { ...desktop.env, TAXPASS_BENCH_TASK: order.task },
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
    const [, said] = /^taxpass-bench (.*)$/.exec(line) ?? [];
    if (said === undefined) continue;
    child.stdout.resume();
    const answer = JSON.parse(said) as { found: Found } | { error: string };
    if ('found' in answer) return { pid: child.pid ?? 0, startedAt, found: answer.found, stop };
    await stop();
    throw new Error(answer.error);
  }
  await stop();
  throw new Error('the app ended before its hook had said anything');
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
