import type { i18n } from 'i18next';
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { Language } from '../../electron/contract/language.ts';
import { DeskContext, type Desk } from '../state/context.ts';
import { whenIdle } from '../ui/use-idle.ts';
import { createFormats, type Formats } from './formats.ts';
import { SentencesContext } from './use-translation.ts';
import { beginSentences, formatLocales, readFirstParts, readOtherParts } from './setup.ts';

/** Everything that depends on the language the window speaks. */
type Speech = {
  readonly language: Language;
  readonly sentences: i18n;
  /** Reads what is not needed for the first account row. */
  readonly readRest: () => Promise<void>;
  readonly formats: Formats;
};

/** Reads what the window needs to begin to speak a language; the rest is read when it is first wanted. */
export async function speak(language: Language): Promise<Speech> {
  const begun = beginSentences(language, await readFirstParts(language), () => readOtherParts(language));
  return { language, ...begun, formats: createFormats(formatLocales[language]) };
}

export function isLanguage(name: string | null): name is Language {
  return name !== null && Object.hasOwn(formatLocales, name);
}

/** Gives the window its words and formats, and others when the settings name another language; nothing is lost then. */
export function LanguageRoot(props: {
  readonly desk: Omit<Desk, 'formats'>;
  readonly first: Speech;
  readonly children: ReactNode;
}) {
  const { desk, first, children } = props;
  const [speech, setSpeech] = useState(first);
  const { projection } = desk;
  const chosen = useSyncExternalStore(
    projection.subscribe,
    () => projection.get()?.settings.language ?? speech.language,
  );
  useEffect(() => {
    if (chosen === speech.language) return;
    let isWanted = true;
    void speak(chosen).then(async (next) => {
      await next.readRest();
      if (isWanted) setSpeech(next);
    });
    return () => {
      isWanted = false;
    };
  }, [chosen, speech.language]);
  const { language, sentences, readRest, formats } = speech;
  const isDrawn = useSyncExternalStore(projection.subscribe, () => projection.get() !== null);
  useEffect(() => {
    if (!isDrawn) return;
    return whenIdle(() => void readRest());
  }, [isDrawn, readRest]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(() => ({ ...desk, formats }), [desk, formats]);
  return (
    <SentencesContext value={sentences}>
      <I18nProvider locale={formatLocales[language]}>
        <DeskContext value={value}>{children}</DeskContext>
      </I18nProvider>
    </SentencesContext>
  );
}
