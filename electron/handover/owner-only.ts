import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import { promisify } from 'node:util';
import { TokenFileError } from './token-file.ts';

/** Starts a program and waits for its end; rejects where that is not 0. */
export type RunProgram = (file: string, args: readonly string[]) => Promise<unknown>;

const run: RunProgram = (file, args) => promisify(execFile)(file, [...args], { windowsHide: true, timeout: 10_000 });

/**
 * Windows: takes the inherited rights off a file and leaves full ones to its user alone, by the system's own icacls.
 * Not tried on a real Windows; a test holds its arguments.
 * @throws TokenFileError `not-private`
 */
export async function icaclsOwnerOnly(
  path: string,
  user: { readonly env: Readonly<Record<string, string | undefined>>; readonly name: string },
  runProgram: RunProgram = run,
): Promise<void> {
  const icacls = win32.join(user.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'icacls.exe');
  const domain = user.env['USERDOMAIN'];
  const account = domain === undefined || domain === '' ? user.name : `${domain}\\${user.name}`;
  try {
    await runProgram(icacls, [path, '/inheritance:r', '/grant:r', `${account}:F`, '/q']);
  } catch (error) {
    throw new TokenFileError('not-private', null, error);
  }
}
