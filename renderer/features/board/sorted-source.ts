import type { Clock } from '../../state/clock.ts';
import type { Projection } from '../../state/projection.ts';
import { sortAccounts, type SortedAccounts } from '../../state/sorted-accounts.ts';

const MINUTE_MS = 60_000;

/** The sorted accounts for `useSyncExternalStore`. */
export type SortedSource = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => SortedAccounts;
};

/**
 * Keeps the accounts sorted. Nothing in the list ends by the second: what the clock says is looked at once a minute, and
 * otherwise only where the accounts have changed.
 */
export function createSortedSource(projection: Projection, clock: Clock, language: string): SortedSource {
  const collator = new Intl.Collator(language, { numeric: true });
  let sorted: SortedAccounts | null = null;
  let seen: readonly unknown[] = [];
  return {
    subscribe(listener) {
      const ends = [projection.subscribe(listener), clock.subscribe(listener)];
      return () => {
        for (const end of ends) end();
      };
    },
    get() {
      const snapshot = projection.get();
      if (snapshot === null) throw new Error('no snapshot yet');
      const { accounts, applications, certificates, profiles } = snapshot;
      const minute = Math.floor(clock.now() / MINUTE_MS) * MINUTE_MS;
      const facts = [accounts, applications, certificates, profiles, minute];
      if (sorted !== null && facts.every((fact, index) => fact === seen[index])) return sorted;
      seen = facts;
      sorted = sortAccounts(sorted, snapshot, minute, collator);
      return sorted;
    },
  };
}
