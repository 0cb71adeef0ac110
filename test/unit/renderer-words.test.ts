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
import { gluedPhrases } from './glued-phrases.ts';

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

/** Where a sentence may stand beside something else in one line, and why that is none glued from parts. */
const sideBySide: ReadonlyMap<string, string> = new Map([
  ['renderer/features/accounts/account-row.tsx', 'number, holder, application: names, none of them a sentence'],
  ['renderer/features/renewals/answer-lost-note.tsx', 'a heading in the line of its text, as every failure has it'],
  ['renderer/features/sign-in/application-step.tsx', 'facts by which applications are told apart, each by itself'],
]);

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

  it('are never glued to one another, nor to a value', () => {
    const found = sources.flatMap((source) => gluedPhrases(source).map((place) => ({ path: source.path, place })));
    expect(found.filter(({ path }) => !sideBySide.has(path)).map(({ place }) => place)).toEqual([]);
    // One place each, and none that is not there any more.
    expect(found.flatMap(({ path }) => (sideBySide.has(path) ? [path] : [])).sort()).toEqual([...sideBySide.keys()]);
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

describe('a glued sentence', () => {
  const isFound = (code: string): boolean => {
    const tree = ts.createSourceFile('x.tsx', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    return gluedPhrases({ path: 'x.tsx', tree }).length > 0;
  };

  it.each([
    "const x = t('a') + name;",
    "const x = ': ' + t('a');",
    'const x = `${t(a)}: ${name}`;',
    'const x = `${t(a)} ${t(b)}`;',
    'const words = t(a); const x = `${words}, ${name}`;',
    "const x = [t('a'), t('b')].join(' ');",
    "const x = [name, ...(isMany ? [t('a')] : [])].join(', ');",
    "const facts = [name, t('a')]; const x = facts.join(', ');",
    'const x = <p>{t(a)} {t(b)}</p>;',
    'const x = <p>{t(a)}{t(b)}</p>;',
    'const x = <p>{t(a)} · {t(b)}</p>;',
    'const x = <p>{t(a)}: </p>;',
    'const x = <p>({t(a)})</p>;',
    'const x = <p>{t(a)} {value}</p>;',
    "const x = <p>{t(a)}{' '}{isMany ? value : null}</p>;",
    'const x = <>{name} {isMany && t(a)}</>;',
    'const x = <p>{isMany ? t(a) : t(b)} {formats.date(time)}</p>;',
    'const words = t(a); const x = <p>{words} {value}</p>;',
    'const x = <li>{t(a)} <span className="hint">{t(b)}</span></li>;',
    'const x = <li>{t(a)}{isMany && <>{" "}{value}</>}</li>;',
  ])('is found: %s', (code) => expect(isFound(code)).toBe(true));

  it.each([
    "const x = t('a', { name, when: t('b') });",
    'const x = t(`a.${kind}`);',
    "const kind = t('a'); const x = t(`b.${kind}`);",
    "const x = formats.list([t('a'), t('b')]);",
    "const x = names.join(', ');",
    'const x = <p>{t(a)}</p>;',
    'const x = <p>{isMany ? t(a) : t(b)}</p>;',
    'const x = <p>{isMany ? t(a) : value}</p>;',
    'const x = <p><Icon name="info" /> {t(a)}</p>;',
    'const x = <div><p>{t(a)}</p><p>{t(b)}</p></div>;',
    'const x = <div>{t(a)}<p>{t(b)}</p></div>;',
    'const x = <div>{t(a)}{items.map((one) => <p>{one}</p>)}</div>;',
    'const x = <li><strong>{t(a)}</strong> {value}</li>;',
    'const x = <p>{t(a)} <span className="tag tag-trouble">{t(b)}</span></p>;',
    'const note = <p>{t(b)}</p>; const x = <div>{t(a)}{note}</div>;',
  ])('is none: %s', (code) => expect(isFound(code)).toBe(false));
});
