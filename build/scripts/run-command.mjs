import { spawn } from 'node:child_process';
import { atExit } from './at-exit.mjs';
import { repositoryRoot } from './repository-root.mjs';

const killAfterMs = 5_000;
const pipesLingerMs = 2_000;

/**
 * Signals a child and everything in its process group (on Windows the child alone).
 * @param {import('node:child_process').ChildProcess} child started with `detached: true`
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}

/**
 * Runs a command to its end in a process group of its own, which ends with this process and at the deadline.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, output?: 'collect' | 'stderr' | 'inherit', deadlineMs?: number,
 *   shell?: boolean }} [options] `output`: collected, or the child's stdout and stderr both shown on our stderr, or inherited
 * @returns {Promise<{ code: number, stdout: string, stderr: string, timedOut: boolean }>} code 127 where the command
 *   could not be started (the reason is in stderr), 124 where the deadline ended it
 */
export function runCommand(command, args, options = {}) {
  const { cwd = repositoryRoot, env = process.env, output = 'collect', deadlineMs, shell = false } = options;
  const target = output === 'collect' ? 'pipe' : output === 'stderr' ? 2 : 'inherit';
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd,
      env,
      shell,
      stdio: ['ignore', target, output === 'stderr' ? 2 : target],
      detached: process.platform !== 'win32',
    });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
    const forget = atExit(() => signalGroup(child, 'SIGTERM'));
    /** @type {NodeJS.Timeout | undefined} */
    let killTimer;
    const deadline = deadlineMs
      ? setTimeout(() => {
          timedOut = true;
          signalGroup(child, 'SIGTERM');
          killTimer = setTimeout(() => signalGroup(child, 'SIGKILL'), killAfterMs);
        }, deadlineMs)
      : undefined;
    /** @param {number} code */
    const finish = (code) => {
      clearTimeout(deadline);
      clearTimeout(killTimer);
      if (timedOut) signalGroup(child, 'SIGKILL');
      forget();
      resolve({ code: timedOut ? 124 : code, stdout, stderr, timedOut });
    };
    child.once('error', (error) => {
      stderr += error.message;
      finish(127);
    });
    child.once('exit', (code) => {
      // A grandchild may keep the pipes open for longer than anybody wants to wait.
      const linger = setTimeout(() => finish(code ?? 1), pipesLingerMs);
      child.once('close', () => {
        clearTimeout(linger);
        finish(code ?? 1);
      });
    });
  });
}
