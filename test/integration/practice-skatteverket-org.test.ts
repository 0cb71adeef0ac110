import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPractice } from '../fixtures/practice.ts';
import type { RunningPractice } from '../fixtures/practice.ts';
import { openRsaP12, orgDriver, send } from '../fixtures/practice-requests.ts';
import type { OrgDriver } from '../fixtures/practice-requests.ts';

let practice: RunningPractice;
let org: OrgDriver;
let production: OrgDriver;

beforeAll(async () => {
  practice = await startPractice();
  org = await orgDriver(practice, 'test');
  production = await orgDriver(practice, 'production');
});
afterAll(() => practice.stop());

beforeEach(() => practice.control.clearLog());

const lastEntry = async () => (await practice.control.log()).at(-1);
const errorOf = (body: string) => JSON.parse(body) as { error: string; error_description?: string };
const found = (command: string) => spawnSync(command, ['--help']).error === undefined;

const noCurl = process.platform === 'win32' || !found('curl') || !found('openssl');

describe.skipIf(noCurl)('the curl lines of the seed', () => {
  let folder: string;
  beforeAll(async () => {
    const { pin, p12 } = org.post;
    folder = await mkdtemp(join(tmpdir(), 'taxpass-curl-'));
    await writeFile(join(folder, 'ca.pem'), org.ready.caPem);
    await mkdir(join(folder, 'bolagA'));
    // OpenSSL 3, and curl with it, does not open the old form without its legacy provider.
    await shell(`openssl pkcs12 -legacy -in '${p12}' -passin pass:${pin} -nodes -out all.pem 2>&1`);
    await shell(`openssl pkcs12 -export -in all.pem -passout pass:${pin} -out bolagA/64890f69.p12 2>&1`);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const shell = async (line: string): Promise<string> => {
    const env = { PATH: process.env['PATH'], HOME: folder, CURL_CA_BUNDLE: join(folder, 'ca.pem') };
    return (await promisify(execFile)('sh', ['-c', line], { cwd: folder, env })).stdout;
  };

  it('get a code and a token (S4, S6, S7, S8, S9, S11, S12)', async () => {
    const { pin, oauth2 } = org.post;
    const fill = (line: string) =>
      line
        .replace('6489...f69', '64890f69')
        .replace('8433...335', pin)
        .replace('6dba...75a', oauth2.clientId)
        .replace('6c9e...75a', oauth2.clientSecret)
        .replace('https://orgoauth2.test.skatteverket.se', new URL(org.ready.token).origin);
    const shown = await shell(
      fill(
        `curl -c "cookies.txt" -L --request GET --cert ./bolagA/6489...f69.p12:8433...335 --cert-type P12 "https://orgoauth2.test.skatteverket.se/oauth2/v1/org/authorize?client_id=6dba...75a&response_type=code&state=1234567&redirect_uri=https://localhost/test" -v 2>&1 | grep "code="`,
      ),
    );
    const code =
      /^< Location: https:\/\/localhost\/test\?code=([0-9a-f]{64})&state=1234567\r?$/m.exec(shown)?.[1] ?? '';
    expect(code).toHaveLength(64);
    expect((await practice.control.log()).map(({ endpoint, outcome }) => [endpoint, outcome.status])).toEqual([
      ['authorize', 302],
      ['policy', 302],
      ['authorize', 302],
    ]);

    const answer = await shell(
      fill(
        `curl --request POST --cert ./bolagA/6489...f69.p12:8433...335 --cert-type P12 https://orgoauth2.test.skatteverket.se/oauth2/v1/org/token -H "Content-Type: application/x-www-form-urlencoded;charset=UTF-8" -d "grant_type=authorization_code&scope=foo&client_id=6dba...75a&client_secret=6c9e...75a&code=6bfc...980&state=1234567&redirect_uri=https://localhost/test"`,
      ).replace('6bfc...980', code),
    );
    expect(answer).toMatch(/^\{"access_token":"[0-9a-f]{64}","expires_in":3600,"token_type":"Bearer","scope":"foo"\}$/);
    const entry = await lastEntry();
    expect(entry).toMatchObject({ endpoint: 'token', authority: 'skatteverket-org', environment: 'test' });
    expect(entry?.clientCertificate).toMatch(/^[0-9a-f]{64}$/);
    expect(entry?.body).toContain('scope=foo&client_id=');
  });

  it('get nothing without the cookie jar', async () => {
    const line = `curl -s -L --cert ./bolagA/64890f69.p12:${org.post.pin} --cert-type P12 "${org.authorizeUrl()}"`;
    expect(await shell(line)).toContain('Session expired');
  });
});

describe('authorize', () => {
  it.each<[string, string, string, (good: string) => string]>([
    ['an unknown field', 'invalid_request', 'unknown parameter: prompt', (good) => `${good}&prompt=login`],
    ['PKCE', 'invalid_request', 'unknown parameter: code_challenge', (good) => `${good}&code_challenge=x`],
    ['a repeated field', 'invalid_request', 'repeated parameter: state', (good) => `${good}&state=1234567`],
    ['a broken escape', 'invalid_request', 'not form-encoded', (good) => `${good}%zz`],
    ['an empty state', 'invalid_request', 'empty parameter: state', (good) => good.replace('state=1234567', 'state=')],
    ['no state', 'invalid_request', 'missing parameter: state', (good) => good.replace('&state=1234567', '')],
    ['no response_type', 'invalid_request', 'missing parameter', (good) => good.replace('&response_type=code', '')],
    ['response_type=token', 'unsupported_response_type', '', (good) => good.replace('=code&', '=token&')],
    [
      'an unregistered scope',
      'invalid_scope',
      'scope not registered: bar',
      (good) => good.replace('=foo', '=foo%20bar'),
    ],
    [
      'a slash too many',
      'invalid_request',
      'Redirect-URI does not match',
      (good) => good.replace('%2Ftest', '%2Ftest%2F'),
    ],
    [
      'another case',
      'invalid_request',
      'Redirect-URI does not match',
      (good) => good.replace('localhost%2F', 'Localhost%2F'),
    ],
    [
      'a port',
      'invalid_request',
      'Redirect-URI does not match',
      (good) => good.replace('localhost%2F', 'localhost%3A443%2F'),
    ],
    ['a wrong client_id', 'invalid_client', '', (good) => good.replace(/client_id=\w+/, 'client_id=6dba')],
  ])('refuses %s', async (_what, error, reason, change) => {
    const answer = await org.get(change(org.authorizeUrl()));
    expect(answer.status).toBe(400);
    expect(errorOf(answer.body).error).toBe(error);
    const { outcome } = (await lastEntry()) ?? {};
    expect(outcome).toMatchObject({ status: 400, error });
    expect(outcome?.reason).toContain(reason);
  });

  it('says in Skatteverket’s words what is wrong with the client', async () => {
    const wrong = await org.get(org.authorizeUrl({ client_id: '6dba' }));
    expect(errorOf(wrong.body)).toEqual({ error: 'invalid_client', error_description: 'Invalid client_id' });
    const elsewhere = await org.get(org.authorizeUrl({ client_id: production.post.oauth2.clientId }));
    expect(errorOf(elsewhere.body)).toEqual({ error: 'invalid_client', error_description: 'Invalid client_id' });
    expect((await lastEntry())?.outcome.reason).toBe('keys of the production environment');
    const { clientId } = org.post.otherFlowOauth2;
    expect(errorOf((await org.get(org.authorizeUrl({ client_id: clientId }))).body)).toEqual({
      error: 'unauthorized_client',
      error_description: `Client app (id=${clientId}) access is not allowed through this endpoint`,
    });
  });

  it('takes GET alone', async () => {
    const { caPem } = org.ready;
    for (const method of ['POST', 'HEAD', 'PUT']) {
      const answer = await send(org.authorizeUrl(), { method, identity: org.identity, caPem });
      expect(answer.status).toBe(405);
      expect(answer.headers['allow']).toBe('GET');
    }
  });

  it('echoes the seed’s long state, and any other, exactly (S3)', async () => {
    const long = `${'1234567890'.repeat(8)}YY`;
    expect(long).toHaveLength(82);
    for (const state of [long, 'å+b c&d=e%20/?#', 'x'.repeat(2000)]) {
      const { headers } = await org.follow(org.authorizeUrl({ state }));
      expect(new URL(String(headers['location'])).searchParams.get('state')).toBe(state);
    }
  });

  it.each(['expired', 'not-yet-valid', 'unknown-ca'] as const)('denies a certificate that is %s', async (kind) => {
    const { path } = await practice.control.issue('test', kind, '123456');
    const { headers, status } = await org.get(org.authorizeUrl(), openRsaP12(path, '123456'));
    expect(status).toBe(302);
    expect(headers['location']).toBe(
      'https://localhost/test?error=access_denied&error_description=Admin%20policy%20denied%20access&state=1234567',
    );
    expect((await lastEntry())?.outcome.error).toBe('access_denied');
  });

  it('denies no certificate and the other environment’s, and stays here where the redirect URI is not known', async () => {
    for (const identity of [null, production.identity]) {
      expect((await org.get(org.authorizeUrl(), identity)).headers['location']).toContain('error=access_denied');
      const answer = await org.get(org.authorizeUrl({ redirect_uri: 'https://evil.example/' }), identity);
      expect(answer.status).toBe(400);
      expect(errorOf(answer.body)).toEqual({
        error: 'access_denied',
        error_description: 'Admin policy denied access',
      });
    }
    expect((await lastEntry())?.outcome.reason).toContain('not issued by this environment');
  });

  it('takes another valid certificate of its CA', async () => {
    const { path } = await practice.control.issue('test', 'valid', 'lösen');
    expect(await org.code({}, openRsaP12(path, 'lösen'))).toHaveLength(64);
  });
});

describe('the gateway before authorize', () => {
  it('goes by /my.policy with three cookies, and ends without them', async () => {
    const first = await org.get(org.authorizeUrl());
    expect(first).toMatchObject({ status: 302, headers: { location: '/my.policy' } });
    const cookies = [first.headers['set-cookie'] ?? []].flat();
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['LastMRH_Session', 'MRHSession', 'F5_ST']);
    expect(cookies.every((cookie) => cookie.includes(';secure'))).toBe(true);

    const policy = new URL('/my.policy', org.ready.authorize).href;
    expect((await org.get(policy)).headers['location']).toBe('/vdesk/hangup.php3');
    const Cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
    const { caPem } = org.ready;
    const locationOf = async (url: string, headers: Record<string, string>, identity = org.identity) =>
      (await send(url, { identity, caPem, headers })).headers['location'];
    const another = await practice.control.issue('test', 'valid', '1');
    expect(await locationOf(policy, { Cookie }, openRsaP12(another.path, '1'))).toBe('/vdesk/hangup.php3');
    expect(await locationOf(policy, { Cookie })).toBe(org.authorizeUrl().replace(new URL(policy).origin, ''));
    // The session's name changed on the way: who keeps the old cookies has none.
    expect(await locationOf(policy, { Cookie })).toBe('/vdesk/hangup.php3');
  });

  it('lets nobody by who skipped the policy', async () => {
    const first = await org.get(org.authorizeUrl());
    const Cookie = [first.headers['set-cookie'] ?? []]
      .flat()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    const { caPem } = org.ready;
    const direct = await send(org.authorizeUrl(), { identity: org.identity, caPem, headers: { Cookie } });
    expect(direct.headers['location']).toBe('/my.policy');
  });

  it('sends any other address to the policy, and serves no other host', async () => {
    expect((await org.get(new URL('/oauth2/v1/org/revoke', org.ready.token).href)).headers['location']).toBe(
      '/my.policy',
    );
    const headers = { Host: 'orgoauth2.skatteverket.localhost' };
    const { caPem } = org.ready;
    expect((await send(org.authorizeUrl(), { identity: org.identity, caPem, headers })).status).toBe(421);
  });
});

it('keeps test and production apart, and both work', async () => {
  expect(production.ready.expectedIssuers).toEqual(['Practice Expisoft CA']);
  expect(org.ready.expectedIssuers).toEqual(['Practice Expisoft Test CA']);
  const accessToken = await production.accessToken('momsdeklaration');
  expect((await production.ping(production.apiHeaders(accessToken))).status).toBe(200);
  expect((await org.ping(org.apiHeaders(accessToken))).status).toBe(401);
  expect((await org.ping({ ...production.apiHeaders(accessToken) })).status).toBe(401);
  const letter = await readFile(join(practice.ready.post, 'produktion', 'API-nycklar APIgw.txt'), 'utf8');
  expect(letter).toContain(`APIgw client ID: ${production.post.apigw.clientId}`);
});
