import { randomBytes } from 'node:crypto';
import { html, redirect, refused } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { headerValues } from '../https-server.ts';
import type { PracticeRequest } from '../https-server.ts';
import type { Switches } from '../switches.ts';

/**
 * The access gateway in front of the authorization server: it sends a browser (or curl with its cookie jar, S6) round
 * by `/my.policy` and back, and only a client that kept its cookies arrives.
 */
export interface LoginGateway {
  /** Begins a session for a target (path with query) and a holder; the answer sets the cookies. */
  readonly begin: (endpoint: string, target: string, holder: string) => Answer;
  /** Whether the request comes back from the policy with its session; a session lets through once. */
  readonly letsThrough: (request: PracticeRequest, target: string, holder: string) => boolean;
  /** `/my.policy`: back to the target, or to the page of an ended session. */
  readonly policy: (request: PracticeRequest, holder: string | null) => Answer;
  /** `/vdesk/hangup.php3`. */
  readonly hangup: () => Answer;
  /** Any other address: the gateway knows only sessions. */
  readonly elsewhere: () => Answer;
}

interface Session {
  readonly target: string;
  readonly holder: string;
  /** Epoch ms. */
  readonly expiresAt: number;
  readonly passed: boolean;
}

/** Seconds, before `lifetimeFactor`. */
const lifetimeSeconds = 300;
const remembered = 1000;

/** A gateway without sessions; `now` is epoch ms. */
export function createLoginGateway(switches: () => Switches, now: () => number): LoginGateway {
  const sessions = new Map<string, Session>();
  const open = (session: Session): ReadonlyArray<string> => {
    const id = randomBytes(16).toString('hex');
    sessions.set(id, session);
    for (const oldest of sessions.keys()) {
      if (sessions.size <= remembered) break;
      sessions.delete(oldest);
    }
    return [
      `LastMRH_Session=${id.slice(-8)};path=/;secure`,
      `MRHSession=${id};path=/;secure;HttpOnly`,
      `F5_ST=1z1z1z${Math.floor(now() / 1000)}z604800;path=/;secure`,
    ];
  };
  /** Takes the session out: whoever may go on gets a new one. */
  const take = (request: PracticeRequest, holder: string | null): Session | null => {
    const cookies = cookiesOf(request);
    const id = cookies.get('MRHSession') ?? '';
    const session = sessions.get(id);
    if (session === undefined || cookies.get('LastMRH_Session') !== id.slice(-8) || !cookies.has('F5_ST')) return null;
    if (session.expiresAt <= now() || session.holder !== holder) return null;
    sessions.delete(id);
    return session;
  };
  return {
    begin: (endpoint, target, holder) => {
      const expiresAt = now() + lifetimeSeconds * 1000 * switches().lifetimeFactor;
      return redirect(endpoint, '/my.policy', open({ target, holder, expiresAt, passed: false }));
    },
    letsThrough: (request, target, holder) => {
      const session = take(request, holder);
      return session !== null && session.passed && session.target === target;
    },
    policy: (request, holder) => {
      if (switches().redirectLoop) return redirect('policy', '/my.policy');
      const session = take(request, holder);
      if (session === null) {
        return refused(redirect('policy', '/vdesk/hangup.php3'), 'no_session', 'no living session with its cookies');
      }
      return redirect('policy', session.target, open({ ...session, passed: true }));
    },
    hangup: () => {
      const page = html('hangup', 200, 'Session expired', 'Your session has expired or could not be established.');
      return refused(page, 'no_session', 'session expired');
    },
    elsewhere: () => refused(redirect('unknown', '/my.policy'), 'not_found', 'no such address'),
  };
}

function cookiesOf(request: PracticeRequest): ReadonlyMap<string, string> {
  const pairs = headerValues(request.rawHeaders, 'cookie').flatMap((value) => value.split(';'));
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
    }),
  );
}
