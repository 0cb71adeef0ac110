import type { CallOutput, Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import { compromisedReport, type ReportedToken } from '../handover/compromised-report.ts';
import { holderNameOf } from './account-name.ts';
import { livingOrphans, livingTokens, tokenViews } from './compromised.ts';
import { orFail, type HandOverDeps } from './hand-over.ts';

/** What goes into a report, as it is when it is written. */
type Reported = {
  readonly application: string;
  readonly clientId: string;
  readonly holder: string;
  readonly tokens: readonly ReportedToken[];
};

/** Reporting access tokens that got into wrong hands to their authority (R19), also those of removed accounts. */
export function compromisedCalls(
  deps: Pick<HandOverDeps, 'store' | 'tokenFiles' | 'confirm' | 'chooseNewFile' | 'now'>,
): Pick<Handlers, Extract<keyof Handlers, `compromised.${string}`>> {
  function ofAccount(accountId: string): Reported {
    const store = deps.store();
    const account = store.account(accountId);
    const { name, clientId } = store.application(account.applicationId);
    const tokens = livingTokens(account, deps.now());
    return { application: name, clientId, holder: holderNameOf(store, account) || account.person, tokens };
  }

  function ofRemoved(id: string): Reported {
    const orphans = deps
      .store()
      .orphans()
      .find((one) => one.id === id);
    if (orphans === undefined) return fail({ code: 'not-found', what: 'account' });
    return { ...orphans, tokens: livingOrphans(orphans, deps.now()) };
  }

  async function saveReport(gather: () => Reported): Promise<CallOutput<'compromised.saveReport'>> {
    const count = gather().tokens.length;
    if (count === 0) return fail({ code: 'no-access-token' });
    if (!(await deps.confirm({ about: 'report', tokens: count }))) return { outcome: 'declined' };
    const chosen = await deps.chooseNewFile('tokenuri-compromise.txt');
    if (chosen === null) return { outcome: 'declined' };
    const path = await orFail(deps.tokenFiles.settle(chosen));
    const { application, clientId, holder, tokens } = gather();
    const report = compromisedReport({ application, clientId, holder, tokens, now: deps.now() });
    await orFail(deps.tokenFiles.create(path, report));
    return { outcome: 'done' };
  }

  return {
    'compromised.list': ({ accountId }) => ({
      tokens: tokenViews(livingTokens(deps.store().account(accountId), deps.now())),
    }),
    'compromised.saveReport': ({ accountId }) => saveReport(() => ofAccount(accountId)),

    'compromised.listRemoved': () => ({
      removed: deps
        .store()
        .orphans()
        .map((orphans) => {
          const { id, profile, application, clientId, holder, removedAt } = orphans;
          const tokens = tokenViews(livingOrphans(orphans, deps.now()));
          return { id, profile, application, clientId, holder, removedAt, tokens };
        })
        .filter(({ tokens }) => tokens.length > 0)
        .sort((one, other) => other.removedAt - one.removedAt),
    }),
    'compromised.saveRemovedReport': ({ id }) => saveReport(() => ofRemoved(id)),
  };
}
