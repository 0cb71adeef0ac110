import { createHash } from 'node:crypto';
import type { Profile } from '../authorities/schema.ts';
import { tokenTimes } from '../tokens/token-times.ts';
import type { AccountRecord, Grant } from './records.ts';
import { isLimitReached, type RefreshTokensHad } from './refresh-count.ts';

const DAY_MS = 86_400_000;
/** Renewals that fall due together are spread over this much of the time before the end. */
const SPREAD = 1 / 7;
/** Of a token that lives shorter than expected, this much is left when it is renewed. */
const LARGEST_LEAD = 1 / 4;
/** Back-off after a failure, ms: the first pause, doubled each time up to the longest. */
const FIRST_PAUSE_MS = 60_000;
export const LONGEST_PAUSE_MS = 6 * 3_600_000;
/** Where only a person can help, or the authority refuses the application: looked at once a day. */
const REFUSED_PAUSE_MS = DAY_MS;

/**
 * When the program may renew this account by itself, epoch ms; null where it may not or need not.
 * @param lastUsedAt when its access token was last used through this program, epoch ms; null if it was not
 * @param had what each account's person has had of her session's refresh tokens (S19)
 */
export function renewalDueAt(
  account: AccountRecord,
  grant: Grant | null,
  profile: Profile,
  lastUsedAt: number | null,
  had: RefreshTokensHad,
  now: number,
): number | null {
  const { renewal } = profile;
  // By sign-in: fetched when next needed, for the whole life of each token (S13).
  if (renewal.by !== 'refresh-token' || grant?.refreshToken == null) return null;
  if (account.standing !== 'here' || account.hasOtherCopy) return null;
  const { refreshToken } = grant;
  if (refreshToken.isCertain && refreshToken.expiresAt <= now) return null;
  if (isLimitReached(profile, had(account))) return null;
  if (account.grantEnded) return null;
  if (account.refreshSent !== null) return lostDueAt(account.refreshSent, renewal.retriesLostAnswer);
  const { automatic } = renewal;
  if (automatic.when === 'while-in-use') {
    const inUse = lastUsedAt !== null && now - lastUsedAt <= automatic.minutes * 60_000;
    return inUse && refreshToken.expiresAt > now ? grant.expiresAt : null;
  }
  const end = Math.min(grant.expiresAt, refreshToken.expiresAt);
  const lead = Math.min(automatic.days * DAY_MS, lifeOf(grant, end, profile) * LARGEST_LEAD);
  return end - lead + lead * SPREAD * fractionOf(account, grant);
}

/**
 * When an answer that was lost is asked for again: at once the first time, since an authority that forgives does so for a
 * short while; then once a day, as it may have been its gateway alone that was in trouble.
 */
function lostDueAt(sent: NonNullable<AccountRecord['refreshSent']>, isAllowed: boolean): number | null {
  if (!isAllowed) return null;
  return sent.tries > 1 ? sent.at + DAY_MS : sent.at;
}

/** How long a grant lives in all, ms: by the token's own word where this computer's clock seems to have been wrong. */
function lifeOf(grant: Grant, end: number, profile: Profile): number {
  const usual = profile.fallbackLifetimeSeconds * 1000;
  const life = end - grant.obtainedAt;
  if (life > usual / 2) return life;
  const { issuedAt } = tokenTimes(grant.accessToken);
  const own = issuedAt === null ? life : end - issuedAt;
  return own > 0 ? own : usual;
}

/**
 * How long the program waits after a failure before it tries again by itself, ms.
 * @param failures how many there were in a row, this one included
 * @param chance 0 to 1: spreads the tries of many accounts
 */
export function pauseAfter(
  failure: { readonly code: string; readonly retryAfterSeconds?: number },
  failures: number,
  chance: number,
): number {
  const doubled = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
  const asked = (failure.retryAfterSeconds ?? 0) * 1000;
  const least = failure.code === 'authority-refused' ? REFUSED_PAUSE_MS : Math.max(doubled, asked);
  return Math.min(least, REFUSED_PAUSE_MS) * (1 + chance / 4);
}

/** Asked for of every account at every beat; what it is of never changes. */
const fractions = new WeakMap<Grant, { readonly accountId: string; readonly fraction: number }>();

/** A number from 0 to 1 that is always the same for the same grant of an account. */
function fractionOf({ id: accountId }: AccountRecord, grant: Grant): number {
  const known = fractions.get(grant);
  if (known?.accountId === accountId) return known.fraction;
  const digest = createHash('sha256').update(`${accountId} ${grant.obtainedAt}`).digest();
  const fraction = digest.readUInt32BE() / 2 ** 32;
  fractions.set(grant, { accountId, fraction });
  return fraction;
}
