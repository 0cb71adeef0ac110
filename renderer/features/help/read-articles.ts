import type { Language } from '../../../electron/contract/language.ts';
import type { Articles } from './article.ts';

/** Reads the articles of Help in one language; the window holds none of them before somebody asks. */
export async function readArticles(language: Language): Promise<Articles> {
  switch (language) {
    case 'en':
      return (await import('../../i18n/en/help.ts')).articles;
    case 'ro':
      return (await import('../../i18n/ro/help.ts')).articles;
    case 'sv':
      return (await import('../../i18n/sv/help.ts')).articles;
  }
}
