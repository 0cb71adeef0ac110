import { setTimeout as sleep } from 'node:timers/promises';
import { startDesktopProcess } from './desktop-process.mjs';
import { runCommand } from './run-command.mjs';
import { SetupError } from './setup-error.mjs';

const readyWithinMs = 20_000;
const pollMs = 50;

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} call destination, path and method, then its arguments, as dbus-send takes them
 * @returns {Promise<string | undefined>} the answer's text, or nothing where the call failed
 */
async function callBus(env, [destination = '', ...call]) {
  const args = ['--session', '--print-reply', '--reply-timeout=5000', `--dest=${destination}`, ...call];
  const { code, stdout } = await runCommand('dbus-send', args, { env, deadlineMs: 10_000 });
  return code === 0 ? stdout : undefined;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether this session has a keychain that Electron can use, running or started on demand
 */
export async function hasKeychain(env) {
  if (!env.DBUS_SESSION_BUS_ADDRESS) return false;
  const bus = ['org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const running = await callBus(env, [...bus, 'org.freedesktop.DBus.ListNames']);
  const startable = await callBus(env, [...bus, 'org.freedesktop.DBus.ListActivatableNames']);
  return /"org\.(freedesktop\.secrets|kde\.kwalletd[56]?)"/.test(`${running}${startable}`);
}

/**
 * Starts a gnome-keyring, unlocked, on the session bus that `env` names; it keeps its files under `env`'s XDG_DATA_HOME.
 * @param {{ env: NodeJS.ProcessEnv, password: string }} options
 * @returns {Promise<{ kill: () => void, stop: () => Promise<void> }>} once its default collection answers
 */
export async function startKeyring({ env, password }) {
  const args = ['--foreground', '--unlock', '--components=secrets'];
  const keyring = await startDesktopProcess('gnome-keyring-daemon', args, {
    env,
    debianPackage: 'gnome-keyring',
    input: password,
  });
  const deadline = Date.now() + readyWithinMs;
  const question = ['org.freedesktop.secrets', '/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.ReadAlias'];
  while (!/object path "\/org\//.test((await callBus(env, [...question, 'string:default'])) ?? '')) {
    if (keyring.hasEnded() || Date.now() > deadline) {
      await keyring.stop();
      throw new SetupError(`gnome-keyring-daemon did not start: ${keyring.output().trim().split('\n').at(-1)}`);
    }
    await sleep(pollMs);
  }
  return { kill: keyring.kill, stop: keyring.stop };
}
