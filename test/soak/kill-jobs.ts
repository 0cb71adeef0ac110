import { writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { bundleScript } from './bundle.ts';
import { exactly } from './exact-wait.ts';
import type { JobEvent, JobOrder } from './job-order.ts';
import { startKilledProcess } from './killed-process.ts';
import { medianOf } from './median.ts';
import type { Random } from './random.ts';
import type { SoakResult, SoakRun } from './soak-entry.ts';

/** An act that is killed, and what is looked at afterwards. */
export type Trial = {
  readonly order: JobOrder;
  /** How often it is begun and killed before it is started afresh; at least 1. */
  readonly kills: number;
  /**
   * What is wrong with what the kill left, if anything; looks at copies, so that the next kill finds what this one left.
   * @param isDone the process had told that the act was done
   */
  judge(isDone: boolean): Promise<string | null>;
};

export type KillPlan = {
  readonly name: string;
  /** Kills of a process that lives, at the least. */
  readonly killsAtLeast: number;
  /** Makes trials in a folder of its own; `next` is called for one after the other, each in an empty folder. */
  readonly prepare: (folder: string) => Promise<(random: Random, folder: string) => Promise<Trial>>;
  /** Fields of the entry's own. */
  readonly result?: () => Readonly<Record<string, unknown>>;
};

/** Trials at once: as many as this computer's slower relatives have cores. */
const lanes = 2;
/** The share of kills that fall before the act begins: while the vault is opened. */
const inStartUp = 0.1;
/** One act in so many is left to its end: it says how long they take, and that they do what they should. */
const undisturbed = 12;
/** An act may take this much longer than they mostly do. */
const slack = 1.25;
/** Faults after which there is nothing more to learn. */
const faultsAtMost = 10;

type Tally = {
  kills: number;
  killsInAct: number;
  undisturbed: number;
  readonly failures: string[];
  /** ms of the acts that nobody killed, and from their processes' start until they began. */
  readonly actMs: number[];
  readonly startUpMs: number[];
};

/** Kills an act at random moments until it was killed often enough, and judges what is left after each. */
export async function killJobs(plan: KillPlan, run: SoakRun): Promise<SoakResult> {
  const script = await bundleScript('soak/job-child.ts', run.folder);
  const tally: Tally = { kills: 0, killsInAct: 0, undisturbed: 0, failures: [], actMs: [], startUpMs: [] };
  const lane = async (number: number): Promise<void> => {
    const base = join(run.folder, String(number));
    await mkdir(base);
    const next = await plan.prepare(base);
    const random = run.random.named(`lane ${number}`);
    for (let count = 0; tally.killsInAct < plan.killsAtLeast || Date.now() < run.until; count += 1) {
      if (tally.failures.length > faultsAtMost) return;
      if (tally.kills > plan.killsAtLeast * 10 && tally.killsInAct < plan.killsAtLeast) {
        tally.failures.push('the act is never hit');
        return;
      }
      const folder = join(base, 'trial');
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
      const trial = await next(random, folder);
      if (count % undisturbed === 0) {
        await once(script, trial, base, null, tally);
        continue;
      }
      for (let kill = 0; kill < trial.kills; kill += 1) {
        const isEarly = random.unit() < inStartUp;
        await once(script, trial, base, { isEarly, at: random.unit() }, tally);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  const { kills, killsInAct, failures } = tally;
  run.log(`${plan.name}: ${kills} kills, ${killsInAct} within the act, ${failures.length} failed`);
  return {
    tried: kills,
    failed: failures.length,
    killsInAct,
    undisturbed: tally.undisturbed,
    actMedianMs: medianOf(tally.actMs),
    ...plan.result?.(),
    failures: failures.slice(0, 20),
  };
}

/** Starts the act, kills it unless `kill` is null, and judges. */
async function once(
  script: string,
  { order, judge }: Trial,
  folder: string,
  kill: { readonly isEarly: boolean; readonly at: number } | null,
  tally: Tally,
): Promise<void> {
  const path = join(folder, 'order.json');
  writeFileSync(path, JSON.stringify(order));
  const events: JobEvent[] = [];
  const started = performance.now();
  const child = startKilledProcess<JobEvent>(script, [path], (event) => void events.push(event));
  if (kill?.isEarly === true) await exactly(kill.at * (medianOf(tally.startUpMs) ?? 0));
  else {
    const begun = await child.seen(({ kind }) => kind === 'begun');
    const from = performance.now();
    if (kill === null) tally.startUpMs.push(from - started);
    const within = (medianOf(tally.actMs) ?? 0) * slack * (kill?.at ?? 0);
    if (begun && kill) await exactly(within - (performance.now() - from));
  }
  if (kill) child.kill();
  const { bySignal, code, errors } = await child.ended();
  const hasBegun = events.length > 0;
  const done = events.find((event) => event.kind === 'done');
  const isDone = done !== undefined;
  if (done && kill === null) tally.actMs.push(done.ms);
  if (bySignal && !isDone) tally.kills += 1;
  if (bySignal && !isDone && hasBegun) tally.killsInAct += 1;
  if (kill === null) tally.undisturbed += 1;
  if (!bySignal && (code !== 0 || !isDone)) {
    tally.failures.push(`the process ended by itself (${code ?? 'another signal'}): ${errors.slice(0, 500)}`);
  }
  const wrong = await judge(isDone).catch((error: unknown) => (error instanceof Error ? error.message : 'no error'));
  if (wrong !== null) tally.failures.push(`${isDone ? 'done' : hasBegun ? 'begun' : 'before'}: ${wrong}`);
}
