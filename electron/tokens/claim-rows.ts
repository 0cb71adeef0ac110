import type { Claim, ClaimExplanation } from '../contract/token-reading.ts';
import { member, toValue, wellFormed, type JsonNode, type JsonObject } from './claim-json.ts';
import { hasSecret, MASK } from './claim-secrets.ts';
import { readTime } from './claim-times.ts';

type RowClaim = Exclude<Claim, { kind: 'rows' }>;

const headerExplanations: ReadonlyMap<string, ClaimExplanation> = new Map([
  ...(['alg', 'crit', 'kid', 'typ', 'jti'] as const).map((name) => [name, name] as const),
  // What names or holds a key (RFC 7515, sections 4.1.2 to 4.1.8).
  ...['jku', 'jwk', 'x5u', 'x5c', 'x5t', 'x5t#S256'].map((name) => [name, 'key-in-header'] as const),
]);

/** The claims of ANAF's tokens (R13 and what is seen in the field), those of RFC 7519, and the commonest of others'. */
const payloadExplanations: ReadonlyMap<string, ClaimExplanation> = new Map<string, ClaimExplanation>([
  ['aud', 'aud'],
  ['auth_time', 'auth_time'],
  ['azp', 'azp'],
  ['client_id', 'client_id'],
  ['clientappid', 'clientappid'],
  ['efactura', 'efactura'],
  ['etransport', 'etransport'],
  ['etrasport', 'etransport'],
  ['exp', 'exp'],
  ['family', 'family'],
  ['hello', 'hello'],
  ['iat', 'iat'],
  ['info', 'info'],
  ['iss', 'iss'],
  ['issuer', 'issuer'],
  ['jti', 'jti'],
  ['nbf', 'nbf'],
  ['nonce', 'nonce'],
  ['role', 'role'],
  ['roles', 'role'],
  ['scope', 'scope'],
  ['scope_data', 'scope_data'],
  ['serial', 'serial'],
  ['sub', 'sub'],
  ['token_type', 'token_type'],
]);

/** Claims that list roles, separated by commas or `@`. */
const roleNames: ReadonlySet<string> = new Set(['role', 'roles', 'efactura', 'etransport', 'etrasport', 'hello']);
const timeNames: ReadonlySet<string> = new Set(['iat', 'nbf', 'exp', 'auth_time']);

/** The header's parameters, explained, in their order. Takes a header whose secrets are masked already. */
export function headerClaims(header: JsonObject): Claim[] {
  return header.members.map(({ name, value }) => plainClaim(name, value, headerExplanations.get(name)));
}

/** The payload's claims, explained, in their order. Takes a payload whose secrets are masked already. */
export function payloadClaims(payload: JsonObject): Claim[] {
  return payload.members.map(({ name, value }) => {
    const rows = idRows(value);
    if (rows === null) return payloadClaim(name, value);
    return { ...common(name, value, payloadExplanations.get(name)), kind: 'rows', rows };
  });
}

function common(name: string, node: JsonNode, explanation: ClaimExplanation | undefined) {
  const value = toValue(node);
  return { name: wellFormed(name), value, explanation: explanation ?? 'unknown', secret: hasSecret(node) };
}

function payloadClaim(name: string, node: JsonNode): RowClaim {
  const explanation = payloadExplanations.get(name);
  if (timeNames.has(name)) {
    const { epochMs } = readTime(node);
    if (epochMs !== null) return { ...common(name, node, explanation), kind: 'time', time: { epochMs } };
  }
  const separator = roleNames.has(name) ? /[,@]/ : name === 'scope' ? /\s+/ : null;
  const texts = node.type === 'array' ? scalars(node.items) : node.type === 'text' ? [node.value] : null;
  if (separator === null || texts === null || isMask(node)) return plainClaim(name, node, explanation);
  const items = texts.flatMap((text) => text.split(separator)).map((item) => wellFormed(item.trim()));
  return listClaim(
    name,
    node,
    explanation,
    items.filter((item) => item !== ''),
  );
}

function plainClaim(name: string, node: JsonNode, explanation: ClaimExplanation | undefined): RowClaim {
  const kept = common(name, node, explanation);
  switch (node.type) {
    case 'text':
      return { ...kept, kind: isMask(node) ? 'secret' : node.value.trim() === '' ? 'empty' : 'text' };
    case 'number':
      return { ...kept, kind: 'number' };
    case 'literal':
      return { ...kept, kind: node.value === null ? 'empty' : 'flag' };
    case 'object':
      return { ...kept, kind: node.members.length === 0 ? 'empty' : 'object' };
    case 'array': {
      const items = scalars(node.items);
      return items === null ? { ...kept, kind: 'object' } : listClaim(name, node, explanation, items.map(wellFormed));
    }
  }
}

function listClaim(name: string, node: JsonNode, explanation: ClaimExplanation | undefined, items: string[]): RowClaim {
  const kept = common(name, node, explanation);
  return items.length === 0 ? { ...kept, kind: 'empty' } : { ...kept, kind: 'list', items };
}

function isMask(node: JsonNode): boolean {
  return node.type === 'text' && node.secret && node.value === MASK;
}

/** The items as texts, or null where one has members of its own. */
function scalars(items: readonly JsonNode[]): string[] | null {
  const texts: string[] = [];
  for (const item of items) {
    if (item.type === 'array' || item.type === 'object') return null;
    texts.push(item.type === 'number' ? item.digits : item.value === null ? '' : String(item.value));
  }
  return texts;
}

/** A list of `{ id, value }` as one claim each, named by its id; null if it is not such a list. */
function idRows(node: JsonNode): RowClaim[] | null {
  if (node.type !== 'array' || node.items.length === 0) return null;
  const rows: RowClaim[] = [];
  for (const item of node.items) {
    if (item.type !== 'object' || item.members.some(({ name }) => name !== 'id' && name !== 'value')) return null;
    const id = member(item, 'id');
    if (id?.type !== 'text') return null;
    rows.push(payloadClaim(id.value, member(item, 'value') ?? { type: 'literal', value: null }));
  }
  return rows;
}
