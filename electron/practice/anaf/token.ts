import { json, oauthError, refused, reset } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { parseForm, readFields } from '../form-fields.ts';
import type { FieldRules } from '../form-fields.ts';
import { headerOnce, headerValues } from '../https-server.ts';
import type { PracticeRequest } from '../https-server.ts';
import type { AnafFlow } from './anaf-flow.ts';
import type { TokenAnswer } from './token-families.ts';
import { elsewhere } from './login-gateway.ts';
import { faultAfter, faultAtGateway, faultInPlace } from './token-faults.ts';

const endpoint = 'token';
/** R6, R8. */
const exchangeRules = { required: ['grant_type', 'code', 'redirect_uri'], allowed: ['token_content_type'] };

/** POST token: a code (R8) or a refresh token (R9) becomes a pair. No certificate is wanted here, and none is looked at. */
export function token(flow: AnafFlow, request: PracticeRequest): Answer {
  if (request.method !== 'POST') return elsewhere(endpoint, `${request.method} is not supported`);
  const fault = faultAtGateway(flow.switches());
  if (fault !== null) return fault;
  if (request.body === '') return elsewhere(endpoint, 'no body');
  const misfit = refuseForm(request);
  if (misfit !== null) return misfit;

  const grantType = parseForm(request.body).find(([name]) => name === 'grant_type')?.[1];
  if (grantType !== 'authorization_code' && grantType !== 'refresh_token') {
    if (grantType === undefined || grantType === '') return malformed('missing parameter: grant_type');
    return oauthError(endpoint, 'unsupported_grant_type', 'The grant type is not supported');
  }
  const isExchange = grantType === 'authorization_code';
  const fields = readFields(request.body, isExchange ? exchangeRules : refreshRules(flow));
  if (!fields.ok) return malformed(fields.reason);
  const contentType = fields.values.get('token_content_type');
  if (contentType !== undefined && contentType !== 'jwt') return malformed('token_content_type must be jwt');

  const credentials = readBasic(request);
  if (credentials === null) {
    return oauthError(endpoint, 'invalid_client', 'Client authentication failed', 'no Basic credentials');
  }
  if (!flow.application.accepts(credentials.clientId, credentials.clientSecret)) {
    const reason = flow.application.isDeleted() ? 'the application was deleted' : 'unknown client_id or wrong secret';
    return oauthError(endpoint, 'invalid_client', 'Client authentication failed', reason);
  }
  return isExchange
    ? exchange(flow, credentials.clientId, fields.values)
    : refresh(flow, credentials.clientId, fields.values.get('refresh_token') ?? '');
}

function exchange(flow: AnafFlow, clientId: string, values: ReadonlyMap<string, string>): Answer {
  const code = values.get('code') ?? '';
  const found = flow.codes.look(code);
  if (found.status === 'expired' && !flow.switches().answerLateCode) {
    return reset(endpoint, 'invalid_grant', 'code is expired');
  }
  if (found.status !== 'good') return invalidGrant(`code is ${found.status}`);
  const { grant } = found;
  if (grant.clientId !== clientId) return invalidGrant('code was given to another client');
  if (grant.redirectUri !== values.get('redirect_uri')) return invalidGrant('redirect_uri is not that of authorize');
  const jwt = grant.jwt && values.get('token_content_type') === 'jwt';
  return give(flow, grant.holder.fingerprint, () => {
    flow.codes.spend(code);
    return faultInPlace(flow.switches()) ?? flow.families.begin(clientId, grant.holder, jwt);
  });
}

function refresh(flow: AnafFlow, clientId: string, refreshToken: string): Answer {
  const found = flow.families.look(refreshToken);
  if (found.status === 'unknown') return invalidGrant('no such refresh token, or changed');
  const { status, family } = found;
  if (family.clientId !== clientId) return invalidGrant('refresh token was given to another client');
  if (status === 'revoked') return invalidGrant('refresh token is revoked');
  if (status === 'expired') return oauthError(endpoint, 'invalid_request', 'Refresh Token status is expired');
  if (status === 'spent') {
    const revokes = flow.switches().reuseRevokesFamily;
    if (revokes) flow.families.revoke(family);
    return invalidGrant(`refresh token is spent${revokes ? '; its family is revoked' : ''}`);
  }
  const makePair = status === 'good' ? flow.families.rotate : flow.families.repeat;
  return give(flow, family.holder.fingerprint, () => faultInPlace(flow.switches()) ?? makePair(family));
}

/** One answer at a time for each user, as slow and as broken as the switches want it. */
function give(flow: AnafFlow, user: string, commit: () => TokenAnswer | Answer): Answer {
  const { rateLimit255, tokenDelayMs } = flow.switches();
  if (rateLimit255 && (flow.busyUntil.get(user) ?? 0) > flow.now()) {
    return oauthError(endpoint, 'invalid_request', 'Error 255', 'the user’s last request is not yet answered');
  }
  flow.busyUntil.set(user, flow.now() + tokenDelayMs);
  const given = commit();
  const answer = 'endpoint' in given ? given : faultAfter(flow.switches(), json(endpoint, 200, given));
  return tokenDelayMs === 0 ? answer : { ...answer, delayMs: tokenDelayMs };
}

function refreshRules(flow: AnafFlow): FieldRules {
  const allowed = flow.switches().allowRefreshContentType ? ['token_content_type'] : [];
  return { required: ['grant_type', 'refresh_token'], allowed };
}

function refuseForm(request: PracticeRequest): Answer | null {
  if (request.rawQuery !== null) return malformed('query parameters are not allowed');
  const types = headerValues(request.rawHeaders, 'content-type');
  if (types.length !== 1 || !/^application\/x-www-form-urlencoded(; ?charset=utf-8)?$/i.test(types[0] ?? '')) {
    return malformed('Content-Type must be application/x-www-form-urlencoded');
  }
  return null;
}

/** R5: RFC 6749 section 2.3.1, of which hexadecimal values show no more than `id:secret`. */
function readBasic(request: PracticeRequest): { readonly clientId: string; readonly clientSecret: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/.exec(headerOnce(request, 'authorization') ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const at = text.indexOf(':');
  return at < 0 ? null : { clientId: text.slice(0, at), clientSecret: text.slice(at + 1) };
}

function malformed(reason: string): Answer {
  return oauthError(endpoint, 'invalid_request', `The request is malformed: ${reason}`);
}

function invalidGrant(reason: string): Answer {
  const description = 'The provided authorization grant or refresh token is invalid, expired or revoked';
  return refused(oauthError(endpoint, 'invalid_grant', description), 'invalid_grant', reason);
}
