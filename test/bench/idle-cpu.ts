import { setTimeout as wait } from 'node:timers/promises';
import { resultOf, type BenchEntry } from './bench-entry.ts';
import { startBenchDesk } from './bench-desk.ts';
import { cpuMsOf } from './process-tree.ts';

const runs = 3;
const runMs = 60_000;
const settleMs = 15_000;
const accounts = 1000;

/** Percent of a core that the app takes with 1,000 accounts and its window hidden, beside a bare hidden window. */
export const idleCpu: BenchEntry = {
  name: 'idle.cpu',
  limit: { of: 'value', atMost: 0.5 },
  async run({ folder, log }) {
    if (process.platform !== 'linux') return null;
    const desk = await startBenchDesk(folder, accounts);
    try {
      const app = await desk.start<Hidden>('practice-without-authorities', 'idle-hook');
      const bare = await desk.start<Hidden>({ bare: 'hidden' }, 'idle-hook');
      const { accounts: held } = app.found;
      if (held !== accounts) throw new Error(`the window has ${held} of ${accounts} accounts`);
      if (![app, bare].every(({ found }) => found.isHidden)) throw new Error('a page believes that it is seen');
      log(`idle.cpu: ${held} accounts, window hidden; ${runs} times ${runMs / 1000} s`);
      await wait(settleMs);
      const values: number[] = [];
      const references: number[] = [];
      for (let taken = 0; taken < runs; taken += 1) {
        const [value = 0, reference = 0] = await cpuOf([app.pid, bare.pid]);
        values.push(value);
        references.push(reference);
      }
      return resultOf('% of a core', 'a bare hidden window on the same runtime', values, references);
    } finally {
      await desk.stop();
    }
  },
};

/** What the hook says of a window that it has hidden. */
type Hidden = { readonly accounts: number; readonly isHidden: boolean };

/** Percent of one core that each app's processes took, over the same time. */
async function cpuOf(pids: readonly number[]): Promise<number[]> {
  const before = await cpuMsOf(pids);
  const started = performance.now();
  await wait(runMs);
  const after = await cpuMsOf(pids);
  const ms = performance.now() - started;
  return after.map((used, index) => ((used - (before[index] ?? 0)) * 100) / ms);
}
