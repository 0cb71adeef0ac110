import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { skatteverketOrg, skatteverketPer } from '../../electron/authorities/skatteverket.ts';
import type { Environment, Profile } from '../../electron/authorities/schema.ts';
import { createHttpsClient, type ClientCertificate } from '../../electron/network/https-client.ts';
import { fingerprintOf, keyToPem, makeCertificate, makeKey } from '../../electron/practice/certificate.ts';
import { acceptCallback, authorizeUrl, startAttempt } from '../../electron/signin/attempt.ts';
import { walkDirectRoute } from '../../electron/signin/direct-route.ts';
import { exchangeCode, type TokenRequester } from '../../electron/tokens/token-request.ts';

// A server not written here: oidc-provider behind Node's https with requestCert. Its login is done by the certificate.

const DAY_MS = 86_400_000;
const client = { clientId: 'taxpass-test', clientSecret: 'a secret of the test client, 32+ characters' };
const redirectUri = 'https://localhost/test';
const schemeRedirectUri = 'taxpass://oauth/callback';
const nativeClient = { clientId: 'taxpass-native', clientSecret: 'another secret, of 32 characters and more' };
let server: Server;
let profile: Profile;
let environment: Environment;
let clientCertificate: ClientCertificate;
const https = createHttpsClient();
const shown: Array<{ path: string; fingerprint: string | null }> = [];

beforeAll(async () => {
  const ca = await makeKey('ec');
  const caName = { commonName: 'Test CA' };
  const validity = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) };
  const caPem = makeCertificate({ subject: caName, subjectKey: ca, purpose: { kind: 'ca' }, ...validity });
  const issuer = { name: caName, key: createPrivateKey(keyToPem(ca)) };
  const serverKey = await makeKey('ec');
  const serverPem = makeCertificate({
    subject: { commonName: 'localhost' },
    subjectKey: serverKey,
    purpose: { kind: 'server', hosts: ['authority.localhost'] },
    ...validity,
    issuer,
  });
  const clientKey = await makeKey('rsa');
  const clientPem = makeCertificate({
    subject: { commonName: 'Bolag B AB', serialNumber: '165560000175' },
    subjectKey: clientKey,
    purpose: { kind: 'client' },
    ...validity,
    issuer,
  });
  clientCertificate = {
    fingerprint: fingerprintOf(new X509Certificate(clientPem)),
    certPem: clientPem,
    chainPem: [caPem],
    keyPem: keyToPem(clientKey),
  };

  // The port is known only once something listens; the provider is made for that origin.
  let answer: ReturnType<Provider['callback']> | null = null;
  server = createServer(
    { key: keyToPem(serverKey), cert: serverPem, ca: caPem, requestCert: true },
    (request, response) => {
      const certificate = request.socket instanceof TLSSocket ? request.socket.getPeerX509Certificate() : undefined;
      shown.push({
        path: (request.url ?? '').split('?')[0] ?? '',
        fingerprint: certificate ? fingerprintOf(certificate) : null,
      });
      void answer?.(request, response);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `https://authority.localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(origin, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        application_type: 'web',
      },
      {
        client_id: nativeClient.clientId,
        client_secret: nativeClient.clientSecret,
        redirect_uris: [schemeRedirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
        application_type: 'native',
      },
    ],
    scopes: ['momsdeklaration', 'agd'],
    pkce: { required: (_context: unknown, { clientId }: { clientId: string }) => clientId === nativeClient.clientId },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['only for this test'] },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub }) }),
    interactions: { url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
  });
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) {
      await next();
      return;
    }
    const details = await provider.interactionDetails(context.req, context.res);
    const grant = new provider.Grant({ accountId: 'holder', clientId: String(details.params['client_id']) });
    grant.addOIDCScope(String(details.params['scope']));
    const grantId = await grant.save();
    await provider.interactionFinished(context.req, context.res, {
      login: { accountId: 'holder' },
      consent: { grantId },
    });
  });
  answer = provider.callback();
  profile = skatteverketOrg;
  environment = {
    name: 'test',
    authorize: `${origin}/auth`,
    token: `${origin}/token`,
    refresh: `${origin}/token`,
    revoke: null,
    signInOrigins: [origin],
    api: origin,
    certificateOrigins: [origin],
    trustedCa: caPem,
  };
});

afterAll(async () => {
  await https.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function begin(scopes: readonly string[], sent = redirectUri) {
  const attempt = startAttempt(profile, {
    id: 'a',
    route: 'browser',
    scheme: 'taxpass',
    redirectUri: sent,
    scopes,
    now: Date.now(),
  });
  const start = authorizeUrl(profile, environment, client.clientId, attempt);
  const walk = () =>
    walkDirectRoute(
      https,
      { profile, environment, clientCertificate, start, arrivalUri: attempt.arrivalUri },
      AbortSignal.timeout(20_000),
    );
  return { attempt, walk };
}

function requester(): TokenRequester {
  const signal = AbortSignal.timeout(20_000);
  return { https, profile, environment, credentials: client, clientCertificate, now: Date.now, signal };
}

test('a sign-in at a server not written here ends with a token of the scopes asked for', async () => {
  const { attempt, walk } = begin(['momsdeklaration', 'agd']);
  const callback = await walk();
  expect(callback.href.startsWith(`${redirectUri}?`)).toBe(true);
  const authorizationCode = acceptCallback(profile, attempt, callback);
  const grant = { authorizationCode, redirectUri, scopes: attempt.scopes, codeVerifier: null };
  const before = Date.now();
  const answer = await exchangeCode(requester(), grant);
  expect(answer.accessToken.length).toBeGreaterThan(20);
  expect([...(answer.scopeGiven ?? [])].sort()).toEqual(['agd', 'momsdeklaration']);
  expect(answer.expiresAt).toBeGreaterThan(before + 60_000);
  expect(new Set(shown.map(({ fingerprint }) => fingerprint))).toEqual(new Set([clientCertificate.fingerprint]));

  // The code is spent: the server says so and the answer is a named refusal.
  await expect(exchangeCode(requester(), grant)).rejects.toMatchObject({
    failure: { code: 'authority-refused', stage: 'token', error: 'invalid_grant', explanation: 'skv-code-spent' },
  });
});

test('a wrong secret is refused in the words of the server', async () => {
  const { attempt, walk } = begin(['agd']);
  const authorizationCode = acceptCallback(profile, attempt, await walk());
  const exchange = exchangeCode(
    { ...requester(), credentials: { ...client, clientSecret: 'not the secret' } },
    { authorizationCode, redirectUri, scopes: attempt.scopes, codeVerifier: null },
  );
  await expect(exchange).rejects.toMatchObject({ failure: { code: 'authority-refused', error: 'invalid_client' } });
});

test('without the CA that signed the server nothing is sent', async () => {
  const { walk } = begin(['agd']);
  const count = shown.length;
  const trusted = environment.trustedCa;
  environment = { ...environment, trustedCa: null };
  try {
    await expect(begin(['agd']).walk()).rejects.toMatchObject({
      failure: { code: 'connection-inspected' },
    });
  } finally {
    environment = { ...environment, trustedCa: trusted };
  }
  expect(shown.length).toBe(count);
  await walk();
  expect(shown.length).toBeGreaterThan(count);
});

test('the redirect URI is the registered one, character for character, at authorize and at exchange', async () => {
  const refused = { failure: { code: 'signin-ended-elsewhere', status: 400 } };
  for (const other of [
    `${redirectUri}/`,
    'https://localhost:8443/test',
    'https://localhost/Test',
    `${redirectUri}?a=b`,
  ]) {
    await expect(begin(['agd'], other).walk(), other).rejects.toMatchObject(refused);
  }
  const { attempt, walk } = begin(['agd']);
  const authorizationCode = acceptCallback(profile, attempt, await walk());
  const grant = { authorizationCode, scopes: attempt.scopes, codeVerifier: null };
  const astray = exchangeCode(requester(), { ...grant, redirectUri: `${redirectUri}/` });
  await expect(astray).rejects.toMatchObject({ failure: { code: 'authority-refused', error: 'invalid_grant' } });
});

test('PKCE: the code is exchanged with the verifier of its own attempt, and with no other', async () => {
  const start = () => {
    const input = { id: 'a', route: 'browser', scheme: 'taxpass', scopes: ['agd'], now: Date.now() } as const;
    const attempt = startAttempt(skatteverketPer, { ...input, redirectUri: schemeRedirectUri });
    expect(attempt.arrivalUri).toBe(schemeRedirectUri);
    const url = authorizeUrl(skatteverketPer, environment, nativeClient.clientId, attempt);
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    return { attempt, url };
  };
  const walk = (url: URL) => {
    const input = { profile: skatteverketPer, environment, clientCertificate, arrivalUri: schemeRedirectUri };
    return walkDirectRoute(https, { ...input, start: url }, AbortSignal.timeout(20_000));
  };
  const exchange = async (verifierOf: (own: string) => string | null) => {
    const { attempt, url } = start();
    const authorizationCode = acceptCallback(skatteverketPer, attempt, await walk(url));
    return exchangeCode(
      // The server here asks everybody for a certificate.
      { ...requester(), profile: { ...skatteverketPer, certificateShownAt: ['token'] }, credentials: nativeClient },
      {
        authorizationCode,
        redirectUri: schemeRedirectUri,
        scopes: attempt.scopes,
        codeVerifier: verifierOf(attempt.codeVerifier ?? ''),
      },
    );
  };
  expect((await exchange((own) => own)).accessToken.length).toBeGreaterThan(20);
  const refused = { failure: { code: 'authority-refused', stage: 'token', error: 'invalid_grant' } };
  await expect(exchange(() => start().attempt.codeVerifier)).rejects.toMatchObject(refused);
  await expect(exchange(() => null)).rejects.toMatchObject(refused);

  // Without a challenge the server gives no code at all.
  const { attempt, url } = start();
  url.searchParams.delete('code_challenge');
  url.searchParams.delete('code_challenge_method');
  const callback = await walk(url);
  expect(() => acceptCallback(skatteverketPer, attempt, callback)).toThrow('authority-refused');
});
