import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeDurably } from '../../electron/vault/durable-file.ts';
import { nodeFileSystem } from '../../electron/vault/file-system.ts';
import { accountKind } from '../../electron/accounts/records.ts';
import { readKeyFile } from '../../electron/vault/key-file.ts';
import { accountRecord, applicationRecord, grantRecord } from '../fixtures/transfer-records.ts';
import { resultOf } from '../bench/bench-entry.ts';
import { createFaultyDisk } from '../soak/fault-disk.ts';
import type { JobOrder, SoakOpener } from '../soak/job-order.ts';
import { killJobs, type KillPlan } from '../soak/kill-jobs.ts';
import { createKillLedger, type KillLedger } from '../soak/kill-ledger.ts';
import type { KillEvent } from '../soak/kill-events.ts';
import { medianOf } from '../soak/median.ts';
import { makeOldVault } from '../soak/old-vault.ts';
import { createRandom } from '../soak/random.ts';
import { soakOptions } from '../soak/soak-options.ts';
import type { SoakResult } from '../soak/soak-entry.ts';
import { openSoakVault } from '../soak/soak-vault.ts';
import { losingUnsynced, tellingDurable } from '../soak/watched-file-system.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'taxpass-harness-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const open = (obtainedAt: number): KillEvent => ({ kind: 'open', accounts: [{ id: 'a', obtainedAt }], unreadable: 0 });
const sent: KillEvent = { kind: 'sent', id: 'a', at: 10 };
const answered: KillEvent = { kind: 'answered', id: 'a', status: 200 };
const durable: KillEvent = { kind: 'durable', id: 'a', at: 17 };
const refused: KillEvent = { kind: 'refused', id: 'a', code: 'signin-needed answer-lost' };

function ledgerAfter(isStrict: boolean, ...steps: ReadonlyArray<KillEvent | 'kill'>): KillLedger {
  const ledger = createKillLedger(['a'], isStrict);
  for (const step of steps) {
    if (step === 'kill') ledger.killed();
    else ledger.take(step);
  }
  return ledger;
}

test('strict single use: a loss is unavoidable only if its kill fell between sending and fsync', () => {
  for (const inWindow of [[sent], [sent, answered]]) {
    const { failures, unavoidable, killsInWindow } = ledgerAfter(true, ...inWindow, 'kill', open(0), refused).verdict();
    expect([failures, unavoidable, killsInWindow]).toEqual([[], 1, 1]);
  }
  for (const outside of [[], [sent, answered, durable]]) {
    const { failures, unavoidable } = ledgerAfter(true, ...outside, 'kill', open(0), refused).verdict();
    expect(unavoidable).toBe(0);
    expect(failures).toHaveLength(1);
  }
});

test('a write that is durable before the answer came does not end the window', () => {
  const { failures, unavoidable } = ledgerAfter(true, sent, durable, 'kill', open(0), refused).verdict();
  expect([failures, unavoidable]).toEqual([[], 1]);
});

test('with a grace no loss is unavoidable', () => {
  const { failures, unavoidable } = ledgerAfter(false, sent, 'kill', open(0), refused).verdict();
  expect(unavoidable).toBe(0);
  expect(failures).toEqual(['a: cannot be renewed (signin-needed answer-lost), killed in the window']);
});

test('a doubt outlives further kills until the account is renewed', () => {
  const again = ledgerAfter(true, sent, 'kill', open(0), 'kill', open(0), refused);
  expect(again.verdict().unavoidable).toBe(1);
  const renewed = ledgerAfter(true, sent, 'kill', open(0), sent, answered, durable, 'kill', open(0), refused);
  expect(renewed.verdict()).toMatchObject({ unavoidable: 0, windowsMs: [7] });
  expect(renewed.verdict().failures).toHaveLength(1);
});

test('shown as renewed and not kept, gone, unreadable and not open are failures', () => {
  const shown: KillEvent = { kind: 'shown', id: 'a', obtainedAt: 500 };
  expect(ledgerAfter(true, shown, 'kill', open(500)).verdict().failures).toEqual([]);
  expect(ledgerAfter(true, shown, 'kill', open(499)).verdict().failures).toHaveLength(1);
  expect(ledgerAfter(true, { kind: 'open', accounts: [], unreadable: 0 }).verdict().failures).toEqual(['a: deleted']);
  expect(ledgerAfter(true, { kind: 'gone', id: 'a' }).verdict().failures).toHaveLength(1);
  expect(ledgerAfter(true, { kind: 'not-open', state: 'corrupt' }).verdict().failures).toHaveLength(1);
  const unreadable: KillEvent = { kind: 'open', accounts: [{ id: 'a', obtainedAt: 0 }], unreadable: 2 };
  expect(ledgerAfter(true, unreadable).verdict().failures).toHaveLength(1);
});

test('bytes that were not synced are lost, those that were are not', async () => {
  const folder = await temporaryFolder();
  const fs = losingUnsynced(nodeFileSystem());
  await writeDurably(fs, join(folder, 'synced'), Buffer.from('kept'));
  const hasty = {
    ...fs,
    create: async (path: string) => ({ ...(await fs.create(path)), sync: () => Promise.resolve() }),
  };
  await writeDurably(hasty, join(folder, 'unsynced'), Buffer.from('lost'));
  expect(await readFile(join(folder, 'synced'), 'utf8')).toBe('kept');
  expect(await readFile(join(folder, 'unsynced'), 'utf8')).toBe('');
});

test('a file is told durable once its folder is synced after the rename, and not before', async () => {
  const folder = await temporaryFolder();
  const told: string[] = [];
  const seenBeforeSync: string[][] = [];
  const real = nodeFileSystem();
  const fs = tellingDurable(
    {
      ...real,
      syncFolder: (path) => {
        seenBeforeSync.push([...told]);
        return real.syncFolder(path);
      },
    },
    (file) => told.push(file),
  );
  await writeDurably(fs, join(folder, 'account-1.sealed'), Buffer.from('x'));
  expect(seenBeforeSync).toEqual([[]]);
  expect(told).toEqual(['account-1.sealed']);
});

test('the disk fails at the call, of the write, that it was told', async () => {
  const folder = await temporaryFolder();
  const disk = createFaultyDisk(nodeFileSystem());
  const path = join(folder, 'account-1.sealed');
  const write = (text: string) => writeDurably(disk.fs, path, Buffer.from(text));
  await write('0');
  disk.fail({ operation: 'rename', errno: 'EIO', write: 2, call: 2 });
  await write('1');
  expect(disk.hasFailed()).toBe(false);
  await expect(write('2')).rejects.toThrow('disk-error');
  expect(disk.hasFailed()).toBe(true);
  await write('3');
  expect(await readFile(path, 'utf8')).toBe('3');
  expect((await readdir(folder)).sort()).toEqual(['account-1.sealed', 'account-1.sealed.previous']);
});

test('a write counts as durable once a sync of its folder went well; after one that failed, only when written anew', async () => {
  const folder = join(await temporaryFolder(), 'vault');
  await mkdir(folder);
  const disk = createFaultyDisk(nodeFileSystem());
  const file = 'account-1.sealed';
  const write = (name: string) => writeDurably(disk.fs, join(folder, name), Buffer.from('x'));
  disk.fail({ operation: 'syncFolder', errno: 'EIO', write: 1, call: 1 });
  await expect(write(file)).rejects.toThrow('not-durable');
  expect(disk.isDurable(file)).toBe(false);
  disk.fail(null);
  await write('account-2.sealed');
  expect([disk.isDurable('account-2.sealed'), disk.isDurable(file)]).toEqual([true, false]);
  await write(file);
  expect(disk.isDurable(file)).toBe(true);
});

test('a seed repeats its numbers, and each part has its own', () => {
  const draw = (seed: number, name: string) => Array.from({ length: 5 }, createRandom(seed).named(name).unit);
  expect(draw(7, 'a')).toEqual(draw(7, 'a'));
  expect(draw(7, 'a')).not.toEqual(draw(8, 'a'));
  expect(draw(7, 'a')).not.toEqual(draw(7, 'b'));
  const random = createRandom(1);
  const many = Array.from({ length: 2000 }, () => random.below(10));
  expect(new Set(many)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
});

test('medians and results', () => {
  expect([medianOf([]), medianOf([3]), medianOf([9, 1, 4]), medianOf([4, 1, 2, 3])]).toEqual([null, 3, 4, 2.5]);
  expect(resultOf('ms', 'bare', [4, 6, 5], [2, 2.5, 3])).toEqual({
    value: 5,
    unit: 'ms',
    reference: 'bare',
    referenceValue: 2.5,
    ratio: 2,
    runs: 3,
  });
});

test('the soak is called with a file, and repeats a seed', () => {
  expect(soakOptions(['--out', 'f', '--minutes', '3', '--seed', '9', '--only', 'a,b'])).toEqual({
    out: 'f',
    minutes: 3,
    seed: 9,
    only: ['a', 'b'],
  });
  expect(soakOptions(['--out', 'f'])).toMatchObject({ minutes: null, only: null });
  for (const wrong of [[], ['--out', 'f', '--minutes', 'soon'], ['--what']]) expect(soakOptions(wrong)).toBeNull();
});

test('a vault of the first version is one: its key file and accounts have no version 2, and it opens', async () => {
  const folder = join(await temporaryFolder(), 'vault');
  const account = accountRecord({ id: 'a', certificateId: null, grant: grantRecord(Date.UTC(2026, 6, 1)) });
  await makeOldVault(folder, applicationRecord(), [account]);
  expect(readKeyFile(await readFile(join(folder, 'key.json')))).toMatchObject({ vaultId: null });
  expect((await readdir(folder)).sort()).toEqual(['account-a.sealed', 'application-application.sealed', 'key.json']);
  const before = await readFile(join(folder, 'account-a.sealed'));
  const { vault } = await openSoakVault(folder);
  const sealed = { kind: 'account', id: 'a' };
  const stored = JSON.parse(Buffer.from(vault.sealer.open(sealed, before)).toString()) as { value: object };
  expect(stored).toMatchObject({ version: 1 });
  expect(stored.value).not.toHaveProperty('recipients');
  expect(vault.read(accountKind, 'a')).toEqual(account);
  expect(readKeyFile(await readFile(join(folder, 'key.json')))).not.toMatchObject({ vaultId: null });
});

/** Kills changes of the recovery passphrase of a vault that the keychain opens; judged as told. */
async function killed(opener: SoakOpener, wrong: string | null): Promise<SoakResult> {
  const plan: KillPlan = {
    name: 'harness',
    killsAtLeast: 1,
    prepare: async (folder) => {
      const vaultFolder = join(folder, 'vault');
      await openSoakVault(vaultFolder);
      const change = { act: 'set-recovery', passphrase: 'a recovery passphrase' } as const;
      const order: JobOrder = { job: 'keys', change, opener, passphrase: '', now: 0, vaultFolder };
      return () => Promise.resolve({ order, kills: 1, judge: () => Promise.resolve(wrong) });
    },
  };
  const folder = await temporaryFolder();
  return killJobs(plan, { random: createRandom(1), folder, until: 0, log: () => undefined });
}

test(
  'an act is killed until it was hit often enough, and what is found wrong counts',
  { timeout: 60_000 },
  async () => {
    const sound = await killed({ by: 'keychain' }, null);
    expect(sound).toMatchObject({ failed: 0, failures: [] });
    expect(sound.tried).toBeGreaterThanOrEqual(1);
    const broken = await killed({ by: 'keychain' }, 'lost');
    expect(broken.failed).toBeGreaterThanOrEqual(broken.tried);
  },
);

test('an act that ends by itself, and not well, counts as failed', { timeout: 60_000 }, async () => {
  const { tried, failed, failures } = await killed({ by: 'passphrase', passphrase: 'another' }, null);
  expect(failed).toBeGreaterThan(tried);
  expect(JSON.stringify(failures)).toContain('the process ended by itself');
});
