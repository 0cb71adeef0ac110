import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSwitches } from '../../electron/practice/switches.ts';
import { startPractice } from '../fixtures/practice.ts';
import type { RunningPractice } from '../fixtures/practice.ts';
import { openRsaP12, orgDriver } from '../fixtures/practice-requests.ts';
import type { OrgDriver } from '../fixtures/practice-requests.ts';

let practice: RunningPractice;
let org: OrgDriver;

beforeAll(async () => {
  practice = await startPractice();
  org = await orgDriver(practice, 'test');
});
afterAll(() => practice.stop());
beforeEach(() => practice.control.setSwitches(defaultSwitches));

const lastEntry = async () => (await practice.control.log()).at(-1);
const errorOf = (body: string) => JSON.parse(body) as { error: string; error_description?: string };

describe('token', () => {
  const formType = 'application/x-www-form-urlencoded;charset=UTF-8';

  it('answers exactly as the seed, without a refresh token', async () => {
    const answer = await org.postToken(org.tokenBody(await org.code()));
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=UTF-8');
    expect(Object.keys(JSON.parse(answer.body) as object)).toEqual([
      'access_token',
      'expires_in',
      'token_type',
      'scope',
    ]);
  });

  it.each<[string, string, Record<string, string | null>]>([
    ['an unknown field', 'invalid_request', { token_content_type: 'jwt' }],
    ['PKCE', 'invalid_request', { code_verifier: 'x' }],
    ['no redirect_uri', 'invalid_request', { redirect_uri: null }],
    ['no client_secret', 'invalid_request', { client_secret: null }],
    ['another redirect_uri', 'invalid_request', { redirect_uri: 'https://localhost/test/' }],
    ['a refresh', 'unsupported_grant_type', { grant_type: 'refresh_token' }],
    ['a password grant', 'invalid_request', { grant_type: 'password' }],
    ['an unknown client_id', 'invalid_client', { client_id: 'x' }],
    ['a wrong client_secret', 'invalid_client', { client_secret: 'x' }],
    ['an unknown code', 'invalid_grant', { code: 'f'.repeat(64) }],
    ['an unregistered scope', 'invalid_scope', { scope: 'foo bar' }],
    ['scopes not separated by one space', 'invalid_scope', { scope: 'foo  agd' }],
  ])('refuses %s and keeps the code', async (_what, error, change) => {
    const code = await org.code();
    const answer = await org.postToken(org.tokenBody(code, change));
    expect(answer.status).toBe(400);
    expect(errorOf(answer.body).error).toBe(error);
    expect((await lastEntry())?.outcome).toMatchObject({ status: 400, error });
    expect((await org.postToken(org.tokenBody(code))).status).toBe(200);
  });

  it('words the refusals as Skatteverket does', async () => {
    const body = (change: Record<string, string>) => org.postToken(org.tokenBody('f'.repeat(64), change));
    const description = async (change: Record<string, string>) => errorOf((await body(change)).body).error_description;
    expect(await description({ client_secret: 'x' })).toBe('Client authentication (client_secret) failed');
    expect(await description({ redirect_uri: 'https://localhost/' })).toBe('Redirect-URI does not match');
    expect(await description({ grant_type: 'password' })).toContain('does not support ROPC grant');
    const { clientId, clientSecret } = org.post.otherFlowOauth2;
    expect(await description({ client_id: clientId, client_secret: clientSecret })).toContain('through this endpoint');
  });

  it.each<[string, Record<string, string>]>([
    ['the charset', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['a form', { 'Content-Type': 'application/json' }],
    ['a body without Basic', { 'Content-Type': formType, Authorization: 'Basic eDp5' }],
  ])('wants %s', async (_what, headers) => {
    const answer = await org.postToken(org.tokenBody(await org.code()), { headers });
    expect(errorOf(answer.body).error).toBe('invalid_request');
  });

  it('tolerates case and a space in the content type, refuses a query, a repeated field and a GET', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' };
    expect((await org.postToken(org.tokenBody(await org.code()), { headers })).status).toBe(200);
    const body = org.tokenBody(await org.code());
    expect((await org.postToken(body, {}, `${org.ready.token}?x=1`)).status).toBe(400);
    expect((await org.postToken(`${body}&code=x`)).status).toBe(400);
    expect((await org.get(org.ready.token)).status).toBe(405);
    expect((await org.postToken(body)).status).toBe(200);
  });

  it('wants the certificate that signed in', async () => {
    const code = await org.code();
    const denied = await org.postToken(org.tokenBody(code), { identity: null });
    expect(errorOf(denied.body).error).toBe('access_denied');
    const { path } = await practice.control.issue('test', 'valid', '1');
    const other = await org.postToken(org.tokenBody(code), { identity: openRsaP12(path, '1') });
    expect(errorOf(other.body).error).toBe('invalid_grant');
    expect((await lastEntry())?.outcome.reason).toBe('code was given to another certificate');
  });

  it('takes a code once, and for five minutes (S7)', async () => {
    const body = org.tokenBody(await org.code());
    expect((await org.postToken(body)).status).toBe(200);
    expect(errorOf((await org.postToken(body)).body).error).toBe('invalid_grant');
    expect((await lastEntry())?.outcome.reason).toBe('code is used');
    await practice.control.setSwitches({ lifetimeFactor: 0.01 });
    const late = org.tokenBody(await org.code());
    await practice.control.setSwitches({ lifetimeFactor: 1 });
    // Another certificate can look at the code without spending it.
    const { path } = await practice.control.issue('test', 'valid', '1');
    const identity = openRsaP12(path, '1');
    const look = async () => {
      await org.postToken(late, { identity });
      return (await lastEntry())?.outcome.reason;
    };
    expect(await look()).toBe('code was given to another certificate');
    await expect.poll(look, { timeout: 10_000, interval: 200 }).toBe('code is expired');
    expect(errorOf((await org.postToken(late)).body).error).toBe('invalid_grant');
  });

  it('gives several scopes from the body (S10), the authorize query’s without one, and none out of nothing', async () => {
    const scopeOf = async (code: string, change?: Record<string, string>) => {
      const answer = await org.postToken(org.tokenBody(code, change));
      return JSON.parse(answer.body) as { scope?: string; error?: string };
    };
    expect((await scopeOf(await org.code({ scope: null }), { scope: 'agd momsdeklaration' })).scope).toBe(
      'agd momsdeklaration',
    );
    expect((await scopeOf(await org.code({ scope: 'agd' }))).scope).toBe('agd');
    expect((await scopeOf(await org.code({ scope: null }))).error).toBe('invalid_scope');
  });

  it('limits the living tokens', async () => {
    const { path } = await practice.control.issue('test', 'valid', '1');
    const identity = openRsaP12(path, '1');
    await practice.control.setSwitches({ tokenLimit: 1 });
    const ask = async () => org.postToken(org.tokenBody(await org.code({}, identity)), { identity });
    expect((await ask()).status).toBe(200);
    expect((await ask()).body).toContain('This user has reached configured access token limit');
  });
});

describe('bad behaviour on demand', () => {
  it('at the callback', async () => {
    const location = async () => (await org.follow(org.authorizeUrl())).headers['location'];
    await practice.control.setSwitches({ wrongState: true });
    expect(await location()).toMatch(/&state=12345670$/);
    await practice.control.setSwitches({ wrongState: false, dropState: true });
    expect(await location()).toMatch(/\?code=[0-9a-f]{64}$/);
    const authorizeError = { error: 'server_error', error_description: 'Try later' };
    await practice.control.setSwitches({ dropState: false, authorizeError });
    expect(await location()).toBe(
      'https://localhost/test?error=server_error&error_description=Try%20later&state=1234567',
    );
    await practice.control.setSwitches({ redirectTo: 'https://elsewhere.localhost:1/' });
    expect(await location()).toBe('https://elsewhere.localhost:1/');
    await practice.control.setSwitches({ redirectTo: null, redirectLoop: true });
    await expect(location()).rejects.toThrow('redirected too often');
  });

  it('at the token endpoint', async () => {
    const ask = async () => org.postToken(org.tokenBody(await org.code()));
    await practice.control.setSwitches({ tokenScope: 'agd' });
    expect((await ask()).body).toContain('"scope":"agd"');
    await practice.control.setSwitches({ tokenHtml: true });
    expect(await ask()).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    await practice.control.setSwitches({ tokenHtml: false, tokenStatus500: true });
    expect((await ask()).status).toBe(500);
    const tokenError = { error: 'invalid_request', error_description: 'x' };
    await practice.control.setSwitches({ tokenStatus500: false, tokenError });
    expect(await ask()).toMatchObject({ status: 400, body: JSON.stringify(tokenError) });
  });

  it('refuses a switch that does not exist', async () => {
    const change = { tokenHtml: true, tokenHTML: true };
    await expect(practice.control.setSwitches(change)).rejects.toThrow('400');
    expect((await practice.control.switches()).tokenHtml).toBe(false);
  });
});
