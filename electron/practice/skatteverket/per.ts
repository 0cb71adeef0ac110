import { environments } from '../environment.ts';
import type { Environment, PracticeContext, RunningAuthority } from '../environment.ts';
import { html, refused } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { startHttpsServer } from '../https-server.ts';
import type { PracticeRequest, RunningServer } from '../https-server.ts';
import type { Switches } from '../switches.ts';
import { createAuthorizationCodes } from './authorization-codes.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import { deliverPerLetter } from './letters.ts';
import { loginButtons, persons } from './login-persons.ts';
import { createLoginPages } from './login-server.ts';
import { createLoginSessions } from './login-sessions.ts';
import type { LoginSessions } from './login-sessions.ts';
import { authorize } from './per-authorize.ts';
import { openRefreshTokens } from './per-refresh-tokens.ts';
import type { RefreshTokens } from './per-refresh-tokens.ts';
import { token } from './per-token.ts';
import type { Registry } from './registration.ts';
import type { Skatteverket } from './skatteverket.ts';
import type { TokenStore } from './tokens.ts';

/** What the personal flow's endpoints of one environment work with. */
export interface PerFlow {
  readonly registry: Registry;
  readonly sessions: LoginSessions;
  readonly loginOrigin: string;
  readonly codes: AuthorizationCodes;
  readonly tokens: TokenStore;
  readonly refreshTokens: RefreshTokens;
  readonly switches: () => Switches;
}

const authority = 'skatteverket-per';
const authorizePath = '/oauth2/v1/per/authorize';
const tokenPath = '/oauth2/v1/per/token';
const programName = 'Bolag A Bokföring';
const hosts: Record<Environment, { oauth: string; login: string }> = {
  test: { oauth: 'peroauth2.test.skatteverket.localhost', login: 'login.test.skatteverket.localhost' },
  production: { oauth: 'peroauth2.skatteverket.localhost', login: 'login.skatteverket.localhost' },
};

/**
 * Starts Skatteverket's personal flow, both environments, built from the seed's statements S17–S22. No server of it asks
 * for a client certificate (S20). The API is the organisation flow's own, at `apiOrigins`.
 */
export async function startSkatteverketPer(
  context: PracticeContext,
  skatteverket: Skatteverket,
  apiOrigins: Readonly<Record<Environment, string>>,
): Promise<RunningAuthority> {
  const refreshTokens = await openRefreshTokens(context);
  const [test, production] = await Promise.all(
    environments.map((environment) =>
      startEnvironment(environment, context, skatteverket, refreshTokens[environment], apiOrigins[environment]),
    ),
  );
  if (test === undefined || production === undefined) throw new Error('an environment is missing');
  return {
    name: authority,
    ready: { test: test.ready, production: production.ready },
    post: { test: test.post, production: production.post },
    issueCertificate: null,
    revokeTokens: () =>
      environments.reduce(
        (sum, environment) =>
          sum + skatteverket[environment].tokens.revokeAll('per') + refreshTokens[environment].revokeAll(),
        0,
      ),
    close: async () => {
      await Promise.all([...test.servers, ...production.servers].map((server) => server.close()));
    },
  };
}

interface RunningEnvironment {
  readonly ready: unknown;
  readonly post: unknown;
  readonly servers: ReadonlyArray<RunningServer>;
}

async function startEnvironment(
  environment: Environment,
  context: PracticeContext,
  skatteverket: Skatteverket,
  refreshTokens: RefreshTokens,
  api: string,
): Promise<RunningEnvironment> {
  const { registry, tokens } = skatteverket[environment];
  const { switches, now, log, serverAuthority } = context;
  const sessions = createLoginSessions(switches, now);
  const codes = createAuthorizationCodes(switches, now);
  const { oauth, login } = hosts[environment];
  const common = { authority, environment, log, now };
  const loginServer = await startHttpsServer({
    ...common,
    host: login,
    identity: await serverAuthority.identityFor(login),
    handle: createLoginPages({ sessions, codes, programName, switches }),
  });
  const loginOrigin = loginServer.origin;
  const flow: PerFlow = { registry, sessions, loginOrigin, codes, tokens, refreshTokens, switches };
  const oauthServer = await startHttpsServer({
    ...common,
    host: oauth,
    identity: await serverAuthority.identityFor(oauth),
    handle: (request) => handle(flow, request),
  });
  const client = registry.clientOf('per');
  const { clientId, clientSecret, scopes, redirectUris } = client;
  deliverPerLetter(context.folder, environment, client, programName);
  return {
    servers: [oauthServer, loginServer],
    ready: {
      authorize: oauthServer.origin + authorizePath,
      token: oauthServer.origin + tokenPath,
      api,
      caPem: serverAuthority.caPem,
    },
    post: {
      oauth2: { clientId, clientSecret },
      apigw: registry.apigw,
      scopes,
      redirectUris,
      persons: persons.map(({ name, button }) => ({ name, button })),
      approveButton: loginButtons.approve,
      denyButton: loginButtons.deny,
      cancelButton: loginButtons.cancel,
    },
  };
}

function handle(flow: PerFlow, request: PracticeRequest): Answer {
  switch (request.path) {
    case authorizePath:
      return authorize(flow, request);
    case tokenPath:
      return token(flow, request);
    default:
      return refused(html('unknown', 404, 'Not Found', 'No such address.'), 'not_found', 'no such address');
  }
}
