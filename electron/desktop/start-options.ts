import { parseArgs } from 'node:util';

/** How the app was started. */
export type StartOptions = {
  readonly mode: 'real' | 'practice';
  /** Practice only: a file with other servers to practise at; null for the built-in twins. */
  readonly authorities: string | null;
};

/** Reads our own switches and passes over Chromium's. An installed app starts real, one from source practice. */
export function readStartOptions(argv: readonly string[], isPackaged: boolean): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: { practice: { type: 'boolean' }, real: { type: 'boolean' }, authorities: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const isReal = values['real'] === true || (values['practice'] !== true && isPackaged);
  const { authorities } = values;
  if (isReal) return { mode: 'real', authorities: null };
  return { mode: 'practice', authorities: typeof authorities === 'string' ? authorities : null };
}
