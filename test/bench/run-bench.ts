import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BenchEntry, BenchResult } from './bench-entry.ts';
import { boardScroll1000, boardTick1000 } from './board-motion.ts';
import { idleCpu } from './idle-cpu.ts';
import { memoryTotal } from './memory-total.ts';
import { renewAll300 } from './renew-all.ts';
import { renewalFsyncMs } from './renewal-fsync.ts';
import { rendererBytes } from './renderer-bytes.ts';
import { startInteractive } from './start-interactive.ts';
import { vaultBytesPerRenewal } from './vault-bytes.ts';
import { vaultOpen1000 } from './vault-open.ts';

const entries: readonly BenchEntry[] = [
  rendererBytes,
  startInteractive,
  memoryTotal,
  boardScroll1000,
  boardTick1000,
  vaultBytesPerRenewal,
  vaultOpen1000,
  renewalFsyncMs,
  renewAll300,
  idleCpu,
];

/**
 * Takes the measurements one after the other and writes what there is, after each. Resolves with whether every one
 * could be taken.
 */
export async function runBench(out: string, only: readonly string[] | null): Promise<boolean> {
  const log = (line: string): void => console.log(line);
  const results: Record<string, BenchResult> = {};
  const save = async (): Promise<void> => {
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, `${JSON.stringify(results, null, 2)}\n`);
  };
  const chosen = entries.filter(({ name }) => only === null || only.includes(name));
  let isWhole = chosen.length === (only ?? entries).length;
  if (!isWhole) log(`no such entry among ${(only ?? []).join(', ')}`);
  await save();
  for (const { name, limit, run } of chosen) {
    const folder = await mkdtemp(join(tmpdir(), 'taxpass-bench-'));
    try {
      const result = await run({ folder, log });
      if (result === null) log(`${name}: not measured on ${process.platform}`);
      else {
        results[name] = result;
        const isMissed = limit !== null && result[limit.of] > limit.atMost;
        const wanted = limit === null ? '' : `; ${limit.of} at most ${limit.atMost}${isMissed ? ': MISSED' : ''}`;
        log(
          `${name}: ${result.value} ${result.unit}, reference ${result.referenceValue}, ratio ${result.ratio}${wanted}`,
        );
      }
    } catch (error) {
      isWhole = false;
      console.error(`${name}:`, error);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    await save();
  }
  return isWhole;
}
