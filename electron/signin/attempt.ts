import { randomBytes, timingSafeEqual } from 'node:crypto';
import { fillFields, queryString } from '../authorities/request-fields.ts';
import type { Environment, Profile } from '../authorities/schema.ts';
import { fail } from '../contract/failure.ts';
import { refusal } from '../tokens/token-answer.ts';
import { readCallback } from './callback.ts';

/** One try to sign in. `redirectUri` is what is sent; `arrivalUri` where this route's callback comes home. */
export type Attempt = {
  readonly id: string;
  readonly state: string;
  readonly redirectUri: string;
  readonly arrivalUri: string;
  readonly scopes: readonly string[];
  /** Epoch ms. */
  readonly startedAt: number;
  readonly deadline: number;
};

/** How long the direct route may take in all, ms: no person is waited for. */
export const DIRECT_DEADLINE_MS = 120_000;

/** A fresh attempt with 256 random bits of state (S3; RFC 6749, section 10.12). */
export function startAttempt(input: {
  readonly id: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly now: number;
}): Attempt {
  return {
    id: input.id,
    state: randomBytes(32).toString('base64url'),
    redirectUri: input.redirectUri,
    arrivalUri: input.redirectUri,
    scopes: input.scopes,
    startedAt: input.now,
    deadline: input.now + DIRECT_DEADLINE_MS,
  };
}

/** The address of the attempt's first request, with exactly the profile's fields (S4). */
export function authorizeUrl(profile: Profile, environment: Environment, clientId: string, attempt: Attempt): URL {
  const fields = fillFields(profile.authorizeQuery, {
    client_id: clientId,
    response_type: 'code',
    state: attempt.state,
    redirect_uri: attempt.redirectUri,
    scope: attempt.scopes.join(' '),
  });
  return new URL(`${environment.authorize}?${queryString(fields)}`);
}

/**
 * Judges a callback of this attempt: the one function all arrivals end in. Gives the authorization code, or fails with
 * `callback-malformed`, `callback-state-missing`, `callback-state-wrong` or, when the state is right, with what the
 * authority said.
 */
export function acceptCallback(profile: Profile, attempt: Attempt, url: URL): string {
  const callback = readCallback(url);
  if (callback.kind === 'malformed') return fail({ code: 'callback-malformed', problem: callback.problem });
  if (callback.state === null) return fail({ code: 'callback-state-missing' });
  if (!sameText(callback.state, attempt.state)) return fail({ code: 'callback-state-wrong' });
  if (callback.kind === 'error') return fail(refusal(profile, 'authorize', null, callback.error, callback.description));
  return callback.authorizationCode;
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
