import { setImmediate } from 'node:timers/promises';
import { P12Error } from './p12-error.ts';

/**
 * Iterations a file may declare in all (MAC, contents and keys together; scrypt counts N·r·p). Writers stay far below:
 * OpenSSL 2,048, Windows 2,000, Java 10,000, Firefox and password guides 600,000 each, which is 1.8 million a file.
 * Five million take 1 to 3 s natively and at most about 10 s in the worst mix of old algorithms.
 */
export const maxIterations = 5_000_000;

/** What one opening may cost and has declared so far. */
export interface Work {
  readonly signal: AbortSignal | undefined;
  readonly limit: number;
  declared: number;
}

/** @throws {P12Error} `aborted` */
export function throwIfAborted(work: Work): void {
  if (work.signal?.aborted) throw new P12Error('aborted');
}

/** Lets other events in, among them the abort. @throws {P12Error} `aborted` */
export async function pause(work: Work): Promise<void> {
  await setImmediate();
  throwIfAborted(work);
}

/** Counts work before it is done. @throws {P12Error} `too-expensive` */
export function declareWork(work: Work, iterations: number): void {
  work.declared += iterations;
  if (work.declared > work.limit) throw new P12Error('too-expensive');
}

/** Counts the work of a further guess, and says whether there is room for it. */
export function affords(work: Work, iterations: number): boolean {
  if (work.declared + iterations > work.limit) return false;
  work.declared += iterations;
  return true;
}

/** Waits for work that cannot be stopped, but no longer than until the abort. @throws {P12Error} `aborted` */
export async function untilAborted<T>(work: Work, running: Promise<T>): Promise<T> {
  throwIfAborted(work);
  const { signal } = work;
  if (!signal) return running;
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(new P12Error('aborted'));
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([running, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
