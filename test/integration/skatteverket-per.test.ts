import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
import { openBrowser } from '../fixtures/practice-browser.ts';
import { perDriver, type PerDriver } from '../fixtures/practice-per-requests.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

const SCHEME_URI = 'taxpass-practice://oauth/callback';
const HTTPS_URI = 'https://localhost/my-redirect-uri';
let practice: RunningPractice;
let driver: PerDriver;
let office: Office;

beforeAll(async () => {
  practice = await startPractice();
  driver = await perDriver(practice, 'test');
});
afterAll(() => practice.stop());
beforeEach(async () => {
  office = await openOffice(practice);
  await practice.control.setSwitches({ refusePkce: false, rotateRefresh: true, refreshLimit: 10, lifetimeFactor: 1 });
  // A person has ten refresh tokens in a session: each test begins one of its own.
  await practice.control.revokeTokens();
  await practice.control.clearLog();
});
afterEach(() => office.close());

const account = () => office.workspace.store().accounts()[0];
const log = async (endpoint: string) =>
  (await practice.control.log()).filter(
    (entry) => entry.authority === 'skatteverket-per' && entry.endpoint === endpoint,
  );

/** Begins a sign-in; gives the address the browser was sent to, the attempt, and how it ends. */
async function begin(redirectUri: string) {
  const applicationId = await office.saveApplication({
    profile: 'skatteverket-per',
    redirectUris: [HTTPS_URI, SCHEME_URI],
    clientId: driver.post.oauth2.clientId,
    clientSecret: driver.post.oauth2.clientSecret,
    apigwClientId: driver.post.apigw.clientId,
    apigwClientSecret: driver.post.apigw.clientSecret,
  });
  const seen = office.opened.length;
  const input = { applicationId, certificateId: null, accountId: null, redirectUri, pin: null };
  const ended = Promise.resolve(office.calls['accounts.signIn'](input));
  ended.catch(() => undefined);
  while (office.opened.length === seen) await new Promise((resolve) => setTimeout(resolve, 5));
  const start = office.opened[seen] ?? new URL('about:blank');
  const attemptId = office.changes.findLast((change) => change.kind === 'attempts')?.id ?? '';
  return { start, attemptId, ended };
}

/** Presses the buttons a person would; gives the address the browser ends at. */
async function consent(start: URL, button = driver.post.approveButton): Promise<string> {
  const browser = openBrowser(driver.ready.caPem);
  await browser.open(start.href);
  await browser.press(driver.post.persons[0]?.button ?? '');
  return (await browser.press(button)).url;
}

async function signedIn(): Promise<string> {
  const { start, ended } = await begin(SCHEME_URI);
  expect(office.callbacks.deliver(await consent(start))).toBe(true);
  return (await ended).accountId;
}

const renew = (accountId: string) =>
  office.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null }) as Promise<unknown>;

test('over the app’s scheme: five fields, PKCE’s two, and the verifier at the exchange (S17)', async () => {
  const accountId = await signedIn();
  expect(account()?.id).toBe(accountId);
  const [authorize] = await log('authorize');
  expect(authorize?.query.map(([name]) => name)).toEqual([
    'client_id',
    'response_type',
    'state',
    'redirect_uri',
    'scope',
    'code_challenge',
    'code_challenge_method',
  ]);
  const [exchange] = await log('token');
  const body = new URLSearchParams(exchange?.body);
  expect([...body.keys()].sort()).toEqual(
    ['client_id', 'client_secret', 'code', 'code_verifier', 'grant_type', 'redirect_uri', 'scope'].sort(),
  );
  const challenge = createHash('sha256')
    .update(body.get('code_verifier') ?? '')
    .digest('base64url');
  expect(new URLSearchParams(authorize?.rawQuery).get('code_challenge')).toBe(challenge);
  expect(exchange?.rawHeaders.some((name) => name.toLowerCase() === 'authorization')).toBe(false);
});

test('over https: exactly the five fields, the address is pasted (S8, S17)', async () => {
  const { start, attemptId, ended } = await begin(HTTPS_URI);
  expect([...start.searchParams.keys()]).toEqual(['client_id', 'response_type', 'state', 'redirect_uri', 'scope']);
  const address = await consent(start);
  expect(address.startsWith(`${HTTPS_URI}?code=`)).toBe(true);
  const wrong = address.replace(/state=[^&]*/, 'state=other');
  expect(() => office.calls['attempts.paste']({ attemptId, url: wrong })).toThrow('callback-state-wrong');
  await office.calls['attempts.paste']({ attemptId, url: address });
  await ended;
  expect(account()?.redirectUri).toBe(HTTPS_URI);
  const [exchange] = await log('token');
  expect([...new URLSearchParams(exchange?.body).keys()].sort()).toEqual(
    ['client_id', 'client_secret', 'code', 'grant_type', 'redirect_uri', 'scope'].sort(),
  );
});

test('no certificate is shown anywhere in this flow (S20)', async () => {
  const accountId = await signedIn();
  await renew(accountId);
  const entries = (await practice.control.log()).filter(({ authority }) => authority === 'skatteverket-per');
  expect(entries.length).toBeGreaterThan(3);
  expect(entries.filter(({ clientCertificate }) => clientCertificate !== null)).toEqual([]);
});

test('declining is an outcome: nothing is stored, no failure kept (S17)', async () => {
  const { start, ended } = await begin(SCHEME_URI);
  office.callbacks.deliver(await consent(start, driver.post.denyButton));
  expect(await failureOf(ended)).toEqual({ code: 'signin-declined' });
  expect(office.workspace.store().accounts()).toEqual([]);
  expect(await log('token')).toEqual([]);
});

test('a server that refuses PKCE is a named error, never a silent retry', async () => {
  await practice.control.setSwitches({ refusePkce: true });
  const { start, ended } = await begin(SCHEME_URI);
  const { url } = await openBrowser(driver.ready.caPem).open(start.href);
  office.callbacks.deliver(url);
  expect(await failureOf(ended)).toMatchObject({ code: 'authority-refused', explanation: 'skv-pkce-refused' });
  expect((await log('authorize')).length).toBe(1);
  expect(office.opened.length).toBe(1);
});

test('a callback twice, or for no attempt, changes nothing', async () => {
  const { start, ended } = await begin(SCHEME_URI);
  const address = await consent(start);
  expect(office.callbacks.deliver(address)).toBe(true);
  expect(office.callbacks.deliver(address)).toBe(false);
  await ended;
  expect(office.callbacks.deliver(address)).toBe(false);
  expect((await log('token')).length).toBe(1);
});

test('the refresh sends exactly four fields in the body (S18)', async () => {
  const accountId = await signedIn();
  const before = account()?.grant?.refreshToken?.value;
  await renew(accountId);
  const [, refresh] = await log('token');
  const body = new URLSearchParams(refresh?.body);
  expect([...body.keys()].sort()).toEqual(['client_id', 'client_secret', 'grant_type', 'refresh_token']);
  expect(body.get('refresh_token')).toBe(before);
  expect(refresh?.rawHeaders.some((name) => name.toLowerCase() === 'authorization')).toBe(false);
});

test('an answer without a new refresh token keeps the old one (S18)', async () => {
  const accountId = await signedIn();
  await practice.control.setSwitches({ rotateRefresh: false });
  const before = account()?.grant;
  await renew(accountId);
  expect(account()?.grant?.accessToken).not.toBe(before?.accessToken);
  expect(account()?.grant?.refreshToken).toEqual(before?.refreshToken);
});

test('a sign-in has ten refresh tokens; then a person is needed (S19)', async () => {
  const accountId = await signedIn();
  await practice.control.setSwitches({ refreshLimit: 50 });
  for (let count = 1; count < 10; count += 1) await renew(accountId);
  expect(account()?.grant?.refreshToken?.ordinal).toBe(10);
  expect(await failureOf(renew(accountId))).toEqual({ code: 'signin-needed', reason: 'refresh-limit' });
  expect((await log('token')).length).toBe(10);
});

test('ten are one person’s, whichever of her accounts they went to; another person has her own (S19)', async () => {
  const accountId = await signedIn();
  const store = () => office.workspace.store();
  // Her second account, of another application, has had four.
  const first = store().account(accountId);
  const secondId = 'second-account';
  const { grant } = first;
  const refreshToken = grant?.refreshToken ? { ...grant.refreshToken, value: 'another', ordinal: 4 } : null;
  await store().saveAccount({ ...first, id: secondId, grant: grant && { ...grant, refreshToken } });
  for (const id of [accountId, secondId]) await office.calls['accounts.namePerson']({ accountId: id, person: 'Anna' });
  const told = office.changes.findLast((change) => change.kind === 'accounts' && change.id === secondId);
  expect(told).toMatchObject({ value: { holder: 'Anna', person: 'Anna' } });
  for (let count = 1; count < 6; count += 1) await renew(accountId);
  expect(store().account(accountId).grant?.refreshToken?.ordinal).toBe(6);
  const sent = (await log('token')).length;
  for (const id of [accountId, secondId]) {
    expect(await failureOf(renew(id))).toEqual({ code: 'signin-needed', reason: 'refresh-limit' });
  }
  expect((await log('token')).length).toBe(sent);
  await office.calls['accounts.namePerson']({ accountId: secondId, person: 'Bo' });
  await renew(accountId);
  expect(store().account(accountId).grant?.refreshToken?.ordinal).toBe(7);
});

test('a refusal at the ninth or tenth is tolerated: the tokens stay, and it is explained (S19)', async () => {
  const accountId = await signedIn();
  await practice.control.setSwitches({ refreshLimit: 3 });
  let failure = null;
  for (let count = 1; count < 10 && failure === null; count += 1) {
    failure = await renew(accountId).then(
      () => null,
      () => failureOf(renew(accountId)),
    );
  }
  expect(failure).toMatchObject({ code: 'authority-refused', explanation: 'skv-token-limit' });
  expect(account()?.grant).not.toBeNull();
});

test('a sign-in under way survives a restart of the program', async () => {
  const { start, ended } = await begin(SCHEME_URI);
  const again = await office.reopen();
  try {
    expect(again.callbacks.deliver(await consent(start))).toBe(true);
    await expect.poll(() => again.workspace.store().accounts().length).toBe(1);
    await expect.poll(() => again.workspace.store().pendingSignIns()).toEqual([]);
  } finally {
    await again.close();
  }
  ended.catch(() => undefined);
});
