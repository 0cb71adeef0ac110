import { oauthError, redirect, refused, scripted } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { errorCallback } from './callback.ts';
import { readFields } from '../form-fields.ts';
import type { PracticeRequest } from '../https-server.ts';
import { loginPath } from './login-server.ts';
import type { PerFlow } from './per.ts';
import { pkceFault } from './per-pkce.ts';
import { findClient, redirectUriMismatch, refuseScope } from './refusals.ts';

const endpoint = 'authorize';
/** The seed's five (S17); the two of PKCE are an addition that its practice twin takes. */
const required = ['client_id', 'response_type', 'state', 'redirect_uri', 'scope'];
const pkceFields = ['code_challenge', 'code_challenge_method'];

/** GET authorize of the personal flow: judges the query, then sends the person to the login pages. */
export function authorize(flow: PerFlow, request: PracticeRequest): Answer {
  const malformed = (reason: string) =>
    oauthError(endpoint, 'invalid_request', `The request is malformed: ${reason}`, reason);
  if (request.method !== 'GET') {
    const answer = oauthError(endpoint, 'invalid_request', 'Only GET is supported');
    return { ...answer, status: 405, headers: [...answer.headers, ['Allow', 'GET']] };
  }
  const switches = flow.switches();
  const fields = readFields(request.rawQuery ?? '', { required, allowed: pkceFields });
  if (!fields.ok) return malformed(fields.reason);
  const value = (name: string) => fields.values.get(name) ?? '';

  const found = findClient(endpoint, flow.registry, 'per', value('client_id'));
  if (!found.ok) return found.answer;
  const redirectUri = value('redirect_uri');
  if (!found.client.redirectUris.includes(redirectUri)) return redirectUriMismatch(endpoint);
  if (value('response_type') !== 'code') {
    return oauthError(endpoint, 'unsupported_response_type', 'The requested response_type is not supported');
  }
  const scopeRefusal = refuseScope(endpoint, value('scope'), found.client);
  if (scopeRefusal !== null) return scopeRefusal;
  const codeChallenge = fields.values.get('code_challenge');
  const fault = pkceFault(codeChallenge, fields.values.get('code_challenge_method'));
  if (fault !== null) return malformed(fault);

  if (switches.refusePkce && codeChallenge !== undefined) {
    // Client and redirect URI are good, so the refusal goes home (RFC 6749 section 4.1.2.1).
    const refusal = { error: 'invalid_request', description: 'unknown parameter: code_challenge' };
    return errorCallback(
      endpoint,
      switches,
      { redirectUri, state: value('state') },
      refusal,
      'PKCE is refused by a switch',
    );
  }
  if (switches.authorizeAnswer !== null) return scripted(endpoint, switches.authorizeAnswer);
  if (switches.redirectTo !== null) {
    return refused(redirect(endpoint, switches.redirectTo), null, 'redirected by a switch');
  }
  const id = flow.sessions.begin({
    clientId: found.client.clientId,
    redirectUri,
    state: value('state'),
    scope: value('scope'),
    codeChallenge: codeChallenge ?? null,
  });
  return redirect(endpoint, flow.loginOrigin + loginPath(id));
}
