import type { i18n } from 'i18next';
import { createContext, use } from 'react';

/** The sentences of the language that the window speaks. */
export const SentencesContext = createContext<i18n | null>(null);

/** The sentences, and `t`, which says one; both are others when the window speaks another language. */
export function useTranslation(): { readonly t: i18n['t']; readonly i18n: i18n } {
  const sentences = use(SentencesContext);
  if (sentences === null) throw new Error('nobody has given the window its words');
  return { t: sentences.t, i18n: sentences };
}
