import { setTimeout as wait } from 'node:timers/promises';
import { FailureError, type Failure } from '../contract/failure.ts';
import type { RenewalWish } from './renewal.ts';

/** Holders whose accounts are renewed at the same time; those of one holder never are. */
const HOLDERS_AT_ONCE = 4;
/** How often an authority may ask for patience in one batch before its accounts are left alone. */
const MOST_WAITS = 3;
/** The longest a batch waits at an authority's request, and the least where it does not say how long, ms. */
const LONGEST_WAIT_MS = 120_000;
const LEAST_WAIT_MS = 2_000;

/** An account whose turn in the batch comes with those of its holder. */
export type Due = { readonly accountId: string; readonly holder: string; readonly authority: string };

/**
 * Renews many accounts: one holder's one after the other, some holders side by side, each authority at its own pace.
 * An account that fails does not stop the others. Resolves when all have ended, or when `signal` has aborted and those
 * under way have ended.
 */
export async function renewBatch(
  due: readonly Due[],
  by: RenewalWish['by'],
  deps: {
    renew(accountId: string, wish: RenewalWish): Promise<void>;
    onResult(due: Due, failure: Failure | null): void;
    /** An authority asked for patience: ms from now; 0 when it is over. */
    onWait(ms: number): void;
    /** Whether the batch waits when an authority asks for it; otherwise that authority's accounts are left alone. */
    readonly isPatient: boolean;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const { signal } = deps;
  const authorities = new Map<string, Patience>();
  const stateOf = (authority: string): Patience => {
    const known = authorities.get(authority) ?? { waits: 0, until: 0, busy: null };
    authorities.set(authority, known);
    return known;
  };

  /** Waits while the authority asked for it; false where its accounts are left alone. */
  async function mayGoOn(authority: string): Promise<boolean> {
    const state = stateOf(authority);
    for (let ms = state.until - performance.now(); ms > 0; ms = state.until - performance.now()) {
      deps.onWait(ms);
      await wait(ms, undefined, { signal }).catch(() => undefined);
      deps.onWait(0);
      if (signal.aborted) return false;
    }
    return !signal.aborted && state.waits <= MOST_WAITS;
  }

  async function renewOne(one: Due): Promise<void> {
    const state = stateOf(one.authority);
    while (await mayGoOn(one.authority)) {
      const failure = await deps.renew(one.accountId, { pin: null, endsOtherCopy: false, by }).then(
        () => null,
        (error: unknown) => failureOf(error),
      );
      if (failure?.code !== 'authority-busy') {
        deps.onResult(one, failure);
        return;
      }
      const asked = Math.max(failure.retryAfterSeconds * 1000, LEAST_WAIT_MS);
      const mayWait = deps.isPatient && asked <= LONGEST_WAIT_MS;
      state.busy = failure;
      state.waits = mayWait ? state.waits + 1 : MOST_WAITS + 1;
      state.until = performance.now() + (mayWait ? asked : 0);
    }
    if (!signal.aborted) deps.onResult(one, state.busy);
  }

  const queue = byHolder(due).values();
  const work = async (): Promise<void> => {
    for (const accounts of queue) for (const one of accounts) await renewOne(one);
  };
  await Promise.all(Array.from({ length: HOLDERS_AT_ONCE }, work));
}

/** What an authority asked for so far: `until` by the monotonic clock, ms. */
type Patience = { waits: number; until: number; busy: Failure | null };

function byHolder(due: readonly Due[]): readonly (readonly Due[])[] {
  const holders = new Map<string, Due[]>();
  for (const one of due) holders.set(one.holder, [...(holders.get(one.holder) ?? []), one]);
  return [...holders.values()];
}

/** A fault of ours is a failure of this account alone; what it was, the one call that met it has reported. */
function failureOf(error: unknown): Failure {
  return error instanceof FailureError ? error.failure : { code: 'unexpected', reference: '' };
}
