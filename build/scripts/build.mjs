import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installNodeModules } from './node-modules.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { runCommand } from './run-command.mjs';
import { log, runScript } from './run-script.mjs';
import { SetupError } from './setup-error.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { standIn } from './stand-in-runtime.mjs';

const sources = /** @type {const} */ ([
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'build/tsconfig.base.json',
]);
const deadlineMs = 5 * 60_000;
const results = /** @type {const} */ (['out/main/main.js', 'out/preload', 'out/renderer/index.html']);
const stampFile = path.join(repositoryRoot, 'out', '.sources');

/**
 * @param {string} name
 * @returns {string[]} the file, or the files of the folder, in a fixed order
 */
function filesOf(name) {
  const full = path.join(repositoryRoot, name);
  if (!existsSync(full)) return [];
  const entries = readdirSync(path.dirname(full), { withFileTypes: true });
  if (!entries.find((entry) => entry.name === path.basename(full))?.isDirectory()) return [full];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsbuildinfo'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** @returns {string} a digest of everything the build reads: a date would miss a deleted file or an edit during the build */
function sourcesDigest() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesOf)) {
    const bytes = readFileSync(file);
    hash.update(`${path.relative(repositoryRoot, file)}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** @param {string} digest */
function isBuilt(digest) {
  if (results.some((result) => !existsSync(path.join(repositoryRoot, result)))) return false;
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest;
}

/**
 * Builds `out/` from the sources, unless it was built from just these.
 * @param {{ log: (line: string) => void, force?: boolean }} options
 * @throws {SetupError} when the build fails; its own lines are on stderr
 */
export async function build({ log, force = false }) {
  await installNodeModules({ log });
  if (!force && isBuilt(sourcesDigest())) return;
  await withSetupLock(log, async () => {
    const digest = sourcesDigest();
    if (!force && isBuilt(digest)) return;
    log('building');
    rmSync(stampFile, { force: true });
    const cli = path.join(repositoryRoot, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    // One output serves both runtimes, so it is made for the older.
    const env = { ...process.env, ELECTRON_MAJOR_VER: standIn.version.split('.')[0] };
    const { code } = await runCommand(process.execPath, [cli, 'build', '--logLevel', 'warn'], {
      env,
      output: 'stderr',
      deadlineMs,
    });
    if (code !== 0) throw new SetupError(`the build failed (${code}); its own lines above say why`);
    writeFileSync(stampFile, digest);
    if (!isBuilt(digest)) throw new SetupError(`the build made no ${results.join(', ')}; see electron.vite.config.ts`);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(() => build({ log, force: process.argv.includes('--force') }));
}
