import { SetupError } from './setup-error.mjs';

/**
 * Runs a script's body and makes its number the exit code; a SetupError is one line on stderr, anything else a stack.
 * @param {() => Promise<number | void>} body
 */
export async function runScript(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetupError ? `taxpass: ${error.message}` : error);
    process.exitCode = 1;
  }
}

/**
 * A line of progress. It goes to stderr, because stdout belongs to a script's answer.
 * @param {string} line
 */
export function log(line) {
  process.stderr.write(`taxpass: ${line}\n`);
}
