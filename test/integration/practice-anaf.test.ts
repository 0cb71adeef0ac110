import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSwitches } from '../../electron/practice/switches.ts';
import { anafDriver, nonceOf } from '../fixtures/anaf-requests.ts';
import type { AnafDriver } from '../fixtures/anaf-requests.ts';
import { startPractice } from '../fixtures/practice.ts';
import type { RunningPractice } from '../fixtures/practice.ts';
import { openRsaP12 } from '../fixtures/practice-requests.ts';

let practice: RunningPractice;
let anaf: AnafDriver;

beforeAll(async () => {
  practice = await startPractice();
  anaf = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  await practice.control.setSwitches(defaultSwitches);
  await practice.control.clearLog();
});

const entries = () => practice.control.log();
const lastEntry = async () => (await entries()).at(-1);
const errorOf = (body: string) => JSON.parse(body) as { error: string; error_description?: string };
const here = (path: string) => new URL(path, anaf.ready.authorize).href;
const locationOf = (answer: { headers: Readonly<Record<string, unknown>> }) => String(answer.headers['location']);

describe('what ANAF announces', () => {
  it('has the seed’s paths on practice hosts (R3, R10)', () => {
    const { authorize, token, refresh, revoke, api, expectedIssuers } = anaf.ready;
    const { origin, hostname } = new URL(authorize);
    expect(hostname).toBe('logincert.anaf.localhost');
    expect(authorize).toBe(`${origin}/anaf-oauth2/v1/authorize`);
    expect(token).toBe(`${origin}/anaf-oauth2/v1/token`);
    expect(refresh).toBe(token);
    expect(revoke).toBe(`${origin}/anaf-oauth2/v1/revoke`);
    expect(new URL(api).hostname).toBe('api.anaf.localhost');
    expect(expectedIssuers).toEqual(['Practice certSIGN Qualified CA']);
  });

  it('brings a profile in the page’s words (R1), a password, and a P12 of a person', async () => {
    const letter = (name: string) => readFile(join(practice.ready.post, 'anaf', name), 'utf8');
    const { post } = anaf;
    const profile = await letter('Profil OAuth.txt');
    for (const line of [
      'Denumire aplicație: EFactura',
      'Callback URL 1: https://localhost:9002/callback',
      'Callback URL 2: https://oauth.pstmn.io/v1/callback',
      'Serviciu: E-Factura, E-Transport',
      `Client ID: ${post.oauth2.clientId}`,
      `Client Secret: ${post.oauth2.clientSecret}`,
    ]) {
      expect(profile.split('\n')).toContain(line);
    }
    expect(await letter('parola certificatului.txt')).toContain(`Parola fișierului: ${post.password}`);
    expect(post.password).toMatch(/^(?=.*[A-Za-z])(?=.*\d)[A-Za-z\d]+$/);
    expect(post.p12).toBe(join(practice.ready.post, 'anaf', 'certificat calificat.p12'));
    const certificate = new X509Certificate(anaf.identity.cert);
    expect(certificate.subject).toMatch(/^C=RO\nSN=POPESCU\nGN=ANA\nserialNumber=\w+\nCN=POPESCU ANA$/);
    expect(certificate.issuer).toContain('CN=Practice certSIGN Qualified CA');
    expect(post.serial).toBe(certificate.serialNumber.toLowerCase().replace(/..(?=.)/g, '$&:'));
    expect(post.serial).toMatch(/^([0-9a-f]{2}:)+[0-9a-f]{2}$/);
  });

  it('has a P12 of the modern form, which every TLS library opens', async () => {
    const pfx = await readFile(anaf.post.p12);
    expect(() => createSecureContext({ pfx, passphrase: anaf.post.password })).not.toThrow();
    expect(() => createSecureContext({ pfx, passphrase: 'x' })).toThrow();
  });
});

const noOpenssl = spawnSync('openssl', ['version']).error !== undefined;
it.skipIf(noOpenssl)('has a P12 under AES-256 with a SHA-256 MAC', () => {
  const { p12, password } = anaf.post;
  const shown = spawnSync('openssl', ['pkcs12', '-in', p12, '-info', '-noout', '-passin', `pass:${password}`]);
  const text = shown.stderr.toString();
  expect(text).toContain('MAC: sha256');
  expect(text).toContain('PKCS7 Encrypted data: PBES2, PBKDF2, AES-256-CBC, Iteration 2048, PRF hmacWithSHA256');
  expect(text).toContain('Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC');
});

describe('authorize', () => {
  it.each<[string, string, string, (good: string) => string]>([
    ['a scope (R6)', 'invalid_request', 'unknown parameter: scope', (good) => `${good}&scope=read`],
    ['an empty scope (R6)', 'invalid_request', 'unknown parameter: scope', (good) => `${good}&scope=`],
    ['PKCE', 'invalid_request', 'unknown parameter: code_challenge', (good) => `${good}&code_challenge=x`],
    ['an empty state', 'invalid_request', 'empty parameter: state', (good) => good.replace('state=S1', 'state=')],
    ['a repeated field', 'invalid_request', 'repeated parameter: state', (good) => `${good}&state=S1`],
    ['a broken escape', 'invalid_request', 'not form-encoded', (good) => `${good}%zz`],
    ['another token_content_type', 'invalid_request', 'must be jwt', (good) => good.replace('=jwt', '=opaque')],
    ['no redirect_uri', 'invalid_request', 'missing', (good) => good.replace(/&redirect_uri=[^&]+/, '')],
    ['a slash too many', 'invalid_request', 'does not match', (good) => good.replace('callback', 'callback%2F')],
    ['another port', 'invalid_request', 'does not match', (good) => good.replace('9002', '9003')],
    ['http', 'invalid_request', 'does not match', (good) => good.replace('=https', '=http')],
    ['response_type=token', 'unsupported_response_type', '', (good) => good.replace('=code', '=token')],
    ['an unknown client_id', 'invalid_client', '', (good) => good.replace(/client_id=\w+/, 'client_id=546c')],
  ])('refuses %s', async (_what, error, reason, change) => {
    const answer = await anaf.send(change(anaf.authorizeUrl()), { identity: anaf.identity });
    expect(answer.status).toBe(400);
    expect(errorOf(answer.body).error).toBe(error);
    const { outcome } = (await lastEntry()) ?? {};
    expect(outcome).toMatchObject({ status: 400, error });
    expect(outcome?.reason).toContain(reason);
  });

  it('takes each registered callback, with and without state (R1, R7)', async () => {
    for (const redirect_uri of anaf.post.redirectUris) {
      expect(locationOf(await anaf.signIn({ redirect_uri, state: null }))).toMatch(
        new RegExp(`^${redirect_uri.replaceAll('.', '\\.')}\\?code=[0-9a-f]{64}$`),
      );
    }
  });

  it('echoes the state exactly, or with a switch not, or wrongly', async () => {
    for (const state of ['å+b c&d=e%20/?#', 'x'.repeat(2000)]) {
      expect(new URL(locationOf(await anaf.signIn({ state }))).searchParams.get('state')).toBe(state);
    }
    await practice.control.setSwitches({ dropState: true });
    expect(locationOf(await anaf.signIn())).not.toContain('state');
    await practice.control.setSwitches({ dropState: false, wrongState: true });
    expect(locationOf(await anaf.signIn())).toMatch(/state=S10$/);
  });

  it('sends any other method or address to the policy, and revoke too', async () => {
    for (const [url, method, endpoint] of [
      [anaf.authorizeUrl(), 'POST', 'authorize'],
      [here('/anaf-oauth2/v1/introspect'), 'GET', 'unknown'],
      [anaf.ready.revoke, 'POST', 'revoke'],
      [`${anaf.ready.revoke}?token=x`, 'GET', 'revoke'],
    ] as const) {
      const answer = await anaf.send(url, { method });
      expect([answer.status, locationOf(answer)]).toEqual([302, '/my.policy']);
      expect(await lastEntry()).toMatchObject({ authority: 'anaf', endpoint, outcome: { error: 'not_found' } });
    }
    const { answer } = await anaf.follow(anaf.ready.revoke);
    expect(answer.body).toContain('Session expired');
  });

  it('serves no other host', async () => {
    const Host = new URL(anaf.ready.api).host;
    expect((await anaf.send(anaf.authorizeUrl(), { headers: { Host } })).status).toBe(421);
  });
});

describe('the gateway', () => {
  it('goes by a page with a script, and then to the callback', async () => {
    const { answer, cookie } = await anaf.follow(anaf.authorizeUrl());
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).not.toContain(nonceOf(answer.body));
    expect(answer.body).not.toContain('refresh');
    for (const name of ['MRHSession=', 'LastMRH_Session=', 'F5_ST=']) expect(cookie).toContain(name);
    const location = locationOf(await anaf.signIn());
    expect(location).toMatch(/^https:\/\/localhost:9002\/callback\?code=[0-9a-f]{64}&state=S1$/);
    const log = await entries();
    expect(log.map(({ method, endpoint, outcome }) => `${method} ${endpoint} ${outcome.status}`)).toEqual([
      'GET authorize 302',
      'GET policy 200',
      'GET authorize 302',
      'GET policy 200',
      'POST policy-nonce 302',
    ]);
    expect(log.every(({ clientCertificate }) => clientCertificate !== null)).toBe(true);
  });

  it('lets nobody by without cookies, with the nonce unturned, twice, or with another certificate', async () => {
    const post = async (cookie: string, nonce: string, identity = anaf.identity) =>
      anaf.send(here('/my.policy_nonce'), {
        method: 'POST',
        identity,
        headers: { Cookie: cookie },
        body: `nonce=${nonce}`,
      });
    const page = async () => {
      const { answer, cookie } = await anaf.follow(anaf.authorizeUrl());
      return { cookie, nonce: nonceOf(answer.body) };
    };
    const first = await page();
    expect(locationOf(await post('', first.nonce))).toBe('/vdesk/hangup.php3');
    expect(locationOf(await post(first.cookie, Buffer.from(first.nonce).reverse().toString()))).toBe(
      '/vdesk/hangup.php3',
    );
    const second = await page();
    expect(locationOf(await post(second.cookie, second.nonce))).toContain('?code=');
    expect(locationOf(await post(second.cookie, second.nonce))).toBe('/vdesk/hangup.php3');
    const third = await page();
    const { path } = await practice.control.issue('production', 'valid', 'x', 'anaf');
    const other = openRsaP12(path, 'x');
    expect(locationOf(await post(third.cookie, third.nonce, other))).toContain('?error=access_denied');
    expect((await lastEntry())?.outcome.reason).toBe('certificate changed on the way');
    expect(locationOf(await anaf.signIn({}, other))).toContain('?code=');
  });

  it('ends a session that lived too long', async () => {
    const { answer, cookie } = await anaf.follow(anaf.authorizeUrl());
    expect(answer.status).toBe(200);
    await practice.control.setSwitches({ lifetimeFactor: 1e-9 });
    expect((await anaf.follow(anaf.authorizeUrl())).answer.body).toContain('Session expired');
    await practice.control.setSwitches({ lifetimeFactor: 1 });
    const body = `nonce=${nonceOf(answer.body)}`;
    const late = { method: 'POST', identity: anaf.identity, headers: { Cookie: cookie }, body };
    expect(locationOf(await anaf.send(here('/my.policy_nonce'), late))).toContain('?code=');
  });

  it.each(['expired', 'not-yet-valid', 'unknown-ca', 'no-role'] as const)(
    'denies a certificate that is %s at the callback (R12)',
    async (kind) => {
      const { path } = await practice.control.issue('production', kind, 'parola1', 'anaf');
      const answer = await anaf.signIn({}, openRsaP12(path, 'parola1'));
      expect(answer.status).toBe(302);
      expect(locationOf(answer)).toBe('https://localhost:9002/callback?error=access_denied&state=S1');
      expect(await lastEntry()).toMatchObject({ endpoint: 'policy', outcome: { error: 'access_denied' } });
      expect((await lastEntry())?.outcome.reason).not.toBe(null);
    },
  );

  it('denies no certificate, and that of Skatteverket', async () => {
    expect(locationOf(await anaf.signIn({ state: null }, null))).toBe(
      'https://localhost:9002/callback?error=access_denied',
    );
    expect((await lastEntry())?.outcome.reason).toBe('no client certificate');
    const { p12, pin } = (await practice.control.post())['skatteverket-org'].production;
    expect(locationOf(await anaf.signIn({}, openRsaP12(p12, pin)))).toContain('error=access_denied');
  });

  it('obeys the switches for a client’s bad days', async () => {
    await practice.control.setSwitches({ authorizeError: { error: 'server_error', error_description: 'no' } });
    expect(locationOf(await anaf.signIn())).toContain('?error=server_error&error_description=no&state=S1');
    await practice.control.setSwitches({ ...defaultSwitches, redirectTo: 'https://elsewhere.localhost/' });
    expect(locationOf(await anaf.send(anaf.authorizeUrl()))).toBe('https://elsewhere.localhost/');
    await practice.control.setSwitches({ ...defaultSwitches, redirectLoop: true });
    await expect(anaf.follow(anaf.authorizeUrl())).rejects.toThrow('too often');
  });
});
