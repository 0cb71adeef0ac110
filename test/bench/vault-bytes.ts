import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { nodeFileSystem } from '../../electron/vault/file-system.ts';
import { activityFolder } from '../soak/soak-office.ts';
import { watched } from '../soak/watched-file-system.ts';
import { resultOf, type BenchEntry } from './bench-entry.ts';
import { startBureau, type Desk } from './living-accounts.ts';

const runs = 10;
const noteMs = 5_000;

/** Bytes that one renewal writes, to the vault and to the activity log beside it, in a full vault and in a small one. */
export const vaultBytesPerRenewal: BenchEntry = {
  name: 'vault.bytesPerRenewal',
  limit: { of: 'ratio', atMost: 1.1 },
  async run({ folder }) {
    const bureau = await startBureau(folder);
    try {
      let written = 0;
      const fs = watched(nodeFileSystem(), (call, run) => {
        written += call.bytes;
        return run();
      });
      const full = await bureau.open('full', { living: runs, others: 1000 - runs }, { fs });
      const small = await bureau.open('small', { living: runs, others: 0 }, { fs });
      const bytesOf = async (desk: Desk, run: number): Promise<number> => {
        const id = desk.living[run] ?? '';
        written = 0;
        const noted = await activityBytes(desk);
        await desk.program.renew(id);
        return written + (await activityAfter(desk, noted)) - noted;
      };
      const values: number[] = [];
      const references: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        values.push(await bytesOf(full, run));
        references.push(await bytesOf(small, run));
      }
      await Promise.all([full.program.close(), small.program.close()]);
      return resultOf('bytes', 'the same renewal in a vault of 10 accounts; the value is of 1,000', values, references);
    } finally {
      await bureau.close();
    }
  },
};

/** A renewal that is over is noted, but nobody waits for that. */
async function activityAfter(desk: Desk, noted: number): Promise<number> {
  for (const end = Date.now() + noteMs; Date.now() < end;) {
    const bytes = await activityBytes(desk);
    if (bytes > noted) return bytes;
    await wait(10);
  }
  throw new Error('the renewal was not noted in the activity log');
}

/** The log is only ever added to. */
async function activityBytes({ vaultFolder }: Desk): Promise<number> {
  const folder = activityFolder(vaultFolder);
  const names = await readdir(folder).catch(() => []);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
