import type { AccountView, ProfileView, Snapshot } from '../../electron/contract/snapshot.ts';
import { accountState, attentionRank, factsOf } from './lifetime.ts';

/** The authorities there are, in the order of their profiles. */
export function authoritiesOf(profiles: readonly ProfileView[]): ReadonlyArray<ProfileView['authority']> {
  return [...new Set(profiles.map(({ authority }) => authority))];
}

/** What the first of an account's companies is called, and how many more there are; null where none is entered. */
export function companiesOf({ companies }: AccountView): { readonly first: string; readonly others: number } | null {
  const first = companies[0];
  return first === undefined ? null : { first: first.name || first.number, others: companies.length - 1 };
}

/**
 * The ids of an authority's accounts, those that need a person first, then by name and application. An account whose
 * application is gone stands with the first authority, so that it can be seen and removed.
 * @param now epoch ms
 */
export function sortedIds(
  snapshot: Snapshot,
  authority: ProfileView['authority'],
  now: number,
  language: string,
): readonly string[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const first = authoritiesOf(snapshot.profiles)[0];
  return Object.values(snapshot.accounts)
    .map((account) => factsOf(snapshot, account))
    .filter(({ profile }) => (profile?.authority ?? first) === authority)
    .map((facts) => {
      const application = facts.application?.name ?? '';
      const { id, holder } = facts.account;
      return {
        id,
        name: companiesOf(facts.account)?.first ?? (holder || application),
        application,
        rank: attentionRank(accountState(facts, now)),
      };
    })
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        collator.compare(a.name, b.name) ||
        collator.compare(a.application, b.application) ||
        collator.compare(a.id, b.id),
    )
    .map(({ id }) => id);
}
