import type { TFunction } from 'i18next';

/** Whether the catalogue has a text under a key that came from outside: an authority's word, a code of the log. */
export function hasText(t: TFunction, key: string): boolean {
  return t(key as never, { defaultValue: '' }) !== '';
}
