import { resultOf, type BenchEntry } from './bench-entry.ts';
import { startBenchDesk, type BenchDesk, type Started } from './bench-desk.ts';

const runs = 15;
const accounts = 100;

/**
 * ms from the creation of the app's process to the frame that shows its first account row, beside a bare window's first
 * row. It begins just before the system is asked for the process; it ends, by the page's clock, when the second frame
 * after the row was laid out begins, or when the window is shown, whichever is later.
 */
export const startInteractive: BenchEntry = {
  name: 'start.interactive',
  limit: { of: 'ratio', atMost: 1.4 },
  async run({ folder }) {
    const desk = await startBenchDesk(folder, accounts);
    try {
      const values: number[] = [];
      const references: number[] = [];
      for (let run = -1; run < runs; run += 1) {
        const value = await msToRow(desk, 'practice');
        const reference = await msToRow(desk, { bare: 'rows' });
        // The first start of both reads from the disk what later ones find in memory.
        if (run < 0) continue;
        values.push(value);
        references.push(reference);
      }
      return resultOf('ms', 'a bare window with a page of static rows on the same runtime', values, references);
    } finally {
      await desk.stop();
    }
  },
};

async function msToRow(desk: BenchDesk, what: Started): Promise<number> {
  const app = await desk.start<{ readonly at: number }>(what, 'window-hook', 'start');
  await app.stop();
  return app.found.at - app.startedAt;
}
