import { fail, FailureError } from '../contract/failure.ts';
import { arrivalOf, isInWindow, type Arrival } from '../contract/route.ts';
import type { AttemptView, Change } from '../contract/snapshot.ts';
import type { Attempt } from '../signin/attempt.ts';
import type { AccountRecord } from './records.ts';

/** A sign-in under way, as those who run it see it. */
export type RunningAttempt = {
  /** Aborts when the user cancels or the deadline passes; its reason is a `FailureError`. */
  readonly signal: AbortSignal;
  show(status: AttemptView['status']): void;
  /** Its callback comes home otherwise than its redirect URI says. */
  arrivesBy(arrival: Arrival): void;
  /** While it waits for the system browser, `page` gives the address to open there; each time one that works. */
  leadsOn(page: () => Promise<URL>): void;
  /** The attempt is over, however it ended. */
  end(): void;
};

export type Attempts = {
  /** @param now epoch ms; what is left of the attempt's time begins there */
  begin(attempt: Attempt, account: AccountRecord, now: number): RunningAttempt;
  cancel(attemptId: string): void;
  cancelAll(): void;
  /** Cancels the sign-ins in the app's own windows, which would stay in sight. */
  endWindows(): void;
  /** How often that was wanted: one that is still opening its certificate sees that it came meanwhile. */
  windowEndings(): number;
  /** The address to open in a browser for an attempt that waits for one; fails with `not-found` for any other. */
  page(attemptId: string): Promise<URL>;
  views(): readonly AttemptView[];
};

type Entry = { view: AttemptView; readonly abort: AbortController; page: (() => Promise<URL>) | null };

/** The sign-ins under way. */
export function createAttempts(announce: (changes: readonly Change[]) => void): Attempts {
  const running = new Map<string, Entry>();
  let windowEndings = 0;

  function cancel(attemptId: string): void {
    running.get(attemptId)?.abort.abort(new FailureError({ code: 'signin-cancelled' }));
  }

  return {
    begin(attempt, account, now) {
      const abort = new AbortController();
      const seconds = Math.round((attempt.deadline - attempt.startedAt) / 1000);
      const timer = setTimeout(
        () => abort.abort(new FailureError({ code: 'signin-timed-out', seconds })),
        attempt.deadline - now,
      );
      const { id, startedAt, deadline, route, redirectUri } = attempt;
      const { applicationId, certificateId, grant } = account;
      const accountId = grant ? account.id : null;
      const arrival = arrivalOf(route, redirectUri);
      const when = { startedAt, deadline };
      const way = { route, redirectUri, arrival, status: 'waiting' } as const;
      const entry: Entry = {
        view: { id, applicationId, accountId, certificateId, ...way, ...when },
        abort,
        page: null,
      };
      const change = (changed: Partial<AttemptView>): void => {
        entry.view = { ...entry.view, ...changed };
        announce([{ kind: 'attempts', id, value: entry.view }]);
      };
      running.set(id, entry);
      change({});
      return {
        signal: abort.signal,
        show: (status) => change({ status }),
        arrivesBy: (by) => change({ arrival: by }),
        leadsOn: (page) => void (entry.page = page),
        end() {
          clearTimeout(timer);
          running.delete(attempt.id);
          announce([{ kind: 'attempts', id: attempt.id, value: null }]);
        },
      };
    },
    cancel,
    async page(attemptId) {
      const { view, page } = running.get(attemptId) ?? {};
      return view?.status === 'waiting' && page ? page() : fail({ code: 'not-found', what: 'attempt' });
    },
    endWindows() {
      windowEndings += 1;
      for (const { view } of running.values()) if (isInWindow(view.route)) cancel(view.id);
    },
    windowEndings: () => windowEndings,
    cancelAll: () => [...running.keys()].forEach(cancel),
    views: () => [...running.values()].map(({ view }) => view),
  };
}
