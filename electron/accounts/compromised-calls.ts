import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import { compromisedReport } from '../handover/compromised-report.ts';
import { livingTokens, tokenViews } from './compromised.ts';
import { holderNameOf, orFail, type HandOverDeps } from './hand-over.ts';

/** Reporting access tokens that got into wrong hands to their authority (R19). */
export function compromisedCalls(
  deps: Pick<HandOverDeps, 'store' | 'tokenFiles' | 'confirm' | 'chooseNewFile' | 'now'>,
): Pick<Handlers, Extract<keyof Handlers, `compromised.${string}`>> {
  const living = (accountId: string) => livingTokens(deps.store().account(accountId), deps.now());

  return {
    'compromised.list': ({ accountId }) => ({ tokens: tokenViews(living(accountId)) }),

    async 'compromised.saveReport'({ accountId }) {
      const count = living(accountId).length;
      if (count === 0) return fail({ code: 'no-access-token' });
      if (!(await deps.confirm({ about: 'report', tokens: count }))) return { outcome: 'declined' };
      const chosen = await deps.chooseNewFile('tokenuri-compromise.txt');
      if (chosen === null) return { outcome: 'declined' };
      const path = await orFail(deps.tokenFiles.settle(chosen));
      const store = deps.store();
      const account = store.account(accountId);
      const application = store.application(account.applicationId);
      const report = compromisedReport({
        application: application.name,
        clientId: application.clientId,
        holder: holderNameOf(store, account),
        tokens: living(accountId),
        now: deps.now(),
      });
      await orFail(deps.tokenFiles.create(path, report));
      return { outcome: 'done' };
    },
  };
}
