import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import type { MoveQuestion } from '../../electron/accounts/transfer-calls.ts';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
import { certificateRecord } from '../fixtures/transfer-records.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

const passphrase = 'four words nobody knows';
const DAY = 86_400_000;

let practice: RunningPractice;
let driver: AnafDriver;
let usb: string;
/** The computer it all begins on, and the one it moves to. */
let a: Office;
let b: Office;

const openSignInWindow = walkByHand(
  () => driver,
  () => undefined,
);

/** A user who always chooses the same file and the same folder. */
const dialogs = {
  chooseTarget: () => Promise.resolve(join(usb, 'move.taxpass')),
  chooseFile: () => Promise.resolve(chosen ?? join(usb, 'move.taxpass')),
  chooseFolder: () => Promise.resolve(usb),
  confirmMove: (question: MoveQuestion) => {
    questions.push(question);
    return Promise.resolve(isSure);
  },
};
let questions: MoveQuestion[] = [];
let isSure = true;
let chosen: string | null = null;

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  chosen = null;
  questions = [];
  isSure = true;
  usb = await mkdtemp(join(tmpdir(), 'taxpass-usb-'));
  a = await openOffice(practice, { openSignInWindow, transferDialogs: dialogs });
  b = await openOffice(practice, { openSignInWindow, transferDialogs: dialogs });
  await practice.control.clearLog();
});
afterEach(async () => {
  await a.close();
  await b.close();
  await rm(usb, { recursive: true, force: true });
});

async function signIn(by: Office): Promise<string> {
  const certificateId = await by.importP12(driver.post.p12, driver.post.password);
  const applicationId = await by.saveApplication({
    profile: 'anaf',
    environment: 'production',
    redirectUris: [...driver.post.redirectUris],
    services: [...driver.post.services],
    scopes: [],
    clientId: driver.post.oauth2.clientId,
    clientSecret: driver.post.oauth2.clientSecret,
    apigwClientId: '',
    apigwClientSecret: '',
  });
  const input = { applicationId, certificateId, accountId: null, redirectUri: null, pin: null };
  return (await by.calls['accounts.signIn'](input)).accountId;
}

const accountOf = (by: Office) => by.workspace.store().accounts()[0];
const renew = (by: Office, accountId: string) =>
  by.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null }) as Promise<unknown>;

async function chooseTarget(by: Office): Promise<string> {
  return (await by.calls['transfer.chooseTarget']({}))?.targetId ?? '';
}

async function exportFrom(by: Office, accountIds: string[]): Promise<void> {
  const targetId = await chooseTarget(by);
  await by.calls['transfer.export']({ targetId, accountIds, passphrase });
}

async function chooseBackupFolder(by: Office): Promise<string> {
  return (await by.calls['transfer.chooseBackupFolder']({}))?.folderId ?? '';
}

async function openAt(by: Office) {
  const draft = await by.calls['transfer.chooseFile']({});
  if (draft === null) throw new Error('no file was chosen');
  const contents = await by.calls['transfer.open']({ transferId: draft.transferId, passphrase });
  return { draft, contents };
}

async function importAt(by: Office, importedAs: 'here' | 'only-looking') {
  const { draft, contents } = await openAt(by);
  const result = await by.calls['transfer.import']({ transferId: draft.transferId, importedAs });
  return { contents, outcomes: result.accounts.map(({ outcome }) => outcome) };
}

const refreshes = async (): Promise<number> =>
  (await practice.control.log()).filter(({ body }) => body.includes('grant_type=refresh_token')).length;

test('an account moves: the other computer renews it, this one does not any more', async () => {
  const accountId = await signIn(a);
  const pair = accountOf(a)?.grant;
  await exportFrom(a, [accountId]);
  expect(accountOf(a)?.standing).toBe('moved');
  const file = await readFile(join(usb, 'move.taxpass'), 'latin1');
  for (const secret of [pair?.accessToken, pair?.refreshToken?.value, driver.post.oauth2.clientSecret, 'PRIVATE KEY']) {
    expect(file).not.toContain(secret);
  }

  const { contents, outcomes } = await importAt(b, 'here');
  expect(contents).toMatchObject({ suggested: 'here', certificates: 1, applications: 1 });
  expect(contents.accounts).toMatchObject([{ verdict: 'new', application: 'Bolag A', issuedHereAt: null }]);
  expect(outcomes).toEqual(['added']);
  expect(accountOf(b)).toMatchObject({ standing: 'here', grant: pair });

  expect(await failureOf(renew(a, accountId))).toEqual({ code: 'renewal-elsewhere', standing: 'moved' });
  expect(await refreshes()).toBe(0);
  await renew(b, accountId);
  expect(accountOf(b)?.grant?.refreshToken?.value).not.toBe(pair?.refreshToken?.value);
  expect(await refreshes()).toBe(1);
  // The key moved too: the other computer can sign in with it.
  await b.calls['accounts.signIn']({
    applicationId: accountOf(b)?.applicationId ?? '',
    certificateId: accountOf(b)?.certificateId ?? '',
    accountId,
    redirectUri: null,
    pin: null,
  });
});

test('what was renewed on the other computer comes back newer, and its old move file is of no more use', async () => {
  const accountId = await signIn(a);
  await exportFrom(a, [accountId]);
  await importAt(b, 'here');
  const old = await openAt(b);
  expect(old.contents.accounts).toMatchObject([{ verdict: 'same' }]);
  await renew(b, accountId);
  const again = await importAt(b, 'here');
  expect(again.contents.accounts).toMatchObject([{ verdict: 'older' }]);
  expect(again.outcomes).toEqual(['older']);

  const renewed = accountOf(b)?.grant;
  await exportFrom(b, [accountId]);
  const back = await importAt(a, 'here');
  expect(back.contents.accounts).toMatchObject([{ verdict: 'newer' }]);
  expect(accountOf(a)).toMatchObject({ standing: 'here', grant: renewed });
  await renew(a, accountId);
  expect(await failureOf(renew(b, accountId))).toMatchObject({ code: 'renewal-elsewhere' });
});

test('who only looks renews nothing, until she says that it is here', async () => {
  const accountId = await signIn(a);
  await exportFrom(a, [accountId]);
  await importAt(b, 'only-looking');
  expect(await failureOf(renew(b, accountId))).toEqual({ code: 'renewal-elsewhere', standing: 'only-looking' });
  expect((await b.calls['accounts.readClaims']({ accountId })).form).toBe('jwt');
  await b.calls['transfer.bringBack']({ accountId });
  await renew(b, accountId);
  expect(await refreshes()).toBe(1);
});

test('a backup is written once a day when something changed, and restoring an old one replaces nothing newer', async () => {
  const accountId = await signIn(a);
  const folderId = await chooseBackupFolder(a);
  await a.calls['transfer.startBackup']({ folderId, passphrase });
  const [first = ''] = await readdir(usb);
  expect(first).toMatch(/^taxpass-backup-\d{4}-\d{2}-\d{2}\.taxpass$/);
  expect(a.workspace.view([], { views: () => [] } as never).backup).toMatchObject({ folder: usb, lastFailure: null });

  a.clock.nowMs += DAY;
  await a.runBackupIfDue();
  expect(await readdir(usb)).toEqual([first]);
  await renew(a, accountId);
  const renewed = accountOf(a)?.grant;
  await a.runBackupIfDue();
  await a.runBackupIfDue();
  expect(await readdir(usb)).toHaveLength(2);

  chosen = join(usb, first);
  for (const importedAs of ['here', 'only-looking'] as const) {
    const { contents, outcomes } = await importAt(a, importedAs);
    expect(contents).toMatchObject({ suggested: 'only-looking', accounts: [{ verdict: 'older' }] });
    expect(outcomes).toEqual(['older']);
    expect(accountOf(a)).toMatchObject({ standing: 'here', grant: renewed });
  }
  await renew(a, accountId);
});

test('the last fourteen backups are kept, and a plan outlives a restart without its passphrase', async () => {
  await signIn(a);
  const folderId = await chooseBackupFolder(a);
  await a.calls['transfer.startBackup']({ folderId, passphrase });
  const again = await a.reopen();
  again.clock.nowMs = a.clock.nowMs;
  for (let day = 1; day <= 20; day++) {
    again.clock.nowMs += DAY;
    await again.saveApplication({ name: `Application ${day}`, clientId: `client ${day}` });
    await again.runBackupIfDue();
  }
  const names = (await readdir(usb)).sort();
  expect(names).toHaveLength(14);
  chosen = join(usb, names.at(-1) ?? '');
  const { contents } = await openAt(b);
  expect(contents.applications).toBe(21);
});

test('a folder that is gone is a state to show, and the backup is made when it is there again', async () => {
  await signIn(a);
  const folderId = await chooseBackupFolder(a);
  await rm(usb, { recursive: true });
  await a.calls['transfer.startBackup']({ folderId, passphrase });
  const plan = () => a.workspace.store().backupPlan();
  expect(plan()).toMatchObject({ lastAt: null, lastFailure: { reason: 'folder-gone' } });
  expect(a.changes.filter(({ kind }) => kind === 'backup')).toHaveLength(2);
  await a.runBackupIfDue();
  await expect(readdir(usb)).rejects.toThrow('ENOENT');
  await mkdir(usb);
  a.clock.nowMs += 11 * 60_000;
  await a.runBackupIfDue();
  expect(plan()).toMatchObject({ lastFailure: null });
  expect(await readdir(usb)).toHaveLength(1);
  await a.calls['transfer.stopBackup']({});
  expect(plan()).toBeNull();
  expect(await readdir(usb)).toHaveLength(1);
});

test('a wrong passphrase, a short one and a file of something else are told apart, and change nothing', async () => {
  const accountId = await signIn(a);
  const targetId = await chooseTarget(a);
  const short = a.calls['transfer.export']({ targetId, accountIds: [accountId], passphrase: 'elevenchars' });
  expect(await failureOf(Promise.resolve(short))).toEqual({ code: 'passphrase-too-short', minimum: 12 });
  await a.calls['transfer.export']({ targetId, accountIds: [accountId], passphrase });
  const draft = await b.calls['transfer.chooseFile']({});
  const wrong = b.calls['transfer.open']({
    transferId: draft?.transferId ?? '',
    passphrase: 'Four words nobody knows',
  });
  expect(await failureOf(Promise.resolve(wrong))).toEqual({ code: 'transfer-passphrase-wrong' });
  chosen = driver.post.p12;
  const other = b.calls['transfer.chooseFile']({});
  expect(await failureOf(Promise.resolve(other))).toEqual({ code: 'transfer-not-ours' });
  expect(b.workspace.store().accounts()).toEqual([]);
});

test('a place is good for one file, for a while, and never for a file that came to stand there since', async () => {
  const accountId = await signIn(a);
  const path = join(usb, 'move.taxpass');
  const exportTo = (targetId: string) =>
    a.calls['transfer.export']({ targetId, accountIds: [accountId], passphrase }) as Promise<unknown>;
  const gone = { code: 'not-found', what: 'draft' };

  const closed = await chooseTarget(a);
  a.discardDrafts();
  expect(await failureOf(exportTo(closed))).toEqual(gone);
  const discarded = await chooseTarget(a);
  await a.calls['transfer.discard']({ transferId: discarded });
  expect(await failureOf(exportTo(discarded))).toEqual(gone);

  const free = await chooseTarget(a);
  await writeFile(path, 'something of the user, written later');
  expect(await failureOf(exportTo(free))).toEqual({ code: 'transfer-target-taken' });
  expect(await readFile(path, 'utf8')).toBe('something of the user, written later');
  expect(await readdir(usb)).toEqual(['move.taxpass']);
  expect(accountOf(a)?.standing).toBe('here');

  // The dialog has asked about the one that stands there now, and about no other.
  const confirmed = await chooseTarget(a);
  await writeFile(path, 'something else');
  expect(await failureOf(exportTo(confirmed))).toEqual({ code: 'transfer-target-taken' });
  const again = await chooseTarget(a);
  expect(await exportTo(again)).toEqual({ outcome: 'done', fileName: 'move.taxpass' });
  await a.calls['transfer.bringBack']({ accountId });
  expect(await failureOf(exportTo(again))).toEqual(gone);
});

test('nothing is moved without a yes to the native question, which says what goes', async () => {
  const accountId = await signIn(a);
  isSure = false;
  const targetId = await chooseTarget(a);
  const input = { targetId, accountIds: [accountId], passphrase };
  expect(await a.calls['transfer.export'](input)).toEqual({ outcome: 'declined', fileName: 'move.taxpass' });
  expect(questions).toEqual([{ about: 'move', accounts: 1, withKeys: true, fileName: 'move.taxpass' }]);
  expect(await readdir(usb)).toEqual([]);
  expect(accountOf(a)?.standing).toBe('here');
  isSure = true;
  expect(await a.calls['transfer.export'](input)).toMatchObject({ outcome: 'done' });
});

test('a window is shown though the vault holds what is no certificate', async () => {
  await a.workspace.store().saveCertificate(certificateRecord('not a certificate', 'ab'));
  const { certificates } = a.workspace.view([], { views: () => [] } as never);
  expect(certificates['certificate']).toMatchObject({ holder: 'ab', notAfter: 0 });
});

test('no backup is removed while records of the vault are unreadable, nor for one that somebody else put there', async () => {
  await signIn(a);
  const folderId = await chooseBackupFolder(a);
  await a.calls['transfer.startBackup']({ folderId, passphrase });
  const [first = ''] = await readdir(usb);
  // The plan's header over a body that its key never sealed: newer than every real one, by its own word.
  const real = await readFile(join(usb, first));
  const line = real.subarray(0, real.indexOf(10) + 1).toString();
  for (let day = 1; day <= 15; day++) {
    const header = JSON.parse(line) as object;
    const forged = Buffer.concat([
      Buffer.from(`${JSON.stringify({ ...header, createdAt: Date.UTC(2090, 0, day) })}\n`),
      real.subarray(line.length, -32),
    ]);
    const digest = createHash('sha256').update(forged).digest();
    await writeFile(
      join(usb, `taxpass-backup-2090-01-${String(day).padStart(2, '0')}.taxpass`),
      Buffer.concat([forged, digest]),
    );
  }
  a.clock.nowMs += DAY;
  await a.calls['transfer.backUpNow']({});
  expect(await readdir(usb)).toHaveLength(17);
  expect(await readdir(usb)).toContain(first);

  await writeFile(join(a.vaultFolder, 'application-broken.sealed'), 'rubbish');
  const again = await a.reopen();
  expect(again.workspace.store().isWhole()).toBe(false);
  again.clock.nowMs = a.clock.nowMs;
  for (let day = 1; day <= 20; day++) {
    again.clock.nowMs += DAY;
    await again.calls['transfer.backUpNow']({});
  }
  expect(await readdir(usb)).toHaveLength(37);
});
