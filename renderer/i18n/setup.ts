import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { SettingsView } from '../../electron/contract/snapshot.ts';
import { en } from './en/index.ts';

type Language = SettingsView['language'];

/** The catalogues. A new language adds a row here, and `renderer/i18n/<language>/` with the same files as `en/`. */
const catalogues = { en } satisfies Record<Language, object>;

/** The locale by which each language writes dates, numbers and spans. */
export const formatLocales: Readonly<Record<Language, string>> = { en: 'en-GB' };

/** The sentences of the window, ready at once: nothing is loaded later. */
export function createSentences(language: Language): i18n {
  const sentences = createInstance();
  void sentences.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: Object.fromEntries(Object.entries(catalogues).map(([name, translation]) => [name, { translation }])),
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return sentences;
}
