import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Environment } from '../../electron/authorities/schema.ts';
import { skatteverketOrg } from '../../electron/authorities/skatteverket.ts';
import { createHttpsClient, type ClientCertificate } from '../../electron/network/https-client.ts';
import { acceptCallback, authorizeUrl, startAttempt } from '../../electron/signin/attempt.ts';
import { walkDirectRoute } from '../../electron/signin/direct-route.ts';
import { exchangeCode } from '../../electron/tokens/token-request.ts';
import { fingerprintOf } from '../../electron/practice/certificate.ts';
import { lacks } from '../fixtures/real-parts.ts';
import { startRenegotiatingAuthority, type RenegotiatingAuthority } from '../fixtures/renegotiating-authority.ts';
import { makeTestCa, type TestCa } from '../fixtures/test-servers.ts';

// Debian's Apache asks for the certificate within a connection, by TLS 1.2 renegotiation, as ANAF's gateway does.

const client = { clientId: 'taxpass-test', clientSecret: 'a secret of the test client' };
const redirectUri = 'https://localhost/test';
const https = createHttpsClient();
const withoutApache = lacks('apache');
let ca: TestCa;
let authority: RenegotiatingAuthority;
let environment: Environment;
let seenBefore: number;

beforeAll(async () => {
  if (withoutApache) return;
  ca = await makeTestCa();
  authority = await startRenegotiatingAuthority(ca, { host: 'authority.localhost', ...client, redirectUri });
  environment = {
    name: 'test',
    authorize: authority.authorize,
    token: authority.token,
    refresh: authority.token,
    revoke: null,
    signInOrigins: [authority.origin],
    api: authority.origin,
    certificateOrigins: [authority.origin],
    trustedCa: ca.pem,
  };
});
afterAll(async () => {
  await https.close();
  if (!withoutApache) await authority.stop();
});
beforeEach(() => {
  seenBefore = authority.apache.seen.length;
});

const seen = () => authority.apache.seen.slice(seenBefore);

function begin() {
  const input = { id: 'a', route: 'direct', redirectUri, scheme: 'taxpass', scopes: ['agd'], now: Date.now() } as const;
  return startAttempt(skatteverketOrg, input);
}

function walk(attempt: ReturnType<typeof begin>, clientCertificate: ClientCertificate | null, at = environment) {
  const start = authorizeUrl(skatteverketOrg, at, client.clientId, attempt);
  const input = { profile: skatteverketOrg, environment: at, clientCertificate, start, arrivalUri: redirectUri };
  return walkDirectRoute(https, input, AbortSignal.timeout(20_000));
}

describe.skipIf(withoutApache)('the direct route', () => {
  test.each(['rsa', 'ec'] as const)('an %s certificate is shown when asked for mid-connection', async (kind) => {
    const clientCertificate = await ca.client(`Bolag ${kind} AB`, kind);
    const logBefore = (await authority.apache.log()).length;
    const attempt = begin();
    const callback = await walk(attempt, clientCertificate);
    const authorizationCode = acceptCallback(skatteverketOrg, attempt, callback);

    const [authorize, policy] = seen();
    expect(authorize).toMatchObject({ clientDn: null, tls: 'TLSv1.2' });
    expect(policy).toMatchObject({ clientDn: `CN=Bolag ${kind} AB`, tls: 'TLSv1.2' });
    const shown = new X509Certificate(policy?.clientCertPem ?? '');
    expect(fingerprintOf(shown)).toBe(clientCertificate.fingerprint);
    const log = (await authority.apache.log()).slice(logBefore);
    expect(log).toContain('Requesting connection re-negotiation');
    expect(log).toContain('Performing full renegotiation');

    const answer = await exchangeCode(
      {
        https,
        profile: skatteverketOrg,
        environment,
        credentials: client,
        clientCertificate,
        now: Date.now,
        signal: AbortSignal.timeout(20_000),
      },
      { authorizationCode, redirectUri, scopes: ['agd'], codeVerifier: null },
    );
    expect(answer.accessToken).toBe(authority.accessTokens.at(-1));
  });

  test('a certificate of a CA that the server does not take ends it by name, and no code is given', async () => {
    const stranger = await (await makeTestCa()).client('Nobody AB');
    const failure = await failureOf(walk(begin(), stranger));
    expect(failure).toMatchObject({ code: 'authority-refused-certificate', host: hostOf(authority) });
    expect(seen().map(({ url }) => url.split('?')[0])).toEqual(['/authorize']);
  });

  test('without a certificate it ends by name too', async () => {
    const failure = await failureOf(walk(begin(), null));
    expect(failure).toMatchObject({ code: 'signin-certificate-withheld', host: hostOf(authority) });
    expect(seen().map(({ url }) => url.split('?')[0])).toEqual(['/authorize']);
  });

  test('an origin that is not listed does not get the certificate, though it asks mid-connection', async () => {
    const clientCertificate = await ca.client('Bolag B AB');
    const unlisted = { ...environment, certificateOrigins: [] };
    expect(await failureOf(walk(begin(), clientCertificate, unlisted))).toMatchObject({
      code: 'signin-certificate-withheld',
    });
    expect(seen().map(({ clientDn }) => clientDn)).toEqual([null]);
  });

  test('where the server leaves it open, no certificate is a refusal in OAuth’s own words', async () => {
    const lenient = await startRenegotiatingAuthority(ca, {
      host: 'authority.localhost',
      ...client,
      redirectUri,
      verify: 'optional',
    });
    try {
      const at = {
        ...environment,
        authorize: lenient.authorize,
        signInOrigins: [lenient.origin],
        certificateOrigins: [lenient.origin],
      };
      const attempt = begin();
      const callback = await walk(attempt, null, at);
      expect(() => acceptCallback(skatteverketOrg, attempt, callback)).toThrow('authority-refused');
      const withOne = begin();
      expect(acceptCallback(skatteverketOrg, withOne, await walk(withOne, await ca.client('C AB'), at))).toMatch(
        /^[0-9a-f]{32}$/,
      );
    } finally {
      await lenient.stop();
    }
  });
});

function hostOf({ origin }: RenegotiatingAuthority): string {
  return new URL(origin).host;
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'it did not fail',
    (error: unknown) => (error instanceof Error && 'failure' in error ? error.failure : error),
  );
}
