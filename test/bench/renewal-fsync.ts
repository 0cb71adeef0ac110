import { randomBytes } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { nodeFileSystem } from '../../electron/vault/file-system.ts';
import { watched } from '../soak/watched-file-system.ts';
import { resultOf, type BenchEntry } from './bench-entry.ts';
import { startBureau } from './living-accounts.ts';

const runs = 40;

/** ms that a renewal spends making itself durable: all calls to the file system, its mark before the request among them. */
export const renewalFsyncMs: BenchEntry = {
  name: 'renewal.fsyncMs',
  limit: null,
  async run({ folder }) {
    const bureau = await startBureau(folder);
    try {
      let spentMs = 0;
      let largest = 0;
      const fs = watched(nodeFileSystem(), async (call, run) => {
        largest = Math.max(largest, call.bytes);
        const started = performance.now();
        try {
          return await run();
        } finally {
          spentMs += performance.now() - started;
        }
      });
      const desk = await bureau.open('vault', { living: runs, others: 0 }, { fs });
      const bare = join(folder, 'bare');
      await mkdir(bare);
      const values: number[] = [];
      const references: number[] = [];
      for (const id of desk.living) {
        [spentMs, largest] = [0, 0];
        await desk.program.renew(id);
        values.push(spentMs);
        const started = performance.now();
        await writeOnce(bare, id, randomBytes(largest));
        references.push(performance.now() - started);
      }
      await desk.program.close();
      const reference = 'one bare write, fsync, rename and fsync of the folder, of the same size';
      return resultOf('ms', reference, values, references);
    } finally {
      await bureau.close();
    }
  },
};

/** The least that makes a file durable. */
export async function writeOnce(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name);
  const file = await open(`${path}.tmp`, 'w');
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  await rename(`${path}.tmp`, path);
  const names = await open(folder, 'r');
  await names.sync();
  await names.close();
}
