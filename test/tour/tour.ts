import { expect } from 'playwright/test';
import type { LogEntry } from '../../electron/practice/request-log.ts';
import { startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import { authoritiesFolder, launchApp, practiceIsReady, type Desktop, type RunningApp } from '../fixtures/launch.ts';
import { connectPractice, type PracticeControl } from '../fixtures/practice.ts';
import { accountPage, accountRow, openAccount } from '../fixtures/routes.ts';
import type { SoftwareToken } from '../fixtures/software-token.ts';
import { installSchemeHandler, startSystemBrowser, type SystemBrowser } from '../fixtures/system-browser.ts';
import { anafSteps, sayHello } from './anaf.ts';
import { clientCredentialsStep } from './client-credentials.ts';
import { hardwareTokenStep, tokenFor } from './hardware-token.ts';
import { loopbackStep } from './loopback.ts';
import { noSecretInPlaintext, rememberSecrets } from './no-secret.ts';
import { pasteStep } from './paste.ts';
import { renegotiationStep } from './renegotiation.ts';
import type { Secret } from './secret-search.ts';
import { fetchNew, ping, skatteverketOrgSteps } from './skatteverket-org.ts';
import { skatteverketPerSteps } from './skatteverket-per.ts';
import { createRecorder, type Recorder } from './steps.ts';
import { targetsOfFile, targetsOfPost, type Targets } from './targets.ts';

/** A tour under way. The app and the practice authorities are others after the restart. */
export type Tour = {
  readonly recorder: Recorder;
  readonly desktop: Desktop;
  /** Every secret of the run seen so far. */
  readonly secrets: Map<string, Secret>;
  readonly targets: Targets;
  readonly browser: SystemBrowser | null;
  /** The token in the app's reader, or why there is none. */
  readonly token: SoftwareToken | Error;
  running(): RunningApp;
  /** Null where the authorities are somebody else's: then a step is ok by what the app itself saw. */
  control(): PracticeControl | null;
  /** What the app has written to stdout and stderr over all its starts. */
  output(): string;
};

/** The newest request the practice authority saw at an endpoint, if the authorities are ours to ask. */
export async function newestRequest(tour: Tour, authority: string, endpoint: string): Promise<LogEntry | null> {
  const log = await tour.control()?.log();
  if (!log) return null;
  const entry = log.findLast((one) => one.authority === authority && one.endpoint === endpoint);
  if (!entry) throw new Error(`${authority} saw no ${endpoint}`);
  return entry;
}

/** How many requests of that kind the practice authority answered with 200; null where it is not ours to ask. */
export async function countAnswered(tour: Tour, authority: string, endpoint: string): Promise<number | null> {
  const log = await tour.control()?.log();
  const isOne = (entry: LogEntry): boolean =>
    entry.authority === authority && entry.endpoint === endpoint && entry.outcome.status === 200;
  return log ? log.filter(isOne).length : null;
}

/**
 * Drives the real app through the whole main job: at the practice authorities, or at those an `--authorities` file
 * names. Resolves with whether all went well.
 */
export async function takeTour(out: string, authorities: string | null): Promise<boolean> {
  const desktop = await startPrivateDesktop();
  let running: RunningApp | null = null;
  let control: PracticeControl | null = null;
  let browser: SystemBrowser | null = null;
  let token: SoftwareToken | Error = new Error('no token here: the authorities are somebody else’s');
  let written = '';
  const recorder = createRecorder(out, () => running?.window ?? null);
  const args = ['--practice', ...(authorities === null ? [] : ['--authorities', authorities])];

  async function start(): Promise<void> {
    const env = { ...desktop.env, ...browser?.env, ...(token instanceof Error ? {} : token.env) };
    running = await launchApp(desktop, { args, env });
    await running.window.getByRole('main').waitFor();
    if (authorities !== null) return;
    await practiceIsReady(running.window);
    control = connectPractice(authoritiesFolder(desktop));
  }

  async function quit(): Promise<void> {
    if (!running) return;
    await running.quit();
    written += running.output();
    running = null;
  }

  try {
    await start();
    await recorder.picture('first-run');
    const ours = control as PracticeControl | null;
    const targets = authorities === null && ours ? await targetsOfPost(ours) : targetsOfFile(authorities ?? '');
    if (targets.skatteverketPer) {
      // The desktop's browser has to be known when the app starts.
      await quit();
      if (ours !== null && targets.anaf) token = await tokenFor(desktop, targets.anaf);
      browser = await startSystemBrowser(desktop, [targets.skatteverketPer.ca]);
      await installSchemeHandler(desktop, browser.env);
      await start();
    }
    const tour: Tour = {
      recorder,
      desktop,
      secrets: new Map(),
      targets,
      browser,
      token,
      running: () => running ?? fail('the app is not running'),
      control: () => control,
      output: () => written + (running?.output() ?? ''),
    };
    if (targets.anaf) await anafSteps(tour, targets.anaf);
    if (targets.anaf && ours !== null) await hardwareTokenStep(tour);
    if (targets.skatteverketOrg) await skatteverketOrgSteps(tour, targets.skatteverketOrg);
    if (targets.skatteverketPer) await skatteverketPerSteps(tour, targets.skatteverketPer);
    if (ours !== null && targets.anaf && targets.skatteverketPer) {
      await clientCredentialsStep(tour);
      await pasteStep(tour, targets.skatteverketPer);
      await loopbackStep(tour, targets.anaf);
      await renegotiationStep(recorder);
    }
    await recorder.step('restart.accounts-still-there', async () => {
      await rememberSecrets(tour);
      await quit();
      await start();
      return await stillThere(tour);
    });
    await recorder.step('no-secret-in-plaintext', () => noSecretInPlaintext(tour));
  } finally {
    await quit().catch(() => undefined);
    await browser?.quit().catch(() => undefined);
    await desktop.stop();
  }
  return recorder.steps.every(({ ok }) => ok);
}

/** After the restart every account is in its row and does what it did before: it is asked and renews. */
async function stillThere(tour: Tour): Promise<string> {
  const { window } = tour.running();
  const { anaf, skatteverketOrg, skatteverketPer } = tour.targets;
  const open = async (name: string): Promise<void> => {
    await openAccount(window, name);
    await expect(accountPage(window).main.getByRole('tab', { name: 'Overview' })).toBeVisible();
  };
  const done: string[] = [];
  if (anaf) {
    await open('Cabinet Popescu');
    done.push(await sayHello(tour));
  }
  if (skatteverketOrg) {
    await open('Bolag A, test');
    done.push(await ping(tour), await fetchNew(tour), await ping(tour));
  }
  if (skatteverketPer) {
    await expect(accountRow(window, 'Anna, e-ID')).toBeVisible();
    done.push('personal account there');
  }
  return done.join(', ');
}

function fail(problem: string): never {
  throw new Error(problem);
}
