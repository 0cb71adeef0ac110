import type { Failure } from '../contract/failure.ts';
import { LONGEST_PAUSE_MS, pauseAfter } from './schedule.ts';

/** What is left alone for a while after it failed: an account, or a whole authority. Kept in memory only. */
export type Pauses = {
  isPaused(name: string): boolean;
  /** Begins or lengthens a pause; null, a success, ends it. */
  note(name: string, failure: Failure | null): void;
};

/** No pause is longer, ms: one that seems to be was made before the clock was set back. */
const IMPOSSIBLE_MS = 5 * LONGEST_PAUSE_MS;

export function createPauses(deps: { readonly chance: () => number; readonly now: () => number }): Pauses {
  const pauses = new Map<string, { readonly failures: number; readonly from: number; readonly until: number }>();
  return {
    isPaused(name) {
      const pause = pauses.get(name);
      if (!pause) return false;
      const now = deps.now();
      return pause.from <= now && now < pause.until && pause.until - now <= IMPOSSIBLE_MS;
    },
    note(name, failure) {
      if (failure === null) {
        pauses.delete(name);
        return;
      }
      const failures = (pauses.get(name)?.failures ?? 0) + 1;
      const from = deps.now();
      pauses.set(name, { failures, from, until: from + pauseAfter(failure, failures, deps.chance()) });
    },
  };
}
