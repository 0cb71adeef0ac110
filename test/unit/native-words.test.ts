import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { counted, dayOf, filled } from '../../electron/desktop/words/sentences.ts';
import { en } from '../../electron/desktop/words/en.ts';
import { wordsIn } from '../../electron/desktop/words/words.ts';
import { sourcesUnder, type Source } from '../fixtures/catalogue-keys.ts';
import { gluedWords, isWordUsed } from './native-word-uses.ts';

/** Where a text stands: `questions.copy.title`; for one with forms, without their names. */
type Leaf = string | Readonly<Record<string, string>>;
type Leaves = ReadonlyMap<string, Leaf>;

const isForms = (value: object): value is Readonly<Record<string, string>> => 'other' in value && 'one' in value;

function leavesOf(words: object, path: readonly string[] = []): Leaves {
  const found = Object.entries(words).flatMap(([key, value]: [string, unknown]): Array<readonly [string, Leaf]> => {
    const at = [...path, key];
    if (typeof value === 'string') return [[at.join('.'), value]];
    if (typeof value !== 'object' || value === null) throw new Error(`${at.join('.')} is no text`);
    return isForms(value) ? [[at.join('.'), value]] : [...leavesOf(value, at)];
  });
  return new Map(found);
}

const textsOf = (leaf: Leaf): readonly string[] => (typeof leaf === 'string' ? [leaf] : Object.values(leaf));

const placeholdersOf = (leaf: Leaf): readonly string[] =>
  [...new Set(textsOf(leaf).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

const english = leavesOf(en);
/** Names that are the same everywhere, and what only puts values side by side. */
const sameEverywhere = new Set(['windowTitle.real', 'tray.count']);

describe.each(['ro', 'sv'] as const)('what main says in %s', (language) => {
  const words = wordsIn(language);
  const leaves = leavesOf(words);

  it('has every text of the English, and no other', () => {
    expect([...leaves.keys()].sort()).toEqual([...english.keys()].sort());
    expect(words.language).toBe(language);
    expect(new Intl.Locale(words.locale).language).toBe(language);
  });

  it('takes the same values in each text', () => {
    for (const [key, leaf] of leaves) {
      expect([key, placeholdersOf(leaf)]).toEqual([key, placeholdersOf(english.get(key) ?? '')]);
    }
  });

  it('leaves none in English', () => {
    const left = [...leaves].filter(([key, leaf]) => {
      const there = textsOf(english.get(key) ?? '');
      return !sameEverywhere.has(key) && textsOf(leaf).some((text) => there.includes(text));
    });
    expect(left.map(([key]) => key)).toEqual([]);
  });

  it('has the forms of its own numbers, each with its values', () => {
    const forms = [...new Intl.PluralRules(words.locale).resolvedOptions().pluralCategories].sort();
    const numbered = [...leaves].flatMap(([key, leaf]) => (typeof leaf === 'string' ? [] : [[key, leaf] as const]));
    expect(numbered.length).toBeGreaterThan(8);
    for (const [key, leaf] of numbered) {
      expect([key, Object.keys(leaf).sort()]).toEqual([key, forms]);
      expect([key, placeholdersOf(leaf['other'] ?? '')]).toEqual([key, placeholdersOf(leaf)]);
    }
  });

  it('quotes as the language does, and writes no typewriter marks', () => {
    const [first, last] = language === 'ro' ? ['„', '”'] : ['”', '”'];
    for (const text of [...leaves.values()].flatMap(textsOf)) {
      expect(text).not.toMatch(/["'“]|\.\.\.| {2}|[şţŞŢ]/);
      for (const [quoted] of text.matchAll(/.\{(?:holder|account|application|file|subject|name)\}./g)) {
        const marks = `${quoted.at(0) ?? ''}${quoted.at(-1) ?? ''}`;
        if (/[„“”]/.test(marks)) expect(marks).toBe(`${first}${last}`);
      }
    }
  });
});

describe.each(['en', 'ro', 'sv'] as const)('the questions in %s', (language) => {
  const { questions } = wordsIn(language);
  const refusal = {
    en: 'If you did not ask for this, cancel.',
    ro: 'Dacă nu dumneavoastră ați cerut acest lucru, anulați.',
    sv: 'Om du inte har bett om detta, avbryt.',
  }[language];

  it('each end with what to do where nobody asked for it', () => {
    const asked = Object.entries(questions).filter((entry) => typeof entry[1] !== 'string');
    expect(asked.length).toBe(13);
    for (const [about, question] of asked) {
      if (typeof question === 'string') continue;
      for (const detail of textsOf(question.detail)) expect([about, detail.endsWith(refusal)]).toEqual([about, true]);
    }
    expect(questions.move.detailWithKeys.endsWith(refusal)).toBe(true);
  });

  it('each name what a yes is about where there is anything to name', () => {
    const { copy, file, request, revoke, move } = questions;
    expect(placeholdersOf(copy.message)).toEqual(['{holder}', '{recipient}']);
    expect(placeholdersOf(file.message)).toEqual(['{holder}', '{recipient}']);
    expect(placeholdersOf(request.message + request.detail)).toEqual(['{holder}', '{method}', '{place}']);
    expect(placeholdersOf(revoke.message)).toEqual(['{account}', '{place}']);
    expect(placeholdersOf(move.message)).toEqual(['{count}', '{file}']);
  });
});

describe('the words of main', () => {
  const sources = sourcesUnder('electron').filter(({ path }) => !/desktop.words/.test(path));

  it('are all used', () => {
    const used = isWordUsed(sources);
    expect([...english.keys()].filter((key) => !used(key))).toEqual([]);
    expect(
      ['menu.preferences', 'tray.hide', 'questions.copy.hint', 'questions.burn.title', 'gone'].filter(used),
    ).toEqual([]);
  });

  it('are never glued to one another, nor to a value', () => {
    expect(sources.flatMap(gluedWords)).toEqual([]);
  });

  it.each([
    "const x = words.cancel + '…';",
    "const x = name + ': ' + words().tray.open;",
    'const x = `${words.cancel}: ${name}`;',
    'const x = `${filled(words.tray.count, { title })} (${name})`;',
    'const x = `${counted(words, words.accounts, 2)} ${words.cancel}`;',
    'function say({ tray }: Words) { return `${tray.open} – ${name}`; }',
    'const { message, detail } = words().staying; const x = message + detail;',
    "const { message, detail } = words().staying; const x = [message, detail].join(' ');",
    'const need = counted(words, words.needYou, 2); const x = `${title}: ${need}`;',
    'function say(words: Words) { const texts = words.notices; return texts.sentence + name; }',
  ])('are glued in: %s', (code) => {
    expect(gluedWords(parsed(code))).toHaveLength(1);
  });

  it.each([
    'const x = filled(words.tray.count, { title, need });',
    'const x = isMany ? words.cancel : words.tray.open;',
    'const x = `<h1>${words.cancel}</h1><p>${words.tray.open}</p>`;',
    'const x = `<html lang="${words.language}"><b>${escaped(words.cancel)}</b>`;',
    "const x = names.join(', ') + other;",
    'const x = new Intl.ListFormat(words.locale).format([words.cancel, words.tray.open]);',
  ])('are not glued in: %s', (code) => {
    expect(gluedWords(parsed(code))).toEqual([]);
  });
});

function parsed(code: string): Source {
  return { path: 'x.ts', tree: ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS) };
}

it('Romanian counts with and without “de”, Swedish and English do not', () => {
  const count = (language: 'en' | 'ro' | 'sv', number: number): string => {
    const words = wordsIn(language);
    return counted(words, words.accounts, number);
  };
  expect([1, 2, 19, 20, 101, 120, 1000].map((number) => count('ro', number))).toEqual([
    '1 cont',
    '2 conturi',
    '19 conturi',
    '20 de conturi',
    '101 conturi',
    '120 de conturi',
    '1.000 de conturi',
  ]);
  expect([1, 2, 1000].map((number) => count('sv', number))).toEqual(['1 konto', '2 konton', '1\u00a0000 konton']);
  expect([0, 1, 1000].map((number) => count('en', number))).toEqual(['0 accounts', '1 account', '1,000 accounts']);
});

it('a value brings no other value in, and a day is written as the language does, whatever the time zone', () => {
  expect(filled('{a} {b}', { a: '{b} $& $1', b: 'x' })).toBe('{b} $& $1 x');
  expect((['en', 'ro', 'sv'] as const).map((language) => dayOf(wordsIn(language), '2030-01-31'))).toEqual([
    '31 January 2030',
    '31 ianuarie 2030',
    '31 januari 2030',
  ]);
});
