import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clearTemporaryFiles, previousOf, removeDurably, writeDurably } from '../../electron/vault/durable-file.ts';
import { errnoOf } from '../../electron/vault/errors.ts';
import { nodeFileSystem, retryWhileHeld, type VaultFileSystem } from '../../electron/vault/file-system.ts';
import type { Call } from './vault-faults.ts';
import { crashAt, errno, failAt, faulty, ForgetfulDisk, temporaryFolder } from './vault-faults.ts';

const real = nodeFileSystem();
const oldest = Buffer.from('oldest value');
const old = Buffer.from('old value');
const fresh = Buffer.from('a new and longer value');

async function folderWithTwoGenerations(): Promise<{ folder: string; path: string }> {
  const folder = await temporaryFolder();
  const path = join(folder, 'thing');
  await writeDurably(real, path, oldest);
  await writeDurably(real, path, old);
  return { folder, path };
}

/** The calls one durable write makes over a file that has a previous generation. */
async function callsOfOneWrite(): Promise<Call[]> {
  const { path } = await folderWithTwoGenerations();
  const calls: Call[] = [];
  const counting = faulty(real, (call) => {
    calls.push(call);
    return undefined;
  });
  await writeDurably(counting, path, fresh);
  return calls;
}

/** A file system without hard links, as FAT is. */
const withoutLinks: VaultFileSystem = { ...real, link: () => Promise.reject(errno('EPERM')) };

describe('writeDurably', () => {
  it('writes, syncs the file before it takes the name, and the folder after', async () => {
    const calls = await callsOfOneWrite();
    expect(calls.map((call) => call.operation)).toEqual([
      'create',
      'write',
      'sync',
      'close',
      'link',
      'rename',
      'unlink',
      'rename',
      'syncFolder',
    ]);
  });

  it('keeps the generation before, and nothing else', async () => {
    const { folder, path } = await folderWithTwoGenerations();
    await writeDurably(real, path, fresh);
    expect(await readFile(path)).toEqual(fresh);
    expect(await readFile(previousOf(path))).toEqual(old);
    expect((await readdir(folder)).sort()).toEqual(['thing', 'thing.previous']);
  });

  it.skipIf(process.platform === 'win32')('makes files for their owner only', async () => {
    const { path } = await folderWithTwoGenerations();
    for (const file of [path, previousOf(path)]) expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('leaves the old or the new value wherever the process dies, and can be repeated', async () => {
    const { length } = await callsOfOneWrite();
    for (let n = 1; n <= length; n++) {
      const { folder, path } = await folderWithTwoGenerations();
      await expect(writeDurably(faulty(real, crashAt(n)), path, fresh)).rejects.toThrow();
      const found = await readFile(path);
      expect([old, fresh], `crash at call ${n}`).toContainEqual(found);
      // Only the last call, the folder's fsync, comes after the new value took the name.
      expect(found.equals(fresh), `crash at call ${n}`).toBe(n === length);

      await clearTemporaryFiles(real, folder, await readdir(folder));
      await writeDurably(real, path, fresh);
      expect(await readFile(path)).toEqual(fresh);
      expect((await readdir(folder)).sort(), `crash at call ${n}`).toEqual(['thing', 'thing.previous']);
    }
  });

  it('leaves the old or the new value wherever the power goes', async () => {
    const path = '/thing';
    const before = new Map([
      [path, old],
      [previousOf(path), oldest],
    ]);
    const { length } = await callsOfOneWrite();
    let cuts = 0;
    for (let n = 1; n <= length + 1; n++) {
      const disk = ForgetfulDisk.holding(before);
      const done = await writeDurably(faulty(disk, crashAt(n)), path, fresh).then(
        () => true,
        () => false,
      );
      expect(done).toBe(n > length);
      for (const files of disk.afterPowerCut()) {
        cuts++;
        if (done) expect(files.get(path)).toEqual(fresh);
        else expect([old, fresh], `power cut at call ${n}`).toContainEqual(files.get(path));
        expect([oldest, old], `power cut at call ${n}`).toContainEqual(files.get(previousOf(path)));
      }
    }
    expect(cuts).toBeGreaterThan(length);
  });

  it.each(['ENOSPC', 'EACCES', 'EIO'])('says what went wrong with %s at any call, and cleans up', async (code) => {
    const calls = await callsOfOneWrite();
    for (const { number, operation } of calls) {
      const { folder, path } = await folderWithTwoGenerations();
      const renamed = operation === 'syncFolder';
      const expected = renamed
        ? 'not-durable'
        : { ENOSPC: 'disk-full', EACCES: 'no-permission', EIO: 'disk-error' }[code];
      const what = `${operation} (call ${number})`;
      await expect(writeDurably(faulty(real, failAt(number, code)), path, fresh), what).rejects.toMatchObject({
        name: 'VaultError',
        code: expected,
      });
      expect(await readFile(path), what).toEqual(renamed ? fresh : old);
      expect((await readdir(folder)).sort(), what).toEqual(['thing', 'thing.previous']);
    }
  });

  it('does without hard links, and never without a readable generation', async () => {
    const { folder, path } = await folderWithTwoGenerations();
    await writeDurably(withoutLinks, path, fresh);
    expect(await readFile(path)).toEqual(fresh);
    expect(await readFile(previousOf(path))).toEqual(old);
    expect((await readdir(folder)).sort()).toEqual(['thing', 'thing.previous']);

    for (let n = 1; n <= 8; n++) {
      const again = await folderWithTwoGenerations();
      const crashing = faulty({ ...withoutLinks }, crashAt(n));
      await writeDurably(crashing, again.path, fresh).catch(() => undefined);
      const found = await readFile(again.path).catch(() => readFile(previousOf(again.path)));
      expect([old, fresh], `crash at call ${n}`).toContainEqual(found);
    }
  });
});

describe('removeDurably', () => {
  it('removes all generations, the file itself last, and no neighbour', async () => {
    const { folder, path } = await folderWithTwoGenerations();
    await writeDurably(real, `${path}-2`, old);
    const unlinked: string[] = [];
    const watching = faulty(real, ({ operation, file }) => {
      if (operation === 'unlink') unlinked.push(file);
      return undefined;
    });
    await removeDurably(watching, path);
    expect(unlinked).toEqual(['thing.previous', 'thing']);
    expect(await readdir(folder)).toEqual(['thing-2']);
  });
});

describe('clearTemporaryFiles', () => {
  it('clears what writeDurably left and nothing that only looks like it', async () => {
    const { folder, path } = await folderWithTwoGenerations();
    await writeDurably(faulty(real, crashAt(3)), path, fresh).catch(() => undefined);
    await writeFile(join(folder, 'notes.tmp'), 'mine');
    expect(await readdir(folder)).toHaveLength(4);
    await clearTemporaryFiles(real, folder, await readdir(folder));
    expect((await readdir(folder)).sort()).toEqual(['notes.tmp', 'thing', 'thing.previous']);
  });
});

describe('retryWhileHeld', () => {
  it('tries again while another program holds the file, not for other errors, and not for ever', async () => {
    const tries = async (code: string, failures: number): Promise<string> => {
      let count = 0;
      const act = (): Promise<void> => (++count <= failures ? Promise.reject(errno(code)) : Promise.resolve());
      const outcome = await retryWhileHeld(act, [0, 0, 0]).then(
        () => 'done',
        (error: unknown) => errnoOf(error) ?? 'none',
      );
      return `${outcome} after ${count}`;
    };
    expect(await tries('EBUSY', 3)).toBe('done after 4');
    expect(await tries('EACCES', 9)).toBe('EACCES after 4');
    expect(await tries('ENOSPC', 3)).toBe('ENOSPC after 1');
  });
});
