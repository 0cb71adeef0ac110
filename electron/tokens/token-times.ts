import { readToken } from './claims.ts';

/**
 * When a token itself says it was issued and ends, epoch ms; null where it does not say, is opaque or malformed, or
 * says what cannot be (not between 2000 and 9999). ANAF's refresh tokens are JWTs too, and tell their end only here (R15).
 */
export function tokenTimes(token: string): { readonly issuedAt: number | null; readonly expiresAt: number | null } {
  const reading = readToken(token);
  if (reading.form !== 'jwt') return { issuedAt: null, expiresAt: null };
  return { issuedAt: reading.issuedAt, expiresAt: reading.expiresAt };
}
