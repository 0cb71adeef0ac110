import { createHash } from 'node:crypto';

/** Why the two PKCE fields of an authorize query are refused, or null where they are both good or both absent (RFC 7636). */
export function pkceFault(challenge: string | undefined, method: string | undefined): string | null {
  if (challenge === undefined && method === undefined) return null;
  if (challenge === undefined) return 'code_challenge_method without code_challenge';
  if (method !== 'S256') return 'code_challenge_method must be S256';
  return /^[\w-]{43}$/.test(challenge) ? null : 'code_challenge must be 43 characters of base64url';
}

/** Why a verifier does not prove the challenge that a code was given for, or null where it does (RFC 7636 section 4.6). */
export function verifierFault(challenge: string, verifier: string | undefined): string | null {
  if (verifier === undefined) return 'code_verifier is missing';
  if (!/^[\w.~-]{43,128}$/.test(verifier)) return 'code_verifier is not of the right form';
  return createHash('sha256').update(verifier).digest('base64url') === challenge
    ? null
    : 'code_verifier does not match code_challenge';
}
