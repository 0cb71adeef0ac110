import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** Waits to a fraction of a millisecond: timers keep to whole ones, and what is to be hit has few of them. */
export async function exactly(ms: number): Promise<void> {
  const end = performance.now() + ms;
  if (ms > 2) await wait(ms - 2);
  while (performance.now() < end) await new Promise(setImmediate);
}
