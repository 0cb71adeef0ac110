import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newDataKey, readKeyFile } from '../../electron/vault/key-file.ts';
import { kind } from '../../electron/vault/kind.ts';
import { seal } from '../../electron/vault/seal.ts';
import type { Opener } from '../../electron/vault/unlock.ts';
import { openVault, type Vault, type VaultOpening } from '../../electron/vault/vault.ts';
import type { VaultFileSystem } from '../../electron/vault/file-system.ts';
import { crashAt, failAt, faulty, ForgetfulDisk, testKeychain } from './vault-faults.ts';

const thing = kind('thing', z.strictObject({ refreshToken: z.string() }));
const cost = { N: 16, r: 8, p: 1 };
const keychain = testKeychain();
const [oldPassphrase, newPassphrase, recovery] = ['the old passphrase', 'the new passphrase', 'a recovery passphrase'];
type Files = ReadonlyMap<string, Buffer>;

/** A vault as the program wrote it before key files had a version 2: byte for byte its form. */
async function version1(): Promise<Files> {
  const key = newDataKey();
  const check = Buffer.from(seal(key, { kind: 'key-file', id: 'check' }, Buffer.from('taxpass vault')));
  const file = {
    version: 1,
    backend: keychain.backend,
    wrapped: await keychain.seal(key.export().toString('base64')),
    check: check.toString('base64'),
  };
  const record = seal(key, { kind: 'thing', id: 'one' }, Buffer.from('{"version":1,"value":{"refreshToken":"first"}}'));
  return new Map([
    ['/v/key.json', Buffer.from(`${JSON.stringify(file, null, 2)}\n`)],
    ['/v/thing-one.sealed', Buffer.from(record)],
  ]);
}

function open(fs: VaultFileSystem, opener: Opener = { by: 'keychain' }): Promise<VaultOpening> {
  const offered = opener.by === 'keychain' ? keychain : 'unavailable';
  return openVault({ folder: '/v', keychain: offered, kinds: [thing], fs, opener, cost });
}

function ready(opening: VaultOpening): Vault {
  if (opening.state !== 'ready') throw new Error(`not ready: ${JSON.stringify(opening)}`);
  return opening.vault;
}

/** Opens by each in turn; gives the first that does, after looking that no record is lost. */
async function opensBy(files: Files, openers: readonly Opener[]): Promise<Opener | null> {
  for (const opener of openers) {
    const opening = await open(ForgetfulDisk.holding(files), opener).catch(() => null);
    if (opening?.state !== 'ready') continue;
    expect(opening.vault.read(thing, 'one')).toEqual({ refreshToken: 'first' });
    expect(opening.vault.unreadable).toEqual([]);
    return opener;
  }
  return null;
}

/** What the disk may hold after `act`, stopped before each of its steps in turn: killed, with the power gone, or failed. */
async function everyEnd(
  files: Files,
  act: (fs: VaultFileSystem) => Promise<void>,
): Promise<{ ends: Files[]; steps: number; after: Files }> {
  const ends: Files[] = [];
  for (let step = 1; ; step++) {
    let isOver = true;
    for (const fault of [crashAt(step), failAt(step, 'ENOSPC')]) {
      const disk = ForgetfulDisk.holding(files);
      const seen = { hit: false };
      const watched = faulty(disk, (call) => {
        const error = fault(call);
        seen.hit ||= error !== undefined;
        return error;
      });
      await act(watched).catch(() => undefined);
      ends.push(...disk.afterPowerCut());
      if (seen.hit) isOver = false;
      else if (isOver)
        return { ends, steps: step - 1, after: disk.afterPowerCut().at(-1) ?? new Map<string, Buffer>() };
    }
  }
}

describe('a key file of version 1', () => {
  it('is brought to version 2 as it is opened, the old one kept', async () => {
    const files = await version1();
    const disk = ForgetfulDisk.holding(files);
    expect(await open(disk)).toMatchObject({ state: 'ready', notices: [] });
    const after = disk.afterPowerCut()[0];
    const file = readKeyFile(after?.get('/v/key.json') ?? Buffer.alloc(0));
    expect(file).toMatchObject({ wraps: [{ by: 'keychain', backend: 'test_store' }] });
    expect(file).not.toMatchObject({ vaultId: null });
    expect(after?.get('/v/key.json.previous')).toEqual(files.get('/v/key.json'));
    expect(after?.get('/v/thing-one.sealed')).toEqual(files.get('/v/thing-one.sealed'));
    expect(after?.has('/v/witness.sealed')).toBe(true);
  });

  it('opens all the same where it cannot be written', async () => {
    const disk = ForgetfulDisk.holding(await version1());
    const fs = faulty(disk, ({ operation }) =>
      operation === 'create' ? Object.assign(new Error('full'), { code: 'ENOSPC' }) : undefined,
    );
    const opening = await open(fs);
    expect(opening).toMatchObject({ state: 'ready', notices: ['key-file-not-migrated'] });
    expect(ready(opening).read(thing, 'one')).toEqual({ refreshToken: 'first' });
  });

  it('opens afterwards wherever its migration was stopped', async () => {
    const { ends, steps } = await everyEnd(await version1(), async (fs) => void ready(await open(fs)));
    expect(steps).toBeGreaterThan(15);
    for (const files of ends) expect(await opensBy(files, [{ by: 'keychain' }])).not.toBeNull();
  });
});

describe('a change of passphrase, stopped anywhere', () => {
  const byOld: Opener = { by: 'passphrase', passphrase: oldPassphrase };
  const byNew: Opener = { by: 'passphrase', passphrase: newPassphrase };

  async function withPassphrase(): Promise<Files> {
    const disk = ForgetfulDisk.holding(new Map());
    const vault = ready(await open(disk, { by: 'new-passphrase', passphrase: oldPassphrase }));
    await vault.write(thing, 'one', { refreshToken: 'first' });
    return disk.afterPowerCut().at(-1) ?? new Map<string, Buffer>();
  }

  it('leaves the old or the new, never neither', async () => {
    const { ends, steps, after } = await everyEnd(await withPassphrase(), async (fs) => {
      await ready(await open(fs, byOld)).keys.usePassphrase(newPassphrase);
    });
    expect(steps).toBeGreaterThan(20);
    const seen = new Set<Opener | null>();
    for (const files of ends) seen.add(await opensBy(files, [byOld, byNew]));
    expect(seen).toEqual(new Set([byOld, byNew]));
    expect(await opensBy(after, [byOld])).toBeNull();
  });

  it('does not touch the recovery passphrase; nor does setting that one touch the other', async () => {
    const byRecovery: Opener = { by: 'passphrase', passphrase: recovery };
    const set = await everyEnd(await withPassphrase(), async (fs) => {
      await ready(await open(fs, byOld)).keys.setRecovery(recovery);
    });
    for (const files of set.ends) expect(await opensBy(files, [byOld])).toBe(byOld);
    const changed = await everyEnd(set.after, async (fs) => {
      await ready(await open(fs, byOld)).keys.usePassphrase(newPassphrase);
    });
    for (const files of changed.ends) expect(await opensBy(files, [byRecovery])).toBe(byRecovery);
  });

  it('leaves keychain or passphrase where one takes the other’s place', async () => {
    const disk = ForgetfulDisk.holding(await version1());
    ready(await open(disk));
    const { ends, after } = await everyEnd(disk.afterPowerCut().at(-1) ?? new Map<string, Buffer>(), async (fs) => {
      await ready(await open(fs)).keys.usePassphrase(newPassphrase);
    });
    for (const files of ends) expect(await opensBy(files, [{ by: 'keychain' }, byNew])).not.toBeNull();
    expect(await opensBy(after, [{ by: 'keychain' }])).toBeNull();
  });
});
