import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '../../electron/contract/language.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { createFetches } from '../../renderer/features/sign-in/fetches.ts';
import { createFormats } from '../../renderer/i18n/formats.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { ro } from '../../renderer/i18n/ro/index.ts';
import { createSentences, formatLocales } from '../../renderer/i18n/setup.ts';
import { SentencesContext } from '../../renderer/i18n/use-translation.ts';
import { sv } from '../../renderer/i18n/sv/index.ts';
import { DeskContext } from '../../renderer/state/context.ts';
import { Announcer } from '../../renderer/ui/announcer.tsx';
import { snapshotView } from '../fixtures/renderer-views.ts';

/** The time at which screens are drawn, epoch ms: 1 July 2026, 12:00 UTC. */
export const DRAWN_AT = Date.UTC(2026, 6, 1, 12);

const catalogues: Readonly<Record<Language, object>> = { en, ro, sv };
const nothing = (): void => undefined;

/**
 * A screen as markup, drawn once with `part` of a snapshot. React's own drawing to text wants a second snapshot that no
 * window has: who calls this replaces `useSyncExternalStore` of the module `react`.
 */
export function markupOf(screen: ReactNode, part: Partial<Snapshot> = {}, language: Language = 'en'): string {
  const sentences = createSentences(language, catalogues[language]);
  const snapshot = snapshotView({
    mode: 'practice',
    settings: { language, theme: 'system', staysInTray: false, startsAtLogin: false },
    ...part,
  });
  const bridge = { call: () => Promise.reject(new Error('not called while drawing')), onChanges: () => nothing };
  const projection = { get: () => snapshot, subscribe: () => nothing };
  const desk = {
    bridge,
    projection,
    clock: { now: () => DRAWN_AT, subscribe: () => nothing },
    formats: createFormats(formatLocales[language], 'UTC'),
    fetches: createFetches(bridge, projection),
  };
  const atDesk = createElement(DeskContext, { value: desk }, createElement(Announcer, null, screen));
  return renderToStaticMarkup(createElement(SentencesContext, { value: sentences }, atDesk));
}

/** The text of a screen, as somebody reads it or has it read out. */
export function draw(screen: ReactNode, part: Partial<Snapshot> = {}, language: Language = 'en'): string {
  return markupOf(screen, part, language)
    .replaceAll(/<[^>]* aria-label="([^"]*)"[^>]*>/g, '\n$1\n')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
}
