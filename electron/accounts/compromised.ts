import type { CallOutput } from '../contract/contract.ts';
import type { ReportedToken } from '../handover/compromised-report.ts';
import { sha256Of } from '../handover/sha256.ts';
import { readToken } from '../tokens/claims.ts';
import type { AccountRecord } from './records.ts';

/** The account without the replaced access tokens that have ended; the same object where there are none. */
export function withoutEnded(account: AccountRecord, now: number): AccountRecord {
  const living = account.superseded.filter(({ expiresAt }) => expiresAt > now);
  return living.length === account.superseded.length ? account : { ...account, superseded: living };
}

/** The account's access tokens that live at `now` (epoch ms), the current one first, then the newest (R19). */
export function livingTokens({ grant, superseded }: AccountRecord, now: number): readonly ReportedToken[] {
  const replaced = superseded.map((token) => ({ ...token, isCurrent: false })).reverse();
  const current = grant === null ? [] : [{ ...grant, isCurrent: true }];
  return [...current, ...replaced]
    .filter(({ expiresAt }) => expiresAt > now)
    .map(({ accessToken, expiresAt, isCurrent }) => ({ accessToken, expiresAt, isCurrent, ...saidBy(accessToken) }));
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
