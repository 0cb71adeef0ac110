import { describe, expect, it } from 'vitest';
import type { AccountRecord, Grant } from '../../electron/accounts/records.ts';
import type { TransferContents } from '../../electron/accounts/transfer-contents.ts';
import { compareGrants as compareGrantsAt, mergedAccount, planImport } from '../../electron/accounts/transfer-merge.ts';
import {
  accountRecord,
  applicationRecord,
  certificateRecord,
  grantRecord,
  tokenIssuedAt,
} from '../fixtures/transfer-records.ts';

const T = Date.UTC(2026, 6, 1);
const DAY = 86_400_000;
/** After every token of these tests was issued. */
const later = T + 10 * DAY;
const nothing: TransferContents = { certificates: [], applications: [], accounts: [] };
const newIds = (): (() => string) => {
  let number = 0;
  return () => `made-${++number}`;
};
const plan = (here: Partial<TransferContents>, file: Partial<TransferContents>) =>
  planImport({ ...nothing, ...here }, { ...nothing, ...file }, newIds(), later);
const moved = { importedAs: 'here', purpose: 'move', now: T + DAY } as const;
const compareGrants = (file: Grant | null, here: Grant | null) => compareGrantsAt(file, here, later);

it('a certificate that came off a token here gets the key that the file brings, under its id here', () => {
  const onDevice = certificateRecord('pem', 'f1', { id: 'c-here', key: { kept: 'on-device' } });
  const withKey = certificateRecord('pem', 'f1', { id: 'c-file' });
  expect(plan({ certificates: [onDevice] }, { certificates: [withKey] }).certificates).toEqual([
    { ...withKey, id: 'c-here' },
  ]);
  expect(plan({ certificates: [withKey] }, { certificates: [onDevice] }).certificates).toEqual([]);
  expect(plan({ certificates: [onDevice] }, { certificates: [onDevice] }).certificates).toEqual([]);
});

describe('which pair is newer', () => {
  it('is told by what the refresh tokens say, whatever the clocks of the two computers said', () => {
    const [older, newer] = [grantRecord(T, { obtainedAt: T + 9 * DAY }), grantRecord(T + DAY, { obtainedAt: T })];
    expect(compareGrants(newer, older)).toBe('newer');
    expect(compareGrants(older, newer)).toBe('older');
    expect(compareGrants(older, { ...older })).toBe('same');
  });

  it('is told by the access tokens where the refresh token was kept, or says nothing', () => {
    const kept = grantRecord(T).refreshToken;
    const [older, newer] = [grantRecord(T), grantRecord(T + DAY, { refreshToken: kept })];
    expect(compareGrants(newer, older)).toBe('newer');
    expect(compareGrants(older, newer)).toBe('older');
    const opaque = (value: string) => kept && { ...kept, value };
    expect(
      compareGrants(grantRecord(T + DAY, { refreshToken: opaque('a') }), grantRecord(T, { refreshToken: opaque('b') })),
    ).toBe('newer');
  });

  it('is told by when they were obtained where no token says anything', () => {
    const opaque = (time: number) => grantRecord(time, { accessToken: 'ab'.repeat(32), refreshToken: null });
    expect(compareGrants({ ...opaque(T + 1000), accessToken: 'cd'.repeat(32) }, opaque(T))).toBe('newer');
    expect(compareGrants({ ...opaque(T - 1000), accessToken: 'cd'.repeat(32) }, opaque(T))).toBe('older');
  });

  it('is never the file’s where nothing tells them apart, nor where the file has none', () => {
    const twin = { ...grantRecord(T), accessToken: tokenIssuedAt(T, 'another') };
    expect(compareGrants(twin, grantRecord(T))).toBe('older');
    expect(compareGrants(null, grantRecord(T))).toBe('older');
    expect(compareGrants(grantRecord(T), null)).toBe('newer');
    expect(compareGrants(null, null)).toBe('same');
  });
});

describe('what a file would bring', () => {
  it('is everything, under its own ids, where there is nothing', () => {
    const file = {
      certificates: [certificateRecord('pem', 'f1')],
      applications: [applicationRecord()],
      accounts: [accountRecord({ grant: grantRecord(T) })],
    };
    const brought = plan({}, file);
    expect(brought.certificates).toEqual(file.certificates);
    expect(brought.applications).toEqual(file.applications);
    expect(brought.accounts).toEqual([{ fileId: 'account', record: file.accounts[0], verdict: 'new' }]);
  });

  it('takes the same registration and certificate for those that are here under other ids', () => {
    const brought = plan(
      {
        certificates: [certificateRecord('pem', 'f1', { id: 'c-here' })],
        applications: [applicationRecord({ id: 'a-here' })],
        accounts: [
          accountRecord({ id: 'here', applicationId: 'a-here', certificateId: 'c-here', grant: grantRecord(T) }),
        ],
      },
      {
        certificates: [certificateRecord('pem', 'f1')],
        applications: [applicationRecord()],
        accounts: [accountRecord({ grant: grantRecord(T + DAY) })],
      },
    );
    expect(brought.certificates).toEqual([]);
    expect(brought.applications).toEqual([]);
    expect(brought.accounts).toMatchObject([
      { fileId: 'account', verdict: 'newer', record: { id: 'here', applicationId: 'a-here', certificateId: 'c-here' } },
    ]);
  });

  it('gives an id that stands for something else here anew, and says so to what refers to it', () => {
    const brought = plan(
      {
        certificates: [certificateRecord('other', 'f2', { id: 'CERTIFICATE' })],
        applications: [applicationRecord({ clientId: 'another' })],
      },
      {
        certificates: [certificateRecord('pem', 'f1')],
        applications: [applicationRecord()],
        accounts: [accountRecord()],
      },
    );
    expect(brought.certificates).toMatchObject([{ id: 'made-1', fingerprint: 'f1' }]);
    expect(brought.applications).toMatchObject([{ id: 'made-2', clientId: 'client' }]);
    expect(brought.accounts).toMatchObject([{ record: { certificateId: 'made-1', applicationId: 'made-2' } }]);
  });

  it('fills what an application here lacks, and never overwrites what it has', () => {
    const here = applicationRecord({ name: 'Mine', clientSecret: '', apigwClientId: 'gw', apigwClientSecret: '' });
    const file = applicationRecord({ name: 'Theirs', apigwClientId: 'gw', apigwClientSecret: 'gw secret' });
    const brought = plan({ applications: [here] }, { applications: [file] });
    expect(brought.applications).toEqual([{ ...here, clientSecret: 'secret', apigwClientSecret: 'gw secret' }]);
    expect(brought.otherSecrets).toEqual([]);

    const other = plan(
      { applications: [applicationRecord()] },
      { applications: [applicationRecord({ clientSecret: 'x' })] },
    );
    expect(other.applications).toEqual([]);
    expect(other.otherSecrets).toEqual(['application']);
  });

  it('takes no secret of another APIgw client', () => {
    const here = applicationRecord({ apigwClientId: 'gw', apigwClientSecret: '' });
    const file = applicationRecord({ apigwClientId: 'other', apigwClientSecret: 'not ours' });
    expect(plan({ applications: [here] }, { applications: [file] }).applications).toEqual([]);
  });

  it('keeps two accounts apart where no certificate says that they are one person’s', () => {
    const here = accountRecord({ id: 'one', certificateId: null, grant: grantRecord(T) });
    const file = accountRecord({ id: 'two', certificateId: null, grant: grantRecord(T + DAY) });
    expect(plan({ accounts: [here] }, { accounts: [file] }).accounts).toMatchObject([{ verdict: 'new' }]);
  });
});

describe('two accounts on one grant', () => {
  const base = { certificateId: null, grant: grantRecord(T) };

  it('never come of one refresh token, nor of one holder’s certificate known by its number alone', () => {
    const applications = [applicationRecord()];
    const other = { ...base, grant: grantRecord(T + DAY) };
    for (const [mine, theirs] of [
      [base, base],
      [
        { ...base, certificateSerial: '34:00:0A' },
        { ...other, certificateSerial: '34000a' },
      ],
    ] as const) {
      const here = { applications, accounts: [accountRecord({ ...mine, id: 'mine' })] };
      const file = { applications, accounts: [accountRecord({ ...theirs, id: 'theirs' })] };
      expect(plan(here, file).accounts).toMatchObject([{ record: { id: 'mine' } }]);
    }
  });

  it('are told apart by two certificates, though these have one number', () => {
    const accounts = (id: string, certificateId: string, time: number) => [
      accountRecord({ id, certificateId, certificateSerial: '34', grant: grantRecord(time) }),
    ];
    const applications = [applicationRecord()];
    const here = { applications, accounts: accounts('mine', 'c1', T) };
    expect(plan(here, { applications, accounts: accounts('theirs', 'c2', T + DAY) }).accounts).toMatchObject([
      { verdict: 'new', record: { id: 'theirs' } },
    ]);
  });

  it('of two registrations stay two, whatever their ids', () => {
    const issuedTo = { profile: 'anaf', environment: 'production', clientId: 'client2' } as const;
    const here = {
      applications: [applicationRecord({ id: 'app2', clientId: 'client2' })],
      accounts: [accountRecord({ applicationId: 'app2', grant: grantRecord(T, { issuedTo }) })],
    };
    const file = { applications: [applicationRecord()], accounts: [accountRecord({ grant: grantRecord(T + DAY) })] };
    expect(plan(here, file).accounts).toMatchObject([
      { fileId: 'account', verdict: 'new', record: { id: 'made-1', applicationId: 'application' } },
    ]);
  });
});

it('a time that is still to come makes no pair newer', () => {
  const forged = grantRecord(Date.UTC(2080, 0, 1), { obtainedAt: Date.UTC(2080, 0, 1) });
  expect(compareGrants(forged, grantRecord(T))).toBe('older');
  expect(compareGrants(grantRecord(T), forged)).toBe('older');
  // Clocks differ a little.
  expect(compareGrants(grantRecord(later + 3_599_000), grantRecord(T))).toBe('newer');
  expect(compareGrants(grantRecord(later + 3_601_000), grantRecord(T))).toBe('older');
});

describe('an account after the import', () => {
  const here = accountRecord({
    grant: grantRecord(T),
    companies: [{ number: '1', name: 'One' }],
    superseded: [
      { accessToken: 'living', expiresAt: T + 2 * DAY },
      { accessToken: 'ended', expiresAt: T + DAY - 1 },
    ],
    lastFailure: { at: T, failure: { code: 'signin-busy' } },
  });

  it('has the file’s newer pair, and keeps every access token that still lives beside it (R19)', () => {
    const incoming = accountRecord({
      grant: grantRecord(T + DAY),
      companies: [
        { number: '1', name: 'Uno' },
        { number: '2', name: 'Two' },
      ],
    });
    const merged = mergedAccount(here, incoming, moved);
    expect(merged?.grant).toEqual(incoming.grant);
    expect(merged?.superseded).toEqual([
      { accessToken: 'living', expiresAt: T + 2 * DAY },
      { accessToken: here.grant?.accessToken, expiresAt: here.grant?.expiresAt },
    ]);
    expect(merged?.companies).toEqual([
      { number: '1', name: 'One' },
      { number: '2', name: 'Two' },
    ]);
    expect(merged?.lastFailure).toBeNull();
  });

  it('is ended where the file’s newer pair is, and not where it is not', () => {
    const incoming = accountRecord({ grant: grantRecord(T + DAY) });
    expect(mergedAccount({ ...here, grantEnded: true }, incoming, moved)?.grantEnded).toBe(false);
    expect(mergedAccount(here, { ...incoming, grantEnded: true }, moved)?.grantEnded).toBe(true);
  });

  it('keeps its refresh token, and all that is known of it, where the file has an access token alone', () => {
    const incoming = accountRecord({ grant: grantRecord(T + DAY, { refreshToken: null }) });
    const known = { ...here, standing: 'moved', grantEnded: true, hasOtherCopy: true } as const;
    const merged = mergedAccount(known, incoming, moved);
    expect(merged?.grant).toEqual({ ...incoming.grant, refreshToken: here.grant?.refreshToken });
    expect(merged).toMatchObject({ standing: 'moved', grantEnded: true, hasOtherCopy: true });
    expect(merged?.lastFailure).toEqual(here.lastFailure);
  });

  it('does not change where the pair here is newer, whatever was said', () => {
    const incoming = accountRecord({ grant: grantRecord(T - DAY) });
    for (const importedAs of ['here', 'only-looking'] as const) {
      expect(mergedAccount(here, incoming, { ...moved, importedAs })).toBeNull();
    }
  });

  it('that was only to be looked at is not renewed here', () => {
    const incoming = accountRecord({ grant: grantRecord(T + DAY) });
    const looking = { ...moved, importedAs: 'only-looking' } as const;
    expect(mergedAccount(null, incoming, looking)?.standing).toBe('only-looking');
    // What lives and is renewed here gives way to no pair that would not be.
    expect(mergedAccount(here, incoming, looking)).toBeNull();
    const away = { ...incoming, standing: 'moved' as const };
    expect(mergedAccount(here, away, { ...moved, purpose: 'backup' })).toBeNull();
    expect(mergedAccount({ ...here, grantEnded: true }, incoming, looking)?.standing).toBe('only-looking');
    expect(mergedAccount({ ...here, standing: 'moved' }, incoming, looking)?.standing).toBe('only-looking');
    // The very pair that is renewed here: looking at it elsewhere does not stop that.
    expect(mergedAccount(here, accountRecord({ grant: here.grant }), looking)).toBeNull();
  });

  it('comes back with its own move file, and not with a backup that knows nothing of the move', () => {
    const away: AccountRecord = { ...here, standing: 'moved' };
    const same = accountRecord({ grant: here.grant });
    expect(mergedAccount(away, same, moved)).toEqual({ ...away, standing: 'here' });
    expect(mergedAccount(away, same, { ...moved, purpose: 'backup' })).toBeNull();
  });

  it('that a backup says was moved away stays so, though the backup is restored', () => {
    const incoming = accountRecord({ grant: grantRecord(T), standing: 'moved' });
    expect(mergedAccount(null, incoming, { ...moved, purpose: 'backup' })?.standing).toBe('moved');
  });

  it('writes to no path that was chosen on the other computer, and still names who has a copy', () => {
    const recipient = {
      id: 'r',
      name: 'Saga',
      way: { by: 'file' as const, path: 'C:\\tokens\\anaf.txt' },
      handedAt: T,
      copy: { sha256: 'ab', expiresAt: T + DAY },
    };
    const pasted = { ...recipient, id: 'p', way: { by: 'clipboard' as const } };
    const incoming = accountRecord({ recipients: [recipient, pasted] });
    const elsewhere = { ...recipient, way: { by: 'file-elsewhere' as const } };
    const there = mergedAccount(null, incoming, moved);
    expect(there?.recipients).toEqual([elsewhere, pasted]);
    // Back on the first computer its file is known by its path; on a third it stays a file elsewhere.
    const back = mergedAccount({ ...incoming, standing: 'moved' }, { ...incoming, grant: grantRecord(T) }, moved);
    expect(back?.recipients).toEqual([recipient, pasted]);
    expect(mergedAccount(null, there ?? expect.fail(), moved)?.recipients).toEqual([elsewhere, pasted]);
  });
});
