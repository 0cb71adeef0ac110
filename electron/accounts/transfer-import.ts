import { randomUUID } from 'node:crypto';
import type { AccountRecord } from './records.ts';
import type { Store } from './store.ts';
import { contentsOf, type TransferContents } from './transfer-contents.ts';
import {
  compareGrants,
  mergedAccount,
  planImport,
  type ImportPlan,
  type ImportTerms,
  type IncomingAccount,
} from './transfer-merge.ts';

/**
 * What became of an account of a file. Nothing of its tokens was touched here where it is `kept`: they are the same;
 * `older`: those of the file are not surely newer; `left`: those of the file are newer, but the account is renewed here
 * and the file was opened only to look; `busy`: they are being fetched here.
 */
export type ImportOutcome = 'added' | 'replaced' | 'kept' | 'older' | 'left' | 'busy';

type ImportDeps = {
  readonly store: () => Store;
  /** Tokens are being fetched for the account, or were and are not stored yet. */
  readonly isBusy: (accountId: string) => boolean;
};

/** What a file would bring, as things are here now; `now` is epoch ms. */
export function planFor(store: Store, file: TransferContents, now: number): ImportPlan {
  return planImport(contentsOf(store), file, randomUUID, now);
}

/**
 * Takes in what a file holds: certificates first, then applications, then the accounts that need them, each durable
 * before the next. A crash or a failure in between leaves whole records, and importing the file again does the rest.
 * No account's newer pair is replaced: each is compared once more in the moment it is written.
 *
 * Fails with `vault-write-failed`.
 */
export async function importContents(
  deps: ImportDeps,
  file: TransferContents,
  terms: ImportTerms,
): Promise<ReadonlyArray<{ readonly fileId: string; readonly outcome: ImportOutcome }>> {
  const store = deps.store();
  const plan = planFor(store, file, terms.now);
  for (const certificate of plan.certificates) await store.saveCertificate(certificate);
  for (const application of plan.applications) await store.saveApplication(application);
  const outcomes: { fileId: string; outcome: ImportOutcome }[] = [];
  for (const account of plan.accounts) {
    outcomes.push({ fileId: account.fileId, outcome: await takeIn(deps, account, terms) });
  }
  return outcomes;
}

async function takeIn(deps: ImportDeps, { record }: IncomingAccount, terms: ImportTerms): Promise<ImportOutcome> {
  const store = deps.store();
  const here = store.accounts().find(({ id }) => id === record.id) ?? null;
  const merged = mergedAccount(here, record, terms);
  const unchanged = (current: AccountRecord): ImportOutcome =>
    (({ same: 'kept', older: 'older', newer: 'left' }) as const)[compareGrants(record.grant, current.grant, terms.now)];
  if (merged === null) return here === null ? 'kept' : unchanged(here);
  if (here === null) {
    await store.saveAccount(merged);
    return 'added';
  }
  let outcome: ImportOutcome = 'replaced';
  await store.changeAccount(record.id, (current) => {
    const change = deps.isBusy(record.id) ? null : mergedAccount(current, record, terms);
    if (change === null) outcome = deps.isBusy(record.id) ? 'busy' : unchanged(current);
    else if (change.grant === current.grant) outcome = 'kept';
    return change ?? current;
  });
  return outcome;
}
