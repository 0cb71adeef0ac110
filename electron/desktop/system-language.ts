import { Language } from '../contract/language.ts';

/**
 * The first of the languages the user asked the system for that Taxpass speaks, else English.
 * @param preferred BCP 47 tags, the most wanted first
 */
export function systemLanguage(preferred: readonly string[]): Language {
  const spoken = preferred.map((tag) => Language.safeParse(tag.toLowerCase().split(/[-_]/)[0]));
  return spoken.find(({ success }) => success)?.data ?? 'en';
}
