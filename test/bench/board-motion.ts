import { resultOf, type BenchEntry } from './bench-entry.ts';
import { startBenchDesk, type BenchDesk, type Started } from './bench-desk.ts';

const runs = 3;
const accounts = 1000;
/** Longer than this a frame was missed at 60 a second, ms. */
const longMs = 25;

/** Percent of frames longer than 25 ms while the list of 1,000 accounts is scrolled by the wheel, 4,000 px a second. */
export const boardScroll1000: BenchEntry = {
  name: 'board.scroll1000',
  limit: { of: 'value', atMost: 1 },
  run: ({ folder }) =>
    besideBare(folder, {
      unit: '% of frames over 25 ms',
      reference: 'a bare page of 1,000 static rows, scrolled alike; 0 counts as one frame in the ratio',
      bare: 'rows',
      async valueOf(desk, what) {
        const app = await desk.start<{ readonly intervals: readonly number[] }>(what, 'window-hook', 'scroll');
        await app.stop();
        const { intervals } = app.found;
        const long = intervals.filter((ms) => ms > longMs).length;
        return { value: (long * 100) / intervals.length, least: 100 / intervals.length };
      },
    }),
};

/** ms of script that the page runs per second while it is seen, with 1,000 accounts whose times run out. */
export const boardTick1000: BenchEntry = {
  name: 'board.tick1000',
  limit: { of: 'value', atMost: 5 },
  run: ({ folder }) =>
    besideBare(folder, {
      unit: 'ms of script per second',
      reference: 'a bare page that writes the time on each second',
      bare: 'countdown',
      async valueOf(desk, what) {
        const app = await desk.start<{ readonly msPerSecond: number }>(what, 'window-hook', 'tick');
        await app.stop();
        return { value: app.found.msPerSecond, least: 0.001 };
      },
    }),
};

async function besideBare(
  folder: string,
  order: {
    readonly unit: string;
    readonly reference: string;
    readonly bare: 'rows' | 'countdown';
    /** One run; `least` is the least that it can tell from nothing. */
    readonly valueOf: (desk: BenchDesk, what: Started) => Promise<{ readonly value: number; readonly least: number }>;
  },
) {
  const desk = await startBenchDesk(folder, accounts);
  try {
    const values: number[] = [];
    const references: number[] = [];
    let least = 0;
    for (let run = 0; run < runs; run += 1) {
      values.push((await order.valueOf(desk, 'practice-without-authorities')).value);
      const reference = await order.valueOf(desk, { bare: order.bare });
      references.push(reference.value);
      least = reference.least;
    }
    return resultOf(order.unit, order.reference, values, references, least);
  } finally {
    await desk.stop();
  }
}
