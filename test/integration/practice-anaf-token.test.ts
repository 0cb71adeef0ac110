import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSwitches } from '../../electron/practice/switches.ts';
import { anafPayload } from '../fixtures/anaf-token.ts';
import { anafDriver, nonceOf, pairOf } from '../fixtures/anaf-requests.ts';
import type { AnafDriver } from '../fixtures/anaf-requests.ts';
import { startPractice } from '../fixtures/practice.ts';
import type { RunningPractice } from '../fixtures/practice.ts';

let practice: RunningPractice;
let anaf: AnafDriver;

beforeAll(async () => {
  practice = await startPractice();
  anaf = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(() => practice.control.setSwitches(defaultSwitches));

const lastEntry = async () => (await practice.control.log()).at(-1);
const errorOf = (body: string) => JSON.parse(body) as { error: string; error_description?: string };
const partOf = (token: string, part: 0 | 1) =>
  JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString()) as Record<string, unknown>;
const livingClaims = {
  iat: expect.any(Number) as number,
  exp: expect.any(Number) as number,
  nbf: expect.any(Number) as number,
};

describe('the exchange', () => {
  it('answers 200 with four fields, and no certificate is shown (R20)', async () => {
    const answer = await anaf.exchange(await anaf.code());
    expect(answer.status).toBe(200);
    expect(Object.keys(JSON.parse(answer.body) as object)).toEqual([
      'access_token',
      'refresh_token',
      'token_type',
      'expires_in',
    ]);
    expect(pairOf(answer)).toMatchObject({ token_type: 'Bearer', expires_in: 7_776_000 });
    const entry = await lastEntry();
    expect(entry).toMatchObject({ authority: 'anaf', endpoint: 'token', clientCertificate: null });
  });

  it('gives a token as the seed shows it, signed with RS512 (R13, R14, R16)', async () => {
    const { access_token: token } = await anaf.pair();
    const [header, payload, signature] = token.split('.');
    const key = createPublicKey((await practice.control.keys())['anaf'] ?? '');
    const signed = Buffer.from(`${header}.${payload}`);
    expect(verify('sha512', signed, key, Buffer.from(signature ?? '', 'base64url'))).toBe(true);
    expect(partOf(token, 0)).toEqual({ alg: 'RS512', kid: expect.stringMatching(/^anaf_practice_\w+$/) as string });

    const claims = partOf(token, 1);
    const { clientId } = anaf.post.oauth2;
    const { serial } = anaf.post;
    const role = 'HELLO, EFACTURA, ETRANSPORT, SRV_EFACTURA';
    expect(Object.keys(claims)).toEqual([...Object.keys(anafPayload), 'jti']);
    expect(claims).toEqual({
      ...anafPayload,
      scope_data: anafPayload.scope_data.map(({ id, value }) => ({
        id,
        value: id === 'clientappid' ? clientId : id === 'serial' ? serial : value,
      })),
      iss: 'https://logincert.anaf.localhost',
      clientappid: clientId,
      etrasport: 'ETRANSPORT',
      role,
      serial,
      ...livingClaims,
      jti: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    const { iat, exp, nbf } = claims as { iat: number; exp: number; nbf: number };
    expect([exp - iat, iat - nbf]).toEqual([7_776_000, 300]);
    expect(Math.abs(Date.now() / 1000 - iat)).toBeLessThan(60);
  });

  it('has a refresh token that is a JWT of 365 days with a family (R15)', async () => {
    const claims = partOf((await anaf.pair()).refresh_token, 1) as { exp: number; iat: number; family: string };
    expect(claims.exp - claims.iat).toBe(365 * 24 * 60 * 60);
    expect(claims.family).toMatch(/^[0-9a-f]{32}$/);
  });

  it('has the other spelling, fewer roles or other lifetimes by switch', async () => {
    await practice.control.setSwitches({ etransportClaim: true, anafRoles: ['HELLO'] });
    const claims = partOf((await anaf.pair()).access_token, 1);
    expect(claims).toMatchObject({ etransport: '', etrasport: '', efactura: '', hello: 'HELLO', role: 'HELLO' });
    await practice.control.setSwitches({ anafAccessSeconds: 600, anafRefreshSeconds: 4200, lifetimeFactor: 0.5 });
    const pair = await anaf.pair();
    expect(pair.expires_in).toBe(300);
    const lives = [pair.access_token, pair.refresh_token].map((token) => {
      const { exp, iat } = partOf(token, 1) as { exp: number; iat: number };
      return exp - iat;
    });
    expect(lives).toEqual([300, 2100]);
  });

  it('gives 64 hex digits where either token_content_type is missing (R8)', async () => {
    const without = { token_content_type: null };
    for (const answer of [
      await anaf.exchange(await anaf.code(without)),
      await anaf.exchange(await anaf.code(), without),
      await anaf.exchange(await anaf.code(without), without),
    ]) {
      const pair = pairOf(answer);
      expect(pair.access_token).toMatch(/^[0-9a-f]{64}$/);
      const renewed = pairOf(await anaf.refresh(pair.refresh_token));
      expect(renewed.access_token).toMatch(/^[0-9a-f]{64}$/);
      expect((await anaf.api('/TestOauth/jaxrs/hello?name=Ana', renewed.access_token)).status).toBe(401);
    }
  });

  it.each<[string, string, Record<string, string | null>]>([
    ['client_id in the body (R5)', 'invalid_request', { client_id: 'x' }],
    ['client_secret in the body (R5)', 'invalid_request', { client_secret: 'x' }],
    ['a scope (R6)', 'invalid_request', { scope: 'read' }],
    ['an empty scope (R6)', 'invalid_request', { scope: '' }],
    ['state', 'invalid_request', { state: 'S1' }],
    ['PKCE', 'invalid_request', { code_verifier: 'x' }],
    ['access_key', 'invalid_request', { access_key: 'code' }],
    ['no redirect_uri', 'invalid_request', { redirect_uri: null }],
    ['another redirect_uri', 'invalid_grant', { redirect_uri: 'https://oauth.pstmn.io/v1/callback' }],
    ['another token_content_type', 'invalid_request', { token_content_type: 'opaque' }],
    ['no grant_type', 'invalid_request', { grant_type: null }],
    ['another grant_type', 'unsupported_grant_type', { grant_type: 'client_credentials' }],
    ['an unknown code', 'invalid_grant', { code: 'f'.repeat(64) }],
  ])('refuses %s and keeps the code', async (_what, error, change) => {
    const code = await anaf.code();
    const answer = await anaf.exchange(code, change);
    expect(answer.status).toBe(400);
    expect(errorOf(answer.body).error).toBe(error);
    expect((await lastEntry())?.outcome).toMatchObject({ status: 400, error });
    expect((await anaf.exchange(code)).status).toBe(200);
  });

  it('wants exactly one good Basic header (R5)', async () => {
    const { clientId, clientSecret } = anaf.post.oauth2;
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    const body = `grant_type=authorization_code&code=${await anaf.code()}&redirect_uri=${encodeURIComponent(anaf.post.redirectUris[0])}`;
    const good = basic(`${clientId}:${clientSecret}`);
    for (const headers of [
      type,
      { ...type, Authorization: 'Basic !' },
      { ...type, Authorization: basic(clientId) },
      { ...type, Authorization: basic(`${clientId}:${clientSecret}0`) },
      { ...type, Authorization: basic(`x:${clientSecret}`) },
      { ...type, Authorization: `Bearer ${clientSecret}` },
    ]) {
      const answer = await anaf.postToken({}, { headers, body });
      expect(answer.status).toBe(400);
      expect(errorOf(answer.body).error).toBe('invalid_client');
    }
    expect((await anaf.postToken({}, { headers: { ...type, Authorization: good }, body })).status).toBe(200);
  });

  it('takes a charset with the content type, and no other type', async () => {
    const { clientId, clientSecret } = anaf.post.oauth2;
    const Authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const fields = { grant_type: 'authorization_code', redirect_uri: anaf.post.redirectUris[0] };
    for (const [type, status] of [
      ['application/x-www-form-urlencoded;charset=UTF-8', 200],
      ['application/x-www-form-urlencoded; charset=utf-8', 200],
      ['application/json', 400],
      ['text/plain', 400],
    ] as const) {
      const headers = { Authorization, 'Content-Type': type };
      expect((await anaf.postToken({ ...fields, code: await anaf.code() }, { headers })).status).toBe(status);
    }
  });

  it('sends to the policy whoever comes with GET or without a body', async () => {
    const toPolicy = { status: 302, headers: { location: '/my.policy' } };
    expect(await anaf.send(`${anaf.ready.token}?grant_type=refresh_token`)).toMatchObject(toPolicy);
    expect(await anaf.postToken({})).toMatchObject(toPolicy);
    expect((await anaf.send(`${anaf.ready.token}?x=1`, { method: 'POST', body: 'a=b' })).status).toBe(400);
  });

  it('takes a code once', async () => {
    const code = await anaf.code();
    expect((await anaf.exchange(code)).status).toBe(200);
    expect(errorOf((await anaf.exchange(code)).body).error).toBe('invalid_grant');
    expect((await lastEntry())?.outcome.reason).toBe('code is used');
  });

  it('resets the connection for a code that is late, or says so by switch', async () => {
    const issueLate = async () => {
      // The session keeps the end it was opened with; only the code is short-lived.
      const { answer, cookie } = await anaf.follow(anaf.authorizeUrl());
      await practice.control.setSwitches({ lifetimeFactor: 1e-9 });
      const out = await anaf.send(new URL('/my.policy_nonce', anaf.ready.authorize).href, {
        method: 'POST',
        identity: anaf.identity,
        headers: { Cookie: cookie },
        body: `nonce=${nonceOf(answer.body)}`,
      });
      return new URL(String(out.headers['location'])).searchParams.get('code') ?? '';
    };
    await expect(anaf.exchange(await issueLate())).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await lastEntry())?.outcome).toEqual({ status: null, error: 'invalid_grant', reason: 'code is expired' });
    await practice.control.setSwitches({ lifetimeFactor: 1, answerLateCode: true });
    const answer = await anaf.exchange(await issueLate());
    expect([answer.status, errorOf(answer.body).error]).toEqual([400, 'invalid_grant']);
  });
});

describe('the refresh', () => {
  it('gives both tokens new, in the same family, and spends the old refresh token (R9, R15, R20)', async () => {
    const first = await anaf.pair();
    const second = pairOf(await anaf.refresh(first.refresh_token));
    expect(second.access_token).not.toBe(first.access_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(partOf(second.refresh_token, 1)['family']).toBe(partOf(first.refresh_token, 1)['family']);
    const entry = await lastEntry();
    expect(entry?.clientCertificate).toBe(null);

    expect(errorOf((await anaf.refresh(first.refresh_token)).body).error).toBe('invalid_grant');
    expect((await lastEntry())?.outcome.reason).toBe('refresh token is spent');
    expect((await anaf.refresh(second.refresh_token)).status).toBe(200);
    // A superseded access token lives on until its exp (R19).
    expect((await anaf.api('/TestOauth/jaxrs/hello?name=Ana', first.access_token)).status).toBe(200);
  });

  it.each<[string, Record<string, string | null>]>([
    ['token_content_type (R9)', { token_content_type: 'jwt' }],
    ['client_id', { client_id: 'x' }],
    ['client_secret', { client_secret: 'x' }],
    ['scope', { scope: '' }],
    ['redirect_uri', { redirect_uri: 'https://localhost:9002/callback' }],
    ['no refresh token', { refresh_token: null }],
  ])('refuses %s and keeps the refresh token', async (_what, change) => {
    const { refresh_token: refreshToken } = await anaf.pair();
    const answer = await anaf.refresh(refreshToken, change);
    expect([answer.status, errorOf(answer.body).error]).toEqual([400, 'invalid_request']);
    expect((await anaf.refresh(refreshToken)).status).toBe(200);
  });

  it('tolerates token_content_type by switch', async () => {
    await practice.control.setSwitches({ allowRefreshContentType: true });
    const { refresh_token: refreshToken } = await anaf.pair();
    expect((await anaf.refresh(refreshToken, { token_content_type: 'jwt' })).status).toBe(200);
  });

  it('refuses a changed, an unknown and an access token', async () => {
    const pair = await anaf.pair();
    for (const bad of [`${pair.refresh_token}A`, 'f'.repeat(64), pair.access_token]) {
      expect(errorOf((await anaf.refresh(bad)).body).error).toBe('invalid_grant');
    }
  });

  it('says in F5’s words that a refresh token has ended', async () => {
    await practice.control.setSwitches({ anafRefreshSeconds: 1 });
    const { refresh_token: refreshToken } = await anaf.pair();
    const { exp } = partOf(refreshToken, 1) as { exp: number };
    await expect.poll(() => Date.now() / 1000).toBeGreaterThan(exp);
    const answer = await anaf.refresh(refreshToken);
    expect(answer.status).toBe(400);
    expect(errorOf(answer.body)).toEqual({
      error: 'invalid_request',
      error_description: 'Refresh Token status is expired',
    });
  });

  it('answers the last refresh token again in its grace, with the very same pair', async () => {
    await practice.control.setSwitches({ refreshGraceSeconds: 60 });
    const first = await anaf.pair();
    const second = pairOf(await anaf.refresh(first.refresh_token));
    expect(pairOf(await anaf.refresh(first.refresh_token))).toEqual(second);
    const third = pairOf(await anaf.refresh(second.refresh_token));
    expect(errorOf((await anaf.refresh(first.refresh_token)).body).error).toBe('invalid_grant');
    expect(pairOf(await anaf.refresh(second.refresh_token))).toEqual(third);
    await practice.control.setSwitches({ refreshGraceSeconds: 0 });
    expect(errorOf((await anaf.refresh(second.refresh_token)).body).error).toBe('invalid_grant');
  });

  it('ends the family where a spent token comes again, by switch, and no other', async () => {
    await practice.control.setSwitches({ reuseRevokesFamily: true });
    const other = await anaf.pair();
    const first = await anaf.pair();
    const second = pairOf(await anaf.refresh(first.refresh_token));
    await anaf.refresh(first.refresh_token);
    expect((await lastEntry())?.outcome.reason).toContain('family is revoked');
    expect(errorOf((await anaf.refresh(second.refresh_token)).body).error).toBe('invalid_grant');
    expect((await anaf.refresh(other.refresh_token)).status).toBe(200);
  });
});

describe('faults', () => {
  const set = (change: Partial<typeof defaultSwitches>) => practice.control.setSwitches(change);

  it('that spend nothing', async () => {
    const { refresh_token: refreshToken } = await anaf.pair();
    await set({ resetBeforeCommit: true });
    await expect(anaf.refresh(refreshToken)).rejects.toMatchObject({ code: 'ECONNRESET' });
    for (const [change, status, type] of [
      [{ token502Html: true }, 502, 'text/html; charset=utf-8'],
      [{ tokenHtml: true }, 200, 'text/html; charset=utf-8'],
      [{ tokenStatus500: true }, 500, 'text/html; charset=utf-8'],
      [
        { tokenError: { error: 'temporarily_unavailable', error_description: 'later' } },
        400,
        'application/json; charset=UTF-8',
      ],
    ] as const) {
      await set({ ...defaultSwitches, ...change });
      const answer = await anaf.refresh(refreshToken);
      expect([answer.status, answer.headers['content-type']]).toEqual([status, type]);
    }
    await set({ ...defaultSwitches, retryAfterSeconds: 7 });
    expect(await anaf.refresh(refreshToken)).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    await set(defaultSwitches);
    expect((await anaf.refresh(refreshToken)).status).toBe(200);
  });

  it('a 500 that spends the code', async () => {
    const code = await anaf.code();
    await set({ tokenStatus500: true });
    expect((await anaf.exchange(code)).status).toBe(500);
    await set({ tokenStatus500: false });
    expect(errorOf((await anaf.exchange(code)).body).error).toBe('invalid_grant');
  });

  it.each<[string, Partial<typeof defaultSwitches>]>([
    ['a reset after the commit', { resetAfterCommit: true }],
    ['a cut in the answer', { answerCutAfterBytes: 100 }],
    ['a cut before the answer’s body', { answerCutAfterBytes: 0 }],
  ])('%s, which spends, and only a grace brings the pair back', async (_what, change) => {
    const { refresh_token: refreshToken } = await anaf.pair();
    await set(change);
    await expect(anaf.refresh(refreshToken)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await set(defaultSwitches);
    expect(errorOf((await anaf.refresh(refreshToken)).body).error).toBe('invalid_grant');
    await set({ refreshGraceSeconds: 60 });
    expect((await anaf.refresh(refreshToken)).status).toBe(200);
  });

  it('an answer that never comes, while the process still ends', async () => {
    const own = await startPractice({ switches: { hangToken: true } });
    const driver = await anafDriver(own);
    const asked = driver.exchange(await driver.code());
    asked.catch(() => undefined);
    await expect.poll(async () => (await own.control.log()).at(-1)?.outcome.status).toBe(null);
    await own.stop();
    await expect(asked).rejects.toThrow();
  });

  it('“255” where two requests of a user overlap, and not otherwise', async () => {
    const [one, two] = [await anaf.pair(), await anaf.pair()];
    await set({ rateLimit255: true, tokenDelayMs: 2000 });
    const seq = (await lastEntry())?.seq ?? 0;
    const slow = anaf.refresh(one.refresh_token);
    await expect.poll(async () => (await practice.control.log(seq)).length).toBe(1);
    const refused = await anaf.refresh(two.refresh_token);
    expect(errorOf(refused.body).error_description).toBe('Error 255');
    expect((await slow).status).toBe(200);
    await set({ tokenDelayMs: 0 });
    expect((await anaf.refresh(two.refresh_token)).status).toBe(200);
  });
});

it('has no secret-bearing reason in the log', async () => {
  const { refresh_token: refreshToken } = await anaf.pair();
  await anaf.refresh(`${refreshToken}x`);
  const digest = createHash('sha256').update(refreshToken).digest('hex');
  for (const { outcome } of await practice.control.log()) {
    expect(outcome.reason ?? '').not.toContain(refreshToken);
    expect(outcome.reason ?? '').not.toContain(digest);
  }
});
