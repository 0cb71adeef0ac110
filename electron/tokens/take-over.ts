import { MAX_TAKE_OVER_LENGTH } from '../contract/limits.ts';
import type { TakeOverCandidate, TakeOverProblem } from '../contract/take-over-calls.ts';
import { unwrapToken } from './claim-paste.ts';
import type { Field, FieldName, Group } from './take-over-fields.ts';
import { groupsInJson } from './take-over-json.ts';
import { groupInLines, tokensAnywhere } from './take-over-lines.ts';
import { pairTokens, type FoundToken } from './take-over-pairs.ts';
import { tokenFacts } from './token-facts.ts';

/** Tokens that belong together, with what stood beside them. One of the two tokens is there. */
export type FoundTokens = {
  readonly accessToken: string | null;
  readonly refreshToken: string | null;
  readonly readBy: TakeOverCandidate['readBy'];
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  readonly callbackUrl: string | null;
};

export type TakeOver = { readonly found: readonly FoundTokens[]; readonly problems: readonly TakeOverProblem[] };

/** More than anybody has to choose from. */
const MOST_CANDIDATES = 20;
/** Fields that are read as tokens; a text with more was not made to be read here. */
const MOST_FIELDS = 500;
/** A token of another form than a JWT has at least as many characters; `true` or `Bearer` is none. */
const SHORTEST_OPAQUE = 20;

/**
 * Finds access and refresh tokens in a text that another program or its user saved (R21): JSON at any depth, Postman's
 * exports and its "Manage Tokens", environment files, headers, curl lines, or the tokens alone. Pure, for any text up to
 * {@link MAX_TAKE_OVER_LENGTH}, and never throws.
 */
export function readTakeOver(text: string): TakeOver {
  if (text.length > MAX_TAKE_OVER_LENGTH) return { found: [], problems: ['too-large'] };
  const problems = new Set<TakeOverProblem>();
  const read = (groups: readonly Group[]) => {
    let left = MOST_FIELDS;
    return groups.map((group) => {
      const fields = group.filter(({ name }) => isToken(name)).slice(0, left);
      left -= fields.length;
      return tokensOf(fields, problems);
    });
  };

  let groups: readonly Group[] = groupsInJson(text) ?? [groupInLines(text)];
  let tokens = read(groups);
  if (tokens.flat().length === 0) {
    groups = [...groups, tokensAnywhere(text)];
    tokens = read(groups);
  }
  const pairs = pairTokens(tokens);
  if (pairs.some(({ isSwapped }) => isSwapped)) problems.add('labels-swapped');
  if (pairs.length > MOST_CANDIDATES) problems.add('too-many');
  if (pairs.length === 0) problems.add('nothing-found');
  const found = pairs.slice(0, MOST_CANDIDATES).map(({ access, refresh, readBy }) => {
    const one = access ?? refresh;
    return {
      accessToken: access?.value ?? null,
      refreshToken: refresh?.value ?? null,
      readBy,
      ...registrationBeside(groups, groups[one?.group ?? 0] ?? [], one?.owner ?? '', clientIdOf([access, refresh])),
    };
  });
  return { found, problems: [...problems] };
}

/** The tokens of a group; each stands under the number of its group. */
function tokensOf(group: Group, problems: Set<TakeOverProblem>): FoundToken[] {
  const refreshOwners = new Set(group.filter(({ name }) => name === 'refreshToken').map(({ owner }) => owner));
  return group.flatMap((field) => {
    if (!isToken(field.name)) return [];
    const { text } = unwrapToken(field.value);
    if (/^(?:\{\{.*\}\}|\$\{.*\}|<.*>|%.*%)$/s.test(text)) problems.add('placeholder');
    const facts = tokenFacts(text);
    if (facts === null) {
      if (text.startsWith('eyJ')) problems.add('damaged-token');
      return [];
    }
    // Many things are called some token: one without content counts only where its name leaves no doubt.
    const isNamed = field.name !== 'token' || field.owner === '' || refreshOwners.has(field.owner);
    if (facts.form === 'opaque' && (!isNamed || text.length < SHORTEST_OPAQUE)) return [];
    return [{ value: text, facts, name: field.name, owner: field.owner, group: 0 }];
  });
}

function isToken(name: FieldName): name is FoundToken['name'] {
  return name === 'accessToken' || name === 'refreshToken' || name === 'token';
}

function clientIdOf(tokens: ReadonlyArray<FoundToken | null>): string | null {
  return tokens.map((token) => token?.facts.clientId ?? null).find((id) => id !== null) ?? null;
}

/** The registration that stands beside a token; what a token itself says of its client ID counts before it. */
function registrationBeside(all: readonly Group[], own: Group, owner: string, claimed: string | null) {
  const value = (name: FieldName): string | null => {
    const named = (fields: readonly Field[]) => [
      ...new Set(
        fields.filter((field) => field.name === name && isPlain(field.value)).map((field) => field.value.trim()),
      ),
    ];
    const nearest = [own.filter((field) => field.owner === owner), own, all.flat()].map(named);
    // Where several differ, none is taken: a wrong secret is worse than none.
    const values = nearest.find(({ length }) => length > 0) ?? [];
    return values.length === 1 ? (values[0] ?? null) : null;
  };
  const clientId = value('clientId');
  const isOther = claimed !== null && clientId !== null && clientId !== claimed;
  return {
    clientId: claimed ?? clientId,
    clientSecret: isOther ? null : value('clientSecret'),
    callbackUrl: isOther ? null : withoutQuery(value('callbackUrl')),
  };
}

/** Copied from an address bar it ends in an authorization code; nobody registers a URL with one. */
function withoutQuery(callbackUrl: string | null): string | null {
  const plain = callbackUrl?.split(/[?#]/, 1)[0]?.trim() ?? '';
  return plain === '' ? null : plain;
}

/** A value and not the name of one; within the bounds of an application's fields. */
function isPlain(value: string): boolean {
  const text = value.trim();
  return text !== '' && text.length <= 300 && !/[{}<>]/.test(text);
}
