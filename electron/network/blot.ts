import { unescapeOnce } from './escapes.ts';

/** What stands where a secret stood. */
export const MARK = '••••••';

/** Shorter texts are not looked for: they would be found everywhere. */
const SHORTEST = 6;

/** How many escapes one within another are taken off; nobody echoes a text through more. */
const MAX_LAYERS = 6;

/**
 * Blots secrets out of a text that somebody else wrote, in every form an answer is likely to echo them in: as they are,
 * in hex, and in base64 or base64url at any offset, which is how a Basic header or an encoded request holds them; each
 * of these escaped for JSON, HTML or a URL, wholly or in part, and several times over. Letter case does not matter.
 * Escapes are taken off layer by layer and every layer is searched, so the time is linear in the text's length.
 */
export function blotter(secrets: readonly string[]): (text: string) => string {
  // Most are never asked: what goes well has no words to blot.
  let finding: RegExp | null | undefined;
  return (text) => {
    if (finding === undefined) finding = patternOf(secrets);
    return finding === null ? text : blotRanges(text, findSecrets(text, finding));
  };
}

/** Finds the secrets in every form; null where there is nothing to look for. */
function patternOf(secrets: readonly string[]): RegExp | null {
  const forms = secrets.flatMap(layersOf).flatMap(formsOf);
  // The longest first: a form that holds another must go whole.
  const needles = [...new Set(forms.flatMap(partsOf))]
    .filter((form) => form.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  if (needles.length === 0) return null;
  return new RegExp(needles.map((needle) => needle.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|'), 'gi');
}

/** V8 throws on an expression with a text of more than 32,767 UTF-16 units, and names the expression. */
const LONGEST = 8_000;

/** A long form in parts of one length, none of which is too short to be looked for. */
function partsOf(form: string): string[] {
  const length = Math.ceil(form.length / Math.ceil(form.length / LONGEST));
  return Array.from({ length: Math.ceil(form.length / length) || 0 }, (_, at) =>
    form.slice(at * length, (at + 1) * length),
  );
}

/** A secret, and what becomes of it where somebody takes escapes off that are none: it may hold a `%41` or an `&lt;`. */
function layersOf(secret: string): string[] {
  if (secret.length < SHORTEST) return [];
  const layers = [secret];
  for (let next = unescapeOnce(secret); next && layers.length <= MAX_LAYERS; next = unescapeOnce(next.text)) {
    layers.push(next.text);
  }
  return layers;
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const base64 = [0, 1, 2].map((offset) => base64Inside(bytes, offset));
  return [
    secret,
    // A form's space is a plus sign, which no layer takes for an escape.
    secret.replaceAll(' ', '+'),
    bytes.toString('hex'),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

/** The base64 characters that depend on `bytes` alone when `offset` other bytes come before them. */
function base64Inside(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}

type Range = readonly [start: number, end: number];

/** Where secrets stand in the text, found in it and in what each layer of escapes hides. */
function findSecrets(text: string, pattern: RegExp): Range[] {
  const ranges: Range[] = [];
  let layer = text;
  let sourceOf = (index: number): number => index;
  for (let depth = 0; ; depth += 1) {
    for (const match of layer.matchAll(pattern)) {
      ranges.push([sourceOf(match.index), sourceOf(match.index + match[0].length)]);
    }
    const next = depth === MAX_LAYERS ? null : unescapeOnce(layer);
    if (next === null) return ranges;
    const outer = sourceOf;
    layer = next.text;
    sourceOf = (index) => outer(next.sourceOf(index));
  }
}

function blotRanges(text: string, ranges: Range[]): string {
  const pieces: string[] = [];
  let done = 0;
  let open: Range | null = null;
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    if (open !== null && start < open[1]) {
      open = [open[0], Math.max(open[1], end)];
      continue;
    }
    if (open !== null) {
      pieces.push(text.slice(done, open[0]), MARK);
      done = open[1];
    }
    open = [start, end];
  }
  if (open === null) return text;
  return [...pieces, text.slice(done, open[0]), MARK, text.slice(open[1])].join('');
}
