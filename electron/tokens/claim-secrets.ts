import type { JsonMember, JsonNode, JsonObject } from './claim-json.ts';

/** What stands in a reading where a secret stood; always the same, whatever the secret's length. */
export const MASK = '••••••••';

/** Shorter texts are no secrets by themselves, and masking each occurrence would blacken unrelated words. */
const SHORTEST_SECRET = 8;

/** V8 throws on an expression with a text of more than 32,767 UTF-16 units. */
const LONGEST_IN_EXPRESSION = 8_000;

/**
 * Masks `jti` in a token: by that name at any depth, in rows such as `{ "id": "jti", "value": … }`, and wherever its
 * text occurs again. The authorities' gateway accepts a `jti` as a bearer (it is the token's opaque form), so it is
 * handled like the token. Texts that look like a token themselves (a JWT; in the payload 64 hex digits or more) are
 * masked too, and `alsoSecret` wherever it occurs: other tokens of the same account, and what they call their `jti`.
 */
export function maskSecrets(
  header: JsonObject,
  payload: JsonObject,
  alsoSecret: readonly string[],
): { readonly header: JsonObject; readonly payload: JsonObject; readonly secrets: readonly string[] } {
  const knownMasked = maskerOf([...jtiTexts(header), ...jtiTexts(payload), ...alsoSecret]);
  const secrets = new Set<string>();

  function maskObject(object: JsonObject, hide: (text: string) => string): JsonObject {
    const row = isJtiRow(object);
    return {
      type: 'object',
      members: object.members.map((each) => {
        const name = hide(each.name);
        if (name !== each.name) secrets.add(name);
        if (isJti(each.name)) return masked(name, name);
        if (row && !namesJti(each)) return masked(name, 'jti');
        return { name, value: maskNode(name, each.value, hide) };
      }),
    };
  }

  function masked(name: string, secret: string): JsonMember {
    secrets.add(secret);
    return { name, value: { type: 'text', value: MASK, secret: true } };
  }

  function maskNode(name: string, node: JsonNode, hide: (text: string) => string): JsonNode {
    if (node.type === 'object') return maskObject(node, hide);
    if (node.type === 'array') return { type: 'array', items: node.items.map((item) => maskNode(name, item, hide)) };
    if (node.type === 'literal') return node;
    const text = node.type === 'number' ? node.digits : node.value;
    const value = hide(text);
    if (value === text) return node;
    secrets.add(name);
    return { type: 'text', value, secret: true };
  }

  return {
    // A `kid` may well be 64 hex digits.
    header: maskObject(header, (text) => maskJwts(knownMasked(text))),
    payload: maskObject(payload, (text) => maskJwts(knownMasked(text)).replace(/[0-9a-f]{64,}/gi, MASK)),
    secrets: [...secrets],
  };
}

/** Whether something in it is masked. */
export function hasSecret(node: JsonNode): boolean {
  if (node.type === 'object') return node.members.some(({ value }) => hasSecret(value));
  if (node.type === 'array') return node.items.some(hasSecret);
  return node.type === 'text' && node.secret;
}

/**
 * Also with one character changed: a damaged token must not uncover what a whole one hides, and the real names this
 * close (`uti`, `ati`, `cti`) are other systems' words for the same thing.
 */
function isJti(name: string): boolean {
  const letters = name.trim().toLowerCase();
  return letters.length === 3 && ['j', 't', 'i'].filter((letter, at) => letters[at] !== letter).length <= 1;
}

function isJtiRow(object: JsonObject): boolean {
  return object.members.some(namesJti);
}

function namesJti({ name, value }: JsonMember): boolean {
  return ['id', 'name', 'key', 'claim'].includes(name) && value.type === 'text' && isJti(value.value);
}

/** Every text and number that stands in a `jti`, in whatever form {@link maskSecrets} finds it. */
export function jtiTexts(object: JsonObject): string[] {
  return secretTexts(object, false);
}

/** @param inside whether the node is (in) the value of a `jti` */
function secretTexts(node: JsonNode, inside: boolean): string[] {
  switch (node.type) {
    case 'text':
      return inside ? [node.value.trim()] : [];
    case 'number':
      return inside ? [node.digits] : [];
    case 'literal':
      return [];
    case 'array':
      return node.items.flatMap((item) => secretTexts(item, inside));
    case 'object': {
      const row = isJtiRow(node);
      return node.members.flatMap((each) => [
        ...(inside ? [each.name] : []),
        ...secretTexts(each.value, inside || isJti(each.name) || (row && !namesJti(each))),
      ]);
    }
  }
}

/** Masks each of the secrets, the longest first, since a shorter one may be part of it. */
function maskerOf(texts: readonly string[]): (text: string) => string {
  const secrets = [...new Set(texts)]
    .filter((text) => text.length >= SHORTEST_SECRET)
    .sort((one, other) => other.length - one.length);
  const long = secrets.filter(({ length }) => length > LONGEST_IN_EXPRESSION);
  const known = anyOf(secrets.slice(long.length));
  return (text) => {
    const rest = long.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
    return known === null ? rest : rest.replace(known, MASK);
  };
}

/** Finds each of the secrets, the earlier rather than the later; null if there are none. */
function anyOf(secrets: readonly string[]): RegExp | null {
  if (secrets.length === 0) return null;
  // One expression and not one search for each: a hostile `jti` may list thousands.
  return new RegExp(secrets.map((secret) => secret.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}

function maskJwts(text: string): string {
  // Two segments follow a JWT's header, whatever stands before it.
  return text.replace(/[\w.-]+/g, (run) => (run.split('.').slice(0, -2).some(beginsObject) ? MASK : run));
}

/** Whether it is the base64url of a JSON object, or of the beginning of one: a damaged token is masked like a whole one. */
function beginsObject(segment: string): boolean {
  return /^\s*\{\s*["}]/.test(Buffer.from(segment, 'base64url').toString());
}
