import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { PracticeContext } from '../environment.ts';
import type { Holder } from './certsign.ts';
import { issuer, makePair, numberOf } from './token-content.ts';
import { verifyJwt } from './jwt.ts';
import type { SigningKey } from './signing-key.ts';

const pairSchema = z.object({
  number: z.number(),
  roles: z.array(z.string()),
  etransportClaim: z.boolean(),
  /** Epoch s. */
  issuedAt: z.number(),
  accessSeconds: z.number(),
  refreshSeconds: z.number(),
});

const familySchema = z.object({
  id: z.string(),
  clientId: z.string(),
  holder: z.object({ fingerprint: z.string(), serial: z.string() }),
  jwt: z.boolean(),
  revoked: z.boolean(),
  /** SHA-256 of the refresh tokens given out, hex, the newest last. */
  refreshDigests: z.array(z.string()),
  /** The newest pair. */
  pair: pairSchema,
  /** When that was given out, epoch ms. */
  pairAt: z.number(),
});

/** All the pairs that descend from one sign-in. */
export type TokenFamily = z.infer<typeof familySchema>;

const stateSchema = z.object({
  lastNumber: z.number(),
  /** Access tokens of pairs up to this number are blocked (R19). */
  blockedThrough: z.number(),
  families: z.array(familySchema),
});

/** The token endpoint's answer (R20). */
export interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

/** What a presented refresh token is worth; `repeat` may have the newest pair once more. */
export type RefreshStatus =
  | { readonly status: 'good' | 'repeat' | 'expired' | 'spent' | 'revoked'; readonly family: TokenFamily }
  | { readonly status: 'unknown' };

/** Whether an access token opens the API, and with which roles. */
export type AccessVerdict =
  | { readonly ok: true; readonly serial: string; readonly roles: ReadonlyArray<string> }
  | { readonly ok: false; readonly reason: string };

/** Refresh tokens and their families. They outlive the process, and only the refresh tokens' SHA-256 does. */
export interface TokenFamilies {
  readonly begin: (clientId: string, holder: Holder, jwt: boolean) => TokenAnswer;
  readonly look: (refreshToken: string) => RefreshStatus;
  /** Spends the family's refresh token for a new pair. */
  readonly rotate: (family: TokenFamily) => TokenAnswer;
  /** The newest pair as it was given out. */
  readonly repeat: (family: TokenFamily) => TokenAnswer;
  readonly revoke: (family: TokenFamily) => void;
  /** Blocks every token given out so far; gives the number of families that ended by it. */
  readonly blockAll: () => number;
  readonly judgeAccessToken: (accessToken: string) => AccessVerdict;
}

const rememberedFamilies = 500;
const rememberedRefreshTokens = 200;

/** Opens the families from the practice folder. */
export async function openTokenFamilies(context: PracticeContext, key: SigningKey): Promise<TokenFamilies> {
  const { now, switches } = context;
  const section = await context.state.section('anaf-tokens', stateSchema, () =>
    Promise.resolve({ lastNumber: 0, blockedThrough: 0, families: [] }),
  );
  const save = (family: TokenFamily, lastNumber = section.read().lastNumber) => {
    const others = section.read().families.filter(({ id }) => id !== family.id);
    section.write({ ...section.read(), lastNumber, families: [...others, family].slice(-rememberedFamilies) });
  };
  const answerOf = (family: TokenFamily): TokenAnswer => {
    const { clientId, holder, jwt, id, pair } = family;
    const { accessToken, refreshToken } = makePair(key, { ...pair, clientId, serial: holder.serial, jwt, family: id });
    return {
      access_token: accessToken,
      refresh_token: refreshToken,
      token_type: 'Bearer',
      expires_in: pair.accessSeconds,
    };
  };
  const giveOut = (family: Omit<TokenFamily, 'pair' | 'pairAt'>): TokenAnswer => {
    const { anafAccessSeconds, anafRefreshSeconds, lifetimeFactor, anafRoles, etransportClaim } = switches();
    const number = section.read().lastNumber + 1;
    const seconds = (before: number) => Math.max(1, Math.round(before * lifetimeFactor));
    const pair = {
      number,
      roles: [...anafRoles],
      etransportClaim,
      issuedAt: Math.floor(now() / 1000),
      accessSeconds: seconds(anafAccessSeconds),
      refreshSeconds: seconds(anafRefreshSeconds),
    };
    const answer = answerOf({ ...family, pair, pairAt: now() });
    const refreshDigests = [...family.refreshDigests, digestOf(answer.refresh_token)].slice(-rememberedRefreshTokens);
    save({ ...family, refreshDigests, pair, pairAt: now() }, number);
    return answer;
  };
  return {
    begin: (clientId, holder, jwt) =>
      giveOut({ id: randomBytes(16).toString('hex'), clientId, holder, jwt, revoked: false, refreshDigests: [] }),
    look: (refreshToken) => {
      const digest = digestOf(refreshToken);
      const family = section.read().families.find(({ refreshDigests }) => refreshDigests.includes(digest));
      if (family === undefined) return { status: 'unknown' };
      if (family.revoked) return { status: 'revoked', family };
      const { refreshDigests, pair, pairAt } = family;
      const newest = refreshDigests.length - 1;
      const place = refreshDigests.indexOf(digest);
      if (place < newest) {
        const inGrace = place === newest - 1 && now() < pairAt + switches().refreshGraceSeconds * 1000;
        return { status: inGrace ? 'repeat' : 'spent', family };
      }
      const endsAt = (pair.issuedAt + pair.refreshSeconds) * 1000;
      return { status: endsAt > now() ? 'good' : 'expired', family };
    },
    rotate: giveOut,
    repeat: answerOf,
    revoke: (family) => save({ ...family, revoked: true }),
    blockAll: () => {
      const { families, lastNumber } = section.read();
      const revoked = families.map((family) => ({ ...family, revoked: true }));
      section.write({ lastNumber, blockedThrough: lastNumber, families: revoked });
      return families.filter((family) => !family.revoked).length;
    },
    judgeAccessToken: (accessToken) => {
      const claims = verifyJwt(key.privateKey, key.kid, accessToken);
      if (claims === null) return { ok: false, reason: 'not a JWT of this issuer, or changed' };
      const read = accessClaimsSchema.safeParse(claims);
      if (!read.success) return { ok: false, reason: 'not an access token' };
      const { exp, nbf, jti, role, serial } = read.data;
      if (exp * 1000 <= now()) return { ok: false, reason: 'token is expired' };
      if (nbf * 1000 > now()) return { ok: false, reason: 'token is not yet valid' };
      if (numberOf(jti) <= section.read().blockedThrough) return { ok: false, reason: 'token is blocked' };
      return { ok: true, serial, roles: role.split(', ') };
    },
  };
}

const accessClaimsSchema = z.object({
  token_type: z.literal('Bearer'),
  iss: z.literal(issuer),
  exp: z.number(),
  nbf: z.number(),
  jti: z.string(),
  role: z.string(),
  serial: z.string(),
});

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
