import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { constants, homedir } from 'node:os';
import path from 'node:path';
import { atExit } from './at-exit.mjs';
import { build } from './build.mjs';
import { hasKeychain, startKeyring } from './keyring.mjs';
import { prepare } from './prepare.mjs';
import { chromiumSwitches, keptKeyringPassword, sessionFolder } from './private-desktop.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { runCommand, signalGroup } from './run-command.mjs';
import { log, runScript } from './run-script.mjs';
import { startSessionBus } from './session-bus.mjs';
import { SetupError } from './setup-error.mjs';

const killAfterMs = 5_000;

/**
 * Brings a D-Bus session and a keyring for practice; the keyring is kept, so that the vault opens after a restart.
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => Promise<void> }>}
 */
async function startPracticeKeyring() {
  const { XDG_DATA_HOME } = process.env;
  const dataHome =
    XDG_DATA_HOME && path.isAbsolute(XDG_DATA_HOME) ? XDG_DATA_HOME : path.join(homedir(), '.local', 'share');
  const kept = path.join(dataHome, 'taxpass-practice-keyring');
  mkdirSync(kept, { recursive: true, mode: 0o700 });
  const password = keptKeyringPassword(kept);
  const session = sessionFolder();
  const removeSession = () => rmSync(session, { recursive: true, force: true, maxRetries: 5 });
  /** @type {{ kill: () => void, stop: () => Promise<void> }[]} */
  const parts = [];
  const end = () => {
    for (const part of parts.toReversed()) part.kill();
    removeSession();
  };
  process.on('exit', end);
  // Later a signal is the app's to answer, and must not end this process before it.
  const forgetSignals = atExit(() => {});
  const stop = async () => {
    for (const part of parts.toReversed()) await part.stop();
    removeSession();
    process.off('exit', end);
  };
  try {
    const own = { ...process.env, HOME: kept, XDG_DATA_HOME: kept, XDG_RUNTIME_DIR: session };
    const bus = await startSessionBus({ folder: session, env: own });
    parts.push(bus);
    parts.push(await startKeyring({ env: { ...own, ...bus.env }, password }));
    log(`there is no keychain in this session; practice brings its own, kept in ${kept}`);
    return { env: { ...process.env, ...bus.env }, stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    forgetSignals();
  }
}

/**
 * Runs the app to its end. Ctrl-C asks it to quit, and ends it where it does not.
 * @param {string} electron
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
function runApp(electron, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(electron, [...args], {
      cwd: repositoryRoot,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    });
    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const quit = () => {
      signalGroup(child, 'SIGTERM');
      timer ??= setTimeout(() => signalGroup(child, 'SIGKILL'), killAfterMs);
    };
    for (const signal of signals) process.on(signal, quit);
    const done = () => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, quit);
    };
    child.once('error', (error) => {
      done();
      reject(new SetupError(`${electron} could not be started: ${error.message}`));
    });
    child.once('exit', (code, signal) => {
      done();
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
    });
  });
}

/** Takes the tour where there is no screen to open a window on. */
async function takeTour() {
  const tour = path.join(repositoryRoot, 'build', 'scripts', 'tour.mjs');
  if (!existsSync(tour)) throw new SetupError('there is no display (DISPLAY and WAYLAND_DISPLAY are unset)');
  const out = path.join(repositoryRoot, 'tour');
  log('there is no display, so the app is shown by its tour');
  const { code } = await runCommand(process.execPath, [tour, '--out', out], { output: 'inherit' });
  log(`the pictures are in ${out}`);
  return code;
}

await runScript(async () => {
  const given = process.argv.slice(2).filter((argument) => argument !== '--practice');
  const real = given.includes('--real');
  const { path: electron } = await prepare({ log });
  await build({ log });
  const isLinux = process.platform === 'linux';
  if (isLinux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    if (real) throw new SetupError('--real needs a display, and DISPLAY and WAYLAND_DISPLAY are unset');
    return takeTour();
  }
  const own = isLinux && !real && !(await hasKeychain(process.env)) ? await startPracticeKeyring() : undefined;
  const mode = real ? [] : ['--practice'];
  const args = [repositoryRoot, ...mode, ...chromiumSwitches({ keyring: own !== undefined }), ...given];
  try {
    return await runApp(electron, args, own?.env ?? process.env);
  } finally {
    await own?.stop();
  }
});
