import { html, oauthError, refused, scripted, silence } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { headerValues } from '../https-server.ts';
import type { PracticeRequest } from '../https-server.ts';
import { sameSecret } from '../same-secret.ts';
import type { Switches } from '../switches.ts';
import { findClient } from './refusals.ts';
import type { ClientFound } from './refusals.ts';
import type { Flow, Registry } from './registration.ts';

const endpoint = 'token';
const contentType = 'application/x-www-form-urlencoded;charset=utf-8';

/** The refusal of whatever is not a POST of a form without query and without `Authorization` (S9); null where all is well. */
export function refuseForm(request: PracticeRequest): Answer | null {
  if (request.method !== 'POST') {
    const answer = malformed('only POST is supported');
    return { ...answer, status: 405, headers: [...answer.headers, ['Allow', 'POST']] };
  }
  if (request.rawQuery !== null) return malformed('query parameters are not allowed');
  if (headerValues(request.rawHeaders, 'authorization').length > 0) {
    return malformed('the Authorization header is not allowed, credentials belong in the body');
  }
  const types = headerValues(request.rawHeaders, 'content-type');
  if (types.length !== 1 || types[0]?.toLowerCase().replace(/; /, ';') !== contentType) {
    return malformed('Content-Type must be application/x-www-form-urlencoded;charset=UTF-8');
  }
  return null;
}

/** A request that is not as documented. */
export function malformed(reason: string): Answer {
  return oauthError(endpoint, 'invalid_request', `The request is malformed: ${reason}`);
}

/** The registration of a client id and secret from a token body, or the refusal. */
export function authenticateClient(registry: Registry, flow: Flow, values: ReadonlyMap<string, string>): ClientFound {
  const found = findClient(endpoint, registry, flow, values.get('client_id') ?? '');
  if (!found.ok || sameSecret(values.get('client_secret') ?? '', found.client.clientSecret)) return found;
  return {
    ok: false,
    answer: oauthError(endpoint, 'invalid_client', 'Client authentication (client_secret) failed'),
  };
}

/** The refusal of a grant type that the flow does not have; null where it has it. */
export function refuseGrantType(grantType: string, clientId: string, supported: ReadonlyArray<string>): Answer | null {
  if (supported.includes(grantType)) return null;
  if (grantType === 'password') {
    return oauthError(endpoint, 'invalid_request', `Client app (id=${clientId}) does not support ROPC grant`);
  }
  return oauthError(endpoint, 'unsupported_grant_type', 'The grant type is not supported');
}

/** A code that buys nothing; `reason` is for the log alone. */
export function refuseCode(reason: string): Answer {
  return oauthError(endpoint, 'invalid_grant', 'The authorization code is invalid or has expired', reason);
}

/** One client or person has as many tokens as it may; Skatteverket's words name the access token in any case. */
export function limitReached(reason: string): Answer {
  return oauthError(endpoint, 'invalid_request', 'This user has reached configured access token limit', reason);
}

/** What the switches answer in place of a token, if anything. */
export function misbehave({ hangToken, tokenStatus500, tokenHtml, tokenError, tokenAnswer }: Switches): Answer | null {
  if (tokenAnswer !== null) return scripted(endpoint, tokenAnswer);
  if (hangToken) return silence(endpoint);
  if (tokenStatus500) return refused(html(endpoint, 500, 'Error', 'Internal error.'), null, 'status 500 by a switch');
  if (tokenHtml) return refused(html(endpoint, 200, 'Practice', 'Not JSON.'), null, 'HTML by a switch');
  if (tokenError === null) return null;
  return oauthError(endpoint, tokenError.error, tokenError.error_description, 'refused by a switch');
}
