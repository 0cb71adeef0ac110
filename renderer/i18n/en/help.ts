import type { Articles } from '../../features/help/article.ts';
import { keeping } from './help-keeping.ts';
import { signingIn } from './help-signing-in.ts';

/**
 * The articles of Help. What the window calls something stands as `{{button:…}}` with its key; official names of an
 * authority's pages and fields stay in its own language.
 */
export const articles = { ...signingIn, ...keeping } as const satisfies Articles;
