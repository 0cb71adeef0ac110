import { basename } from 'node:path';
import type { VaultFileSystem, WritableFile } from '../../electron/vault/file-system.ts';

/** One call of the vault to its file system. */
export type FileCall = {
  readonly operation: keyof VaultFileSystem | keyof WritableFile;
  /** Name without folder; of `rename` and `link` the new one. */
  readonly file: string;
  /** Bytes to be written; 0 where it is no write. */
  readonly bytes: number;
};

/** Stands around each call: may look, measure, or throw in its place. */
export type Around = <T>(call: FileCall, run: () => Promise<T>) => Promise<T>;

/** `fs` with `around` at each call that changes something or reads a file. */
export function watched(fs: VaultFileSystem, around: Around): VaultFileSystem {
  const at = (operation: FileCall['operation'], path: string, bytes = 0): FileCall => ({
    operation,
    file: basename(path),
    bytes,
  });
  return {
    ...fs,
    readFile: (path) => around(at('readFile', path), () => fs.readFile(path)),
    create: (path) =>
      around(at('create', path), async () => {
        const file = await fs.create(path);
        return {
          write: (bytes) => around(at('write', path, bytes.length), () => file.write(bytes)),
          sync: () => around(at('sync', path), () => file.sync()),
          close: () => around(at('close', path), () => file.close()),
        };
      }),
    link: (existing, path) => around(at('link', path), () => fs.link(existing, path)),
    rename: (from, to) => around(at('rename', to), () => fs.rename(from, to)),
    unlink: (path) => around(at('unlink', path), () => fs.unlink(path)),
    syncFolder: (path) => around(at('syncFolder', path), () => fs.syncFolder(path)),
  };
}

/**
 * `fs` in which a kill is a power cut for file contents: bytes reach the file only with its fsync. A file that was
 * never synced stays empty.
 */
export function losingUnsynced(fs: VaultFileSystem): VaultFileSystem {
  return {
    ...fs,
    create: async (path) => {
      const file = await fs.create(path);
      let unsynced: Uint8Array[] = [];
      return {
        write: (bytes) => {
          unsynced.push(Uint8Array.from(bytes));
          return Promise.resolve();
        },
        sync: async () => {
          const bytes = Buffer.concat(unsynced);
          unsynced = [];
          await file.write(bytes);
          await file.sync();
        },
        close: () => file.close(),
      };
    },
  };
}

/** `fs` that tells of each file by its name once that name's newest content is on the disk: renamed there, folder synced. */
export function tellingDurable(fs: VaultFileSystem, tell: (file: string) => void): VaultFileSystem {
  const renamed = new Set<string>();
  return watched(fs, async (call, run) => {
    if (call.operation === 'syncFolder') {
      // Only what was renamed before this fsync began is durable by it.
      const covered = [...renamed];
      const result = await run();
      for (const file of covered) if (renamed.delete(file)) tell(file);
      return result;
    }
    const result = await run();
    if (call.operation === 'rename') renamed.add(call.file);
    return result;
  });
}
