import { chmod, rename } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
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

async function saveApplication(changes: Record<string, unknown> = {}): Promise<string> {
  return office.saveApplication({
    profile: 'anaf',
    environment: 'production',
    name: 'Cabinet Popescu',
    redirectUris: [...driver.post.redirectUris],
    services: [...driver.post.services],
    scopes: [],
    clientId: driver.post.oauth2.clientId,
    clientSecret: driver.post.oauth2.clientSecret,
    apigwClientId: '',
    apigwClientSecret: '',
    ...changes,
  });
}

async function signIn(changes: Record<string, unknown> = {}, redirectUri: string | null = null): Promise<string> {
  const certificateId = await office.importP12(driver.post.p12, driver.post.password);
  const applicationId = await saveApplication(changes);
  const input = { applicationId, certificateId, accountId: null, redirectUri, pin: null };
  return (await office.calls['accounts.signIn'](input)).accountId;
}

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
    expect(answer.sentHeaderNames).toEqual(['Authorization']);
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
    [{ retryAfterSeconds: 30 }, 'answer-not-json'],
  ] as const)('that fails with %o loses nothing and can be tried again', async (switches, code) => {
    const accountId = await signIn();
    const before = account()?.grant;
    await practice.control.setSwitches(switches);
    const failure = await failureOf(renew(accountId));
    expect([code, 'authority-refused']).toContain(failure.code);
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

test('a pair that the disk did not take is kept and stored by the next try, without asking again (R20)', async () => {
  const accountId = await signIn();
  const before = account()?.grant;
  const isRoot = process.getuid?.() === 0;
  // Root writes anywhere: a folder that is gone stops it too.
  if (isRoot) await rename(office.vaultFolder, `${office.vaultFolder}-away`);
  else await chmod(office.vaultFolder, 0o500);
  const failure = await failureOf(renew(accountId));
  if (isRoot) await rename(`${office.vaultFolder}-away`, office.vaultFolder);
  else await chmod(office.vaultFolder, 0o700);
  expect(failure.code).toBe('vault-write-failed');
  expect(account()?.grant).toEqual(before);
  const asked = (await tokenRequests()).length;
  await renew(accountId);
  expect((await tokenRequests()).length).toBe(asked);
  expect(account()?.grant?.refreshToken?.value).not.toBe(before?.refreshToken?.value);
  await renew(accountId);
});

test('a pair the disk did not take never overwrites a newer sign-in', async () => {
  const accountId = await signIn();
  const stored = account();
  await rename(office.vaultFolder, `${office.vaultFolder}-away`);
  expect((await failureOf(renew(accountId))).code).toBe('vault-write-failed');
  await rename(`${office.vaultFolder}-away`, office.vaultFolder);
  const input = { applicationId: stored?.applicationId ?? '', certificateId: stored?.certificateId ?? null };
  await office.calls['accounts.signIn']({ ...input, accountId, redirectUri: null, pin: null });
  const fresh = account()?.grant?.refreshToken?.value;
  await renew(accountId).catch(() => undefined);
  await renew(accountId);
  const spent = (await tokenRequests()).map(({ body }) => new URLSearchParams(body).get('refresh_token'));
  expect(spent).toContain(fresh);
});

describe('sign-in that goes wrong', () => {
  test('access_denied is explained, state right', async () => {
    await practice.control.setSwitches({ authorizeError: { error: 'access_denied', error_description: '' } });
    expect(await failureOf(signIn())).toMatchObject({ explanation: 'anaf-access-denied' });
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
  expect(outcome).toEqual({ outcome: 'not-accepted', status: 302 });
  expect(account()?.grant).not.toBeNull();
  const asked = (await practice.control.log()).find(({ path }) => path.endsWith('/revoke'));
  expect(asked?.method).toBe('POST');
  expect(asked?.rawQuery).toBe('');
});

function basicOf(rawHeaders: readonly string[]): string {
  const value = rawHeaders[rawHeaders.findIndex((name) => name.toLowerCase() === 'authorization') + 1] ?? '';
  return Buffer.from(value.replace(/^Basic /, ''), 'base64').toString();
}
