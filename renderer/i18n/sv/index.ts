import { first } from './first.ts';
import { rest } from './rest.ts';
import type { en } from '../en/index.ts';
import type { Swedish } from '../texts.ts';

/** Every sentence of the window, in Swedish. */
export const sv: Swedish<typeof en> = { ...first, ...rest };
