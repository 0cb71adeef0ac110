import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { signInAtAnaf } from '../fixtures/anaf-account.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { failureOf, openOffice, practiceProfiles, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

let practice: RunningPractice;
let driver: AnafDriver;
let office: Office;

const openSignInWindow = walkByHand(
  () => driver,
  () => undefined,
);

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  office = await openOffice(practice, { openSignInWindow });
  await practice.control.clearLog();
});
afterEach(() => office.close());

const signIn = (by: Office = office) => signInAtAnaf(by, driver);

const grantOf = (by: Office) => by.workspace.store().accounts()[0]?.grant ?? null;
const renew = (accountId: string, by: Office = office) =>
  by.calls['accounts.renew']({ accountId, replaceLiving: false, pin: null }) as Promise<unknown>;

test('no token ever stands in a URL: not in the address, the query or a referrer (R4)', async () => {
  const accountId = await signIn();
  const tokens: string[] = [];
  const remember = () => tokens.push(grantOf(office)?.accessToken ?? '', grantOf(office)?.refreshToken?.value ?? '');
  const get = (path: string) =>
    office.calls['requests.send']({
      accountId,
      method: 'GET',
      url: driver.ready.api + path,
      body: '',
      contentType: '',
    });
  remember();
  expect((await get('/TestOauth/jaxrs/hello?name=Ana')).status).toBe(200);
  await renew(accountId);
  remember();
  await get('/test/FCTEL/rest/listaMesajeFactura?zile=60&cif=8000000000');
  await office.calls['accounts.revoke']({ accountId });

  const log = (await practice.control.log()).filter(({ authority }) => authority === 'anaf');
  expect(log.length).toBeGreaterThan(5);
  const addresses = log.map(({ path, rawQuery, rawHeaders }) => {
    const referrer = rawHeaders[rawHeaders.findIndex((name) => name.toLowerCase() === 'referer') + 1] ?? '';
    return `${path}?${rawQuery} ${referrer.startsWith('http') ? referrer : ''}`;
  });
  expect(new Set(tokens).size).toBe(4);
  for (const token of tokens) {
    const [, , signature = ''] = token.split('.');
    expect(signature.length).toBeGreaterThan(100);
    expect(addresses.filter((address) => address.includes(signature))).toEqual([]);
  }
  expect(addresses.filter((address) => /access_token|refresh_token/i.test(address))).toEqual([]);
});

test('the refresh goes to the refresh URL, which may be another than the token URL (R10)', async () => {
  const elsewhere = new URL('/anaf-oauth2/v1/refresh', driver.ready.token);
  const bent = await openOffice(practice, {
    openSignInWindow,
    profiles: () => practiceProfiles(practice, (environment) => ({ ...environment, refresh: elsewhere.href })),
  });
  try {
    const accountId = await signIn(bent);
    await failureOf(renew(accountId, bent));
    const posts = (await practice.control.log()).filter(
      ({ method, body }) => method === 'POST' && /grant_type/.test(body),
    );
    expect(posts.map(({ path }) => path)).toEqual([new URL(driver.ready.token).pathname, elsewhere.pathname]);
    expect(new URLSearchParams(posts[1]?.body).get('grant_type')).toBe('refresh_token');
  } finally {
    await bent.close();
  }
});

test('a renewal that has ended well is on the disk: a program started then has the new pair (R20)', async () => {
  const accountId = await signIn();
  const before = grantOf(office);
  await renew(accountId);
  const again = await office.reopen();
  expect(grantOf(again)).toEqual(grantOf(office));
  expect(grantOf(again)?.refreshToken?.value).not.toBe(before?.refreshToken?.value);
  await again.close();
});

test('a new pair that cannot be written is neither used nor shown (R20)', async () => {
  const accountId = await signIn();
  const before = grantOf(office);
  const changes = office.changes.length;
  await rm(office.vaultFolder, { recursive: true });
  expect(await failureOf(renew(accountId))).toMatchObject({ code: 'vault-write-failed' });
  expect(grantOf(office)).toEqual(before);
  const shown = office.changes.slice(changes).flatMap((change) => (change.kind === 'accounts' ? [change.value] : []));
  expect(shown.length).toBeGreaterThan(0);
  for (const view of shown) expect(view?.accessToken?.obtainedAt).toBe(before?.obtainedAt);
});
