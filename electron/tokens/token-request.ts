import { fillFields, formBody, type FieldValues } from '../authorities/request-fields.ts';
import type { Environment, Profile, RequestField } from '../authorities/schema.ts';
import type { ClientCertificate, HttpsClient } from '../network/https-client.ts';
import { blotter } from '../network/blot.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';

/** An application's OAuth2 key pair. */
export type ClientCredentials = { readonly clientId: string; readonly clientSecret: string };

/** Whom a token request goes to, and as whom. */
export type TokenRequester = {
  readonly https: HttpsClient;
  readonly profile: Profile;
  readonly environment: Environment;
  readonly credentials: ClientCredentials;
  /** Shown only if the profile shows one at the token endpoint, and only to the origins it lists. */
  readonly clientCertificate: ClientCertificate | null;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
  readonly signal: AbortSignal;
};

/**
 * Exchanges an authorization code for tokens (RFC 6749, section 4.1.3; R5, R8, S9).
 * @param redirectUri character for character as it was sent to authorize (S5)
 */
export function exchangeCode(
  requester: TokenRequester,
  grant: {
    readonly authorizationCode: string;
    readonly redirectUri: string;
    readonly scopes: readonly string[];
    readonly codeVerifier: string | null;
  },
): Promise<TokenAnswer> {
  const { authorizationCode, redirectUri, scopes, codeVerifier } = grant;
  const { profile, environment } = requester;
  const fields: readonly RequestField[] =
    codeVerifier === null ? profile.exchangeBody : [...profile.exchangeBody, 'code_verifier'];
  return requestTokens(requester, new URL(environment.token), fields, {
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    code: authorizationCode,
    scope: scopes.join(' '),
    ...(codeVerifier === null ? {} : { code_verifier: codeVerifier }),
  });
}

/** Asks for a token by the application's own keys (RFC 6749, section 4.4.2), with exactly the profile's fields. */
export function requestByCredentials(requester: TokenRequester, scopes: readonly string[]): Promise<TokenAnswer> {
  const { profile, environment } = requester;
  return requestTokens(requester, new URL(environment.token), profile.exchangeBody, {
    grant_type: 'client_credentials',
    scope: scopes.join(' '),
  });
}

/** Fetches new tokens by refresh token (RFC 6749, section 6; R9, S18), with exactly the profile's fields. */
export function refreshTokens(
  requester: TokenRequester,
  refreshBody: readonly RequestField[],
  refreshToken: string,
): Promise<TokenAnswer> {
  return requestTokens(requester, new URL(requester.environment.refresh), refreshBody, {
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
}

async function requestTokens(
  { https, profile, environment, credentials, clientCertificate, now, signal }: TokenRequester,
  url: URL,
  fields: readonly RequestField[],
  values: FieldValues,
): Promise<TokenAnswer> {
  const { clientId, clientSecret } = credentials;
  const shows = profile.certificateShownAt.includes('token') && environment.certificateOrigins.includes(url.origin);
  const obtainedAt = now();
  const answer = await https.send({
    method: 'POST',
    url,
    headers: [
      ...(profile.clientAuthentication === 'basic' ? [basicAuthorization(credentials)] : []),
      ['Content-Type', profile.tokenContentType],
      ['Accept', 'application/json'],
    ],
    body: formBody(fillFields(fields, { ...values, client_id: clientId, client_secret: clientSecret })),
    clientCertificate: shows ? clientCertificate : null,
    trustedCa: environment.trustedCa,
    signal,
  });
  const sent = [clientSecret, values.code, values.refresh_token, values.code_verifier];
  return readTokenAnswer(profile, answer, obtainedAt, blotter(sent.filter((value) => value !== undefined)));
}

/** Joined as they stand, as the tool that ANAF's page teaches does (R5); RFC 6749, section 2.3.1, would encode them. */
export function basicAuthorization({ clientId, clientSecret }: ClientCredentials): readonly [string, string] {
  return ['Authorization', `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`];
}
