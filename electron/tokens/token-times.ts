import { readObject } from './claim-segments.ts';
import { readTimes } from './claim-times.ts';
import { payloadSegmentOf } from './claims.ts';

/**
 * When a token itself says it was issued and ends, epoch ms; null where it does not say, is opaque or malformed, or
 * says what cannot be (not between 2000 and 9999). ANAF's refresh tokens are JWTs too, and tell their end only here (R15).
 */
export function tokenTimes(token: string): { readonly issuedAt: number | null; readonly expiresAt: number | null } {
  const segment = payloadSegmentOf(token);
  const payload = segment === null ? null : readObject(segment);
  if (payload === null || typeof payload === 'string') return { issuedAt: null, expiresAt: null };
  const { issuedAt, expiresAt } = readTimes(payload.object);
  return { issuedAt, expiresAt };
}
