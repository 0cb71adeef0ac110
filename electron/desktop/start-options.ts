import { parseArgs } from 'node:util';

/** How the app was started. */
export type StartOptions = { readonly mode: 'real' | 'practice' };

/** Reads our own switches and passes over Chromium's. An installed app starts real, one from source practice. */
export function readStartOptions(argv: readonly string[], isPackaged: boolean): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: { practice: { type: 'boolean' }, real: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  });
  if (values['real'] === true) return { mode: 'real' };
  if (values['practice'] === true) return { mode: 'practice' };
  return { mode: isPackaged ? 'real' : 'practice' };
}
