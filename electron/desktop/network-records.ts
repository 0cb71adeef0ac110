import { createHash } from 'node:crypto';
import { z } from 'zod';
import { loginKey } from '../network/login-turns.ts';
import type { LoginProxy } from '../network/ways.ts';
import { kind } from '../vault/kind.ts';

/**
 * A certificate authority that is trusted besides the usual roots. It is sealed like a secret, though it is none: what
 * lies open in a settings file anybody could add to, and then read every connection.
 */
export const trustedCaKind = kind(
  'trustedCa',
  z.strictObject({ id: z.string(), pem: z.string(), /** Epoch ms. */ addedAt: z.number() }),
);

/**
 * The login for one proxy. Kept, since renewals go on with nobody there to ask; bound to its kind and
 * `host:port`, since another network's settings may name a proxy of somebody else's, or one to which it would go open.
 */
export const proxyLoginKind = kind(
  'proxyLogin',
  z.strictObject({ kind: z.enum(['http', 'https']), proxy: z.string(), username: z.string(), password: z.string() }),
);

export const networkKinds = [trustedCaKind, proxyLoginKind] as const;

/** The id of the record of a proxy's login. */
export function proxyLoginId(proxy: LoginProxy): string {
  return createHash('sha256').update(loginKey(proxy)).digest('hex');
}
