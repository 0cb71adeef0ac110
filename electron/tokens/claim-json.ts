/** A parsed JSON text that keeps what `JSON.parse` forgets: the order, repeated members, a number's digits. */
export type JsonNode =
  | JsonText
  | { readonly type: 'number'; readonly digits: string }
  | { readonly type: 'literal'; readonly value: boolean | null }
  | { readonly type: 'array'; readonly items: readonly JsonNode[] }
  | JsonObject;
/** `secret`: the text is a mask, or has one in it. */
export type JsonText = { readonly type: 'text'; readonly value: string; readonly secret: boolean };
export type JsonObject = { readonly type: 'object'; readonly members: readonly JsonMember[] };
export type JsonMember = { readonly name: string; readonly value: JsonNode };

export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue };

/** Deeper than any token, and shallow enough for every recursion over the tree, here and in the window. */
const MAX_DEPTH = 32;

const pattern = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Whether {@link readJson} reads the text, and as an object; for whoever wants no more than that, it is quicker. */
export function isJsonObject(text: string): boolean {
  const value = parsed(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isTooDeep(text);
}

/** Parses a JSON text (RFC 8259). `repeats`: some object has two members of one name. */
export function readJson(
  text: string,
): { readonly root: JsonNode; readonly repeats: boolean } | 'not-json' | 'too-deep' {
  // JSON.parse judges what is JSON, so that the walk below need not: of a valid text these are exactly the tokens.
  if (parsed(text) === undefined) return 'not-json';
  if (isTooDeep(text)) return 'too-deep';
  const tokens = text.match(pattern) ?? [];
  let position = 0;
  let repeats = false;

  function next(): string {
    return tokens[position++] ?? '';
  }

  function sequence<T>(close: string, element: () => T): T[] {
    const elements: T[] = [];
    if (tokens[position] === close) {
      position++;
      return elements;
    }
    do elements.push(element());
    while (next() === ',');
    return elements;
  }

  function member(): JsonMember {
    const name = JSON.parse(next()) as string;
    position++; // the colon
    return { name, value: node() };
  }

  function node(): JsonNode {
    const token = next();
    if (token === '[') return { type: 'array', items: sequence(']', node) };
    if (token === '{') {
      const members = sequence('}', member);
      repeats ||= new Set(members.map(({ name }) => name)).size < members.length;
      return { type: 'object', members };
    }
    if (token.startsWith('"')) return { type: 'text', value: JSON.parse(token) as string, secret: false };
    if (token === 'true' || token === 'false') return { type: 'literal', value: token === 'true' };
    return token === 'null' ? { type: 'literal', value: null } : { type: 'number', digits: token };
  }

  const root = node();
  return { root, repeats };
}

/** What JSON.parse makes of a text; undefined where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTooDeep(text: string): boolean {
  // Most have fewer brackets altogether.
  if ((text.match(/[[{]/g)?.length ?? 0) <= MAX_DEPTH) return false;
  let depth = 0;
  for (const token of text.match(pattern) ?? []) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

/** The member that programs reading with `JSON.parse` see: the last of that name. */
export function member(object: JsonObject, name: string): JsonNode | undefined {
  return object.members.findLast((each) => each.name === name)?.value;
}

/** Half of a surrogate pair alone is no character; the window gets U+FFFD in its place. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** As a plain value. Of repeated members the last stays; a number that a double cannot hold becomes its digits. */
export function toValue(node: JsonNode): JsonValue {
  switch (node.type) {
    case 'text':
      return wellFormed(node.value);
    case 'number':
      return holds(node.digits) ? Number(node.digits) : node.digits;
    case 'literal':
      return node.value;
    case 'array':
      return node.items.map(toValue);
    case 'object':
      // fromEntries makes `__proto__` a member like any other.
      return Object.fromEntries(node.members.map(({ name, value }) => [wellFormed(name), toValue(value)]));
  }
}

function holds(digits: string): boolean {
  const number = Number(digits);
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
}

/** As indented text, everything in its order; characters that cannot be seen, or reorder others, are escaped. */
export function toText(node: JsonNode, indent = ''): string {
  const inner = `${indent}  `;
  switch (node.type) {
    case 'text':
      return quote(node.value);
    case 'number':
      return node.digits;
    case 'literal':
      return String(node.value);
    case 'array':
      return block(
        '[',
        node.items.map((item) => toText(item, inner)),
        ']',
        indent,
      );
    case 'object':
      return block(
        '{',
        node.members.map(({ name, value }) => `${quote(name)}: ${toText(value, inner)}`),
        '}',
        indent,
      );
  }
}

function block(open: string, lines: readonly string[], close: string, indent: string): string {
  if (lines.length === 0) return open + close;
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`;
}

function quote(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}
