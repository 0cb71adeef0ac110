import type { TakeOverCandidate } from '../contract/take-over-calls.ts';
import type { TokenFacts } from './token-facts.ts';

/** A token as it was found; `group` numbers what it stood in, `owner` is what else its name said. */
export type FoundToken = {
  readonly value: string;
  readonly facts: TokenFacts;
  readonly name: 'accessToken' | 'refreshToken' | 'token';
  readonly owner: string;
  readonly group: number;
};

/** At least one of the two is there. */
type Pair = {
  readonly access: FoundToken | null;
  readonly refresh: FoundToken | null;
  readonly readBy: TakeOverCandidate['readBy'];
  /** The names said the opposite. */
  readonly isSwapped: boolean;
};

/** More than anybody keeps in one text; what follows is left out. */
const MOST_TOKENS = 200;
/** Tokens of one pair are issued within as much of each other, ms. */
const SAME_MOMENT_MS = 2 * 60_000;

/**
 * Puts tokens that belong together in pairs: those of one group and owner; then those that say the same registration and
 * moment; then the only two that are left. What a token says of itself counts before its name.
 */
export function pairTokens(groups: ReadonlyArray<readonly FoundToken[]>): Pair[] {
  const numbered = groups.flatMap((group, number) => group.map((token) => ({ ...token, group: number })));
  const tokens = withoutRepeats(numbered).slice(0, MOST_TOKENS);
  const pairs: Pair[] = [];
  const single: Pair[] = [];
  for (const bucket of bucketsOf(tokens)) {
    const { access, refresh, readBy, isSwapped } = kindsOf(bucket);
    if (readBy === 'order') {
      const [first = null, second = null] = bucket;
      pairs.push({ access: first, refresh: second, readBy, isSwapped });
      pairs.push({ access: second, refresh: first, readBy: 'other-order', isSwapped });
    } else if (access.length === refresh.length) {
      pairs.push(...access.map((token, at) => ({ access: token, refresh: refresh[at] ?? null, readBy, isSwapped })));
    } else {
      single.push(...access.map((token) => ({ access: token, refresh: null, readBy, isSwapped })));
      single.push(...refresh.map((token) => ({ access: null, refresh: token, readBy, isSwapped })));
    }
  }
  return [...pairs, ...joinSingles(single)];
}

type Kinds = Pick<Pair, 'readBy' | 'isSwapped'> & {
  readonly access: readonly FoundToken[];
  readonly refresh: readonly FoundToken[];
};

/** Which of the tokens that stand together are access tokens and which refresh tokens. */
function kindsOf(bucket: readonly FoundToken[]): Kinds {
  const [first, second] = bucket;
  if (first !== undefined && second !== undefined && bucket.length === 2) {
    const refresh = refreshOfTwo(first, second);
    if (refresh !== null) {
      const access = refresh === first ? second : first;
      const isSwapped = access.name === 'refreshToken' && refresh.name === 'accessToken';
      const readBy = isSwapped || access.name === refresh.name ? 'content' : 'name';
      return { access: [access], refresh: [refresh], readBy, isSwapped };
    }
    if (first.name === 'token' && second.name === 'token') {
      return { access: [], refresh: [], readBy: 'order', isSwapped: false };
    }
  }
  const isRefresh = ({ name, facts }: FoundToken): boolean => name === 'refreshToken' || facts.isRefreshToken;
  return {
    access: bucket.filter((token) => !isRefresh(token)),
    refresh: bucket.filter(isRefresh),
    readBy: bucket.every(({ name }) => name === 'token') ? 'content' : 'name',
    isSwapped: false,
  };
}

/** The refresh token of two: what the tokens say, then their names, then which one lives longer. */
function refreshOfTwo(first: FoundToken, second: FoundToken): FoundToken | null {
  if (first.facts.isRefreshToken !== second.facts.isRefreshToken) return first.facts.isRefreshToken ? first : second;
  const [named, other] = first.name === 'refreshToken' ? [first, second] : [second, first];
  if (named.name === 'refreshToken') return other.name === 'refreshToken' ? null : named;
  if (first.name === 'accessToken' || second.name === 'accessToken') {
    if (first.name === second.name) return null;
    return first.name === 'accessToken' ? second : first;
  }
  const [one, two] = [first.facts.expiresAt, second.facts.expiresAt];
  if (one === null || two === null || one === two || first.facts.clientId !== second.facts.clientId) return null;
  return one > two ? first : second;
}

/** Joins single tokens: by what they say of themselves, then the two that are left over. */
function joinSingles(singles: readonly Pair[]): Pair[] {
  const refreshes = new Set(singles.filter(({ access }) => access === null));
  const joined = singles.filter(({ access }) => access !== null);
  const join = (pair: Pair, isPartner: (refresh: FoundToken) => boolean): Pair => {
    if (pair.refresh !== null) return pair;
    const partner = [...refreshes].find(({ refresh }) => refresh !== null && isPartner(refresh));
    if (partner === undefined) return pair;
    refreshes.delete(partner);
    return { ...pair, refresh: partner.refresh };
  };
  const byContent = joined.map((pair) =>
    join(pair, (refresh) => pair.access !== null && areTwins(pair.access, refresh)),
  );
  const isLastPair = refreshes.size === 1 && byContent.filter(({ refresh }) => refresh === null).length === 1;
  const last = isLastPair
    ? byContent.map((pair) => join(pair, (refresh) => mayBelong(pair.access, refresh)))
    : byContent;
  return [...last, ...refreshes];
}

function areTwins(access: FoundToken, refresh: FoundToken): boolean {
  const { issuedAt, clientId } = access.facts;
  if (issuedAt === null || refresh.facts.issuedAt === null || clientId === null) return false;
  return clientId === refresh.facts.clientId && Math.abs(issuedAt - refresh.facts.issuedAt) <= SAME_MOMENT_MS;
}

/** Two registrations never share a pair. */
function mayBelong(access: FoundToken | null, refresh: FoundToken): boolean {
  const ids = [access?.facts.clientId ?? null, refresh.facts.clientId].filter((id) => id !== null);
  return new Set(ids).size < 2;
}

/** Each token once; the first with a name of its own stays. */
function withoutRepeats(tokens: readonly FoundToken[]): FoundToken[] {
  const byValue = new Map<string, FoundToken>();
  for (const token of tokens) {
    const known = byValue.get(token.value);
    if (known === undefined || (known.name === 'token' && token.name !== 'token')) byValue.set(token.value, token);
  }
  return [...byValue.values()];
}

function bucketsOf(tokens: readonly FoundToken[]): FoundToken[][] {
  const buckets = new Map<string, FoundToken[]>();
  for (const token of tokens) {
    const place = JSON.stringify([token.group, token.owner]);
    buckets.set(place, [...(buckets.get(place) ?? []), token]);
  }
  return [...buckets.values()];
}
