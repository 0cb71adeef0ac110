import type { Stripped } from '../contract/token-reading.ts';

const QUOTES: ReadonlySet<string> = new Set(['"', "'", '`', '“', '”', '„', '‘', '’']);

/**
 * Takes off what comes along when a token is copied from a header, from JSON or from Postman: white space, quotes (and
 * the comma after them), `Authorization: Bearer`, and line breaks inside a JWT that was wrapped.
 */
export function unwrapToken(pasted: string): { readonly text: string; readonly stripped: readonly Stripped[] } {
  const stripped = new Set<Stripped>();
  let text = peel(pasted, stripped);
  const bare = text.replace(/^(?:authorization\s*:\s*["']?)?bearer(?:\s+|$)/i, '');
  if (bare !== text) {
    stripped.add('bearer');
    text = peel(bare, stripped);
  }
  const joined = text.replace(/\s+/g, '');
  if (joined !== text && /^[\w-]+\.[\w-]+\.[\w-]*$/.test(joined)) {
    stripped.add('line-breaks');
    text = joined;
  }
  return { text, stripped: [...stripped] };
}

// By index and not by regular expression: /\s+$/ takes quadratic time on a hostile text.
function peel(text: string, stripped: Set<Stripped>): string {
  let start = 0;
  let end = text.length;
  const wraps = (character: string, atEnd: boolean): boolean => {
    if (character.trim() === '') stripped.add('white-space');
    else if (QUOTES.has(character) || (atEnd && (character === ',' || character === ';'))) stripped.add('quotes');
    else return false;
    return true;
  };
  while (start < end && wraps(text.charAt(start), false)) start++;
  while (end > start && wraps(text.charAt(end - 1), true)) end--;
  return text.slice(start, end);
}
