import { sha256Of } from '../handover/sha256.ts';
import type { AccountRecord, EarlierPair, Grant } from './records.ts';

/**
 * What the account keeps of earlier pairs once `next` takes the place of its own: nothing proves that tokens from
 * elsewhere are what they say, so no refresh token that is used here and lives gives way to them for good. `now` is epoch ms.
 */
export function earlierPairs(account: AccountRecord, next: Grant | null, now: number): EarlierPair[] {
  const pairs = [...account.earlier, ...ownPair(account, now)];
  return livingPairs(pairs, now).filter(({ grant }) => grant.refreshToken.value !== next?.refreshToken?.value);
}

/** Those whose refresh token lives at `now` (epoch ms); the same array where all do. */
export function livingPairs(pairs: EarlierPair[], now: number): EarlierPair[] {
  const living = pairs.filter(({ grant }) => grant.refreshToken.expiresAt > now);
  return living.length === pairs.length ? pairs : living;
}

/** The account with an earlier pair of its own in use again, its present one kept if it may still be of use. */
export function withPairAgain(account: AccountRecord, pair: EarlierPair, now: number): AccountRecord {
  const { grant, hasOtherCopy, refreshSent } = pair;
  const replaced = account.grant === null ? [] : [account.grant];
  const superseded = [...account.superseded, ...replaced]
    .map(({ accessToken, expiresAt }) => ({ accessToken, expiresAt }))
    .filter(({ accessToken, expiresAt }) => expiresAt > now && accessToken !== grant.accessToken);
  const earlier = earlierPairs(account, grant, now);
  return { ...account, grant, hasOtherCopy, refreshSent, grantEnded: false, lastFailure: null, earlier, superseded };
}

/** What tells one pair from another; nothing of a token can be told from it. */
export function pairId({ grant }: EarlierPair): string {
  return sha256Of(grant.refreshToken.value).slice(0, 16);
}

function ownPair(
  { standing, grant, grantEnded, hasOtherCopy, refreshSent }: AccountRecord,
  now: number,
): EarlierPair[] {
  // Refused, or renewed by another computer: of no use here.
  if (standing !== 'here' || grantEnded || !grant?.refreshToken) return [];
  return [{ grant: { ...grant, refreshToken: grant.refreshToken }, hasOtherCopy, refreshSent, replacedAt: now }];
}
