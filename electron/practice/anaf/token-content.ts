import { createHmac } from 'node:crypto';
import { signJwt } from './jwt.ts';
import type { SigningKey } from './signing-key.ts';

/** The practice's own issuer, after the seed's `https://logincert.anaf.ro`: these tokens never look real. */
export const issuer = 'https://logincert.anaf.localhost';

/** Seconds by which `nbf` lies before `iat` (R14). */
const notBeforeLead = 300;

/** What both tokens of a pair are made from; the same values always give the same pair. */
export interface PairContent {
  /** Counts the pairs of this practice up. */
  readonly number: number;
  readonly family: string;
  readonly clientId: string;
  /** The holder's certificate, `34:00:…`. */
  readonly serial: string;
  /** Whether the access token was asked for as a JWT, in both places (R8). */
  readonly jwt: boolean;
  readonly roles: ReadonlyArray<string>;
  /** Whether there is a claim `etransport` beside the seed's spelling. */
  readonly etransportClaim: boolean;
  /** Epoch s. */
  readonly issuedAt: number;
  readonly accessSeconds: number;
  readonly refreshSeconds: number;
}

/** Access and refresh token: two JWTs, or 64 hex digits each. */
export function makePair(key: SigningKey, content: PairContent): { accessToken: string; refreshToken: string } {
  const identifier = (kind: 'access' | 'refresh') => numberedIdentifier(key, kind, content.number);
  if (!content.jwt) return { accessToken: identifier('access'), refreshToken: identifier('refresh') };
  return {
    accessToken: signJwt(key.privateKey, key.kid, accessClaims(content, identifier('access'))),
    refreshToken: signJwt(key.privateKey, key.kid, refreshClaims(content, identifier('refresh'))),
  };
}

/** The number of the pair that this `jti` of an access token is from. */
export function numberOf(jti: string): number {
  return Number.parseInt(jti.slice(-numberDigits), 16);
}

/** In the order and spelling of R13, with `jti` at the end. */
function accessClaims(content: PairContent, jti: string): object {
  const { clientId, serial, roles } = content;
  const role = roles.join(', ');
  const rolesWith = (part: string) => roles.filter((name) => name.includes(part)).join(', ');
  const values = { clientappid: clientId, info: '', issuer: 'Anaf', role, serial };
  const etransport = rolesWith('ETRANSPORT');
  return {
    token_type: 'Bearer',
    scope: Object.keys(values).join(' '),
    scope_data: Object.entries(values).map(([id, value]) => ({ id, value })),
    iss: issuer,
    clientappid: clientId,
    efactura: rolesWith('EFACTURA'),
    etrasport: etransport,
    ...(content.etransportClaim ? { etransport } : {}),
    hello: rolesWith('HELLO'),
    issuer: 'Anaf',
    role,
    serial,
    iat: content.issuedAt,
    exp: content.issuedAt + content.accessSeconds,
    nbf: content.issuedAt - notBeforeLead,
    jti,
  };
}

function refreshClaims(content: PairContent, jti: string): object {
  return {
    token_type: 'Refresh',
    iss: issuer,
    clientappid: content.clientId,
    family: content.family,
    iat: content.issuedAt,
    exp: content.issuedAt + content.refreshSeconds,
    nbf: content.issuedAt - notBeforeLead,
    jti,
  };
}

const numberDigits = 8;

/** 64 hex digits that nobody can guess, made from the pair's number so that none need be kept. */
function numberedIdentifier(key: SigningKey, kind: string, number: number): string {
  const digest = createHmac('sha256', key.identifierSecret).update(`${kind}:${number}`).digest('hex');
  return digest.slice(0, -numberDigits) + number.toString(16).padStart(numberDigits, '0');
}
