import type { Bridge } from '../../../electron/contract/client.ts';
import type { CallInput } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { factsOf, needsSignIn } from '../../state/lifetime.ts';
import type { Projection } from '../../state/projection.ts';
import { pinProblem, type PinProblem } from '../certificates/pin-problem.ts';

/** What the one button of an account asks its user before it can go on. */
export type Question =
  | {
      readonly kind: 'pin';
      readonly accountId: string;
      readonly replaceLiving: boolean;
      readonly problem: PinProblem | null;
    }
  | { readonly kind: 'still-lives'; readonly accountId: string; readonly expiresAt: number }
  | { readonly kind: 'other-copy'; readonly accountId: string; readonly replaceLiving: boolean }
  | { readonly kind: 'sign-in'; readonly accountId: string; readonly reason: SignInReason };

/** Why only a new sign-in gives a new token. */
export type SignInReason = Extract<Failure, { code: 'signin-needed' }>['reason'];

export type Ended = {
  readonly accountId: string;
  readonly failure: Failure | null;
  /** When the access token that was to be replaced was obtained, epoch ms; null where there was none. */
  readonly replaced: number | null;
};

/** Fetching new access tokens by one click, from any screen: what runs, what is asked, how the last one ended. */
export type Fetches = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly isRunning: (accountId: string) => boolean;
  readonly question: () => Question | null;
  /** How the account's last fetch of this session failed; null where it did not. */
  readonly failure: (accountId: string) => Failure | null;
  readonly lastEnded: () => Ended | null;
  /** Fetches, asking first while the old token lives or where the PIN is needed. */
  readonly fetch: (accountId: string) => void;
  readonly fetchAnyway: () => void;
  /** Renews although that ends the copy another program holds (R21). */
  readonly endOtherCopy: () => void;
  /** Opens the sign-in of an account whose grant is over. */
  readonly signInAgain: (accountId: string, failure: Failure) => void;
  readonly answerPin: (pin: string) => void;
  readonly dropQuestion: () => void;
};

type State = {
  readonly running: ReadonlySet<string>;
  readonly question: Question | null;
  readonly failures: ReadonlyMap<string, Failure>;
  readonly lastEnded: Ended | null;
};

/** Starts with nothing running. The PIN passes through and is kept nowhere. */
export function createFetches(bridge: Bridge, projection: Projection): Fetches {
  const listeners = new Set<() => void>();
  let state: State = { running: new Set(), question: null, failures: new Map(), lastEnded: null };

  function change(part: Partial<State>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  /** A PIN is asked for where the certificate is shown and its key is not kept; a refresh token needs none. */
  function asksPin(accountId: string): boolean {
    const snapshot = projection.get();
    const account = snapshot?.accounts[accountId];
    if (snapshot === null || account === undefined) return false;
    const { certificate, profile } = factsOf(snapshot, account);
    return profile?.renewal !== 'refresh-token' && certificate?.key === 'asked';
  }

  /** Whether only a new sign-in helps: main has told so before it answered. */
  function isOver(accountId: string): boolean {
    const account = projection.get()?.accounts[accountId];
    return account !== undefined && needsSignIn(account);
  }

  function start(accountId: string, replaceLiving: boolean): void {
    // Where the answer to a renewal was lost, that copy was given up when it was sent.
    const endsOtherCopy = projection.get()?.accounts[accountId]?.answerLost ?? false;
    if (!asksPin(accountId)) void run({ accountId, replaceLiving, pin: null, endsOtherCopy });
    else change({ question: { kind: 'pin', accountId, replaceLiving, problem: null } });
  }

  async function run(asked: CallInput<'accounts.renew'>): Promise<void> {
    const { accountId } = asked;
    if (state.running.has(accountId)) return;
    const failures = new Map(state.failures);
    failures.delete(accountId);
    change({ running: new Set([...state.running, accountId]), question: null, failures });
    const replaced = projection.get()?.accounts[accountId]?.accessToken?.obtainedAt ?? null;
    const answer = await bridge.call('accounts.renew', asked);
    const running = new Set([...state.running].filter((id) => id !== accountId));
    if (answer.ok) change({ running, lastEnded: { accountId, failure: null, replaced } });
    else end(running, { ...asked, replaced }, answer.failure);
  }

  function end(
    running: ReadonlySet<string>,
    tried: CallInput<'accounts.renew'> & Pick<Ended, 'replaced'>,
    failure: Failure,
  ): void {
    const { accountId, replaceLiving, pin, replaced } = tried;
    const { code } = failure;
    if (code === 'token-still-lives') {
      change({ running, question: { kind: 'still-lives', accountId, expiresAt: failure.expiresAt } });
    } else if (code === 'other-copy-ends') {
      change({ running, question: { kind: 'other-copy', accountId, replaceLiving } });
    } else if (code === 'pin-needed' || code === 'p12-wrong-password') {
      change({ running, question: { kind: 'pin', accountId, replaceLiving, problem: pinProblem(failure, pin) } });
    } else if (code === 'signin-needed' || isOver(accountId)) {
      change({ running, question: signInQuestion(accountId, failure) });
    } else {
      const failures = new Map([...state.failures, [accountId, failure] as const]);
      change({ running, failures, lastEnded: { accountId, failure, replaced } });
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    isRunning: (accountId) => state.running.has(accountId),
    question: () => state.question,
    failure: (accountId) => state.failures.get(accountId) ?? null,
    lastEnded: () => state.lastEnded,
    fetch(accountId) {
      const expiresAt = projection.get()?.accounts[accountId]?.accessToken?.expiresAt ?? 0;
      // Asked before the PIN, so that nobody types one in vain. With a kept key main itself says that the token lives.
      if (asksPin(accountId) && expiresAt > Date.now()) {
        change({ question: { kind: 'still-lives', accountId, expiresAt } });
      } else {
        start(accountId, false);
      }
    },
    fetchAnyway() {
      if (state.question?.kind !== 'still-lives') return;
      const { accountId } = state.question;
      change({ question: null });
      start(accountId, true);
    },
    endOtherCopy() {
      if (state.question?.kind !== 'other-copy') return;
      const { accountId, replaceLiving } = state.question;
      void run({ accountId, replaceLiving, pin: null, endsOtherCopy: true });
    },
    signInAgain: (accountId, failure) => change({ question: signInQuestion(accountId, failure) }),
    answerPin(pin) {
      if (state.question?.kind !== 'pin') return;
      const { accountId, replaceLiving } = state.question;
      void run({ accountId, replaceLiving, pin });
    },
    dropQuestion: () => change({ question: null }),
  };
}

function signInQuestion(accountId: string, failure: Failure): Question {
  return { kind: 'sign-in', accountId, reason: failure.code === 'signin-needed' ? failure.reason : 'refused' };
}
