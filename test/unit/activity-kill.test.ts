import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { activityIn, wholeLog } from '../fixtures/activity.ts';

let folder: string;
let writer: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taxpass-activity-kill-'));
  writer = join(folder, 'writer.mjs');
  await build({
    entryPoints: [new URL('../fixtures/activity-writer.ts', import.meta.url).pathname],
    ...{ bundle: true, platform: 'node', format: 'esm', outfile: writer, logLevel: 'silent' },
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const electronEnv = 'electron' in process.versions ? { ELECTRON_RUN_AS_NODE: '1' } : {};

it('has everything that was said to be safe, whenever the program was killed', { timeout: 60_000 }, async () => {
  const log = join(folder, 'log');
  const key = randomBytes(32);
  const safe: string[] = [];
  for (let run = 0; run < 12; run += 1) {
    const child = spawn(process.execPath, [writer, log, key.toString('hex'), String(run)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...electronEnv },
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const closed = once(child, 'close');
    await once(child.stdout, 'data');
    await wait(run * 3);
    child.kill('SIGKILL');
    await closed;
    safe.push(...said.split('\n').slice(0, -1));
  }
  expect(safe.length).toBeGreaterThan(12);
  const kept = await wholeLog(activityIn(log, key).activity);
  expect(safe.filter((name) => !kept.includes(name))).toEqual([]);
  expect(kept.filter((row) => row.includes('missing'))).toEqual([]);
  expect(new Set(kept).size).toBe(kept.length);
});
