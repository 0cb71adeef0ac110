import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { accountCalls } from '../../electron/accounts/account-calls.ts';
import { claimsCalls } from '../../electron/accounts/claims-calls.ts';
import { createPastedToken } from '../../electron/accounts/pasted-token.ts';
import type { AccountRecord } from '../../electron/accounts/records.ts';
import { requestCalls } from '../../electron/accounts/request-calls.ts';
import { tokenSecrets } from '../../electron/accounts/token-secrets.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import { readToken, readTokenBeside, secretsOf } from '../../electron/tokens/claims.ts';
import { anafPayload, anafToken, encodeToken } from '../fixtures/anaf-token.ts';
import { accountRecord, applicationRecord, grantRecord } from '../fixtures/transfer-records.ts';

const jtis = { access: randomUUID(), refresh: randomUUID(), superseded: randomUUID(), earlier: randomUUID() };
const opaque = `opaque-refresh-${randomUUID()}`;
const all = [...Object.values(jtis), opaque];

const older = (jti: string, issued: number, more: object = {}) =>
  anafToken({ ...anafPayload, iat: anafPayload.iat - issued, jti, ...more });
/** Carries what every other token of its account goes by, where nothing says what it is. */
const access = encodeToken(
  JSON.stringify({ alg: 'RS512', kid: `key of ${jtis.superseded}` }),
  JSON.stringify({
    ...anafPayload,
    jti: jtis.access,
    previous: jtis.superseded,
    info: `after ${jtis.earlier}, with ${jtis.refresh}`,
    role: `HELLO,${opaque}`,
    scope_data: [{ id: 'issuer', value: jtis.earlier }],
    [jtis.refresh]: 1,
  }),
);

const part = { accessToken: access, expiresAt: 2e12 };
const refreshToken = { value: older(jtis.refresh, 5), expiresAt: 2e12, isCertain: true, ordinal: 1 };
const account: AccountRecord = accountRecord({
  id: 'account',
  grant: grantRecord(0, { ...part, refreshToken }),
  superseded: [{ accessToken: older(jtis.superseded, 10, { previous: jtis.earlier }), expiresAt: 2e12 }],
  earlier: [
    {
      grant: {
        ...grantRecord(0, { accessToken: older(jtis.earlier, 20), expiresAt: 2e12 }),
        refreshToken: { ...refreshToken, value: opaque },
      },
      ...{ hasOtherCopy: false, refreshSent: null, replacedAt: 0 },
    },
  ],
});

function calls() {
  const copied: string[] = [];
  const deps = {
    store: () => ({
      account: () => account,
      accounts: () => [account],
      orphans: () => [],
      certificates: () => [],
      applications: () => [],
    }),
    profiles: () => [anaf],
    pastedToken: createPastedToken(),
    chooseKeyFile: () => Promise.resolve(null),
    writeClipboard: (text: string) => void copied.push(text),
    now: () => 0,
  };
  type Deps = Parameters<typeof claimsCalls>[0] & Parameters<typeof accountCalls>[0];
  return { copied, ...claimsCalls(deps as unknown as Deps), ...accountCalls(deps as unknown as Deps) };
}

const accountId = 'account';

test('no token’s jti is seen in another token of its account: in its claims, the difference, raw or by its key', async () => {
  const { copied, ...office } = calls();
  const { difference, ...about } = await office['claims.about']({ accountId });
  // What a claim holds now is a change, whatever is masked of it.
  expect(difference?.changes.map(({ name }) => name)).toEqual(expect.arrayContaining(['kid', 'info']));
  await office['claims.copyRaw']({ of: { accountId } });
  const pasted = await office['claims.read']({ token: access });
  await office['claims.copyRaw']({ of: { draftId: pasted.draftId ?? '' } });
  const key = JSON.stringify({ keys: [{ kty: 'RSA', kid: 'another', e: 'AQAB', n: 'w7'.repeat(200) }] });
  const verified = await office['claims.verify']({ of: { accountId }, key });
  expect(verified).toMatchObject({ outcome: 'no-matching-key' });
  const shown = [difference, about, copied, pasted, verified, await office['accounts.readClaims']({ accountId })];
  expect(copied).toHaveLength(2);
  for (const [index, each] of shown.entries()) {
    for (const secret of all) expect(JSON.stringify(each).includes(secret), `${index}: ${secret}`).toBe(false);
  }
});

test('nor in what an API answers', async () => {
  const body = Buffer.from(JSON.stringify({ seen: all }));
  const application = applicationRecord();
  const deps = {
    store: () => ({ account: () => account, application: () => application, findCertificate: () => undefined }),
    profiles: () => [anaf],
    https: {
      send: () => Promise.resolve({ status: 200, headers: [['x-token', jtis.superseded]], body, elapsedMs: 1 }),
    },
    confirm: () => Promise.resolve(true),
    used: () => undefined,
    now: () => 0,
  };
  const office = requestCalls(deps as unknown as Parameters<typeof requestCalls>[0]);
  const url = 'https://api.anaf.ro/TestOauth/jaxrs/hello?name=Ana';
  const answer = await office['requests.send']({ accountId, method: 'GET', url, body: '', contentType: '' });
  expect(answer.body).toContain('"seen":["');
  for (const secret of all) expect(JSON.stringify(answer).includes(secret), secret).toBe(false);
});

test('a pasted token of nobody here is read as it is, and its own jti masked', async () => {
  const { reading } = await calls()['claims.read']({ token: older(jtis.access, 7) });
  expect(reading).toEqual(readToken(older(jtis.access, 7)));
  expect(JSON.stringify(reading)).not.toContain(jtis.access);
});

test('what is secret of an account’s tokens: each jti, in whatever form, and opaque tokens whole', () => {
  const pairs = [account.grant ?? expect.fail(), ...account.earlier.map(({ grant }) => grant)];
  const tokens = [...pairs, ...account.superseded].map(({ accessToken }) => accessToken);
  expect(new Set(tokenSecrets(account))).toEqual(new Set([...all, ...tokens, refreshToken.value]));
  const jwt = encodeToken('{"alg":"RS512","jti":"in the header"}', '{"a":{"jti":12345678901}}');
  expect(secretsOf(jwt)).toEqual([jwt, 'in the header', '12345678901']);
  expect(secretsOf('')).toEqual([]);
  for (const whole of ['a.b', 'a.b.c', '..', 'a.b.c.d.e']) expect(secretsOf(whole)).toEqual([whole]);
});

test.each([
  ['opaque with dots', 'v1.aaaaaaaaaaaa-bbbbbbbbbbbb.cccccccccccc'],
  ['opaque with a dot', 'refresh.secret-part-0123456789'],
  ['opaque with many dots', 'a.b.c.d.e-long-opaque'],
  ['a JWT', older('jti of another', 1)],
  ['a JWT whose header has a blank', encodeToken('{ "alg":"RS512"}', '{"jti":"jti of another"}')],
  ['a JWT whose header has lines', encodeToken('{\n  "alg":"RS512"\n}', '{"jti":"jti of another"}')],
])('a whole token, %s, is not seen in another token’s header or payload', (form, token) => {
  const carrier = encodeToken(
    JSON.stringify({ alg: 'RS512', prev: `x ${token} y`, [token]: 1 }),
    JSON.stringify({ sid: token, list: [`a:${token}`] }),
  );
  expect(JSON.stringify(readTokenBeside(carrier, secretsOf(token))).includes(token)).toBe(false);
  // A JWT is known for what it is, whosever it may be.
  const isSeen = JSON.stringify(readToken(carrier)).includes(token);
  expect(isSeen).toBe(form.startsWith('opaque'));
});

test('tokens of any length are masked in another', () => {
  const secrets = Array.from({ length: 20 }, (_, at) => `${at + 100}${'a.-'.repeat(2000 * (at % 10) + 10)}`);
  for (const secret of secrets.filter(({ length }) => length < 40_000)) {
    const carrier = encodeToken('{"alg":"RS512"}', JSON.stringify({ sid: `x${secret}y` }));
    const shown = JSON.stringify(readTokenBeside(carrier, [...secrets, `${opaque}${'b'.repeat(65_000)}`]));
    expect(shown.includes(secret.slice(0, 20))).toBe(false);
  }
});

test('a damaged or prefixed JWT is masked too, a key’s name of 64 hex digits is not', () => {
  const whole = older('jti of another', 1);
  const kid = 'ab'.repeat(32);
  for (const text of [whole.slice(0, -1), `v1.${whole}`]) {
    const reading = JSON.stringify(readToken(encodeToken(JSON.stringify({ alg: 'RS512', kid, prev: text }), '{}')));
    expect(reading).toContain(kid);
    expect(reading.includes(text)).toBe(false);
  }
});
