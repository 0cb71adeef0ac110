import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { VaultError } from '../../electron/vault/errors.ts';
import { nodeFileSystem } from '../../electron/vault/file-system.ts';
import type { Keychain } from '../../electron/vault/key-file.ts';
import { kind } from '../../electron/vault/kind.ts';
import { openVault, type Vault, type VaultOpening } from '../../electron/vault/vault.ts';
import { contentsOf, crashAt, errno, faulty, ForgetfulDisk, temporaryFolder, testKeychain } from './vault-faults.ts';

const thing = kind('thing', z.strictObject({ refreshToken: z.string() }));
const kinds = [thing];

function ready(opening: VaultOpening): Vault {
  if (opening.state !== 'ready') throw new Error(`not ready: ${JSON.stringify(opening)}`);
  return opening.vault;
}

/** A vault with one record in it, closed again. */
async function madeVault(keychain: Keychain): Promise<{ folder: string; keyFile: string }> {
  const folder = join(await temporaryFolder(), 'vault');
  await ready(await openVault({ folder, keychain, kinds })).write(thing, 'one', { refreshToken: 'first' });
  return { folder, keyFile: join(folder, 'key.json') };
}

async function editKeyFile(path: string, change: (file: Record<string, unknown>) => object): Promise<void> {
  const file = z.record(z.string(), z.unknown()).parse(JSON.parse(await readFile(path, 'utf8')));
  await writeFile(path, JSON.stringify(change(file)));
}

/** Opens, expects `opening`, and expects that not one byte in the folder has changed. */
async function expectUntouched(folder: string, keychain: Keychain | 'unavailable', opening: object): Promise<void> {
  const before = await contentsOf(folder);
  expect(await openVault({ folder, keychain, kinds })).toMatchObject(opening);
  expect(await contentsOf(folder)).toEqual(before);
}

describe('the first run', () => {
  it('makes a key that opens the vault again, kept by the keychain as one line of base64', async () => {
    const keychain = testKeychain();
    const { folder } = await madeVault(keychain);
    expect(keychain.given).toHaveLength(1);
    expect(keychain.given[0]).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    const opening = await openVault({ folder, keychain, kinds });
    expect(opening).toMatchObject({ state: 'ready', notices: [] });
    expect(ready(opening).read(thing, 'one')).toEqual({ refreshToken: 'first' });
  });

  it('has the key on the disk before it is ready', async () => {
    const folder = join(await temporaryFolder(), 'vault');
    await openVault({ folder, keychain: testKeychain(), kinds });
    expect((await readdir(folder)).sort()).toEqual(['key.json', 'witness.sealed']);
  });

  it.skipIf(process.platform === 'win32')(
    'keeps folder and files for their owner, in a folder that was open too',
    async () => {
      const { folder } = await madeVault(testKeychain());
      expect((await stat(folder)).mode & 0o777).toBe(0o700);
      for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);

      const wide = join(await temporaryFolder(), 'vault');
      await mkdir(wide);
      await chmod(wide, 0o755);
      await openVault({ folder: wide, keychain: testKeychain(), kinds });
      expect((await stat(wide)).mode & 0o777).toBe(0o700);
    },
  );

  it('makes nothing without a keychain that keeps a secret', async () => {
    const folder = await temporaryFolder();
    const none = { state: 'no-vault-yet', reason: 'no-keychain' };
    await expectUntouched(folder, 'unavailable', none);
    await expectUntouched(folder, testKeychain({ backend: 'basic_text' }), none);
    expect(await readdir(folder)).toEqual([]);
  });

  it('makes nothing with a keychain that is locked, refuses, or gives back another text', async () => {
    const folder = await temporaryFolder();
    const good = testKeychain();
    const locked = (): Promise<never> => Promise.reject(new VaultError('keychain-locked', 'test'));
    const broken = (): Promise<never> => Promise.reject(new Error('canary-in-keychain-error'));
    const other = (): Promise<{ text: string; reseal: boolean }> => Promise.resolve({ text: 'other', reseal: false });
    await expectUntouched(folder, { ...good, seal: locked }, { state: 'no-vault-yet', reason: 'keychain-locked' });
    await expectUntouched(folder, { ...good, seal: broken }, { state: 'no-vault-yet', reason: 'keychain-refused' });
    await expectUntouched(folder, { ...good, open: other }, { state: 'no-vault-yet', reason: 'keychain-refused' });
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EROFS', 'no-permission'],
    ['EIO', 'disk-error'],
  ])('says so when the disk answers %s', async (code, reason) => {
    const folder = join(await temporaryFolder(), 'vault');
    const fs = faulty(nodeFileSystem(), ({ operation }) => (operation === 'create' ? errno(code) : undefined));
    expect(await openVault({ folder, keychain: testKeychain(), kinds, fs })).toMatchObject({
      state: 'unavailable',
      reason,
    });
    ready(await openVault({ folder, keychain: testKeychain(), kinds }));
  });

  it('never loses key or record wherever the power goes, from the first key to the first replaced record', async () => {
    const keychain = testKeychain();
    let finished = false;
    let cuts = 0;
    for (let n = 1; !finished; n++) {
      const disk = ForgetfulDisk.holding(new Map());
      let durable = 'none';
      const run = async (): Promise<void> => {
        const vault = ready(await openVault({ folder: '/v', keychain, kinds, fs: faulty(disk, crashAt(n)) }));
        for (const refreshToken of ['first', 'second']) {
          await vault.write(thing, 'one', { refreshToken });
          durable = refreshToken;
        }
      };
      finished = await run().then(
        () => true,
        () => false,
      );
      for (const files of disk.afterPowerCut()) {
        cuts++;
        const vault = ready(await openVault({ folder: '/v', keychain, kinds, fs: ForgetfulDisk.holding(files) }));
        const found = vault.read(thing, 'one')?.refreshToken ?? 'none';
        const possible = { none: ['none', 'first'], first: ['first', 'second'], second: ['second'] }[durable];
        expect(possible, `power cut at call ${n}`).toContain(found);
        expect(vault.unreadable).toEqual([]);
      }
    }
    expect(cuts).toBeGreaterThan(30);
    expect(keychain.given.length).toBeGreaterThan(20);
  });
});

describe('a key file that cannot be used', () => {
  it('is corrupt when cut at any place, and stays as it is', async () => {
    const keychain = testKeychain();
    const { folder, keyFile } = await madeVault(keychain);
    const whole = await readFile(keyFile);
    // The last two bytes are the closing brace and a newline; without the newline alone it is still whole.
    for (let length = 0; length < whole.length - 1; length += 7) {
      await writeFile(keyFile, whole.subarray(0, length));
      await expectUntouched(folder, keychain, { state: 'corrupt', problems: [{ file: 'key.json', why: 'damaged' }] });
    }
    await writeFile(keyFile, whole);
    expect(ready(await openVault({ folder, keychain, kinds })).read(thing, 'one')).toEqual({ refreshToken: 'first' });
  });

  it('is corrupt when it is gone while a record, or only its older generation, is there', async () => {
    const keychain = testKeychain();
    const { folder, keyFile } = await madeVault(keychain);
    await rm(keyFile);
    const missing = { state: 'corrupt', problems: [{ file: 'key.json', why: 'missing' }] };
    await expectUntouched(folder, keychain, missing);
    const record = join(folder, 'thing-one.sealed');
    await writeFile(`${record}.previous`, await readFile(record));
    await rm(record);
    await expectUntouched(folder, keychain, missing);
  });

  it('is corrupt when it claims a keychain that keeps nothing, or holds what is not base64', async () => {
    const keychain = testKeychain();
    const corrupt = { state: 'corrupt', problems: [{ file: 'key.json', why: 'damaged' }] };
    const wrap = { by: 'keychain', backend: 'test_store', wrapped: 'AAAA' };
    for (const change of [
      { wraps: [{ ...wrap, backend: 'basic_text' }] },
      { wraps: [{ ...wrap, wrapped: 'two\nlines' }] },
      { wraps: [] },
      { wraps: [wrap, { by: 'somebody' }] },
      { vaultId: 'not-an-id' },
      { check: '' },
      { version: 0 },
    ]) {
      const { folder, keyFile } = await madeVault(keychain);
      await editKeyFile(keyFile, (file) => ({ ...file, ...change }));
      await expectUntouched(folder, keychain, corrupt);
    }
  });

  it('says which version it has when it is a newer program’s', async () => {
    const keychain = testKeychain();
    const { folder, keyFile } = await madeVault(keychain);
    await editKeyFile(keyFile, () => ({ version: 7, wrappings: [] }));
    await expectUntouched(folder, keychain, { state: 'newer-version', version: 7 });
  });
});

describe('a keychain that does not give the key', () => {
  it('is unavailable without one, or with one that hides nothing', async () => {
    const { folder } = await madeVault(testKeychain());
    const none = { state: 'unavailable', reason: 'no-keychain' };
    await expectUntouched(folder, 'unavailable', none);
    await expectUntouched(folder, testKeychain({ backend: 'basic_text' }), none);
  });

  it('is unavailable with another one of the same sort, and with a locked one', async () => {
    const keychain = testKeychain();
    const { folder } = await madeVault(keychain);
    await expectUntouched(folder, testKeychain(), { state: 'unavailable', reason: 'keychain-refused' });
    const open = (): Promise<never> => Promise.reject(new VaultError('keychain-locked', 'test'));
    await expectUntouched(folder, { ...keychain, open }, { state: 'unavailable', reason: 'keychain-locked' });
  });

  it('says which keychain sealed it and which is here', async () => {
    const { folder } = await madeVault(testKeychain({ backend: 'gnome_libsecret' }));
    const opening = { state: 'backend-changed', was: 'gnome_libsecret', is: 'kwallet6' };
    await expectUntouched(folder, testKeychain({ backend: 'kwallet6' }), opening);
  });

  it('takes no key that does not open the check record', async () => {
    const keychain = testKeychain();
    const { folder } = await madeVault(keychain);
    for (const text of [randomBytes(32).toString('base64'), randomBytes(31).toString('base64'), '']) {
      const open = (): Promise<{ text: string; reseal: boolean }> => Promise.resolve({ text, reseal: false });
      await expectUntouched(folder, { ...keychain, open }, { state: 'wrong-key', against: 'key-file' });
    }
  });
});

describe('a keychain that asks for the key to be sealed anew', () => {
  it('gets the same key, and the old sealing stays as the previous generation', async () => {
    const keychain = testKeychain();
    const { folder, keyFile } = await madeVault(keychain);
    const before = await readFile(keyFile);
    const opening = await openVault({
      folder,
      kinds,
      keychain: { ...keychain, open: async (sealed) => ({ ...(await keychain.open(sealed)), reseal: true }) },
    });
    expect(opening).toMatchObject({ state: 'ready', notices: [] });
    expect(keychain.given).toHaveLength(2);
    expect(keychain.given[1]).toBe(keychain.given[0]);
    expect(await readFile(keyFile)).not.toEqual(before);
    expect(await readFile(`${keyFile}.previous`)).toEqual(before);

    // And a damaged newest key file is then no loss.
    await truncate(keyFile, 20);
    const afterDamage = await contentsOf(folder);
    const second = await openVault({ folder, keychain, kinds });
    expect(second).toMatchObject({ state: 'ready', notices: ['key-file-previous-used'] });
    expect(ready(second).read(thing, 'one')).toEqual({ refreshToken: 'first' });
    expect(await contentsOf(folder)).toEqual(afterDamage);
  });

  it('opens all the same when that fails', async () => {
    const keychain = testKeychain();
    const { folder } = await madeVault(keychain);
    const before = await contentsOf(folder);
    const opening = await openVault({
      folder,
      kinds,
      keychain: {
        ...keychain,
        seal: () => Promise.reject(new Error('no')),
        open: async (sealed) => ({ ...(await keychain.open(sealed)), reseal: true }),
      },
    });
    expect(opening).toMatchObject({ state: 'ready', notices: ['key-reseal-failed'] });
    expect(ready(opening).read(thing, 'one')).toEqual({ refreshToken: 'first' });
    expect(await contentsOf(folder)).toEqual(before);
  });
});

it('holds a data key of 256 random bits: another vault’s key opens nothing', async () => {
  const keychain = testKeychain();
  const [one, two] = [await madeVault(keychain), await madeVault(keychain)];
  expect(Buffer.from(keychain.given[0] ?? '', 'base64')).toHaveLength(32);
  expect(keychain.given[0]).not.toBe(keychain.given[1]);
  await writeFile(join(two.folder, 'thing-one.sealed'), await readFile(join(one.folder, 'thing-one.sealed')));
  const vault = ready(await openVault({ folder: two.folder, keychain, kinds }));
  expect(vault.unreadable).toMatchObject([{ file: 'thing-one.sealed', why: 'damaged', usedPrevious: false }]);
});
