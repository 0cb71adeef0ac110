import { unwrapToken } from './claim-paste.ts';
import { fieldOf, type Field, type Group } from './take-over-fields.ts';

/** How far into a line a name may reach, UTF-16 units. */
const LONGEST_LABEL = 120;
/** A token in lines of such a length may go on in the next, as some programs wrap what they copy or show. */
const WRAP_WIDTHS = { least: 40, most: 300 };
/** Lines a single token is read over, and lines read at all: no more than any token or settings file has. */
const MOST_WRAPS = 1000;
const MOST_LINES = 20_000;
/** Separators of a line at which its name may end. */
const MOST_SEPARATORS = 4;

/**
 * The fields of a text in lines: `NAME=value` of an environment file, `name: value`, two columns, a header, Postman's
 * "Manage Tokens" (a name, and its value on the next line), or the tokens alone.
 */
export function groupInLines(text: string): Group {
  // JSON that was cut off has its members in one line.
  const spread = /^\s*[{[]/.test(text) ? text.replace(/,\s*"/g, ',\n"') : text;
  const lines = spread.split(/\r\n|[\r\n]/, MOST_LINES).map((line) => line.trim());
  const fields: Field[] = [];
  let named: Pick<Field, 'name' | 'owner'> | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const heading = line.replace(/[:=]$/, '');
    const label = /[=:,;\t]/.test(heading) ? null : fieldOf(heading);
    const pair = label === null ? split(line) : null;
    if (pair !== null && pair.value !== '') {
      const joined = goOn(lines, at, pair.value);
      fields.push({ ...pair, value: joined.value });
      at = joined.last;
      named = null;
    } else if (label !== null || pair !== null) {
      named = label ?? pair;
    } else if (named !== null || isTokenLike(line)) {
      const joined = goOn(lines, at, line);
      fields.push({ ...(named ?? { name: 'token', owner: '' }), value: joined.value });
      at = joined.last;
      named = null;
    }
  }
  return fields;
}

/** Every text that looks like a JWT, wherever it stands; the last resort. */
export function tokensAnywhere(text: string): Group {
  const runs = text.match(/[\w.-]+/g) ?? [];
  return runs
    .filter((run) => run.startsWith('eyJ') && run.split('.', 4).length === 3)
    .map((value) => ({ name: 'token', owner: '', value }));
}

/** A line that begins with a name known here, at its first separator that makes it one. */
function split(line: string): Field | null {
  const head = line.slice(0, LONGEST_LABEL);
  const separators = [...head.matchAll(/[=:,;|\t]/g)].slice(0, MOST_SEPARATORS);
  for (const { index: at } of separators) {
    const field = fieldOf(head.slice(0, at));
    if (field !== null) return { ...field, value: withoutRest(line.slice(at + 1)) };
  }
  return null;
}

/** The value of a line: what its quotes hold, or all of it but a comment and the edge of a table. */
function withoutRest(value: string): string {
  const trimmed = value.trim();
  const quote = trimmed.charAt(0);
  if (quote === '"' || quote === "'") {
    const end = trimmed.indexOf(quote, 1);
    if (end !== -1) return trimmed.slice(1, end);
  }
  const comment = trimmed.indexOf(' #');
  const bare = comment === -1 ? trimmed : trimmed.slice(0, comment).trimEnd();
  return bare.endsWith('|') ? bare.slice(0, -1).trimEnd() : bare;
}

/** A JWT that was wrapped goes on in the lines after it: all as wide as the first but for the last. */
function goOn(
  lines: readonly string[],
  first: number,
  value: string,
): { readonly value: string; readonly last: number } {
  const width = lines[first]?.length ?? 0;
  const parts = [value];
  let last = first;
  let dots = dotsIn(value);
  if (width < WRAP_WIDTHS.least || width > WRAP_WIDTHS.most || !isJwtLike(value)) return { value, last };
  for (let at = first + 1; at < lines.length && at - first < MOST_WRAPS; at++) {
    const line = lines[at] ?? '';
    dots += dotsIn(line);
    const isMore = lines[last]?.length === width && line.length <= width && /^[\w.-]+$/.test(line);
    // With more than a JWT's two dots it is something else.
    if (!isMore || line.startsWith('eyJ') || fieldOf(line) !== null || dots > 2) break;
    parts.push(line);
    last = at;
  }
  return { value: parts.join(''), last };
}

function dotsIn(text: string): number {
  return text.split('.').length - 1;
}

function isTokenLike(line: string): boolean {
  return isJwtLike(line) || /^[0-9a-f]{64}$/i.test(unwrapToken(line).text);
}

function isJwtLike(line: string): boolean {
  return unwrapToken(line).text.startsWith('eyJ');
}
