import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HandOverDesk } from '../../electron/accounts/hand-over.ts';
import type { OpenSignInWindow } from '../../electron/accounts/callback-routes.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import { contract, type ApplicationInput } from '../../electron/contract/contract.ts';
import { createTokenFiles } from '../../electron/handover/token-file.ts';
import { nodeFileSystem } from '../../electron/vault/file-system.ts';
import { saveAnafApplication, signInAtAnaf } from '../fixtures/anaf-account.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

let practice: RunningPractice;
let driver: AnafDriver;
let home: string;
let folder: string;
let office: Office;
let accountId: string;
let applicationId: string;
/** What the sign-in window does. */
let walk: OpenSignInWindow;
/** The account whose record the disk will not remove. */
let stuck: string | null;

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'taxpass-applications-')));
  folder = join(home, 'tokens');
  await mkdir(folder, { mode: 0o700 });
  stuck = null;
  walk = walkByHand(
    () => driver,
    () => undefined,
  );
  const disk = nodeFileSystem();
  office = await openOffice(practice, {
    handOver: desk(),
    openSignInWindow: (input) => walk(input),
    fs: {
      ...disk,
      unlink: (path) =>
        stuck !== null && path.includes(stuck)
          ? Promise.reject(Object.assign(new Error('the disk is broken'), { code: 'EIO' }))
          : disk.unlink(path),
    },
  });
  accountId = await signInAtAnaf(office, driver);
  applicationId = store().account(accountId).applicationId;
});
afterEach(async () => {
  await office.close();
  await rm(home, { recursive: true, force: true });
});

function desk(): HandOverDesk {
  const place = {
    platform: process.platform,
    home,
    env: {},
    temporaryFolders: [tmpdir()],
    ownFolder: join(home, 'own'),
  };
  let text = '';
  return {
    tokenFiles: createTokenFiles(place, () => Promise.reject(new Error('only on Windows'))),
    clipboard: {
      writeSecret: (secret) => Promise.resolve(void (text = secret)),
      readText: () => Promise.resolve(text),
      clear: () => void (text = ''),
    },
    confirm: () => Promise.resolve(true),
    chooseNewFile: () => Promise.resolve(join(folder, 'invoices.token')),
  };
}

const store = () => office.workspace.store();
const remove = async (alsoAccounts?: string[]) =>
  contract['applications.remove'].output.parse(
    await office.calls['applications.remove'](
      alsoAccounts === undefined ? { applicationId } : { applicationId, alsoAccounts },
    ),
  );
const ids = (at = office) => ({
  accounts: at.workspace
    .store()
    .accounts()
    .map(({ id }) => id)
    .sort(),
  applications: at.workspace
    .store()
    .applications()
    .map(({ id }) => id),
});

/** Another person's account under the same application. */
async function second(): Promise<string> {
  const id = randomUUID();
  await store().saveAccount({ ...store().account(accountId), id, certificateId: null, certificateSerial: '77' });
  return id;
}

test('a lock of the window ends the sign-in in the app’s own window, and takes a token off the clipboard', async () => {
  await office.calls['handOver.copy']({ accountId, recipientName: 'Invoices' });
  expect(office.handOver.view().clipboard).not.toBeNull();
  const opened = new Promise<void>((resolve) => {
    walk = ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        resolve();
      });
  });
  const { certificateId } = store().account(accountId);
  const input = { applicationId, certificateId, accountId, redirectUri: null, pin: null };
  const signIn = failureOf(Promise.resolve(office.calls['accounts.signIn'](input)));
  await opened;
  office.endWhatIsOpen();
  expect(await signIn).toEqual({ code: 'signin-cancelled' });
  expect(office.handOver.view().clipboard).toBeNull();
});

test('what the authority refused to an application as it was is forgotten with its mend, and nothing else is', async () => {
  const refused: Failure = {
    code: 'authority-refused',
    stage: 'token',
    status: 401,
    error: 'invalid_client',
    description: '',
    explanation: 'anaf-invalid-client',
  };
  const fail = (failure: Failure) =>
    store().changeAccount(accountId, (account) => ({ ...account, lastFailure: { at: 1, failure } }));
  const save = (part: Partial<ApplicationInput>) => saveAnafApplication(office, driver, { id: applicationId, ...part });
  await fail(refused);
  await save({ name: 'Another name' });
  expect(store().account(accountId).lastFailure?.failure).toEqual(refused);
  await save({ clientSecret: 'another secret' });
  expect(store().account(accountId).lastFailure).toBeNull();
  await fail({ code: 'authority-unreachable', host: 'a.example', cause: 'timeout', detail: '' });
  await save({ clientSecret: 'a third' });
  expect(store().account(accountId).lastFailure).not.toBeNull();
});

describe('saving an application without its secret again', () => {
  const saved = async (changes: Partial<ApplicationInput>) => {
    const { id, profile, environment, name, redirectUris, services, scopes, clientId } =
      store().application(applicationId);
    const input = { id, profile, environment, name, redirectUris, services, scopes, clientId };
    const none = { clientSecret: null, apigwClientId: '', apigwClientSecret: null };
    await office.calls['applications.save']({ ...input, ...none, ...changes });
    return store().application(applicationId).clientSecret;
  };

  test('keeps it where it is for the same ID at the same place', async () => {
    const { clientSecret, clientId } = store().application(applicationId);
    expect(clientSecret).not.toBe('');
    expect(await saved({ name: 'Another name', clientId: ` ${clientId} ` })).toBe(clientSecret);
  });

  test.each<Partial<ApplicationInput>>([
    { profile: 'skatteverket-org' },
    { environment: 'test' },
    { clientId: 'another' },
  ])('drops it with %j', async (changes) => {
    expect(await saved(changes)).toBe('');
  });

  test('an ID that comes after its secret keeps it', async () => {
    await saved({ clientId: '', clientSecret: 'came first' });
    expect(await saved({ clientId: 'came later' })).toBe('came first');
  });
});

describe('deleting an application', () => {
  test('with accounts that were not named is refused, and they are named', async () => {
    const other = await second();
    const before = ids();
    const inUse = (accounts: string[]) => ({ code: 'in-use', what: 'application', accounts });
    const failure = await failureOf(remove());
    if (failure.code !== 'in-use') throw new Error(failure.code);
    expect(failure.accounts.toSorted()).toEqual(before.accounts);
    expect(await failureOf(remove([accountId]))).toEqual(inUse([other]));
    expect(ids()).toEqual(before);
  });

  test('removes every account under it, their files too, and nothing else', async () => {
    const other = await second();
    const kept = await saveAnafApplication(office, driver, { name: 'Kept', clientId: 'another' });
    await store().saveAccount({ ...store().account(accountId), id: 'kept', applicationId: kept, certificateId: null });
    await office.calls['handOver.toFile']({ accountId, recipientName: 'Invoices' });
    expect(await readdir(folder)).toEqual(['invoices.token']);
    expect(await remove([accountId, other])).toEqual({ outcome: 'done', filesLeft: [] });
    expect(await readdir(folder)).toEqual([]);
    const left = { accounts: ['kept'], applications: [kept] };
    expect(ids()).toEqual(left);
    expect(ids(await office.reopen())).toEqual(left);
    const gone = office.changes.flatMap((change) =>
      (change.kind === 'accounts' || change.kind === 'applications') && change.value === null ? [change.id] : [],
    );
    // The window hears of the accounts before their application.
    expect(gone.toSorted()).toEqual([accountId, other, applicationId].sort());
    expect(gone.at(-1)).toBe(applicationId);
    const log = await office.notes.activity()?.list({ accountId: null, before: null, limit: 50 });
    const acts = log?.rows.flatMap((row) => (row.kind === 'entry' ? [row.entry.act] : []));
    expect(acts?.filter((act) => act === 'account-removal')).toHaveLength(2);
    expect(acts?.filter((act) => act === 'application-removal')).toHaveLength(1);
  });

  test('leaves a file that is no longer what was written there, and says where', async () => {
    await office.calls['handOver.toFile']({ accountId, recipientName: 'Invoices' });
    const path = join(folder, 'invoices.token');
    await writeFile(path, 'notes');
    expect(await remove([accountId])).toEqual({ outcome: 'done', filesLeft: [path] });
    expect(await readFile(path, 'utf8')).toBe('notes');
    expect(ids().accounts).toEqual([]);
  });

  test('cut off in between leaves the application with the accounts that are left; a second try ends it', async () => {
    const other = await second();
    stuck = other;
    expect(await failureOf(remove([accountId, other]))).toMatchObject({ code: 'vault-write-failed' });
    const again = await office.reopen();
    expect(ids(again).applications).toEqual([applicationId]);
    expect(ids(again).accounts).toContain(other);
    stuck = null;
    await remove(ids().accounts);
    expect(ids()).toEqual({ accounts: [], applications: [] });
  });

  test('cancels a sign-in with it, which brings no account back', async () => {
    let isCancelled = false;
    const opened = new Promise<void>((resolve) => {
      walk = ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            isCancelled = true;
            reject(signal.reason as Error);
          });
          resolve();
        });
    });
    const certificateId = store().account(accountId).certificateId;
    const input = { applicationId, certificateId, accountId, redirectUri: null, pin: null };
    const signIn = failureOf(Promise.resolve(office.calls['accounts.signIn'](input)));
    await opened;
    expect(await failureOf(remove())).toMatchObject({ code: 'in-use' });
    expect(isCancelled).toBe(false);
    await remove([accountId]);
    expect(isCancelled).toBe(true);
    expect(await signIn).toEqual({ code: 'signin-cancelled' });
    expect(ids()).toEqual({ accounts: [], applications: [] });
  });

  test('forgets a sign-in that waits for the browser', async () => {
    const post = (await practice.control.post())['skatteverket-per'].test;
    const forBrowser = await office.saveApplication({
      profile: 'skatteverket-per',
      redirectUris: [post.redirectUris[0] ?? ''],
      ...post.oauth2,
    });
    const input = { applicationId: forBrowser, certificateId: null, accountId: null, redirectUri: null, pin: null };
    const signIn = failureOf(Promise.resolve(office.calls['accounts.signIn'](input)));
    while (office.opened.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const [pending] = store().pendingSignIns();
    if (pending === undefined) throw new Error('nothing waits for the browser');
    // One whose sign-in is not under way any more, as after a disk that would not remove it.
    await store().savePendingSignIn({ ...pending, id: 'left-behind' });
    await office.calls['applications.remove']({ applicationId: forBrowser, alsoAccounts: [] });
    expect(await signIn).toEqual({ code: 'signin-cancelled' });
    expect(store().pendingSignIns()).toEqual([]);
    expect(ids()).toEqual({ accounts: [accountId], applications: [applicationId] });
  });
});

test('a new secret is entered once and counts for every account under it', async () => {
  const { clientId, redirectUris, services } = store().application(applicationId);
  const known = { id: applicationId, clientId, redirectUris, services };
  await saveAnafApplication(office, driver, { ...known, clientSecret: 'wrong' });
  const renew = () => Promise.resolve(office.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null }));
  expect(await failureOf(renew())).toMatchObject({ code: 'authority-refused', error: 'invalid_client' });
  await saveAnafApplication(office, driver, known);
  await renew();
  expect(store().account(accountId).lastFailure).toBeNull();
});
