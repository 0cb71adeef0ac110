import { createHttpsClient, type ClientCertificate } from '../../electron/network/https-client.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import type { Environment } from '../../electron/authorities/schema.ts';
import { acceptCallback, authorizeUrl, startAttempt } from '../../electron/signin/attempt.ts';
import { exchangeCode } from '../../electron/tokens/token-request.ts';
import { expect } from 'playwright/test';
import { lacks } from '../fixtures/real-parts.ts';
import { startRenegotiatingAuthority, type RenegotiatingAuthority } from '../fixtures/renegotiating-authority.ts';
import { beginSignIn, test as windowTest, type SignInWindowWorld } from '../fixtures/sign-in-window-test.ts';
import { makeTestCa } from '../fixtures/test-servers.ts';

// ANAF's window in front of Debian's Apache, which asks for the certificate mid-connection as ANAF's gateway does.

const client = { clientId: 'taxpass-test', clientSecret: 'a secret of the test client' };
const redirectUri = 'https://localhost:9002/callback';

windowTest.skip(lacks('apache'), 'apache2 is not installed');

const test = windowTest.extend<{ authority: RenegotiatingAuthority }>({
  authority: async ({ world }, use) => {
    const authority = await startRenegotiatingAuthority(world.ca, { host: 'login.localhost', ...client, redirectUri });
    await use(authority);
    await authority.stop();
  },
});

async function signIn(
  world: SignInWindowWorld,
  authority: RenegotiatingAuthority,
  certificate: ClientCertificate | null,
) {
  const environment: Environment = {
    name: 'production',
    authorize: authority.authorize,
    token: authority.token,
    refresh: authority.token,
    revoke: null,
    signInOrigins: [authority.origin],
    api: authority.origin,
    certificateOrigins: [authority.origin],
    trustedCa: world.ca.pem,
  };
  const attempt = startAttempt(anaf, {
    id: 'a',
    route: 'window',
    redirectUri,
    scheme: 'taxpass',
    scopes: [],
    now: Date.now(),
  });
  const start = authorizeUrl(anaf, environment, client.clientId, attempt);
  const signingIn = await beginSignIn(world, '', {
    start: start.href,
    arrivalUri: redirectUri,
    origins: [authority.origin],
    certificateOrigins: [authority.origin],
    clientCertificate: certificate,
  });
  return { attempt, environment, end: await signingIn.end() };
}

test('the window presents an imported P12 to a server that asks mid-connection, and the code is exchanged', async ({
  world,
  authority,
}) => {
  const { attempt, environment, end } = await signIn(world, authority, world.clientCertificate);
  if (!('callback' in end)) throw new Error(JSON.stringify(end));
  const [authorize, policy] = authority.apache.seen;
  expect(authorize).toMatchObject({ clientDn: null, tls: 'TLSv1.2' });
  expect(policy?.clientDn).toBe('CN=Firma Exemplu');
  expect(policy?.headers['cookie']).toContain('session=1');
  expect(await authority.apache.log()).toContain('Performing full renegotiation');

  const https = createHttpsClient();
  try {
    const answer = await exchangeCode(
      {
        https,
        profile: anaf,
        environment,
        credentials: client,
        clientCertificate: null,
        now: Date.now,
        signal: AbortSignal.timeout(20_000),
      },
      {
        authorizationCode: acceptCallback(anaf, attempt, new URL(end.callback)),
        redirectUri,
        scopes: [],
        codeVerifier: null,
      },
    );
    expect(answer.accessToken).toBe(authority.accessTokens.at(-1));
  } finally {
    await https.close();
  }
});

test('a certificate of a CA that the server does not take ends the sign-in by name', async ({ world, authority }) => {
  const stranger = await (await makeTestCa()).client('Nobody');
  const { end } = await signIn(world, authority, stranger);
  expect(end).toMatchObject({
    failure: { code: 'authority-refused-certificate', host: new URL(authority.origin).host },
  });
  expect(authority.apache.seen.map(({ url }) => url.split('?')[0])).toEqual(['/authorize']);
});
