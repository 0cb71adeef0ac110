import { environments } from '../environment.ts';
import type { Environment, PracticeContext, RunningAuthority } from '../environment.ts';
import { startHttpsServer } from '../https-server.ts';
import type { PracticeRequest, RunningServer } from '../https-server.ts';
import type { Switches } from '../switches.ts';
import type { Answer } from '../answer.ts';
import { createApiGateway } from './api-gateway.ts';
import { createAuthorizationCodes } from './authorization-codes.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import type { Expisoft } from './expisoft.ts';
import { deliverLetters } from './letters.ts';
import { createLoginGateway } from './login-gateway.ts';
import type { LoginGateway } from './login-gateway.ts';
import { authorize } from './org-authorize.ts';
import { token } from './org-token.ts';
import type { Registry } from './registration.ts';
import type { Skatteverket } from './skatteverket.ts';
import type { TokenStore } from './tokens.ts';

/** What the organisation flow's endpoints of one environment work with. */
export interface OrgFlow {
  readonly expisoft: Expisoft;
  readonly registry: Registry;
  readonly gateway: LoginGateway;
  readonly codes: AuthorizationCodes;
  readonly tokens: TokenStore;
  readonly switches: () => Switches;
}

const authority = 'skatteverket-org';
const authorizePath = '/oauth2/v1/org/authorize';
const tokenPath = '/oauth2/v1/org/token';
const hosts: Record<Environment, { oauth: string; api: string }> = {
  test: { oauth: 'orgoauth2.test.skatteverket.localhost', api: 'api.test.skatteverket.localhost' },
  production: { oauth: 'orgoauth2.skatteverket.localhost', api: 'api.skatteverket.localhost' },
};

/** The organisation flow that is up, with the API servers, which answer calls of every flow. */
export interface RunningOrg extends RunningAuthority {
  readonly apiOrigins: Readonly<Record<Environment, string>>;
}

/** Starts Skatteverket's organisation flow, both environments, built from the seed's statements S1–S16. */
export async function startSkatteverketOrg(context: PracticeContext, skatteverket: Skatteverket): Promise<RunningOrg> {
  const [test, production] = await Promise.all(
    environments.map((environment) => startEnvironment(environment, context, skatteverket)),
  );
  if (test === undefined || production === undefined) throw new Error('an environment is missing');
  return {
    name: authority,
    apiOrigins: { test: test.apiOrigin, production: production.apiOrigin },
    ready: { test: test.ready, production: production.ready },
    post: { test: test.post, production: production.post },
    issueCertificate: (environment, kind, password) => skatteverket[environment].expisoft.issue(kind, password),
    revokeTokens: () =>
      environments.reduce((sum, environment) => sum + skatteverket[environment].tokens.revokeAll('org'), 0),
    close: async () => {
      await Promise.all([...test.servers, ...production.servers].map((server) => server.close()));
    },
  };
}

interface RunningEnvironment {
  readonly apiOrigin: string;
  readonly ready: unknown;
  readonly post: unknown;
  readonly servers: ReadonlyArray<RunningServer>;
}

async function startEnvironment(
  environment: Environment,
  context: PracticeContext,
  skatteverket: Skatteverket,
): Promise<RunningEnvironment> {
  const { expisoft, registry, tokens } = skatteverket[environment];
  const { switches, now, log } = context;
  const flow: OrgFlow = {
    expisoft,
    registry,
    tokens,
    switches,
    gateway: createLoginGateway(switches, now),
    codes: createAuthorizationCodes(switches, now),
  };
  const { oauth, api } = hosts[environment];
  const common = { authority, environment, log, now };
  const oauthServer = await startHttpsServer({
    ...common,
    host: oauth,
    identity: await context.serverAuthority.identityFor(oauth),
    asksForCertificateOf: expisoft.certificateAuthorities,
    handle: (request) => handle(flow, request),
  });
  const apiServer = await startHttpsServer({
    ...common,
    host: api,
    identity: await context.serverAuthority.identityFor(api),
    handle: createApiGateway({ registry, tokens, switches, now }),
  });
  const client = registry.clientOf('org');
  const { clientId, clientSecret } = client;
  const otherFlow = registry.clientOf('per');
  return {
    servers: [oauthServer, apiServer],
    apiOrigin: apiServer.origin,
    ready: {
      authorize: oauthServer.origin + authorizePath,
      token: oauthServer.origin + tokenPath,
      api: apiServer.origin,
      caPem: context.serverAuthority.caPem,
      expectedIssuers: [expisoft.issuerName],
    },
    post: {
      p12: deliverLetters(context.folder, expisoft, registry, client),
      pin: expisoft.delivery.pin,
      oauth2: { clientId, clientSecret },
      apigw: registry.apigw,
      otherFlowOauth2: { clientId: otherFlow.clientId, clientSecret: otherFlow.clientSecret },
      scopes: client.scopes,
      redirectUri: client.redirectUris[0],
    },
  };
}

function handle(flow: OrgFlow, request: PracticeRequest): Answer {
  switch (request.path) {
    case authorizePath:
      return authorize(flow, request);
    case tokenPath:
      return token(flow, request);
    case '/my.policy': {
      const verdict = flow.expisoft.judge(request.clientCertificate);
      return flow.gateway.policy(request, verdict.ok ? verdict.fingerprint : null);
    }
    case '/vdesk/hangup.php3':
      return flow.gateway.hangup();
    default:
      return flow.gateway.elsewhere();
  }
}
