import { realProfiles } from '../authorities/authorities.ts';
import type { CallOutput } from '../contract/contract.ts';
import type { ReportedToken } from '../handover/compromised-report.ts';
import { sha256Of } from '../handover/sha256.ts';
import { readToken } from '../tokens/claims.ts';
import { livingPairs } from './earlier-pairs.ts';
import type { AccountRecord, ApplicationRecord, OrphanTokensRecord } from './records.ts';

/** The account without the replaced access tokens and pairs that have ended; the same object where there are none. */
export function withoutEnded(account: AccountRecord, now: number): AccountRecord {
  const superseded = account.superseded.filter(({ expiresAt }) => expiresAt > now);
  const earlier = livingPairs(account.earlier, now);
  const isSame = superseded.length === account.superseded.length && earlier === account.earlier;
  return isSame ? account : { ...account, superseded, earlier };
}

/** The account's access tokens that live at `now` (epoch ms), the current one first, then the newest (R19). */
export function livingTokens({ grant, superseded }: AccountRecord, now: number): readonly ReportedToken[] {
  const replaced = superseded.map((token) => ({ ...token, isCurrent: false })).reverse();
  const current = grant === null ? [] : [{ ...grant, isCurrent: true }];
  return [...current, ...replaced]
    .filter(({ expiresAt }) => expiresAt > now)
    .map(({ accessToken, expiresAt, isCurrent }) => ({ accessToken, expiresAt, isCurrent, ...saidBy(accessToken) }));
}

/**
 * What is kept of an account that is removed at `now` (epoch ms): its access tokens that live, where their authority
 * takes reports. Null where there is nothing, or where the account was moved: the other computer has them.
 */
export function orphansOf(
  account: AccountRecord,
  application: ApplicationRecord | undefined,
  holder: string,
  now: number,
): OrphanTokensRecord | null {
  const profile = realProfiles.find(({ id }) => id === application?.profile);
  if (application === undefined || profile?.tokenForm !== 'jwt' || account.standing === 'moved') return null;
  const tokens = livingTokens(account, now).map(({ accessToken, expiresAt }) => ({ accessToken, expiresAt }));
  if (tokens.length === 0) return null;
  const { environment, name, clientId } = application;
  const from = { profile: profile.id, environment, application: name, clientId };
  return { id: account.id, ...from, holder, removedAt: now, tokens: tokens.reverse() };
}

/** The tokens of a removed account that live at `now` (epoch ms), the newest first. */
export function livingOrphans({ tokens }: OrphanTokensRecord, now: number): readonly ReportedToken[] {
  return tokens
    .filter(({ expiresAt }) => expiresAt > now)
    .map((token) => ({ ...token, isCurrent: false, ...saidBy(token.accessToken) }))
    .reverse();
}

function saidBy(accessToken: string): Pick<ReportedToken, 'issuedAt' | 'serial'> {
  const reading = readToken(accessToken);
  if (reading.form !== 'jwt') return { issuedAt: null, serial: null };
  const serial = reading.payload.find(({ name, secret }) => name === 'serial' && !secret)?.value;
  return { issuedAt: reading.issuedAt, serial: typeof serial === 'string' && serial !== '' ? serial : null };
}

/** What the window may see of them. */
export function tokenViews(tokens: readonly ReportedToken[]): CallOutput<'compromised.list'>['tokens'] {
  return tokens.map(({ accessToken, ...facts }) => ({ ...facts, fingerprint: sha256Of(accessToken).slice(0, 16) }));
}
