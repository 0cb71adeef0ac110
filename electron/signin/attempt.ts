import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { fillFields, queryString } from '../authorities/request-fields.ts';
import type { Environment, Profile } from '../authorities/schema.ts';
import { fail } from '../contract/failure.ts';
import { arrivalOf, isInWindow, type Route } from '../contract/route.ts';
import { blotter } from '../network/blot.ts';
import { refusal } from '../tokens/token-answer.ts';
import { readCallback } from './callback.ts';

/** One try to sign in. `redirectUri` is what is sent; `arrivalUri` where this route's callback comes home. */
export type Attempt = {
  readonly id: string;
  /** Null where the profile sends none: then only the app's own window may take the callback (R7). */
  readonly state: string | null;
  /** Null without PKCE. */
  readonly codeVerifier: string | null;
  readonly route: Route;
  readonly redirectUri: string;
  readonly arrivalUri: string;
  readonly scopes: readonly string[];
  /** Epoch ms. */
  readonly startedAt: number;
  readonly deadline: number;
};

/** How long an attempt may take, ms: where a person signs in on the authority's pages, she is given time. */
const DEADLINE_MS: Readonly<Record<Route, number>> = {
  direct: 120_000,
  'client-credentials': 120_000,
  window: 15 * 60_000,
  'device-window': 15 * 60_000,
  browser: 15 * 60_000,
};

/**
 * A fresh attempt with 256 random bits of state (S3; RFC 6749, section 10.12), and a PKCE verifier where the profile
 * wants one for this redirect URI (RFC 7636). Fails with `redirect-uri-astray` where a browser would bring the code to
 * somebody else's page.
 * @param scheme the app's own, to which a page of the firm's hands the callback on
 */
export function startAttempt(
  profile: Profile,
  input: {
    readonly id: string;
    readonly route: Route;
    readonly redirectUri: string;
    readonly scheme: string;
    readonly scopes: readonly string[];
    readonly now: number;
  },
): Attempt {
  const { id, route, redirectUri, scheme, scopes, now } = input;
  const arrival = arrivalOf(route, redirectUri);
  if (arrival === 'astray') fail({ code: 'redirect-uri-astray', redirectUri });
  const provesKey = profile.pkce === 'custom-scheme' && !/^https?:/i.test(redirectUri);
  return {
    id,
    state: profile.state === 'send' ? randomBytes(32).toString('base64url') : null,
    codeVerifier: provesKey ? randomBytes(32).toString('base64url') : null,
    route,
    redirectUri,
    arrivalUri: arrival === 'relayed' ? `${scheme}://oauth/callback` : redirectUri,
    scopes,
    startedAt: now,
    deadline: now + DEADLINE_MS[route],
  };
}

/** The address of the attempt's first request, with exactly the profile's fields (R6, R8, S4); PKCE adds its two. */
export function authorizeUrl(profile: Profile, environment: Environment, clientId: string, attempt: Attempt): URL {
  const { state, codeVerifier, redirectUri, scopes } = attempt;
  const listed = profile.authorizeQuery.filter((field) => field !== 'state' || state !== null);
  const fields = fillFields(listed, {
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    ...(state === null ? {} : { state }),
  });
  const proof: ReadonlyArray<readonly [string, string]> =
    codeVerifier === null
      ? []
      : [
          ['code_challenge', createHash('sha256').update(codeVerifier).digest('base64url')],
          ['code_challenge_method', 'S256'],
        ];
  if (environment.authorize === null) throw new Error('nobody signs in at this environment');
  return new URL(`${environment.authorize}?${queryString([...fields, ...proof])}`);
}

/**
 * Judges a callback of this attempt: the one function all arrivals end in. Gives the authorization code, or fails with
 * `callback-malformed`, `callback-state-missing`, `callback-state-wrong` or, when the state is right, with
 * `signin-declined` or what the authority said.
 */
export function acceptCallback(profile: Profile, attempt: Attempt, url: URL): string {
  const callback = readCallback(url);
  if (callback.kind === 'malformed') return fail({ code: 'callback-malformed', problem: callback.problem });
  checkState(attempt, callback.state);
  if (callback.kind === 'code') return callback.authorizationCode;
  if (profile.declinedErrors.includes(callback.error)) return fail({ code: 'signin-declined' });
  const blot = blotter([attempt.state ?? '', attempt.codeVerifier ?? '']);
  return fail(refusal(profile, 'authorize', null, blot(callback.error), blot(callback.description)));
}

function checkState(attempt: Attempt, given: string | null): void {
  // Without state only the window's own session says whose callback it is.
  if (attempt.state === null && isInWindow(attempt.route)) return;
  if (given === null || attempt.state === null) fail({ code: 'callback-state-missing' });
  if (!sameText(given, attempt.state)) fail({ code: 'callback-state-wrong' });
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
