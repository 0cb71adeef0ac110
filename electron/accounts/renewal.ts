import type { Profile } from '../authorities/schema.ts';
import { fail, FailureError } from '../contract/failure.ts';
import type { HttpsClient } from '../network/https-client.ts';
import { refreshTokens } from '../tokens/token-request.ts';
import { grantOf, withAnswer } from './grant.ts';
import { placeOf } from './place.ts';
import { holderOf, keepFailure, type SignIn } from './sign-in.ts';
import type { AccountRecord } from './records.ts';
import type { Store } from './store.ts';
import type { Turns } from '../vault/turns.ts';

export type Renewal = {
  /**
   * Fetches new tokens for an account, one request at a time per account: whoever asks meanwhile gets that one's result.
   * The new pair is on the disk before this resolves; a failure deletes nothing (R20).
   */
  renew(account: AccountRecord, pin: string | null): Promise<void>;
  isRenewing(accountId: string): boolean;
};

/** How long an authority may take to answer a refresh, ms. */
const REFRESH_DEADLINE_MS = 90_000;

export function createRenewal(deps: {
  readonly store: () => Store;
  readonly https: HttpsClient;
  readonly profiles: () => readonly Profile[];
  readonly signIn: SignIn;
  readonly tokenTurns: Turns;
  readonly now: () => number;
}): Renewal {
  const running = new Map<string, Promise<void>>();
  /** What an authority gave and the disk did not take: the old refresh token is spent, so this must not be dropped. */
  const unsaved = new Map<string, (current: AccountRecord) => AccountRecord>();

  async function save(accountId: string, change: (current: AccountRecord) => AccountRecord): Promise<void> {
    unsaved.set(accountId, change);
    try {
      await deps.store().changeAccount(accountId, change);
    } catch (error) {
      if (error instanceof FailureError) {
        const { failure } = error;
        const isInPlace = failure.code === 'vault-write-failed' && failure.reason === 'not-durable';
        // A removed account has no use for it.
        if (isInPlace || failure.code === 'not-found') unsaved.delete(accountId);
      }
      throw error;
    }
    unsaved.delete(accountId);
  }

  /** Stores what an earlier renewal brought and could not; true where there was something, and it is durable now. */
  async function saveUnsaved(accountId: string): Promise<boolean> {
    const change = unsaved.get(accountId);
    if (!change) return false;
    await save(accountId, change);
    return true;
  }

  async function refresh(account: AccountRecord, pin: string | null): Promise<void> {
    const store = deps.store();
    const application = store.application(account.applicationId);
    const place = placeOf(deps.profiles(), application);
    const { renewal } = place.profile;
    if (renewal.by === 'sign-in') return deps.signIn.run(account, pin);
    if (await saveUnsaved(account.id)) return;
    const refreshToken = grantOf(account, application)?.refreshToken ?? null;
    if (refreshToken === null) return fail({ code: 'signin-needed', reason: 'no-refresh-token' });
    if (refreshToken.isCertain && refreshToken.expiresAt <= deps.now()) {
      return fail({ code: 'signin-needed', reason: 'refresh-token-ended' });
    }
    if (renewal.limitPerUser !== null && refreshToken.ordinal >= renewal.limitPerUser) {
      return fail({ code: 'signin-needed', reason: 'refresh-limit' });
    }
    const { clientId, clientSecret } = application;
    try {
      const spent = refreshToken.value;
      const answer = await deps.tokenTurns(holderOf(place, account), async () => {
        // Whoever signed in while this waited its turn has brought something newer.
        if (store.account(account.id).grant?.refreshToken?.value !== spent) return null;
        return refreshTokens(
          {
            ...deps,
            ...place,
            credentials: { clientId, clientSecret },
            clientCertificate: null,
            signal: AbortSignal.timeout(REFRESH_DEADLINE_MS),
          },
          renewal.body,
          spent,
        );
      });
      if (answer === null) return;
      const { profile } = place;
      await save(account.id, (current) => {
        if (current.grant?.refreshToken?.value !== spent) return current;
        const scopeAsked = current.grant.scopeAsked;
        return withAnswer(current, profile, answer, { application, scopeAsked, isSignIn: false, now: deps.now() });
      });
    } catch (error) {
      await keepFailure(store, account.id, error, deps.now());
      throw error;
    }
  }

  return {
    renew(account, pin) {
      const known = running.get(account.id);
      if (known) return known;
      const begun = refresh(account, pin).finally(() => {
        running.delete(account.id);
        deps.store().touchAccount(account.id);
      });
      running.set(account.id, begun);
      deps.store().touchAccount(account.id);
      return begun;
    },
    isRenewing: (accountId) => running.has(accountId),
  };
}
