import { json, oauthError } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { parseForm, readFields } from '../form-fields.ts';
import type { PracticeRequest } from '../https-server.ts';
import type { PerFlow } from './per.ts';
import { verifierFault } from './per-pkce.ts';
import { redirectUriMismatch, refuseScope } from './refusals.ts';
import type { OAuth2Client } from './registration.ts';
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
/** The seed's body line; its tip adds scope (S10). */
const exchangeFields = ['grant_type', 'client_id', 'client_secret', 'redirect_uri', 'code'];
const refreshFields = ['grant_type', 'refresh_token', 'client_id', 'client_secret'];
const grantTypes = ['authorization_code', 'refresh_token'];

/** POST token of the personal flow: a code or a refresh token becomes an access token (S17, S18). */
export function token(flow: PerFlow, request: PracticeRequest): Answer {
  const misfit = refuseForm(request);
  if (misfit !== null) return misfit;
  const isRefresh = parseForm(request.body).some(([name, value]) => name === 'grant_type' && value === 'refresh_token');
  const exchangeExtras = flow.switches().refusePkce ? ['scope'] : ['scope', 'code_verifier'];
  const fields = readFields(
    request.body,
    isRefresh ? { required: refreshFields, allowed: [] } : { required: exchangeFields, allowed: exchangeExtras },
  );
  if (!fields.ok) return malformed(fields.reason);
  const found = authenticateClient(flow.registry, 'per', fields.values);
  if (!found.ok) return found.answer;
  const grantRefusal = refuseGrantType(fields.values.get('grant_type') ?? '', found.client.clientId, grantTypes);
  if (grantRefusal !== null) return grantRefusal;
  return isRefresh
    ? refresh(flow, found.client, fields.values.get('refresh_token') ?? '')
    : exchange(flow, found.client, fields.values);
}

function exchange(flow: PerFlow, client: OAuth2Client, values: ReadonlyMap<string, string>): Answer {
  const redirectUri = values.get('redirect_uri') ?? '';
  if (!client.redirectUris.includes(redirectUri)) return redirectUriMismatch(endpoint);
  const authorizationCode = values.get('code') ?? '';
  const code = flow.codes.look(authorizationCode);
  if (code.status !== 'good') return refuseCode(`code is ${code.status}`);
  const { grant } = code;
  if (grant.clientId !== client.clientId) return refuseCode('code was given to another client');
  if (grant.redirectUri !== redirectUri) return redirectUriMismatch(endpoint);

  const verifier = values.get('code_verifier');
  const codeChallenge = grant.codeChallenge ?? null;
  if (codeChallenge === null && verifier !== undefined) return malformed('code_verifier without code_challenge');
  const fault = codeChallenge === null ? null : verifierFault(codeChallenge, verifier);
  if (fault !== null) return refuseCode(fault);

  const scope = values.get('scope') ?? grant.scope ?? '';
  const scopeRefusal = refuseScope(endpoint, scope, client);
  if (scopeRefusal !== null) return scopeRefusal;
  flow.codes.spend(authorizationCode);
  const given = (flow.switches().tokenScope ?? scope).split(' ');
  return misbehave(flow.switches()) ?? grantTokens(flow, client.clientId, grant.holder, given);
}

function refresh(flow: PerFlow, client: OAuth2Client, refreshToken: string): Answer {
  const found = flow.refreshTokens.look(refreshToken);
  if (found.status === 'expired') {
    return oauthError(endpoint, 'access_denied', 'Refresh Token status is expired');
  }
  if (found.status !== 'living') return refreshTokenNotFound(`refresh token is ${found.status}`);
  const { clientId, person, scopes } = found.token;
  if (clientId !== client.clientId) return refreshTokenNotFound('refresh token was given to another client');

  const mischief = misbehave(flow.switches());
  // A refusal leaves the refresh token as it was; an answer that never arrives does not.
  if (mischief !== null && mischief.status !== null) return mischief;
  const given = flow.switches().tokenScope?.split(' ') ?? scopes;
  const answer = flow.switches().rotateRefresh
    ? grantTokens(flow, clientId, person, given)
    : grantAccessToken(flow, clientId, person, given);
  if (flow.switches().rotateRefresh && answer.error === null) flow.refreshTokens.spend(found.token);
  return mischief ?? answer;
}

function grantTokens(flow: PerFlow, clientId: string, person: string, scopes: ReadonlyArray<string>): Answer {
  if (flow.refreshTokens.isFull(person))
    return limitReached('as many refresh tokens as one person may have in a session');
  return grantAccessToken(flow, clientId, person, scopes, () =>
    flow.refreshTokens.issue({ clientId, person, scopes: [...scopes] }),
  );
}

function grantAccessToken(
  flow: PerFlow,
  clientId: string,
  person: string,
  scopes: ReadonlyArray<string>,
  issueRefreshToken?: () => string,
): Answer {
  const issued = flow.tokens.issue({ flow: 'per', clientId, holder: person, scopes });
  if (issued === null) return limitReached('as many living access tokens as one client may have');
  return json(endpoint, 200, {
    access_token: issued.accessToken,
    expires_in: issued.expiresIn,
    token_type: 'Bearer',
    scope: scopes.join(' '),
    ...(issueRefreshToken === undefined ? {} : { refresh_token: issueRefreshToken() }),
  });
}

function refreshTokenNotFound(reason: string): Answer {
  return { ...oauthError(endpoint, 'id_not_found', 'refresh token is not found', reason), status: 404 };
}
