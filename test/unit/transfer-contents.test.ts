import { expect, it } from 'vitest';
import { accountKind } from '../../electron/accounts/records.ts';
import { readContents, writeContents } from '../../electron/accounts/transfer-contents.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import { accountRecord, applicationRecord, certificateRecord, grantRecord } from '../fixtures/transfer-records.ts';

const T = Date.UTC(2026, 6, 1);
const contents = {
  certificates: [certificateRecord('pem', 'f1')],
  applications: [applicationRecord()],
  accounts: [accountRecord({ id: 'b', grant: grantRecord(T) }), accountRecord({ id: 'a' })],
};

type Body = Record<'certificates' | 'applications' | 'accounts', { version: number; value: Record<string, unknown> }[]>;

/** The body with something in it changed, as another version or somebody's hand may have. */
function changed(change: (body: Body) => void): Uint8Array {
  const body = JSON.parse(Buffer.from(writeContents(contents)).toString()) as Body;
  change(body);
  return Buffer.from(JSON.stringify(body));
}

function failureOfReading(body: Uint8Array): unknown {
  try {
    readContents(body, '9.0.0');
    return null;
  } catch (error) {
    return error instanceof FailureError ? error.failure : error;
  }
}

it('gives back what was written, in the order of the ids, and the same bytes for the same records', () => {
  const body = writeContents(contents);
  expect(readContents(body, '1')).toEqual({ ...contents, accounts: [contents.accounts[1], contents.accounts[0]] });
  const turned = { ...contents, accounts: [...contents.accounts].reverse() };
  expect(Buffer.from(writeContents(turned)).equals(body)).toBe(true);
});

it('migrates an older version as the vault does', () => {
  expect(accountKind.version).toBeGreaterThan(1);
  const old = changed(({ accounts }) => {
    const [first] = accounts;
    if (first === undefined) return;
    const { id, applicationId, certificateId, redirectUri, grant, superseded, lastFailure } = first.value;
    first.version = 1;
    first.value = { id, applicationId, certificateId, redirectUri, grant, superseded, lastFailure };
  });
  expect(readContents(old, '0.1').accounts[0]).toMatchObject({ id: 'a', standing: 'here', companies: [] });
});

it('refuses a newer version by the name of the program that wrote it, whatever else is in the file', () => {
  const newer = changed(({ applications }) => applications.forEach((one) => (one.version += 1)));
  expect(failureOfReading(newer)).toEqual({ code: 'transfer-newer', program: '9.0.0' });
});

it.each<[string, (body: Body) => void]>([
  ['a record is no record', ({ accounts }) => accounts.push({ version: 1, value: {} })],
  ['an id could be a path', ({ accounts }) => accounts.forEach(({ value }) => (value['id'] = '../../etc/passwd'))],
  ['an id stands twice', ({ accounts }) => accounts.forEach(({ value }) => (value['id'] = 'a'))],
  ['there is more than belongs there', (body) => Object.assign(body, { pendingSignIns: [] })],
])('takes in nothing at all where %s', (_name, change) => {
  expect(failureOfReading(changed(change))).toEqual({ code: 'transfer-damaged' });
});

it('takes in nothing of what is no JSON', () => {
  expect(failureOfReading(Buffer.from('{"certificates":['))).toEqual({ code: 'transfer-damaged' });
});
