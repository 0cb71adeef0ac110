import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { VaultState } from '../../electron/accounts/workspace.ts';
import type { Handlers } from '../../electron/contract/contract.ts';
import type { Change } from '../../electron/contract/snapshot.ts';
import { createVaultDesk } from '../../electron/desktop/vault-opening.ts';
import { createWindowLock, type WindowLock } from '../../electron/desktop/window-lock.ts';
import { readComputer } from '../../electron/vault/computer.ts';
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

function setting(folder: string, keychain: Keychain | 'unavailable', computerId: string | null = 'the one') {
  const questions: string[] = [];
  const person = { says: true };
  const takingUp: { until: Promise<void> } = { until: Promise.resolve() };
  const states: VaultState[] = [];
  const settledIn: string[] = [];
  const atStake = { count: 0 };
  let takenUp = 0;
  const looking: { onlyFor: string[]; isAll: boolean } = { onlyFor: [], isAll: true };
  const windowLock = lockOf();
  const desk = createVaultDesk({
    folder,
    kinds: [thing],
    keychain: () => Promise.resolve(keychain),
    computer: async () => ({ ...(await readComputer()), id: computerId }),
    windowLock,
    confirm: ({ about }) => {
      questions.push(about);
      return Promise.resolve(person.says);
    },
    settle: (state) => void states.push(state),
    onSettledIn: (as) => void settledIn.push(`${as} ${states.at(-1)?.state}`),
    lookOnly: (vault) => {
      looking.onlyFor.push(...vault.list(thing).map(({ id }) => id));
      return Promise.resolve(looking.isAll);
    },
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
    looking,
    settledIn,
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

describe('a vault that was last used on another computer', () => {
  const keychain = testKeychain();
  /** A vault with one record, as another computer of that id left it. */
  async function vaultOf(computerId: string | null): Promise<string> {
    const folder = await newFolder();
    const { desk, vault } = setting(folder, keychain, computerId);
    await desk.open();
    await vault().write(thing, 'one', { refreshToken: 'first' });
    desk.release();
    return folder;
  }
  async function statesOn(folder: string, computerId: string | null): Promise<readonly string[]> {
    const { desk, stateNames } = setting(folder, keychain, computerId);
    await desk.open();
    desk.release();
    return stateNames();
  }

  it('gives nobody its records before somebody has said that it was moved; then it is at home here', async () => {
    const folder = await vaultOf('old');
    const { desk, vault, stateNames, settledIn, takenUp, looking } = setting(folder, keychain, 'new');
    await desk.open();
    await desk.calls['vault.retry']({});
    expect([stateNames(), settledIn]).toEqual([['other-computer'], []]);
    await desk.calls['vault.settleIn']({ as: 'moved' });
    await desk.calls['vault.settleIn']({ as: 'moved' });
    // Told once, and not before there is a log to note it in.
    expect(settledIn).toEqual(['moved ready']);
    expect(stateNames()).toEqual(['other-computer', 'ready']);
    expect(vault().read(thing, 'one')).toEqual({ refreshToken: 'first' });
    expect([takenUp(), looking.onlyFor]).toEqual([3, []]);
    desk.release();
    expect(await statesOn(folder, 'new')).toEqual(['ready']);
    expect(await statesOn(folder, 'old')).toEqual(['other-computer']);
  });

  it('is asked about at each opening until there is an answer, however this one ends', async () => {
    const folder = await vaultOf('old');
    expect(await statesOn(folder, 'new')).toEqual(['other-computer']);
    expect(await statesOn(folder, 'new')).toEqual(['other-computer']);
    expect(await statesOn(folder, 'old')).toEqual(['ready']);
  });

  it('is only looked at first, and at home here afterwards, so that a crash between leaves the question', async () => {
    const folder = await vaultOf('old');
    const { desk, stateNames, looking } = setting(folder, keychain, 'new');
    await desk.open();
    looking.isAll = false;
    await desk.calls['vault.settleIn']({ as: 'only-looking' });
    expect(looking.onlyFor).toEqual(['one']);
    expect(stateNames()).toEqual(['other-computer', 'ready']);
    desk.release();
    // What could not be read was not silenced: the question stands.
    const again = setting(folder, keychain, 'new');
    await again.desk.open();
    expect(again.stateNames()).toEqual(['other-computer']);
    await again.desk.calls['vault.settleIn']({ as: 'only-looking' });
    await again.desk.calls['vault.settleIn']({ as: 'only-looking' });
    expect([again.stateNames(), again.looking.onlyFor]).toEqual([['other-computer', 'ready'], ['one']]);
    again.desk.release();
    expect(await statesOn(folder, 'new')).toEqual(['ready']);
  });

  it('stays asked about where the answer cannot be kept', async () => {
    const folder = await vaultOf('old');
    const { desk, stateNames, settledIn } = setting(folder, keychain, 'new');
    await desk.open();
    // The generation before cannot be kept where a folder stands in its place.
    await mkdir(join(folder, 'home-computer.sealed.previous'));
    expect(await failureOf(Promise.resolve(desk.calls['vault.settleIn']({ as: 'moved' })))).toMatchObject({
      code: 'vault-write-failed',
    });
    expect([stateNames(), settledIn]).toEqual([['other-computer'], []]);
  });

  it('is not asked about where the computer is unknown, nor in a vault from before there was a home', async () => {
    const folder = await vaultOf('old');
    expect(await statesOn(folder, null)).toEqual(['ready']);
    expect(await statesOn(folder, 'new')).toEqual(['other-computer']);
    const before = await vaultOf(null);
    expect(await statesOn(before, 'one')).toEqual(['ready']);
    expect(await statesOn(before, 'another')).toEqual(['other-computer']);
  });

  it('is asked about where its home cannot be read', async () => {
    const folder = await vaultOf('old');
    await writeFile(join(folder, 'home-computer.sealed'), 'damaged');
    const { desk, stateNames } = setting(folder, keychain, 'old');
    await desk.open();
    expect(stateNames()).toEqual(['other-computer']);
    await desk.calls['vault.settleIn']({ as: 'moved' });
    desk.release();
    expect(await statesOn(folder, 'old')).toEqual(['ready']);
  });

  it('is asked about after unlocking too, and a lock meanwhile seals it', async () => {
    const folder = await newFolder();
    const made = setting(folder, 'unavailable', 'old');
    await made.desk.open();
    await made.desk.calls['vault.create']({ passphrase });
    made.desk.release();
    const { desk, stateNames, takenUp } = setting(folder, 'unavailable', 'new');
    await desk.open();
    await desk.calls['vault.unlock']({ passphrase });
    await desk.calls['vault.lock']({});
    await desk.calls['vault.settleIn']({ as: 'moved' });
    expect(stateNames()).toEqual(['locked', 'other-computer', 'locked']);
    await desk.calls['vault.unlock']({ passphrase });
    await desk.calls['vault.settleIn']({ as: 'moved' });
    expect(stateNames().slice(3)).toEqual(['other-computer', 'ready']);
    expect(takenUp()).toBeGreaterThan(0);
  }, 60_000);
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

  it('gives way to a lock that is asked for while the passphrase is worked out', async () => {
    const { desk, windowLock, stateNames, takenUp } = await lockedVault();
    const before = takenUp();
    const unlocking = desk.calls['vault.unlock']({ passphrase });
    await Promise.all([unlocking, desk.calls['vault.lock']({})]);
    expect(stateNames().slice(-2)).toEqual(['ready', 'locked']);
    expect(takenUp()).toBe(before);

    // Likewise where the passphrase turns out wrong: sealed as before, and said to be.
    const wrong = tried(desk, 'utterly wrong words');
    await desk.calls['vault.lock']({});
    expect(await wrong).toEqual({ code: 'passphrase-wrong' });
    expect([stateNames().at(-1), windowLock.isLocked()]).toEqual(['locked', false]);

    await desk.calls['vault.unlock']({ passphrase });
    expect(stateNames().at(-1)).toBe('ready');
  }, 60_000);

  it('of a window gives way to a later lock too, by hand or of an idle computer', async () => {
    const { desk, windowLock } = setting(await newFolder(), testKeychain());
    await desk.open();
    await desk.calls['vault.setRecovery']({ current: null, passphrase });
    await desk.calls['vault.lock']({});
    for (const isByHand of [true, false]) {
      const unlocking = desk.calls['vault.unlock']({ passphrase });
      if (isByHand) await desk.calls['vault.lock']({});
      else desk.lockIfIdle(10_000);
      await unlocking;
      expect(windowLock.isLocked()).toBe(true);
    }
    await desk.calls['vault.unlock']({ passphrase });
    expect(windowLock.isLocked()).toBe(false);
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

describe('a recovery passphrase that was forgotten', () => {
  const [forgotten, next] = ['a long phrase nobody remembers', 'a long phrase kept on paper'];
  const replace = (desk: ReturnType<typeof setting>['desk'], current: string | null = null) =>
    failureOf(Promise.resolve(desk.calls['vault.setRecovery']({ current, passphrase: next })));

  it('is replaced after a native yes, as long as the keychain opens the vault; then it opens nothing', async () => {
    const folder = await newFolder();
    const { desk, vault, questions, person } = setting(folder, testKeychain());
    await desk.open();
    await desk.calls['vault.setRecovery']({ current: null, passphrase: forgotten });
    await vault().write(thing, 'one', { refreshToken: 'first' });
    person.says = false;
    expect(await replace(desk)).toEqual({ code: 'change-declined' });
    expect(await vault().keys.roleOf(forgotten)).toBe('recovery');
    // Who types one is held to it.
    expect(await replace(desk, 'a long phrase that is wrong')).toEqual({ code: 'passphrase-wrong' });
    person.says = true;
    await desk.calls['vault.setRecovery']({ current: null, passphrase: next });
    expect(questions).toEqual(['set-recovery', 'replace-recovery', 'replace-recovery']);
    expect(await vault().keys.roleOf(next)).toBe('recovery');
    expect(await vault().keys.roleOf(forgotten)).toBeNull();
    desk.release();

    // On the disk neither the newest key file nor the generation before opens with it.
    for (const name of ['key.json', 'key.json.previous']) {
      const copy = await newFolder();
      await mkdir(copy);
      for (const file of await readdir(folder)) {
        if (!file.startsWith('key.json')) await copyFile(join(folder, file), join(copy, file));
      }
      await copyFile(join(folder, name), join(copy, 'key.json'));
      const other = setting(copy, 'unavailable');
      await other.desk.open();
      const opened = (each: string) =>
        failureOf(Promise.resolve(other.desk.calls['vault.unlock']({ passphrase: each })));
      expect(await opened(forgotten), name).toEqual({ code: 'passphrase-wrong' });
      await other.desk.calls['vault.unlock']({ passphrase: next });
      expect(other.vault().read(thing, 'one')).toEqual({ refreshToken: 'first' });
      other.desk.release();
    }
  }, 60_000);

  it('is not where a passphrase opens the vault: that one is asked', async () => {
    const { desk, vault, questions } = setting(await newFolder(), 'unavailable');
    await desk.open();
    await desk.calls['vault.create']({ passphrase });
    await desk.calls['vault.setRecovery']({ current: passphrase, passphrase: forgotten });
    expect(await replace(desk)).toEqual({ code: 'passphrase-wrong' });
    expect(await vault().keys.roleOf(forgotten)).toBe('recovery');
    expect(questions).toEqual([]);
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
