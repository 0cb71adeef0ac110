import type { Language } from '../../contract/language.ts';
import { en } from './en.ts';
import { ro } from './ro.ts';
import { sv } from './sv.ts';
import type { Words } from './texts.ts';

const languages: Readonly<Record<Language, Words>> = { en, ro, sv };

/** What the main process says in a language. */
export function wordsIn(language: Language): Words {
  return languages[language];
}
