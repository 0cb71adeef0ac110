import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from './npm.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { SetupError } from './setup-error.mjs';
import { withSetupLock } from './setup-lock.mjs';

const oldestNode = /** @type {const} */ ([20, 19]);
const deadlineMs = 15 * 60_000;

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** @returns {boolean} whether node_modules holds what package-lock.json says, by content and not by date */
function isInstalled() {
  const wanted = lockedPackages(path.join(repositoryRoot, 'package-lock.json'));
  const present = lockedPackages(path.join(repositoryRoot, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  for (const [folder, { version, integrity, optional, devOptional }] of Object.entries(wanted)) {
    if (folder === '') continue;
    const found = present[folder];
    if (!found) {
      // What npm leaves out on this platform.
      if (optional || devOptional) continue;
      return false;
    }
    if (found.version !== version || found.integrity !== integrity) return false;
    if (!existsSync(path.join(repositoryRoot, folder, 'package.json'))) return false;
  }
  return Object.keys(present).every((folder) => folder in wanted);
}

/**
 * Installs the dependencies by `npm ci` where node_modules is missing or differs from package-lock.json.
 * @param {{ log: (line: string) => void }} context
 * @throws {SetupError} on an old Node, or when npm fails
 */
export async function installNodeModules({ log }) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    throw new SetupError(
      `Node ${oldestNode.join('.')} or newer is needed, this is ${process.versions.node}; see https://nodejs.org`,
    );
  }
  if (isInstalled()) return;
  await withSetupLock(log, async () => {
    if (isInstalled()) return;
    log('installing the dependencies (npm ci)');
    const { code, stderr } = await runNpm(
      ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'],
      {
        output: 'stderr',
        deadlineMs,
      },
    );
    if (code === 127) throw new SetupError(`npm could not be started (${stderr}); it comes with Node, put it on PATH`);
    if (code !== 0) throw new SetupError(`npm ci failed (${code}); its own lines above say why`);
    if (!isInstalled()) throw new SetupError('npm ci left node_modules incomplete; delete node_modules and try again');
  });
}
