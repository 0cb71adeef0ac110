import { randomBytes, randomUUID } from 'node:crypto';
import { fillFields } from '../authorities/request-fields.ts';
import type { Profile } from '../authorities/schema.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail, FailureError } from '../contract/failure.ts';
import type { HttpsClient } from '../network/https-client.ts';
import { signInAsCurl } from '../signin/curl.ts';
import { readTokenBeside } from '../tokens/claims.ts';
import { revokeToken } from '../tokens/revoke.ts';
import { accountNameOf } from './account-name.ts';
import type { RemoveAccount } from './account-removal.ts';
import type { Attempts } from './attempts.ts';
import type { Callbacks } from './callbacks.ts';
import { accountRemovalQuestion, type EndingQuestion } from './ending-questions.ts';
import { grantOf } from './grant.ts';
import type { HandOver } from './hand-over.ts';
import { placeOf } from './place.ts';
import { freshAccount, type AccountRecord, type ApplicationRecord, type Grant } from './records.ts';
import type { Renewal } from './renewal.ts';
import type { SignIn } from './sign-in.ts';
import type { Store } from './store.ts';
import { tokenSecrets } from './token-secrets.ts';
import type { TokenTurns } from './token-turns.ts';
import type { Traces } from './traces.ts';
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
  readonly removeAccount: RemoveAccount;
  /** The native question; false where it was not answered with a clear yes. */
  readonly confirm: (question: EndingQuestion) => Promise<boolean>;
  readonly tokenTurns: TokenTurns;
  readonly unsaved: Unsaved;
  readonly attempts: Attempts;
  readonly callbacks: Callbacks;
  readonly traces: Traces;
  readonly openBrowser: (url: URL) => Promise<void>;
  readonly writeClipboard: (text: string) => void;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
}): Pick<
  Handlers,
  | 'accounts.signIn'
  | 'accounts.renew'
  | 'accounts.revoke'
  | 'accounts.readClaims'
  | 'accounts.namePerson'
  | 'accounts.remove'
  | 'accounts.copySignInAsCurl'
  | 'attempts.cancel'
  | 'attempts.paste'
  | 'attempts.openAgain'
  | 'attempts.copyLink'
> {
  /** What a revocation needs; fails where there is none, or where the tokens that live now are another computer's. */
  function revocationOf(accountId: string) {
    const store = deps.store();
    const { applicationId, standing } = store.account(accountId);
    const application = store.application(applicationId);
    const place = placeOf(deps.profiles(), application);
    const { revoke } = place.environment;
    if (revoke === null) return fail({ code: 'no-access-token' });
    if (standing !== 'here') fail({ code: 'renewal-elsewhere', standing });
    return { store, application, place, revoke };
  }

  return {
    async 'accounts.signIn'({ applicationId, certificateId, accountId, redirectUri, route = null, pin }) {
      const store = deps.store();
      const application = store.application(applicationId);
      const { profile } = placeOf(deps.profiles(), application);
      const callbackUrl = redirectUri ?? application.redirectUris[0] ?? '';
      const known =
        accountId === null ? sharedAccount(store, profile, application, certificateId) : store.account(accountId);
      // Whoever names an account wants a new sign-in; whoever names none may share the token there is (S13).
      const shared = known ? grantOf(known, store.application(known.applicationId)) : null;
      if (
        accountId === null &&
        known &&
        shared &&
        shared.expiresAt > deps.now() &&
        isOfUse(known, shared, application)
      ) {
        return { accountId: known.id, isShared: true };
      }
      const account: AccountRecord = {
        ...(known ?? { ...freshAccount, id: randomUUID(), grant: null }),
        applicationId,
        certificateId,
        redirectUri: callbackUrl,
      };
      return { accountId: await deps.signIn.run(account, { pin, route }), isShared: false };
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
      const { host } = new URL(revocationOf(accountId).revoke);
      const name = accountNameOf(deps.store(), deps.store().account(accountId));
      if (!(await deps.confirm({ about: 'revoke', account: name, place: host }))) return { outcome: 'declined' };
      // It may have been moved while the question stood there.
      const { store, application, place, revoke } = revocationOf(accountId);
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
      const account = deps.store().account(accountId);
      const { accessToken } = account.grant ?? fail({ code: 'no-access-token' });
      return readTokenBeside(accessToken, tokenSecrets(account));
    },

    async 'accounts.namePerson'({ accountId, person }) {
      await deps.store().changeAccount(accountId, (current) => ({ ...current, person }));
      return {};
    },

    async 'accounts.remove'({ accountId }) {
      const store = deps.store();
      const question = accountRemovalQuestion(store, store.account(accountId));
      if (!(await deps.confirm(question))) return { outcome: 'declined', filesLeft: [] };
      return { outcome: 'done', filesLeft: await deps.removeAccount(accountId) };
    },

    'accounts.copySignInAsCurl'({ accountId }) {
      const account = deps.store().account(accountId);
      const application = deps.store().application(account.applicationId);
      const { profile, environment } = placeOf(deps.profiles(), application);
      const { authorize } = environment;
      if (authorize === null) return fail({ code: 'not-found', what: 'application' });
      const query = fillFields(profile.authorizeQuery, {
        client_id: application.clientId,
        response_type: 'code',
        state: randomBytes(16).toString('hex'),
        redirect_uri: account.redirectUri,
        scope: application.scopes.join(' '),
      });
      deps.writeClipboard(signInAsCurl(authorize, query));
      return {};
    },

    'attempts.cancel'({ attemptId }) {
      deps.attempts.cancel(attemptId);
      return {};
    },

    'attempts.paste'({ attemptId, url }) {
      const trace = deps.traces.running(attemptId);
      try {
        deps.callbacks.paste(attemptId, url);
        trace?.note({ kind: 'pasted', failure: null });
      } catch (error) {
        if (error instanceof FailureError) trace?.note({ kind: 'pasted', failure: error.failure });
        throw error;
      }
      return {};
    },

    async 'attempts.openAgain'({ attemptId }) {
      await deps.openBrowser(await deps.attempts.page(attemptId));
      return {};
    },

    async 'attempts.copyLink'({ attemptId }) {
      deps.writeClipboard((await deps.attempts.page(attemptId)).href);
      return {};
    },
  };
}

/** Accounts with the same keys, certificate and scopes are one account and share one token (S13). */
function sharedAccount(
  store: Store,
  profile: Profile,
  application: ApplicationRecord,
  certificateId: string | null,
): AccountRecord | undefined {
  // Without a certificate nothing says that it is the same person; where nobody signs in, the keys are the holder.
  const isPersons = profile.authorizeQuery.length > 0;
  if (certificateId === null && isPersons) return undefined;
  const grants = ({ profile: id, environment, clientId, scopes }: ApplicationRecord): string =>
    JSON.stringify([id, environment, clientId, [...scopes].sort()]);
  const applications = new Map(store.applications().map((record) => [record.id, record]));
  return store.accounts().find((account) => {
    const other = applications.get(account.applicationId);
    return account.certificateId === certificateId && other !== undefined && grants(other) === grants(application);
  });
}

/** What is refused, renewed elsewhere or of other scopes than are wanted now is not shared: a new sign-in is meant. */
function isOfUse(
  { standing, grantEnded }: AccountRecord,
  { scopeAsked }: Grant,
  { scopes }: ApplicationRecord,
): boolean {
  return standing === 'here' && !grantEnded && scopes.every((scope) => scopeAsked.includes(scope));
}
