import ts from 'typescript';
import { placeOf, walk, type Source } from '../fixtures/catalogue-keys.ts';

/** Elements that stand in the line of their parent, so that what is beside them is read in one breath with them. */
const inline = new Set(['span', 'strong', 'em', 'b', 'i', 'small', 'q', 'code']);

/** What stands beside other things in one element. `phrase` is an inline element with nothing in it but a sentence. */
type Kind = 'sentence' | 'value' | 'text' | 'phrase' | 'part';

/**
 * The places where a sentence of the catalogue is glued to something, so that no translator can choose the order of the
 * whole: by `+` or in a template, to letters or to another sentence; in a list that is joined; or in one element, to
 * letters, a separator, a value or another sentence. A name that stands for a sentence counts as it.
 */
export function gluedPhrases(source: Source): string[] {
  const names = sentenceNames(source.tree);
  const isSentence = (node: ts.Node): boolean =>
    endsOf(node).some((end) => isCallOfT(end) || (ts.isIdentifier(end) && names.sentences.has(end.text)));
  const found = new Set<string>();

  walk(source.tree, (node) => {
    if (isGlued(node)) found.add(placeOf(source, node));
  });
  return [...found];

  function isGlued(node: ts.Node): boolean {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      return isSentence(node.left) || isSentence(node.right);
    }
    if (ts.isTemplateExpression(node)) return !isKey(node) && isGluedTemplate(node);
    if (ts.isCallExpression(node)) return isJoin(node);
    return (ts.isJsxElement(node) || ts.isJsxFragment(node)) && isGluedElement(node.children);
  }

  function isGluedTemplate({ head, templateSpans }: ts.TemplateExpression): boolean {
    const sentences = templateSpans.filter(({ expression }) => isSentence(expression)).length;
    const letters = [head.text, ...templateSpans.map(({ literal }) => literal.text)].join('');
    return sentences > 1 || (sentences === 1 && /[\p{L}.,:;]/u.test(letters));
  }

  /** `[t(a), …].join(…)`, also where the list has a name. */
  function isJoin({ expression }: ts.CallExpression): boolean {
    if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'join') return false;
    let hasSentence = false;
    walk(expression.expression, (node) => {
      hasSentence ||= ts.isIdentifier(node) && names.lists.has(node.text);
      hasSentence ||= ts.isArrayLiteralExpression(node) && node.elements.some((element) => isSentence(element));
    });
    return hasSentence;
  }

  function isGluedElement(children: readonly ts.JsxChild[]): boolean {
    const kinds = children.map(kindsOf).filter((each) => each.size > 0);
    return kinds.some(
      (own, at) =>
        own.has('sentence') && kinds.some((other, place) => place !== at && [...other].some((kind) => kind !== 'part')),
    );
  }

  /** Of one child; several where it is one thing or another. Blanks are nothing. */
  function kindsOf(child: ts.JsxChild): ReadonlySet<Kind> {
    if (ts.isJsxText(child)) return new Set(child.text.trim() === '' ? [] : ['text']);
    if (!ts.isJsxExpression(child)) return new Set(kindsOfElement(child));
    return new Set(child.expression === undefined ? [] : endsOf(child.expression).flatMap(kindsOfEnd));
  }

  function kindsOfEnd(end: ts.Node): Kind[] {
    if (isSentence(end)) return ['sentence'];
    if (ts.isStringLiteralLike(end)) return end.text.trim() === '' ? [] : ['text'];
    if (ts.isJsxElement(end) || ts.isJsxFragment(end) || ts.isJsxSelfClosingElement(end)) return kindsOfElement(end);
    if (end.kind === ts.SyntaxKind.NullKeyword || end.kind === ts.SyntaxKind.FalseKeyword) return [];
    if (ts.isIdentifier(end) && (end.text === 'undefined' || names.elements.has(end.text))) return ['part'];
    // What makes elements of a list, and children that are handed on.
    return /<\w|\.map\(|^(props\.)?children$/.test(end.getText(source.tree)) ? ['part'] : ['value'];
  }

  function kindsOfElement(element: ts.JsxElement | ts.JsxFragment | ts.JsxSelfClosingElement): Kind[] {
    if (ts.isJsxSelfClosingElement(element)) return ['part'];
    const within = element.children.flatMap((child) => [...kindsOf(child)]);
    if (ts.isJsxFragment(element)) return within;
    const { tagName, attributes } = element.openingElement;
    // A mark such as "expired" after a name is set apart by its frame.
    const isMark = /className="tag\b/.test(attributes.getText(source.tree));
    const isInline = inline.has(tagName.getText(source.tree)) && !isMark;
    return [isInline && within.length > 0 && within.every((kind) => kind === 'sentence') ? 'phrase' : 'part'];
  }
}

function isCallOfT(node: ts.Node): boolean {
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't';
}

/** Whether it is the key of a sentence: `accounts.state.${state}`. */
function isKey({ head }: ts.TemplateExpression): boolean {
  return /^\w+(\.[\w-]+)*\.$/.test(head.text);
}

/** What an expression may come to: both sides of a choice, the right one of `&&`. */
function endsOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return endsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...endsOf(node.whenTrue), ...endsOf(node.whenFalse)];
  if (!ts.isBinaryExpression(node)) return [node];
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return endsOf(node.right);
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken:
      return [...endsOf(node.left), ...endsOf(node.right)];
    default:
      return [node];
  }
}

/** The names that stand for a sentence, a list with sentences, or markup somewhere in a file. */
function sentenceNames(tree: ts.SourceFile) {
  const names = { sentences: new Set<string>(), lists: new Set<string>(), elements: new Set<string>() };
  walk(tree, (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || node.initializer === undefined) return;
    for (const end of endsOf(node.initializer)) {
      if (isCallOfT(end)) names.sentences.add(node.name.text);
      if (ts.isArrayLiteralExpression(end) && hasCallOfT(end)) names.lists.add(node.name.text);
      if (ts.isJsxElement(end) || ts.isJsxFragment(end) || ts.isJsxSelfClosingElement(end)) {
        names.elements.add(node.name.text);
      }
    }
  });
  return names;
}

/** Among its own items, not within what those are made of. */
function hasCallOfT(list: ts.ArrayLiteralExpression): boolean {
  return list.elements.some((element) =>
    endsOf(ts.isSpreadElement(element) ? element.expression : element).some(
      (end) => isCallOfT(end) || (ts.isArrayLiteralExpression(end) && hasCallOfT(end)),
    ),
  );
}
