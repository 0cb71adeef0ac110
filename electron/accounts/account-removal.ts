import { holderNameOf } from './account-name.ts';
import type { Attempts } from './attempts.ts';
import { orphansOf } from './compromised.ts';
import type { HandOver } from './hand-over.ts';
import type { Store } from './store.ts';

/** Removes an account with its token files; answers the places of those that were left. Fails with `not-found`. */
export type RemoveAccount = (accountId: string) => Promise<string[]>;

/**
 * What a removal is made of; whoever calls it has asked the person. Access tokens that live are kept apart until they
 * end, for the day one has to be reported (R19).
 */
export function accountRemoval(deps: {
  readonly store: () => Store;
  readonly attempts: Pick<Attempts, 'views' | 'cancel'>;
  readonly handOver: Pick<HandOver, 'stopAll'>;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
}): RemoveAccount {
  return async (accountId) => {
    const store = deps.store();
    store.account(accountId);
    // A sign-in of it that is under way must not bring it back, now or after a restart.
    for (const attempt of deps.attempts.views()) if (attempt.accountId === accountId) deps.attempts.cancel(attempt.id);
    for (const pending of store.pendingSignIns()) {
      if (pending.account.id === accountId) await store.removePendingSignIn(pending.id);
    }
    const filesLeft = await deps.handOver.stopAll(accountId);
    const account = store.account(accountId);
    const holder = holderNameOf(store, account) || account.person;
    const orphans = orphansOf(account, store.findApplication(account.applicationId), holder, deps.now());
    // Before the account: an end in between leaves both, and the tokens named twice.
    if (orphans !== null) await store.saveOrphans(orphans);
    await store.removeAccount(accountId);
    return filesLeft;
  };
}
