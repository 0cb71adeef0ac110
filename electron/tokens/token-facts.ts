import { createHash } from 'node:crypto';
import { readToken } from './claims.ts';

/** What a token says of itself, for deciding whose it is. Unverified, as all that is read from a token. */
export type TokenFacts = {
  readonly form: 'jwt' | 'opaque';
  /** Epoch ms; null where it does not say. */
  readonly issuedAt: number | null;
  readonly expiresAt: number | null;
  readonly issuer: string | null;
  /** The registration it was given to (`clientappid`, R13). */
  readonly clientId: string | null;
  /** The serial number of the holder's certificate, as the token has it; null where it is not one in hex. */
  readonly serial: string | null;
  readonly roles: readonly string[];
  /** It says that it is a refresh token: by its type, or by a `family`, which only those carry. */
  readonly isRefreshToken: boolean;
};

const hexSerial = /^[0-9a-f: ]{1,80}$/i;
/** More and longer than any authority writes into a token. */
const MOST_ROLES = 50;
const LONGEST_TEXT = 200;

/** The facts of a token that stands alone, without anything around it; null where it is malformed. Never throws. */
export function tokenFacts(token: string): TokenFacts | null {
  const reading = readToken(token);
  if (reading.form === 'malformed') return null;
  if (reading.form === 'opaque') {
    const unsaid = { issuedAt: null, expiresAt: null, issuer: null, clientId: null, serial: null };
    return { form: 'opaque', ...unsaid, roles: [], isRefreshToken: false };
  }
  // Read here and not from the reading, in which whatever looks like a token is masked: a client id may.
  const payload = payloadOf(token);
  const text = (name: string): string | null => {
    const value = payload.get(name);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  return {
    form: 'jwt',
    issuedAt: reading.issuedAt,
    expiresAt: reading.expiresAt,
    issuer: text('iss'),
    clientId: text('clientappid') ?? text('client_id'),
    serial: serialOf(text('serial')),
    roles: rolesOf(payload.get('role') ?? payload.get('roles')),
    isRefreshToken: payload.has('family') || /refresh/i.test(text('token_type') ?? ''),
  };
}

/** Enough to tell two tokens apart, and nothing to find one by: the first 8 hex digits of its SHA-256. */
export function tokenFingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 8);
}

/** Takes only what {@link readToken} has found to be a JWT. */
function payloadOf(token: string): ReadonlyMap<string, unknown> {
  const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  return new Map(Object.entries(JSON.parse(text) as object));
}

/** A list, or a text in which commas or `@` stand between the roles. */
function rolesOf(value: unknown): readonly string[] {
  const listed = typeof value === 'string' ? value.split(/[,@]/) : Array.isArray(value) ? value : [];
  return listed
    .filter((role): role is string => typeof role === 'string')
    .map((role) => role.trim())
    .filter((role) => role !== '' && role.length <= LONGEST_TEXT)
    .slice(0, MOST_ROLES);
}

function serialOf(value: string | null): string | null {
  return value !== null && hexSerial.test(value) ? value : null;
}

/** Clocks differ; by more than this, ms, no authority is ahead of this computer. */
const MOST_AHEAD_MS = 60 * 60_000;

/**
 * When a token says it was issued, for telling newer from older: null where that is still to come. Nothing here checks a
 * signature, and with a time from the future anybody's token would be newer than every real one. Epoch ms.
 */
export function believedTime(time: number | null, now: number): number | null {
  return time !== null && time <= now + MOST_AHEAD_MS ? time : null;
}
