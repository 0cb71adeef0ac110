import { needsSomebody, type Authority, type SortedAccount, type SortedAccounts } from '../../state/sorted-accounts.ts';
import type { AccountState } from '../../state/lifetime.ts';
import { foundBy, queryWords, searchable } from './search.ts';

/** Groups of states worth showing by themselves. */
export const stateGroups = ['all', 'needSomebody', 'inOrder', 'elsewhere'] as const;
export type StateGroup = (typeof stateGroups)[number];

/** What the user asked to see. */
export type Filter = {
  readonly query: string;
  readonly group: StateGroup;
  readonly authority: Authority | null;
};

export const noFilter: Filter = { query: '', group: 'all', authority: null };

/** Whether a state belongs to a group. */
export function isInGroup(state: AccountState, group: StateGroup): boolean {
  if (group === 'all') return true;
  if (group === 'needSomebody') return needsSomebody(state);
  const isElsewhere = state === 'moved' || state === 'onlyLooking';
  return group === 'elsewhere' ? isElsewhere : !isElsewhere && !needsSomebody(state);
}

/** The words of the language the window speaks, by which accounts are found too. */
export type FindWords = {
  readonly authority: (authority: Authority) => string;
  readonly state: (state: AccountState) => string;
};

/**
 * Chooses accounts. What an account is found by is worked out once, at the first search, and kept as long as the account
 * is the same.
 */
export function createFinder(words: FindWords) {
  const texts = new WeakMap<SortedAccount, string>();

  function textOf(one: SortedAccount): string {
    const known = texts.get(one);
    if (known !== undefined) return known;
    const text = [foundBy(one), searchable(words.authority(one.authority)), searchable(words.state(one.state))].join(
      '\n',
    );
    texts.set(one, text);
    return text;
  }

  return (accounts: SortedAccounts, { query, group, authority }: Filter): readonly SortedAccount[] => {
    const wanted = queryWords(query);
    if (wanted.length === 0 && group === 'all' && authority === null) return accounts.list;
    return accounts.list.filter(
      (one) =>
        isInGroup(one.state, group) &&
        (authority === null || one.authority === authority) &&
        wanted.every((word) => textOf(one).includes(word)),
    );
  };
}

/** How many accounts each choice of the filter would show, the search apart. */
export function countsOf(list: readonly SortedAccount[]) {
  const groups = Object.fromEntries(
    stateGroups.map((group) => [group, list.filter(({ state }) => isInGroup(state, group)).length]),
  ) as Record<StateGroup, number>;
  const authorities = new Map<Authority, number>();
  for (const { authority } of list) authorities.set(authority, (authorities.get(authority) ?? 0) + 1);
  return { groups, authorities: authorities as ReadonlyMap<Authority, number> };
}
