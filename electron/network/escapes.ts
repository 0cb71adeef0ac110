/** A text with one layer of escapes taken off, and where each of its characters came from. */
export type Unescaped = {
  readonly text: string;
  /** The place in the text before at which the character at `index` began; for the length itself, where the last ended. */
  readonly sourceOf: (index: number) => number;
};

/** Percent-encoded UTF-8, or a single byte of some other charset; then HTML's and JSON's escapes. */
const ESCAPE =
  /%(?:[c-d][\da-f]%[89ab][\da-f]|e[\da-f](?:%[89ab][\da-f]){2}|f[0-7](?:%[89ab][\da-f]){3}|[\da-f]{2})|&(?:#x[\da-f]{1,12}|#\d{1,12}|[a-z]{2,24}\d{0,2});?|\\(?:u[\da-f]{4}|u\{[\da-f]{1,12}\}|x[\da-f]{2}|[^a-z\d\s])/gi;

/** HTML's names of ASCII characters, in lower case. */
const asciiNames: Readonly<Record<string, string>> = {
  excl: '!',
  quot: '"',
  num: '#',
  dollar: '$',
  percnt: '%',
  amp: '&',
  apos: "'",
  lpar: '(',
  rpar: ')',
  ast: '*',
  midast: '*',
  plus: '+',
  comma: ',',
  period: '.',
  sol: '/',
  colon: ':',
  semi: ';',
  lt: '<',
  equals: '=',
  gt: '>',
  quest: '?',
  commat: '@',
  lsqb: '[',
  lbrack: '[',
  bsol: '\\',
  rsqb: ']',
  rbrack: ']',
  hat: '^',
  lowbar: '_',
  underbar: '_',
  grave: '`',
  diacriticalgrave: '`',
  lcub: '{',
  lbrace: '{',
  verbar: '|',
  vert: '|',
  verticalline: '|',
  rcub: '}',
  rbrace: '}',
};

/** HTML's names of U+00A0 to U+00FF, in order; case apart, which a comparison without regard to case undoes. */
const latinNames = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest agrave aacute acirc atilde auml aring aelig ccedil ' +
  'egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml times oslash ugrave ' +
  'uacute ucirc uuml yacute thorn szlig'
).split(' ');

const namedCharacters: ReadonlyMap<string, string> = new Map([
  ...Object.entries(asciiNames),
  ...latinNames.map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ['divide', '÷'],
  ['yuml', 'ÿ'],
]);

/**
 * Takes one layer of percent-encoding, HTML entities and JSON or JavaScript escapes off a text, in one pass; null where
 * it has none. What looks like an escape and is none stays. Linear in the text's length.
 */
export function unescapeOnce(text: string): Unescaped | null {
  // After each escape: where it ended in the new text and in the old. Between two of them both run alike.
  const ends: number[] = [];
  const sourceEnds: number[] = [];
  const sourceStarts: number[] = [];
  let shorter = 0;
  const unescaped = text.replace(ESCAPE, (escape: string, offset: number) => {
    const character = characterOf(escape);
    if (character === null) return escape;
    sourceStarts.push(offset);
    sourceEnds.push(offset + escape.length);
    shorter += escape.length - character.length;
    ends.push(offset + escape.length - shorter);
    return character;
  });
  if (ends.length === 0) return null;
  return {
    text: unescaped,
    sourceOf(index) {
      const before = countUpTo(ends, index);
      const source = before === 0 ? index : (sourceEnds[before - 1] ?? 0) + index - (ends[before - 1] ?? 0);
      // Within the next escape's characters (a surrogate pair has two) the place is the escape's start.
      return Math.min(source, sourceStarts[before] ?? source);
    },
  };
}

/** How many of the ascending `values` are at most `limit`. */
function countUpTo(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function characterOf(escape: string): string | null {
  switch (escape[0]) {
    case '%':
      return percentCharacter(escape);
    case '&':
      return entityCharacter(escape.slice(1).replace(/;$/, ''));
    default:
      return backslashCharacter(escape);
  }
}

function percentCharacter(escape: string): string {
  if (escape.length === 3) return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  return Buffer.from(escape.replaceAll('%', ''), 'hex').toString('utf8');
}

function entityCharacter(name: string): string | null {
  if (!name.startsWith('#')) return namedCharacters.get(name.toLowerCase()) ?? null;
  return codePoint(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
}

function backslashCharacter(escape: string): string | null {
  if (escape.length === 2) return escape.slice(1);
  const digits = escape.slice(2).replace(/[{}]/g, '');
  return escape[2] === '{' ? codePoint(Number.parseInt(digits, 16)) : String.fromCharCode(Number.parseInt(digits, 16));
}

function codePoint(value: number): string | null {
  return value <= 0x10ffff ? String.fromCodePoint(value) : null;
}
