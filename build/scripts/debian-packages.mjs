import { readFileSync } from 'node:fs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';
import { withSetupLock } from './setup-lock.mjs';

const deadlineMs = 15 * 60_000;

/** Libraries without which Electron does not start. Newer releases add `t64` to some of the names. */
const libraries = /** @type {const} */ ([
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libsecret-1-0',
]);

/** What the desktop without a screen, the tests and readable pictures need besides. */
const tools = /** @type {const} */ ([
  'xvfb',
  'xauth',
  'xdg-utils',
  'dbus',
  'dbus-x11',
  'gnome-keyring',
  'libnss3-tools',
  'openssl',
  'curl',
  'ca-certificates',
  'fonts-dejavu-core',
  // Parts that are not ours, against which sign-ins are tested.
  'apache2-bin',
  'tinyproxy-bin',
  'softhsm2',
  'opensc',
  'chromium',
]);

/** @returns {boolean} whether this is Debian or something made from it */
function isDebian() {
  if (process.platform !== 'linux') return false;
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return /^ID(_LIKE)?=.*\bdebian\b/m.test(release);
  } catch {
    return false;
  }
}

/** @param {string} name */
function spellings(name) {
  return name.startsWith('lib') ? [name, `${name}t64`] : [name];
}

/**
 * @param {readonly string[]} names
 * @returns {Promise<string[]>} those that are not installed under any spelling
 */
async function missingOf(names) {
  const { stdout } = await runCommand('dpkg-query', [
    '-W',
    '-f',
    '${Package} ${db:Status-Status}\\n',
    ...names.flatMap(spellings),
  ]);
  const installed = new Set(
    stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !spellings(name).some((spelling) => installed.has(spelling)));
}

/**
 * @param {readonly string[]} names
 * @returns {Promise<string[]>} the spelling that this release's archive has; without tools that it has under none, for
 *   which apt-get would install nothing at all (Ubuntu's Chromium is a snap)
 */
async function archiveNames(names) {
  const { stdout } = await runCommand('apt-cache', ['madison', ...names.flatMap(spellings)]);
  const known = new Set(stdout.split('\n').map((line) => line.split('|')[0]?.trim()));
  return names.flatMap((name) => {
    const spelling = spellings(name).find((each) => known.has(each));
    if (spelling !== undefined) return [spelling];
    return libraries.some((library) => library === name) ? [name] : [];
  });
}

/**
 * On Debian and its kin, installs the packages that are missing where we are root, and else says the line to run.
 * Other systems are left alone.
 * @param {{ log: (line: string) => void }} context
 * @throws {SetupError} when a library that Electron cannot start without is missing in the end
 */
export async function installDebianPackages({ log }) {
  if (!isDebian()) return;
  const wanted = [...libraries, ...tools];
  if ((await missingOf(wanted)).length === 0) return;
  if (process.getuid?.() === 0) await withSetupLock(log, async () => installAsRoot(await missingOf(wanted), log));
  const missing = await missingOf(wanted);
  if (missing.length === 0) return;
  const names = await archiveNames(missing);
  const line = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  const command = process.getuid?.() === 0 ? `apt-get update && ${line}` : `sudo ${line}`;
  const cure = names.length > 0 ? `run: ${command}` : 'this release has no package of that name';
  const needed = missing.filter((name) => libraries.some((library) => library === name));
  if (needed.length > 0) throw new SetupError(`Electron cannot start without ${needed.join(', ')}; ${cure}`);
  log(`not installed: ${missing.join(', ')} (needed by tests and where there is no screen or keyring); ${cure}`);
}

/**
 * @param {readonly string[]} missing
 * @param {(line: string) => void} log
 */
async function installAsRoot(missing, log) {
  if (missing.length === 0) return;
  log(`installing Debian packages: ${missing.join(' ')}`);
  /** @type {Parameters<typeof runCommand>[2]} */
  const options = { output: 'stderr', deadlineMs, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const wait = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];
  const update = await runCommand('apt-get', [...wait, 'update'], options);
  if (update.code !== 0) log('apt-get update failed; trying with the lists there are');
  const names = await archiveNames(missing);
  if (names.length === 0) return;
  await runCommand('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...names], options);
}
