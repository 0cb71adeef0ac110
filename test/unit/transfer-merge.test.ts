import { describe, expect, it } from 'vitest';
import type { AccountRecord } from '../../electron/accounts/records.ts';
import type { TransferContents } from '../../electron/accounts/transfer-contents.ts';
import { compareGrants, mergedAccount, planImport } from '../../electron/accounts/transfer-merge.ts';
import {
  accountRecord,
  applicationRecord,
  certificateRecord,
  grantRecord,
  tokenIssuedAt,
} from '../fixtures/transfer-records.ts';

const T = Date.UTC(2026, 6, 1);
const DAY = 86_400_000;
const nothing: TransferContents = { certificates: [], applications: [], accounts: [] };
const newIds = (): (() => string) => {
  let number = 0;
  return () => `made-${++number}`;
};
const plan = (here: Partial<TransferContents>, file: Partial<TransferContents>) =>
  planImport({ ...nothing, ...here }, { ...nothing, ...file }, newIds());
const moved = { importedAs: 'here', purpose: 'move', now: T } as const;

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

describe('an account after the import', () => {
  const here = accountRecord({
    grant: grantRecord(T),
    companies: [{ number: '1', name: 'One' }],
    superseded: [
      { accessToken: 'living', expiresAt: T + DAY },
      { accessToken: 'ended', expiresAt: T - 1 },
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
      { accessToken: 'living', expiresAt: T + DAY },
      { accessToken: here.grant?.accessToken, expiresAt: here.grant?.expiresAt },
    ]);
    expect(merged?.companies).toEqual([
      { number: '1', name: 'One' },
      { number: '2', name: 'Two' },
    ]);
    expect(merged?.lastFailure).toBeNull();
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
    expect(mergedAccount(here, incoming, looking)?.standing).toBe('only-looking');
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
    const incoming = accountRecord({ recipients: [recipient] });
    expect(mergedAccount(null, incoming, moved)?.recipients).toEqual([{ ...recipient, way: { by: 'clipboard' } }]);
  });
});
