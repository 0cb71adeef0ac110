import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HandOverDesk, HandOverQuestion } from '../../electron/accounts/hand-over.ts';
import type { AccountView } from '../../electron/contract/snapshot.ts';
import { createTokenFiles, TokenFileError } from '../../electron/handover/token-file.ts';
import { signInAtAnaf } from '../fixtures/anaf-account.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

const DAY_MS = 86_400_000;

/** What the person answers, and what the system's clipboard holds. */
type Person = { says: boolean; chooses: string | null; questions: HandOverQuestion[]; clipboard: string };

let practice: RunningPractice;
let driver: AnafDriver;
let home: string;
let folder: string;
let person: Person;
let desk: HandOverDesk;
let office: Office;
let accountId: string;

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'taxpass-hand-over-')));
  folder = join(home, 'tokens');
  await mkdir(folder, { mode: 0o700 });
  person = { says: true, chooses: join(folder, 'invoices.token'), questions: [], clipboard: '' };
  desk = deskOf(person);
  office = await openOffice(practice, {
    handOver: desk,
    openSignInWindow: walkByHand(
      () => driver,
      () => undefined,
    ),
  });
  await practice.control.setSwitches({ lifetimeFactor: 1 });
  accountId = await signInAtAnaf(office, driver);
});
afterEach(async () => {
  await office.handOver.clearClipboard();
  await office.close();
  await rm(home, { recursive: true, force: true });
});

function deskOf(someone: Person): HandOverDesk {
  const place = {
    platform: process.platform,
    home,
    env: {},
    temporaryFolders: [tmpdir()],
    ownFolder: join(home, 'own'),
  };
  return {
    tokenFiles: createTokenFiles(place, () => Promise.reject(new Error('only on Windows'))),
    clipboard: {
      writeSecret: (text) => {
        someone.clipboard = text;
        return Promise.resolve();
      },
      readText: () => Promise.resolve(someone.clipboard),
      clear: () => void (someone.clipboard = ''),
    },
    confirm: (question) => {
      someone.questions.push(question);
      return Promise.resolve(someone.says);
    },
    chooseNewFile: () => Promise.resolve(someone.chooses),
  };
}

async function renew(at: Office = office): Promise<void> {
  await at.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null });
  await at.handOver.afterRenewal(accountId);
}

const record = (at: Office = office) => at.workspace.store().account(accountId);
const accessToken = () => record().grant?.accessToken ?? '';
const refreshToken = () => record().grant?.refreshToken?.value ?? '';

/** The account as the window was told of it last. */
function view(): AccountView {
  for (const change of [...office.changes].reverse()) {
    if (change.kind === 'accounts' && change.value !== null) return change.value;
  }
  throw new Error('no account was told of');
}

const copy = async (recipientName = 'Invoices') => office.calls['handOver.copy']({ accountId, recipientName });
const toFile = async (recipientName = 'Invoices') => office.calls['handOver.toFile']({ accountId, recipientName });
const file = () => join(folder, 'invoices.token');

describe('a copy by the clipboard', () => {
  test('is asked about natively; a no hands nothing over and names nobody', async () => {
    person.says = false;
    expect(await copy()).toEqual({ outcome: 'declined' });
    const { holder } = view();
    expect(holder).not.toBe('');
    expect(person.questions).toEqual([{ about: 'copy', recipientName: 'Invoices', holder }]);
    expect(person.clipboard).toBe('');
    expect(record().recipients).toEqual([]);
  });

  test('is the access token exactly, its recipient is kept, and the countdown is told', async () => {
    expect(await copy()).toEqual({ outcome: 'done' });
    expect(person.clipboard).toBe(accessToken());
    expect(view().recipients).toMatchObject([{ name: 'Invoices', way: 'clipboard', path: null, isCurrent: true }]);
    const clearsAt = office.clock.nowMs + 60_000;
    expect(office.handOver.view().clipboard).toEqual({ accountId, recipientName: 'Invoices', clearsAt });
    await office.calls['handOver.keepLonger']({});
    expect(office.handOver.view().clipboard?.clearsAt).toBe(clearsAt + 60_000);
    await office.calls['handOver.clearNow']({});
    expect(person.clipboard).toBe('');
    expect(office.handOver.view().clipboard).toBeNull();
  });

  test('is an old one after a renewal, with its own end, until it is handed over again', async () => {
    await copy();
    const end = record().grant?.expiresAt;
    office.clock.nowMs += 1000;
    await renew();
    expect(view().recipients).toMatchObject([{ isCurrent: false, copyExpiresAt: end }]);
    await copy();
    expect(view().recipients).toMatchObject([{ isCurrent: true, copyExpiresAt: record().grant?.expiresAt }]);
  });

  test('of a token that has ended is not handed over, and nobody is asked', async () => {
    office.clock.nowMs = (record().grant?.expiresAt ?? 0) + 1;
    expect(await failureOf(copy())).toEqual({ code: 'no-access-token' });
    expect(await failureOf(toFile())).toEqual({ code: 'no-access-token' });
    expect(person.questions).toEqual([]);
  });
});

describe('a file', () => {
  test('holds the access token and follows each renewal by itself', async () => {
    expect(await toFile()).toEqual({ outcome: 'done' });
    const first = accessToken();
    expect(await readFile(file(), 'utf8')).toBe(first);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    // Nobody calls for it: that the account changed is enough.
    await office.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null });
    await vi.waitFor(async () => expect(await readFile(file(), 'utf8')).toBe(accessToken()));
    expect(accessToken()).not.toBe(first);
    await vi.waitFor(() => expect(view().recipients).toMatchObject([{ way: 'file', path: file(), isCurrent: true }]));
    expect(await readdir(folder)).toEqual(['invoices.token']);
  });

  test('is not written where the dialog was closed, the answer was no, or the place is refused', async () => {
    person.chooses = null;
    expect(await toFile()).toEqual({ outcome: 'declined' });
    person.chooses = file();
    person.says = false;
    expect(await toFile()).toEqual({ outcome: 'declined' });
    person.says = true;
    await mkdir(join(folder, '.stfolder'));
    expect(await failureOf(toFile())).toEqual({ code: 'hand-over-place-refused', reason: 'synced', by: 'Syncthing' });
    person.chooses = join(home, 'letter.txt');
    await writeFile(person.chooses, 'a letter');
    expect(await failureOf(toFile())).toEqual({ code: 'hand-over-file-failed', problem: 'changed' });
    expect(record().recipients).toEqual([]);
    expect(await readdir(folder)).toEqual(['.stfolder']);
    expect(await readFile(person.chooses, 'utf8')).toBe('a letter');
  });

  test('that could not be written leaves no recipient behind', async () => {
    vi.spyOn(desk.tokenFiles, 'create').mockRejectedValueOnce(new TokenFileError('disk-full'));
    expect(await failureOf(toFile())).toEqual({ code: 'hand-over-file-failed', problem: 'disk-full' });
    expect(record().recipients).toEqual([]);
  });

  test.each([
    ['changed by its user', () => writeFile(file(), 'notes'), 'changed', 'notes'],
    ['removed', () => unlink(file()), 'missing', null],
  ] as const)('%s is left alone, named, and costs no renewal', async (_name, change, problem, content) => {
    await toFile();
    const end = record().grant?.expiresAt;
    office.clock.nowMs += 1000;
    await change();
    await renew();
    expect(record().lastFailure).toBeNull();
    const { id } = record().recipients[0] ?? { id: '' };
    expect(office.handOver.view().fileProblems).toEqual({ [id]: problem });
    expect(view().recipients).toMatchObject([{ isCurrent: false, copyExpiresAt: end }]);
    expect(await readFile(file(), 'utf8').catch(() => null)).toBe(content);
    // Handing over anew, elsewhere, mends it.
    person.chooses = join(folder, 'other.token');
    await toFile();
    expect(await readFile(person.chooses, 'utf8')).toBe(accessToken());
    expect(await readFile(file(), 'utf8').catch(() => null)).toBe(content);
  });

  test('of a program that gets another one is deleted', async () => {
    await toFile();
    person.chooses = join(folder, 'other.token');
    await toFile();
    expect(await readdir(folder)).toEqual(['other.token']);
    expect(view().recipients).toMatchObject([{ path: person.chooses }]);
  });

  test('is deleted on stop; a changed one is left, and said to be', async () => {
    await toFile();
    const stop = () => {
      const [recipient] = record().recipients;
      return office.calls['handOver.stop']({ accountId, recipientId: recipient?.id ?? '' });
    };
    expect(await stop()).toEqual({ file: 'deleted' });
    expect(await readdir(folder)).toEqual([]);
    await toFile();
    await writeFile(file(), 'notes');
    expect(await stop()).toEqual({ file: 'left' });
    expect(await readFile(file(), 'utf8')).toBe('notes');
    expect(record().recipients).toEqual([]);
    expect(office.handOver.view().fileProblems).toEqual({});
  });

  test('is deleted on revocation, while who got a copy by hand stays named', async () => {
    await toFile();
    await copy('Payroll');
    await office.handOver.stopAll(accountId);
    expect(await readdir(folder)).toEqual([]);
    expect(record().recipients).toMatchObject([{ name: 'Payroll' }]);
  });

  test('that cannot be deleted is told of when the account is removed, also on a drive that was taken out', async () => {
    await toFile();
    person.chooses = join(folder, 'drive', 'payroll.token');
    await mkdir(join(folder, 'drive'), { mode: 0o700 });
    await toFile('Payroll');
    await writeFile(file(), 'notes');
    await rm(join(folder, 'drive'), { recursive: true });
    expect(await office.calls['accounts.remove']({ accountId })).toEqual({
      outcome: 'done',
      filesLeft: [file(), person.chooses],
    });
    expect(office.workspace.store().accounts()).toEqual([]);
  });

  /** A program that ends in the middle of it: what it was about to do never comes back. */
  async function killedInCreate(before: (path: string, text: string) => Promise<void>): Promise<void> {
    const { create } = desk.tokenFiles;
    const reached = new Promise<void>((resolve) => {
      desk.tokenFiles.create = async (path, text) => {
        await before(path, text);
        resolve();
        await new Promise(() => undefined);
      };
    });
    void toFile();
    await reached;
    desk.tokenFiles.create = create;
  }

  test('that was not written when the program ended is written at the next start', async () => {
    await killedInCreate(() => Promise.resolve());
    expect(await readdir(folder)).toEqual([]);
    // No copy: it is not said to work until some day.
    const [recipient] = view().recipients;
    expect(recipient).toMatchObject({ name: 'Invoices', isCurrent: false });
    expect(recipient?.copyExpiresAt).toBe(recipient?.handedAt);
    const again = await office.reopen();
    expect(await readFile(file(), 'utf8')).toBe(accessToken());
    expect(again.workspace.store().account(accountId).recipients).toMatchObject([
      { name: 'Invoices', copy: { expiresAt: record(again).grant?.expiresAt } },
    ]);
    expect(again.handOver.view().fileProblems).toEqual({});
    await renew(again);
    expect(await readFile(file(), 'utf8')).toBe(record(again).grant?.accessToken);
  });

  test('that was written when the program ended, but not written down, is known as ours', async () => {
    const { create } = desk.tokenFiles;
    await killedInCreate((path, text) => create(path, text));
    const again = await office.reopen();
    expect(again.handOver.view().fileProblems).toEqual({});
    await renew(again);
    expect(await readFile(file(), 'utf8')).toBe(record(again).grant?.accessToken);
  });

  test('that is somebody else’s by the next start is left alone', async () => {
    await killedInCreate(() => Promise.resolve());
    await writeFile(file(), 'notes');
    const again = await office.reopen();
    expect(await readFile(file(), 'utf8')).toBe('notes');
    expect(Object.values(again.handOver.view().fileProblems)).toEqual(['changed']);
  });

  test('that the user deleted is nothing to tell of', async () => {
    await toFile();
    await unlink(file());
    expect(await office.calls['accounts.remove']({ accountId })).toEqual({ outcome: 'done', filesLeft: [] });
  });

  test('is deleted when its token ends, and written again by the next renewal', async () => {
    await practice.control.setSwitches({ lifetimeFactor: 1 / (90 * 24 * 60) });
    await renew();
    await toFile();
    office.clock.nowMs = record().grant?.expiresAt ?? 0;
    await office.handOver.expire();
    expect(await readdir(folder)).toEqual([]);
    await practice.control.setSwitches({ lifetimeFactor: 1 });
    await renew();
    expect(await readFile(file(), 'utf8')).toBe(accessToken());
    expect(office.handOver.view().fileProblems).toEqual({});
  });

  test('that lay there when its token had ended and was put there by somebody else stays', async () => {
    await toFile();
    await writeFile(file(), 'notes');
    office.clock.nowMs = record().grant?.expiresAt ?? 0;
    await office.handOver.expire();
    expect(await readFile(file(), 'utf8')).toBe('notes');
  });

  test('an end between renewal and file, or between file and record, is made up for at the next start', async () => {
    await toFile();
    const { tokenFiles } = desk;
    desk = { ...desk, tokenFiles: { ...tokenFiles, replace: () => Promise.reject(new TokenFileError('disk-error')) } };
    const broken = await openOffice(practice, { handOver: desk, folder: office.vaultFolder });
    await renew(broken);
    expect(Object.values(broken.handOver.view().fileProblems)).toEqual(['disk-error']);
    const renewed = record(broken).grant?.accessToken;
    expect(await readFile(file(), 'utf8')).not.toBe(renewed);

    const after = await openOffice(practice, { handOver: deskOf(person), folder: office.vaultFolder });
    expect(await readFile(file(), 'utf8')).toBe(renewed);
    expect(record(after).recipients).toMatchObject([{ copy: { expiresAt: record(after).grant?.expiresAt } }]);

    // The file was written and the record not: the account's own token is known as ours.
    const [recipient] = record(after).recipients;
    await after.workspace.store().changeAccount(accountId, (current) => ({
      ...current,
      recipients: recipient ? [{ ...recipient, copy: { sha256: 'ab'.repeat(32), expiresAt: 1 } }] : [],
    }));
    await after.handOver.catchUp();
    expect(after.handOver.view().fileProblems).toEqual({});
    expect(await readFile(file(), 'utf8')).toBe(renewed);
    expect(record(after).recipients).toMatchObject([{ copy: { expiresAt: record(after).grant?.expiresAt } }]);
  });
});

test('a drive that does not answer keeps neither sign-ins nor renewals waiting, and then gets each token once', async () => {
  await toFile();
  const { tokenFiles } = desk;
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const written: string[] = [];
  const replace: typeof tokenFiles.replace = async (path, token, isOurs) => {
    await answered;
    written.push(token);
    await tokenFiles.replace(path, token, isOurs);
  };
  const handOver = { ...desk, tokenFiles: { ...tokenFiles, replace } };
  const slow = await openOffice(practice, { handOver, folder: office.vaultFolder });
  const renewOnly = () => slow.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null });
  await renewOnly();
  await slow.resume();
  const freshened = slow.freshenFiles();
  await renewOnly();
  expect(written).toEqual([]);
  answer();
  await freshened;
  await slow.handOver.afterRenewal(accountId);
  expect(await readFile(file(), 'utf8')).toBe(record(slow).grant?.accessToken);
  expect(written.length).toBeGreaterThan(0);
  expect(new Set(written).size).toBe(written.length);
});

describe('compromised tokens (R19)', () => {
  const list = async () => (await office.calls['compromised.list']({ accountId })).tokens;

  test('the living ones are listed, the current first, until each ends', async () => {
    const first = accessToken();
    await renew();
    const [current, replaced] = await list();
    expect(current).toMatchObject({ isCurrent: true, expiresAt: record().grant?.expiresAt });
    expect(current?.serial).toMatch(/\S/);
    expect(replaced?.isCurrent).toBe(false);
    expect(replaced?.issuedAt).toBeLessThan(Date.now());
    expect(view().supersededLiving).toBe(1);
    expect(JSON.stringify(await list())).not.toContain(first.split('.')[2]);
    office.clock.nowMs += 91 * DAY_MS;
    expect(await list()).toEqual([]);
    await office.handOver.expire();
    expect(record().superseded).toEqual([]);
    expect(view().supersededLiving).toBe(0);
  });

  test('are written to one file with what ANAF has to know, and nothing else that is secret', async () => {
    const tokens = [accessToken()];
    const refreshTokens = [refreshToken()];
    await renew();
    tokens.unshift(accessToken());
    refreshTokens.push(refreshToken());
    person.chooses = join(folder, 'report.txt');
    person.says = false;
    const save = () => office.calls['compromised.saveReport']({ accountId });
    expect(await save()).toEqual({ outcome: 'declined' });
    person.says = true;
    expect(await save()).toEqual({ outcome: 'done' });
    expect(person.questions.at(-1)).toEqual({ about: 'report', tokens: 2 });
    const report = await readFile(person.chooses, 'utf8');
    expect((await stat(person.chooses)).mode & 0o777).toBe(0o600);
    expect(report.split('\n').filter((line) => line.startsWith('eyJ'))).toEqual(tokens);
    expect(report).toContain(driver.post.oauth2.clientId);
    for (const secret of [...refreshTokens, driver.post.oauth2.clientSecret]) expect(report).not.toContain(secret);
  });
});

describe('compromised tokens of an account that was removed (R19)', () => {
  const removed = async (at: Office = office) => (await at.calls['compromised.listRemoved']({})).removed;

  test('are still known and reported, after a restart too, until each ends', async () => {
    const tokens = [accessToken()];
    const refreshTokens = [refreshToken()];
    office.clock.nowMs += DAY_MS;
    // A JWT ends at a whole second: the next one must not end at the same.
    const second = () => Math.floor(Date.now() / 1000);
    const first = second();
    await expect.poll(second).toBeGreaterThan(first);
    await renew();
    tokens.unshift(accessToken());
    refreshTokens.push(refreshToken());
    const { holder } = view();
    const ends = [...record().superseded, record().grant].map((token) => token?.expiresAt ?? 0);
    await office.calls['accounts.remove']({ accountId });
    expect(office.workspace.store().accounts()).toEqual([]);
    const after = await openOffice(practice, { handOver: desk, folder: office.vaultFolder });
    after.clock.nowMs = office.clock.nowMs;
    expect(await removed(after)).toMatchObject([
      { holder, profile: 'anaf', clientId: driver.post.oauth2.clientId, tokens: [{ isCurrent: false }, {}] },
    ]);
    const told = JSON.stringify(await removed(after));
    for (const token of [...tokens, ...refreshTokens]) expect(told).not.toContain(token.split('.')[2]);

    person.chooses = join(folder, 'report.txt');
    const save = async () => after.calls['compromised.saveRemovedReport']({ id: accountId });
    person.says = false;
    expect(await save()).toEqual({ outcome: 'declined' });
    person.says = true;
    expect(await save()).toEqual({ outcome: 'done' });
    const report = await readFile(person.chooses, 'utf8');
    expect(report.split('\n').filter((line) => line.startsWith('eyJ'))).toEqual(tokens);
    for (const secret of refreshTokens) expect(report).not.toContain(secret);

    after.clock.nowMs = Math.min(...ends);
    await after.handOver.expire();
    expect((await removed(after))[0]?.tokens).toHaveLength(1);
    const orphans = () => after.workspace.store().orphans();
    expect(orphans()[0]?.tokens.map((token) => token.accessToken)).toEqual([tokens[0]]);
    after.clock.nowMs = Math.max(...ends);
    expect(await failureOf(save())).toEqual({ code: 'no-access-token' });
    await after.handOver.expire();
    expect(orphans()).toEqual([]);
    expect(await failureOf(save())).toEqual({ code: 'not-found', what: 'account' });
  });

  test('are kept too where the account goes with its application, and no refresh token ever', async () => {
    const { applicationId } = record();
    const { name } = office.workspace.store().application(applicationId);
    const refresh = refreshToken();
    await office.calls['applications.remove']({ applicationId, alsoAccounts: [accountId] });
    expect(office.workspace.store().applications()).toEqual([]);
    expect(await removed()).toMatchObject([{ application: name, tokens: [{ isCurrent: false }] }]);
    expect(JSON.stringify(office.workspace.store().orphans())).not.toContain(refresh);
  });

  test('are not kept of an account that was moved: the other computer has them', async () => {
    await office.workspace.store().changeAccount(accountId, (current) => ({ ...current, standing: 'moved' }));
    await office.calls['accounts.remove']({ accountId });
    expect(await removed()).toEqual([]);
  });
});

test('what a program has is not known any more where another computer renews the account', async () => {
  await toFile();
  await copy('Payroll');
  const seen = () => view().recipients.map(({ isCurrent }) => isCurrent);
  expect(seen()).toEqual([true, true]);
  await office.workspace.store().changeAccount(accountId, (current) => ({ ...current, standing: 'moved' }));
  expect(seen()).toEqual([null, null]);
  // Nothing of the file changes for that, and its end is still seen to.
  expect(await readFile(file(), 'utf8')).toBe(accessToken());
  office.clock.nowMs += 91 * DAY_MS;
  await office.handOver.expire();
  expect(await readdir(folder)).toEqual([]);
});

test('neither refresh token nor secret gets into a file or onto the clipboard, and no token to the window', async () => {
  await toFile();
  await copy('Payroll');
  const tokens = [accessToken(), refreshToken()];
  const seen = [person.clipboard];
  await renew();
  await copy('Payroll');
  seen.push(person.clipboard);
  await office.calls['compromised.list']({ accountId });
  tokens.push(accessToken(), refreshToken());
  const secrets = [...tokens.filter((_, index) => index % 2 === 1), driver.post.oauth2.clientSecret];
  const written = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')));
  for (const text of [...seen, ...written]) for (const secret of secrets) expect(text).not.toContain(secret);
  const told = JSON.stringify([office.changes, office.handOver.view(), person.questions]);
  for (const secret of [...tokens, ...secrets]) {
    expect(told).not.toContain(secret);
    expect(told).not.toContain(secret.split('.')[2] ?? secret);
  }
});
