import { createHash, randomBytes } from 'node:crypto';
import type { Switches } from '../switches.ts';
import type { Flow, Registry, StoredToken } from './registration.ts';

/** For whom and for what a token is asked. */
export interface TokenOrder {
  readonly flow: Flow;
  readonly clientId: string;
  readonly holder: string;
  readonly scopes: ReadonlyArray<string>;
}

/** A new access token: 64 hex digits that mean nothing to the client (S12), and its life in seconds. */
export interface IssuedToken {
  readonly accessToken: string;
  readonly expiresIn: number;
}

/** What a presented token is worth. */
export type TokenStatus =
  { readonly status: 'living' | 'expired' | 'revoked'; readonly token: StoredToken } | { readonly status: 'unknown' };

/** Opaque access tokens of one environment. They outlive the process; only their SHA-256 does. */
export interface TokenStore {
  /** A new token, or null where the client already has as many living ones as it may. */
  readonly issue: (order: TokenOrder) => IssuedToken | null;
  readonly look: (accessToken: string) => TokenStatus;
  /** Revokes a flow's living tokens; gives their number. */
  readonly revokeAll: (flow: Flow) => number;
}

/** Ended tokens are remembered this long (ms), so that the log can tell an ended one from one that never was. */
const rememberedAfterEnd = 24 * 60 * 60 * 1000;

/** The token store over a registry; `now` is epoch ms. */
export function createTokenStore(registry: Registry, switches: () => Switches, now: () => number): TokenStore {
  const isLiving = (token: StoredToken) => !token.revoked && token.expiresAt > now();
  return {
    issue: (order) => {
      const { lifetimeSeconds, lifetimeFactor, tokenLimit } = switches();
      const kept = registry.tokens.read().filter((token) => token.expiresAt + rememberedAfterEnd > now());
      const own = kept.filter((token) => token.clientId === order.clientId && token.holder === order.holder);
      if (own.filter(isLiving).length >= tokenLimit) return null;
      const accessToken = randomBytes(32).toString('hex');
      const expiresIn = Math.max(1, Math.round(lifetimeSeconds * lifetimeFactor));
      const stored = {
        ...order,
        scopes: [...order.scopes],
        digest: digestOf(accessToken),
        expiresAt: now() + expiresIn * 1000,
        revoked: false,
      };
      registry.tokens.write([...kept, stored]);
      return { accessToken, expiresIn };
    },
    look: (accessToken) => {
      const digest = digestOf(accessToken);
      const token = registry.tokens.read().find((candidate) => candidate.digest === digest);
      if (token === undefined) return { status: 'unknown' };
      if (token.revoked) return { status: 'revoked', token };
      return { status: token.expiresAt > now() ? 'living' : 'expired', token };
    },
    revokeAll: (flow) => {
      const tokens = registry.tokens.read();
      const ended = tokens.filter((token) => token.flow === flow && isLiving(token));
      registry.tokens.write(tokens.map((token) => (ended.includes(token) ? { ...token, revoked: true } : token)));
      return ended.length;
    },
  };
}

function digestOf(accessToken: string): string {
  return createHash('sha256').update(accessToken).digest('hex');
}
