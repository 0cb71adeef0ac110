import { json, oauthError } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { readFields } from '../form-fields.ts';
import type { PracticeRequest } from '../https-server.ts';
import type { OrgFlow } from './org.ts';
import { accessDenied, redirectUriMismatch, refuseScope } from './refusals.ts';
import {
  authenticateClient,
  limitReached,
  malformed,
  misbehave,
  refuseCode,
  refuseForm,
  refuseGrantType,
} from './token-endpoint.ts';

const endpoint = 'token';
/** The seed's body line has the first five; its curl line adds scope and state (S9). */
const rules = {
  required: ['grant_type', 'client_id', 'client_secret', 'redirect_uri', 'code'],
  allowed: ['scope', 'state'],
};

/** POST token of the organisation flow: a code becomes an access token, and nothing else does. */
export function token(flow: OrgFlow, request: PracticeRequest): Answer {
  const misfit = refuseForm(request);
  if (misfit !== null) return misfit;
  const verdict = flow.expisoft.judge(request.clientCertificate);
  if (!verdict.ok) return oauthError(endpoint, accessDenied.error, accessDenied.description, verdict.reason);

  const fields = readFields(request.body, rules);
  if (!fields.ok) return malformed(fields.reason);
  const value = (name: string) => fields.values.get(name) ?? '';
  const found = authenticateClient(flow.registry, 'org', fields.values);
  if (!found.ok) return found.answer;
  const grantRefusal = refuseGrantType(value('grant_type'), found.client.clientId, ['authorization_code']);
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
  return misbehave(flow.switches()) ?? grantToken(flow, found.client.clientId, verdict.fingerprint, given);
}

function grantToken(flow: OrgFlow, clientId: string, holder: string, scope: string): Answer {
  const issued = flow.tokens.issue({ flow: 'org', clientId, holder, scopes: scope.split(' ') });
  if (issued === null) return limitReached('as many living access tokens as one client may have');
  return json(endpoint, 200, {
    access_token: issued.accessToken,
    expires_in: issued.expiresIn,
    token_type: 'Bearer',
    scope,
  });
}
