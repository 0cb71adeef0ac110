import { profile, type Profile } from './schema.ts';
import { apisOf } from './skatteverket-apis.ts';

/** The authority's own error texts, as its page of error codes lists them, and those of its gateway. */
export const errorRows: Profile['errorRows'] = [
  { explanation: 'skv-client-id-unknown', error: 'invalid_client', includes: 'Invalid client_id' },
  { explanation: 'skv-client-secret-wrong', error: 'invalid_client', includes: 'client_secret' },
  { explanation: 'skv-keys-for-another-flow', error: 'unauthorized_client' },
  { explanation: 'skv-registration-fault', error: 'invalid_request', includes: 'does not support ROPC grant' },
  { explanation: 'skv-request-form', error: 'unsupported_grant_type' },
  { explanation: 'skv-token-limit', includes: 'reached configured access token limit' },
  { explanation: 'skv-scope-unknown', error: 'invalid_scope', stage: 'token' },
  { explanation: 'skv-blocked', includes: 'The requested URL was rejected' },
  { explanation: 'skv-session-lost', includes: ['hangup.php3', 'session could not be established'] },
  { explanation: 'skv-gateway-keys', stage: 'api', includes: ['Invalid client id or secret', 'Client-ID-Enforcement'] },
  { explanation: 'skv-gateway-keys', stage: 'api', status: 403, includes: 'invalid_client' },
  { explanation: 'skv-scope-missing', stage: 'api', includes: ['required scope', 'invalid_scope'] },
  { explanation: 'skv-token-revoked', stage: 'api', includes: 'Token has been revoked' },
  { explanation: 'skv-no-authority', stage: 'api', status: 403, includes: ['behörighet', 'behorighet'] },
  { explanation: 'skv-tax-account-error', stage: 'api', includes: 'felkod: ' },
  { explanation: 'skv-checks-failed', stage: 'api', includes: 'kontroll: ' },
  { explanation: 'skv-id-not-found', stage: 'api', status: 404 },
  { explanation: 'skv-token-invalid', stage: 'api', status: 401 },
  { explanation: 'skv-forbidden', stage: 'api', status: 403 },
  { explanation: 'skv-accept-missing', stage: 'api', status: 406 },
  { explanation: 'skv-rate', stage: 'api', status: 429 },
];

/** Those there are only where somebody signs in. */
const signInRows: Profile['errorRows'] = [
  { explanation: 'skv-redirect-uri', error: 'invalid_request', includes: 'Redirect-URI does not match' },
  { explanation: 'skv-redirect-uri', error: 'invalid_grant', includes: ['redirect-uri', 'redirect_uri'] },
  { explanation: 'skv-request-form', error: 'unsupported_response_type' },
  { explanation: 'skv-request-form', error: 'invalid_request', includes: ['response_type', 'implicit'] },
  { explanation: 'skv-scope-unknown', error: 'invalid_scope', stage: 'authorize' },
];

/**
 * Skatteverket, authorization code flow with an organisation certificate (seed 004: S1 to S16).
 * The seed labels both token addresses "testmiljö"; the one without `.test` is production's (S9).
 */
export const skatteverketOrg: Profile = profile({
  id: 'skatteverket-org',
  authority: 'skatteverket',
  routes: ['direct', 'window'],
  environments: [
    {
      name: 'test',
      authorize: 'https://orgoauth2.test.skatteverket.se/oauth2/v1/org/authorize',
      token: 'https://orgoauth2.test.skatteverket.se/oauth2/v1/org/token',
      refresh: 'https://orgoauth2.test.skatteverket.se/oauth2/v1/org/token',
      revoke: null,
      signInOrigins: ['https://orgoauth2.test.skatteverket.se'],
      api: 'https://api.test.skatteverket.se',
      certificateOrigins: ['https://orgoauth2.test.skatteverket.se'],
      trustedCa: null,
    },
    {
      name: 'production',
      authorize: 'https://orgoauth2.skatteverket.se/oauth2/v1/org/authorize',
      token: 'https://orgoauth2.skatteverket.se/oauth2/v1/org/token',
      refresh: 'https://orgoauth2.skatteverket.se/oauth2/v1/org/token',
      revoke: null,
      signInOrigins: ['https://orgoauth2.skatteverket.se'],
      api: 'https://api.skatteverket.se',
      certificateOrigins: ['https://orgoauth2.skatteverket.se'],
      trustedCa: null,
    },
  ],
  certificateIssuers: [
    { parts: ['Expi', 'Test'], environment: 'test' },
    { parts: ['Expi'], environment: 'production' },
  ],
  clientAuthentication: 'body',
  certificateShownAt: ['authorize', 'token'],
  authorizeQuery: ['client_id', 'response_type', 'state', 'redirect_uri', 'scope'],
  // The seed's table names five fields; its tip puts several scopes in the body and its curl line one (S9, S10).
  exchangeBody: ['grant_type', 'client_id', 'client_secret', 'redirect_uri', 'code', 'scope'],
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
  suggestedRedirectUris: ['https://localhost/test'],
  allowsSeveralRedirectUris: false,
  tokenForm: 'opaque',
  fallbackLifetimeSeconds: 3600,
  ...apisOf('skatteverket-org', true),
  errorRows: [
    { explanation: 'skv-certificate-refused', error: 'access_denied' },
    ...signInRows,
    { explanation: 'skv-code-spent', error: 'invalid_grant', endsGrant: true },
    ...errorRows,
  ],
});

/**
 * Skatteverket, authorization code flow with e-legitimation (seed 004: S17 to S21). The person signs in and consents in
 * the system browser; no certificate is shown anywhere.
 */
export const skatteverketPer: Profile = profile({
  id: 'skatteverket-per',
  authority: 'skatteverket',
  routes: ['browser'],
  environments: [
    {
      name: 'test',
      authorize: 'https://peroauth2.test.skatteverket.se/oauth2/v1/per/authorize',
      token: 'https://peroauth2.test.skatteverket.se/oauth2/v1/per/token',
      refresh: 'https://peroauth2.test.skatteverket.se/oauth2/v1/per/token',
      revoke: null,
      signInOrigins: ['https://peroauth2.test.skatteverket.se'],
      api: 'https://api.test.skatteverket.se',
      certificateOrigins: [],
      trustedCa: null,
    },
    {
      name: 'production',
      authorize: 'https://peroauth2.skatteverket.se/oauth2/v1/per/authorize',
      token: 'https://peroauth2.skatteverket.se/oauth2/v1/per/token',
      refresh: 'https://peroauth2.skatteverket.se/oauth2/v1/per/token',
      revoke: null,
      signInOrigins: ['https://peroauth2.skatteverket.se'],
      api: 'https://api.skatteverket.se',
      certificateOrigins: [],
      trustedCa: null,
    },
  ],
  certificateIssuers: [],
  clientAuthentication: 'body',
  certificateShownAt: [],
  authorizeQuery: ['client_id', 'response_type', 'state', 'redirect_uri', 'scope'],
  exchangeBody: ['grant_type', 'client_id', 'client_secret', 'redirect_uri', 'code', 'scope'],
  state: 'send',
  pkce: 'custom-scheme',
  externalSchemes: ['bankid:'],
  declinedErrors: ['access_denied'],
  asksBeforeReplacing: true,
  renewal: {
    by: 'refresh-token',
    body: ['grant_type', 'refresh_token', 'client_id', 'client_secret'],
    fallbackLifetimeSeconds: 65 * 60,
    limitPerUser: 10,
    automatic: { when: 'while-in-use', minutes: 60 },
    retriesLostAnswer: true,
  },
  tokenSpacingMs: 250,
  tokenContentType: 'application/x-www-form-urlencoded;charset=UTF-8',
  scope: 'list',
  keyPairs: ['oauth2', 'apigw'],
  knownServices: [],
  suggestedRedirectUris: ['https://localhost/my-redirect-uri', 'taxpass://oauth/callback'],
  allowsSeveralRedirectUris: true,
  tokenForm: 'opaque',
  fallbackLifetimeSeconds: 3600,
  ...apisOf('skatteverket-per', true),
  errorRows: [
    { explanation: 'skv-per-refresh-ended', includes: 'Refresh Token status is expired', endsGrant: true },
    { explanation: 'skv-per-refresh-ended', includes: 'refresh token is not found', endsGrant: true },
    { explanation: 'skv-per-refresh-ended', error: 'id_not_found', endsGrant: true },
    { explanation: 'skv-pkce-refused', error: 'invalid_request', includes: 'code_challenge' },
    { explanation: 'skv-per-denied', error: 'access_denied' },
    ...signInRows,
    { explanation: 'skv-code-spent', error: 'invalid_grant', includes: 'code', endsGrant: true },
    { explanation: 'skv-per-refresh-ended', error: 'invalid_grant', endsGrant: true },
    ...errorRows,
  ],
});
