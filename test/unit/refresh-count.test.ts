import { describe, expect, it } from 'vitest';
import type { AccountRecord, Grant } from '../../electron/accounts/records.ts';
import { isLimitReached, refreshTokensHad } from '../../electron/accounts/refresh-count.ts';
import { renewalDueAt } from '../../electron/accounts/schedule.ts';
import { renewsSilently } from '../../electron/accounts/silent.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import { skatteverketPer } from '../../electron/authorities/skatteverket.ts';
import { accountRecord } from '../fixtures/transfer-records.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 6, 1, 12);

type Place = Partial<Grant['issuedTo']>;

/** An account of the personal flow that has had `ordinal` refresh tokens, the last one five minutes ago. */
function personal(id: string, ordinal: number, part: Partial<AccountRecord> = {}, place: Place = {}): AccountRecord {
  const obtainedAt = NOW - 5 * MINUTE;
  return accountRecord({
    id,
    certificateId: null,
    grant: {
      issuedTo: { profile: 'skatteverket-per', environment: 'test', clientId: 'client', ...place },
      accessToken: 'ab'.repeat(32),
      obtainedAt,
      expiresAt: obtainedAt + 60 * MINUTE,
      refreshToken: { value: `refresh ${id}`, expiresAt: obtainedAt + 65 * MINUTE, isCertain: false, ordinal },
      scopeAsked: [],
      scopeGiven: null,
    },
    ...part,
  });
}

const had = (accounts: readonly AccountRecord[], now = NOW) => refreshTokensHad(() => accounts, now);

describe('the refresh tokens one person has had (S19)', () => {
  it('are counted over all her accounts, by whatever application', () => {
    const accounts = [
      personal('a', 4, { person: 'Anna' }),
      personal('b', 3, { person: 'Anna' }, { clientId: 'another' }),
      personal('c', 9, { person: 'Bo' }),
    ];
    const count = had(accounts);
    expect(accounts.map(count)).toEqual([7, 7, 9]);
  });

  it('are one person’s however her name is spaced or written large', () => {
    const accounts = [personal('a', 4, { person: 'Anna  Öberg' }), personal('b', 3, { person: ' anna O\u0308berg ' })];
    expect(had(accounts)(accounts[0] ?? expect.fail())).toBe(7);
  });

  it('are counted as one person’s where nobody is named', () => {
    const accounts = [personal('a', 4), personal('b', 3), personal('c', 1, { person: 'Anna' })];
    expect(accounts.map(had(accounts))).toEqual([8, 8, 8]);
    // Whoever it is, it is one of the named, not both.
    expect(had([...accounts, personal('d', 2, { person: 'Bo' })])(accounts[0] ?? expect.fail())).toBe(9);
  });

  it('are counted with those of pairs that others took the place of', () => {
    const { grant } = personal('old', 3);
    const { refreshToken } = grant ?? expect.fail();
    if (grant === null || refreshToken === null) expect.fail();
    const pair = { grant: { ...grant, refreshToken }, hasOtherCopy: false, refreshSent: null, replacedAt: NOW };
    const account = personal('a', 2, { earlier: [pair] });
    expect(had([account])(account)).toBe(5);
  });

  it('are counted apart by environment, and by certificate where there is one', () => {
    const accounts = [
      personal('a', 4),
      personal('b', 3, {}, { environment: 'production' }),
      personal('c', 2, { certificateId: 'ana' }),
      personal('d', 1, { certificateId: 'ana', person: 'anybody' }),
    ];
    expect(accounts.map(had(accounts))).toEqual([4, 3, 3, 3]);
  });

  it('count as long as they live and for as long again, whatever became of their account', () => {
    const accounts = [
      personal('a', 1),
      personal('b', 6, { grantEnded: true }),
      personal('c', 2, { standing: 'moved' }),
    ];
    const [first = expect.fail()] = accounts;
    expect(had(accounts)(first)).toBe(9);
    expect(had(accounts, NOW + 124 * MINUTE)(first)).toBe(9);
    expect(had(accounts, NOW + 125 * MINUTE)(first)).toBe(1);
  });

  it('are nobody’s concern where the authority sets no limit: then nothing is counted at all', () => {
    const account = personal('a', 12, {}, { profile: 'anaf', environment: 'production' });
    const count = refreshTokensHad(() => expect.fail('asked for the accounts'), NOW);
    expect(count(account)).toBe(12);
    expect(isLimitReached(anaf, 12)).toBe(false);
    expect([9, 10].map((number) => isLimitReached(skatteverketPer, number))).toEqual([false, true]);
  });

  it('are summed once for all accounts, not once for each', () => {
    const accounts = Array.from({ length: 1000 }, (_, index) => personal(`account-${index}`, 1));
    let asked = 0;
    const count = refreshTokensHad(() => {
      asked += 1;
      return accounts;
    }, NOW);
    expect(new Set(accounts.map(count))).toEqual(new Set([1000]));
    expect(asked).toBe(1);
  });
});

describe('an account whose person has had ten (S19)', () => {
  const account = personal('a', 2, { person: 'Anna' });
  const sister = (ordinal: number) => personal('b', ordinal, { person: 'Anna' });
  const dueAt = (accounts: readonly AccountRecord[]) =>
    renewalDueAt(account, account.grant, skatteverketPer, NOW, had(accounts), NOW);
  const isSilent = (accounts: readonly AccountRecord[]) =>
    renewsSilently(account, account.grant, skatteverketPer, undefined, had(accounts), NOW);

  it('is not renewed by the program, nor before a request', () => {
    expect(dueAt([account, sister(7)])).toBe(account.grant?.expiresAt);
    expect(dueAt([account, sister(8)])).toBeNull();
    expect(isSilent([account, sister(7)])).toBe(true);
    expect(isSilent([account, sister(8)])).toBe(false);
  });

  it('is, where those were another person’s', () => {
    expect(dueAt([account, { ...sister(8), person: 'Bo' }])).toBe(account.grant?.expiresAt);
  });
});
