import { oauthError, redirect, refused, scripted } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { readFields, withQuery } from '../form-fields.ts';
import type { FieldsRead } from '../form-fields.ts';
import type { PracticeRequest } from '../https-server.ts';
import { codeCallback } from './callback.ts';
import type { OrgFlow } from './org.ts';
import { accessDenied, findClient, redirectUriMismatch, refuseScope } from './refusals.ts';

const endpoint = 'authorize';
/** The seed's table asks for all five; its own curl line leaves scope to the token body (S4, S6). */
const rules = { required: ['client_id', 'response_type', 'state', 'redirect_uri'], allowed: ['scope'] };

/** GET authorize of the organisation flow: judges the certificate and the query, then the gateway, then the code. */
export function authorize(flow: OrgFlow, request: PracticeRequest): Answer {
  if (request.method !== 'GET') {
    const answer = oauthError(endpoint, 'invalid_request', 'Only GET is supported');
    return { ...answer, status: 405, headers: [...answer.headers, ['Allow', 'GET']] };
  }
  const fields = readFields(request.rawQuery ?? '', rules);
  const verdict = flow.expisoft.judge(request.clientCertificate);
  if (!verdict.ok) return refuseCertificate(flow, fields, verdict.reason);
  if (!fields.ok) {
    return oauthError(endpoint, 'invalid_request', `The request is malformed: ${fields.reason}`);
  }
  const value = (name: string) => fields.values.get(name) ?? '';

  const found = findClient(endpoint, flow.registry, 'org', value('client_id'));
  if (!found.ok) return found.answer;
  const redirectUri = value('redirect_uri');
  if (!found.client.redirectUris.includes(redirectUri)) return redirectUriMismatch(endpoint);
  if (value('response_type') !== 'code') {
    return oauthError(endpoint, 'unsupported_response_type', 'The requested response_type is not supported');
  }
  const scope = fields.values.get('scope') ?? null;
  const scopeRefusal = scope === null ? null : refuseScope(endpoint, scope, found.client);
  if (scopeRefusal !== null) return scopeRefusal;

  const { redirectTo, authorizeAnswer } = flow.switches();
  if (authorizeAnswer !== null) return scripted(endpoint, authorizeAnswer);
  if (redirectTo !== null) return refused(redirect(endpoint, redirectTo), null, 'redirected by a switch');
  const target = `${request.path}?${request.rawQuery ?? ''}`;
  if (!flow.gateway.letsThrough(request, target, verdict.fingerprint)) {
    return flow.gateway.begin(endpoint, target, verdict.fingerprint);
  }
  const grant = { clientId: found.client.clientId, redirectUri, holder: verdict.fingerprint, scope };
  return codeCallback(endpoint, flow.switches(), { redirectUri, state: value('state') }, () => flow.codes.issue(grant));
}

/** The refusal goes to the redirect URI where that can be trusted, else it stays here. */
function refuseCertificate(flow: OrgFlow, fields: FieldsRead, reason: string): Answer {
  const { error, description } = accessDenied;
  const redirectUri = fields.ok ? fields.values.get('redirect_uri') : undefined;
  const found = fields.ok ? findClient(endpoint, flow.registry, 'org', fields.values.get('client_id') ?? '') : null;
  if (
    !fields.ok ||
    redirectUri === undefined ||
    found?.ok !== true ||
    !found.client.redirectUris.includes(redirectUri)
  ) {
    return oauthError(endpoint, error, description, reason);
  }
  const pairs = [
    ['error', error],
    ['error_description', description],
    ['state', fields.values.get('state') ?? ''],
  ] as const;
  return refused(redirect(endpoint, withQuery(redirectUri, pairs)), error, reason);
}
