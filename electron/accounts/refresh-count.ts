import { realProfiles } from '../authorities/authorities.ts';
import type { Profile } from '../authorities/schema.ts';
import type { AccountRecord, Grant } from './records.ts';

/** How many refresh tokens the person of an account has had in her session (S19), whichever account they went to. */
export type RefreshTokensHad = (account: AccountRecord) => number;

/**
 * Counts refresh tokens per person: the authority's limit is on her, not on an account (S19). Which accounts one of her
 * sessions reaches, no answer says. So all count whose refresh token lives, or ended less than a refresh token's life
 * ago: more than the authority can count, never fewer. Accounts at one profile and environment are one person's where
 * they have the same certificate or, without one, the same name of who signs in; those without a name count as one
 * person's, who may be any of the named. Pairs that were replaced here were given to her too.
 *
 * `accounts` is asked once, when the first count is wanted, and then only where there is a limit. `now` is epoch ms.
 */
export function refreshTokensHad(accounts: () => readonly AccountRecord[], now: number): RefreshTokensHad {
  let perPerson: ReadonlyMap<string, number> | null = null;
  return (account) => {
    const { grant } = account;
    const own = grant?.refreshToken?.ordinal ?? 0;
    if (grant === null || sessionLimit(grant) === null) return own;
    perPerson ??= countPerPerson(accounts(), now);
    // Its own count even after its session: a clock may be wrong.
    return Math.max(own, countOf(perPerson, account, grant));
  };
}

/** Whether the authority gives that person no more refresh tokens in this session (S19). */
export function isLimitReached({ renewal }: Pick<Profile, 'renewal'>, had: number): boolean {
  return renewal.by === 'refresh-token' && renewal.limitPerUser !== null && had >= renewal.limitPerUser;
}

function countPerPerson(accounts: readonly AccountRecord[], now: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const account of accounts) {
    for (const grant of [account.grant, ...account.earlier.map((pair) => pair.grant)]) {
      const limit = grant === null ? null : sessionLimit(grant);
      if (!grant?.refreshToken || limit === null) continue;
      const { expiresAt, ordinal } = grant.refreshToken;
      if (expiresAt + limit.lifetimeMs <= now) continue;
      const key = personKey(account, grant);
      counts.set(key, (counts.get(key) ?? 0) + ordinal);
    }
  }
  return counts;
}

/** What an account's person may have had: who is not named may be any of those who are. */
function countOf(counts: ReadonlyMap<string, number>, account: AccountRecord, grant: Grant): number {
  const own = counts.get(personKey(account, grant)) ?? 0;
  if (account.certificateId !== null) return own;
  const nobody = personKey({ ...account, person: '' }, grant);
  if (personKey(account, grant) !== nobody) return own + (counts.get(nobody) ?? 0);
  const prefix = nobody.slice(0, -'""]'.length);
  const named = [...counts].filter(([key]) => key !== nobody && key.startsWith(prefix)).map(([, count]) => count);
  return own + Math.max(0, ...named);
}

/** How long the refresh tokens of a limited session live, ms; null where there is no limit. Twins have the same rules. */
function sessionLimit({ issuedTo }: Grant): { readonly lifetimeMs: number } | null {
  const renewal = realProfiles.find(({ id }) => id === issuedTo.profile)?.renewal;
  if (renewal?.by !== 'refresh-token' || renewal.limitPerUser === null) return null;
  return { lifetimeMs: renewal.fallbackLifetimeSeconds * 1000 };
}

function personKey({ certificateId, person }: AccountRecord, { issuedTo }: Grant): string {
  const name = person.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  const who = certificateId === null ? ['person', name] : ['certificate', certificateId];
  return JSON.stringify([issuedTo.profile, issuedTo.environment, ...who]);
}
