import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
import { startPractice, type Post, type RunningPractice } from '../fixtures/practice.ts';

let practice: RunningPractice;
let post: Post;
let office: Office;

beforeAll(async () => {
  practice = await startPractice();
  post = await practice.control.post();
});
afterAll(() => practice.stop());
beforeEach(async () => {
  office = await openOffice(practice);
  await practice.control.setSwitches({ tokenAnswer: null, tokenScope: null, lifetimeFactor: 1 });
  await practice.control.clearLog();
});
afterEach(() => office.close());

type SystemFlow = 'skatteverket-sysorg' | 'skatteverket-sys';
const asked = { accountId: null, redirectUri: null, pin: null };

function saveApplication(profile: SystemFlow, changes: Parameters<Office['saveApplication']>[0] = {}) {
  const { oauth2, scopes } = post[profile].test;
  return office.saveApplication({ profile, redirectUris: [], scopes: [...scopes], ...oauth2, ...changes });
}

const importBolagA = (keepKey = true) =>
  office.importP12(post['skatteverket-org'].test.p12, post['skatteverket-org'].test.pin, keepKey);
const signIn = (applicationId: string, certificateId: string | null) =>
  office.calls['accounts.signIn']({ applicationId, certificateId, ...asked }) as Promise<{ accountId: string }>;
const accountOf = (id: string) => office.workspace.store().account(id);

async function tokenRequests() {
  return (await practice.control.log()).filter(({ endpoint }) => endpoint === 'token');
}

describe('with keys and an organisation certificate', () => {
  test('one request of four fields, with the certificate, and nothing else', async () => {
    const certificateId = await importBolagA();
    const applicationId = await saveApplication('skatteverket-sysorg');
    const { accountId } = await signIn(applicationId, certificateId);
    const log = await practice.control.log();
    expect(log.map(({ endpoint, authority }) => `${authority} ${endpoint}`)).toEqual(['skatteverket-sysorg token']);
    const fields = [...new URLSearchParams(log[0]?.body)];
    const { oauth2 } = post['skatteverket-sysorg'].test;
    expect(fields).toEqual([
      ['grant_type', 'client_credentials'],
      ['client_id', oauth2.clientId],
      ['client_secret', oauth2.clientSecret],
      ['scope', 'fbfuppgoffakt'],
    ]);
    expect(log[0]?.clientCertificate).toBe(office.workspace.store().certificate(certificateId).fingerprint);
    expect(accountOf(accountId)).toMatchObject({ route: 'client-credentials', lastFailure: null });
    expect(accountOf(accountId).grant?.refreshToken).toBeNull();
  });

  test('a token that ended is fetched again when a request needs it, and used for its whole life (S13)', async () => {
    const { accountId } = await signIn(await saveApplication('skatteverket-sysorg'), await importBolagA());
    const api = practice.ready.authorities['skatteverket-sysorg'].test.api;
    const url = `${api}/folkbokforing/folkbokforingsuppgifter-for-offentliga-aktorer/v3`;
    const send = () =>
      office.calls['requests.send']({ accountId, method: 'GET', url, body: '', contentType: '' }) as Promise<unknown>;
    expect(await send()).toMatchObject({ status: 200 });
    expect(await send()).toMatchObject({ status: 200 });
    expect(await tokenRequests()).toHaveLength(1);
    office.clock.nowMs += 2 * 3_600_000;
    expect(await send()).toMatchObject({ status: 200 });
    expect(await tokenRequests()).toHaveLength(2);
  });

  test('a key that is not kept asks for its PIN, and nothing is sent before', async () => {
    const certificateId = await importBolagA(false);
    const applicationId = await saveApplication('skatteverket-sysorg');
    expect(await failureOf(signIn(applicationId, certificateId))).toEqual({ code: 'pin-needed' });
    expect(await tokenRequests()).toEqual([]);
    const { pin } = post['skatteverket-org'].test;
    await office.calls['accounts.signIn']({ applicationId, certificateId, ...asked, pin });
    expect(await tokenRequests()).toHaveLength(1);
  });

  test('without a certificate it is not tried', async () => {
    const applicationId = await saveApplication('skatteverket-sysorg');
    expect(await failureOf(signIn(applicationId, null))).toEqual({ code: 'not-found', what: 'certificate' });
    expect(await tokenRequests()).toEqual([]);
  });

  test('keys of another flow are told to be that', async () => {
    const { oauth2 } = post['skatteverket-org'].test;
    const applicationId = await saveApplication('skatteverket-sysorg', oauth2);
    expect(await failureOf(signIn(applicationId, await importBolagA()))).toMatchObject({
      code: 'authority-refused',
      explanation: 'skv-keys-for-another-flow',
    });
  });
});

describe('with keys alone', () => {
  test('no certificate is shown, though there is one', async () => {
    await importBolagA();
    await signIn(await saveApplication('skatteverket-sys'), null);
    const [request] = await tokenRequests();
    expect(request).toMatchObject({ authority: 'skatteverket-sys', clientCertificate: null });
    expect(new URLSearchParams(request?.body).get('grant_type')).toBe('client_credentials');
  });

  test('scopes that were not given are shown beside those asked for (S11)', async () => {
    await practice.control.setSwitches({ tokenScope: 'annat' });
    const { accountId } = await signIn(await saveApplication('skatteverket-sys'), null);
    expect(accountOf(accountId).grant).toMatchObject({ scopeAsked: ['bilforman'], scopeGiven: ['annat'] });
  });

  test('it needs no redirect URI, but its scopes and secret', async () => {
    const applicationId = await saveApplication('skatteverket-sys', { clientSecret: null, scopes: [] });
    expect(await failureOf(signIn(applicationId, null))).toEqual({
      code: 'application-incomplete',
      missing: ['clientSecret', 'scopes'],
    });
  });

  test('a wrong secret deletes nothing', async () => {
    const applicationId = await saveApplication('skatteverket-sys');
    const { accountId } = await signIn(applicationId, null);
    const before = accountOf(accountId).grant;
    await saveApplication('skatteverket-sys', { id: applicationId, clientSecret: 'wrong' });
    const again = office.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null }) as Promise<unknown>;
    expect(await failureOf(again)).toMatchObject({ explanation: 'skv-client-secret-wrong' });
    expect(accountOf(accountId).grant).toEqual(before);
  });
});
