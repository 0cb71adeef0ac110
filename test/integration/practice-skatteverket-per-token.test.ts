import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRefreshTokens } from '../../electron/practice/skatteverket/per-refresh-tokens.ts';
import type { StoredRefreshToken } from '../../electron/practice/skatteverket/per-refresh-tokens.ts';
import { defaultSwitches } from '../../electron/practice/switches.ts';
import { perDriver } from '../fixtures/practice-per-requests.ts';
import type { PerDriver, TokenJson } from '../fixtures/practice-per-requests.ts';
import { startPractice } from '../fixtures/practice.ts';
import type { RunningPractice } from '../fixtures/practice.ts';

let practice: RunningPractice;
let per: PerDriver;

beforeAll(async () => {
  practice = await startPractice();
  per = await perDriver(practice, 'test');
});
afterAll(() => practice.stop());
beforeEach(async () => {
  await practice.control.setSwitches(defaultSwitches);
  // Ends every session, so that no test counts another's refresh tokens.
  await practice.control.revokeTokens();
});

const lastEntry = async () => (await practice.control.log()).at(-1);
const errorOf = (body: string) => JSON.parse(body) as { error: string; error_description?: string };
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const pkce = {
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
};
const limit = 'This user has reached configured access token limit';

describe('a code', () => {
  it('becomes the seed’s answer', async () => {
    const answer = await per.postToken(per.exchangeBody(await per.code({ scope: 'foo' })));
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=UTF-8');
    expect(answer.body).toMatch(
      /^\{"access_token":"[0-9a-f]{64}","expires_in":3600,"token_type":"Bearer","scope":"foo","refresh_token":"[0-9a-f]{64}"\}$/,
    );
    expect(await lastEntry()).toMatchObject({ authority: 'skatteverket-per', endpoint: 'token' });
  });

  it.each<[string, string, Record<string, string | null>]>([
    ['an unknown field', 'invalid_request', { state: '1234567' }],
    ['no redirect_uri', 'invalid_request', { redirect_uri: null }],
    ['no client_secret', 'invalid_request', { client_secret: null }],
    ['an empty field', 'invalid_request', { scope: '' }],
    ['an unregistered redirect_uri', 'invalid_request', { redirect_uri: 'https://localhost/test' }],
    ['another registered redirect_uri', 'invalid_request', { redirect_uri: 'taxpass://oauth/callback' }],
    ['a verifier without a challenge', 'invalid_request', { code_verifier: verifier }],
    ['a refresh token beside it', 'invalid_request', { refresh_token: 'f'.repeat(64) }],
    ['another grant type', 'unsupported_grant_type', { grant_type: 'client_credentials' }],
    ['a password grant', 'invalid_request', { grant_type: 'password' }],
    ['an unknown client_id', 'invalid_client', { client_id: 'x' }],
    ['a wrong client_secret', 'invalid_client', { client_secret: 'x' }],
    ['an unknown code', 'invalid_grant', { code: 'f'.repeat(64) }],
    ['an unregistered scope', 'invalid_scope', { scope: 'foo bar' }],
  ])('is refused with %s, and kept', async (_what, error, change) => {
    const code = await per.code();
    const answer = await per.postToken(per.exchangeBody(code, change));
    expect(answer.status).toBe(400);
    expect(errorOf(answer.body).error).toBe(error);
    expect((await per.postToken(per.exchangeBody(code))).status).toBe(200);
  });

  it('wants the seed’s form: charset, no Basic, no query, POST', async () => {
    const body = per.exchangeBody(await per.code());
    const type = 'application/x-www-form-urlencoded;charset=UTF-8';
    for (const headers of [
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      { 'Content-Type': type, Authorization: 'Basic eDp5' },
    ]) {
      expect(errorOf((await per.postToken(body, { headers })).body).error).toBe('invalid_request');
    }
    expect((await per.postToken(body, {}, `${per.ready.token}?x=1`)).status).toBe(400);
    expect((await per.postToken(`${body}&code=x`)).status).toBe(400);
    expect((await per.postToken(body, { method: 'PUT' })).status).toBe(405);
    expect((await per.postToken(body)).status).toBe(200);
  });

  it('goes for one token, for five minutes (S7), and at its own flow', async () => {
    const body = per.exchangeBody(await per.code());
    expect((await per.postToken(body)).status).toBe(200);
    expect(errorOf((await per.postToken(body)).body).error).toBe('invalid_grant');
    expect((await lastEntry())?.outcome.reason).toBe('code is used');
    await practice.control.setSwitches({ lifetimeFactor: 0.01 });
    const late = await per.code();
    await practice.control.setSwitches({ lifetimeFactor: 1 });
    const look = async () => {
      // The wrong redirect URI leaves the code as it is.
      await per.postToken(per.exchangeBody(late, { redirect_uri: 'taxpass://oauth/callback' }));
      return (await lastEntry())?.outcome.reason;
    };
    expect(await look()).toBe('Redirect-URI does not match');
    await expect.poll(look, { timeout: 10_000, interval: 200 }).toBe('code is expired');
    expect(errorOf((await per.postToken(per.exchangeBody(late))).body).error).toBe('invalid_grant');
    const org = (await practice.control.post())['skatteverket-org'].test.oauth2;
    const keys = { client_id: org.clientId, client_secret: org.clientSecret };
    expect(errorOf((await per.postToken(per.exchangeBody('x', keys))).body).error).toBe('unauthorized_client');
  });

  it('takes its scopes from the body where that has some (S10)', async () => {
    const answer = await per.postToken(per.exchangeBody(await per.code(), { scope: 'agd momsdeklaration' }));
    expect(errorOf(answer.body)).toMatchObject({ scope: 'agd momsdeklaration' });
  });

  it('with PKCE wants the verifier of RFC 7636, right and there', async () => {
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(pkce.code_challenge);
    const code = await per.code(pkce);
    for (const [change, reason] of [
      [{}, 'code_verifier is missing'],
      [{ code_verifier: verifier.replace('d', 'e') }, 'code_verifier does not match code_challenge'],
      [{ code_verifier: pkce.code_challenge }, 'code_verifier does not match code_challenge'],
      [{ code_verifier: 'short' }, 'code_verifier is not of the right form'],
    ] as const) {
      const refused = await per.postToken(per.exchangeBody(code, change));
      expect(refused.status).toBe(400);
      expect(errorOf(refused.body).error).toBe('invalid_grant');
      expect((await lastEntry())?.outcome.reason).toBe(reason);
    }
    await practice.control.setSwitches({ refusePkce: true });
    const refused = await per.postToken(per.exchangeBody(code, { code_verifier: verifier }));
    expect(errorOf(refused.body).error_description).toContain('unknown parameter: code_verifier');
    await practice.control.setSwitches({ refusePkce: false });
    expect((await per.postToken(per.exchangeBody(code, { code_verifier: verifier }))).status).toBe(200);
  });
});

describe('a refresh token', () => {
  it('gives a new pair and is spent by that (S18)', async () => {
    const first = await per.signIn(0, { scope: 'momsdeklaration agd' });
    const second = await per.refresh(first.refresh_token ?? '');
    expect(second.status).toBe(200);
    expect(second.body).toMatch(
      /^\{"access_token":"[0-9a-f]{64}","expires_in":3600,"token_type":"Bearer","scope":"momsdeklaration agd","refresh_token":"[0-9a-f]{64}"\}$/,
    );
    expect(second.json.refresh_token).not.toBe(first.refresh_token);
    for (const { access_token } of [first, second.json]) {
      expect((await per.ping(per.apiHeaders(access_token))).status).toBe(200);
    }
    const again = await per.refresh(first.refresh_token ?? '');
    expect(again).toMatchObject({ status: 404, json: { error: 'id_not_found' } });
    expect(again.json.error_description).toBe('refresh token is not found');
    expect((await lastEntry())?.outcome.reason).toBe('refresh token is spent');
    expect((await per.refresh('f'.repeat(64))).status).toBe(404);
    expect((await per.refresh(second.json.refresh_token ?? '')).status).toBe(200);
  });

  it('stays the same where the authority does not rotate', async () => {
    await practice.control.setSwitches({ rotateRefresh: false });
    const { refresh_token = '' } = await per.signIn();
    for (let time = 0; time < 12; time += 1) {
      const { status, json } = await per.refresh(refresh_token);
      expect(status).toBe(200);
      expect(Object.keys(json)).toEqual(['access_token', 'expires_in', 'token_type', 'scope']);
    }
  });

  it.each<[string, string, Record<string, string | null>]>([
    ['a scope', 'invalid_request', { scope: 'momsdeklaration' }],
    ['a redirect_uri', 'invalid_request', { redirect_uri: 'https://localhost/my-redirect-uri' }],
    ['a verifier', 'invalid_request', { code_verifier: verifier }],
    ['no client_secret', 'invalid_request', { client_secret: null }],
    ['no client_id', 'invalid_request', { client_id: null }],
    ['a wrong client_secret', 'invalid_client', { client_secret: 'x' }],
  ])('is refused with %s, and kept', async (_what, error, change) => {
    const { refresh_token = '' } = await per.signIn();
    const refused = await per.postToken(per.refreshBody(refresh_token, change));
    expect(refused.status).toBe(400);
    expect(errorOf(refused.body).error).toBe(error);
    expect((await per.refresh(refresh_token)).status).toBe(200);
  });

  it('ends after its lifetime', async () => {
    const code = await per.code();
    await practice.control.setSwitches({ lifetimeFactor: 0.001 });
    const answer = await per.postToken(per.exchangeBody(code));
    const { access_token, expires_in, refresh_token = '' } = JSON.parse(answer.body) as TokenJson;
    expect(expires_in).toBe(4);
    const began = Date.now();
    // A body that is refused leaves the refresh token as it is; the switch refuses after looking at it.
    await practice.control.setSwitches({ tokenError: { error: 'temporarily_unavailable', error_description: 'x' } });
    const look = async () => (await per.refresh(refresh_token)).json;
    expect((await look()).error).toBe('temporarily_unavailable');
    await expect.poll(look, { timeout: 10_000, interval: 50 }).toEqual({
      error: 'access_denied',
      error_description: 'Refresh Token status is expired',
    });
    expect(Date.now() - began).toBeGreaterThan(3_500);
    await expect.poll(async () => (await per.ping(per.apiHeaders(access_token))).status, { timeout: 10_000 }).toBe(401);
    expect(await lastEntry()).toMatchObject({
      authority: 'skatteverket-per',
      endpoint: 'api:/momsdeklaration/v1/ping',
      outcome: { reason: 'token is expired' },
    });
  });

  it('is given ten times to a person in a session, sign-ins included (S19)', async () => {
    let { refresh_token = '' } = await per.signIn();
    for (let given = 2; given <= 9; given += 1) {
      const { status, json } = await per.refresh(refresh_token);
      expect(status).toBe(200);
      refresh_token = json.refresh_token ?? '';
    }
    expect((await per.signIn()).refresh_token).toHaveLength(64);
    const eleventh = await per.refresh(refresh_token);
    expect(eleventh).toMatchObject({
      status: 400,
      json: { error: 'invalid_request', error_description: limit },
    });
    expect((await lastEntry())?.outcome.reason).toContain('refresh tokens');
    expect(await per.signIn()).toMatchObject({ error_description: limit });
    // Another person is not concerned, nor is the same person at the other environment.
    expect((await per.signIn(1)).refresh_token).toHaveLength(64);
    expect((await (await perDriver(practice, 'production')).signIn()).refresh_token).toHaveLength(64);
    // The refused refresh spent nothing.
    await practice.control.setSwitches({ refreshLimit: 11 });
    expect((await per.refresh(refresh_token)).status).toBe(200);
    await practice.control.setSwitches({ refreshLimit: 0 });
    expect(await per.signIn(2)).toMatchObject({ error_description: limit });
  });

  it('is not found once every token was revoked', async () => {
    const { access_token, refresh_token = '' } = await per.signIn();
    expect(await practice.control.revokeTokens()).toBe(2);
    expect((await per.refresh(refresh_token)).status).toBe(404);
    expect((await per.ping(per.apiHeaders(access_token))).body).toBe('{"error":"Token has been revoked."}');
  });

  it('survives a refusal by a switch, but not an answer that never arrives', async () => {
    const own = await startPractice();
    const there = await perDriver(own, 'test');
    const { refresh_token = '' } = await there.signIn();
    await own.control.setSwitches({ tokenStatus500: true });
    expect((await there.postToken(there.refreshBody(refresh_token))).status).toBe(500);
    await own.control.setSwitches({ tokenStatus500: false, hangToken: true });
    const hanging = there.postToken(there.refreshBody(refresh_token));
    hanging.catch(() => undefined);
    await expect.poll(async () => (await own.control.log()).at(-1)?.outcome.status).toBe(null);
    await own.control.setSwitches({ hangToken: false });
    expect((await there.refresh(refresh_token)).status).toBe(404);
    await own.stop();
    await expect(hanging).rejects.toThrow();
  });
});

describe('the count of refresh tokens', () => {
  const store = () => {
    let kept: ReadonlyArray<StoredRefreshToken> = [];
    const clock = { now: Date.UTC(2026, 0, 1) };
    const section = { read: () => kept, write: (next: ReadonlyArray<StoredRefreshToken>) => void (kept = next) };
    return {
      clock,
      tokens: createRefreshTokens(
        section,
        () => defaultSwitches,
        () => clock.now,
      ),
    };
  };
  const minute = 60_000;

  it('goes by the person through all applications, until the newest has ended', () => {
    const { clock, tokens } = store();
    for (let given = 0; given < 10; given += 1) {
      expect(tokens.isFull('anna')).toBe(false);
      tokens.issue({ clientId: `client-${given % 2}`, person: 'anna', scopes: ['foo'] });
      clock.now += 10 * minute;
    }
    expect(tokens.isFull('anna')).toBe(true);
    expect(tokens.isFull('bertil')).toBe(false);
    clock.now += 54 * minute;
    expect(tokens.isFull('anna')).toBe(true);
    clock.now += minute;
    expect(tokens.isFull('anna')).toBe(false);
  });

  it('gives each token 65 minutes from its own issue', () => {
    const { clock, tokens } = store();
    const order = { clientId: 'x', person: 'anna', scopes: ['foo'] };
    const first = tokens.issue(order);
    clock.now += 30 * minute;
    const second = tokens.issue(order);
    clock.now += 35 * minute - 1;
    expect(tokens.look(first).status).toBe('living');
    clock.now += 1;
    expect(tokens.look(first).status).toBe('expired');
    clock.now += 30 * minute - 1;
    expect(tokens.look(second).status).toBe('living');
    clock.now += 1;
    expect(tokens.look(second).status).toBe('expired');
  });
});

describe('the API', () => {
  it('takes a token of this flow with the APIgw keys, and logs it so', async () => {
    const { access_token } = await per.signIn();
    expect((await per.ping(per.apiHeaders(access_token))).status).toBe(200);
    expect(await lastEntry()).toMatchObject({
      authority: 'skatteverket-per',
      endpoint: 'api:/momsdeklaration/v1/ping',
    });
    expect((await per.ping({ ...per.apiHeaders(access_token), Accept: '*/*' })).status).toBe(403);
    expect((await lastEntry())?.authority).toBe('skatteverket-per');
    const { clientId, clientSecret } = per.post.oauth2;
    const swapped = { ...per.apiHeaders(access_token), Client_Id: clientId, Client_Secret: clientSecret };
    expect((await per.ping(swapped)).status).toBe(401);
    expect((await lastEntry())?.outcome.reason).toBe('OAuth2 keys in place of APIgw keys');
    const other = await per.signIn(0, { scope: 'agd' });
    expect((await per.ping(per.apiHeaders(other.access_token))).body).toContain('Invalid_scope');
  });
});

it('carries tokens and the count over a restart, and none in the clear', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'taxpass-per-'));
  const folder = join(directory, 'practice');
  const first = await startPractice({ folder, switches: { refreshLimit: 3 } });
  const before = await perDriver(first, 'test');
  const { access_token, refresh_token = '' } = await before.signIn();
  await first.stop();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name), 'utf8');
    expect(content.includes(access_token) || content.includes(refresh_token)).toBe(false);
  }
  const second = await startPractice({ folder, switches: { refreshLimit: 3 } });
  try {
    const after = await perDriver(second, 'test');
    expect(after.post).toEqual(before.post);
    expect((await after.ping(after.apiHeaders(access_token))).status).toBe(200);
    const { status, json } = await after.refresh(refresh_token);
    expect(status).toBe(200);
    expect((await after.refresh(refresh_token)).status).toBe(404);
    const third = await after.refresh(json.refresh_token ?? '');
    expect(third.status).toBe(200);
    expect((await after.refresh(third.json.refresh_token ?? '')).json.error_description).toBe(limit);
  } finally {
    await second.stop();
    await rm(directory, { recursive: true, force: true });
  }
});
