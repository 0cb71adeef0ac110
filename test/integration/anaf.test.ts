import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApplicationInput } from '../../electron/contract/contract.ts';
import { saveAnafApplication, signInAtAnaf } from '../fixtures/anaf-account.ts';
import { requestCalls } from '../../electron/accounts/request-calls.ts';
import type { HttpsClient } from '../../electron/network/https-client.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { failureOf, openOffice, practiceProfiles, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

let practice: RunningPractice;
let driver: AnafDriver;
let office: Office;
const starts: URL[] = [];
const openSignInWindow = walkByHand(
  () => driver,
  (start) => void starts.push(start),
);

const good = {
  refreshGraceSeconds: 0,
  tokenHtml: false,
  token502Html: false,
  resetAfterCommit: false,
  resetBeforeCommit: false,
  retryAfterSeconds: null,
  tokenDelayMs: 0,
  lifetimeFactor: 1,
  authorizeError: null,
  dropState: false,
} as const;

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  starts.length = 0;
  office = await openOffice(practice, { openSignInWindow });
  await practice.control.setSwitches(good);
  await practice.control.clearLog();
});
afterEach(async () => {
  await office.close();
  await practice.control.restoreApplication('anaf');
});

const account = () => office.workspace.store().accounts()[0];
const view = () => office.changes.findLast((change) => change.kind === 'accounts')?.value ?? null;
const tokenRequests = async () =>
  (await practice.control.log()).filter(({ authority, endpoint }) => authority === 'anaf' && endpoint === 'token');

const saveApplication = (changes: Partial<ApplicationInput> = {}) => saveAnafApplication(office, driver, changes);
const signIn = (changes: Partial<ApplicationInput> = {}, redirectUri: string | null = null) =>
  signInAtAnaf(office, driver, changes, redirectUri);

const renew = (accountId: string) =>
  office.calls['accounts.renew']({ accountId, replaceLiving: false, pin: null }) as Promise<unknown>;

describe('on the wire', () => {
  test('authorize has exactly the seed’s fields and state, and no scope (R6, R7, R8)', async () => {
    await signIn();
    const fields = [...(starts[0]?.searchParams ?? [])];
    expect(fields.map(([name]) => name)).toEqual([
      'response_type',
      'client_id',
      'redirect_uri',
      'token_content_type',
      'state',
    ]);
    expect(Object.fromEntries(fields)).toMatchObject({
      response_type: 'code',
      client_id: driver.post.oauth2.clientId,
      redirect_uri: driver.post.redirectUris[0],
      token_content_type: 'jwt',
    });
    expect(starts[0]?.href).not.toContain('code_challenge');
  });

  test('the exchange has Basic, four fields and no certificate (R5, R6, R8)', async () => {
    await signIn();
    const [exchange] = await tokenRequests();
    expect([...new URLSearchParams(exchange?.body).keys()].sort()).toEqual([
      'code',
      'grant_type',
      'redirect_uri',
      'token_content_type',
    ]);
    expect(exchange?.clientCertificate).toBeNull();
    expect(exchange?.rawQuery).toBe('');
    expect(basicOf(exchange?.rawHeaders ?? [])).toBe(
      `${driver.post.oauth2.clientId}:${driver.post.oauth2.clientSecret}`,
    );
  });

  test('the refresh has Basic and exactly two fields (R9)', async () => {
    const accountId = await signIn();
    const before = account()?.grant;
    await renew(accountId);
    const [, refresh] = await tokenRequests();
    const body = new URLSearchParams(refresh?.body);
    expect([...body.keys()].sort()).toEqual(['grant_type', 'refresh_token']);
    expect(body.get('grant_type')).toBe('refresh_token');
    expect(body.get('refresh_token')).toBe(before?.refreshToken?.value);
    expect(refresh?.clientCertificate).toBeNull();
    expect(refresh?.outcome.status).toBe(200);
  });

  test('Postman’s callback can be used too, character for character (R11)', async () => {
    await signIn({}, 'https://oauth.pstmn.io/v1/callback');
    expect(starts[0]?.searchParams.get('redirect_uri')).toBe('https://oauth.pstmn.io/v1/callback');
    expect(account()?.grant).not.toBeNull();
  });
});

describe('the account', () => {
  test('has both deadlines from the tokens themselves: 90 and 365 days (R14, R15)', async () => {
    await signIn();
    const shown = view();
    const days = (from: number, to: number) => Math.round((to - from) / 86_400_000);
    const obtainedAt = shown?.accessToken?.obtainedAt ?? 0;
    expect(shown?.accessToken?.form).toBe('jwt');
    expect(days(obtainedAt, shown?.accessToken?.expiresAt ?? 0)).toBe(90);
    expect(days(obtainedAt, shown?.refreshToken?.expiresAt ?? 0)).toBe(365);
    expect(shown?.refreshToken?.isCertain).toBe(true);
  });

  test('its claims are read in main, jti masked, and no part of a token crosses (R13, R22)', async () => {
    const accountId = await signIn();
    const reading = await office.calls['accounts.readClaims']({ accountId });
    expect(reading.form).toBe('jwt');
    const names = reading.form === 'jwt' ? reading.payload.map(({ name }) => name) : [];
    expect(names).toEqual(expect.arrayContaining(['scope_data', 'etrasport', 'serial', 'role', 'jti']));
    const [header = '', payload = '', signature = ''] = (account()?.grant?.accessToken ?? '').split('.');
    const crossed = JSON.stringify([reading, office.changes]);
    for (const part of [header, payload, signature]) expect(crossed).not.toContain(part);
    const { jti } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { jti: string };
    expect(crossed).not.toContain(jti);
  });

  test('says Hello; the bearer the API echoes is blotted out', async () => {
    const accountId = await signIn();
    const url = `${driver.ready.api}/TestOauth/jaxrs/hello?name=Ana`;
    const answer = await office.calls['requests.send']({ accountId, method: 'GET', url, body: '', contentType: '' });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('Hello, Ana!');
    expect(answer.body).not.toContain(account()?.grant?.accessToken);
    expect(answer.body).toContain('••');
    expect(answer.correlationId).toBeNull();
    expect(answer.sentHeaderNames).toEqual(['host', 'connection', 'Authorization']);
  });

  test('an access token that was replaced does not come back either, should the API echo it', async () => {
    const accountId = await signIn();
    const replaced = account()?.grant?.accessToken ?? '';
    await renew(accountId);
    const body = Buffer.from(`known to the API: ${encodeURIComponent(replaced)}`);
    const echo: HttpsClient = {
      send: () => Promise.resolve({ status: 200, headers: [['x-was', replaced]], body, elapsedMs: 1 }),
      forget: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    const { store } = office.workspace;
    const renewal = { renew: () => expect.fail('nothing has ended'), isRenewing: () => false };
    const confirm = () => Promise.resolve(false);
    const usual = {
      profiles: () => practiceProfiles(practice),
      used: () => undefined,
      now: () => Date.now(),
      renewal,
      confirm,
    };
    const calls = requestCalls({ ...usual, store, https: echo });
    const url = `${driver.ready.api}/TestOauth/jaxrs/hello`;
    const answer = await calls['requests.send']({ accountId, method: 'GET', url, body: '', contentType: '' });
    expect(account()?.grant?.accessToken).not.toBe(replaced);
    expect(answer).toMatchObject({ body: 'known to the API: ••••••', headers: [['x-was', '••••••']] });
  });

  test('what may change something at the real authority is asked about first, and a no sends nothing', async () => {
    const accountId = await signIn();
    const asked: object[] = [];
    let says = false;
    const sent: string[] = [];
    const echo: HttpsClient = {
      send: ({ method, url }) => {
        sent.push(`${method} ${url.pathname}`);
        return Promise.resolve({ status: 200, headers: [], body: Buffer.from('done'), elapsedMs: 1 });
      },
      forget: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
    const calls = requestCalls({
      profiles: () => practiceProfiles(practice),
      used: () => undefined,
      now: () => Date.now(),
      renewal: { renew: () => Promise.resolve(), isRenewing: () => false },
      confirm: (question) => {
        asked.push(question);
        return Promise.resolve(says);
      },
      store: () => office.workspace.store(),
      https: echo,
    });
    const send = (method: 'GET' | 'POST', path: string) =>
      Promise.resolve(
        calls['requests.send']({ accountId, method, url: driver.ready.api + path, body: 'x', contentType: 'text/xml' }),
      );
    const upload = '/FCTEL/rest/upload?standard=UBL&cif=8000000000';
    expect(await failureOf(send('POST', `/prod${upload}`))).toEqual({ code: 'request-declined' });
    for (const path of ['//prod/x', '/%70rod/x', '/test/%2e%2e%2fprod/x', '/test/..%2fprod/x', '/test//x']) {
      expect(await failureOf(send('POST', path))).toEqual({ code: 'request-declined' });
    }
    expect(sent).toEqual([]);
    const { host } = new URL(driver.ready.api);
    const [first] = asked;
    expect(first).toMatchObject({ about: 'request', method: 'POST', place: `${host}/prod/FCTEL/rest/upload` });
    expect((first as { holder: string }).holder).not.toBe('');
    says = true;
    await send('POST', `/prod${upload}`);
    asked.length = 0;
    await send('POST', `/test${upload}`);
    await send('GET', '/prod/FCTEL/rest/listaMesajeFactura?zile=60&cif=8000000000');
    expect(asked).toEqual([]);
    expect(sent).toHaveLength(3);
  });

  test('a changed byte of the token is refused by the API, and the client sends tokens byte-exact (R16)', async () => {
    const accountId = await signIn();
    const url = `${driver.ready.api}/TestOauth/jaxrs/hello?name=Ana`;
    await office.calls['requests.send']({ accountId, method: 'GET', url, body: '', contentType: '' });
    const [call] = (await practice.control.log()).filter(({ endpoint }) => endpoint.startsWith('api'));
    const token = account()?.grant?.accessToken ?? '';
    expect(call?.rawHeaders).toContain(`Bearer ${token}`);
    const changed = `${token.slice(0, -20)}${token.at(-20) === 'A' ? 'B' : 'A'}${token.slice(-19)}`;
    expect((await driver.api('/TestOauth/jaxrs/hello?name=Ana', changed)).status).toBe(401);
  });
});

describe('renewal', () => {
  test('stores the new pair, keeps the replaced access token sealed while it lives (R19, R20)', async () => {
    const accountId = await signIn();
    const before = account()?.grant;
    await renew(accountId);
    const after = account();
    expect(after?.grant?.accessToken).not.toBe(before?.accessToken);
    expect(after?.grant?.refreshToken?.value).not.toBe(before?.refreshToken?.value);
    expect(after?.superseded).toEqual([{ accessToken: before?.accessToken, expiresAt: before?.expiresAt }]);
    await renew(accountId);
    expect(account()?.superseded.length).toBe(2);
  });

  test('asked for twice at once is one request (single-flight)', async () => {
    const accountId = await signIn();
    await practice.control.setSwitches({ tokenDelayMs: 150 });
    await Promise.all([renew(accountId), renew(accountId), renew(accountId)]);
    expect((await tokenRequests()).length).toBe(2);
    expect(view()?.isRenewing).toBe(false);
  });

  test('of an account that is removed meanwhile does not bring it back', async () => {
    const accountId = await signIn();
    await practice.control.setSwitches({ tokenDelayMs: 150 });
    const renewal = failureOf(renew(accountId));
    await office.calls['accounts.remove']({ accountId });
    expect(await renewal).toEqual({ code: 'not-found', what: 'account' });
    expect(office.workspace.store().accounts()).toEqual([]);
  });

  test('of two accounts of one holder is one request after the other: ANAF answers more with 255', async () => {
    const first = await signIn();
    const certificateId = account()?.certificateId ?? '';
    const applicationId = account()?.applicationId ?? '';
    const again = { applicationId: await saveApplication({ clientId: 'another' }), certificateId };
    // The second account is the same grant's twin under a label of its own.
    const twin = { ...(account() ?? expect.fail('no account')), ...again, id: 'twin', applicationId };
    const second = await driver.pair();
    const grant = account()?.grant ?? expect.fail('no grant');
    const refreshToken = { ...(grant.refreshToken ?? expect.fail('no token')), value: second.refresh_token };
    await office.workspace.store().saveAccount({ ...twin, grant: { ...grant, refreshToken } });
    await practice.control.setSwitches({ tokenDelayMs: 100, rateLimit255: true });
    await Promise.all([renew(first), renew('twin')]);
    await practice.control.setSwitches({ rateLimit255: false });
    const refused = (await tokenRequests()).filter(({ outcome }) => outcome.status !== 200);
    expect(refused).toEqual([]);
  });

  test.each([
    [{ token502Html: true }, 'answer-not-json'],
    [{ resetBeforeCommit: true }, 'authority-unreachable'],
    [{ retryAfterSeconds: 30 }, 'authority-busy'],
  ] as const)('that fails with %o loses nothing and can be tried again', async (switches, code) => {
    const accountId = await signIn();
    const before = account()?.grant;
    await practice.control.setSwitches(switches);
    const failure = await failureOf(renew(accountId));
    expect(failure.code).toBe(code);
    expect(account()?.grant).toEqual(before);
    await practice.control.setSwitches(good);
    await renew(accountId);
    expect(account()?.grant?.accessToken).not.toBe(before?.accessToken);
    expect(account()?.lastFailure).toBeNull();
  });

  test('with a spent refresh token is explained as ended, and keeps what there is', async () => {
    const accountId = await signIn();
    const before = account()?.grant;
    await driver.refresh(before?.refreshToken?.value ?? '');
    expect(await failureOf(renew(accountId))).toMatchObject({
      code: 'authority-refused',
      explanation: 'anaf-refresh-ended',
    });
    expect(account()?.grant).toEqual(before);
  });

  test('after the refresh token’s own end needs a sign-in, and asks the authority nothing', async () => {
    const accountId = await signIn();
    office.clock.nowMs = (account()?.grant?.refreshToken?.expiresAt ?? 0) + 1;
    const count = (await tokenRequests()).length;
    expect(await failureOf(renew(accountId))).toEqual({ code: 'signin-needed', reason: 'refresh-token-ended' });
    expect((await tokenRequests()).length).toBe(count);
  });

  test('of an application that was deleted is explained so (R2)', async () => {
    const accountId = await signIn();
    await practice.control.deleteApplication('anaf');
    expect(await failureOf(renew(accountId))).toMatchObject({
      error: 'invalid_client',
      explanation: 'anaf-invalid-client',
    });
    expect(account()?.grant).not.toBeNull();
  });
});

describe('sign-in that goes wrong', () => {
  test('a code that is exchanged after its minute and answered by a reset is explained so', async () => {
    await practice.control.setSwitches({ tokenDelayMs: 1500, resetAfterCommit: true });
    const failure = failureOf(signIn());
    const status = () => office.changes.findLast((change) => change.kind === 'attempts')?.value?.status;
    await expect.poll(status, { interval: 5 }).toBe('exchanging');
    office.clock.nowMs += 70_000;
    expect(await failure).toMatchObject({ code: 'authority-refused', stage: 'token', explanation: 'anaf-code-late' });
    expect(account()).toBeUndefined();
  });

  test('access_denied is explained, state right', async () => {
    await practice.control.setSwitches({ authorizeError: { error: 'access_denied', error_description: '' } });
    expect(await failureOf(signIn())).toMatchObject({ explanation: 'anaf-access-denied' });
  });

  test('a callback URL that is not registered, one character apart, is named', async () => {
    const redirectUris = driver.post.redirectUris.map((uri) => `${uri}/`);
    const refused = {
      code: 'authority-refused',
      stage: 'authorize',
      status: 400,
      error: 'invalid_request',
      description: 'Redirect-URI does not match',
      explanation: 'anaf-redirect-uri',
    };
    expect(await failureOf(signIn({ redirectUris }))).toEqual(refused);
    expect(await tokenRequests()).toEqual([]);
  });

  test('an authority that does not echo the state is not believed', async () => {
    await practice.control.setSwitches({ dropState: true });
    expect(await failureOf(signIn())).toEqual({ code: 'callback-state-missing' });
    expect(await tokenRequests()).toEqual([]);
  });

  test('a wrong secret', async () => {
    expect(await failureOf(signIn({ clientSecret: 'wrong' }))).toMatchObject({ explanation: 'anaf-invalid-client' });
  });
});

test('revoking is asked for, and the portal’s redirect is not taken for a yes; nothing is removed (R3)', async () => {
  const accountId = await signIn();
  const outcome = await office.calls['accounts.revoke']({ accountId });
  expect(outcome).toEqual({ outcome: 'not-accepted', status: 302, filesLeft: [] });
  expect(account()?.grant).not.toBeNull();
  const asked = (await practice.control.log()).find(({ path }) => path.endsWith('/revoke'));
  expect(asked?.method).toBe('POST');
  expect(asked?.rawQuery).toBe('');
});

function basicOf(rawHeaders: readonly string[]): string {
  const value = rawHeaders[rawHeaders.findIndex((name) => name.toLowerCase() === 'authorization') + 1] ?? '';
  return Buffer.from(value.replace(/^Basic /, ''), 'base64').toString();
}
