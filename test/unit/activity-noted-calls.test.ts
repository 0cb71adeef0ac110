import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NamingStore } from '../../electron/accounts/account-name.ts';
import { notedCalls, renewalEnded } from '../../electron/accounts/noted-calls.ts';
import { freshAccount, type AccountRecord, type ApplicationRecord } from '../../electron/accounts/records.ts';
import { createNotes, type Notes } from '../../electron/activity/notes.ts';
import type { ActivityEntry } from '../../electron/contract/activity-entry.ts';
import type { Handlers } from '../../electron/contract/contract.ts';
import { FailureError, type Failure } from '../../electron/contract/failure.ts';
import { activityIn } from '../fixtures/activity.ts';
import { makeCertificate } from '../fixtures/make-p12.ts';

const pin = 'PIN-471100-aldrig';
const { certPem } = makeCertificate({ subject: '/CN=POPESCU 1850101123451' });
const application: ApplicationRecord = {
  ...{ id: 'app', profile: 'anaf', environment: 'production', name: 'Contabil', redirectUris: [], services: [] },
  ...{ scopes: [], clientId: 'c', clientSecret: 's', apigwClientId: '', apigwClientSecret: '' },
};
const account: AccountRecord = {
  ...{ ...freshAccount, id: 'acc', applicationId: 'app', certificateId: 'cert', redirectUri: '', grant: null },
  recipients: [
    { id: 'r', name: 'SAGA', way: { by: 'file', path: '/x' }, handedAt: 0, copy: { sha256: '', expiresAt: 0 } },
  ],
};

let folder: string;
let notes: Notes;
let accounts: AccountRecord[];
let noted: Handlers;
let answer: (name: string) => unknown;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taxpass-noted-'));
  notes = createNotes({ folder, announce: () => undefined, reportFault: () => '', now: () => Date.UTC(2026, 10, 22) });
  notes.settle(activityIn(folder, randomBytes(32)).sealer);
  accounts = [account];
  const key = { kept: false, p12Base64: '' } as const;
  const certificate = { id: 'cert', fingerprint: 'f', certPem, chainPem: [], key, warnings: [], importedAt: 0 };
  const store: NamingStore = {
    findCertificate: (id) => (id === 'cert' ? certificate : undefined),
    findApplication: (id) => (id === 'app' ? application : undefined),
    accounts: () => accounts,
  };
  answer = () => ({});
  const calls = new Proxy(
    {},
    {
      ownKeys: () => names,
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      get: (_target, name) => () => answer(String(name)),
    },
  );
  noted = notedCalls(calls as Handlers, { notes, store: () => store });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const names = [
  ...['certificates.import', 'certificates.remove', 'applications.save', 'applications.remove', 'accounts.signIn'],
  ...['accounts.revoke', 'accounts.remove', 'handOver.copy', 'handOver.stop', 'requests.send', 'certificates.choose'],
];

async function entries(): Promise<ActivityEntry[]> {
  const page = await notes.activity()?.list({ accountId: null, before: null, limit: 50 });
  return (page?.rows ?? []).flatMap((row) => (row.kind === 'entry' ? [row.entry] : [])).reverse();
}

const signIn = { applicationId: 'app', certificateId: 'cert', redirectUri: null, pin };
const request = { accountId: 'acc', method: 'POST', contentType: '' } as const;

describe('calls that are noted', () => {
  it('tell what was done, to whom, and nothing that was typed', async () => {
    answer = (name) => (name === 'accounts.signIn' ? { accountId: 'acc', isShared: false } : { certificateId: 'cert' });
    await noted['certificates.import']({ draftId: 'd', keepKey: true });
    await noted['accounts.signIn']({ ...signIn, accountId: null });
    await noted['handOver.stop']({ accountId: 'acc', recipientId: 'r' });
    const [imported, signedIn, stopped] = await entries();
    const holder = 'POPESCU 18•••••••••51';
    expect(imported).toMatchObject({ act: 'certificate-import', who: 'person', name: holder, result: 'ok' });
    expect(signedIn).toMatchObject({ act: 'sign-in', accountId: 'acc', profile: 'anaf', name: holder });
    expect(stopped).toMatchObject({ act: 'hand-over-stop', recipient: 'SAGA', means: 'file' });
    expect(JSON.stringify(await entries())).not.toContain(pin);
  });

  it('name what they remove', async () => {
    answer = () => {
      accounts = [];
      return {};
    };
    await noted['accounts.remove']({ accountId: 'acc' });
    expect(await entries()).toMatchObject([
      { act: 'account-removal', accountId: 'acc', name: 'POPESCU 18•••••••••51' },
    ]);
  });

  it('fail as they failed, which is noted', async () => {
    const failure = new FailureError({ code: 'pin-needed' });
    answer = () => Promise.reject(failure);
    await expect(noted['accounts.signIn']({ ...signIn, accountId: null })).rejects.toBe(failure);
    answer = () => {
      throw failure;
    };
    await expect(noted['accounts.revoke']({ accountId: 'acc' })).rejects.toBe(failure);
    expect(await entries()).toMatchObject([
      { act: 'sign-in', name: 'Contabil', accountId: null, result: 'pin-needed' },
      { act: 'revocation', isAccepted: false, result: 'pin-needed' },
    ]);
  });

  it('keep an address without its query, a key in its path, or a user', async () => {
    answer = () => ({ status: 404, correlationId: 'c-1' });
    const key = randomBytes(32).toString('hex');
    const url = `https://u:${pin}@api.anaf.ro/a/${key}/19850709-9805?token=${pin}#${pin}`;
    await noted['requests.send']({ ...request, url, body: pin });
    await noted['requests.send']({ ...request, url: 'no address', body: '' });
    const sent = await entries();
    expect(sent).toMatchObject([
      { act: 'request', method: 'POST', host: 'api.anaf.ro', path: '/a/…/19••••••-••05', status: 404 },
    ]);
    expect(JSON.stringify(sent)).not.toContain(pin);
  });

  it('are not noted where nothing was done', async () => {
    answer = () => ({ outcome: 'declined', isShared: true, accountId: 'acc' });
    await noted['handOver.copy']({ accountId: 'acc', recipientName: 'SAGA' });
    await noted['accounts.revoke']({ accountId: 'acc' });
    await noted['accounts.remove']({ accountId: 'acc' });
    await noted['applications.remove']({ applicationId: 'app' });
    await noted['accounts.signIn']({ ...signIn, accountId: 'acc' });
    await noted['certificates.choose']({});
    expect(await entries()).toEqual([]);
  });

  it('go on as ever while the vault is not open', () => {
    notes.settle(null);
    answer = () => 'as it was';
    expect(noted['accounts.remove']({ accountId: 'acc' })).toBe('as it was');
  });
});

it('renewals are noted by who began them', async () => {
  const store = (): NamingStore => ({
    findCertificate: () => undefined,
    findApplication: () => application,
    accounts: () => [{ ...account, companies: [{ number: '14399840', name: 'Firma SRL' }] }],
  });
  await renewalEnded({ notes, store }, { accountId: 'acc', by: 'program', failure: null });
  const failure: Failure = {
    code: 'authority-refused',
    stage: 'token',
    status: 400,
    error: 'invalid_grant',
    description: pin,
    explanation: null,
  };
  await renewalEnded({ notes, store }, { accountId: 'acc', by: 'person', failure });
  expect(await entries()).toMatchObject([
    { act: 'renewal', who: 'program', name: 'Firma SRL', result: 'ok' },
    { act: 'renewal', who: 'person', result: 'authority-refused', authorityError: 'invalid_grant' },
  ]);
  expect(JSON.stringify(await entries())).not.toContain(pin);
});
