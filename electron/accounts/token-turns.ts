import { setTimeout as wait } from 'node:timers/promises';
import { createTurns } from '../vault/turns.ts';
import type { Place } from './place.ts';
import type { AccountRecord } from './records.ts';

/**
 * Token requests of one holder at one authority, one after the other and no closer than the profile says: ANAF answers
 * more with "255". What an act stores belongs to the act, so that the program does not end in between.
 */
export type TokenTurns = {
  take<T>(place: Place, account: AccountRecord, act: () => Promise<T>): Promise<T>;
  /** How many acts are waiting or under way. */
  count(): number;
  /** Resolves when there are none. */
  idle(): Promise<void>;
};

export function createTokenTurns(): TokenTurns {
  const inTurn = createTurns();
  const endedAt = new Map<string, number>();
  const under = new Set<Promise<unknown>>();
  return {
    take(place, account, act) {
      const holder = holderOf(place, account);
      const done = inTurn(holder, async () => {
        const sinceLast = performance.now() - (endedAt.get(holder) ?? -Infinity);
        await wait(Math.max(0, place.profile.tokenSpacingMs - sinceLast));
        return act().finally(() => endedAt.set(holder, performance.now()));
      });
      under.add(done);
      const settle = (): void => void under.delete(done);
      done.then(settle, settle);
      return done;
    },
    count: () => under.size,
    async idle() {
      while (under.size > 0) await Promise.allSettled(under);
    },
  };
}

/** Whose turn it is: one authority's, for one certificate or, without one, for one account. */
export function holderOf({ profile }: Place, { certificateId, certificateSerial, id }: AccountRecord): string {
  return `${profile.authority} ${certificateId ?? certificateSerial ?? id}`;
}
