import { fail } from '../contract/failure.ts';
import type { Attempt } from '../signin/attempt.ts';
import { isArrival, readCallback } from '../signin/callback.ts';

/** Sign-ins that wait for a callback from the system browser. */
export type Callbacks = {
  /** Resolves with the first callback that is this attempt's by address and state; rejects when the signal aborts. */
  wait(attempt: Attempt, signal: AbortSignal): Promise<URL>;
  /**
   * Takes in an address that came by protocol. One that belongs to no waiting attempt, or carries a wrong state, changes
   * nothing: anybody on the machine can send one.
   * @returns whether an attempt took it
   */
  deliver(address: string): boolean;
  /** Takes in an address that the user pasted for one attempt; fails where it is not that attempt's, which goes on. */
  paste(attemptId: string, address: string): void;
};

export function createCallbacks(): Callbacks {
  const waiting = new Map<string, { readonly attempt: Attempt; readonly take: (url: URL) => void }>();

  return {
    wait(attempt, signal) {
      return new Promise((resolve, reject) => {
        const forget = (): void => {
          waiting.delete(attempt.id);
          signal.removeEventListener('abort', abort);
        };
        const abort = (): void => {
          forget();
          reject(signal.reason as Error);
        };
        if (signal.aborted) {
          reject(signal.reason as Error);
          return;
        }
        signal.addEventListener('abort', abort, { once: true });
        waiting.set(attempt.id, {
          attempt,
          take(url) {
            forget();
            resolve(url);
          },
        });
      });
    },

    deliver(address) {
      const url = URL.canParse(address) ? new URL(address) : null;
      const owner = [...waiting.values()].find(({ attempt }) => url !== null && isOwn(attempt, url));
      if (!owner || url === null) return false;
      owner.take(url);
      return true;
    },

    paste(attemptId, address) {
      const owner = waiting.get(attemptId);
      if (!owner) return fail({ code: 'not-found', what: 'attempt' });
      const { attempt, take } = owner;
      const text = address.trim();
      const url = URL.canParse(text) ? new URL(text) : null;
      // What a browser stopped at is the redirect URI, though the callback may be awaited elsewhere.
      const isHome = (uri: string): boolean => url !== null && isArrival(url, uri);
      if (url === null || ![attempt.redirectUri, attempt.arrivalUri].some(isHome)) {
        return fail({ code: 'callback-elsewhere', arrivalUri: attempt.redirectUri });
      }
      const callback = readCallback(url);
      if (callback.kind === 'malformed') return fail({ code: 'callback-malformed', problem: callback.problem });
      if (callback.state === null) return fail({ code: 'callback-state-missing' });
      if (callback.state !== attempt.state) return fail({ code: 'callback-state-wrong' });
      take(url);
    },
  };
}

function isOwn(attempt: Attempt, url: URL): boolean {
  if (!isArrival(url, attempt.arrivalUri)) return false;
  const callback = readCallback(url);
  return callback.kind !== 'malformed' && callback.state !== null && callback.state === attempt.state;
}
