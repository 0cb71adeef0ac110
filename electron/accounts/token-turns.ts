import { setTimeout as wait } from 'node:timers/promises';
import { fail } from '../contract/failure.ts';
import { createTurns } from '../vault/turns.ts';
import type { Place } from './place.ts';
import type { AccountRecord } from './records.ts';

/**
 * Token requests of one holder at one authority, one after the other and no closer than the profile says: ANAF answers
 * more with "255". What an act stores belongs to the act, so that the program does not end in between.
 */
export type TokenTurns = {
  take<T>(place: Place, account: AccountRecord, act: () => Promise<T>): Promise<T>;
  /** Lets nothing begin any more: an act whose turn comes fails with `signin-cancelled`. Those under way go on. */
  close(): void;
  /** How many acts are waiting or under way. */
  count(): number;
  /** Resolves when there are none. */
  idle(): Promise<void>;
};

export function createTokenTurns(): TokenTurns {
  const inTurn = createTurns();
  const endedAt = new Map<string, number>();
  const under = new Set<Promise<unknown>>();
  let isClosed = false;
  return {
    take(place, account, act) {
      const holder = holderOf(place, account);
      const done = inTurn(holder, async () => {
        const sinceLast = performance.now() - (endedAt.get(holder) ?? -Infinity);
        await wait(Math.max(0, place.profile.tokenSpacingMs - sinceLast));
        if (isClosed) fail({ code: 'signin-cancelled' });
        return act().finally(() => endedAt.set(holder, performance.now()));
      });
      under.add(done);
      const settle = (): void => void under.delete(done);
      done.then(settle, settle);
      return done;
    },
    close: () => void (isClosed = true),
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
