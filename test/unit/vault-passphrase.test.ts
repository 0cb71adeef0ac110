import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { VaultError } from '../../electron/vault/errors.ts';
import { nodeFileSystem, type VaultFileSystem } from '../../electron/vault/file-system.ts';
import type { Keychain } from '../../electron/vault/keychain.ts';
import { kind } from '../../electron/vault/kind.ts';
import { keyOfPassphrase, newKdf, usualCost } from '../../electron/vault/passphrase.ts';
import type { Opener } from '../../electron/vault/unlock.ts';
import { openVault, type Vault, type VaultOpening } from '../../electron/vault/vault.ts';
import { contentsOf, errno, faulty, temporaryFolder, testKeychain } from './vault-faults.ts';

const thing = kind('thing', z.strictObject({ refreshToken: z.string() }));
/** Low, so that hundreds of openings take seconds; one test below has the real one. */
const cost = { N: 16, r: 8, p: 1 };
const good = 'correct horse battery';
const better = 'staple of another sort';
const recovery = 'paper in the bank vault';

function open(
  folder: string,
  passphrase: string | null,
  options: { keychain?: Keychain; by?: Opener['by']; fs?: VaultFileSystem } = {},
): Promise<VaultOpening> {
  const { keychain = 'unavailable', by = 'passphrase', fs = nodeFileSystem() } = options;
  const opener = passphrase === null ? ({ by: 'keychain' } as const) : ({ by, passphrase } as Opener);
  return openVault({ folder, keychain, kinds: [thing], opener, cost, fs });
}

function ready(opening: VaultOpening): Vault {
  if (opening.state !== 'ready') throw new Error(`not ready: ${JSON.stringify(opening)}`);
  return opening.vault;
}

async function madeByPassphrase(): Promise<string> {
  const folder = join(await temporaryFolder(), 'vault');
  const vault = ready(await open(folder, good, { by: 'new-passphrase' }));
  await vault.write(thing, 'one', { refreshToken: 'first' });
  return folder;
}

async function madeByKeychain(keychain: Keychain): Promise<{ folder: string; vault: Vault }> {
  const folder = join(await temporaryFolder(), 'vault');
  const vault = ready(await open(folder, null, { keychain }));
  await vault.write(thing, 'one', { refreshToken: 'first' });
  return { folder, vault };
}

const wrong = { code: 'wrong-passphrase' };
const first = { refreshToken: 'first' };

describe('a vault that a passphrase opens', () => {
  it('is offered where nothing is stored and no keychain keeps a key, and made only with a passphrase', async () => {
    const folder = join(await temporaryFolder(), 'vault');
    expect(await open(folder, null)).toEqual({ state: 'no-vault-yet', reason: 'no-keychain' });
    await expect(readFile(join(folder, 'key.json'))).rejects.toThrow('ENOENT');
    ready(await open(folder, good, { by: 'new-passphrase' }));
  });

  it('is locked after a restart, refuses another passphrase, and opens with its own; nothing changes meanwhile', async () => {
    const folder = await madeByPassphrase();
    const before = await contentsOf(folder);
    expect(await open(folder, null)).toEqual({ state: 'locked', hasRecovery: false });
    expect(await open(folder, null, { keychain: testKeychain() })).toEqual({ state: 'locked', hasRecovery: false });
    for (const other of ['', 'Correct horse battery', `${good} `, better]) {
      await expect(open(folder, other), other).rejects.toMatchObject(wrong);
    }
    expect(ready(await open(folder, good)).read(thing, 'one')).toEqual(first);
    expect(await contentsOf(folder)).toEqual(before);
  });

  it('is never made over an existing one', async () => {
    const folder = await madeByPassphrase();
    const before = await contentsOf(folder);
    expect(await open(folder, better, { by: 'new-passphrase' })).toMatchObject({ state: 'locked' });
    expect(await contentsOf(folder)).toEqual(before);
  });

  it('has neither passphrase nor data key in its files', async () => {
    const folder = await madeByPassphrase();
    await ready(await open(folder, good)).keys.setRecovery(recovery);
    for (const [file, hex] of Object.entries(await contentsOf(folder))) {
      const text = Buffer.from(hex, 'hex').toString('latin1');
      for (const secret of [good, recovery]) {
        expect(text, file).not.toContain(secret);
        expect(text, file).not.toContain(Buffer.from(secret).toString('base64'));
      }
    }
  });

  it('changes it: the old one opens nothing any more, not even the generation before', async () => {
    const folder = await madeByPassphrase();
    await ready(await open(folder, good)).keys.usePassphrase(better);
    await expect(open(folder, good)).rejects.toMatchObject(wrong);
    expect(ready(await open(folder, better)).read(thing, 'one')).toEqual(first);
    await truncate(join(folder, 'key.json'), 10);
    await expect(open(folder, good)).rejects.toMatchObject(wrong);
    const opening = await open(folder, better);
    expect(opening).toMatchObject({ state: 'ready', notices: ['key-file-previous-used'] });
    // The next change leaves a sound file, and the damaged one beside it.
    await ready(opening).keys.usePassphrase(good);
    expect(await open(folder, good)).toMatchObject({ state: 'ready', notices: [] });
    expect(Object.keys(await contentsOf(folder)).some((file) => file.startsWith('key.json.damaged-'))).toBe(true);
  });

  it('takes one passphrase for the same however it was composed', async () => {
    const folder = join(await temporaryFolder(), 'vault');
    ready(await open(folder, 'lösenordsfras å ș', { by: 'new-passphrase' }));
    ready(await open(folder, 'lösenordsfras å ș'.normalize('NFD')));
  });

  it('goes over to a keychain and back, and the way given up no longer opens', async () => {
    const keychain = testKeychain();
    const folder = await madeByPassphrase();
    await ready(await open(folder, good)).keys.useKeychain(keychain);
    await expect(open(folder, good)).rejects.toMatchObject(wrong);
    const vault = ready(await open(folder, null, { keychain }));
    expect(vault.keys.ways).toEqual({ keychain: 'test_store', hasRecovery: false });
    await vault.keys.usePassphrase(better);
    expect(await open(folder, null, { keychain })).toMatchObject({ state: 'locked' });
    await truncate(join(folder, 'key.json'), 10);
    expect(await open(folder, null, { keychain })).toMatchObject({ state: 'corrupt' });
    expect(ready(await open(folder, better)).read(thing, 'one')).toEqual(first);
  });

  it('costs what it should to try, and takes no cost beyond reason from a file', async () => {
    expect(usualCost).toEqual({ N: 131_072, r: 8, p: 1 });
    const kdf = newKdf();
    expect(Buffer.from(kdf.salt, 'base64')).toHaveLength(16);
    expect(newKdf().salt).not.toBe(kdf.salt);
    const [key, again] = await Promise.all([keyOfPassphrase(good, kdf), keyOfPassphrase(good, kdf)]);
    expect(key.equals(again)).toBe(true);

    const folder = await madeByPassphrase();
    const path = join(folder, 'key.json');
    const text = await readFile(path, 'utf8');
    for (const N of [0, 15, 2 ** 21]) {
      await writeFile(path, text.replace('"N": 16', `"N": ${N}`));
      expect(await open(folder, good), String(N)).toMatchObject({ state: 'corrupt' });
    }
  });

  it('is as scrypt of RFC 7914 has it', async () => {
    // Section 12, the third vector, cut to our 32 bytes.
    const salt = Buffer.from('SodiumChloride').toString('base64');
    const key = await keyOfPassphrase('pleaseletmein', { name: 'scrypt', N: 16_384, r: 8, p: 1, salt });
    expect(key.export().toString('hex')).toBe('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2');
  });
});

describe('the recovery passphrase', () => {
  it('opens a vault whose keychain is lost, and the keychain at hand has the key from then on', async () => {
    const keychain = testKeychain();
    const { folder, vault } = await madeByKeychain(keychain);
    await vault.keys.setRecovery(recovery);
    expect(vault.keys.ways.hasRecovery).toBe(true);

    const other = testKeychain();
    const refused = { state: 'unavailable', reason: 'keychain-refused', hasRecovery: true };
    expect(await open(folder, null, { keychain: other })).toEqual(refused);
    await expect(open(folder, good, { keychain: other })).rejects.toMatchObject(wrong);
    const before = await readFile(join(folder, 'key.json'));
    const opening = await open(folder, recovery, { keychain: other });
    expect(opening).toMatchObject({ state: 'ready', notices: [] });
    expect(ready(opening).read(thing, 'one')).toEqual(first);
    expect(await readFile(join(folder, 'key.json.previous'))).toEqual(before);
    expect(ready(await open(folder, null, { keychain: other })).read(thing, 'one')).toEqual(first);
    ready(await open(folder, recovery, { keychain: other }));
  });

  it('opens it without any keychain too, and with another backend, and says what it did', async () => {
    const { folder, vault } = await madeByKeychain(testKeychain());
    await vault.keys.setRecovery(recovery);
    const none = { state: 'unavailable', reason: 'no-keychain', hasRecovery: true };
    expect(await open(folder, null)).toEqual(none);
    expect(await open(folder, recovery)).toMatchObject({ state: 'ready', notices: ['opened-by-recovery'] });
    expect(await open(folder, null)).toEqual(none);
    const kwallet = testKeychain({ backend: 'kwallet6' });
    const changed = { state: 'backend-changed', was: 'test_store', is: 'kwallet6', hasRecovery: true };
    expect(await open(folder, null, { keychain: kwallet })).toEqual(changed);
    ready(await open(folder, recovery, { keychain: kwallet }));
    ready(await open(folder, null, { keychain: kwallet }));
  });

  it('opens a vault whose passphrase is forgotten, and stays what it is', async () => {
    const folder = await madeByPassphrase();
    await ready(await open(folder, good)).keys.setRecovery(recovery);
    const before = await contentsOf(folder);
    const opening = await open(folder, recovery, { keychain: testKeychain() });
    expect(opening).toMatchObject({ state: 'ready', notices: ['opened-by-recovery'] });
    expect(await contentsOf(folder)).toEqual(before);
    const { keys } = ready(opening);
    expect(await keys.roleOf(recovery)).toBe('recovery');
    expect(await keys.roleOf(good)).toBe('unlock');
    expect(await keys.roleOf(better)).toBeNull();
    await keys.usePassphrase(better);
    ready(await open(folder, better));
    ready(await open(folder, recovery));
  });

  it('is replaced and removed, and then opens nothing', async () => {
    const { folder, vault } = await madeByKeychain(testKeychain());
    await vault.keys.setRecovery(recovery);
    await vault.keys.setRecovery(better);
    await expect(open(folder, recovery)).rejects.toMatchObject(wrong);
    ready(await open(folder, better));
    await vault.keys.setRecovery(null);
    await expect(open(folder, better)).rejects.toMatchObject(wrong);
    expect(await open(folder, null)).toMatchObject({ hasRecovery: false });
  });

  it('is not set where the disk refuses: the old one stays', async () => {
    const folder = await madeByPassphrase();
    let isFull = false;
    const fs = faulty(nodeFileSystem(), ({ operation }) =>
      isFull && operation === 'create' ? errno('ENOSPC') : undefined,
    );
    const { keys } = ready(await open(folder, good, { fs }));
    isFull = true;
    await expect(keys.setRecovery(recovery)).rejects.toMatchObject({ code: 'disk-full' });
    expect(keys.ways.hasRecovery).toBe(false);
    await expect(open(folder, recovery)).rejects.toMatchObject(wrong);
    ready(await open(folder, good));
  });
});

describe('a key file of another vault', () => {
  it('is known by the witness, even with the same keychain and the same passphrases', async () => {
    const keychain = testKeychain();
    const [one, two] = [await madeByKeychain(keychain), await madeByKeychain(keychain)];
    await one.vault.keys.setRecovery(recovery);
    await two.vault.keys.setRecovery(recovery);
    await writeFile(join(two.folder, 'key.json'), await readFile(join(one.folder, 'key.json')));
    await rm(join(two.folder, 'key.json.previous'));
    const before = await contentsOf(two.folder);
    const state = { state: 'wrong-key', against: 'records', hasRecovery: true };
    expect(await open(two.folder, null, { keychain })).toEqual(state);
    expect(await open(two.folder, recovery, { keychain })).toEqual(state);
    expect(await contentsOf(two.folder)).toEqual(before);
  });

  it('is known by the records where there is no witness yet', async () => {
    const keychain = testKeychain();
    const [one, two] = [await madeByKeychain(keychain), await madeByKeychain(keychain)];
    await rm(join(two.folder, 'witness.sealed'));
    await writeFile(join(two.folder, 'key.json'), await readFile(join(one.folder, 'key.json')));
    expect(await open(two.folder, null, { keychain })).toMatchObject({ state: 'wrong-key', against: 'records' });
  });

  it('gives way to the right one in the generation before', async () => {
    const keychain = testKeychain();
    const [one, two] = [await madeByKeychain(keychain), await madeByKeychain(keychain)];
    const keyFile = join(two.folder, 'key.json');
    await writeFile(`${keyFile}.previous`, await readFile(keyFile));
    await writeFile(keyFile, await readFile(join(one.folder, 'key.json')));
    const opening = await open(two.folder, null, { keychain });
    expect(opening).toMatchObject({ state: 'ready', notices: ['key-file-previous-used'] });
    expect(ready(opening).read(thing, 'one')).toEqual(first);
  });

  it('is not suspected for one damaged record, nor for a damaged witness', async () => {
    const keychain = testKeychain();
    const { folder } = await madeByKeychain(keychain);
    await truncate(join(folder, 'thing-one.sealed'), 60);
    expect(ready(await open(folder, null, { keychain })).unreadable).toHaveLength(1);

    const second = await madeByKeychain(keychain);
    await truncate(join(second.folder, 'witness.sealed'), 60);
    expect(ready(await open(second.folder, null, { keychain })).read(thing, 'one')).toEqual(first);
    await rm(join(second.folder, 'thing-one.sealed'));
    // And it is whole again by then.
    ready(await open(second.folder, null, { keychain }));
  });
});

describe('closing', () => {
  it('waits for the writes under way, then knows nothing any more', async () => {
    const { folder, vault } = await madeByKeychain(testKeychain());
    const { sealer } = vault;
    const name = { kind: 'note-book', id: 'a' };
    const sealed = sealer.seal(name, Buffer.from('text'));
    expect(Buffer.from(sealer.open(name, sealed)).toString()).toBe('text');
    const writing = [
      vault.write(thing, 'one', { refreshToken: 'second' }),
      vault.update(thing, 'one', ({ refreshToken }) => ({ refreshToken: `${refreshToken}, then third` })),
    ];
    const order: string[] = [];
    const closing = vault.close().then(() => order.push('closed'));
    await Promise.all(writing.map((each) => each.then(() => order.push('written'))));
    await closing;
    expect(order).toEqual(['written', 'written', 'closed']);
    const closed = (act: () => unknown): void => expect(act).toThrow(expect.objectContaining({ code: 'closed' }));
    closed(() => vault.read(thing, 'one'));
    closed(() => vault.list(thing));
    closed(() => sealer.open(name, sealed));
    await expect(vault.write(thing, 'one', first)).rejects.toBeInstanceOf(VaultError);
    expect(Object.keys(await contentsOf(folder))).toContain('thing-one.sealed.previous');
  });
});
