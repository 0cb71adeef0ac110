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

function setting(folder: string, keychain: Keychain | 'unavailable') {
  const states: VaultState[] = [];
  const atStake = { count: 0 };
  let takenUp = 0;
  const windowLock = createWindowLock(() => undefined);
  const desk = createVaultDesk({
    folder,
    kinds: [thing],
    keychain: () => Promise.resolve(keychain),
    windowLock,
    settle: (state) => void states.push(state),
    takeUp: () => {
      takenUp++;
      return Promise.resolve();
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
    await desk.calls['vault.setRecovery']({ passphrase });
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

describe('a locked window', () => {
  const changes: Change[] = [
    { kind: 'accounts', id: 'a', value: null },
    { kind: 'everything' },
    { kind: 'settings', value: { language: 'en', theme: 'dark', staysInTray: false, startsAtLogin: false } },
  ];

  it('hears of nothing the vault holds', () => {
    const lock: WindowLock = createWindowLock(() => undefined);
    expect(lock.passing(changes)).toEqual(changes);
    lock.lock();
    expect(lock.passing(changes)).toEqual(changes.slice(1));
  });

  it('is served nothing but its unlocking and its settings, and is told to look again when that changes', async () => {
    let looks = 0;
    const lock = createWindowLock(() => looks++);
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
