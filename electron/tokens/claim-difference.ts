import type { ClaimChange, TokenDifference } from '../contract/claims-calls.ts';
import type { Claim, TokenReading } from '../contract/token-reading.ts';

type Jwt = Extract<TokenReading, { form: 'jwt' }>;

/** These differ between any two tokens. */
const alwaysDiffers: ReadonlySet<string> = new Set(['exp', 'iat', 'jti', 'nbf', 'auth_time']);

/**
 * What changed from one token to the next, in the newer one's order, what is gone last. Compared is what readings show:
 * of two masked values nothing can be told. The order of roles, and of claims, is no difference.
 */
export function tokenDifference(before: Jwt, after: Jwt): TokenDifference {
  return {
    before: { issuedAt: before.issuedAt, expiresAt: before.expiresAt },
    after: { issuedAt: after.issuedAt, expiresAt: after.expiresAt },
    changes: [
      ...changesIn('header', flat(before.header), flat(after.header)),
      ...changesIn('payload', flat(before.payload), flat(after.payload)),
    ],
  };
}

type FlatClaim = { readonly name: string; readonly within: string | null; readonly values: readonly string[] };

/** Claims with the rows of `scope_data` and its like as claims of their own, by where they stand. Of repeated ones the last counts. */
function flat(claims: readonly Claim[]): ReadonlyMap<string, FlatClaim> {
  const all = claims.flatMap((claim): FlatClaim[] =>
    claim.kind === 'rows'
      ? claim.rows.map((row) => ({ name: row.name, within: claim.name, values: valuesOf(row) }))
      : [{ name: claim.name, within: null, values: valuesOf(claim) }],
  );
  const compared = all.filter(({ name }) => !alwaysDiffers.has(name));
  return new Map(compared.map((claim) => [JSON.stringify([claim.within, claim.name]), claim]));
}

function valuesOf(claim: Exclude<Claim, { kind: 'rows' }>): readonly string[] {
  if (claim.kind === 'list') return claim.items;
  // Blank, null or without members: said alike, so no difference.
  if (claim.kind === 'empty') return [''];
  return [typeof claim.value === 'string' ? claim.value : JSON.stringify(claim.value)];
}

function changesIn(
  part: ClaimChange['part'],
  before: ReadonlyMap<string, FlatClaim>,
  after: ReadonlyMap<string, FlatClaim>,
): ClaimChange[] {
  const places = [...after.keys(), ...[...before.keys()].filter((place) => !after.has(place))];
  return places.flatMap((place) => {
    const [earlier, later] = [before.get(place), after.get(place)];
    const { name = '', within = null } = later ?? earlier ?? {};
    if (isSame(earlier?.values, later?.values)) return [];
    return [{ part, name, within, before: listOf(earlier), after: listOf(later) }];
  });
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return JSON.stringify([...(one ?? ['\0'])].sort()) === JSON.stringify([...(other ?? ['\0'])].sort());
}

function listOf(claim: FlatClaim | undefined): string[] | null {
  return claim === undefined ? null : [...claim.values];
}
