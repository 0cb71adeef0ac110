import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LogEntry } from '../../electron/practice/request-log.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { openOffice, type Office } from '../fixtures/office.ts';
import { openBrowser } from '../fixtures/practice-browser.ts';
import { perDriver, type PerDriver } from '../fixtures/practice-per-requests.ts';
import { startPractice, type RunningPractice, type SkatteverketOrgPost } from '../fixtures/practice.ts';

// Authorize, token and refresh of all three flows, byte for byte, the order of fields aside. Only what is random is taken
// from the request itself, and its form checked.

let practice: RunningPractice;
let anaf: AnafDriver;
let per: PerDriver;
let org: SkatteverketOrgPost;
let office: Office;

beforeAll(async () => {
  practice = await startPractice();
  anaf = await anafDriver(practice);
  per = await perDriver(practice, 'test');
  org = (await practice.control.post())['skatteverket-org'].test;
  const byHand = walkByHand(
    () => anaf,
    () => undefined,
  );
  office = await openOffice(practice, { openSignInWindow: byHand });
});
afterAll(async () => {
  await office.close();
  await practice.stop();
});

const unasked = { accountId: null, redirectUri: null, pin: null };
const STATE = /^[A-Za-z0-9_-]{43}$/;

async function requests(authority: string, endpoint: string): Promise<LogEntry[]> {
  return (await practice.control.log()).filter((one) => one.authority === authority && one.endpoint === endpoint);
}

const fieldsOf = (raw: string): string[] => raw.split('&').sort();
const sorted = (fields: readonly string[]): string[] => [...fields].sort();
const valueIn = (raw: string, name: string): string => new URLSearchParams(raw).get(name) ?? '';

/** Header names in lower case, sorted, and the values of those that are ours. */
function headersOf({ rawHeaders }: LogEntry): Record<string, string> {
  const pairs = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ''] as const] : [],
  );
  return Object.fromEntries(pairs.sort(([left], [right]) => (left < right ? -1 : 1)));
}

function expectTokenHeaders(entry: LogEntry, ours: Record<string, string>): void {
  const headers = headersOf(entry);
  expect(Object.keys(headers)).toEqual(
    sorted(['accept', 'connection', 'content-length', 'content-type', 'host', ...Object.keys(ours)]).filter(
      (name, index, all) => all.indexOf(name) === index,
    ),
  );
  expect(headers).toMatchObject({ ...ours, accept: 'application/json' });
  expect(entry.method).toBe('POST');
  expect(entry.rawQuery).toBe('');
}

test('ANAF (R5, R6, R8, R9)', async () => {
  const certificateId = await office.importP12(anaf.post.p12, anaf.post.password);
  const { clientId, clientSecret } = anaf.post.oauth2;
  const applicationId = await office.saveApplication({
    profile: 'anaf',
    environment: 'production',
    redirectUris: ['https://localhost:9002/callback'],
    scopes: [],
    clientId,
    clientSecret,
  });
  const { accountId } = await office.calls['accounts.signIn']({ applicationId, certificateId, ...unasked });
  const [authorize] = await requests('anaf', 'authorize');
  const state = valueIn(authorize?.rawQuery ?? '', 'state');
  expect(state).toMatch(STATE);
  expect(fieldsOf(authorize?.rawQuery ?? '')).toEqual(
    sorted([
      'response_type=code',
      `client_id=${clientId}`,
      'redirect_uri=https%3A%2F%2Flocalhost%3A9002%2Fcallback',
      'token_content_type=jwt',
      `state=${state}`,
    ]),
  );
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const ours = { authorization: basic, 'content-type': 'application/x-www-form-urlencoded' };
  const [exchange] = await requests('anaf', 'token');
  const code = valueIn(exchange?.body ?? '', 'code');
  expect(fieldsOf(exchange?.body ?? '')).toEqual(
    sorted([
      'grant_type=authorization_code',
      `code=${encodeURIComponent(code)}`,
      'redirect_uri=https%3A%2F%2Flocalhost%3A9002%2Fcallback',
      'token_content_type=jwt',
    ]),
  );
  expectTokenHeaders(exchange ?? expect.fail('no exchange'), ours);

  const refreshToken = office.workspace.store().account(accountId).grant?.refreshToken?.value ?? '';
  await office.calls['accounts.renew']({ accountId, replaceLiving: false, pin: null });
  const [, refresh] = await requests('anaf', 'token');
  expect(fieldsOf(refresh?.body ?? '')).toEqual(
    sorted([`refresh_token=${encodeURIComponent(refreshToken)}`, 'grant_type=refresh_token']),
  );
  expectTokenHeaders(refresh ?? expect.fail('no refresh'), ours);
});

describe('Skatteverket', () => {
  const ours = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };

  test('organisation flow (S4, S9)', async () => {
    const certificateId = await office.importP12(org.p12, org.pin);
    const applicationId = await office.saveApplication({ scopes: ['momsdeklaration', 'agd'] });
    await office.calls['accounts.signIn']({ applicationId, certificateId, ...unasked });
    const [authorize] = await requests('skatteverket-org', 'authorize');
    const state = valueIn(authorize?.rawQuery ?? '', 'state');
    expect(state).toMatch(STATE);
    expect(fieldsOf(authorize?.rawQuery ?? '')).toEqual(
      sorted([
        `client_id=${org.oauth2.clientId}`,
        'response_type=code',
        `state=${state}`,
        'redirect_uri=https%3A%2F%2Flocalhost%2Ftest',
        'scope=momsdeklaration%20agd',
      ]),
    );
    const [exchange] = await requests('skatteverket-org', 'token');
    const code = valueIn(exchange?.body ?? '', 'code');
    expect(code).toMatch(/^[0-9a-f]{64}$/);
    expect(fieldsOf(exchange?.body ?? '')).toEqual(
      sorted([
        'grant_type=authorization_code',
        `client_id=${org.oauth2.clientId}`,
        `client_secret=${org.oauth2.clientSecret}`,
        'redirect_uri=https%3A%2F%2Flocalhost%2Ftest',
        `code=${code}`,
        'scope=momsdeklaration+agd',
      ]),
    );
    expectTokenHeaders(exchange ?? expect.fail('no exchange'), ours);
  });

  test('personal flow, over the app’s scheme (S17, S18)', async () => {
    const { clientId, clientSecret } = per.post.oauth2;
    const redirectUri = 'taxpass-practice://oauth/callback';
    const applicationId = await office.saveApplication({
      profile: 'skatteverket-per',
      redirectUris: [redirectUri],
      clientId,
      clientSecret,
    });
    const signIn = Promise.resolve(office.calls['accounts.signIn']({ applicationId, certificateId: null, ...unasked }));
    await expect.poll(() => office.opened.length).toBe(1);
    const browser = openBrowser(per.ready.caPem);
    await browser.open(office.opened[0]?.href ?? '');
    await browser.press(per.post.persons[0]?.button ?? '');
    office.callbacks.deliver((await browser.press(per.post.approveButton)).url);
    const { accountId } = await signIn;

    const [authorize] = await requests('skatteverket-per', 'authorize');
    const state = valueIn(authorize?.rawQuery ?? '', 'state');
    expect(state).toMatch(STATE);
    const [exchange] = await requests('skatteverket-per', 'token');
    const verifier = valueIn(exchange?.body ?? '', 'code_verifier');
    expect(verifier).toMatch(STATE);
    expect(fieldsOf(authorize?.rawQuery ?? '')).toEqual(
      sorted([
        `client_id=${clientId}`,
        'response_type=code',
        `state=${state}`,
        'redirect_uri=taxpass-practice%3A%2F%2Foauth%2Fcallback',
        'scope=momsdeklaration',
        `code_challenge=${createHash('sha256').update(verifier).digest('base64url')}`,
        'code_challenge_method=S256',
      ]),
    );
    expect(fieldsOf(exchange?.body ?? '')).toEqual(
      sorted([
        'grant_type=authorization_code',
        `client_id=${clientId}`,
        `client_secret=${clientSecret}`,
        'redirect_uri=taxpass-practice%3A%2F%2Foauth%2Fcallback',
        `code=${valueIn(exchange?.body ?? '', 'code')}`,
        'scope=momsdeklaration',
        `code_verifier=${verifier}`,
      ]),
    );
    expectTokenHeaders(exchange ?? expect.fail('no exchange'), ours);

    const refreshToken = office.workspace.store().account(accountId).grant?.refreshToken?.value ?? '';
    await office.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null });
    const [, refresh] = await requests('skatteverket-per', 'token');
    expect(fieldsOf(refresh?.body ?? '')).toEqual(
      sorted([
        'grant_type=refresh_token',
        `refresh_token=${refreshToken}`,
        `client_id=${clientId}`,
        `client_secret=${clientSecret}`,
      ]),
    );
    expectTokenHeaders(refresh ?? expect.fail('no refresh'), ours);
  });
});
