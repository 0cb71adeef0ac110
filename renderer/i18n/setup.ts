import { createInstance, type i18n } from 'i18next';
import { use } from 'react';
import type { Language } from '../../electron/contract/language.ts';

/** The locale by which each language writes dates, numbers and spans. */
export const formatLocales: Readonly<Record<Language, string>> = { en: 'en-GB', ro: 'ro-RO', sv: 'sv-SE' };

/** Reads the parts of a language's catalogue that the first account rows need. */
export async function readFirstParts(language: Language): Promise<object> {
  switch (language) {
    case 'en':
      return (await import('./en/first.ts')).first;
    case 'ro':
      return (await import('./ro/first.ts')).first;
    case 'sv':
      return (await import('./sv/first.ts')).first;
  }
}

/** Reads the other parts of a language's catalogue. */
export async function readOtherParts(language: Language): Promise<object> {
  switch (language) {
    case 'en':
      return (await import('./en/rest.ts')).rest;
    case 'ro':
      return (await import('./ro/rest.ts')).rest;
    case 'sv':
      return (await import('./sv/rest.ts')).rest;
  }
}

/** Reads a language's whole catalogue. */
export async function readCatalogue(language: Language): Promise<object> {
  return { ...(await readFirstParts(language)), ...(await readOtherParts(language)) };
}

/** The sentences of one language, ready at once. */
export function createSentences(language: Language, catalogue: object): i18n {
  return beginSentences(language, catalogue, null).sentences;
}

/**
 * The sentences of one language, of which some come later. What is drawn with one of those waits for it (Suspense) and
 * has it read; `first` holds all that is said outside of drawing before `readRest`.
 * @param readOthers reads what `first` has not; null where it has everything
 */
export function beginSentences(
  language: Language,
  first: object,
  readOthers: (() => Promise<object>) | null,
): { readonly sentences: i18n; readonly readRest: () => Promise<void> } {
  const sentences = createInstance();
  let isWhole = readOthers === null;
  let reading: Promise<void> | null = null;
  const readRest = (): Promise<void> => (reading ??= addRest().catch(forget));

  /** The next who wants it reads it again. */
  function forget(error: unknown): never {
    reading = null;
    throw error;
  }

  async function addRest(): Promise<void> {
    if (readOthers !== null) sentences.addResourceBundle(language, 'translation', await readOthers(), true, true);
    isWhole = true;
  }

  /** Called in place of a text that is not there yet or, where there is a `defaultValue`, may never be. */
  function useMissing(key: string, defaultValue?: string): string {
    if (!isWhole) use(readRest());
    return defaultValue ?? key;
  }

  void sentences.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: first } },
    interpolation: { escapeValue: false },
    initAsync: false,
    parseMissingKeyHandler: useMissing,
  });
  return { sentences, readRest };
}
