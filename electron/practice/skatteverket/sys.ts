import { oauthError, json, refused } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { environments } from '../environment.ts';
import type { Environment, PracticeContext, RunningAuthority } from '../environment.ts';
import { readFields } from '../form-fields.ts';
import { startHttpsServer } from '../https-server.ts';
import type { PracticeRequest } from '../https-server.ts';
import { deliverSystemLetter } from './letters.ts';
import { accessDenied, refuseScope } from './refusals.ts';
import type { Flow } from './registration.ts';
import type { Skatteverket } from './skatteverket.ts';
import {
  authenticateClient,
  limitReached,
  malformed,
  misbehave,
  refuseForm,
  refuseGrantType,
} from './token-endpoint.ts';

/** The flows in which nobody signs in: with an organisation certificate, and with keys alone. */
type SystemFlow = Extract<Flow, 'sysorg' | 'sys'>;

const endpoint = 'token';
const rules = { required: ['grant_type', 'client_id', 'client_secret', 'scope'], allowed: [] };
const hosts: Record<SystemFlow, Record<Environment, string>> = {
  sysorg: { test: 'sysorgoauth2.test.skatteverket.localhost', production: 'sysorgoauth2.skatteverket.localhost' },
  sys: { test: 'sysoauth2.test.skatteverket.localhost', production: 'sysoauth2.skatteverket.localhost' },
};

/**
 * Starts one of Skatteverket's client credentials flows (RFC 6749, section 4.4), both environments: a token address and
 * nothing else. `sysorg` wants the organisation's certificate there, `sys` asks for none. The API is that of every flow.
 */
export async function startSkatteverketSystem(
  flow: SystemFlow,
  context: PracticeContext,
  skatteverket: Skatteverket,
  apiOrigins: Readonly<Record<Environment, string>>,
): Promise<RunningAuthority> {
  const started = await Promise.all(
    environments.map(async (environment) => {
      const parts = { flow, environment, context, ...skatteverket[environment] };
      const host = hosts[flow][environment];
      const path = `/oauth2/v1/${flow}/token`;
      const server = await startHttpsServer({
        authority: `skatteverket-${flow}`,
        environment,
        log: context.log,
        now: context.now,
        host,
        identity: await context.serverAuthority.identityFor(host),
        ...(flow === 'sysorg' ? { asksForCertificateOf: parts.expisoft.certificateAuthorities } : {}),
        handle: (request) => (request.path === path ? token(parts, request) : elsewhere()),
      });
      const client = parts.registry.clientOf(flow);
      deliverSystemLetter(context.folder, environment, client);
      const { clientId, clientSecret, scopes } = client;
      const { caPem } = context.serverAuthority;
      return {
        server,
        environment,
        ready: { token: server.origin + path, api: apiOrigins[environment], caPem },
        post: { oauth2: { clientId, clientSecret }, apigw: parts.registry.apigw, scopes },
      };
    }),
  );
  const by = (part: 'ready' | 'post') => Object.fromEntries(started.map((one) => [one.environment, one[part]]));
  return {
    name: `skatteverket-${flow}`,
    ready: by('ready'),
    post: by('post'),
    issueCertificate:
      flow === 'sysorg'
        ? (environment, kind, password) => skatteverket[environment].expisoft.issue(kind, password)
        : null,
    revokeTokens: () =>
      environments.reduce((sum, environment) => sum + skatteverket[environment].tokens.revokeAll(flow), 0),
    close: async () => {
      await Promise.all(started.map(({ server }) => server.close()));
    },
  };
}

type SystemParts = Skatteverket[Environment] & {
  readonly flow: SystemFlow;
  readonly environment: Environment;
  readonly context: PracticeContext;
};

/** POST token: keys, and the certificate where the flow has one, become an access token. */
function token({ flow, context, expisoft, registry, tokens }: SystemParts, request: PracticeRequest): Answer {
  const misfit = refuseForm(request);
  if (misfit !== null) return misfit;
  const verdict = flow === 'sysorg' ? expisoft.judge(request.clientCertificate) : null;
  if (verdict?.ok === false) {
    return oauthError(endpoint, accessDenied.error, accessDenied.description, verdict.reason);
  }
  const fields = readFields(request.body, rules);
  if (!fields.ok) return malformed(fields.reason);
  const found = authenticateClient(registry, flow, fields.values);
  if (!found.ok) return found.answer;
  const { client } = found;
  const scope = fields.values.get('scope') ?? '';
  const refusal =
    refuseGrantType(fields.values.get('grant_type') ?? '', client.clientId, ['client_credentials']) ??
    refuseScope(endpoint, scope, client) ??
    misbehave(context.switches());
  if (refusal !== null) return refusal;
  const given = context.switches().tokenScope ?? scope;
  const holder = verdict?.fingerprint ?? client.clientId;
  const issued = tokens.issue({ flow, clientId: client.clientId, holder, scopes: given.split(' ') });
  if (issued === null) return limitReached('as many living access tokens as one client may have');
  return json(endpoint, 200, {
    access_token: issued.accessToken,
    expires_in: issued.expiresIn,
    token_type: 'Bearer',
    scope: given,
  });
}

function elsewhere(): Answer {
  return refused(json('elsewhere', 404, { error: 'Not found' }), 'not_found', 'no such address');
}
