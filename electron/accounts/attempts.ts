import { FailureError } from '../contract/failure.ts';
import type { AttemptView, Change } from '../contract/snapshot.ts';
import type { Attempt } from '../signin/attempt.ts';
import type { AccountRecord } from './records.ts';

/** A sign-in under way, as those who run it see it. */
export type RunningAttempt = {
  /** Aborts when the user cancels or the deadline passes; its reason is a `FailureError`. */
  readonly signal: AbortSignal;
  show(status: AttemptView['status']): void;
  /** The attempt is over, however it ended. */
  end(): void;
};

export type Attempts = {
  /** @param now epoch ms; what is left of the attempt's time begins there */
  begin(attempt: Attempt, account: AccountRecord, now: number): RunningAttempt;
  cancel(attemptId: string): void;
  cancelAll(): void;
  views(): readonly AttemptView[];
};

/** The sign-ins under way. */
export function createAttempts(announce: (changes: readonly Change[]) => void): Attempts {
  const running = new Map<string, { view: AttemptView; abort: AbortController }>();

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
      const show = (status: AttemptView['status']): void => {
        const { id, startedAt, deadline, route, arrivalUri } = attempt;
        const { applicationId, certificateId, grant } = account;
        const accountId = grant ? account.id : null;
        const when = { startedAt, deadline };
        const view: AttemptView = { id, applicationId, accountId, certificateId, route, arrivalUri, status, ...when };
        running.set(id, { view, abort });
        announce([{ kind: 'attempts', id, value: view }]);
      };
      show('waiting');
      return {
        signal: abort.signal,
        show,
        end() {
          clearTimeout(timer);
          running.delete(attempt.id);
          announce([{ kind: 'attempts', id: attempt.id, value: null }]);
        },
      };
    },
    cancel,
    cancelAll: () => [...running.keys()].forEach(cancel),
    views: () => [...running.values()].map(({ view }) => view),
  };
}
