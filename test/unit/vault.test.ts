import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chown, readFile, readdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nodeFileSystem, type VaultFileSystem } from '../../electron/vault/file-system.ts';
import { kind, type AnyKind } from '../../electron/vault/kind.ts';
import { openVault, type Vault } from '../../electron/vault/vault.ts';
import { contentsOf, errno, faulty, temporaryFolder, testKeychain } from './vault-faults.ts';

const Account = z.strictObject({ label: z.string(), refreshToken: z.string(), companies: z.array(z.string()) });
const account = kind('account', Account);
const application = kind('application', z.strictObject({ clientSecret: z.string() }));
const value = (refreshToken: string): z.infer<typeof Account> => ({ label: 'å/ș', refreshToken, companies: ['RO1'] });

type Setting = {
  folder: string;
  path: (file: string) => string;
  open: (options?: { kinds?: readonly AnyKind[]; fs?: VaultFileSystem }) => Promise<Vault>;
};

async function setting(): Promise<Setting> {
  const folder = join(await temporaryFolder(), 'vault');
  const keychain = testKeychain();
  return {
    folder,
    path: (file) => join(folder, file),
    open: async ({ kinds = [account, application], fs = nodeFileSystem() } = {}) => {
      const opening = await openVault({ folder, keychain, kinds, fs });
      if (opening.state !== 'ready') throw new Error(`not ready: ${JSON.stringify(opening)}`);
      return opening.vault;
    },
  };
}

async function flipBit(path: string, byte: number): Promise<void> {
  const bytes = await readFile(path);
  bytes.writeUInt8(bytes.readUInt8(byte) ^ 1, byte);
  await writeFile(path, bytes);
}

describe('reading and writing', () => {
  it('gives back what was written, now and after a restart', async () => {
    const { open } = await setting();
    const vault = await open();
    await vault.write(account, 'a', value('one'));
    await vault.write(account, 'a-b', value('two'));
    await vault.write(application, 'a', { clientSecret: 'three' });
    for (const each of [vault, await open()]) {
      expect(each.read(account, 'a')).toEqual(value('one'));
      expect(each.read(account, 'none')).toBeUndefined();
      expect(each.list(account)).toHaveLength(2);
      expect(each.list(account)).toContainEqual({ id: 'a-b', value: value('two') });
      expect(each.list(application)).toEqual([{ id: 'a', value: { clientSecret: 'three' } }]);
      expect(each.unreadable).toEqual([]);
    }
  });

  it('shows a value only once it is durable', async () => {
    const { open } = await setting();
    const synced: (string | undefined)[] = [];
    const watched: { vault?: Vault } = {};
    const fs = faulty(nodeFileSystem(), ({ operation }) => {
      if (operation === 'syncFolder') synced.push(watched.vault?.read(account, 'a')?.refreshToken);
      return undefined;
    });
    const vault = await open({ fs });
    watched.vault = vault;
    await vault.write(account, 'a', value('one'));
    await vault.write(account, 'a', value('two'));
    // One fsync of the folder for the key file, one for the witness, one for each write.
    expect(synced).toEqual([undefined, undefined, undefined, 'one']);
    expect(vault.read(account, 'a')).toEqual(value('two'));
  });

  it('costs no disk to read', async () => {
    const { open } = await setting();
    await (await open()).write(account, 'a', value('one'));
    let calls = 0;
    const fs = faulty(nodeFileSystem(), () => {
      calls++;
      return undefined;
    });
    const vault = await open({ fs });
    const before = calls;
    for (let n = 0; n < 100; n++) vault.read(account, 'a');
    vault.list(account);
    expect(calls).toBe(before);
  });

  it('writes the bytes of one record for one change, however many there are', async () => {
    const bytesOfOneWrite = async (records: number): Promise<number> => {
      const { open } = await setting();
      let bytes = 0;
      const real = nodeFileSystem();
      const counting: VaultFileSystem = {
        ...real,
        create: async (path) => {
          const file = await real.create(path);
          return {
            write: (content) => {
              bytes += content.length;
              return file.write(content);
            },
            sync: () => file.sync(),
            close: () => file.close(),
          };
        },
      };
      const vault = await open({ fs: counting });
      const ids = Array.from({ length: records }, () => randomUUID());
      await Promise.all(ids.map((id) => vault.write(account, id, value('token'))));
      bytes = 0;
      await vault.write(account, ids[0] ?? '', value('other'));
      return bytes;
    };
    const one = await bytesOfOneWrite(1);
    expect(one).toBeGreaterThan(50);
    expect(await bytesOfOneWrite(200)).toBe(one);
  });

  it('lets the last of concurrent writes win, and all of them resolve', async () => {
    const { open, folder } = await setting();
    const vault = await open();
    const writes = Array.from({ length: 40 }, (_, n) => vault.write(account, 'a', value(`token ${n}`)));
    const others = Array.from({ length: 40 }, (_, n) => vault.write(account, `b${n}`, value(`other ${n}`)));
    await Promise.all([...writes, ...others]);
    for (const each of [vault, await open()]) {
      expect(each.read(account, 'a')).toEqual(value('token 39'));
      expect(each.list(account)).toHaveLength(41);
    }
    expect((await readdir(folder)).filter((file) => file.includes('.tmp'))).toEqual([]);
  });

  it('keeps the order of a write, a remove and a write', async () => {
    const { open } = await setting();
    const vault = await open();
    await Promise.all([
      vault.write(account, 'a', value('one')),
      vault.remove(account, 'a'),
      vault.write(account, 'a', value('two')),
    ]);
    expect((await open()).read(account, 'a')).toEqual(value('two'));
  });

  it('hands out values that nobody can change', async () => {
    const { open } = await setting();
    const vault = await open();
    const mine = value('one');
    const writing = vault.write(account, 'a', mine);
    mine.refreshToken = 'changed after the call';
    await writing;
    const read = vault.read(account, 'a');
    expect(() => read?.companies.push('RO2')).toThrow(TypeError);
    expect((await open()).read(account, 'a')).toEqual(value('one'));
  });

  it('removes a record with its generations', async () => {
    const { open, folder } = await setting();
    const vault = await open();
    for (const token of ['one', 'two', 'three']) await vault.write(account, 'a', value(token));
    await vault.write(account, 'a1', value('neighbour'));
    await vault.remove(account, 'a');
    expect(vault.read(account, 'a')).toBeUndefined();
    expect((await readdir(folder)).sort()).toEqual(['account-a1.sealed', 'key.json', 'witness.sealed']);
    await vault.remove(account, 'never-there');
  });

  it('clears what an interrupted write left', async () => {
    const { open, folder, path } = await setting();
    await (await open()).write(account, 'a', value('one'));
    await writeFile(path('account-a.sealed.0123456789abcdef.tmp'), 'half');
    await open();
    expect((await readdir(folder)).sort()).toEqual(['account-a.sealed', 'key.json', 'witness.sealed']);
  });
});

it('lists after a restart in the order of the names, whatever the disk answers first', async () => {
  const { open } = await setting();
  const ids = Array.from({ length: 50 }, (_, n) => `n${String(n).padStart(2, '0')}`);
  const vault = await open();
  await Promise.all(ids.toReversed().map((id) => vault.write(account, id, value(id))));
  const real = nodeFileSystem();
  const fs: VaultFileSystem = {
    ...real,
    readFile: async (path) => {
      const bytes = await real.readFile(path);
      // The lower the name, the later its answer.
      const turns = 60 - Number(/n(\d+)/.exec(path)?.[1] ?? 0);
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      return bytes;
    },
  };
  expect((await open({ fs })).list(account).map(({ id }) => id)).toEqual(ids);
});

describe.skipIf(process.platform === 'win32')('links and pipes', () => {
  it('does not read a record or a key file that is a link, nor waits for a pipe', async () => {
    const { folder, path, open } = await setting();
    await (await open()).write(account, 'a', value('one'));
    const elsewhere = join(await temporaryFolder(), 'stolen.sealed');
    await rename(path('account-a.sealed'), elsewhere);
    await symlink(elsewhere, path('account-a.sealed'));
    await promisify(execFile)('mkfifo', [path('account-pipe.sealed')]);
    const vault = await open();
    expect(vault.read(account, 'a')).toBeUndefined();
    expect(vault.unreadable).toMatchObject([
      { file: 'account-a.sealed', why: 'not-read' },
      { file: 'account-pipe.sealed', why: 'damaged' },
    ]);
    await expect(vault.write(account, 'a', value('two'))).rejects.toMatchObject({ code: 'record-unreadable' });

    await rename(path('key.json'), elsewhere);
    await symlink(elsewhere, path('key.json'));
    await expect(open()).rejects.toThrow('disk-error');
    expect(await readdir(folder)).toContain('account-a.sealed');
  });

  it('follows a link in place of the folder to the user’s own folder, and to nobody else’s', async () => {
    const { folder, open } = await setting();
    await (await open()).write(account, 'a', value('one'));
    const moved = join(await temporaryFolder(), 'moved');
    await rename(folder, moved);
    await symlink(moved, folder);
    expect((await open()).read(account, 'a')).toEqual(value('one'));
    if (process.getuid?.() !== 0) return;
    await chown(moved, 65_534, 65_534);
    await expect(open()).rejects.toThrow('no-permission');
  });
});

describe('what is refused', () => {
  it('refuses ids and kinds that are no file names', async () => {
    const { open } = await setting();
    const vault = await open();
    for (const id of ['', '../a', 'a/b', 'a.b', 'ș', 'a'.repeat(65), 'a b', 'a\n']) {
      await expect(vault.write(account, id, value('x')), JSON.stringify(id)).rejects.toMatchObject({
        code: 'invalid-name',
      });
      expect(() => vault.read(account, id), JSON.stringify(id)).toThrow(
        expect.objectContaining({ code: 'invalid-name' }),
      );
    }
    for (const name of ['', 'a-b', '../a', 'A', 'a1']) expect(() => kind(name, z.string())).toThrow();
    const stranger = kind('account', z.string());
    expect(() => vault.list(stranger)).toThrow(expect.objectContaining({ code: 'invalid-name' }));
    await expect(
      openVault({ folder: '/none', keychain: 'unavailable', kinds: [account, stranger] }),
    ).rejects.toMatchObject({
      code: 'invalid-name',
    });
  });

  it('refuses a second id that differs in case alone: on some systems they are one file', async () => {
    const { open } = await setting();
    const vault = await open();
    const [first, second] = await Promise.allSettled([
      vault.write(account, 'Abc', value('one')),
      vault.write(account, 'abc', value('two')),
    ]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'invalid-name' } });
    await expect(vault.remove(account, 'aBC')).rejects.toMatchObject({ code: 'invalid-name' });
    expect((await open()).list(account)).toEqual([{ id: 'Abc', value: value('one') }]);
  });

  it('refuses values that do not fit or do not survive JSON, and names no value', async () => {
    const { open, folder } = await setting();
    const loose = kind('loose', z.object({ when: z.date() }));
    const vault = await open({ kinds: [account, loose] });
    const wrong = { ...value('canary-secret'), companies: 'canary-secret' } as unknown as z.infer<typeof Account>;
    const error: unknown = await vault.write(account, 'a', wrong).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'invalid-value', message: 'invalid-value: account: companies (invalid_type)' });
    await expect(vault.write(loose, 'a', { when: new Date() })).rejects.toMatchObject({ code: 'invalid-value' });
    expect(await readdir(folder)).toEqual(['key.json', 'witness.sealed']);
  });
});

describe('a disk that fails', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'no-permission'],
    ['EROFS', 'no-permission'],
    ['EIO', 'disk-error'],
  ])('keeps the old value and says so when a write meets %s', async (code, expected) => {
    const { open } = await setting();
    let failing: string | null = null;
    const fs = faulty(nodeFileSystem(), ({ operation }) => (operation === failing ? errno(code) : undefined));
    const vault = await open({ fs });
    await vault.write(account, 'a', value('old'));
    for (const operation of ['create', 'write', 'sync', 'close', 'rename']) {
      failing = operation;
      await expect(vault.write(account, 'a', value('new')), operation).rejects.toMatchObject({ code: expected });
      expect(vault.read(account, 'a'), operation).toEqual(value('old'));
      expect((await open()).read(account, 'a'), operation).toEqual(value('old'));
    }
    failing = null;
    await vault.write(account, 'a', value('new'));
    expect((await open()).read(account, 'a')).toEqual(value('new'));
  });

  it('holds what the disk holds when only the folder’s fsync failed', async () => {
    const { open } = await setting();
    let failing = false;
    const fs = faulty(nodeFileSystem(), ({ operation }) =>
      failing && operation === 'syncFolder' ? errno('EIO') : undefined,
    );
    const vault = await open({ fs });
    await vault.write(account, 'a', value('old'));
    failing = true;
    await expect(vault.write(account, 'a', value('new'))).rejects.toMatchObject({ code: 'not-durable' });
    expect(vault.read(account, 'a')).toEqual(value('new'));
    expect((await open()).read(account, 'a')).toEqual(value('new'));
  });

  it('still writes one record while another one’s write fails', async () => {
    const { open } = await setting();
    const fs = faulty(nodeFileSystem(), ({ operation, file }) =>
      operation === 'write' && file.startsWith('account-bad') ? errno('EIO') : undefined,
    );
    const vault = await open({ fs });
    const outcomes = await Promise.allSettled([
      vault.write(account, 'bad', value('one')),
      vault.write(account, 'good', value('two')),
      vault.write(account, 'bad', value('three')),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect((await open()).list(account)).toEqual([{ id: 'good', value: value('two') }]);
  });
});

describe('a record that does not open', () => {
  async function twoGenerations(): Promise<Setting> {
    const made = await setting();
    const vault = await made.open();
    await vault.write(account, 'a', value('older'));
    await vault.write(account, 'a', value('newer'));
    await vault.write(account, 'b', value('beside'));
    return made;
  }
  const file = 'account-a.sealed';
  const reported = { file, kind: 'account', id: 'a' };

  it.each([
    ['cut to nothing', (path: string) => truncate(path, 0)],
    ['cut in its header', (path: string) => truncate(path, 10)],
    ['cut in its text', (path: string) => truncate(path, 60)],
    ['changed by one bit in the magic', (path: string) => flipBit(path, 0)],
    ['changed by one bit in the nonce', (path: string) => flipBit(path, 8)],
    ['changed by one bit in the text', (path: string) => flipBit(path, 40)],
  ])('gives the generation before it when %s, and says so', async (_, damage) => {
    const { open, path, folder } = await twoGenerations();
    await damage(path(file));
    const before = await contentsOf(folder);
    const vault = await open();
    expect(vault.read(account, 'a')).toEqual(value('older'));
    expect(vault.read(account, 'b')).toEqual(value('beside'));
    expect(vault.unreadable).toEqual([{ ...reported, why: 'damaged', usedPrevious: true }]);
    expect(await contentsOf(folder)).toEqual(before);

    // The damaged file is kept under a name of its own and never becomes the last good generation.
    await vault.write(account, 'a', value('newest'));
    expect(vault.unreadable).toEqual([]);
    const after = await contentsOf(folder);
    expect(after[`${file}.previous`]).toBe(before[`${file}.previous`]);
    expect(Object.entries(after).filter(([name]) => name.startsWith(`${file}.damaged-`))).toMatchObject([
      [expect.any(String), before[file]],
    ]);
    const again = await open();
    expect(again.read(account, 'a')).toEqual(value('newest'));
    expect(again.unreadable).toEqual([]);
    await again.remove(account, 'a');
    expect((await readdir(folder)).filter((name) => name.startsWith(file))).toEqual([]);
  });

  it('gives the generation before it when it is gone', async () => {
    const { open, path } = await twoGenerations();
    await rm(path(file));
    const vault = await open();
    expect(vault.read(account, 'a')).toEqual(value('older'));
    expect(vault.unreadable).toEqual([{ ...reported, why: 'missing', usedPrevious: true }]);
    await vault.write(account, 'a', value('newest'));
    expect((await open()).read(account, 'a')).toEqual(value('newest'));
  });

  it('has no value when both are damaged; it is not overwritten, and can be removed', async () => {
    const { open, path, folder } = await twoGenerations();
    await flipBit(path(file), 40);
    await truncate(path(`${file}.previous`), 30);
    const before = await contentsOf(folder);
    const vault = await open();
    expect(vault.read(account, 'a')).toBeUndefined();
    expect(vault.list(account)).toEqual([{ id: 'b', value: value('beside') }]);
    expect(vault.unreadable).toEqual([{ ...reported, why: 'damaged', usedPrevious: false }]);
    await expect(vault.write(account, 'a', value('newest'))).rejects.toMatchObject({ code: 'record-unreadable' });
    expect(await contentsOf(folder)).toEqual(before);
    await vault.remove(account, 'a');
    expect(vault.unreadable).toEqual([]);
    expect((await open()).unreadable).toEqual([]);
  });

  it('does not open under the name of another record', async () => {
    const { open, path } = await setting();
    const vault = await open();
    await vault.write(account, 'a', value('one'));
    await vault.write(account, 'b', value('two'));
    await rename(path('account-a.sealed'), path('swap'));
    await rename(path('account-b.sealed'), path('account-a.sealed'));
    await rename(path('swap'), path('account-b.sealed'));
    const swapped = await open();
    expect(swapped.list(account)).toEqual([]);
    expect(swapped.unreadable.map(({ id, why, usedPrevious }) => [id, why, usedPrevious])).toEqual([
      ['a', 'damaged', false],
      ['b', 'damaged', false],
    ]);
  });

  it('is not replaced by an older one when the file system would not read it', async () => {
    const { open, folder } = await twoGenerations();
    const before = await contentsOf(folder);
    const fs = faulty(nodeFileSystem(), (call) =>
      call.operation === 'readFile' && call.file === file ? errno('EIO') : undefined,
    );
    const vault = await open({ fs });
    expect(vault.read(account, 'a')).toBeUndefined();
    expect(vault.unreadable).toEqual([{ ...reported, why: 'not-read', usedPrevious: false }]);
    await expect(vault.write(account, 'a', value('newest'))).rejects.toMatchObject({ code: 'record-unreadable' });
    expect(await contentsOf(folder)).toEqual(before);
    expect((await open()).read(account, 'a')).toEqual(value('newer'));
  });

  it('is migrated from every older version as it is read, and its file only when it is written', async () => {
    const { open, folder } = await twoGenerations();
    const before = await contentsOf(folder);
    const versions = kind('account', z.strictObject({ tokens: z.array(z.string()), label: z.string() }), [
      (old) => ({ tokens: [(old as z.infer<typeof Account>).refreshToken] }),
      (old) => ({ ...(old as object), label: 'none' }),
    ]);
    const vault = await open({ kinds: [versions] });
    expect(vault.unreadable).toEqual([]);
    expect(vault.read(versions, 'a')).toEqual({ tokens: [value('newer').refreshToken], label: 'none' });
    expect(await contentsOf(folder)).toEqual(before);
    await vault.update(versions, 'a', (current) => ({ ...current, label: 'changed' }));
    expect((await open({ kinds: [versions] })).read(versions, 'a')?.label).toBe('changed');
    expect((await open()).unreadable.map(({ why }) => why)).toEqual(['newer-version']);
  });

  it('is kept and reported when a migration cannot make sense of it', async () => {
    const { open, folder } = await twoGenerations();
    const before = await contentsOf(folder);
    const broken = kind('account', z.strictObject({ tokens: z.array(z.string()) }), [
      () => {
        throw new Error('no such field');
      },
    ]);
    expect((await open({ kinds: [broken] })).unreadable.map(({ why }) => why)).toEqual(['invalid', 'invalid']);
    expect(await contentsOf(folder)).toEqual(before);
  });

  it('is kept and reported when it is of a newer version, of an unknown kind, or does not fit', async () => {
    const { open, folder } = await twoGenerations();
    const newer = kind('account', z.strictObject({ grants: z.array(z.string()) }), [(same) => same]);
    const two = await open({ kinds: [newer] });
    expect(two.unreadable.map(({ why }) => why)).toEqual(['invalid', 'invalid']);
    await two.write(newer, 'c', { grants: [] });
    const before = await contentsOf(folder);

    const one = await open();
    expect(one.list(account)).toHaveLength(2);
    expect(one.unreadable).toEqual([
      { file: 'account-c.sealed', kind: 'account', id: 'c', why: 'newer-version', usedPrevious: false },
    ]);
    await expect(one.write(account, 'c', value('x'))).rejects.toMatchObject({ code: 'record-unreadable' });

    const none = await open({ kinds: [application] });
    expect(none.unreadable.map(({ why }) => why)).toEqual(['unknown-kind', 'unknown-kind', 'unknown-kind']);
    expect(await contentsOf(folder)).toEqual(before);
  });
});

describe('secrets', () => {
  it('are in no file in any form', async () => {
    const { open, folder } = await setting();
    const vault = await open();
    const canary = `canary-${randomUUID()}-ășț`;
    for (let n = 0; n < 3; n++)
      await vault.write(account, 'a', { ...value(canary), label: canary, companies: [canary] });
    const plain = Buffer.from(canary, 'utf8');
    // The two other alignments of base64 are found by the part that no neighbour changes.
    const base64 = [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), plain])
        .toString('base64')
        .slice(4, 40),
    );
    const forms = [
      plain,
      Buffer.from(canary, 'utf16le'),
      Buffer.from(canary, 'utf16le').swap16(),
      ...base64.map((text) => Buffer.from(text)),
      Buffer.from(plain.toString('hex')),
      Buffer.from(plain.toString('hex').toUpperCase()),
      Buffer.from(encodeURIComponent(canary)),
      Buffer.from(JSON.stringify(canary)),
    ];
    const search = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const name of await readdir(folder)) {
        const bytes = await readFile(join(folder, name));
        forms.forEach((form, index) => {
          if (bytes.includes(form)) found.push(`${name} as form ${index}`);
        });
      }
      return found;
    };
    expect(await readdir(folder)).toHaveLength(4);
    expect(await search()).toEqual([]);

    // The search itself finds each form when it is there.
    for (const form of forms) {
      await writeFile(join(folder, 'planted'), Buffer.concat([Buffer.from('xx'), form, Buffer.from('yy')]));
      expect(await search()).not.toEqual([]);
    }
  });

  it('are not in what an open vault shows of itself', async () => {
    const { open } = await setting();
    const vault = await open();
    await vault.write(account, 'a', value('canary-token'));
    const shown = { keys: { ways: { keychain: 'test_store', hasRecovery: false } }, sealer: {}, unreadable: [] };
    expect(JSON.parse(JSON.stringify(vault))).toEqual(shown);
  });
});
