import type { Articles } from '../../features/help/article.ts';
import { keeping } from './help-keeping.ts';
import { signingIn } from './help-signing-in.ts';

/** The articles of Help. */
export const articles: Articles = { ...signingIn, ...keeping };
