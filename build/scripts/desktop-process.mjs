import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './setup-error.mjs';

const readyWithinMs = 20_000;
const endsWithinMs = 5_000;

/**
 * @param {string} command
 * @returns {string | undefined} its place on PATH
 */
export function commandOnPath(command) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, command))
    .find((file) => existsSync(file));
}

/**
 * Starts a helper of a desktop (Linux). It also ends when this process is killed outright, where the system has setpriv.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env: NodeJS.ProcessEnv, debianPackage: string, input?: string, readyFd?: number }} options `readyFd`: the
 *   descriptor (1 or 3) on which the helper writes one line when it is ready
 * @returns {Promise<{ line: string, output: () => string, hasEnded: () => boolean, kill: () => void, stop: () => Promise<void> }>}
 *   `line` is the readiness line; `kill` asks it to end, `stop` waits until it has
 * @throws {SetupError} when it is not installed or ends before it is ready
 */
export async function startDesktopProcess(command, args, { env, debianPackage, input, readyFd }) {
  if (!commandOnPath(command)) {
    throw new SetupError(`${command} is missing; run: sudo apt-get install -y ${debianPackage}`);
  }
  const wrapper = commandOnPath('setpriv') ? ['setpriv', '--pdeathsig', 'TERM', '--'] : [];
  const [file = command, ...rest] = [...wrapper, command, ...args];
  const child = spawn(file, rest, { env, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  let output = '';
  /** @param {string} text */
  const keep = (text) => (output = (output + text).slice(-4_000));
  child.stderr?.setEncoding('utf8').on('data', keep);
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', (error) => resolve(keep(error.message)));
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  child.stdin?.on('error', () => {});
  child.stdin?.end(input ?? '');
  const kill = () => void child.kill('SIGTERM');
  const stop = async () => {
    if (hasEnded()) return;
    kill();
    const timer = setTimeout(() => child.kill('SIGKILL'), endsWithinMs);
    await ended;
    clearTimeout(timer);
  };
  const streams = /** @type {(import('node:stream').Readable | null)[]} */ (/** @type {unknown} */ (child.stdio));
  for (const fd of [1, 3]) if (fd !== readyFd) streams[fd]?.resume();
  if (readyFd === undefined) return { line: '', output: () => output, hasEnded, kill, stop };

  const ready = new Promise((resolve) => {
    let text = '';
    streams[readyFd]?.setEncoding('utf8').on('data', (part) => {
      text += part;
      if (text.includes('\n')) resolve(text.split('\n')[0]);
    });
  });
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, readyWithinMs)));
  const line = await Promise.race([ready, ended.then(() => undefined), late]);
  clearTimeout(timer);
  if (typeof line === 'string') return { line, output: () => output, hasEnded, kill, stop };
  await stop();
  throw new SetupError(`${command} did not start: ${output.trim().split('\n').at(-1) || 'it said nothing'}`);
}
