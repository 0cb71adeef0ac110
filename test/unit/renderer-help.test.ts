import { readdirSync, readFileSync } from 'node:fs';
import type * as React from 'react';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { realProfiles } from '../../electron/authorities/authorities.ts';
import type { Language } from '../../electron/contract/language.ts';
import { HelpArticle } from '../../renderer/features/help/help-article.tsx';
import { piecesOf, type Articles } from '../../renderer/features/help/article.ts';
import { keysShown, shortcuts } from '../../renderer/features/help/shortcuts.ts';
import { helpTopics, topicsFor } from '../../renderer/features/help/topics.ts';
import { articles as english } from '../../renderer/i18n/en/help.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { articles as romanian } from '../../renderer/i18n/ro/help.ts';
import { ro } from '../../renderer/i18n/ro/index.ts';
import { articles as swedish } from '../../renderer/i18n/sv/help.ts';
import { sv } from '../../renderer/i18n/sv/index.ts';
import { createFormats } from '../../renderer/i18n/formats.ts';
import { createSentences } from '../../renderer/i18n/setup.ts';
import { DeskContext } from '../../renderer/state/context.ts';
import { leavesOf } from '../fixtures/catalogue-keys.ts';

// Screens are drawn once, to text: React's own drawing to text wants a second snapshot that no window has.
vi.mock('react', async (original) => ({
  ...(await original<typeof React>()),
  useSyncExternalStore: <T>(_subscribe: unknown, read: () => T): T => read(),
}));

vi.stubGlobal('navigator', { userAgent: 'X11; Linux x86_64' });

const languages: ReadonlyArray<readonly [Language, Articles, object]> = [
  ['en', english, en],
  ['ro', romanian, ro],
  ['sv', swedish, sv],
];

/** Every text of an article by its place: "usb-token.parts.0.blocks.1". */
const textsOf = (articles: Articles): Map<string, string> => leavesOf(articles);

/** The same with every text taken away: what is left is the form. */
function formOf(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return value.map(formOf);
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, formOf(inner)]));
}

function draw(screen: ReactNode): string {
  const desk = {
    projection: { get: () => ({ mode: 'real' }), subscribe: () => () => undefined },
    formats: createFormats('en-GB'),
    bridge: { call: vi.fn(), onChanges: vi.fn() },
  };
  return renderToStaticMarkup(createElement(DeskContext, { value: desk as never }, screen));
}

describe.each(languages)('Help in %s', (language, articles, catalogue) => {
  it('has every topic, of the same form as in English', () => {
    expect(Object.keys(articles).sort()).toEqual([...helpTopics].sort());
    for (const topic of helpTopics) expect(formOf(articles[topic]), topic).toEqual(formOf(english[topic]));
  });

  it('says in its own words what the others say, and types and opens the same', () => {
    const plain = textsOf(english);
    const isSame = (key: string): boolean => /\.(code|address|part)$/.test(key);
    for (const [key, text] of textsOf(articles)) {
      if (isSame(key)) expect(text, key).toBe(plain.get(key));
    }
    // A short term of the field may be one word everywhere; a sentence is not.
    const left = [...textsOf(articles)].filter(
      ([key, text]) => language !== 'en' && text === plain.get(key) && !isSame(key) && text.split(' ').length > 4,
    );
    expect(left).toEqual([]);
  });

  it('speaks of the window in the window’s words', () => {
    const { t } = createSentences(language, catalogue);
    const quoted = [...textsOf(articles).values()].flatMap((text) =>
      piecesOf(text).flatMap((piece) => (piece.kind === 'button' ? [piece] : [])),
    );
    const missing = quoted.filter(({ key, authority }) => {
      const words = t(key as never, { authority: authority ?? '', defaultValue: '' });
      return words === '' || words.includes('{{') || words.includes('  ');
    });
    expect(missing).toEqual([]);
    expect(new Set(quoted.map(({ key }) => key)).size).toBeGreaterThan(25);
    const broken = [...textsOf(articles)].filter(([, text]) =>
      piecesOf(text).some((piece) => piece.kind === 'words' && /\{\{|\}\}|`/.test(piece.text)),
    );
    expect(broken).toEqual([]);
  });

  it('quotes the same things as the English articles', () => {
    const quotes = (text: string): string[] =>
      piecesOf(text)
        .flatMap((piece) => (piece.kind === 'button' ? [piece.key] : []))
        .sort();
    for (const [key, text] of textsOf(articles))
      expect(quotes(text), key).toEqual(quotes(textsOf(english).get(key) ?? ''));
  });

  it('uses its own letters and quotation marks', () => {
    const wrong = { en: /[„"]|\.\.\./, ro: /[şţŞŢ“"]|\.\.\./, sv: /[“„"]|\.\.\./ }[language];
    const prose = [...textsOf(articles)].filter(([key]) => !key.endsWith('.code'));
    expect(prose.filter(([, text]) => wrong.test(text))).toEqual([]);
  });

  it('begins with the registration at its own authority', () => {
    expect(topicsFor(language)[0]).toBe(language === 'sv' ? 'register-skatteverket' : 'register-anaf');
    expect([...topicsFor(language)].sort()).toEqual([...helpTopics].sort());
  });
});

describe('an article', () => {
  it('has its headings in order, and everything it says', () => {
    createSentences('en', en);
    for (const topic of helpTopics) {
      const html = draw(createElement(HelpArticle, { article: english[topic], level: 1 }));
      const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
      expect(levels[0], topic).toBe(1);
      expect(levels.slice(1).every((level) => level === 2)).toBe(true);
    }
    const html = draw(createElement(HelpArticle, { article: english['usb-token'], level: 3 }));
    expect(html).toContain('<h4>When nothing is offered</h4>');
    expect(html).toContain('<strong>The certificate on my USB token, or in this computer’s certificate store</strong>');
    expect(html).toContain('modutil -dbdir sql:$HOME/.pki/nssdb');
  });

  it('guides through the registration in the words of ANAF’s own page, in every language (R1, R12, R18)', () => {
    const names = [
      'SPV PJ',
      'Înregistrare utilizatori',
      'Dezvoltatori aplicații',
      'Editare profil Oauth',
      'Profil OAuth',
      'Denumire aplicație',
      'Callback URL 1',
      '+',
      'Serviciu',
      'E-Factura',
      'E-Transport',
      'Generare Client ID',
      'Client ID-uri OAuth existente',
      'Client Secret',
      'Șterge aplicația',
    ];
    for (const [language, articles] of languages) {
      const text = JSON.stringify(articles['register-anaf']);
      expect(
        names.filter((name) => !text.includes(name)),
        language,
      ).toEqual([]);
    }
  });

  it('names Skatteverket’s keys and certificate by its own labels, in every language (S4, S16)', () => {
    const names = ['Utvecklarportalen', 'organisationslegitimation', 'Expisoft', 'PIN-kod', 'OAuth2 client ID'];
    const more = ['OAuth2 client secret', 'APIgw client ID', 'APIgw client secret', 'kompletta testtjänster'];
    for (const [language, articles] of languages) {
      const text = JSON.stringify(articles['register-skatteverket']);
      expect(
        [...names, ...more].filter((name) => !text.includes(name)),
        language,
      ).toEqual([]);
    }
  });

  it('offers for registration what the profiles suggest (R11, S8)', () => {
    for (const [, articles] of languages) {
      for (const { authority, suggestedRedirectUris } of realProfiles) {
        const text = JSON.stringify(articles[`register-${authority}`]);
        expect(suggestedRedirectUris.filter((uri) => !text.includes(uri))).toEqual([]);
      }
    }
  });
});

it('shows keys as the keyboard has them, each shortcut once', () => {
  expect(keysShown(['Mod', '+'], false)).toEqual(['Ctrl', '+']);
  expect(keysShown(['Mod', '+'], true)).toEqual(['⌘', '+']);
  const written = shortcuts.map(({ keys }) => keys.join('+'));
  expect(new Set(written).size).toBe(written.length);
});

it('is not read before somebody asks for it', () => {
  const importers = readdirSync('renderer', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) =>
      /^import (?!type).*i18n\/\w+\/help\.ts'|^import (?!type).*'\.\/help\.ts'/m.test(readFileSync(path, 'utf8')),
    );
  expect(importers).toEqual([]);
});
