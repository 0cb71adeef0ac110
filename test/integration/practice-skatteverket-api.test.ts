import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { defaultSwitches } from '../../electron/practice/switches.ts';
import { startPractice } from '../fixtures/practice.ts';
import type { RunningPractice } from '../fixtures/practice.ts';
import { orgDriver, send } from '../fixtures/practice-requests.ts';
import type { OrgDriver } from '../fixtures/practice-requests.ts';

let practice: RunningPractice;
let org: OrgDriver;
let accessToken: string;

beforeAll(async () => {
  practice = await startPractice();
  org = await orgDriver(practice, 'test');
  accessToken = await org.accessToken('momsdeklaration');
});
afterAll(() => practice.stop());
beforeEach(() => practice.control.setSwitches(defaultSwitches));

const without = (headers: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(headers).filter(([header]) => header !== name));
const lastEntry = async () => (await practice.control.log()).at(-1);

it('answers a documented call, with its own correlation id, the caller’s, and the rate (S15)', async () => {
  const headers = org.apiHeaders(accessToken);
  const answer = await org.ping(headers);
  expect(answer.status).toBe(200);
  expect(answer.headers['skv_client_correlation_id']).toBe(headers['skv_client_correlation_id']);
  expect(answer.headers['skv_correlation_id']).toMatch(/^[0-9a-f-]{36}$/);
  for (const name of ['limit', 'remaining', 'reset']) expect(answer.headers[`x-ratelimit-${name}`]).toMatch(/^\d+$/);
  const entry = await lastEntry();
  expect(entry).toMatchObject({ endpoint: 'api:/momsdeklaration/v1/ping', clientCertificate: null });
  expect(entry?.rawHeaders).toContain('Client_Id');
});

it('takes the names of the headers in any case, as the seed’s own sample has them', async () => {
  const lower = Object.entries(org.apiHeaders(accessToken)).map(([name, value]) => [name.toLowerCase(), value]);
  expect((await org.ping(Object.fromEntries(lower) as Record<string, string>)).status).toBe(200);
});

it.each(['Accept', 'User-Agent', 'Accept-Encoding', 'Cookie', 'X-Request-Id', 'skv_correlation_id'])(
  'blocks a call with %s',
  async (name) => {
    const answer = await org.ping({ ...org.apiHeaders(accessToken), [name]: '*/*' });
    expect(answer.status).toBe(403);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).toMatch(/The requested URL was rejected.*Your support ID is: \d+/);
    expect((await lastEntry())?.outcome).toMatchObject({ error: 'blocked' });
  },
);

it('blocks a documented header that comes twice', async () => {
  const id = ['5d93e201-ba43-40ff-ae52-c95d9f21d4e1', '5d93e201-ba43-40ff-ae52-c95d9f21d4e2'];
  expect((await org.ping({ ...org.apiHeaders(accessToken), skv_client_correlation_id: id })).status).toBe(403);
});

it('takes a correlation id once and up to 36 characters (S2)', async () => {
  const withId = (id: string) => org.ping({ ...org.apiHeaders(accessToken), skv_client_correlation_id: id });
  const id = '5d93e201-ba43-40ff-ae52-c95d9f21d4e1';
  expect((await withId(id)).status).toBe(200);
  const again = await withId(id);
  expect(again.status).toBe(400);
  expect(again.body).toContain('skv_client_correlation_id was used before');
  expect((await withId(`${id}0`)).body).toContain('longer than 36');
  expect((await withId('')).body).toContain('missing');
  expect((await org.ping(without(org.apiHeaders(accessToken), 'skv_client_correlation_id'))).body).toContain('missing');
});

it('wants the APIgw keys and knows the OAuth2 pair when it sees it (S16)', async () => {
  const swapped = { Client_Id: org.post.oauth2.clientId, Client_Secret: org.post.oauth2.clientSecret };
  for (const change of [swapped, { Client_Secret: 'x' }]) {
    const answer = await org.ping({ ...org.apiHeaders(accessToken), ...change });
    expect(answer).toMatchObject({ status: 401, body: '{"error":"Invalid client id or secret"}' });
    expect(answer.headers['www-authenticate']).toBe('Client-ID-Enforcement');
  }
  const reasons = (await practice.control.log()).slice(-2).map(({ outcome }) => outcome.reason);
  expect(reasons).toEqual(['OAuth2 keys in place of APIgw keys', 'unknown keys']);
  const { clientId, clientSecret } = org.post.apigw;
  const body = org.tokenBody(await org.code(), { client_id: clientId, client_secret: clientSecret });
  expect((await org.postToken(body)).body).toContain('"Invalid client_id"');
});

it('refuses a token that is missing, changed, without the scope, ended or revoked', async () => {
  expect((await org.ping(without(org.apiHeaders(accessToken), 'Authorization'))).status).toBe(401);
  const changed = accessToken.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
  expect((await org.ping(org.apiHeaders(changed))).status).toBe(401);

  const other = await org.ping(org.apiHeaders(await org.accessToken('agd skattekonto')));
  expect(other.status).toBe(403);
  expect(other.body).toContain('"Invalid_scope"');
  expect(other.body).toContain('[momsdeklaration]');

  await practice.control.setSwitches({ lifetimeSeconds: 1 });
  const short = await org.accessToken('momsdeklaration');
  await expect.poll(async () => (await org.ping(org.apiHeaders(short))).status, { timeout: 10_000 }).toBe(401);
  expect((await lastEntry())?.outcome.reason).toBe('token is expired');

  await practice.control.setSwitches({ lifetimeSeconds: 3600 });
  const revoked = await org.accessToken('momsdeklaration');
  expect((await org.ping(org.apiHeaders(revoked))).status).toBe(200);
  expect(await practice.control.revokeTokens()).toBeGreaterThanOrEqual(2);
  expect((await org.ping(org.apiHeaders(revoked))).body).toBe('{"error":"Token has been revoked."}');
  accessToken = await org.accessToken('momsdeklaration');
});

it('wants Accept where the service documents it', async () => {
  await practice.control.setSwitches({ requireApiAccept: true });
  expect((await org.ping(org.apiHeaders(accessToken))).status).toBe(406);
  expect((await org.ping({ ...org.apiHeaders(accessToken), Accept: 'application/json' })).status).toBe(200);
});

it('counts calls a second when told to', async () => {
  await practice.control.setSwitches({ apiRateLimit: 1 });
  const call = async () => (await org.ping(org.apiHeaders(accessToken))).status;
  expect((await Promise.all([call(), call(), call(), call()])).filter((status) => status === 429)).not.toEqual([]);
});

it('has no other address and no other method', async () => {
  const { caPem, api } = org.ready;
  const headers = org.apiHeaders(accessToken);
  expect((await send(`${api}/momsdeklaration/v1/pong`, { headers, caPem })).status).toBe(404);
  expect((await send(`${api}/momsdeklaration/v1/ping`, { headers, caPem, method: 'POST', body: '{}' })).status).toBe(
    405,
  );
});
