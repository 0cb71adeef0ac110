import { createHash, timingSafeEqual } from 'node:crypto';
import type { TokenMatch } from '../contract/claims-calls.ts';
import type { AccountRecord } from './records.ts';
import type { Store } from './store.ts';

/**
 * Which token of an account here a pasted one is; null where it is none of them. Compared by their SHA-256, and each with
 * all others, so that the time it takes tells nothing.
 */
export function tokenMatch(store: Pick<Store, 'accounts' | 'orphans'>, token: string): TokenMatch | null {
  const wanted = digestOf(token);
  const matches = candidates(store).filter(({ value }) => timingSafeEqual(digestOf(value), wanted));
  return matches[0]?.match ?? null;
}

function digestOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}

type Candidate = { readonly value: string; readonly match: TokenMatch };

/** Tokens in use come first: an earlier pair may share its access token with the one there is now. */
function candidates(store: Pick<Store, 'accounts' | 'orphans'>): readonly Candidate[] {
  const accounts = store.accounts();
  const removed = store.orphans().flatMap(({ tokens }) => tokens);
  return [
    ...accounts.flatMap(inUse),
    ...accounts.flatMap(earlier),
    ...removed.map(({ accessToken }) => ({ value: accessToken, match: { token: 'removed' as const } })),
  ];
}

function inUse({ id: accountId, grant }: AccountRecord): Candidate[] {
  if (grant === null) return [];
  const refreshToken = grant.refreshToken?.value;
  return [
    { value: grant.accessToken, match: { token: 'access', accountId } },
    ...(refreshToken === undefined ? [] : [{ value: refreshToken, match: { token: 'refresh' as const, accountId } }]),
  ];
}

function earlier({ id: accountId, superseded, earlier: pairs }: AccountRecord): Candidate[] {
  const access = [...superseded, ...pairs.map(({ grant }) => grant)];
  return [
    ...access.map(({ accessToken }) => ({
      value: accessToken,
      match: { token: 'earlier-access' as const, accountId },
    })),
    ...pairs.map(({ grant }) => ({
      value: grant.refreshToken.value,
      match: { token: 'earlier-refresh' as const, accountId },
    })),
  ];
}
