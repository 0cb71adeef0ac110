import { accountNameOf, type NamingStore } from './account-name.ts';
import { grantOf } from './grant.ts';
import type { AccountRecord, ApplicationRecord } from './records.ts';

/** What is deleted here with an account: `renewable` tokens go on until somebody ends them, others only until they end. */
export type Lost = 'nothing' | 'access-token' | 'renewable';

/** What the person is asked, natively, before an account's tokens are revoked or deleted. */
export type EndingQuestion =
  /** `place`: the host that is asked. */
  | { readonly about: 'revoke'; readonly account: string; readonly place: string }
  | { readonly about: 'remove-account'; readonly account: string; readonly lost: Lost }
  | {
      readonly about: 'remove-application';
      readonly application: string;
      /** The names of those that go with it, one at least. */
      readonly accounts: readonly string[];
      /** The most that one of them holds. */
      readonly lost: Lost;
    };

/** Asks before an account is removed from this computer. */
export function accountRemovalQuestion(store: NamingStore, account: AccountRecord): EndingQuestion {
  return { about: 'remove-account', account: accountNameOf(store, account), lost: lostWith(store, account) };
}

/** Asks before an application is removed with the accounts under it. */
export function applicationRemovalQuestion(
  store: NamingStore,
  application: ApplicationRecord,
  accounts: readonly AccountRecord[],
): EndingQuestion {
  const losses = accounts.map((account) => lostWith(store, account));
  const lost = (['renewable', 'access-token'] as const).find((one) => losses.includes(one)) ?? 'nothing';
  const names = accounts.map((account) => accountNameOf(store, account));
  return { about: 'remove-application', application: application.name, accounts: names, lost };
}

function lostWith(store: NamingStore, account: AccountRecord): Lost {
  const application = store.findApplication(account.applicationId);
  const grant = application === undefined ? account.grant : grantOf(account, application);
  if (grant === null) return 'nothing';
  return grant.refreshToken === null ? 'access-token' : 'renewable';
}
