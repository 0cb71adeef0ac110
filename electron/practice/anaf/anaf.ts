import type { PracticeContext, RunningAuthority } from '../environment.ts';
import { createGatewaySessions } from '../gateway-sessions.ts';
import { startHttpsServer } from '../https-server.ts';
import type { PracticeRequest } from '../https-server.ts';
import type { Answer } from '../answer.ts';
import { createSingleUseCodes } from '../single-use-codes.ts';
import type { AnafFlow } from './anaf-flow.ts';
import { api } from './api.ts';
import { openApplication } from './application.ts';
import { authorize } from './authorize.ts';
import { openCertSign } from './certsign.ts';
import { deliverLetters } from './letters.ts';
import { elsewhere, hangup, policy, policyNonce } from './login-gateway.ts';
import { companies } from './messages.ts';
import { openSigningKey } from './signing-key.ts';
import { token } from './token.ts';
import { openTokenFamilies } from './token-families.ts';

const authority = 'anaf';
/** One OAuth server serves both: ANAF's test and production are parts of the API's paths. */
const environment = 'production';
const base = '/anaf-oauth2/v1';
const hosts = { oauth: 'logincert.anaf.localhost', api: 'api.anaf.localhost' };
/** Seconds a code is good for (ANAF's 2022 procedure), before `lifetimeFactor`. */
const codeSeconds = 60;

/** Starts ANAF, built from the seed's statements R1–R20. */
export async function startAnaf(context: PracticeContext): Promise<RunningAuthority> {
  const { switches, now, log, serverAuthority } = context;
  const [certSign, signingKey] = await Promise.all([openCertSign(context), openSigningKey(context)]);
  const application = await openApplication(context);
  const families = await openTokenFamilies(context, signingKey);
  const flow: AnafFlow = {
    application,
    certSign,
    families,
    sessions: createGatewaySessions(switches, now),
    codes: createSingleUseCodes(codeSeconds, switches, now),
    busyUntil: new Map(),
    switches,
    now,
  };
  const common = { authority, environment, log, now };
  const oauthServer = await startHttpsServer({
    ...common,
    host: hosts.oauth,
    identity: await serverAuthority.identityFor(hosts.oauth),
    // One host serves authorize and token, and TLS cannot tell them apart: it asks, and only the gateway looks.
    asksForCertificateOf: certSign.certificateAuthorities,
    handle: (request) => handle(flow, request),
  });
  const apiServer = await startHttpsServer({
    ...common,
    host: hosts.api,
    identity: await serverAuthority.identityFor(hosts.api),
    handle: (request) => api(flow, request),
  });
  const oauth = oauthServer.origin + base;
  const { clientId, clientSecret, services } = application;
  return {
    name: authority,
    ready: {
      production: {
        authorize: `${oauth}/authorize`,
        token: `${oauth}/token`,
        refresh: `${oauth}/token`,
        revoke: `${oauth}/revoke`,
        api: apiServer.origin,
        caPem: serverAuthority.caPem,
        expectedIssuers: [certSign.issuerName],
      },
    },
    post: {
      production: {
        p12: deliverLetters(context.folder, certSign, application, companies),
        password: certSign.delivery.password,
        serial: certSign.delivery.serial,
        oauth2: { clientId, clientSecret },
        redirectUris: application.redirectUris(),
        services,
        companies: companies.map(({ name, cif }) => ({ name, cif })),
      },
    },
    issueCertificate: (_environment, kind, password) => certSign.issue(kind, password),
    revokeTokens: families.blockAll,
    deleteApplication: application.setDeleted,
    addRedirectUri: application.addRedirectUri,
    publicKeyPem: signingKey.publicKeyPem,
    close: async () => {
      await Promise.all([oauthServer.close(), apiServer.close()]);
    },
  };
}

function handle(flow: AnafFlow, request: PracticeRequest): Answer {
  switch (request.path) {
    case `${base}/authorize`:
      return authorize(flow, request);
    case `${base}/token`:
      return token(flow, request);
    case `${base}/revoke`:
      return elsewhere('revoke', 'answered as an address that does not exist');
    case '/my.policy':
      return policy(flow, request);
    case '/my.policy_nonce':
      return policyNonce(flow, request);
    case '/vdesk/hangup.php3':
      return hangup();
    default:
      return elsewhere('unknown', 'no such address');
  }
}
