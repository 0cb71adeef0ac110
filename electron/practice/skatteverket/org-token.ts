import { html, json, oauthError, refused, silence } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { readFields } from '../form-fields.ts';
import { headerValues } from '../https-server.ts';
import type { PracticeRequest } from '../https-server.ts';
import type { OrgFlow } from './org.ts';
import { accessDenied, findClient, redirectUriMismatch, refuseScope, sameSecret } from './refusals.ts';

const endpoint = 'token';
/** The seed's body line has the first five; its curl line adds scope and state (S9). */
const rules = {
  required: ['grant_type', 'client_id', 'client_secret', 'redirect_uri', 'code'],
  allowed: ['scope', 'state'],
};
const contentType = 'application/x-www-form-urlencoded;charset=utf-8';

/** POST token of the organisation flow: a code becomes an access token, and nothing else does. */
export function token(flow: OrgFlow, request: PracticeRequest): Answer {
  const misfit = refuseForm(request);
  if (misfit !== null) return misfit;
  const verdict = flow.expisoft.judge(request.clientCertificate);
  if (!verdict.ok) return oauthError(endpoint, accessDenied.error, accessDenied.description, verdict.reason);

  const fields = readFields(request.body, rules);
  if (!fields.ok) return oauthError(endpoint, 'invalid_request', `The request is malformed: ${fields.reason}`);
  const value = (name: string) => fields.values.get(name) ?? '';
  const found = findClient(endpoint, flow.registry, 'org', value('client_id'));
  if (!found.ok) return found.answer;
  if (!sameSecret(value('client_secret'), found.client.clientSecret)) {
    return oauthError(endpoint, 'invalid_client', 'Client authentication (client_secret) failed');
  }
  const grantRefusal = refuseGrantType(value('grant_type'), found.client.clientId);
  if (grantRefusal !== null) return grantRefusal;
  if (!found.client.redirectUris.includes(value('redirect_uri'))) return redirectUriMismatch(endpoint);

  const code = flow.codes.look(value('code'));
  if (code.status !== 'good') return refuseCode(`code is ${code.status}`);
  const { grant } = code;
  if (grant.clientId !== found.client.clientId) return refuseCode('code was given to another client');
  if (grant.redirectUri !== value('redirect_uri')) return redirectUriMismatch(endpoint);
  if (grant.holder !== verdict.fingerprint) return refuseCode('code was given to another certificate');

  const scope = fields.values.get('scope') ?? grant.scope;
  if (scope === null) {
    return oauthError(endpoint, 'invalid_scope', 'The requested scope is invalid', 'no scope at authorize nor here');
  }
  const scopeRefusal = refuseScope(endpoint, scope, found.client);
  if (scopeRefusal !== null) return scopeRefusal;
  const given = flow.switches().tokenScope ?? scope;
  flow.codes.spend(value('code'));
  return misbehave(flow) ?? grantToken(flow, found.client.clientId, verdict.fingerprint, given);
}

function grantToken(flow: OrgFlow, clientId: string, holder: string, scope: string): Answer {
  const issued = flow.tokens.issue({ flow: 'org', clientId, holder, scopes: scope.split(' ') });
  if (issued === null) {
    return oauthError(endpoint, 'invalid_request', 'This user has reached configured access token limit');
  }
  return json(endpoint, 200, {
    access_token: issued.accessToken,
    expires_in: issued.expiresIn,
    token_type: 'Bearer',
    scope,
  });
}

function misbehave(flow: OrgFlow): Answer | null {
  const { hangToken, tokenStatus500, tokenHtml, tokenError } = flow.switches();
  if (hangToken) return silence(endpoint);
  if (tokenStatus500) return refused(html(endpoint, 500, 'Error', 'Internal error.'), null, 'status 500 by a switch');
  if (tokenHtml) return refused(html(endpoint, 200, 'Practice', 'Not JSON.'), null, 'HTML by a switch');
  if (tokenError === null) return null;
  return oauthError(endpoint, tokenError.error, tokenError.error_description, 'refused by a switch');
}

function refuseForm(request: PracticeRequest): Answer | null {
  const refuse = (reason: string) => oauthError(endpoint, 'invalid_request', `The request is malformed: ${reason}`);
  if (request.method !== 'POST') {
    const answer = refuse('only POST is supported');
    return { ...answer, status: 405, headers: [...answer.headers, ['Allow', 'POST']] };
  }
  if (request.rawQuery !== null) return refuse('query parameters are not allowed');
  if (headerValues(request.rawHeaders, 'authorization').length > 0) {
    return refuse('the Authorization header is not allowed, credentials belong in the body');
  }
  const types = headerValues(request.rawHeaders, 'content-type');
  if (types.length !== 1 || types[0]?.toLowerCase().replace(/; /, ';') !== contentType) {
    return refuse('Content-Type must be application/x-www-form-urlencoded;charset=UTF-8');
  }
  return null;
}

function refuseGrantType(grantType: string, clientId: string): Answer | null {
  if (grantType === 'authorization_code') return null;
  if (grantType === 'password') {
    return oauthError(endpoint, 'invalid_request', `Client app (id=${clientId}) does not support ROPC grant`);
  }
  return oauthError(endpoint, 'unsupported_grant_type', 'The grant type is not supported');
}

function refuseCode(reason: string): Answer {
  return oauthError(endpoint, 'invalid_grant', 'The authorization code is invalid or has expired', reason);
}
