import { randomUUID } from 'node:crypto';
import { html, json, refused, scripted } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { headerOnce, headerValues } from '../https-server.ts';
import type { PracticeRequest } from '../https-server.ts';
import { sameSecret } from '../same-secret.ts';
import type { Switches } from '../switches.ts';
import type { Registry } from './registration.ts';
import type { TokenStatus, TokenStore } from './tokens.ts';

/** What the gateway looks at. */
export interface ApiGatewayParts {
  readonly registry: Registry;
  readonly tokens: TokenStore;
  readonly switches: () => Switches;
  /** Epoch ms. */
  readonly now: () => number;
}

/** The APIs there are: path, and the scope that opens it. */
const apis: ReadonlyMap<string, { readonly method: 'GET' | 'POST'; readonly scope: string }> = new Map([
  ['/momsdeklaration/v1/ping', { method: 'GET', scope: 'momsdeklaration' }],
  ['/beskattning/bilforman/v2/berakna', { method: 'POST', scope: 'bilforman' }],
  ['/folkbokforing/folkbokforingsuppgifter-for-offentliga-aktorer/v3', { method: 'GET', scope: 'fbfuppgoffakt' }],
]);

/** S15: these and no others, or the call is blocked. */
const documentedHeaders = ['authorization', 'client_id', 'client_secret', 'skv_client_correlation_id'];
const headersOfHttp = ['host', 'connection', 'content-type', 'content-length'];
const correlationIdLimit = 36;
const shownRateLimit = 1000;

/** Skatteverket's API gateway, the same for both flows: strict headers, the APIgw keys, a correlation id, then the token. */
export function createApiGateway(parts: ApiGatewayParts): (request: PracticeRequest) => Answer {
  let second = 0;
  let callsInSecond = 0;
  return (request) => {
    const endpoint = `api:${request.path}`;
    const stray = strayHeader(request, parts.switches().requireApiAccept);
    const authority = authorityOf(parts.tokens, request);
    const { apiAnswer } = parts.switches();
    if (apiAnswer !== null) return { ...scripted(endpoint, apiAnswer), authority };
    if (stray !== null) return { ...blocked(endpoint, stray), authority };

    const thisSecond = Math.floor(parts.now() / 1000);
    callsInSecond = thisSecond === second ? callsInSecond + 1 : 1;
    second = thisSecond;
    const limit = parts.switches().apiRateLimit;
    const answer =
      limit !== null && callsInSecond > limit
        ? refused(json(endpoint, 429, { error: 'Quota has been exceeded' }), 'rate_limited', 'too many calls')
        : call(parts, endpoint, request);
    const shown = limit ?? shownRateLimit;
    const headers = [
      ['skv_correlation_id', randomUUID()],
      ...headerValues(request.rawHeaders, 'skv_client_correlation_id').map(
        (id) => ['skv_client_correlation_id', id] as const,
      ),
      ['x-ratelimit-limit', String(shown)],
      ['x-ratelimit-remaining', String(Math.max(0, shown - callsInSecond))],
      ['x-ratelimit-reset', String(1000 - (parts.now() % 1000))],
    ] as const;
    return { ...answer, headers: [...answer.headers, ...headers], authority };
  };
}

function call(parts: ApiGatewayParts, endpoint: string, request: PracticeRequest): Answer {
  const api = apis.get(request.path);
  if (api === undefined) return refused(json(endpoint, 404, { error: 'Not found' }), 'not_found', 'no such API');
  if (request.method !== api.method) {
    return refused(json(endpoint, 405, { error: 'Method not allowed' }), 'method_not_allowed', `not a ${api.method}`);
  }
  return (
    refuseClient(parts.registry, endpoint, request) ??
    refuseAccept(endpoint, request, parts.switches().requireApiAccept) ??
    refuseCorrelationId(parts.registry, endpoint, request) ??
    refuseToken(parts.tokens, endpoint, request, api.scope) ??
    json(endpoint, 200, { status: 'OK', tid: new Date(parts.now()).toISOString() })
  );
}

/** The flow that gave out the call's token, dead or alive, for the log; the organisation's where there is none. */
function authorityOf(tokens: TokenStore, request: PracticeRequest): string {
  const found = lookBearer(tokens, request);
  return `skatteverket-${found === null || found.status === 'unknown' ? 'org' : found.token.flow}`;
}

function lookBearer(tokens: TokenStore, request: PracticeRequest): TokenStatus | null {
  const accessToken = /^Bearer ([0-9a-f]{64})$/.exec(headerOnce(request, 'authorization') ?? '')?.[1];
  return accessToken === undefined ? null : tokens.look(accessToken);
}

function strayHeader(request: PracticeRequest, acceptIsDocumented: boolean): string | null {
  const documented = acceptIsDocumented ? [...documentedHeaders, 'accept'] : documentedHeaders;
  const seen = new Set<string>();
  for (const header of request.rawHeaders.filter((_, index) => index % 2 === 0)) {
    const name = header.toLowerCase();
    if (!documented.includes(name) && !headersOfHttp.includes(name)) return `header not documented: ${name}`;
    if (seen.has(name)) return `repeated header: ${name}`;
    seen.add(name);
  }
  return null;
}

function blocked(endpoint: string, reason: string): Answer {
  const supportId = BigInt(`0x${randomUUID().slice(0, 8)}${randomUUID().slice(0, 7)}`);
  const paragraph = `The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: ${supportId}`;
  return refused(html(endpoint, 403, 'Request Rejected', paragraph), 'blocked', reason);
}

function refuseClient(registry: Registry, endpoint: string, request: PracticeRequest): Answer | null {
  const clientId = headerOnce(request, 'client_id') ?? '';
  const clientSecret = headerOnce(request, 'client_secret') ?? '';
  if (clientId === registry.apigw.clientId && sameSecret(clientSecret, registry.apigw.clientSecret)) return null;
  const swapped = registry.find(clientId) !== undefined;
  const answer = json(endpoint, 401, { error: 'Invalid client id or secret' });
  const headers = [...answer.headers, ['WWW-Authenticate', 'Client-ID-Enforcement'] as const];
  return refused(
    { ...answer, headers },
    'invalid_client',
    swapped ? 'OAuth2 keys in place of APIgw keys' : 'unknown keys',
  );
}

function refuseAccept(endpoint: string, request: PracticeRequest, required: boolean): Answer | null {
  if (!required || headerOnce(request, 'accept') !== undefined) return null;
  return refused(json(endpoint, 406, { error: 'Not acceptable' }), 'not_acceptable', 'Accept is missing');
}

function refuseCorrelationId(registry: Registry, endpoint: string, request: PracticeRequest): Answer | null {
  const refuse = (reason: string) =>
    refused(json(endpoint, 400, { error: 'Bad request', error_description: reason }), 'invalid_correlation_id', reason);
  const id = headerOnce(request, 'skv_client_correlation_id');
  if (id === undefined || id === '') return refuse('skv_client_correlation_id is missing');
  if (id.length > correlationIdLimit) return refuse('skv_client_correlation_id is longer than 36 characters');
  return registry.useCorrelationId(id) ? null : refuse('skv_client_correlation_id was used before');
}

function refuseToken(tokens: TokenStore, endpoint: string, request: PracticeRequest, scope: string): Answer | null {
  const found = lookBearer(tokens, request);
  if (found?.status === 'living') {
    if (found.token.scopes.includes(scope)) return null;
    const body = {
      error: 'Invalid_scope',
      error_description: `The required scope [${scope}] has been requested for that access token`,
    };
    return refused(json(endpoint, 403, body), 'invalid_scope', `token lacks scope ${scope}`);
  }
  const reason = found === null ? 'no bearer token of the right form' : `token is ${found.status}`;
  const body =
    found?.status === 'revoked'
      ? { error: 'Token has been revoked.' }
      : { error: 'invalid_token', error_description: 'The access token is invalid or has expired' };
  return refused(json(endpoint, 401, body), 'invalid_token', reason);
}
