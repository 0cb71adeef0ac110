import { isDeepStrictEqual } from 'node:util';
import type { Profile } from '../authorities/schema.ts';
import { earlierPairs } from './earlier-pairs.ts';
import type { TokenAnswer } from '../tokens/token-answer.ts';
import type { AccountRecord, ApplicationRecord, Grant } from './records.ts';

/** The account's grant, if it was given to the application as it is now; null where there is none, or another's. */
export function grantOf(account: AccountRecord, application: ApplicationRecord): Grant | null {
  const { grant } = account;
  if (grant === null) return null;
  return isDeepStrictEqual(grant.issuedTo, registrationOf(application)) ? grant : null;
}

/** What makes an application the registration it is: with another of these, tokens and codes are not its own. */
export function registrationOf({ profile, environment, clientId }: ApplicationRecord): Grant['issuedTo'] {
  return { profile, environment, clientId };
}

/**
 * The account with what an authority just gave. An answer without a new refresh token keeps the one there is (S18); a
 * replaced access token that still lives is kept for the day it has to be reported (R19).
 * @param isSignIn whether a person signed in, which begins a new count of refresh tokens
 */
export function withAnswer(
  account: AccountRecord,
  profile: Profile,
  answer: TokenAnswer,
  input: {
    readonly application: ApplicationRecord;
    readonly scopeAsked: readonly string[];
    readonly isSignIn: boolean;
    readonly now: number;
  },
): AccountRecord {
  const { grant, superseded } = account;
  const living = superseded.filter(({ expiresAt }) => expiresAt > input.now);
  const replaced =
    grant !== null && grant.expiresAt > input.now && grant.accessToken !== answer.accessToken
      ? [{ accessToken: grant.accessToken, expiresAt: grant.expiresAt }]
      : [];
  return {
    ...account,
    grant: {
      issuedTo: registrationOf(input.application),
      accessToken: answer.accessToken,
      obtainedAt: answer.obtainedAt,
      expiresAt: answer.expiresAt,
      refreshToken: refreshTokenAfter(grant, profile, answer, input.isSignIn),
      scopeAsked: [...input.scopeAsked],
      scopeGiven: answer.scopeGiven && [...answer.scopeGiven],
    },
    superseded: [...living, ...replaced],
    // A sign-in that brought none says nothing against the one there was.
    earlier: input.isSignIn && answer.refreshToken === null ? earlierPairs(account, null, input.now) : account.earlier,
    // What came is this program's own, and it is here.
    standing: 'here',
    hasOtherCopy: false,
    refreshSent: null,
    grantEnded: false,
    lastFailure: null,
  };
}

function refreshTokenAfter(
  before: Grant | null,
  profile: Profile,
  answer: TokenAnswer,
  isSignIn: boolean,
): Grant['refreshToken'] {
  const kept = isSignIn ? null : (before?.refreshToken ?? null);
  if (answer.refreshToken === null || profile.renewal.by !== 'refresh-token') return kept;
  const { value, expiresAt } = answer.refreshToken;
  // The same one again is no new one, and lives no longer.
  if (kept !== null && kept.value === value) return kept;
  return {
    value,
    expiresAt: expiresAt ?? answer.obtainedAt + profile.renewal.fallbackLifetimeSeconds * 1000,
    isCertain: expiresAt !== null,
    ordinal: (kept?.ordinal ?? 0) + 1,
  };
}
