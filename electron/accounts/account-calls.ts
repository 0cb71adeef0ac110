import { randomBytes, randomUUID } from 'node:crypto';
import { fillFields } from '../authorities/request-fields.ts';
import type { Profile } from '../authorities/schema.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { Attempts } from './attempts.ts';
import type { AccountRecord, ApplicationRecord } from './records.ts';
import { placeOf, type SignIn } from './sign-in.ts';
import { signInAsCurl } from '../signin/curl.ts';
import type { Store } from './store.ts';

export function accountCalls(deps: {
  readonly store: () => Store;
  readonly profiles: () => readonly Profile[];
  readonly signIn: SignIn;
  readonly attempts: Attempts;
  readonly writeClipboard: (text: string) => void;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
}): Pick<
  Handlers,
  'accounts.signIn' | 'accounts.renew' | 'accounts.remove' | 'accounts.copySignInAsCurl' | 'attempts.cancel'
> {
  return {
    async 'accounts.signIn'({ applicationId, certificateId, pin }) {
      const store = deps.store();
      const application = store.application(applicationId);
      const shared = sharedAccount(store, application, certificateId);
      if (shared?.grant && shared.grant.expiresAt > deps.now()) return { accountId: shared.id };
      const account: AccountRecord = shared ?? {
        id: randomUUID(),
        applicationId,
        certificateId,
        grant: null,
        lastFailure: null,
      };
      await deps.signIn.run(account, pin);
      return { accountId: account.id };
    },

    async 'accounts.renew'({ accountId, replaceLiving, pin }) {
      const account = deps.store().account(accountId);
      const expiresAt = account.grant?.expiresAt ?? 0;
      if (!replaceLiving && expiresAt > deps.now()) fail({ code: 'token-still-lives', expiresAt });
      await deps.signIn.run(account, pin);
      return {};
    },

    async 'accounts.remove'({ accountId }) {
      deps.store().account(accountId);
      await deps.store().removeAccount(accountId);
      return {};
    },

    'accounts.copySignInAsCurl'({ accountId }) {
      const application = deps.store().application(deps.store().account(accountId).applicationId);
      const { profile, environment } = placeOf(deps.profiles(), application);
      const query = fillFields(profile.authorizeQuery, {
        client_id: application.clientId,
        response_type: 'code',
        state: randomBytes(16).toString('hex'),
        redirect_uri: application.redirectUri,
        scope: application.scopes.join(' '),
      });
      deps.writeClipboard(signInAsCurl(environment.authorize, query));
      return {};
    },

    'attempts.cancel'({ attemptId }) {
      deps.attempts.cancel(attemptId);
      return {};
    },
  };
}

/** Accounts with the same keys, certificate and scopes are one account and share one token (S13). */
function sharedAccount(store: Store, application: ApplicationRecord, certificateId: string): AccountRecord | undefined {
  const grants = ({ profile, environment, clientId, scopes }: ApplicationRecord): string =>
    JSON.stringify([profile, environment, clientId, [...scopes].sort()]);
  const applications = new Map(store.applications().map((record) => [record.id, record]));
  return store.accounts().find((account) => {
    const other = applications.get(account.applicationId);
    return account.certificateId === certificateId && other !== undefined && grants(other) === grants(application);
  });
}
