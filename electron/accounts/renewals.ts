import { environmentOf } from '../authorities/authorities.ts';
import type { Profile } from '../authorities/schema.ts';
import type { Handlers } from '../contract/contract.ts';
import { FailureError, type Failure } from '../contract/failure.ts';
import type { AwayView, RenewalRunView } from '../contract/renewal-view.ts';
import type { Change } from '../contract/snapshot.ts';
import { grantOf } from './grant.ts';
import { createPauses } from './pauses.ts';
import type { AccountRecord } from './records.ts';
import type { Renewal, RenewalOutcome } from './renewal.ts';
import { renewBatch, type Due } from './renewal-batch.ts';
import { refreshTokensHad } from './refresh-count.ts';
import { renewalDueAt } from './schedule.ts';
import type { Store } from './store.ts';
import { holderOf } from './token-turns.ts';
import type { Unsaved } from './unsaved.ts';

export type Renewals = {
  readonly calls: Pick<Handlers, 'renewals.start' | 'renewals.cancel' | 'renewals.dismiss' | 'away.dismiss'>;
  /**
   * Renews what is due by now, by the program itself. To be called at least every 30 s, after sleep and after unlocking;
   * a call while one is under way does nothing. Resolves when what it began has ended; rejects for a fault of ours alone.
   */
  tick(): Promise<void>;
  /** The account's access token was used: a token that is kept while in use is renewed by itself. */
  used(accountId: string): void;
  /** Hears how a renewal ended, so that the summary and the back-off know. */
  noteOutcome(outcome: RenewalOutcome): void;
  /** Ends the run and begins nothing more: the program is about to end. */
  stop(): void;
  view(): { readonly renewalRun: RenewalRunView | null; readonly away: AwayView | null };
};

export function createRenewals(deps: {
  readonly store: () => Store;
  readonly isReady: () => boolean;
  readonly profiles: () => readonly Profile[];
  readonly renewal: Renewal;
  readonly unsaved: Unsaved;
  readonly announce: (changes: readonly Change[]) => void;
  /** Whether the window is open and in front, so that nothing needs to be told afterwards. */
  readonly isWatched: () => boolean;
  /** 0 to 1: spreads tries in time. */
  readonly chance: () => number;
  readonly now: () => number;
}): Renewals {
  const lastUsedAt = new Map<string, number>();
  /** By account: when the request was sent whose lost answer was asked for again. */
  const askedAgainFor = new Map<string, number>();
  const pauses = createPauses(deps);
  let isTicking = false;
  let run: RenewalRunView | null = null;
  let cancel: AbortController | null = null;
  let away: AwayView | null = null;
  let isStopped = false;

  function showRun(value: RenewalRunView | null): void {
    run = value;
    deps.announce([{ kind: 'renewalRun', value }]);
  }

  function showAway(value: AwayView | null): void {
    away = value;
    deps.announce([{ kind: 'away', value }]);
  }

  /** The accounts that `isDue` chooses by the time at which they may be renewed without a person. */
  function chosen(isDue: (account: AccountRecord, dueAt: number, now: number, profile: Profile) => boolean): Due[] {
    const store = deps.store();
    const now = deps.now();
    const profiles = deps.profiles();
    const applications = new Map(store.applications().map((application) => [application.id, application]));
    const had = refreshTokensHad(store, now);
    return store.accounts().flatMap((account) => {
      const application = applications.get(account.applicationId);
      const profile = profiles.find(({ id }) => id === application?.profile);
      const environment = application && profile && environmentOf(profile, application.environment);
      if (!application || !profile || !environment || deps.renewal.isRenewing(account.id)) return [];
      const dueAt = renewalDueAt(
        account,
        grantOf(account, application),
        profile,
        lastUsedAt.get(account.id) ?? null,
        had,
        now,
      );
      if (dueAt === null || !isDue(account, dueAt, now, profile)) return [];
      const holder = holderOf({ profile, environment }, account);
      return [{ accountId: account.id, holder, authority: profile.authority }];
    });
  }

  /**
   * Whether an answer was lost and not yet asked for again: that is not put off, since an authority that forgives does so
   * for a minute or so. Afterwards it waits like any other.
   */
  function isLostJustNow({ id, refreshSent }: AccountRecord): boolean {
    return refreshSent?.tries === 1 && askedAgainFor.get(id) !== refreshSent.at;
  }

  async function renewDue(): Promise<void> {
    await deps.unsaved.saveAllAgain();
    const due = chosen((account, dueAt, now, { authority }) => {
      if (dueAt > now) return false;
      return isLostJustNow(account) || !(pauses.isPaused(account.id) || pauses.isPaused(authority));
    });
    if (due.length === 0) return;
    // Where the network or the authority fails one account, the others are not tried in vain.
    const enough = new AbortController();
    await renewBatch(due, 'program', {
      async renew(accountId, wish) {
        const { refreshSent } = deps.store().account(accountId);
        if (refreshSent !== null) askedAgainFor.set(accountId, refreshSent.at);
        await deps.renewal.renew(accountId, wish);
      },
      onResult({ accountId, authority }, failure) {
        const isAuthoritys = failure !== null && failsAll(failure);
        pauses.note(isAuthoritys ? authority : accountId, failure);
        if (failure === null) pauses.note(authority, null);
        if (isAuthoritys) enough.abort();
      },
      onWait: () => undefined,
      isPatient: false,
      signal: enough.signal,
    });
  }

  async function runAll(due: readonly Due[], signal: AbortSignal): Promise<void> {
    let current: RenewalRunView = { state: 'running', total: due.length, renewed: 0, failed: [], waitsUntil: null };
    const change = (changes: Partial<RenewalRunView>): void => {
      current = { ...current, ...changes };
      showRun(current);
    };
    change({});
    try {
      await renewBatch(due, 'person', {
        renew: deps.renewal.renew,
        onResult: ({ accountId }, failure) =>
          change(
            failure === null
              ? { renewed: current.renewed + 1 }
              : { failed: [...current.failed, { accountId, failure }] },
          ),
        onWait: (ms) => change({ waitsUntil: ms === 0 ? null : deps.now() + ms }),
        isPatient: true,
        signal,
      });
    } finally {
      change({ state: signal.aborted ? 'cancelled' : 'done', waitsUntil: null });
    }
  }

  return {
    calls: {
      'renewals.start'({ accountIds }) {
        // Those that are named are not what this run is about.
        if (run?.state === 'running') return { accounts: accountIds === undefined ? run.total : 0 };
        const named = accountIds && new Set(accountIds);
        const due = chosen(({ id, refreshSent }, dueAt, now) =>
          named === undefined ? dueAt <= now || refreshSent !== null : named.has(id),
        );
        if (named !== undefined && due.length === 0) return { accounts: 0 };
        cancel = new AbortController();
        runAll(due, cancel.signal).catch(() => undefined);
        return { accounts: due.length };
      },
      'renewals.cancel'() {
        cancel?.abort();
        return {};
      },
      'renewals.dismiss'() {
        if (run?.state !== 'running') showRun(null);
        return {};
      },
      'away.dismiss'() {
        showAway(null);
        return {};
      },
    },

    async tick() {
      if (isTicking || isStopped || !deps.isReady()) return;
      isTicking = true;
      try {
        await renewDue();
      } catch (error) {
        // Locked while it was at work: the next tick after unlocking goes on.
        if (!(error instanceof FailureError)) throw error;
      } finally {
        isTicking = false;
      }
    },

    stop() {
      isStopped = true;
      cancel?.abort();
    },

    used: (accountId) => void lastUsedAt.set(accountId, deps.now()),

    noteOutcome({ accountId, by, failure }) {
      if (failure === null) pauses.note(accountId, null);
      if (by === 'person' || deps.isWatched()) return;
      const before = away ?? { since: deps.now(), renewed: 0, needPerson: [] };
      const others = before.needPerson.filter((id) => id !== accountId);
      if (failure === null) showAway({ ...before, renewed: before.renewed + 1, needPerson: others });
      else if (needsPerson(failure)) showAway({ ...before, needPerson: [...others, accountId] });
    },

    view: () => ({ renewalRun: run, away }),
  };
}

/** Failures that the authority's next account would meet too: the network, its gateway, or its server in trouble. */
function failsAll(failure: Failure): boolean {
  const { code } = failure;
  if (code === 'authority-refused') return failure.status !== null && failure.status >= 500;
  return code.startsWith('authority-') || code === 'answer-not-json' || code === 'answer-incomplete';
}

/** Failures that the program's next try will not cure. */
function needsPerson({ code }: Failure): boolean {
  return code === 'signin-needed' || code === 'authority-refused' || code === 'application-incomplete';
}
