import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { lookOnly } from '../../electron/accounts/look-only.ts';
import { backupPlanKind, recordKinds } from '../../electron/accounts/records.ts';
import { createVaultDesk } from '../../electron/desktop/vault-opening.ts';
import { createWindowLock } from '../../electron/desktop/window-lock.ts';
import { newDerivation } from '../../electron/transfer/passphrase-key.ts';
import { readComputer } from '../../electron/vault/computer.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import { signInAtAnaf } from '../fixtures/anaf-account.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { failureOf, openOffice, testKeychain, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

const DAY_MS = 86_400_000;

let practice: RunningPractice;
let driver: AnafDriver;
let office: Office;

const openSignInWindow = walkByHand(
  () => driver,
  () => undefined,
);

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  office = await openOffice(practice, { openSignInWindow });
});
afterEach(() => office.close());

/** The office's vault as the program on a computer of that id opens it. */
async function openedOn(by: Office, computerId: string | null) {
  let opened: Vault | null = null;
  const states: string[] = [];
  const desk = createVaultDesk({
    folder: by.vaultFolder,
    kinds: recordKinds,
    keychain: () => Promise.resolve(testKeychain),
    computer: async () => ({ ...(await readComputer()), id: computerId }),
    windowLock: createWindowLock({
      announceAll: () => undefined,
      onLock: () => undefined,
      isVaultReady: () => by.workspace.isReady(),
    }),
    confirm: () => Promise.resolve(true),
    settle(state) {
      states.push(state.state);
      if (state.state === 'ready') opened = state.vault;
      by.workspace.settle(state);
    },
    onSettledIn: () => undefined,
    lookOnly,
    takeUp: () => by.renewals.tick(),
    isQuiet: () => Promise.resolve(true),
  });
  onTestFinished(() => desk.release());
  await desk.open();
  return { desk, states, vault: () => opened ?? expect.fail('not opened') };
}

/** A second office, over a copy of everything the first has on its disk, whose account has long been due. */
async function copyOf(first: Office): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'taxpass-copied-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(first.vaultFolder, folder, { recursive: true });
  const copy = await openOffice(practice, { openSignInWindow, folder });
  onTestFinished(() => copy.close());
  copy.clock.nowMs += 85 * DAY_MS;
  return copy;
}

const accountOf = (by: Office) => by.workspace.store().accounts()[0] ?? expect.fail('no account');

async function copiedOffice() {
  const home = await openedOn(office, 'old');
  const accountId = await signInAtAnaf(office, driver);
  home.desk.release();
  const copy = await copyOf(office);
  const opened = await openedOn(copy, 'new');
  await practice.control.clearLog();
  return { accountId, copy, ...opened };
}

describe('a vault that was copied to another computer', () => {
  test('sends nothing while nobody has said what that means, by whichever way', async () => {
    const { accountId, copy, states } = await copiedOffice();
    expect(states).toEqual(['other-computer']);
    await copy.renewals.tick();
    await copy.runBackupIfDue();
    await copy.handOver.expire();
    const refused = { code: 'vault-not-ready', state: 'other-computer' };
    const acts: readonly (() => unknown)[] = [
      () => copy.calls['renewals.start']({}),
      () => copy.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null, endsOtherCopy: true }),
      () => copy.calls['requests.send']({ accountId, method: 'GET', url: 'https://x', body: '', contentType: '' }),
      () => copy.calls['accounts.revoke']({ accountId }),
    ];
    for (const act of acts) expect(await failureOf(Promise.resolve().then(act))).toEqual(refused);
    expect(copy.renewals.view()).toEqual({ renewalRun: null, away: null });
    expect(await practice.control.log()).toEqual([]);
  });

  test('renews once it was said to have been moved', async () => {
    const { copy, desk, states } = await copiedOffice();
    await desk.calls['vault.settleIn']({ as: 'moved' });
    expect(states).toEqual(['other-computer', 'ready']);
    expect(accountOf(copy).standing).toBe('here');
    const log = await practice.control.log();
    expect(log.filter(({ body }) => body.includes('grant_type=refresh_token'))).toHaveLength(1);
    expect(accountOf(copy).refreshSent).toBeNull();
  });

  test('renews nothing, and makes no backup, where it is only looked at; an account can be brought here later', async () => {
    const { accountId, copy, desk, vault } = await copiedOffice();
    await desk.calls['vault.settleIn']({ as: 'only-looking' });
    await copy.renewals.tick();
    expect(accountOf(copy).standing).toBe('only-looking');
    expect(
      await failureOf(
        Promise.resolve(
          copy.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null, endsOtherCopy: true }),
        ),
      ),
    ).toEqual({ code: 'renewal-elsewhere', standing: 'only-looking' });
    expect(await practice.control.log()).toEqual([]);
    expect(vault().list(backupPlanKind)).toEqual([]);

    // It is on the disk: the next start neither asks nor renews.
    desk.release();
    const again = await openedOn(copy, 'new');
    expect(again.states).toEqual(['ready']);
    await copy.renewals.tick();
    expect(await practice.control.log()).toEqual([]);
    await copy.calls['transfer.bringBack']({ accountId });
    await copy.renewals.tick();
    expect(await practice.control.log()).not.toEqual([]);
  });

  test('says so of every account but those that are elsewhere already, and ends the daily backup', async () => {
    const { vault } = await openedOn(office, 'old');
    const accountId = await signInAtAnaf(office, driver);
    const store = office.workspace.store();
    const account = store.account(accountId);
    await store.saveAccount({ ...account, id: 'moved', standing: 'moved' });
    await store.saveBackupPlan({
      folder: '/backups',
      derivation: newDerivation(),
      check: 'Y2hlY2s=',
      key: 'a2V5',
      lastAt: null,
      lastDigest: null,
      lastFailure: null,
    });
    expect(await lookOnly(vault())).toBe(true);
    expect(store.account(accountId).standing).toBe('only-looking');
    expect(store.account('moved').standing).toBe('moved');
    expect(store.backupPlan()).toBeNull();
  });
});
