import { expect, test } from 'vitest';
import { anaf } from '../../electron/authorities/anaf.ts';
import { skatteverketOrg, skatteverketPer } from '../../electron/authorities/skatteverket.ts';
import type { Environment, Profile } from '../../electron/authorities/schema.ts';
import { acceptCallback, authorizeUrl, startAttempt } from '../../electron/signin/attempt.ts';
import { exchangeCode } from '../../electron/tokens/token-request.ts';
import type { HttpsRequest } from '../../electron/network/https-client.ts';

const environmentOf = ({ environments: [environment] }: Profile): Environment => {
  if (!environment) throw new Error('a profile without an environment');
  return environment;
};

// What a URL library would tidy: upper case, the default port, dots in the path, an escape, a query, a last slash.
const registered = 'https://LocalHost:443/./Test/%7e?a=%41+b/';

test.each([anaf, skatteverketOrg, skatteverketPer])(
  'the redirect URI goes to authorize and to the exchange as it was registered, character for character (S5)',
  async (profile) => {
    const environment = environmentOf(profile);
    const attempt = startAttempt(profile, {
      id: 'a',
      route: 'window',
      scheme: 'taxpass',
      redirectUri: registered,
      scopes: ['agd'],
      now: 0,
    });
    const sent = new URLSearchParams(authorizeUrl(profile, environment, 'id', attempt).search);
    expect(sent.getAll('redirect_uri')).toEqual([registered]);

    const requests: HttpsRequest[] = [];
    const https = {
      send: (request: HttpsRequest) => {
        requests.push(request);
        return Promise.reject(new Error('nobody answers'));
      },
      forget: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    const { signal } = new AbortController();
    const credentials = { clientId: 'id', clientSecret: 'secret' };
    const requester = { https, profile, environment, credentials, clientCertificate: null, now: () => 0, signal };
    const { redirectUri } = attempt;
    const grant = { authorizationCode: 'code', redirectUri, scopes: ['agd'], codeVerifier: null };
    await expect(exchangeCode(requester, grant)).rejects.toThrow('nobody answers');
    expect(new URLSearchParams(requests[0]?.body).getAll('redirect_uri')).toEqual([registered]);
  },
);

test('a state as long as the seed’s is sent and compared whole (S3)', () => {
  const redirectUri = 'https://localhost/my-redirect-uri';
  const state = `${'1234567890'.repeat(8)}YY`;
  expect(state.length).toBe(82);
  const attempt = {
    ...startAttempt(skatteverketPer, {
      id: 'a',
      route: 'browser',
      scheme: 'taxpass',
      redirectUri,
      scopes: ['agd'],
      now: 0,
    }),
    state,
  };
  const url = authorizeUrl(skatteverketPer, environmentOf(skatteverketPer), 'id', attempt);
  expect(url.searchParams.get('state')).toBe(state);
  const callback = (given: string) => new URL(`${redirectUri}?code=abc&state=${given}`);
  expect(acceptCallback(skatteverketPer, attempt, callback(state))).toBe('abc');
  expect(() => acceptCallback(skatteverketPer, attempt, callback(`${state.slice(0, -1)}X`))).toThrow(
    'callback-state-wrong',
  );
});

test('a profile that omits state sends no such field, not even an empty one (R7)', () => {
  const omitting: Profile = { ...anaf, state: 'omit' };
  const attempt = startAttempt(omitting, {
    id: 'a',
    route: 'window',
    scheme: 'taxpass',
    redirectUri: 'https://localhost/test',
    scopes: [],
    now: 0,
  });
  const url = authorizeUrl(omitting, environmentOf(omitting), 'id', attempt);
  const names = ['response_type', 'client_id', 'redirect_uri', 'token_content_type'];
  expect([...url.searchParams.keys()]).toEqual(names);
});
