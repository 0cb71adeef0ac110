import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createBackup } from '../../electron/accounts/backup.ts';
import { recordKinds, type AccountRecord } from '../../electron/accounts/records.ts';
import { createStore, type Store } from '../../electron/accounts/store.ts';
import { readContents, writeContents, type TransferContents } from '../../electron/accounts/transfer-contents.ts';
import { exportMove } from '../../electron/accounts/transfer-export.ts';
import { importContents } from '../../electron/accounts/transfer-import.ts';
import { compareGrants } from '../../electron/accounts/transfer-merge.ts';
import { deriveKey, newDerivation } from '../../electron/transfer/passphrase-key.ts';
import { openTransfer, sealTransfer } from '../../electron/transfer/transfer-file.ts';
import { writeWhole } from '../../electron/transfer/write-whole.ts';
import { nodeFileSystem, type VaultFileSystem } from '../../electron/vault/file-system.ts';
import { describeCertificate } from '../../electron/certificates/describe.ts';
import { openVault, type Vault } from '../../electron/vault/vault.ts';
import { makeCertificate } from '../fixtures/make-p12.ts';
import { accountRecord, applicationRecord, certificateRecord, grantRecord } from '../fixtures/transfer-records.ts';
import { crashAt, failAt, faulty, ForgetfulDisk, temporaryFolder, testKeychain, type Fault } from './vault-faults.ts';

const passphrase = 'four words nobody knows';
const T = Date.UTC(2026, 6, 1);
const DAY = 86_400_000;
/** After every token of these tests was issued. */
const later = T + 100 * DAY;
const cheap = () => ({ ...newDerivation(), N: 2 ** 10 });
const { certPem } = makeCertificate({ subject: '/CN=POPESCU ANA', key: 'P-256' });
const contents: TransferContents = {
  certificates: [certificateRecord(certPem, describeCertificate(certPem).fingerprint)],
  applications: [applicationRecord()],
  accounts: [1, 2].map((number) =>
    accountRecord({ id: `account-${number}`, certificateId: null, grant: grantRecord(T + number * DAY) }),
  ),
};

/** A computer: a vault, and a folder its user can choose. */
type Computer = {
  readonly vaultFolder: string;
  readonly usb: string;
  readonly keychain: ReturnType<typeof testKeychain>;
};

async function newComputer(): Promise<Computer> {
  const folder = await temporaryFolder();
  const usb = join(folder, 'usb');
  await mkdir(usb);
  return { vaultFolder: join(folder, 'vault'), usb, keychain: testKeychain() };
}

async function start(computer: Computer, fs: VaultFileSystem): Promise<{ store: Store; vault: Vault }> {
  const { vaultFolder: folder, keychain } = computer;
  const opening = await openVault({ folder, keychain, kinds: recordKinds, fs });
  if (opening.state !== 'ready') throw new Error(opening.state);
  const live = { isRenewing: () => false, now: () => T };
  return { store: createStore(opening.vault, () => undefined, live), vault: opening.vault };
}

/** Started again on a disk that works: everything must be readable. */
async function restart(computer: Computer): Promise<Store> {
  const { store, vault } = await start(computer, nodeFileSystem());
  expect(vault.unreadable).toEqual([]);
  return store;
}

async function fill(store: Store, { certificates, applications, accounts }: TransferContents): Promise<void> {
  for (const one of certificates) await store.saveCertificate(one);
  for (const one of applications) await store.saveApplication(one);
  for (const one of accounts) await store.saveAccount(one);
}

/** Faults only once it is told to: what comes before is not what is tested. */
function faultyLater(fault: Fault): { fs: VaultFileSystem; begin: () => void; calls: () => number } {
  let begun = false;
  let calls = 0;
  const fs = faulty(nodeFileSystem(), (call) => (begun ? fault({ ...call, number: ++calls }) : undefined));
  return { fs, begin: () => void (begun = true), calls: () => calls };
}

const deps = (store: Store, fs: VaultFileSystem) => ({
  store: () => store,
  fs,
  isBusy: () => false,
  newDerivation: cheap,
  version: '1',
  now: () => T,
});

const accountIds = contents.accounts.map(({ id }) => id);

/** Runs `act` with a fault at its first call, then its second, and so on until it ends without meeting it. */
async function atEachCall(
  faultAt: (n: number) => Fault,
  act: (disk: ReturnType<typeof faultyLater>, n: number) => Promise<void>,
): Promise<number> {
  for (let n = 1; ; n++) {
    const disk = faultyLater(faultAt(n));
    await act(disk, n);
    if (disk.calls() < n) return n - 1;
  }
}

/** What stands under the file's name: nothing, or a whole file; never a part. */
async function whatStands(path: string): Promise<TransferContents | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes && readContents(await openTransfer(bytes, passphrase), '1');
}

const faults: [string, (n: number) => Fault][] = [
  ['the process dying', crashAt],
  ['the disk being full', (n) => failAt(n, 'ENOSPC')],
  ['the disk failing', (n) => failAt(n, 'EIO')],
  [
    'the disk failing from then on',
    (n) =>
      ({ number }) =>
        number >= n ? Object.assign(new Error(), { code: 'EIO' }) : undefined,
  ],
];

it.each(faults)('a move never leaves two computers renewing: %s, at each step', async (_name, faultAt) => {
  const steps = await atEachCall(faultAt, async (disk, n) => {
    const computer = await newComputer();
    const { store } = await start(computer, disk.fs);
    await fill(store, contents);
    const path = join(computer.usb, 'move.taxpass');
    disk.begin();
    const failure = await exportMove(deps(store, disk.fs), { path, accountIds, passphrase }).then(
      () => null,
      (error: unknown) => error,
    );
    const file = await whatStands(path);
    const after = (await restart(computer)).accounts();
    expect(after.map(({ grant }) => grant)).toEqual(contents.accounts.map(({ grant }) => grant));
    if (file !== null) {
      expect(file.accounts).toEqual(contents.accounts);
      expect(
        after.map(({ standing }) => standing),
        `step ${n}`,
      ).toEqual(['moved', 'moved']);
    }
    if (failure === null) expect(file).not.toBeNull();
  });
  expect(steps).toBeGreaterThan(10);
});

it('a move that fails goes back: every account is renewed here again, and no file stands', async () => {
  let wentBack = 0;
  await atEachCall(
    (n) => failAt(n, 'ENOSPC'),
    async (disk) => {
      const computer = await newComputer();
      const { store } = await start(computer, disk.fs);
      await fill(store, contents);
      const path = join(computer.usb, 'move.taxpass');
      disk.begin();
      const failed = await exportMove(deps(store, disk.fs), { path, accountIds, passphrase }).catch(() => 'failed');
      const standings = store.accounts().map(({ standing }) => standing);
      if (failed !== 'failed') {
        expect(standings).toEqual(['moved', 'moved']);
        return;
      }
      expect(standings).toEqual(['here', 'here']);
      expect(await readdir(computer.usb)).toEqual([]);
      wentBack++;
    },
  );
  expect(wentBack).toBeGreaterThan(8);
});

it('an account whose tokens are being fetched is not moved, nor is one that begins while it is marked', async () => {
  const computer = await newComputer();
  const { store } = await start(computer, nodeFileSystem());
  await fill(store, contents);
  const path = join(computer.usb, 'move.taxpass');
  const here = () => store.accounts().map(({ standing }) => standing);
  const input = { path, accountIds, passphrase };
  const isBusy = (id: string): boolean => id === 'account-2';
  const busy = { failure: { code: 'transfer-busy', accounts: ['account-2'] } };
  await expect(exportMove({ ...deps(store, nodeFileSystem()), isBusy }, input)).rejects.toMatchObject(busy);
  // Begun between the first look and the mark: seen after it.
  const begun = (id: string): boolean => isBusy(id) && store.account(id).standing === 'moved';
  await expect(exportMove({ ...deps(store, nodeFileSystem()), isBusy: begun }, input)).rejects.toMatchObject(busy);
  await store.changeAccount('account-2', (account) => ({ ...account, refreshSent: { at: T, tries: 1 } }));
  await expect(exportMove(deps(store, nodeFileSystem()), input)).rejects.toMatchObject(busy);
  expect(here()).toEqual(['here', 'here']);
  expect(await readdir(computer.usb)).toEqual([]);
});

it('a file is whole under its name or not there, whenever the power goes', async () => {
  const bytes = Buffer.from('the whole file');
  for (let n = 1; n <= 7; n++) {
    const disk = ForgetfulDisk.holding(new Map([['usb/file', Buffer.from('the old file')]]));
    await writeWhole(faulty(disk, crashAt(n)), 'usb/file', bytes).catch(() => undefined);
    for (const names of disk.afterPowerCut()) {
      expect(['the old file', 'the whole file']).toContain(names.get('usb/file')?.toString());
    }
  }
  const disk = ForgetfulDisk.holding(new Map());
  await writeWhole(disk, 'usb/file', bytes);
  expect(disk.afterPowerCut().map((names) => names.get('usb/file')?.toString())).toEqual(['the whole file']);
});

/** What the other computer has already: one account of the file with newer tokens, one with older. */
const already: AccountRecord[] = contents.accounts.map((account, index) => ({
  ...account,
  grant: grantRecord(index === 0 ? T + 30 * DAY : T - 30 * DAY),
}));
const terms = { importedAs: 'here', purpose: 'move', now: later } as const;

it.each(faults)('an import that ends early leaves whole records and can be done again: %s', async (_name, faultAt) => {
  const steps = await atEachCall(faultAt, async (disk) => {
    const computer = await newComputer();
    const { store } = await start(computer, disk.fs);
    await fill(store, { certificates: [], applications: [], accounts: already });
    disk.begin();
    await importContents(deps(store, disk.fs), contents, terms).catch(() => undefined);

    const again = await restart(computer);
    for (const before of already) {
      const verdict = compareGrants(again.account(before.id).grant, before.grant, later);
      expect(['same', 'newer']).toContain(verdict);
    }
    await importContents(deps(again, nodeFileSystem()), contents, terms);
    expect(again.certificates()).toEqual(contents.certificates);
    expect(again.applications()).toEqual(contents.applications);
    expect(again.account('account-1').grant).toEqual(already[0]?.grant);
    expect(again.account('account-2').grant).toEqual(contents.accounts[1]?.grant);
  });
  expect(steps).toBeGreaterThan(10);
});

it('an import never replaces a pair that was renewed while it ran, nor one that is being renewed', async () => {
  const computer = await newComputer();
  const { store } = await start(computer, nodeFileSystem());
  const old = accountRecord({ id: 'account-1', certificateId: null, grant: grantRecord(T - DAY) });
  await store.saveAccount(old);
  const renewed = grantRecord(T + 60 * DAY);
  const racing: Store = {
    ...store,
    // The renewal's own write comes first, after the import has compared the two.
    changeAccount: async (id, change) => {
      await store.changeAccount(id, (current) => ({ ...current, grant: renewed }));
      await store.changeAccount(id, change);
    },
  };
  const outcomes = await importContents({ store: () => racing, isBusy: () => false }, contents, terms);
  expect(store.account('account-1').grant).toEqual(renewed);
  expect(outcomes[0]).toEqual({ fileId: 'account-1', outcome: 'older' });

  // A pair that is renewed here and lives gives way to nothing that is only to be looked at, however new that is.
  const looking = { ...terms, importedAs: 'only-looking' } as const;
  const whole = { store: () => store, isBusy: () => false };
  for (const [issuedAt, outcome] of [
    [T - DAY, 'left'],
    [T, 'kept'],
    [T + 60 * DAY, 'older'],
  ] as const) {
    const here = { ...old, grant: outcome === 'kept' ? (contents.accounts[0]?.grant ?? null) : grantRecord(issuedAt) };
    await store.saveAccount(here);
    expect((await importContents(whole, contents, looking))[0]).toEqual({ fileId: 'account-1', outcome });
    expect(store.account('account-1')).toEqual(here);
  }

  await store.saveAccount(old);
  const busy = await importContents({ store: () => store, isBusy: (id) => id === 'account-1' }, contents, terms);
  expect(busy[0]).toEqual({ fileId: 'account-1', outcome: 'busy' });
  expect(store.account('account-1').grant).toEqual(old.grant);
});

/** Sealed by another plan, or by a person, in the same folder and under a name like ours. */
async function strangersFile(): Promise<Uint8Array> {
  const key = await deriveKey(passphrase, cheap());
  return sealTransfer(key, { purpose: 'backup', createdAt: T, program: '1' }, writeContents(contents));
}

it.each(faults)('a backup is whole or not there, and nobody else’s file is touched: %s', async (_name, faultAt) => {
  const strange = await strangersFile();
  const steps = await atEachCall(faultAt, async (disk) => {
    const computer = await newComputer();
    const { store } = await start(computer, disk.fs);
    await fill(store, contents);
    const clock = { now: T };
    const backupOn = (on: Store, fs: VaultFileSystem) =>
      createBackup({ onBackup: () => undefined, ...deps(on, fs), isReady: () => true, now: () => clock.now });
    const backup = backupOn(store, disk.fs);
    await backup.start(computer.usb, passphrase);
    await writeFile(join(computer.usb, 'taxpass-backup-2026-07-02.taxpass'), strange);
    await writeFile(join(computer.usb, 'taxpass-backup-2001-01-01.taxpass'), 'a note of my own');

    clock.now = T + DAY;
    await store.changeAccount('account-1', (account) => ({ ...account, grant: grantRecord(T + 90 * DAY) }));
    disk.begin();
    await backup.runIfDue();
    const check = async (): Promise<number> => {
      const names = await readdir(computer.usb);
      expect(await readFile(join(computer.usb, 'taxpass-backup-2001-01-01.taxpass'), 'utf8')).toBe('a note of my own');
      expect((await readFile(join(computer.usb, 'taxpass-backup-2026-07-02.taxpass'))).equals(strange)).toBe(true);
      const own = names.filter((name) => /^taxpass-backup-2026-07-0(1|2-2)\.taxpass$/.test(name));
      for (const name of own) expect((await whatStands(join(computer.usb, name)))?.accounts).toHaveLength(2);
      return own.length;
    };
    expect(await check()).toBeGreaterThanOrEqual(1);

    // The next start makes up for it.
    clock.now += 15 * 60_000;
    const again = await restart(computer);
    await backupOn(again, nodeFileSystem()).runIfDue();
    expect(await check()).toBe(2);
    expect(again.backupPlan()).toMatchObject({ lastFailure: null });
    const newest = await whatStands(join(computer.usb, 'taxpass-backup-2026-07-02-2.taxpass'));
    expect(newest?.accounts[0]?.grant).toEqual(grantRecord(T + 90 * DAY));
  });
  expect(steps).toBeGreaterThan(8);
});
