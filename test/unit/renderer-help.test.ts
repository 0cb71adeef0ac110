import { readdirSync, readFileSync } from 'node:fs';
import type * as React from 'react';
import { createElement, isValidElement, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { realProfiles } from '../../electron/authorities/authorities.ts';
import type { Language } from '../../electron/contract/language.ts';
import { HelpArticle } from '../../renderer/features/help/help-article.tsx';
import { piecesOf, type Articles } from '../../renderer/features/help/article.ts';
import { ShortcutList } from '../../renderer/features/help/shortcut-list.tsx';
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
import { SentencesContext } from '../../renderer/i18n/use-translation.ts';
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

/**
 * What everybody must find in Help, by words of its title in each language, and the headings without which it would lack
 * what it is for; the other topics are beyond that.
 */
const required: ReadonlyArray<{
  readonly topic: keyof Articles;
  readonly title: Readonly<Record<Language, RegExp>>;
  readonly headings: Readonly<Record<Language, readonly RegExp[]>>;
}> = [
  {
    topic: 'register-anaf',
    title: { en: /^Register.*ANAF/, ro: /^Înrol.*ANAF/, sv: /^Registrera.*ANAF/ },
    headings: {
      en: [/Step by step/, /Callback URL/],
      ro: [/Pas cu pas/, /Callback URL/],
      sv: [/Steg för/, /Callback/],
    },
  },
  {
    topic: 'register-skatteverket',
    title: { en: /keys.*Skatteverket/, ro: /[Cc]hei.*Skatteverket/, sv: /nycklar.*Skatteverket/ },
    headings: { en: [/Step by step/, /redirect/], ro: [/Pas cu pas/, /redirect/], sv: [/Steg för/, /redirect/] },
  },
  {
    topic: 'usb-token',
    title: { en: /^Sign in.*USB token/, ro: /^Autentificare.*token USB/, sv: /^Logga in.*USB-token/ },
    headings: {
      en: [/^Windows$/, /^macOS$/, /^Linux$/, /nothing is offered/],
      ro: [/^Windows$/, /^macOS$/, /^Linux$/, /nu apare nimic/],
      sv: [/^Windows$/, /^macOS$/, /^Linux$/, /inget visas/],
    },
  },
  {
    topic: 'renew',
    title: { en: /^Renew/, ro: /^Prelungire/, sv: /^Förnya/ },
    headings: { en: [/deadlines/, /by itself/], ro: [/termene/, /automat/], sv: [/giltighetstider/, /automatiskt/] },
  },
  {
    topic: 'move',
    title: { en: /another computer/i, ro: /alt calculator/i, sv: /annan dator/i },
    headings: { en: [/^Move/, /[Bb]ackup/], ro: [/^Mutare/, /[Cc]opi/], sv: [/^Flytta/, /[Ss]äkerhetskopia/] },
  },
  {
    topic: 'revoke',
    title: { en: /access.*token/, ro: /acces.*token/, sv: /åtkomst.*token/ },
    headings: {
      en: [/Revoke.*ANAF/, /wrong hands/, /Skatteverket/],
      ro: [/Revoc.*ANAF/, /compromis/, /Skatteverket/],
      sv: [/Återkalla.*ANAF/, /orätta händer/, /Skatteverket/],
    },
  },
  {
    topic: 'limits',
    title: { en: /^Limits$/, ro: /^Limite$/, sv: /^Begränsningar$/ },
    headings: {
      en: [/^ANAF$/, /^Skatteverket$/, /^Taxpass$/],
      ro: [/^ANAF$/, /^Skatteverket$/, /^Taxpass$/],
      sv: [/^ANAF$/, /^Skatteverket$/, /^Taxpass$/],
    },
  },
];

/** Every text of an article by its place: "usb-token.parts.0.blocks.1". */
const textsOf = (articles: Articles): Map<string, string> => leavesOf(articles);

/** The same with every text taken away: what is left is the form. */
function formOf(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return value.map(formOf);
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, formOf(inner)]));
}

const inEnglish = (screen: ReactNode): ReactNode =>
  createElement(SentencesContext, { value: createSentences('en', en) }, screen);

function draw(screen: ReactNode): string {
  const desk = {
    projection: { get: () => ({ mode: 'real' }), subscribe: () => () => undefined },
    formats: createFormats('en-GB'),
    bridge: { call: vi.fn(), onChanges: vi.fn() },
  };
  return renderToStaticMarkup(createElement(DeskContext, { value: desk as never }, inEnglish(screen)));
}

describe.each(languages)('Help in %s', (language, articles, catalogue) => {
  it('has every topic, of the same form as in English', () => {
    expect(Object.keys(articles).sort()).toEqual([...helpTopics].sort());
    for (const topic of helpTopics) expect(formOf(articles[topic]), topic).toEqual(formOf(english[topic]));
  });

  it('tells how to register, sign in with a token on each system, renew, move, revoke, and what its limits are', () => {
    for (const { topic, title, headings } of required) {
      expect(topicsFor(language)).toContain(topic);
      expect(articles[topic].title).toMatch(title[language]);
      const { parts } = articles[topic];
      for (const wanted of headings[language]) {
        const found = parts.find(({ heading }) => wanted.test(heading));
        expect(found, `${topic}: ${wanted.source}`).toBeDefined();
        expect(leavesOf({ blocks: found?.blocks ?? [] }).size, `${topic}: ${wanted.source}`).toBeGreaterThan(0);
      }
    }
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
    for (const topic of helpTopics) {
      const html = draw(createElement(HelpArticle, { article: english[topic], level: 1 }));
      const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
      expect(
        levels.every((level) => level === 2),
        topic,
      ).toBe(true);
    }
    const html = draw(createElement(HelpArticle, { article: english['usb-token'], level: 2 }));
    expect(html).toContain('<h3>When nothing is offered</h3>');
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
  expect(keysShown(['Mod', '+'], false, 'click')).toEqual(['Ctrl', '+']);
  expect(keysShown(['Mod', 'Click'], true, 'klick')).toEqual(['⌘', 'klick']);
  expect(keysShown(['ArrowUp', 'PageDown', 'Escape', 'Home'], false, '')).toEqual(['↑', 'Page Down', 'Esc', 'Home']);
  const written = shortcuts.map(({ keys }) => keys.join('+'));
  expect(new Set(written).size).toBe(written.length);
});

it('lists what the list of accounts does by key and mouse', () => {
  const listed = shortcuts.flatMap(({ keys, isEither }) => (isEither ? keys : [keys.join('+')]));
  expect(listed).toEqual(
    expect.arrayContaining(['Home', 'End', 'PageUp', 'PageDown', 'A–Z', 'Mod+Click', 'Shift+Click', 'ArrowDown']),
  );
});

it('draws each shortcut once, told apart for React', () => {
  const drawn: string[] = [];
  function Probe(): ReactNode {
    const list = ShortcutList();
    drawn.push(...childrenOf(list).flatMap((row) => [row, ...childrenOf(row)].map((one) => one.key ?? '')));
    expect(childrenOf(list).length).toBe(shortcuts.length);
    const keys = childrenOf(list).map(({ key }) => key);
    expect(new Set(keys).size).toBe(shortcuts.length);
    expect(keys).not.toContain(null);
    return list;
  }
  const html = renderToStaticMarkup(inEnglish(createElement(Probe)));
  expect(drawn.length).toBeGreaterThan(shortcuts.length);
  expect(html.match(/<dd>Search the accounts<\/dd>/g)?.length).toBe(2);
  expect(html).toContain('<kbd>Ctrl</kbd><kbd>click</kbd>');
});

function childrenOf(element: ReactElement): readonly ReactElement[] {
  const { children } = element.props as { readonly children: ReactNode };
  return [children].flat(2).filter((child) => isValidElement(child));
}

it('is not read before somebody asks for it', () => {
  const importers = readdirSync('renderer', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) =>
      /^import (?!type).*i18n\/\w+\/help\.ts'|^import (?!type).*'\.\/help\.ts'/m.test(readFileSync(path, 'utf8')),
    );
  expect(importers).toEqual([]);
});
