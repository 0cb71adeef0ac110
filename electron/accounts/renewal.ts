import type { Profile } from '../authorities/schema.ts';
import { fail, FailureError, type Failure } from '../contract/failure.ts';
import type { HttpsClient } from '../network/https-client.ts';
import { tracedHttps } from '../signin/traced-https.ts';
import { refreshTokenAfter } from '../tokens/spent.ts';
import type { TokenAnswer } from '../tokens/token-answer.ts';
import { refreshTokens } from '../tokens/token-request.ts';
import { grantOf, withAnswer } from './grant.ts';
import { placeOf, type Place } from './place.ts';
import { isLimitReached, refreshTokensHad, type RefreshTokensHad } from './refresh-count.ts';
import { isPassing, type SignIn } from './sign-in.ts';
import type { AccountRecord, ApplicationRecord, Grant } from './records.ts';
import type { Store } from './store.ts';
import type { TokenTurns } from './token-turns.ts';
import type { Traces } from './traces.ts';
import type { Unsaved } from './unsaved.ts';

/** How a renewal was asked for. */
export type RenewalWish = {
  /** The PIN of a certificate whose key is not kept; null where none is at hand. */
  readonly pin: string | null;
  /** The user knows that the first refresh ends the other program's copy (R21). */
  readonly endsOtherCopy: boolean;
  /** A click, or the program by itself. */
  readonly by: 'person' | 'program';
};

/** How one ended; `failure` is null where the account has its new token. */
export type RenewalOutcome = {
  readonly accountId: string;
  readonly by: RenewalWish['by'];
  readonly failure: Failure | null;
};

export type Renewal = {
  /**
   * Fetches new tokens for an account, one request at a time per account: whoever asks meanwhile gets that one's result.
   * A failure deletes nothing (R20). The order of a refresh is fixed, so that a crash at any moment leaves a state that
   * says what happened:
   * 1. `refreshSent` is written to the account, durably; where the disk refuses, nothing is sent;
   * 2. the request is sent with the stored refresh token;
   * 3. the new pair takes the old one's place and `refreshSent` goes, in one durable write;
   * 4. only then does anybody hear of it.
   * Where 3 did not happen, the old pair stays and `refreshSent` with it: the answer is lost. The same refresh token is
   * tried again, by the program itself once and by a person as often as she likes; once the authority refuses it, the
   * account needs a sign-in.
   */
  renew(accountId: string, wish: RenewalWish): Promise<void>;
  isRenewing(accountId: string): boolean;
};

/** How long an authority may take to answer a refresh, ms. */
const REFRESH_DEADLINE_MS = 90_000;

export function createRenewal(deps: {
  readonly store: () => Store;
  readonly https: HttpsClient;
  readonly profiles: () => readonly Profile[];
  readonly signIn: SignIn;
  readonly tokenTurns: TokenTurns;
  readonly unsaved: Unsaved;
  readonly traces: Traces;
  /** Hears how each renewal ended, after its result is durable. */
  readonly onOutcome: (outcome: RenewalOutcome) => void;
  readonly now: () => number;
}): Renewal {
  const running = new Map<string, Promise<void>>();

  async function begin(accountId: string, { pin, endsOtherCopy }: RenewalWish): Promise<void> {
    const store = deps.store();
    const account = store.account(accountId);
    if (account.standing !== 'here') fail({ code: 'renewal-elsewhere', standing: account.standing });
    if (await deps.unsaved.saveAgain(accountId)) return;
    const place = placeOf(deps.profiles(), store.application(account.applicationId));
    if (place.profile.renewal.by === 'sign-in') {
      await deps.signIn.run(account, { pin, route: null });
      return;
    }
    if (account.hasOtherCopy && !endsOtherCopy) fail({ code: 'other-copy-ends' });
    const wanted = account.grant;
    await deps.tokenTurns.take(place, account, async () => {
      const current = store.account(accountId);
      // Whoever signed in while this waited its turn has brought something newer.
      if (current.grant?.accessToken === wanted?.accessToken) await refresh(store, current, place);
    });
  }

  async function refresh(store: Store, account: AccountRecord, place: Place): Promise<void> {
    const { profile } = place;
    const application = store.application(account.applicationId);
    const before = account.refreshSent;
    try {
      const had = refreshTokensHad(store, deps.now());
      const spent = refreshable(account, application, profile, had, deps.now()).value;
      const sent = { at: deps.now(), tries: (before?.tries ?? 0) + 1 };
      await note(store, account.id, sent, before);
      const answer = await send(store, account, place, spent);
      await deps.unsaved.save(account.id, () =>
        store.changeAccount(account.id, (current) => {
          if (current.grant?.refreshToken?.value !== spent) return current;
          const scopeAsked = current.grant.scopeAsked;
          return withAnswer(current, profile, answer, { application, scopeAsked, isSignIn: false, now: deps.now() });
        }),
      );
    } catch (error) {
      throw await keepRefreshFailure(store, account, profile, error, deps.now());
    }
  }

  /** Notes the request before it is sent. Where the disk may not keep the note, nothing is sent and the note is taken back. */
  async function note(
    store: Store,
    accountId: string,
    sent: AccountRecord['refreshSent'],
    before: AccountRecord['refreshSent'],
  ): Promise<void> {
    try {
      await store.changeAccount(accountId, (current) => ({ ...current, refreshSent: sent }));
    } catch (error) {
      await store.changeAccount(accountId, (current) => ({ ...current, refreshSent: before })).catch(() => undefined);
      throw error;
    }
  }

  /** What happens on the way is recorded. */
  async function send(store: Store, account: AccountRecord, place: Place, refreshToken: string): Promise<TokenAnswer> {
    const { clientId, clientSecret } = store.application(account.applicationId);
    const { renewal } = place.profile;
    if (renewal.by !== 'refresh-token') return fail({ code: 'signin-needed', reason: 'no-refresh-token' });
    const trace = deps.traces.begin({ store, place, account, attempt: null, certPem: null, isResumed: false });
    const requester = {
      ...deps,
      ...place,
      // Hundreds may be renewed in a row: they share the connections there are.
      https: tracedHttps(deps.https, trace, false),
      credentials: { clientId, clientSecret },
      clientCertificate: null,
      signal: AbortSignal.timeout(REFRESH_DEADLINE_MS),
    };
    try {
      const answer = await refreshTokens(requester, renewal.body, refreshToken);
      trace.note({ kind: 'tokens', answer, refreshTokenSent: refreshToken });
      trace.note({ kind: 'ended', error: null });
      return answer;
    } catch (error) {
      trace.note({ kind: 'ended', error });
      throw error;
    }
  }

  /** Tells the window that it is being renewed, or no longer; a vault that was locked meanwhile shows nothing. */
  function show(accountId: string): void {
    try {
      deps.store().touchAccount(accountId);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
    }
  }

  return {
    renew(accountId, wish) {
      const known = running.get(accountId);
      if (known) return known;
      const begun = begin(accountId, wish)
        .then(
          () => deps.onOutcome({ accountId, by: wish.by, failure: null }),
          (error: unknown) => {
            if (error instanceof FailureError) deps.onOutcome({ accountId, by: wish.by, failure: error.failure });
            throw error;
          },
        )
        .finally(() => {
          running.delete(accountId);
          show(accountId);
        });
      running.set(accountId, begun);
      show(accountId);
      return begun;
    },
    isRenewing: (accountId) => running.has(accountId),
  };
}

/** The refresh token that may be sent; fails with `signin-needed` where there is none, and with what else is missing. */
function refreshable(
  account: AccountRecord,
  application: ApplicationRecord,
  profile: Profile,
  had: RefreshTokensHad,
  now: number,
): NonNullable<Grant['refreshToken']> {
  const refreshToken = grantOf(account, application)?.refreshToken ?? null;
  if (refreshToken === null) return fail({ code: 'signin-needed', reason: 'no-refresh-token' });
  if (refreshToken.isCertain && refreshToken.expiresAt <= now) {
    return fail({ code: 'signin-needed', reason: 'refresh-token-ended' });
  }
  if (isLimitReached(profile, had(account))) return fail({ code: 'signin-needed', reason: 'refresh-limit' });
  if (application.clientSecret === '') fail({ code: 'application-incomplete', missing: ['clientSecret'] });
  return refreshToken;
}

/**
 * Keeps on the account why its refresh failed, and what is known of the refresh token: `refreshSent` stays only where
 * the answer may have been lost. Gives what the caller is to throw.
 */
async function keepRefreshFailure(
  store: Store,
  account: AccountRecord,
  profile: Profile,
  error: unknown,
  now: number,
): Promise<unknown> {
  if (!(error instanceof FailureError)) return error;
  // The disk refused: what is on it stands, and the answer, if there is one, waits in memory.
  if (error.failure.code === 'vault-write-failed' || error.failure.code === 'not-found') return error;
  const before = account.refreshSent;
  const isOurs = error.failure.code === 'signin-needed' || error.failure.code === 'application-incomplete';
  const after = isOurs ? 'kept' : refreshTokenAfter(profile, error.failure);
  const wasLost = after === 'refused' && before !== null;
  const told = wasLost ? new FailureError({ code: 'signin-needed', reason: 'answer-lost' }, error) : error;
  const { failure } = told;
  await store
    .changeAccount(account.id, (current) => {
      // Who signed in meanwhile has another refresh token, of which this says nothing.
      if (current.grant?.refreshToken?.value !== account.grant?.refreshToken?.value) return current;
      return {
        ...current,
        ...(after === 'unknown' ? {} : { refreshSent: after === 'kept' ? before : null }),
        grantEnded: current.grantEnded || after === 'refused',
        lastFailure: isPassing(failure) ? current.lastFailure : { at: now, failure },
      };
    })
    // That this write failed must not hide the first failure: the caller hears of that one.
    .catch(() => undefined);
  return told;
}
