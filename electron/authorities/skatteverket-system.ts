import { profile, type Profile, type ProfileData } from './schema.ts';
import { apisOf } from './skatteverket-apis.ts';
import { errorRows } from './skatteverket.ts';

type Host = 'sysoauth2' | 'sysorgoauth2';

function environments(host: Host, flow: 'sys' | 'sysorg', showsCertificate: boolean): Profile['environments'] {
  return (['test', 'production'] as const).map((name) => {
    const infix = name === 'test' ? '.test' : '';
    const origin = `https://${host}${infix}.skatteverket.se`;
    const token = `${origin}/oauth2/v1/${flow}/token`;
    return {
      name,
      authorize: null,
      token,
      refresh: token,
      revoke: null,
      signInOrigins: [origin],
      api: `https://api${infix}.skatteverket.se`,
      certificateOrigins: showsCertificate ? [origin] : [],
      trustedCa: null,
    };
  });
}

/**
 * What both flows have in common: the application asks for the token with its own keys (RFC 6749, section 4.4), and the
 * token is used for its whole life (S13). The hosts and paths are those of Skatteverket's description of its security
 * solutions; neither seed has them.
 */
const common = {
  authority: 'skatteverket',
  routes: ['client-credentials'],
  clientAuthentication: 'body',
  authorizeQuery: [],
  exchangeBody: ['grant_type', 'client_id', 'client_secret', 'scope'],
  state: 'send',
  pkce: 'off',
  declinedErrors: [],
  asksBeforeReplacing: true,
  renewal: { by: 'sign-in' },
  tokenSpacingMs: 250,
  tokenContentType: 'application/x-www-form-urlencoded;charset=UTF-8',
  scope: 'list',
  keyPairs: ['oauth2', 'apigw'],
  knownServices: [],
  suggestedRedirectUris: [],
  allowsSeveralRedirectUris: false,
  tokenForm: 'opaque',
  fallbackLifetimeSeconds: 3600,
} satisfies Partial<ProfileData>;

/** Skatteverket, client credentials with an organisation certificate: the keys, and the certificate with them. */
export const skatteverketSysorg: Profile = profile({
  ...common,
  id: 'skatteverket-sysorg',
  environments: environments('sysorgoauth2', 'sysorg', true),
  certificateIssuers: [
    { parts: ['Expi', 'Test'], environment: 'test' },
    { parts: ['Expi'], environment: 'production' },
  ],
  certificateShownAt: ['token'],
  ...apisOf('skatteverket-sysorg', false),
  errorRows: [{ explanation: 'skv-certificate-refused', error: 'access_denied' }, ...errorRows],
});

/** Skatteverket, client credentials with keys alone. */
export const skatteverketSys: Profile = profile({
  ...common,
  id: 'skatteverket-sys',
  environments: environments('sysoauth2', 'sys', false),
  certificateIssuers: [],
  certificateShownAt: [],
  ...apisOf('skatteverket-sys', false),
  errorRows,
});
