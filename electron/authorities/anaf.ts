import { profile, type Profile } from './schema.ts';

/** Words of its server, F5 BIG-IP APM, which ANAF's page does not name. */
const redirectUriWords = ['redirect-uri', 'redirect_uri', 'redirect uri'];
const sessionEndedWords = ['/vdesk/hangup.php3', 'session could not be established'];

/**
 * ANAF (seed 000: R1 to R22). One environment: test and production are a part of the API's path, with the same token.
 * `state` is sent although the page leaves it empty: a callback without one can be forged (R7).
 */
export const anaf: Profile = profile({
  id: 'anaf',
  authority: 'anaf',
  // The first is what ANAF's page teaches: the certificate on a USB token (R11, R12).
  routes: ['device-window', 'window', 'browser'],
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
    automatic: { when: 'before-end', days: 14 },
    retriesLostAnswer: true,
  },
  tokenSpacingMs: 250,
  tokenContentType: 'application/x-www-form-urlencoded',
  scope: 'none',
  knownScopes: [],
  scopeFlows: {},
  keyPairs: ['oauth2'],
  knownServices: ['E-Factura', 'E-Transport'],
  suggestedRedirectUris: ['https://localhost:9002/callback', 'https://oauth.pstmn.io/v1/callback'],
  allowsSeveralRedirectUris: true,
  tokenForm: 'jwt',
  fallbackLifetimeSeconds: 90 * 86_400,
  apiHeaders: [],
  presets: [
    { id: 'anaf-hello', method: 'GET', path: '/TestOauth/jaxrs/hello?name=Taxpass', scope: null },
    {
      id: 'anaf-messages-test',
      method: 'GET',
      path: '/test/FCTEL/rest/listaMesajeFactura?zile=60&cif=',
      scope: null,
      fill: ['cif'],
    },
    {
      id: 'anaf-messages-prod',
      method: 'GET',
      path: '/prod/FCTEL/rest/listaMesajeFactura?zile=60&cif=',
      scope: null,
      fill: ['cif'],
    },
  ],
  errorRows: [
    { explanation: 'anaf-access-denied', stage: 'authorize', error: 'access_denied' },
    { explanation: 'anaf-access-denied', stage: 'authorize', includes: 'denied by the access policy' },
    { explanation: 'anaf-invalid-client', error: 'invalid_client' },
    { explanation: 'anaf-invalid-client', error: 'unauthorized_client' },
    { explanation: 'anaf-redirect-uri', stage: 'authorize', includes: 'Redirect-URI does not match' },
    { explanation: 'anaf-redirect-uri', stage: 'authorize', error: 'invalid_request', includes: 'redirect_uri' },
    { explanation: 'anaf-redirect-uri', stage: 'token', error: 'invalid_request', includes: redirectUriWords },
    { explanation: 'anaf-redirect-uri', stage: 'token', error: 'invalid_grant', includes: redirectUriWords },
    { explanation: 'anaf-request-form', error: 'unsupported_response_type' },
    { explanation: 'anaf-request-form', error: 'unsupported_grant_type' },
    { explanation: 'anaf-refresh-ended', stage: 'token', includes: 'Refresh Token status is expired', endsGrant: true },
    { explanation: 'anaf-code-spent', stage: 'token', error: 'invalid_grant', includes: 'code' },
    { explanation: 'anaf-refresh-ended', stage: 'token', error: 'invalid_grant', endsGrant: true },
    { explanation: 'anaf-code-late', stage: 'token', resetAfterSeconds: 50 },
    { explanation: 'anaf-blocked', includes: 'The requested URL was rejected' },
    // Not of the authorize stage: there it is a step of every sign-in.
    { explanation: 'anaf-portal-page', stage: 'token', includes: ['/my.policy', '/vdesk/hangup.php3'] },
    { explanation: 'anaf-portal-page', stage: 'api', includes: ['/my.policy', '/vdesk/hangup.php3'] },
    { explanation: 'anaf-session-ended', stage: 'authorize', includes: sessionEndedWords },
    { explanation: 'anaf-portal-page', status: 302 },
    { explanation: 'anaf-255', stage: 'token', error: '255' },
    { explanation: 'anaf-255', stage: 'token', includes: ['error 255', 'eroare 255', 'eroarea 255', 'error: 255'] },
    { explanation: 'anaf-no-right', stage: 'api', includes: ['drept in SPV', 'sa aveti drept'] },
    { explanation: 'anaf-day-limit', stage: 'api', includes: 'S-au facut deja' },
    { explanation: 'anaf-no-messages', stage: 'api', includes: 'Nu exista mesaje' },
    { explanation: 'anaf-document-refused', stage: 'api', includes: ['errorMessage: ', 'stare: '] },
    { explanation: 'anaf-rate', status: 429 },
    { explanation: 'anaf-bad-request', stage: 'api', status: 400 },
    { explanation: 'anaf-token-invalid', stage: 'api', status: 401 },
    { explanation: 'anaf-forbidden', stage: 'api', status: 403 },
    { explanation: 'anaf-not-served', stage: 'api', status: 404 },
    { explanation: 'anaf-too-large', stage: 'api', status: 413 },
    ...[500, 502, 503, 504].map((status) => ({ explanation: 'anaf-server-trouble', stage: 'api' as const, status })),
    { explanation: 'anaf-said-no', stage: 'api', includes: 'eroare: ' },
  ],
});
