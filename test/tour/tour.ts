import { startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import { authoritiesFolder, launchApp, practiceIsReady, type Desktop, type RunningApp } from '../fixtures/launch.ts';
import { connectPractice, type PracticeControl } from '../fixtures/practice.ts';
import { accountRow } from '../fixtures/routes.ts';
import { noSecretInPlaintext, rememberSecrets } from './no-secret.ts';
import { createRecorder, type Recorder } from './steps.ts';
import type { Secret } from './secret-search.ts';
import { ping, renew, skatteverketOrgSteps } from './skatteverket-org.ts';

/** A tour under way. The app and the practice authorities are others after the restart. */
export type Tour = {
  readonly recorder: Recorder;
  readonly desktop: Desktop;
  /** Every secret of the run seen so far. */
  readonly secrets: Map<string, Secret>;
  running(): RunningApp;
  control(): PracticeControl;
  /** What the app has written to stdout and stderr over all its starts. */
  output(): string;
};

/** Drives the real app through the whole main job at the practice authorities. Resolves with whether all went well. */
export async function takeTour(out: string): Promise<boolean> {
  const desktop = await startPrivateDesktop();
  let running: RunningApp | null = null;
  let control: PracticeControl | null = null;
  let written = '';

  async function start(): Promise<void> {
    running = await launchApp(desktop);
    await practiceIsReady(running.window);
    control = connectPractice(authoritiesFolder(desktop));
  }

  async function quit(): Promise<void> {
    if (!running) return;
    await running.quit();
    written += running.output();
    running = null;
  }

  const tour: Tour = {
    recorder: createRecorder(out, () => running?.window ?? null),
    desktop,
    secrets: new Map(),
    running: () => running ?? fail('the app is not running'),
    control: () => control ?? fail('the practice authorities are not running'),
    output: () => written + (running?.output() ?? ''),
  };
  const { step } = tour.recorder;

  try {
    await start();
    await tour.recorder.picture('first-run');
    await skatteverketOrgSteps(tour);
    await step('restart.accounts-still-there', async () => {
      await rememberSecrets(tour);
      await quit();
      await start();
      const row = accountRow(tour.running().window, 'Bolag A AB');
      await row.getByRole('button', { name: /^Bolag A AB/ }).click();
      const pinged = await ping(tour);
      const renewed = await renew(tour);
      await ping(tour);
      return `after the restart: ${pinged}, ${renewed}`;
    });
    await step('no-secret-in-plaintext', () => noSecretInPlaintext(tour));
  } finally {
    await quit().catch(() => undefined);
    await desktop.stop();
  }
  return tour.recorder.steps.every(({ ok }) => ok);
}

function fail(problem: string): never {
  throw new Error(problem);
}
