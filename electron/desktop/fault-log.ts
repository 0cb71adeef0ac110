import { randomBytes } from 'node:crypto';
import { maskPersonalNumbers } from '../contract/personal-numbers.ts';

/**
 * Writes a fault of ours to stderr and gives the reference the user sees. Only the error's name, code and stack frames
 * are written: a message can quote what it was given. Personal numbers in them (a folder's name, say) are masked.
 */
export function reportFault(where: string, error: unknown): string {
  const reference = randomBytes(4).toString('hex');
  const name = error instanceof Error ? error.name : typeof error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const frames =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
          .slice(0, 8)
      : [];
  const lines = [`fault ${reference} in ${where}: ${name} ${code}`.trim(), ...frames].join('\n');
  process.stderr.write(`${maskPersonalNumbers(lines)}\n`);
  return reference;
}
