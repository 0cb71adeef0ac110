import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { environments } from '../environment.ts';
import type { Environment, PracticeContext } from '../environment.ts';
import type { StateSection } from '../state-file.ts';
import type { Switches } from '../switches.ts';

const refreshTokenSchema = z.object({
  /** SHA-256 of the token, hex: the token itself is kept nowhere. */
  digest: z.string(),
  clientId: z.string(),
  /** Who signed in. */
  person: z.string(),
  scopes: z.array(z.string()),
  /** The person's session it was given out in. */
  session: z.string(),
  /** Epoch ms. */
  expiresAt: z.number(),
  /** A newer one took its place. */
  spent: z.boolean(),
});

/** One refresh token that was given out. */
export type StoredRefreshToken = z.infer<typeof refreshTokenSchema>;

const stateSchema = z.object({ test: z.array(refreshTokenSchema), production: z.array(refreshTokenSchema) });

/** For whom and for what a refresh token is given out. */
export type RefreshTokenOrder = Pick<StoredRefreshToken, 'clientId' | 'person' | 'scopes'>;

/** What a presented refresh token is worth. */
export type RefreshTokenStatus =
  | { readonly status: 'living'; readonly token: StoredRefreshToken }
  | { readonly status: 'spent' | 'expired' | 'unknown' };

/**
 * The refresh tokens of one environment (S18, S19): each lives 65 minutes from its own issue. A person's session begins
 * with a sign-in while none of her refresh tokens lives and lasts until the newest ends, through whatever applications.
 */
export interface RefreshTokens {
  /** Whether this person has had as many refresh tokens in her session as she may. */
  readonly isFull: (person: string) => boolean;
  /** A new token of 64 hex digits. */
  readonly issue: (order: RefreshTokenOrder) => string;
  readonly look: (refreshToken: string) => RefreshTokenStatus;
  readonly spend: (token: StoredRefreshToken) => void;
  /** Forgets them all and so ends every session; gives the number of those that lived. */
  readonly revokeAll: () => number;
}

/** Seconds, before `lifetimeFactor` (S18). */
const lifetimeSeconds = 65 * 60;
/** Ended tokens are remembered this long (ms), so that an ended one can be told from one that never was. */
const rememberedAfterEnd = 24 * 60 * 60 * 1000;

/** Opens both environments' refresh tokens from the practice folder. */
export async function openRefreshTokens(
  context: PracticeContext,
): Promise<Readonly<Record<Environment, RefreshTokens>>> {
  const create = () => Promise.resolve({ test: [], production: [] });
  const section = await context.state.section('skatteverket-per', stateSchema, create);
  const [test, production] = environments.map((environment) => {
    const kept: StateSection<ReadonlyArray<StoredRefreshToken>> = {
      read: () => section.read()[environment],
      write: (next) => section.write({ ...section.read(), [environment]: [...next] }),
    };
    return createRefreshTokens(kept, context.switches, context.now);
  });
  if (test === undefined || production === undefined) throw new Error('an environment is missing');
  return { test, production };
}

/** The refresh tokens over a part of the state; `now` is epoch ms. */
export function createRefreshTokens(
  kept: StateSection<ReadonlyArray<StoredRefreshToken>>,
  switches: () => Switches,
  now: () => number,
): RefreshTokens {
  const isUnended = (token: StoredRefreshToken) => token.expiresAt > now();
  const sessionOf = (person: string) =>
    kept.read().findLast((token) => token.person === person && isUnended(token))?.session ?? null;
  return {
    isFull: (person) => {
      const session = sessionOf(person);
      const given = session === null ? 0 : kept.read().filter((token) => token.session === session).length;
      return given >= switches().refreshLimit;
    },
    issue: (order) => {
      const refreshToken = randomBytes(32).toString('hex');
      const issued: StoredRefreshToken = {
        ...order,
        digest: digestOf(refreshToken),
        session: sessionOf(order.person) ?? randomBytes(8).toString('hex'),
        expiresAt: now() + lifetimeSeconds * 1000 * switches().lifetimeFactor,
        spent: false,
      };
      const remembered = kept.read().filter((token) => token.expiresAt + rememberedAfterEnd > now());
      kept.write([...remembered, issued]);
      return refreshToken;
    },
    look: (refreshToken) => {
      const digest = digestOf(refreshToken);
      const token = kept.read().find((candidate) => candidate.digest === digest);
      if (token === undefined) return { status: 'unknown' };
      if (token.spent) return { status: 'spent' };
      return isUnended(token) ? { status: 'living', token } : { status: 'expired' };
    },
    spend: ({ digest }) => {
      kept.write(kept.read().map((token) => (token.digest === digest ? { ...token, spent: true } : token)));
    },
    revokeAll: () => {
      const living = kept.read().filter((token) => isUnended(token) && !token.spent);
      kept.write([]);
      return living.length;
    },
  };
}

function digestOf(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('hex');
}
