import { secretsOf } from '../tokens/claims.ts';
import type { AccountRecord } from './records.ts';

/**
 * What is secret of every token the account has or had and that is still kept: a newer one may carry an older one's
 * `jti` in another claim, where nothing in itself says what it is.
 */
export function tokenSecrets({ grant, superseded, earlier }: AccountRecord): string[] {
  const pairs = [...(grant === null ? [] : [grant]), ...earlier.map((pair) => pair.grant)];
  const tokens = [
    ...pairs.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken?.value ?? '']),
    ...superseded.map(({ accessToken }) => accessToken),
  ];
  return [...new Set(tokens.flatMap(secretsOf))];
}
