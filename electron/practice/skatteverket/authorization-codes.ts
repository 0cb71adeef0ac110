import { randomBytes } from 'node:crypto';
import type { Switches } from '../switches.ts';

/** What an authorization code was given for; it buys a token only for exactly this. */
export interface CodeGrant {
  readonly clientId: string;
  readonly redirectUri: string;
  /** Who signed in: for the org flow the certificate's fingerprint. */
  readonly holder: string;
  /** From the authorize query; null where that had none. */
  readonly scope: string | null;
}

/** What a presented code is worth. */
export type CodeStatus =
  { readonly status: 'good'; readonly grant: CodeGrant } | { readonly status: 'unknown' | 'used' | 'expired' };

/** Authorization codes, valid five minutes and once (S7); in memory alone. */
export interface AuthorizationCodes {
  readonly issue: (grant: CodeGrant) => string;
  readonly look: (code: string) => CodeStatus;
  readonly spend: (code: string) => void;
}

/** Seconds, before `lifetimeFactor` (S7). */
const lifetimeSeconds = 300;
const remembered = 1000;

/** An empty store; `now` is epoch ms. */
export function createAuthorizationCodes(switches: () => Switches, now: () => number): AuthorizationCodes {
  const codes = new Map<string, { grant: CodeGrant; expiresAt: number; used: boolean }>();
  return {
    issue: (grant) => {
      const code = randomBytes(32).toString('hex');
      const expiresAt = now() + lifetimeSeconds * 1000 * switches().lifetimeFactor;
      codes.set(code, { grant, expiresAt, used: false });
      for (const oldest of codes.keys()) {
        if (codes.size <= remembered) break;
        codes.delete(oldest);
      }
      return code;
    },
    look: (code) => {
      const found = codes.get(code);
      if (found === undefined) return { status: 'unknown' };
      if (found.used) return { status: 'used' };
      return found.expiresAt > now() ? { status: 'good', grant: found.grant } : { status: 'expired' };
    },
    spend: (code) => {
      const found = codes.get(code);
      if (found !== undefined) codes.set(code, { ...found, used: true });
    },
  };
}
