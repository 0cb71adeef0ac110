import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { atExit } from './at-exit.mjs';
import { startKeyring } from './keyring.mjs';
import { startSessionBus } from './session-bus.mjs';
import { startVirtualDisplay } from './virtual-display.mjs';

/** A socket's path may have 107 bytes; Chromium puts about 60 after its temporary folder. */
const longestTempFolder = 30;

/**
 * The switches that Chromium needs on such a desktop; they belong to the command line, never into the app.
 * @param {{ keyring?: boolean }} [options]
 * @returns {string[]}
 */
export function chromiumSwitches({ keyring = true } = {}) {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(keyring && process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : []),
  ];
}

/**
 * The password of a keyring that is kept. It lies beside the keyring, so it protects nothing: practice and tests only.
 * @param {string} folder
 * @returns {string}
 */
export function keptKeyringPassword(folder) {
  const file = path.join(folder, 'keyring-password');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const password = randomBytes(24).toString('hex');
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, password, { mode: 0o600 });
    return password;
  }
}

/** @returns {string} a new private folder with a short path */
export function sessionFolder() {
  const base = tmpdir().length > longestTempFolder && process.platform !== 'win32' ? '/tmp' : tmpdir();
  return mkdtempSync(path.join(base, 'taxpass-'));
}

/**
 * @param {string} home
 * @returns {Record<string, string>} each names a folder
 */
function homeVariables(home) {
  /** @type {Record<string, string>} */
  const platformOnly =
    process.platform === 'win32'
      ? {
          USERPROFILE: home,
          APPDATA: path.join(home, 'AppData', 'Roaming'),
          LOCALAPPDATA: path.join(home, 'AppData', 'Local'),
        }
      : {};
  return {
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_DATA_HOME: path.join(home, '.local', 'share'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
    XDG_STATE_HOME: path.join(home, '.local', 'state'),
    ...platformOnly,
  };
}

/**
 * Starts a desktop that shares nothing with the caller's: HOME and XDG folders, on Linux also display, D-Bus session and
 * keyring. Everything it started ends, and its temporary folder goes, at `stop()` or when this process ends.
 * @param {{ keyring?: boolean, display?: boolean, folder?: string, size?: string }} [options] `keyring: false` is a desktop
 *   without any secret service; `folder` (else a temporary one) keeps HOME and the keyring's password for a restart; `size`
 *   is WIDTHxHEIGHTxDEPTH in pixels and bits
 * @returns {Promise<{ env: Record<string, string>, home: string, stop: () => Promise<void> }>} `env` is the whole
 *   environment for the app
 */
export async function startPrivateDesktop(options = {}) {
  const { keyring = true, display = true, folder, size = '1280x900x24' } = options;
  const session = sessionFolder();
  const kept = folder ? path.resolve(folder) : session;
  const home = path.join(kept, 'home');
  const runtime = path.join(session, 'run');
  const temporary = path.join(session, 'tmp');
  const homes = homeVariables(home);
  for (const each of [runtime, temporary, ...Object.values(homes)]) mkdirSync(each, { recursive: true, mode: 0o700 });
  /** @type {Record<string, string>} */
  let env = { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', TMPDIR: temporary, ...homes };
  if (process.platform === 'win32') {
    env = { ...env, TEMP: temporary, TMP: temporary, SystemRoot: process.env.SystemRoot ?? 'C:\\Windows' };
  }

  /** @type {{ kill: () => void, stop: () => Promise<void> }[]} */
  const parts = [];
  const removeFolder = () => rmSync(session, { recursive: true, force: true, maxRetries: 5 });
  const forget = atExit(() => {
    for (const part of parts.toReversed()) part.kill();
    removeFolder();
  });
  const stop = async () => {
    for (const part of parts.toReversed()) await part.stop();
    removeFolder();
    forget();
  };
  if (process.platform !== 'linux') return { env, home, stop };

  env = {
    ...env,
    XDG_RUNTIME_DIR: runtime,
    DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${path.join(runtime, 'no-system-bus')}`,
  };
  try {
    if (display) {
      const screen = await startVirtualDisplay({ folder: runtime, size, env });
      parts.push(screen);
      env = { ...env, ...screen.env, XDG_SESSION_TYPE: 'x11' };
    }
    const bus = await startSessionBus({ folder: runtime, env });
    parts.push(bus);
    env = { ...env, ...bus.env };
    if (keyring) {
      const password = folder ? keptKeyringPassword(kept) : randomBytes(24).toString('hex');
      parts.push(await startKeyring({ env, password }));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { env, home, stop };
}
