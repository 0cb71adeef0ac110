import { randomBytes } from 'node:crypto';
import type { Switches } from '../switches.ts';
import type { Person } from './login-persons.ts';

/** What `authorize` sent a person to the login pages for. */
export interface LoginRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly scope: string;
  /** S256 (RFC 7636); null without PKCE. */
  readonly codeChallenge: string | null;
}

/** One person's way through the login pages. */
export interface LoginSession {
  readonly request: LoginRequest;
  /** In every form of this session. */
  readonly csrf: string;
  /** The value of the cookie of the browser that came first; null until one has come. */
  readonly cookie: string | null;
  /** Who has signed in; null until then. */
  readonly person: Person | null;
  /** Epoch ms. */
  readonly expiresAt: number;
}

/** The logins under way; in memory alone. */
export interface LoginSessions {
  /** A new one; gives its id for the address of its pages. */
  readonly begin: (request: LoginRequest) => string;
  /** Binds a new session to the browser that comes first; gives its cookie, or null where there is nothing to bind. */
  readonly bind: (id: string) => string | null;
  /** The living session with this id, for the browser that has its cookie. */
  readonly find: (id: string, cookie: string | undefined) => LoginSession | null;
  readonly identify: (id: string, person: Person) => void;
  readonly end: (id: string) => void;
}

/** Seconds, before `lifetimeFactor`. */
const lifetimeSeconds = 600;
const remembered = 1000;

/** No logins yet; `now` is epoch ms. */
export function createLoginSessions(switches: () => Switches, now: () => number): LoginSessions {
  const sessions = new Map<string, LoginSession>();
  const random = () => randomBytes(16).toString('hex');
  const living = (id: string): LoginSession | null => {
    const session = sessions.get(id);
    return session === undefined || session.expiresAt <= now() ? null : session;
  };
  return {
    begin: (request) => {
      const id = random();
      const expiresAt = now() + lifetimeSeconds * 1000 * switches().lifetimeFactor;
      sessions.set(id, { request, csrf: random(), cookie: null, person: null, expiresAt });
      for (const oldest of sessions.keys()) {
        if (sessions.size <= remembered) break;
        sessions.delete(oldest);
      }
      return id;
    },
    bind: (id) => {
      const session = living(id);
      if (session === null || session.cookie !== null) return null;
      const cookie = random();
      sessions.set(id, { ...session, cookie });
      return cookie;
    },
    find: (id, cookie) => {
      const session = living(id);
      return session === null || session.cookie === null || session.cookie !== cookie ? null : session;
    },
    identify: (id, person) => {
      const session = living(id);
      if (session !== null) sessions.set(id, { ...session, person });
    },
    end: (id) => {
      sessions.delete(id);
    },
  };
}
