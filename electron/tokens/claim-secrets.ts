import type { JsonMember, JsonNode, JsonObject } from './claim-json.ts';

/** What stands in a reading where a secret stood; always the same, whatever the secret's length. */
export const MASK = '••••••••';

/** Shorter texts are no secrets by themselves, and masking each occurrence would blacken unrelated words. */
const SHORTEST_SECRET = 8;

/**
 * Masks `jti` in a token: by that name at any depth, in rows such as `{ "id": "jti", "value": … }`, and wherever its
 * text occurs again. The authorities' gateway accepts a `jti` as a bearer (it is the token's opaque form), so it is
 * handled like the token. Texts in the payload that look like a token themselves (64 hex digits or more, or a JWT)
 * are masked too, and `alsoSecret` wherever it occurs: what another token of the same account calls its `jti`.
 */
export function maskSecrets(
  header: JsonObject,
  payload: JsonObject,
  alsoSecret: readonly string[],
): { readonly header: JsonObject; readonly payload: JsonObject; readonly secrets: readonly string[] } {
  const known = anyOf([...jtiTexts(header), ...jtiTexts(payload), ...alsoSecret]);
  const secrets = new Set<string>();
  const knownMasked = (text: string): string => (known === null ? text : text.replace(known, MASK));

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
    header: maskObject(header, knownMasked),
    payload: maskObject(payload, (text) => maskTokens(knownMasked(text))),
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

/** Finds each of the secrets, the longest first, since a shorter one may be part of it; null if there are none. */
function anyOf(texts: readonly string[]): RegExp | null {
  const secrets = texts
    .filter((text) => text.length >= SHORTEST_SECRET)
    .sort((one, other) => other.length - one.length);
  if (secrets.length === 0) return null;
  // One expression and not one search for each: a hostile `jti` may list thousands.
  return new RegExp(secrets.map((secret) => secret.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g');
}

function maskTokens(text: string): string {
  return text
    .replace(/[\w.-]+/g, (run) => (run.startsWith('eyJ') && run.split('.').length > 2 ? MASK : run))
    .replace(/[0-9a-f]{64,}/gi, MASK);
}
