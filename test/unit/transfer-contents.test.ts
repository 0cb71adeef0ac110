import { expect, it } from 'vitest';
import { accountKind } from '../../electron/accounts/records.ts';
import { readContents, writeContents } from '../../electron/accounts/transfer-contents.ts';
import { refuseDangling } from '../../electron/accounts/transfer-soundness.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import { describeCertificate } from '../../electron/certificates/describe.ts';
import { makeCertificate } from '../fixtures/make-p12.ts';
import { accountRecord, applicationRecord, certificateRecord, grantRecord } from '../fixtures/transfer-records.ts';

const T = Date.UTC(2026, 6, 1);
const ana = makeCertificate({ subject: '/CN=POPESCU ANA', key: 'P-256' });
const other = makeCertificate({ subject: '/CN=IONESCU ION', key: 'P-256' });
const contents = {
  certificates: [certificateRecord(ana.certPem, describeCertificate(ana.certPem).fingerprint)],
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

const kept = (keyPem: string) => ({ kept: true, keyPem });
const first = (list: Body[keyof Body], change: Record<string, unknown>): unknown =>
  Object.assign(list[0]?.value ?? {}, change);

it('takes in a certificate with the key that fits it', () => {
  const body = changed(({ certificates }) => first(certificates, { key: kept(ana.keyPem), chainPem: [other.certPem] }));
  expect(readContents(body, '1').certificates[0]?.key).toEqual(kept(ana.keyPem));
});

it('takes in a certificate whose key stays on its token', () => {
  const body = changed(({ certificates }) => first(certificates, { key: { kept: 'on-device' } }));
  expect(readContents(body, '1').certificates[0]?.key).toEqual({ kept: 'on-device' });
});

it.each<[string, (body: Body) => void]>([
  ['a certificate is none', ({ certificates }) => first(certificates, { certPem: 'not a certificate' })],
  [
    'a certificate stands under another’s fingerprint',
    ({ certificates }) => first(certificates, { fingerprint: 'ff'.repeat(32) }),
  ],
  ['a certificate of the chain is none', ({ certificates }) => first(certificates, { chainPem: ['rubbish'] })],
  ['a key is none', ({ certificates }) => first(certificates, { key: kept('no key at all') })],
  ['a key is another certificate’s', ({ certificates }) => first(certificates, { key: kept(other.keyPem) })],
  ['a name is longer than any that can be typed', ({ applications }) => first(applications, { name: 'x'.repeat(301) })],
  [
    'there are more scopes than can be typed',
    ({ applications }) => first(applications, { scopes: Array(51).fill('a') }),
  ],
  [
    'a token is longer than any',
    ({ accounts }) => first(accounts, { superseded: [{ accessToken: 'x'.repeat(65_537), expiresAt: T }] }),
  ],
  [
    'a time is past what a calendar shows',
    ({ accounts }) => first(accounts, { superseded: [{ accessToken: 'x', expiresAt: 1e300 }] }),
  ],
  ['a time is before all computers', ({ certificates }) => first(certificates, { importedAt: -1 })],
])('takes in nothing at all where %s', (_name, change) => {
  expect(failureOfReading(changed(change))).toEqual({ code: 'transfer-damaged' });
});

it('takes in no account whose application or certificate is nowhere', () => {
  const nothing = { certificates: [], applications: [], accounts: [] };
  expect(() => refuseDangling(contents, nothing)).not.toThrow();
  for (const part of [{ applications: [] }, { certificates: [] }]) {
    expect(() => refuseDangling({ ...contents, ...part }, nothing)).toThrow('transfer-damaged');
    expect(() => refuseDangling({ ...contents, ...part }, contents)).not.toThrow();
  }
});

it('takes in nothing of what is no JSON', () => {
  expect(failureOfReading(Buffer.from('{"certificates":['))).toEqual({ code: 'transfer-damaged' });
});
