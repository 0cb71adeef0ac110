import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atExit } from './at-exit.mjs';
import { cacheFolder } from './cache-folder.mjs';

const pollMs = 200;
const staleAfterMs = 30 * 60_000;

/** @param {string} file */
function isStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > staleAfterMs) return true;
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}

/**
 * Does one piece of set-up while no other command of this user does any: two commands started in a fresh clone at once
 * would otherwise install over each other. `work` must look again whether it is still needed.
 * @template T
 * @param {(line: string) => void} log
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock(log, work) {
  const file = path.join(cacheFolder(), 'setup.lock');
  mkdirSync(path.dirname(file), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      if (isStale(file)) rmSync(file, { force: true });
      else if (!told) log('another command is installing; waiting for it');
      await sleep(pollMs);
    }
  }
  const release = () => rmSync(file, { force: true });
  const forget = atExit(release);
  try {
    return await work();
  } finally {
    forget();
    release();
  }
}
