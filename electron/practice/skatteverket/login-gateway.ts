import { html, redirect, refused } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { createGatewaySessions } from '../gateway-sessions.ts';
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
  readonly passed: boolean;
}

/** A gateway without sessions; `now` is epoch ms. */
export function createLoginGateway(switches: () => Switches, now: () => number): LoginGateway {
  const sessions = createGatewaySessions<Session>(switches, now);
  return {
    begin: (endpoint, target, holder) => {
      return redirect(endpoint, '/my.policy', sessions.open({ target, holder, passed: false }));
    },
    letsThrough: (request, target, holder) => {
      const found = sessions.take(request, (session) => session.holder === holder);
      return found !== null && found.session.passed && found.session.target === target;
    },
    policy: (request, holder) => {
      if (switches().redirectLoop) return redirect('policy', '/my.policy');
      const found = sessions.take(request, (session) => session.holder === holder);
      if (found === null) {
        return refused(redirect('policy', '/vdesk/hangup.php3'), 'no_session', 'no living session with its cookies');
      }
      const { session, expiresAt } = found;
      return redirect('policy', session.target, sessions.open({ ...session, passed: true }, expiresAt));
    },
    hangup: () => {
      const page = html('hangup', 200, 'Session expired', 'Your session has expired or could not be established.');
      return refused(page, 'no_session', 'session expired');
    },
    elsewhere: () => refused(redirect('unknown', '/my.policy'), 'not_found', 'no such address'),
  };
}
