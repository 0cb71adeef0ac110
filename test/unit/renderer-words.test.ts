import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { en } from '../../renderer/i18n/en/index.ts';
import { ro } from '../../renderer/i18n/ro/index.ts';
import { sv } from '../../renderer/i18n/sv/index.ts';
import {
  keyPatterns,
  leavesOf,
  placeholdersOf,
  placeOf,
  sourcesUnder,
  walk,
  withoutPlural,
  type Source,
} from '../fixtures/catalogue-keys.ts';

const english = leavesOf(en);
const others = [
  ['ro', leavesOf(ro)],
  ['sv', leavesOf(sv)],
] as const;
const sources = sourcesUnder('renderer');

const words = (text: string): string[] => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];

/** Names and terms that are written alike everywhere, and words that the two languages happen to share. */
const everywhere = words(
  'Taxpass ANAF Skatteverket OAuth APIgw client ID secret callback redirect URI URL HTTP HTTPS SOCKS SHA ping momsdeklaration ' +
    'proxy folder true false English Română Svenska JWT JWKS JSON PEM',
);
const shared: Readonly<Record<'ro' | 'sv', ReadonlySet<string>>> = {
  ro: new Set([...everywhere, ...words('test token program clipboard status')]),
  sv: new Set([
    ...everywhere,
    ...words('access token form header payload claim body test program organisation system status given'),
  ]),
};

describe.each(others)('the catalogue %s', (language, leaves) => {
  it('has the keys of the English one, and no others', () => {
    const keys = (map: Map<string, string>): string[] => [...new Set([...map.keys()].map(withoutPlural))].sort();
    expect(keys(leaves)).toEqual(keys(english));
  });

  it('names the causes of a failure in the order of the English one', () => {
    const causes = (map: Map<string, string>): string[] =>
      [...map.keys()].filter((key) => key.startsWith('explanations.'));
    expect(causes(leaves)).toEqual(causes(english));
  });

  it('has every form of each number that its language has', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = [...leaves.keys()].filter((key) => key !== withoutPlural(key)).map(withoutPlural);
    const missing = [...new Set(counted)].flatMap((key) =>
      forms.map((form) => `${key}_${form}`).filter((formed) => !leaves.has(formed)),
    );
    expect(missing).toEqual([]);
    expect(counted.length).toBeGreaterThan(20);
  });

  it('takes the values of the English sentences', () => {
    const differing = [...leaves].filter(([key, text]) => {
      const plain = english.get(key) ?? english.get(`${withoutPlural(key)}_other`) ?? '';
      const [own, theirs] = [placeholdersOf(text), placeholdersOf(plain)];
      // A form of one may write the number out.
      const without = (names: string[]): string => names.filter((name) => name !== 'count').join();
      return key.endsWith('_one') ? without(own) !== without(theirs) : own.join() !== theirs.join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leaves no sentence in English', () => {
    const left = [...leaves].filter(
      ([key, text]) =>
        text === english.get(key) &&
        words(text.replaceAll(/\{\{\w+\}\}/g, '')).some((word) => !shared[language].has(word)),
    );
    expect(left.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it('uses its own letters and quotation marks', () => {
    const wrong = language === 'ro' ? /[şţŞŢ“"]|\.\.\./ : /[“„"]|\.\.\./;
    expect([...leaves].filter(([, text]) => wrong.test(text)).map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });
});

describe('the words of the window', () => {
  it('are all used', () => {
    const patterns = keyPatterns(sources);
    const unused = [...new Set([...english.keys()].map(withoutPlural))].filter(
      (key) => !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('all stand in the catalogues', () => {
    expect(sources.flatMap(barePhrases)).toEqual([]);
  });

  it('are never glued to one another', () => {
    expect(sources.flatMap(gluedPhrases)).toEqual([]);
  });
});

/** Words in the markup itself, or given to an attribute that people read or hear. */
function barePhrases(source: Source): string[] {
  const found: string[] = [];
  const isPhrase = (text: string): boolean => /\p{L}{2}/u.test(text);
  walk(source.tree, (node) => {
    if (ts.isJsxText(node) && isPhrase(node.text)) found.push(`${placeOf(source, node)} ${node.text.trim()}`);
    if (!ts.isJsxAttribute(node) || node.initializer === undefined || !ts.isStringLiteral(node.initializer)) return;
    const isRead = /^(aria-label|title|placeholder|alt|label|hint|heading|problem)$/.test(
      node.name.getText(source.tree),
    );
    if (isRead && isPhrase(node.initializer.text)) found.push(`${placeOf(source, node)} ${node.initializer.text}`);
  });
  return found;
}

/** A sentence of the catalogue with letters of the program before or behind it. */
function gluedPhrases(source: Source): string[] {
  const found: string[] = [];
  const isSentence = (node: ts.Node): boolean =>
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't';
  const hasLetters = (text: string): boolean => /[\p{L}.,:;]/u.test(text);
  walk(source.tree, (node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      if (isSentence(node.left) || isSentence(node.right)) found.push(placeOf(source, node));
    }
    if (ts.isTemplateExpression(node) && node.templateSpans.some(({ expression }) => isSentence(expression))) {
      const letters = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('');
      const sentences = node.templateSpans.filter(({ expression }) => isSentence(expression)).length;
      if (hasLetters(letters) || sentences > 1) found.push(placeOf(source, node));
    }
  });
  return found;
}
