import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

/** How `npm run soak` was called. */
export type SoakOptions = {
  readonly out: string;
  /** Minutes for the parts that draw at random, all together; null for the least each must do. */
  readonly minutes: number | null;
  readonly seed: number;
  /** Names of entries; null for all. */
  readonly only: readonly string[] | null;
};

/** Reads the arguments; null where they are not as the usage says. Without `--seed` one is drawn. */
export function soakOptions(argv: readonly string[]): SoakOptions | null {
  const option = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { out: option, minutes: option, seed: option, only: option },
    });
    const { out, minutes, seed, only } = values;
    const numbers = [minutes, seed].filter((value) => value !== undefined);
    if (out === undefined || out === '' || numbers.some((value) => !/^\d+(\.\d+)?$/.test(value))) return null;
    return {
      out,
      minutes: minutes === undefined ? null : Number(minutes),
      seed: seed === undefined ? randomInt(2 ** 31) : Number(seed),
      only: only === undefined ? null : only.split(',').map((name) => name.trim()),
    };
  } catch {
    return null;
  }
}
