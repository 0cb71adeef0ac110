import type { Profile } from '../authorities/schema.ts';
import { fail } from '../contract/failure.ts';
import type { HttpsClient } from '../network/https-client.ts';
import { refreshTokens } from '../tokens/token-request.ts';
import { withAnswer } from './grant.ts';
import { placeOf } from './place.ts';
import { keepFailure, type SignIn } from './sign-in.ts';
import type { AccountRecord } from './records.ts';
import type { Store } from './store.ts';

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
  readonly now: () => number;
}): Renewal {
  const running = new Map<string, Promise<void>>();

  async function refresh(account: AccountRecord, pin: string | null): Promise<void> {
    const store = deps.store();
    const application = store.application(account.applicationId);
    const place = placeOf(deps.profiles(), application);
    const { renewal } = place.profile;
    if (renewal.by === 'sign-in') return deps.signIn.run(account, pin);
    const refreshToken = account.grant?.refreshToken ?? null;
    if (refreshToken === null) return fail({ code: 'signin-needed', reason: 'no-refresh-token' });
    if (refreshToken.isCertain && refreshToken.expiresAt <= deps.now()) {
      return fail({ code: 'signin-needed', reason: 'refresh-token-ended' });
    }
    if (renewal.limitPerUser !== null && refreshToken.ordinal >= renewal.limitPerUser) {
      return fail({ code: 'signin-needed', reason: 'refresh-limit' });
    }
    const { clientId, clientSecret } = application;
    try {
      const answer = await refreshTokens(
        {
          ...deps,
          ...place,
          credentials: { clientId, clientSecret },
          clientCertificate: null,
          signal: AbortSignal.timeout(REFRESH_DEADLINE_MS),
        },
        renewal.body,
        refreshToken.value,
      );
      // Read again: a label may have changed meanwhile, or the account be gone.
      const current = store.account(account.id);
      await store.saveAccount(
        withAnswer(current, place.profile, answer, {
          scopeAsked: current.grant?.scopeAsked ?? [],
          isSignIn: false,
          now: deps.now(),
        }),
      );
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
