import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { VaultState } from '../../electron/accounts/workspace.ts';
import type { Handlers } from '../../electron/contract/contract.ts';
import type { Change } from '../../electron/contract/snapshot.ts';
import { createVaultDesk } from '../../electron/desktop/vault-opening.ts';
import { createWindowLock, type WindowLock } from '../../electron/desktop/window-lock.ts';
import type { Keychain } from '../../electron/vault/keychain.ts';
import { kind } from '../../electron/vault/kind.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import { failureOf } from '../fixtures/office.ts';
import { temporaryFolder, testKeychain } from './vault-faults.ts';

const thing = kind('thing', z.strictObject({ refreshToken: z.string() }));
const passphrase = 'a phrase of several words';

function lockOf(announceAll: () => void = () => undefined, isVaultReady = () => true, onLock = () => undefined) {
  return createWindowLock({ announceAll, onLock, isVaultReady });
}

function setting(folder: string, keychain: Keychain | 'unavailable') {
  const questions: string[] = [];
  const person = { says: true };
  const takingUp: { until: Promise<void> } = { until: Promise.resolve() };
  const states: VaultState[] = [];
  const atStake = { count: 0 };
  let takenUp = 0;
  const windowLock = lockOf();
  const desk = createVaultDesk({
    folder,
    kinds: [thing],
    keychain: () => Promise.resolve(keychain),
    windowLock,
    confirm: ({ about }) => {
      questions.push(about);
      return Promise.resolve(person.says);
    },
    settle: (state) => void states.push(state),
    takeUp: () => {
      takenUp++;
      return takingUp.until;
    },
    isQuiet: () => Promise.resolve(atStake.count === 0),
  });
  const vault = (): Vault => {
    const last = states.findLast((state) => state.state === 'ready');
    if (last?.state !== 'ready') throw new Error('not ready');
    return last.vault;
  };
  return {
    desk,
    windowLock,
    atStake,
    questions,
    person,
    takingUp,
    vault,
    stateNames: () => states.map(({ state }) => state),
    takenUp: () => takenUp,
  };
}

const newFolder = async (): Promise<string> => join(await temporaryFolder(), 'vault');

describe('opening', () => {
  it('makes one key though it is asked twice at once', async () => {
    const keychain = testKeychain();
    const { desk, stateNames } = setting(await newFolder(), keychain);
    await Promise.all([desk.open(), desk.open()]);
    expect(keychain.given).toHaveLength(1);
    expect(stateNames()).toEqual(['ready']);
  });

  it('has the folder alone until it is released', async () => {
    const folder = await newFolder();
    const keychain = testKeychain();
    const [first, second] = [setting(folder, keychain), setting(folder, keychain)];
    await first.desk.open();
    await second.desk.open();
    expect(second.stateNames()).toEqual(['in-use']);
    first.desk.release();
    await second.desk.calls['vault.retry']({});
    expect(second.stateNames()).toEqual(['in-use', 'ready']);
    expect(second.takenUp()).toBe(1);
  });

  it('leaves no trace where there is nothing to open and nothing is made', async () => {
    const folder = await newFolder();
    const { desk, stateNames } = setting(folder, 'unavailable');
    await desk.open();
    expect(stateNames()).toEqual(['no-vault-yet']);
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
    expect(await failureOf(Promise.resolve(desk.calls['vault.create']({ passphrase: 'too short' })))).toEqual({
      code: 'passphrase-too-short',
      minimum: 12,
    });
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });
});

describe('locking', () => {
  it('seals what a passphrase opens, but only when nothing would be lost by it', async () => {
    const { desk, windowLock, atStake, vault, stateNames, takenUp } = setting(await newFolder(), 'unavailable');
    await desk.open();
    await desk.calls['vault.create']({ passphrase });
    await vault().write(thing, 'one', { refreshToken: 'first' });
    const opened = vault();

    atStake.count = 1;
    await desk.calls['vault.lock']({});
    expect(windowLock.isLocked()).toBe(true);
    expect(opened.read(thing, 'one')).toEqual({ refreshToken: 'first' });
    expect(await failureOf(Promise.resolve(desk.calls['vault.unlock']({ passphrase: 'another' })))).toEqual({
      code: 'passphrase-wrong',
    });
    expect(windowLock.isLocked()).toBe(true);
    await desk.calls['vault.unlock']({ passphrase });
    expect(windowLock.isLocked()).toBe(false);

    atStake.count = 0;
    await desk.calls['vault.lock']({});
    expect(stateNames()).toEqual(['no-vault-yet', 'ready', 'locked']);
    expect(() => opened.read(thing, 'one')).toThrow('closed');
    await desk.calls['vault.unlock']({ passphrase });
    expect(stateNames().at(-1)).toBe('ready');
    expect(vault().read(thing, 'one')).toEqual({ refreshToken: 'first' });
    expect(takenUp()).toBe(2);
  }, 60_000);

  it('locks an idle window, where there is a passphrase; the vault stays open for renewal', async () => {
    const { desk, windowLock, vault, stateNames } = setting(await newFolder(), testKeychain());
    await desk.open();
    desk.lockIfIdle(10_000);
    expect(windowLock.isLocked()).toBe(false);
    expect(await failureOf(Promise.resolve(desk.calls['vault.lock']({})))).toEqual({ code: 'passphrase-needed' });
    await desk.calls['vault.setRecovery']({ current: null, passphrase });
    desk.lockIfIdle(899);
    expect(windowLock.isLocked()).toBe(false);
    desk.lockIfIdle(900);
    expect(windowLock.isLocked()).toBe(true);
    await vault().write(thing, 'one', { refreshToken: 'renewed' });
    expect(stateNames()).toEqual(['ready']);
    await desk.calls['vault.unlock']({ passphrase });
    expect(windowLock.isLocked()).toBe(false);
    expect(await desk.calls['vault.protection']({})).toMatchObject({ keychain: 'test_store', hasRecovery: true });
  }, 60_000);
});

describe('unlocking', () => {
  async function lockedVault() {
    const set = setting(await newFolder(), 'unavailable');
    await set.desk.open();
    await set.desk.calls['vault.create']({ passphrase });
    await set.desk.calls['vault.lock']({});
    return set;
  }
  const tried = (desk: ReturnType<typeof setting>['desk'], each: string) =>
    failureOf(Promise.resolve(desk.calls['vault.unlock']({ passphrase: each })));

  it('tries one passphrase at a time; a second is refused untried, and a later wrong one is wrong', async () => {
    const { desk, windowLock, stateNames } = await lockedVault();
    const right = desk.calls['vault.unlock']({ passphrase });
    expect(await tried(desk, 'utterly wrong words')).toEqual({ code: 'passphrase-busy' });
    expect(await tried(desk, passphrase)).toEqual({ code: 'passphrase-busy' });
    await right;
    expect(stateNames().at(-1)).toBe('ready');
    expect(await tried(desk, 'utterly wrong words')).toEqual({ code: 'passphrase-wrong' });
    expect(windowLock.isLocked()).toBe(false);
    await desk.calls['vault.unlock']({ passphrase });
  }, 60_000);

  it('proves the passphrase too where another way opened the vault in the turn before', async () => {
    const folder = await newFolder();
    const keychain = testKeychain();
    const made = setting(folder, keychain);
    await made.desk.open();
    await made.desk.calls['vault.setRecovery']({ current: null, passphrase: 'a long phrase kept on paper' });
    made.desk.release();
    const { desk, windowLock, stateNames } = setting(folder, keychain);
    const opening = desk.open();
    windowLock.lock();
    expect(await tried(desk, 'utterly wrong words')).toEqual({ code: 'passphrase-wrong' });
    await opening;
    expect(stateNames()).toEqual(['ready']);
    expect(windowLock.isLocked()).toBe(true);
  }, 60_000);

  it('is over before what waits is taken up: a lock that comes meanwhile stays', async () => {
    const { desk, windowLock, takingUp, takenUp } = await lockedVault();
    let end = (): void => undefined;
    takingUp.until = new Promise((resolve) => (end = resolve));
    await desk.calls['vault.unlock']({ passphrase });
    expect(takenUp()).toBe(2);
    desk.lockIfIdle(10_000);
    end();
    await takingUp.until;
    await new Promise((resolve) => setImmediate(resolve));
    expect(windowLock.isLocked()).toBe(true);
  }, 60_000);
});

describe('changing what opens the vault', () => {
  const recovery = 'a long phrase kept on paper';
  const failed = (act: unknown) => failureOf(Promise.resolve(act));

  it('asks for the passphrase that there is', async () => {
    const { desk, vault, questions } = setting(await newFolder(), 'unavailable');
    await desk.open();
    await desk.calls['vault.create']({ passphrase });
    for (const current of [null, '', 'another phrase']) {
      const wrong = { code: 'passphrase-wrong' };
      expect(await failed(desk.calls['vault.setRecovery']({ current, passphrase: recovery }))).toEqual(wrong);
      expect(await failed(desk.calls['vault.usePassphrase']({ current, passphrase: recovery }))).toEqual(wrong);
    }
    expect(await vault().keys.roleOf(recovery)).toBeNull();
    await desk.calls['vault.setRecovery']({ current: passphrase, passphrase: recovery });
    expect(await vault().keys.roleOf(recovery)).toBe('recovery');
    expect(questions).toEqual([]);
  }, 60_000);

  it('asks natively where there is none, and before the last way back goes', async () => {
    const { desk, vault, windowLock, questions, person } = setting(await newFolder(), testKeychain());
    await desk.open();
    person.says = false;
    const declined = { code: 'change-declined' };
    const set = () => desk.calls['vault.setRecovery']({ current: null, passphrase: recovery });
    expect(await failed(set())).toEqual(declined);
    expect(await failed(desk.calls['vault.usePassphrase']({ current: null, passphrase }))).toEqual(declined);
    expect(vault().keys.ways).toEqual({ keychain: 'test_store', hasRecovery: false });
    person.says = true;
    await set();

    const remove = (current: string | null) => desk.calls['vault.setRecovery']({ current, passphrase: null });
    expect(await failed(remove(null))).toEqual({ code: 'passphrase-wrong' });
    expect(await failed(desk.calls['vault.usePassphrase']({ current: null, passphrase }))).toEqual({
      code: 'passphrase-wrong',
    });
    person.says = false;
    expect(await failed(remove(recovery))).toEqual(declined);
    desk.lockIfIdle(10_000);
    expect(windowLock.isLocked()).toBe(true);
    await desk.calls['vault.unlock']({ passphrase: recovery });
    person.says = true;
    await remove(recovery);
    expect(vault().keys.ways).toEqual({ keychain: 'test_store', hasRecovery: false });
    const removals = Array.from({ length: 3 }, () => 'remove-recovery');
    expect(questions).toEqual(['set-recovery', 'use-passphrase', 'set-recovery', ...removals]);
  }, 60_000);
});

describe('a locked window', () => {
  const changes: Change[] = [
    { kind: 'accounts', id: 'a', value: null },
    { kind: 'everything' },
    { kind: 'settings', value: { language: 'en', theme: 'dark', staysInTray: false, startsAtLogin: false } },
  ];

  it('hears of nothing the vault holds', () => {
    const lock: WindowLock = lockOf();
    expect(lock.passing(changes)).toEqual(changes);
    lock.lock();
    expect(lock.passing(changes)).toEqual(changes.slice(1));
    const sealed = lockOf(undefined, () => false);
    expect(sealed.passing(changes)).toEqual(changes.slice(1));
  });

  it('gets no answer to what began before the lock, and what it had open ends', async () => {
    let ended = 0;
    const lock = lockOf(undefined, undefined, () => {
      ended += 1;
      return undefined;
    });
    let answer: (value: unknown) => void = () => undefined;
    const slow = new Promise((resolve) => (answer = resolve));
    const guarded = lock.guarded({ 'accounts.readClaims': () => slow } as unknown as Handlers);
    const asked = Promise.resolve(guarded['accounts.readClaims']({ accountId: 'a' }));
    lock.lock();
    lock.lock();
    answer({ claims: 'of the holder' });
    expect(await failureOf(asked)).toEqual({ code: 'vault-not-ready', state: 'locked' });
    expect(ended).toBe(1);
  });

  it('of a sealed vault shows what state it is in, and nothing learnt from it before', async () => {
    const vault = { state: 'locked', what: 'storage' };
    const learnt = { renewalRun: { total: 1 }, away: {}, backup: {}, notices: [{}], accounts: { a: {} } };
    const handOver = { clipboard: { recipientName: 'SAGA' }, fileProblems: { r: 'missing' } };
    const snapshot = { version: '1', vault, ...learnt, handOver };
    const guarded = lockOf().guarded({ 'snapshot.get': () => snapshot } as unknown as Handlers);
    expect(await guarded['snapshot.get']({})).toMatchObject({
      ...{ version: '1', vault, renewalRun: null, away: null, backup: null, notices: [], accounts: {} },
      handOver: { clipboard: null, fileProblems: {} },
    });
  });

  it('is served nothing but its unlocking and its settings, and is told to look again when that changes', async () => {
    let looks = 0;
    const lock = lockOf(() => (looks += 1));
    const served: string[] = [];
    const names = ['accounts.renew', 'vault.unlock', 'settings.change', 'vault.setRecovery', 'vault.protection'];
    const serve = (name: string) => [name, () => void served.push(name)] as const;
    const guarded = lock.guarded(Object.fromEntries(names.map(serve)) as unknown as Handlers);
    lock.lock();
    lock.lock();
    expect(looks).toBe(1);
    for (const name of names) {
      const handler = (guarded as Record<string, (input: object) => unknown>)[name];
      await Promise.resolve()
        .then(() => handler?.({}))
        .catch(() => undefined);
    }
    expect(served).toEqual(['vault.unlock', 'settings.change']);
  });
});
