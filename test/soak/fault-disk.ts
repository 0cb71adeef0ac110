import type { VaultFileSystem } from '../../electron/vault/file-system.ts';
import { watched, type FileCall } from './watched-file-system.ts';

/** How the disk fails: the calls of the n-th record written from now, or all calls from that one's on. */
export type DiskFault = {
  readonly operation: FileCall['operation'];
  readonly errno: string;
  /** 1 is the record as it is before the request, 2 as it is after the answer. */
  readonly write: 1 | 2;
  /** The first such call of that record, or the second. */
  readonly call: 1 | 2;
};

export type FaultyDisk = {
  readonly fs: VaultFileSystem;
  fail(fault: DiskFault | null): void;
  /** Whether the fault has come to pass. */
  hasFailed(): boolean;
  /** Whether the newest file of this name would outlast a power cut: the folder was synced after it got the name. */
  isDurable(file: string): boolean;
};

/** `fs`, which fails when told to. A write that fails has left half of its bytes. */
export function createFaultyDisk(inner: VaultFileSystem): FaultyDisk {
  let fault: DiskFault | null = null;
  let writes = 0;
  let calls = 0;
  let failed = false;
  /** Named, and not in a sync of the folder yet; or in one that failed, after which only a new write can be relied on. */
  const unsynced = new Map<string, 'yet' | 'failed'>();
  const fs = watched(inner, async (call, run) => {
    const covered = call.operation === 'syncFolder' ? [...unsynced].filter(([, why]) => why === 'yet') : [];
    try {
      const result = await spoilt(call, run);
      if (call.operation === 'rename') unsynced.set(call.file, 'yet');
      for (const [file] of covered) unsynced.delete(file);
      return result;
    } catch (error) {
      for (const [file] of covered) unsynced.set(file, 'failed');
      throw error;
    }
  });
  async function spoilt<T>(call: FileCall, run: () => Promise<T>): Promise<T> {
    if (fault === null || !/^account-|^vault$/.test(call.file)) return run();
    if (call.operation === 'create') [writes, calls] = [writes + 1, 0];
    if (call.operation !== fault.operation || writes !== fault.write) return run();
    calls += 1;
    if (calls !== fault.call) return run();
    failed = true;
    const { errno } = fault;
    // Closed in any case: this process lives on.
    if (call.operation === 'close') await run();
    throw Object.assign(new Error(`${errno}: injected`), { code: errno });
  }
  return {
    fs,
    fail(next) {
      fault = next;
      [writes, calls, failed] = [0, 0, false];
    },
    hasFailed: () => failed,
    isDurable: (file) => !unsynced.has(file),
  };
}

const callFaults: ReadonlyArray<readonly [FileCall['operation'], ReadonlyArray<string>, DiskFault['call']]> = [
  ['create', ['EACCES', 'EROFS', 'ENOSPC', 'EMFILE'], 1],
  ['write', ['ENOSPC', 'EDQUOT', 'EIO'], 1],
  ['sync', ['EIO', 'ENOSPC'], 1],
  ['close', ['EIO'], 1],
  ['link', ['EIO', 'EPERM', 'EEXIST'], 1],
  // First the generation before gets its name, then the new one takes its place.
  ['rename', ['EIO', 'EACCES'], 1],
  ['rename', ['EIO', 'EACCES'], 2],
  ['unlink', ['EIO'], 1],
  ['syncFolder', ['EIO'], 1],
];

/** Every disk fault, for the record before the request and for the one after the answer. */
export const diskKinds: ReadonlyArray<{ readonly name: string; readonly fault: DiskFault }> = callFaults.flatMap(
  ([operation, errnos, call]) =>
    errnos.flatMap((errno) =>
      ([1, 2] as const).map((write) => ({
        name: `disk: ${errno} at ${operation} ${call} of write ${write}`,
        fault: { operation, errno, write, call },
      })),
    ),
);
