import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { VaultFileSystem, WritableFile } from '../../electron/vault/file-system.ts';
import type { Keychain } from '../../electron/vault/key-file.ts';

/** A new folder under the system's temporary one, removed when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'taxpass-vault-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file in a folder with its content as hex: equal before and after means untouched byte for byte. */
export async function contentsOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await readFile(join(folder, name))).toString('hex')] as const)),
  );
}

/** A keychain that really seals, with a secret of its own: what one instance sealed, another cannot open. */
export function testKeychain(
  options: { backend?: string; reseal?: boolean } = {},
): Keychain & { readonly given: string[] } {
  const secret = randomBytes(32);
  const given: string[] = [];
  return {
    backend: options.backend ?? 'test_store',
    given,
    seal: (text) => {
      given.push(text);
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Promise.resolve(Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64'));
    },
    open: async (sealed) => {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      return Promise.resolve({ text, reseal: options.reseal ?? false });
    },
  };
}

/** One call of the file system. */
export type Call = { operation: keyof VaultFileSystem | keyof WritableFile; file: string; number: number };

/** What a fault does to a call: nothing, or an error thrown instead; a `write` may first leave half of its bytes. */
export type Fault = (call: Call) => Error | undefined;

export function errno(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}

/** `fs` with `fault` asked before each call. */
export function faulty(fs: VaultFileSystem, fault: Fault): VaultFileSystem {
  let number = 0;
  const ask = (operation: Call['operation'], path: string): Error | undefined =>
    fault({ operation, file: basename(path), number: ++number });
  const guard = async (operation: Call['operation'], path: string): Promise<void> => {
    const error = ask(operation, path);
    if (error) return Promise.reject(error);
    return Promise.resolve();
  };
  return {
    readFile: (path) => guard('readFile', path).then(() => fs.readFile(path)),
    readFolder: (path) => guard('readFolder', path).then(() => fs.readFolder(path)),
    makeFolder: (path) => guard('makeFolder', path).then(() => fs.makeFolder(path)),
    create: async (path) => {
      await guard('create', path);
      const file = await fs.create(path);
      return {
        write: async (bytes) => {
          const error = ask('write', path);
          if (!error) return file.write(bytes);
          await file.write(bytes.subarray(0, bytes.length >> 1));
          throw error;
        },
        sync: () => guard('sync', path).then(() => file.sync()),
        close: async () => {
          // Closed in any case: the test's own process lives on.
          await file.close();
          await guard('close', path);
        },
      };
    },
    link: (existing, path) => guard('link', path).then(() => fs.link(existing, path)),
    rename: (from, to) => guard('rename', to).then(() => fs.rename(from, to)),
    unlink: (path) => guard('unlink', path).then(() => fs.unlink(path)),
    syncFolder: (path) => guard('syncFolder', path).then(() => fs.syncFolder(path)),
  };
}

/** The process dies before the n-th call: neither it nor any later one happens. */
export function crashAt(n: number): Fault {
  return ({ number }) => (number >= n ? new Error('the process has died') : undefined);
}

/** The n-th call fails with `code`; the process lives and may clean up. */
export function failAt(n: number, code: string): Fault {
  return ({ number }) => (number === n ? errno(code) : undefined);
}

type Inode = { content: Buffer; onDisk: Buffer };

/**
 * A disk in memory that forgets like a real one when the power goes: bytes not fsynced are gone, and of the changes
 * to names since the folder's last fsync any first part may have arrived (they are journalled in order).
 */
export class ForgetfulDisk implements VaultFileSystem {
  #names = new Map<string, Inode>();
  #sinceSync: Map<string, Inode>[] = [new Map<string, Inode>()];

  static holding(files: ReadonlyMap<string, Buffer>): ForgetfulDisk {
    const disk = new ForgetfulDisk();
    for (const [name, content] of files) disk.#names.set(name, { content, onDisk: content });
    disk.#sinceSync = [new Map(disk.#names)];
    return disk;
  }

  /** Every content that the disk may have after a power cut now. */
  afterPowerCut(): Map<string, Buffer>[] {
    return this.#sinceSync.map((names) => new Map([...names].map(([name, inode]) => [name, inode.onDisk])));
  }

  #inode(path: string): Inode {
    const inode = this.#names.get(path);
    if (!inode) throw errno('ENOENT');
    return inode;
  }

  #changeNames(change: () => void): Promise<void> {
    return new Promise((resolve) => {
      change();
      this.#sinceSync.push(new Map(this.#names));
      resolve();
    });
  }

  readFile(path: string): Promise<Uint8Array> {
    return Promise.resolve().then(() => this.#inode(path).content);
  }
  readFolder(path: string): Promise<readonly string[]> {
    return Promise.resolve([...this.#names.keys()].map((name) => name.slice(path.length + 1)));
  }
  makeFolder(): Promise<void> {
    return Promise.resolve();
  }
  async create(path: string): Promise<WritableFile> {
    if (this.#names.has(path)) throw errno('EEXIST');
    const inode: Inode = { content: Buffer.alloc(0), onDisk: Buffer.alloc(0) };
    await this.#changeNames(() => this.#names.set(path, inode));
    return {
      write: (bytes) => {
        inode.content = Buffer.concat([inode.content, bytes]);
        return Promise.resolve();
      },
      sync: () => {
        inode.onDisk = inode.content;
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
  }
  link(existing: string, path: string): Promise<void> {
    return this.#changeNames(() => {
      if (this.#names.has(path)) throw errno('EEXIST');
      this.#names.set(path, this.#inode(existing));
    });
  }
  rename(from: string, to: string): Promise<void> {
    return this.#changeNames(() => {
      const inode = this.#inode(from);
      // POSIX: where both names are one file, nothing happens.
      if (this.#names.get(to) === inode) return;
      this.#names.set(to, inode);
      this.#names.delete(from);
    });
  }
  unlink(path: string): Promise<void> {
    return this.#changeNames(() => {
      this.#inode(path);
      this.#names.delete(path);
    });
  }
  syncFolder(): Promise<void> {
    this.#sinceSync = [new Map(this.#names)];
    return Promise.resolve();
  }
}
