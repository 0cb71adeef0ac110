import { first } from './first.ts';
import { rest } from './rest.ts';
import type { en } from '../en/index.ts';
import type { Romanian } from '../texts.ts';

/** Every sentence of the window, in Romanian. */
export const ro: Romanian<typeof en> = { ...first, ...rest };
