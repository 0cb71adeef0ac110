import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { backupKill } from './backup-kill.ts';
import { callbackFuzz } from './callback-fuzz.ts';
import { claimsFuzz } from './claims-fuzz.ts';
import { createRandom } from './random.ts';
import { exportKill } from './export-kill.ts';
import { handOverKill } from './handover-kill.ts';
import { migrationKill } from './migration-kill.ts';
import { passphraseKill } from './passphrase-kill.ts';
import { renewalFault } from './renewal-fault.ts';
import { renewalKill } from './renewal-kill.ts';
import { restoreKill } from './restore-kill.ts';
import { signInRude } from './signin-rude.ts';
import type { SoakEntry, SoakResult } from './soak-entry.ts';
import type { SoakOptions } from './soak-options.ts';

/** Every entry; each is a folderless file of its own, and stands alone. */
const entries: readonly SoakEntry[] = [
  renewalKill,
  renewalFault,
  migrationKill,
  exportKill,
  backupKill,
  restoreKill,
  passphraseKill,
  handOverKill,
  claimsFuzz,
  callbackFuzz,
  signInRude,
];

/** Runs the entries one after the other and writes what they found, after each; resolves with whether nothing failed. */
export async function runSoak({ out, minutes, seed, only }: SoakOptions): Promise<boolean> {
  const log = (line: string): void => console.log(line);
  log(`seed ${seed}: --seed ${seed} draws the same again`);
  const results: Record<string, SoakResult> = {};
  const save = async (): Promise<void> => {
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, `${JSON.stringify({ ...results }, null, 2)}\n`);
  };
  const unknown = (only ?? []).filter((name) => !entries.some((entry) => entry.name === name));
  for (const name of unknown) results[name] = { tried: 0, failed: 1, failures: ['no such entry'] };
  const chosen = entries.filter(({ name }) => only === null || only.includes(name));
  const randomLeft = chosen.filter(({ isRandom }) => isRandom);
  const end = Date.now() + (minutes ?? 0) * 60_000;
  await save();
  for (const { name, isRandom, run } of chosen) {
    const folder = await mkdtemp(join(tmpdir(), 'taxpass-soak-'));
    const started = Date.now();
    const left = randomLeft.length - randomLeft.findIndex((entry) => entry.name === name);
    // What is left of the time is shared by those that are still to come.
    const until = isRandom ? started + Math.max(0, end - started) / left : started;
    const result = await run({ random: createRandom(seed).named(name), folder, until, log }).catch(
      (error: unknown): SoakResult => {
        console.error(error);
        return { tried: 0, failed: 1, failures: [`ended by ${error instanceof Error ? error.message : 'an error'}`] };
      },
    );
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    results[name] = { ...result, seed, seconds: Math.round((Date.now() - started) / 1000) };
    await save();
    log(`${name}: ${JSON.stringify(results[name])}`);
  }
  return Object.values(results).every(({ tried, failed }) => failed === 0 && tried > 0);
}
