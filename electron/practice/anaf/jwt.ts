import { createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** A compact JWT signed with RS512 (RFC 7515); the same key, `kid` and claims always give the same token. */
export function signJwt(key: KeyObject, kid: string, claims: object): string {
  const signed = `${encode({ alg: 'RS512', kid })}.${encode(claims)}`;
  return `${signed}.${sign('sha512', Buffer.from(signed), key).toString('base64url')}`;
}

/** The claims of a token that is this key's own, to the byte; null for any other text (R16). */
export function verifyJwt(key: KeyObject, kid: string, token: string): Readonly<Record<string, unknown>> | null {
  const [header = '', payload = '', signature = '', ...more] = token.split('.');
  // Compared as text: of several spellings of one base64url value only the one that was given out counts.
  if (more.length > 0 || header !== encode({ alg: 'RS512', kid })) return null;
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.toString('base64url') !== signature) return null;
  if (!verify('sha512', Buffer.from(`${header}.${payload}`), createPublicKey(key), bytes)) return null;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
