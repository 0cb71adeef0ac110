import { createSingleUseCodes } from '../single-use-codes.ts';
import type { SingleUseCodes } from '../single-use-codes.ts';
import type { Switches } from '../switches.ts';

/** What an authorization code was given for; it buys a token only for exactly this. */
export interface CodeGrant {
  readonly clientId: string;
  readonly redirectUri: string;
  /** Who signed in: the certificate's fingerprint, or the person. */
  readonly holder: string;
  /** From the authorize query; null where that had none. */
  readonly scope: string | null;
  /** S256 (RFC 7636); null or absent without PKCE. */
  readonly codeChallenge?: string | null;
}

/** Authorization codes, valid five minutes and once (S7). */
export type AuthorizationCodes = SingleUseCodes<CodeGrant>;

/** Seconds, before `lifetimeFactor` (S7). */
const lifetimeSeconds = 300;

/** An empty store; `now` is epoch ms. */
export function createAuthorizationCodes(switches: () => Switches, now: () => number): AuthorizationCodes {
  return createSingleUseCodes(lifetimeSeconds, switches, now);
}
