import { setTimeout as wait } from 'node:timers/promises';
import { resultOf, type BenchEntry } from './bench-entry.ts';
import { startBenchDesk, type BenchDesk, type Started } from './bench-desk.ts';
import { memoryOf } from './process-tree.ts';

const runs = 3;
const settleMs = 10_000;
const accounts = 100;

/**
 * MiB of memory of all the app's processes, the practice authorities' apart, with 100 accounts on the screen and nothing
 * to do, beside those of a bare window. One after the other: side by side they would share the runtime's own pages.
 */
export const memoryTotal: BenchEntry = {
  name: 'memory.total',
  limit: { of: 'ratio', atMost: 1.3 },
  async run({ folder }) {
    if (process.platform !== 'linux') return null;
    const desk = await startBenchDesk(folder, accounts);
    try {
      const values: number[] = [];
      const references: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        values.push(await mebibytesOf(desk, 'practice'));
        references.push(await mebibytesOf(desk, { bare: 'rows' }));
      }
      const reference = 'a bare window with a page of static rows on the same runtime';
      return resultOf('MiB, proportional set size', reference, values, references);
    } finally {
      await desk.stop();
    }
  },
};

async function mebibytesOf(desk: BenchDesk, what: Started): Promise<number> {
  const app = await desk.start(what, 'window-hook', 'start');
  await wait(settleMs);
  const bytes = await memoryOf(app.pid);
  await app.stop();
  return bytes / 2 ** 20;
}
