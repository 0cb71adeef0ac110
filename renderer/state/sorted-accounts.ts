import type { AccountView, ProfileView, Snapshot } from '../../electron/contract/snapshot.ts';
import { accountState, attentionRank, factsOf, type AccountFacts, type AccountState } from './lifetime.ts';

export type Authority = ProfileView['authority'];

/** The authorities there are, in the order of their profiles. */
export function authoritiesOf(profiles: readonly ProfileView[]): readonly Authority[] {
  return [...new Set(profiles.map(({ authority }) => authority))];
}

/** What the first of an account's companies is called, and how many more there are; null where none is entered. */
export function companiesOf({ companies }: AccountView): { readonly first: string; readonly others: number } | null {
  const first = companies[0];
  return first === undefined ? null : { first: first.name || first.number, others: companies.length - 1 };
}

/** Whether a state asks for somebody, as the order of the list has it. */
export function needsSomebody(state: AccountState): boolean {
  return attentionRank(state) < attentionRank('valid');
}

/** An account with what it is sorted by. */
export type SortedAccount = {
  readonly id: string;
  readonly facts: AccountFacts;
  /** An account whose application is gone stands with the first authority, so that it can be seen and removed. */
  readonly authority: Authority;
  /** By the clock; a fetch under way is not in it. */
  readonly state: AccountState;
  /** The first company, else the holder, else the application. */
  readonly name: string;
  readonly application: string;
};

/** All accounts in the order in which they are listed. */
export type SortedAccounts = {
  readonly list: readonly SortedAccount[];
  readonly byId: ReadonlyMap<string, SortedAccount>;
  readonly needSomebody: number;
};

const nothing: SortedAccounts = { list: [], byId: new Map(), needSomebody: 0 };

/**
 * The accounts by authority; within one those that need a person first, then by name and application.
 * @param before the accounts as they were: what did not change keeps its identity, all of it where nothing did, and only
 *   what moved is put in its place, so that a change of one account among a thousand costs no sorting
 * @param now epoch ms
 */
export function sortAccounts(
  before: SortedAccounts | null,
  snapshot: Snapshot,
  now: number,
  collator: Intl.Collator,
): SortedAccounts {
  const last = before ?? nothing;
  const authorities = authoritiesOf(snapshot.profiles);
  const byId = new Map<string, SortedAccount>();
  let isSame = before !== null;
  let isInOrder = true;
  for (const account of Object.values(snapshot.accounts)) {
    const old = last.byId.get(account.id);
    const one = sortedAccount(old, factsOf(snapshot, account), authorities, now);
    byId.set(account.id, one);
    if (one === old) continue;
    isSame = false;
    isInOrder &&= old !== undefined && hasSamePlace(old, one);
  }
  if (isSame && byId.size === last.byId.size) return last;
  // In the order it had: a sort of what is nearly in order takes hardly more than one look at each.
  const kept = last.list.flatMap(({ id }) => byId.get(id) ?? []);
  const fresh = [...byId.values()].filter(({ id }) => !last.byId.has(id));
  const list = isInOrder && fresh.length === 0 ? kept : [...kept, ...fresh].sort(inOrder(authorities, collator));
  return { list, byId, needSomebody: list.filter(({ state }) => needsSomebody(state)).length };
}

function sortedAccount(
  old: SortedAccount | undefined,
  facts: AccountFacts,
  authorities: readonly Authority[],
  now: number,
): SortedAccount {
  const state = accountState(facts, now);
  if (old !== undefined && old.state === state && hasSameFacts(old.facts, facts)) return old;
  const { id, holder } = facts.account;
  const application = facts.application?.name ?? '';
  return {
    id,
    facts,
    authority: facts.profile?.authority ?? authorities[0] ?? 'anaf',
    state,
    name: companiesOf(facts.account)?.first ?? (holder || application),
    application,
  };
}

function hasSameFacts(one: AccountFacts, other: AccountFacts): boolean {
  return (
    one.account === other.account &&
    one.application === other.application &&
    one.certificate === other.certificate &&
    one.profile === other.profile
  );
}

function hasSamePlace(one: SortedAccount, other: SortedAccount): boolean {
  return (
    one.authority === other.authority &&
    attentionRank(one.state) === attentionRank(other.state) &&
    one.name === other.name &&
    one.application === other.application
  );
}

function inOrder(authorities: readonly Authority[], collator: Intl.Collator) {
  return (a: SortedAccount, b: SortedAccount): number =>
    authorities.indexOf(a.authority) - authorities.indexOf(b.authority) ||
    attentionRank(a.state) - attentionRank(b.state) ||
    collator.compare(a.name, b.name) ||
    collator.compare(a.application, b.application) ||
    (a.id < b.id ? -1 : 1);
}
