import { first } from './first.ts';
import { rest } from './rest.ts';

/** Every sentence of the window, in English: the catalogue the others follow. */
export const en = { ...first, ...rest } as const;
