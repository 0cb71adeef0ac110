import { describe, expect, it } from 'vitest';
import { withoutEnded } from '../../electron/accounts/compromised.ts';
import { earlierPairs, pairId, withPairAgain } from '../../electron/accounts/earlier-pairs.ts';
import {
  accountKind,
  freshAccount,
  pendingSignInKind,
  type AccountRecord,
  type EarlierPair,
} from '../../electron/accounts/records.ts';
import { mergedAccount } from '../../electron/accounts/transfer-merge.ts';
import { decode } from '../../electron/vault/kind.ts';
import { accountRecord, grantRecord } from '../fixtures/transfer-records.ts';

const T = Date.UTC(2026, 6, 1);
const DAY = 86_400_000;
const here = accountRecord({ grant: grantRecord(T), hasOtherCopy: true, refreshSent: { at: T + 1, tries: 1 } });
const newer = grantRecord(T + DAY);
const values = (pairs: readonly EarlierPair[]) => pairs.map(({ grant }) => grant.refreshToken.value);
const only = (account: AccountRecord | null): EarlierPair => account?.earlier[0] ?? expect.fail('none is kept');

describe('a pair that tokens from elsewhere take the place of', () => {
  it('is kept with all that is known of it while its refresh token lives', () => {
    expect(earlierPairs(here, newer, T + DAY)).toEqual([
      { grant: here.grant, hasOtherCopy: true, refreshSent: { at: T + 1, tries: 1 }, replacedAt: T + DAY },
    ]);
    expect(earlierPairs(here, newer, T + 365 * DAY)).toEqual([]);
  });

  it('is not kept where it is of no use: refused, another computer’s, or the very same refresh token', () => {
    expect(earlierPairs({ ...here, grantEnded: true }, newer, T + DAY)).toEqual([]);
    expect(earlierPairs({ ...here, standing: 'moved' }, newer, T + DAY)).toEqual([]);
    expect(earlierPairs(here, { ...newer, refreshToken: here.grant?.refreshToken ?? null }, T + DAY)).toEqual([]);
    expect(earlierPairs(accountRecord({ grant: grantRecord(T, { refreshToken: null }) }), newer, T + DAY)).toEqual([]);
  });

  it('stays beside those that were kept before it', () => {
    const first = { ...here, earlier: earlierPairs(here, newer, T + DAY), grant: newer };
    expect(values(earlierPairs(first, grantRecord(T + 2 * DAY), T + 2 * DAY))).toEqual([
      here.grant?.refreshToken?.value,
      newer.refreshToken?.value,
    ]);
  });

  it('is forgotten at its end, by the clock', () => {
    const kept = { ...here, earlier: earlierPairs(here, newer, T + DAY), grant: newer };
    const end = here.grant?.refreshToken?.expiresAt ?? 0;
    expect(withoutEnded(kept, end - 1)).toBe(kept);
    expect(withoutEnded(kept, end).earlier).toEqual([]);
  });

  it('is used again as it was, and the one that had its place is kept in turn', () => {
    const now = T + 2 * DAY;
    const lastFailure = { at: now, failure: { code: 'no-access-token' as const } };
    const kept = { ...here, earlier: earlierPairs(here, newer, T + DAY), grant: newer, refreshSent: null, lastFailure };
    const again = withPairAgain({ ...kept, hasOtherCopy: false }, only(kept), now);
    const { grant, hasOtherCopy, refreshSent } = here;
    expect(again).toMatchObject({ grant, hasOtherCopy, refreshSent, grantEnded: false, lastFailure: null });
    expect(again.earlier).toEqual([{ grant: newer, hasOtherCopy: false, refreshSent: null, replacedAt: now }]);
    expect(again.superseded).toEqual([{ accessToken: newer.accessToken, expiresAt: newer.expiresAt }]);
    const back = withPairAgain(again, only(again), now);
    expect(back.grant).toEqual(newer);
    expect(values(back.earlier)).toEqual([here.grant?.refreshToken?.value]);
    // The one in use is not among the replaced.
    expect(back.superseded.map(({ accessToken }) => accessToken)).toEqual([here.grant?.accessToken]);
  });

  it('leaves no access token behind that has ended', () => {
    const now = T + 92 * DAY;
    const kept = { ...here, earlier: earlierPairs(here, newer, T + DAY), grant: newer };
    expect(withPairAgain(kept, only(kept), now).superseded).toEqual([]);
  });

  it('is used again instead of one that the authority refused', () => {
    const kept = { ...here, earlier: earlierPairs(here, newer, T + DAY), grant: newer, grantEnded: true };
    const again = withPairAgain(kept, only(kept), T + 2 * DAY);
    expect(again).toMatchObject({ grant: here.grant, grantEnded: false, earlier: [] });
  });

  it('is told from others by nothing that a token could be made of', () => {
    const pair = only({ ...here, earlier: earlierPairs(here, newer, T + DAY) });
    expect(pairId(pair)).toMatch(/^[0-9a-f]{16}$/);
    expect(pair.grant.refreshToken.value).not.toContain(pairId(pair));
  });
});

describe('a file’s newer pair', () => {
  const terms = { importedAs: 'here', purpose: 'move', now: T + DAY } as const;
  const living = accountRecord({ grant: grantRecord(T) });

  it('with a time of issue that anybody can write takes the place of a living one, which is kept', () => {
    const forged = accountRecord({ grant: grantRecord(T + DAY), hasOtherCopy: true });
    const merged = mergedAccount(living, forged, terms);
    expect(merged?.grant).toEqual(forged.grant);
    expect(values(merged?.earlier ?? [])).toEqual([living.grant?.refreshToken?.value]);
    expect(withPairAgain(merged ?? expect.fail(), only(merged), T + DAY)).toMatchObject({
      grant: living.grant,
      hasOtherCopy: false,
      standing: 'here',
    });
  });

  it('brings along what was kept on the other computer, each once and none that is in use or has ended', () => {
    const kept = (issuedAt: number): EarlierPair => {
      const [pair = expect.fail()] = earlierPairs(accountRecord({ grant: grantRecord(issuedAt) }), null, issuedAt);
      return pair;
    };
    const earlier = [kept(T - 400 * DAY), kept(T - DAY), kept(T), kept(T + DAY)];
    const incoming = accountRecord({ grant: grantRecord(T + DAY), earlier });
    const merged = mergedAccount(living, incoming, terms);
    expect(values(merged?.earlier ?? [])).toEqual(values([kept(T - DAY), kept(T)]));
  });

  it('that has no refresh token leaves the one that is here in use, and nothing beside', () => {
    const incoming = accountRecord({ grant: grantRecord(T + DAY, { refreshToken: null }) });
    const merged = mergedAccount(living, incoming, terms);
    expect(merged?.grant?.refreshToken).toEqual(living.grant?.refreshToken);
    expect(merged?.earlier).toEqual([]);
  });

  it('names who signs in where nobody did here', () => {
    const incoming = accountRecord({ grant: grantRecord(T + DAY), person: 'Anna' });
    expect(mergedAccount(living, incoming, terms)?.person).toBe('Anna');
    expect(mergedAccount({ ...living, person: 'Bo' }, incoming, terms)?.person).toBe('Bo');
  });
});

describe('an account of an earlier version', () => {
  const read = (kind: typeof accountKind | typeof pendingSignInKind, version: number, value: unknown) =>
    decode(kind, Buffer.from(JSON.stringify({ version, value })));
  const { earlier, ...version3 } = here;

  it('has kept no pair', () => {
    expect(earlier).toEqual([]);
    expect(read(accountKind, 3, version3)).toEqual({ state: 'good', value: here });
    const { route, person, ...version2 } = version3;
    expect([route, person]).toEqual([null, '']);
    expect(read(accountKind, 2, version2)).toEqual({ state: 'good', value: here });
    const { id, applicationId, certificateId, redirectUri, grant } = here;
    const version1 = { id, applicationId, certificateId, redirectUri, grant, superseded: [], lastFailure: null };
    expect(read(accountKind, 1, version1)).toMatchObject({ state: 'good', value: freshAccount });
  });

  it('is the same in a sign-in that waits', () => {
    const attempt = { id: 'i', state: 's', codeVerifier: null, route: 'browser', redirectUri: '', arrivalUri: '' };
    const pending = {
      id: 'p',
      issuedTo: here.grant?.issuedTo,
      attempt: { ...attempt, scopes: [], startedAt: 0, deadline: 1 },
    };
    expect(read(pendingSignInKind, 3, { ...pending, account: version3 })).toEqual({
      state: 'good',
      value: { ...pending, account: here },
    });
  });
});
