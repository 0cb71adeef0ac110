import ts from 'typescript';
import { placeOf, walk, type Source } from '../fixtures/catalogue-keys.ts';

/**
 * Tells of a key of main's words (`tray.open`) whether anything says it: one file names its first and its last part as
 * members, the last perhaps as a text by which one is chosen, and each part between stands in some file. Where a file
 * chooses among the members by a value (`words.lost[what]`), the last may stand in any. Parts with common names (`title`)
 * are therefore told only by the others.
 */
export function isWordUsed(sources: readonly Source[]): (key: string) => boolean {
  const files = sources.map(({ tree }) => namesIn(tree));
  const isNamed = (part: string): boolean => files.some(({ members, texts }) => members.has(part) || texts.has(part));
  return (key) => {
    const [first = '', ...rest] = key.split('.');
    const last = rest.pop() ?? first;
    const parent = rest.at(-1) ?? first;
    const isSaid = files.some(
      ({ members, texts, chosenFrom }) =>
        members.has(first) && (members.has(last) || texts.has(last) || (chosenFrom.has(parent) && isNamed(last))),
    );
    return isSaid && rest.every(isNamed);
  };
}

/** The members a file reads (`words.tray`, `{ tray }`, `Words['tray']`), those it chooses from by a value, its texts. */
function namesIn(tree: ts.SourceFile) {
  const members = new Set<string>();
  const texts = new Set<string>();
  const chosenFrom = new Set<string>();
  walk(tree, (node) => {
    if (ts.isPropertyAccessExpression(node)) members.add(node.name.text);
    if (ts.isBindingElement(node)) members.add((node.propertyName ?? node.name).getText(tree).replaceAll(/^'|'$/g, ''));
    if (ts.isIndexedAccessTypeNode(node)) members.add(node.indexType.getText(tree).replaceAll("'", ''));
    if (ts.isStringLiteral(node)) texts.add(node.text);
    if (ts.isElementAccessExpression(node)) chosenFrom.add(node.expression.getText(tree).replace(/^.*\./s, ''));
  });
  return { members, texts, chosenFrom };
}

/** Stand in a template for one of main's words, and for any other value. */
const WORD = '■';
const VALUE = '□';

/** Not sentences, but what says how they are written. */
const notSaid = new Set(['language', 'locale']);

/**
 * The places where main's words are glued to something: by `+`, in a joined list, or in a template, where between two
 * tags there may be one text alone. Words are what `words` and its members hold, what is taken out of them, and what
 * `filled` and `counted` make of them.
 */
export function gluedWords(source: Source): string[] {
  const names = wordNames(source.tree);
  const isWord = (node: ts.Node): boolean => isWordOf(names, node);
  const found: string[] = [];
  walk(source.tree, (node) => {
    if (isGlued(node)) found.push(placeOf(source, node));
  });
  return found;

  function isGlued(node: ts.Node): boolean {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      return isWord(node.left) || isWord(node.right);
    }
    if (ts.isTemplateExpression(node)) return isGluedTemplate(node);
    return (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'join' &&
      ts.isArrayLiteralExpression(node.expression.expression) &&
      node.expression.expression.elements.some(isWord)
    );
  }

  function isGluedTemplate({ head, templateSpans }: ts.TemplateExpression): boolean {
    const said = templateSpans.map(({ expression, literal }) => (isWord(expression) ? WORD : VALUE) + literal.text);
    // A tag may have values of its own among its attributes.
    const between = [head.text, ...said].join('').split(/<[^>]*>/);
    return between.some((text) => text.includes(WORD) && /[\p{L}.,:;–·■□]/u.test(text.replace(WORD, '')));
  }
}

/** The names in a file that hold words: `words`, parameters of their type, and what is taken out of either. */
function wordNames(tree: ts.SourceFile): ReadonlySet<string> {
  const names = new Set(['words']);
  walk(tree, (node) => {
    if (ts.isParameter(node) && /^(Loopback)?Words\b/.test(node.type?.getText(tree) ?? '')) addNames(names, node.name);
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined && isWordOf(names, node.initializer)) {
      addNames(names, node.name);
    }
  });
  return names;
}

function addNames(names: Set<string>, name: ts.BindingName): void {
  if (ts.isIdentifier(name)) {
    if (!notSaid.has(name.text)) names.add(name.text);
    return;
  }
  for (const element of name.elements) if (ts.isBindingElement(element)) addNames(names, element.name);
}

function isWordOf(names: ReadonlySet<string>, node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return names.has(node.text);
  if (ts.isPropertyAccessExpression(node)) return !notSaid.has(node.name.text) && isWordOf(names, node.expression);
  if (ts.isElementAccessExpression(node) || ts.isParenthesizedExpression(node)) return isWordOf(names, node.expression);
  if (ts.isConditionalExpression(node)) return isWordOf(names, node.whenTrue) || isWordOf(names, node.whenFalse);
  if (!ts.isCallExpression(node)) return false;
  const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
  if (!ts.isIdentifier(called)) return false;
  if (called.text === 'escaped') return node.arguments.some((one) => isWordOf(names, one));
  return ['filled', 'counted', 'words', 'wordsIn'].includes(called.text);
}
