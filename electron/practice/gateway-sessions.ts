import { randomBytes } from 'node:crypto';
import { cookiesOf } from './cookies.ts';
import type { PracticeRequest } from './https-server.ts';
import type { Switches } from './switches.ts';

/** Sessions of an access gateway (F5 BIG-IP APM), each known by three cookies whose values change at every step. */
export interface GatewaySessions<Session> {
  /** Opens a session; gives the `Set-Cookie` values. It ends at `expiresAt` (epoch ms), or after five minutes. */
  readonly open: (session: Session, expiresAt?: number) => ReadonlyArray<string>;
  /** Takes the living session of this request out, if `fits`: whoever may go on gets a new one. */
  readonly take: (
    request: PracticeRequest,
    fits?: (session: Session) => boolean,
  ) => { readonly session: Session; readonly expiresAt: number } | null;
}

/** Seconds, before `lifetimeFactor`. */
const lifetimeSeconds = 300;
const remembered = 1000;

/** A gateway without sessions; `now` is epoch ms. */
export function createGatewaySessions<Session>(switches: () => Switches, now: () => number): GatewaySessions<Session> {
  const sessions = new Map<string, { session: Session; expiresAt: number }>();
  return {
    open: (session, expiresAt = now() + lifetimeSeconds * 1000 * switches().lifetimeFactor) => {
      const id = randomBytes(16).toString('hex');
      sessions.set(id, { session, expiresAt });
      for (const oldest of sessions.keys()) {
        if (sessions.size <= remembered) break;
        sessions.delete(oldest);
      }
      return [
        `LastMRH_Session=${id.slice(-8)};path=/;secure`,
        `MRHSession=${id};path=/;secure;HttpOnly`,
        `F5_ST=1z1z1z${Math.floor(now() / 1000)}z604800;path=/;secure`,
      ];
    },
    take: (request, fits = () => true) => {
      const cookies = cookiesOf(request);
      const id = cookies.get('MRHSession') ?? '';
      const found = sessions.get(id);
      if (found === undefined || cookies.get('LastMRH_Session') !== id.slice(-8) || !cookies.has('F5_ST')) return null;
      if (found.expiresAt <= now() || !fits(found.session)) return null;
      sessions.delete(id);
      return found;
    },
  };
}
