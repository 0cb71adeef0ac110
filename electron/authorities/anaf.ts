import { profile, type Profile } from './schema.ts';

/**
 * ANAF (seed 000: R1 to R22). One environment: test and production are a part of the API's path, with the same token.
 * `state` is sent although the page leaves it empty: a callback without one can be forged (R7).
 */
export const anaf: Profile = profile({
  id: 'anaf',
  authority: 'anaf',
  route: 'window',
  environments: [
    {
      name: 'production',
      authorize: 'https://logincert.anaf.ro/anaf-oauth2/v1/authorize',
      token: 'https://logincert.anaf.ro/anaf-oauth2/v1/token',
      refresh: 'https://logincert.anaf.ro/anaf-oauth2/v1/token',
      revoke: 'https://logincert.anaf.ro/anaf-oauth2/v1/revoke',
      signInOrigins: ['https://logincert.anaf.ro'],
      api: 'https://api.anaf.ro',
      certificateOrigins: ['https://logincert.anaf.ro'],
      trustedCa: null,
    },
  ],
  // Any of Romania's qualified issuers; none of them marks a certificate as one for tests.
  certificateIssuers: [],
  clientAuthentication: 'basic',
  certificateShownAt: ['authorize'],
  authorizeQuery: ['response_type', 'client_id', 'redirect_uri', { name: 'token_content_type', value: 'jwt' }, 'state'],
  exchangeBody: ['grant_type', 'code', 'redirect_uri', { name: 'token_content_type', value: 'jwt' }],
  state: 'send',
  pkce: 'off',
  declinedErrors: [],
  asksBeforeReplacing: false,
  renewal: {
    by: 'refresh-token',
    body: ['refresh_token', 'grant_type'],
    fallbackLifetimeSeconds: 365 * 86_400,
    limitPerUser: null,
  },
  tokenContentType: 'application/x-www-form-urlencoded',
  scope: 'none',
  knownScopes: [],
  keyPairs: ['oauth2'],
  knownServices: ['E-Factura', 'E-Transport'],
  suggestedRedirectUris: ['https://localhost:9002/callback', 'https://oauth.pstmn.io/v1/callback'],
  allowsSeveralRedirectUris: true,
  tokenForm: 'jwt',
  fallbackLifetimeSeconds: 90 * 86_400,
  apiHeaders: [],
  presets: [
    { id: 'anaf-hello', method: 'GET', path: '/TestOauth/jaxrs/hello?name=Taxpass', scope: null },
    { id: 'anaf-messages-test', method: 'GET', path: '/test/FCTEL/rest/listaMesajeFactura?zile=60&cif=', scope: null },
    { id: 'anaf-messages-prod', method: 'GET', path: '/prod/FCTEL/rest/listaMesajeFactura?zile=60&cif=', scope: null },
  ],
  errorRows: [
    { explanation: 'anaf-access-denied', stage: 'authorize', error: 'access_denied' },
    { explanation: 'anaf-invalid-client', error: 'invalid_client' },
    { explanation: 'anaf-refresh-ended', stage: 'token', includes: 'Refresh Token status is expired' },
    { explanation: 'anaf-code-spent', stage: 'token', error: 'invalid_grant', includes: 'code' },
    { explanation: 'anaf-refresh-ended', stage: 'token', error: 'invalid_grant' },
    { explanation: 'anaf-255', stage: 'token', includes: '255' },
    { explanation: 'anaf-blocked', includes: 'The requested URL was rejected' },
    { explanation: 'anaf-no-right', stage: 'api', includes: 'Nu aveti drept in SPV' },
    { explanation: 'anaf-rate', stage: 'api', includes: 'S-au facut deja' },
    { explanation: 'anaf-rate', status: 429 },
    { explanation: 'anaf-token-invalid', stage: 'api', status: 401 },
    { explanation: 'anaf-forbidden', stage: 'api', status: 403 },
    { explanation: 'anaf-portal-page', status: 302 },
    { explanation: 'anaf-portal-page', includes: '/my.policy' },
  ],
});
