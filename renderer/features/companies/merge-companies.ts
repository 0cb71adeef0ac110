import type { AccountView } from '../../../electron/contract/snapshot.ts';

export type Company = AccountView['companies'][number];

/** The companies with those that were read: a number that is there already only gains a name where it had none. */
export function mergeCompanies(before: readonly Company[], read: readonly Company[]): readonly Company[] {
  const byNumber = new Map(before.map((company) => [company.number, company]));
  for (const { number, name } of read) {
    const known = byNumber.get(number);
    byNumber.set(number, { number, name: known?.name || name });
  }
  return [...byNumber.values()];
}
