import { describe, expect, it } from 'vitest';
import type { AccountRecord, CertificateRecord, Grant } from '../../electron/accounts/records.ts';
import { isLimitReached, refreshTokensHad } from '../../electron/accounts/refresh-count.ts';
import { renewalDueAt } from '../../electron/accounts/schedule.ts';
import { renewsSilently } from '../../electron/accounts/silent.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import { skatteverketPer } from '../../electron/authorities/skatteverket.ts';
import { makeCertificate } from '../fixtures/make-p12.ts';
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

const certificates = new Map(
  Object.entries({
    anna: '/GN=Anna/SN=Öberg/CN=Anna Öberg/serialNumber=198001011234',
    namesake: '/GN=Anna/SN=Öberg/CN=Anna Öberg/serialNumber=199002022345',
    annaOfFirm: '/GN=Anna/SN=Öberg/CN=Anna Öberg/O=Byrån AB/serialNumber=165560269986',
    boOfFirm: '/GN=Bo/SN=Berg/CN=Bo Berg/O=Byrån AB/serialNumber=165560269986',
    firm: '/O=Byrån AB/CN=Byrån AB/serialNumber=165560269986',
  }).map(([id, subject]): [string, CertificateRecord] => [
    id,
    {
      ...{ id, fingerprint: id, certPem: makeCertificate({ subject }).certPem, chainPem: [], warnings: [] },
      ...{ key: { kept: 'on-device' }, importedAt: 0 },
    },
  ]),
);
const findCertificate = (id: string) => certificates.get(id);
const had = (accounts: readonly AccountRecord[], now = NOW) =>
  refreshTokensHad({ accounts: () => accounts, findCertificate }, now);

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

  it('are counted with those of replaced pairs whoever had them, since nothing says who it was', () => {
    const { grant } = personal('old', 3);
    const { refreshToken } = grant ?? expect.fail();
    if (grant === null || refreshToken === null) expect.fail();
    const pair = { grant: { ...grant, refreshToken }, hasOtherCopy: false, refreshSent: null, replacedAt: NOW };
    // It was Anna's; then Bo signed in.
    const accounts = [personal('a', 2, { person: 'Bo', earlier: [pair] }), personal('b', 4, { person: 'Anna' })];
    expect(accounts.map(had(accounts))).toEqual([5, 7]);
  });

  it('are counted apart by environment', () => {
    const accounts = [personal('a', 4), personal('b', 3, {}, { environment: 'production' })];
    expect(accounts.map(had(accounts))).toEqual([4, 3]);
  });

  it('are one person’s whether her certificate names her or she is named by hand', () => {
    const accounts = [
      personal('a', 4, { certificateId: 'anna' }),
      personal('b', 3, { person: 'anna oberg' }),
      personal('c', 2, { person: '19800101-1234' }),
      personal('d', 1, { person: 'Bo Öberg' }),
    ];
    // A number alone may belong to any name.
    expect(accounts.map(had(accounts))).toEqual([9, 10 - 1, 10, 3]);
  });

  it('are told apart by certificates with two personal numbers, and by none of an organisation', () => {
    const accounts = [
      personal('a', 4, { certificateId: 'anna' }),
      personal('b', 3, { certificateId: 'namesake' }),
      personal('c', 2, { certificateId: 'firm' }),
      personal('d', 1, { certificateId: 'firm', person: 'Anna Öberg' }),
    ];
    // Who showed the firm's certificate may be either; who is named beside it too.
    expect(accounts.map(had(accounts))).toEqual([7, 6, 10, 10]);
  });

  it('are not told apart by an organisation’s number in a person’s certificate', () => {
    const accounts = [
      personal('a', 4, { certificateId: 'anna' }),
      personal('b', 3, { certificateId: 'annaOfFirm' }),
      personal('c', 2, { certificateId: 'boOfFirm' }),
    ];
    expect(accounts.map(had(accounts))).toEqual([7, 7, 2]);
  });

  it('are counted with those of whoever signed in by a certificate that is gone', () => {
    const accounts = [personal('a', 4, { person: 'Anna' }), personal('b', 3, { certificateId: 'gone' })];
    expect(accounts.map(had(accounts))).toEqual([7, 7]);
  });

  it.each([
    ['Anna', 'Anna Öberg', true],
    ['Öberg, Anna', 'Anna Öberg', true],
    ['A. Öberg', 'Anna Öberg', true],
    ['Anna Maria Öberg', 'Anna Öberg', true],
    ['Anna Öberg', 'Bo Öberg', false],
    ['Anna', 'Ann', false],
    ['800101-1234', '198001011234', true],
    ['Anna 800101-1234', 'Anna 900202-2345', false],
    ['Person 1', 'Person 2', false],
    ['Anna Öberg 556026-9986', 'Anna Öberg 800101-1234', true],
    ['556026-9986', 'Anna Öberg', true],
  ])('are counted together for %s and %s: %s', (one, other, together) => {
    const accounts = [personal('a', 4, { person: one }), personal('b', 3, { person: other })];
    expect(accounts.map(had(accounts))).toEqual(together ? [7, 7] : [4, 3]);
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
    const accounts = () => expect.fail('asked for the accounts');
    const count = refreshTokensHad({ accounts, findCertificate }, NOW);
    expect(count(account)).toBe(12);
    expect(isLimitReached(anaf, 12)).toBe(false);
    expect([9, 10].map((number) => isLimitReached(skatteverketPer, number))).toEqual([false, true]);
  });

  it('are summed once for all accounts, not once for each', () => {
    const accounts = Array.from({ length: 1000 }, (_, index) => personal(`account-${index}`, 1));
    let asked = 0;
    const store = {
      accounts() {
        asked += 1;
        return accounts;
      },
      findCertificate,
    };
    const count = refreshTokensHad(store, NOW);
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
