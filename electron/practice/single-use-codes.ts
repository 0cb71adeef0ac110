import { randomBytes } from 'node:crypto';
import type { Switches } from './switches.ts';

/** What a presented code is worth. */
export type CodeStatus<Grant> =
  { readonly status: 'good'; readonly grant: Grant } | { readonly status: 'unknown' | 'used' | 'expired' };

/** Codes (64 hex digits) that are good for a while and once; in memory alone. */
export interface SingleUseCodes<Grant> {
  readonly issue: (grant: Grant) => string;
  readonly look: (code: string) => CodeStatus<Grant>;
  readonly spend: (code: string) => void;
}

const remembered = 1000;

/** An empty store; `lifetimeSeconds` is before `lifetimeFactor`, `now` is epoch ms. */
export function createSingleUseCodes<Grant>(
  lifetimeSeconds: number,
  switches: () => Switches,
  now: () => number,
): SingleUseCodes<Grant> {
  const codes = new Map<string, { grant: Grant; expiresAt: number; used: boolean }>();
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
