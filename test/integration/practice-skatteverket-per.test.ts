import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSwitches } from '../../electron/practice/switches.ts';
import { openBrowser } from '../fixtures/practice-browser.ts';
import type { Browser } from '../fixtures/practice-browser.ts';
import { perDriver } from '../fixtures/practice-per-requests.ts';
import type { PerDriver } from '../fixtures/practice-per-requests.ts';
import { startPractice } from '../fixtures/practice.ts';
import type { RunningPractice } from '../fixtures/practice.ts';
import { orgDriver, send } from '../fixtures/practice-requests.ts';

let practice: RunningPractice;
let per: PerDriver;
let production: PerDriver;

beforeAll(async () => {
  practice = await startPractice();
  per = await perDriver(practice, 'test');
  production = await perDriver(practice, 'production');
});
afterAll(() => practice.stop());
beforeEach(async () => {
  await practice.control.setSwitches(defaultSwitches);
  await practice.control.clearLog();
});

const lastEntry = async () => (await practice.control.log()).at(-1);
const errorOf = (body: string) => JSON.parse(body) as { error: string; error_description?: string };
const get = (url: string) => send(url, { caPem: per.ready.caPem });
const anna = () => per.post.persons[0]?.button ?? '';
const challenge = createHash('sha256').update('v'.repeat(43)).digest('base64url');

/** A browser that stands on the page where consent is asked. */
async function atConsent(change?: Readonly<Record<string, string | null>>): Promise<Browser> {
  const browser = openBrowser(per.ready.caPem);
  await browser.open(per.authorizeUrl(change));
  await browser.press(anna());
  return browser;
}

describe('authorize', () => {
  it.each<[string, string, string, Record<string, string | null>]>([
    ['an unknown field', 'invalid_request', 'unknown parameter: prompt', { prompt: 'login' }],
    ['no state', 'invalid_request', 'missing parameter: state', { state: null }],
    ['an empty state', 'invalid_request', 'empty parameter: state', { state: '' }],
    ['no scope', 'invalid_request', 'missing parameter: scope', { scope: null }],
    ['no response_type', 'invalid_request', 'missing parameter: response_type', { response_type: null }],
    ['response_type=token', 'unsupported_response_type', '', { response_type: 'token' }],
    ['an unregistered scope', 'invalid_scope', 'scope not registered: bar', { scope: 'foo bar' }],
    [
      'another redirect URI',
      'invalid_request',
      'does not match',
      { redirect_uri: 'https://localhost/my-redirect-uri/' },
    ],
    ['another scheme path', 'invalid_request', 'does not match', { redirect_uri: 'taxpass://oauth/callback/' }],
    ['another case', 'invalid_request', 'does not match', { redirect_uri: 'Taxpass://oauth/callback' }],
    ['an unknown client', 'invalid_client', 'no such client_id', { client_id: '6dba' }],
    ['a challenge alone', 'invalid_request', 'code_challenge_method', { code_challenge: challenge }],
    ['a method alone', 'invalid_request', 'without code_challenge', { code_challenge_method: 'S256' }],
    ['plain PKCE', 'invalid_request', 'S256', { code_challenge: challenge, code_challenge_method: 'plain' }],
    ['a short challenge', 'invalid_request', '43', { code_challenge: 'x', code_challenge_method: 'S256' }],
  ])('refuses %s', async (_what, error, reason, change) => {
    const answer = await get(per.authorizeUrl(change));
    expect(answer.status).toBe(400);
    expect(errorOf(answer.body).error).toBe(error);
    const entry = await lastEntry();
    expect(entry).toMatchObject({
      authority: 'skatteverket-per',
      endpoint: 'authorize',
      outcome: { status: 400, error },
    });
    expect(entry?.outcome.reason).toContain(reason);
  });

  it('refuses a repeated field and another method', async () => {
    expect(errorOf((await get(`${per.authorizeUrl()}&state=1234567`)).body).error).toBe('invalid_request');
    for (const method of ['POST', 'HEAD']) {
      expect((await send(per.authorizeUrl(), { method, caPem: per.ready.caPem })).status).toBe(405);
    }
  });

  it('knows the keys of the other flow, and of the other environment not at all', async () => {
    const { clientId } = (await practice.control.post())['skatteverket-org'].test.oauth2;
    expect(errorOf((await get(per.authorizeUrl({ client_id: clientId }))).body)).toEqual({
      error: 'unauthorized_client',
      error_description: `Client app (id=${clientId}) access is not allowed through this endpoint`,
    });
    const other = await get(per.authorizeUrl({ client_id: production.post.oauth2.clientId }));
    expect(errorOf(other.body)).toEqual({ error: 'invalid_client', error_description: 'Invalid client_id' });
    expect((await lastEntry())?.outcome.reason).toBe('keys of the production environment');
  });

  it('names PKCE when it is told to refuse it', async () => {
    await practice.control.setSwitches({ refusePkce: true });
    const refused = await get(per.authorizeUrl({ code_challenge: challenge, code_challenge_method: 'S256' }));
    expect(refused.status).toBe(302);
    const home = new URL(String(refused.headers['location']));
    expect(home.href.startsWith(`${per.redirectUri}?`)).toBe(true);
    expect(Object.fromEntries(home.searchParams)).toEqual({
      error: 'invalid_request',
      error_description: 'unknown parameter: code_challenge',
      state: '1234567',
    });
    const without = await get(per.authorizeUrl());
    expect(String(without.headers['location'])).not.toContain('error=');
  });

  it('has no other address', async () => {
    expect((await get(new URL('/my.policy', per.ready.authorize).href)).status).toBe(404);
  });
});

describe('the login pages', () => {
  it('stand on another host and lead over consent to the callback (S17)', async () => {
    const browser = openBrowser(per.ready.caPem);
    const first = await browser.open(per.authorizeUrl());
    expect(new URL(first.url).host).toMatch(/^login\.test\.skatteverket\.localhost:\d+$/);
    expect(browser.buttons()).toEqual([...per.post.persons.map(({ button }) => button), per.post.cancelButton]);
    expect(per.post.persons[0]).toEqual({
      name: 'Anna Svensson',
      button: 'Legitimera som Anna Svensson (BankID, övning)',
    });
    const second = await browser.press(anna());
    expect(second.answer?.body).toContain(
      'Godkänner du att programmet Bolag A Bokföring anropar API:et momsdeklaration för din räkning?',
    );
    expect(second.answer?.body).toContain('Inloggad som Anna Svensson.');
    expect(browser.buttons()).toEqual(['Godkänn', 'Neka']);
    expect((await browser.press('Godkänn')).url).toMatch(
      /^https:\/\/localhost\/my-redirect-uri\?code=[0-9a-f]{64}&state=1234567$/,
    );
    const entries = await practice.control.log();
    expect(entries.map(({ endpoint, method, outcome }) => [endpoint, method, outcome.status])).toEqual([
      ['authorize', 'GET', 302],
      ['login', 'GET', 200],
      ['login', 'POST', 302],
      ['consent', 'GET', 200],
      ['consent', 'POST', 302],
    ]);
    expect(entries.every(({ authority }) => authority === 'skatteverket-per')).toBe(true);
  });

  it('are Swedish practice pages that load nothing', async () => {
    const browser = openBrowser(per.ready.caPem);
    for (const { answer } of [await browser.open(per.authorizeUrl()), await browser.press(anna())]) {
      expect(answer?.body).toContain('<html lang="sv">');
      expect(answer?.body).toContain('ÖVNING');
      expect(answer?.body).not.toMatch(/<script|src=|url\(|@import|https?:\/\//);
      expect(answer?.headers['content-security-policy']).toContain("default-src 'none'");
      // Chromium would hold a redirect to the program's own scheme back.
      expect(answer?.headers['content-security-policy']).not.toContain('form-action');
      expect(answer?.headers['cache-control']).toBe('no-store');
    }
  });

  it.each(['taxpass-practice://oauth/callback', 'taxpass://oauth/callback'])('come back to %s', async (address) => {
    const callback = await per.callback({ redirect_uri: address });
    expect(callback).toMatch(new RegExp(`^${address}\\?code=[0-9a-f]{64}&state=1234567$`));
  });

  it('echo the seed’s long state, and any other, exactly (S3)', async () => {
    for (const state of [`${'1234567890'.repeat(8)}YY`, 'å+b c&d=e%20/?#', '"><b>']) {
      expect(new URL(await per.callback({ state })).searchParams.get('state')).toBe(state);
    }
  });

  it('ask for every API that was asked for', async () => {
    const browser = openBrowser(per.ready.caPem);
    await browser.open(per.authorizeUrl({ scope: 'momsdeklaration agd' }));
    expect((await browser.press(anna())).answer?.body).toContain('anropar API:erna momsdeklaration, agd för');
  });

  it('take a no at consent and before it', async () => {
    const browser = await atConsent();
    expect((await browser.press('Neka')).url).toBe(
      `${per.redirectUri}?error=access_denied&error_description=The%20resource%20owner%20denied%20the%20request&state=1234567`,
    );
    expect((await lastEntry())?.outcome.error).toBe('access_denied');
    await browser.open(per.authorizeUrl({ redirect_uri: 'taxpass://oauth/callback' }));
    expect((await browser.press('Avbryt')).url).toBe(
      'taxpass://oauth/callback?error=access_denied&error_description=Authentication%20was%20cancelled%20by%20the%20user&state=1234567',
    );
  });

  it('belong to the browser that came first, and end with the answer', async () => {
    const browser = openBrowser(per.ready.caPem);
    const { url } = await browser.open(per.authorizeUrl());
    const stranger = await openBrowser(per.ready.caPem).open(url);
    expect(stranger.answer).toMatchObject({ status: 403 });
    expect((await lastEntry())?.outcome).toMatchObject({ error: 'no_session' });
    expect((await browser.open(url)).answer?.status).toBe(200);
    await browser.press(anna());
    const consent = await browser.open(`${url}/medgivande`);
    expect(consent.answer?.body).toContain('Medgivande');
    await browser.press('Godkänn');
    expect((await browser.open(`${url}/medgivande`)).answer?.status).toBe(403);
    expect((await browser.open(url)).answer?.status).toBe(403);
    expect((await browser.open(new URL('/', url).href)).answer?.status).toBe(404);
  });

  it('want the csrf token, a button that is there, and a sign-in before consent', async () => {
    const browser = openBrowser(per.ready.caPem);
    const { url } = await browser.open(per.authorizeUrl());
    expect((await browser.press(anna(), { csrf: 'f'.repeat(32) })).answer?.status).toBe(403);
    await browser.open(url);
    expect((await browser.press(anna(), { val: 'nobody' })).answer?.status).toBe(400);
    const skipped = await browser.open(`${url}/medgivande`);
    expect(skipped.url).toBe(url);
    await browser.press(anna());
    expect((await browser.press('Godkänn', { extra: '1' })).answer?.status).toBe(403);
    const put = await send(url, { method: 'PUT', caPem: per.ready.caPem });
    expect(put).toMatchObject({ status: 405, headers: { allow: 'GET, POST' } });
  });

  it('hold several sign-ins in one browser apart', async () => {
    const browser = openBrowser(per.ready.caPem);
    const first = await browser.open(per.authorizeUrl({ state: 'first' }));
    await browser.open(per.authorizeUrl({ state: 'second' }));
    await browser.press(anna());
    expect((await browser.press('Godkänn')).url).toContain('&state=second');
    await browser.open(first.url);
    await browser.press(anna());
    expect((await browser.press('Godkänn')).url).toContain('&state=first');
  });

  it('do not last for ever', async () => {
    await practice.control.setSwitches({ lifetimeFactor: 0.001 });
    const browser = openBrowser(per.ready.caPem);
    const { url } = await browser.open(per.authorizeUrl());
    await expect.poll(async () => (await browser.open(url)).answer?.status).toBe(403);
  });
});

it('asks for no client certificate on any of its servers (S20)', async () => {
  const { identity, ready } = await orgDriver(practice, 'test');
  const seen = async (url: string) => {
    await send(url, { identity, caPem: per.ready.caPem });
    return (await lastEntry())?.clientCertificate;
  };
  // The same client would show its certificate to a server that asked: the organisation flow's does.
  expect(await seen(ready.authorize)).toMatch(/^[0-9a-f]{64}$/);
  await practice.control.clearLog();
  await openBrowser(per.ready.caPem, identity).open(per.authorizeUrl());
  await per.callback({}, 0, openBrowser(per.ready.caPem, identity));
  await seen(per.ready.token);
  await seen(`${per.ready.api}/momsdeklaration/v1/ping`);
  const entries = await practice.control.log();
  expect(entries.map(({ host }) => host?.split(':')[0]).filter((host, at, all) => all.indexOf(host) === at)).toEqual([
    'peroauth2.test.skatteverket.localhost',
    'login.test.skatteverket.localhost',
    'api.test.skatteverket.localhost',
  ]);
  expect(entries.map(({ clientCertificate }) => clientCertificate)).toEqual(entries.map(() => null));
  await expect(practice.control.issue('test', 'valid', 'x', 'skatteverket-per')).rejects.toThrow(
    'takes no certificates',
  );
});

describe('bad behaviour on demand', () => {
  it('at the callback and before it', async () => {
    await practice.control.setSwitches({ wrongState: true });
    expect(await per.callback()).toMatch(/&state=12345670$/);
    const browser = await atConsent();
    expect((await browser.press('Neka')).url).toMatch(/&state=12345670$/);
    await practice.control.setSwitches({ wrongState: false, dropState: true });
    expect(await per.callback()).toMatch(/\?code=[0-9a-f]{64}$/);
    const authorizeError = { error: 'invalid_request', error_description: 'code_challenge is not supported' };
    await practice.control.setSwitches({ dropState: false, authorizeError });
    expect(await per.callback()).toBe(
      `${per.redirectUri}?error=invalid_request&error_description=code_challenge%20is%20not%20supported&state=1234567`,
    );
    await practice.control.setSwitches({ authorizeError: null, redirectTo: 'https://example.com/' });
    expect((await openBrowser(per.ready.caPem).open(per.authorizeUrl())).url).toBe('https://example.com/');
  });
});

it('brings its keys by post, and keeps test and production apart', async () => {
  for (const [driver, folder] of [
    [per, ''],
    [production, 'produktion'],
  ] as const) {
    const letter = await readFile(join(practice.ready.post, folder, 'API-nycklar e-legitimation OAuth2.txt'), 'utf8');
    expect(letter).toContain('ÖVNING');
    expect(letter).toContain(`OAuth2 client ID: ${driver.post.oauth2.clientId}\n`);
    expect(letter).toContain(`OAuth2 client secret: ${driver.post.oauth2.clientSecret}\n`);
    for (const redirectUri of driver.post.redirectUris) expect(letter).toContain(redirectUri);
  }
  const twins = practice.ready.authorities;
  expect(per.ready.api).toBe(twins['skatteverket-org'].test.api);
  expect(production.ready.api).toBe(twins['skatteverket-org'].production.api);
  expect(new URL(production.ready.authorize).hostname).toBe('peroauth2.skatteverket.localhost');
  const token = await production.signIn();
  expect((await production.ping(production.apiHeaders(token.access_token))).status).toBe(200);
  expect((await per.ping(per.apiHeaders(token.access_token))).status).toBe(401);
});
