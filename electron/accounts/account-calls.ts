import { randomBytes, randomUUID } from 'node:crypto';
import { fillFields } from '../authorities/request-fields.ts';
import type { Profile } from '../authorities/schema.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { HttpsClient } from '../network/https-client.ts';
import { signInAsCurl } from '../signin/curl.ts';
import { readToken } from '../tokens/claims.ts';
import { revokeToken } from '../tokens/revoke.ts';
import type { Attempts } from './attempts.ts';
import type { Callbacks } from './callbacks.ts';
import { grantOf } from './grant.ts';
import type { HandOver } from './hand-over.ts';
import { placeOf } from './place.ts';
import { freshAccount, type AccountRecord, type ApplicationRecord } from './records.ts';
import type { Renewal } from './renewal.ts';
import type { SignIn } from './sign-in.ts';
import type { Store } from './store.ts';
import type { TokenTurns } from './token-turns.ts';
import type { Unsaved } from './unsaved.ts';

/** How long an authority may take to answer a revocation, ms. */
const REVOKE_DEADLINE_MS = 60_000;

export function accountCalls(deps: {
  readonly store: () => Store;
  readonly profiles: () => readonly Profile[];
  readonly https: HttpsClient;
  readonly signIn: SignIn;
  readonly renewal: Renewal;
  readonly handOver: Pick<HandOver, 'stopAll'>;
  readonly tokenTurns: TokenTurns;
  readonly unsaved: Unsaved;
  readonly attempts: Attempts;
  readonly callbacks: Callbacks;
  readonly writeClipboard: (text: string) => void;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
}): Pick<
  Handlers,
  | 'accounts.signIn'
  | 'accounts.renew'
  | 'accounts.revoke'
  | 'accounts.readClaims'
  | 'accounts.remove'
  | 'accounts.copySignInAsCurl'
  | 'attempts.cancel'
  | 'attempts.paste'
> {
  return {
    async 'accounts.signIn'({ applicationId, certificateId, accountId, redirectUri, pin }) {
      const store = deps.store();
      const application = store.application(applicationId);
      const callbackUrl = redirectUri ?? application.redirectUris[0] ?? '';
      const known = accountId === null ? sharedAccount(store, application, certificateId) : store.account(accountId);
      // Whoever names an account wants a new sign-in; whoever names none may share the token there is (S13).
      const shared = known ? grantOf(known, store.application(known.applicationId)) : null;
      if (accountId === null && known && shared && shared.expiresAt > deps.now()) {
        return { accountId: known.id, isShared: true };
      }
      const account: AccountRecord = {
        ...(known ?? { ...freshAccount, id: randomUUID(), grant: null }),
        applicationId,
        certificateId,
        redirectUri: callbackUrl,
      };
      await deps.signIn.run(account, pin);
      return { accountId: account.id, isShared: false };
    },

    async 'accounts.renew'({ accountId, replaceLiving, pin, endsOtherCopy = false }) {
      const account = deps.store().account(accountId);
      const application = deps.store().application(account.applicationId);
      const { profile } = placeOf(deps.profiles(), application);
      const expiresAt = grantOf(account, application)?.expiresAt ?? 0;
      if (profile.asksBeforeReplacing && !replaceLiving && expiresAt > deps.now()) {
        fail({ code: 'token-still-lives', expiresAt });
      }
      await deps.renewal.renew(accountId, { pin, endsOtherCopy, by: 'person' });
      return {};
    },

    async 'accounts.revoke'({ accountId }) {
      const store = deps.store();
      const application = store.application(store.account(accountId).applicationId);
      const place = placeOf(deps.profiles(), application);
      const { revoke } = place.environment;
      if (revoke === null) return fail({ code: 'no-access-token' });
      const { standing } = store.account(accountId);
      // The tokens that live now are another computer's.
      if (standing !== 'here') fail({ code: 'renewal-elsewhere', standing });
      // In its turn, and after what is not stored yet: the pair to revoke is the newest.
      await deps.unsaved.saveAgain(accountId);
      const outcome = await deps.tokenTurns.take(place, store.account(accountId), () => {
        const grant = grantOf(store.account(accountId), application);
        if (!grant) return fail({ code: 'no-access-token' });
        const { clientId, clientSecret } = application;
        const signal = AbortSignal.timeout(REVOKE_DEADLINE_MS);
        const credentials = { clientId, clientSecret };
        const requester = { ...deps, ...place, credentials, clientCertificate: null, signal };
        return revokeToken(requester, revoke, grant.refreshToken?.value ?? grant.accessToken);
      });
      if (outcome.outcome !== 'accepted') return { ...outcome, filesLeft: [] };
      await store.changeAccount(accountId, (current) => ({ ...current, grantEnded: true }));
      return { ...outcome, filesLeft: await deps.handOver.stopAll(accountId) };
    },

    'accounts.readClaims'({ accountId }) {
      const { grant } = deps.store().account(accountId);
      return grant ? readToken(grant.accessToken) : fail({ code: 'no-access-token' });
    },

    async 'accounts.remove'({ accountId }) {
      const store = deps.store();
      store.account(accountId);
      // A sign-in of it that is under way must not bring it back, now or after a restart.
      for (const attempt of deps.attempts.views())
        if (attempt.accountId === accountId) deps.attempts.cancel(attempt.id);
      for (const pending of store.pendingSignIns()) {
        if (pending.account.id === accountId) await store.removePendingSignIn(pending.id);
      }
      const filesLeft = await deps.handOver.stopAll(accountId);
      await store.removeAccount(accountId);
      return { filesLeft };
    },

    'accounts.copySignInAsCurl'({ accountId }) {
      const account = deps.store().account(accountId);
      const application = deps.store().application(account.applicationId);
      const { profile, environment } = placeOf(deps.profiles(), application);
      const query = fillFields(profile.authorizeQuery, {
        client_id: application.clientId,
        response_type: 'code',
        state: randomBytes(16).toString('hex'),
        redirect_uri: account.redirectUri,
        scope: application.scopes.join(' '),
      });
      deps.writeClipboard(signInAsCurl(environment.authorize, query));
      return {};
    },

    'attempts.cancel'({ attemptId }) {
      deps.attempts.cancel(attemptId);
      return {};
    },

    'attempts.paste'({ attemptId, url }) {
      deps.callbacks.paste(attemptId, url);
      return {};
    },
  };
}

/** Accounts with the same keys, certificate and scopes are one account and share one token (S13). */
function sharedAccount(
  store: Store,
  application: ApplicationRecord,
  certificateId: string | null,
): AccountRecord | undefined {
  // Without a certificate nothing says that it is the same person.
  if (certificateId === null) return undefined;
  const grants = ({ profile, environment, clientId, scopes }: ApplicationRecord): string =>
    JSON.stringify([profile, environment, clientId, [...scopes].sort()]);
  const applications = new Map(store.applications().map((record) => [record.id, record]));
  return store.accounts().find((account) => {
    const other = applications.get(account.applicationId);
    return account.certificateId === certificateId && other !== undefined && grants(other) === grants(application);
  });
}
