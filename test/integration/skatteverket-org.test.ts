import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Environment, Profile } from '../../electron/authorities/schema.ts';
import { failureOf, openOffice, practiceProfiles, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice, type SkatteverketOrgPost } from '../fixtures/practice.ts';

let practice: RunningPractice;
let post: SkatteverketOrgPost;
let office: Office;
let profiles: Profile[];
const goodSwitches = {
  lifetimeFactor: 1,
  authorizeError: null,
  wrongState: false,
  dropState: false,
  redirectTo: null,
  redirectLoop: false,
  tokenHtml: false,
  tokenScope: null,
  tokenError: null,
  hangToken: false,
} as const;

beforeAll(async () => {
  practice = await startPractice();
  post = (await practice.control.post())['skatteverket-org'].test;
});
afterAll(() => practice.stop());
beforeEach(async () => {
  profiles = practiceProfiles(practice);
  office = await openOffice(practice, { profiles: () => profiles });
  await practice.control.setSwitches(goodSwitches);
  await practice.control.clearLog();
});
afterEach(() => office.close());

/** What a sign-in leaves to the program. */
const unasked = { accountId: null, redirectUri: null, pin: null };

/** A signed-in account at the test environment. */
async function signedIn(): Promise<string> {
  const certificateId = await office.importP12(post.p12, post.pin);
  const applicationId = await office.saveApplication();
  return (await office.calls['accounts.signIn']({ applicationId, certificateId, ...unasked })).accountId;
}

/** Signs in with the practice's own certificate and an application with `changes`; gives the failure. */
async function refusedSignIn(changes: Parameters<Office['saveApplication']>[0] = {}) {
  const certificateId = await office.importP12(post.p12, post.pin);
  const applicationId = await office.saveApplication(changes);
  return failureOf(office.calls['accounts.signIn']({ applicationId, certificateId, ...unasked }) as Promise<unknown>);
}

function bend(change: (environment: Environment) => Partial<Environment>): void {
  profiles = practiceProfiles(practice, (environment) => ({ ...environment, ...change(environment) }));
}

const ping = (
  accountId: string,
  url = `${practice.ready.authorities['skatteverket-org'].test.api}/momsdeklaration/v1/ping`,
) => office.calls['requests.send']({ accountId, method: 'GET', url, body: '', contentType: '' });

const storedAccounts = () => office.workspace.store().accounts();

describe('the main job', () => {
  test('on the wire the sign-in is what the seed shows, and nothing else (S4, S5, S9)', async () => {
    await signedIn();
    const log = await practice.control.log();
    const authorize = log.find(({ endpoint }) => endpoint === 'authorize');
    expect(authorize?.query.map(([name]) => name)).toEqual([
      'client_id',
      'response_type',
      'state',
      'redirect_uri',
      'scope',
    ]);
    const fields = Object.fromEntries(authorize?.query ?? []);
    expect(fields).toMatchObject({
      client_id: post.oauth2.clientId,
      response_type: 'code',
      redirect_uri: 'https://localhost/test',
      scope: 'momsdeklaration',
    });
    expect(Buffer.from(fields['state'] ?? '', 'base64url').length).toBeGreaterThanOrEqual(16);

    const token = log.find(({ endpoint }) => endpoint === 'token');
    expect(token?.method).toBe('POST');
    expect(token?.rawQuery).toBe('');
    const body = new URLSearchParams(token?.body);
    expect([...body.keys()]).toEqual(['grant_type', 'client_id', 'client_secret', 'redirect_uri', 'code', 'scope']);
    expect(body.get('redirect_uri')).toBe('https://localhost/test');
    const headers = pairs(token?.rawHeaders ?? []);
    expect(headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]).toBe(
      'application/x-www-form-urlencoded;charset=UTF-8',
    );
    expect(headers.some(([name]) => name.toLowerCase() === 'authorization')).toBe(false);
    const [certificate] = office.workspace.store().certificates();
    expect(authorize?.clientCertificate).toBe(certificate?.fingerprint);
    expect(token?.clientCertificate).toBe(certificate?.fingerprint);
  });

  test('several scopes go where the seed says and share one token (S10, S11)', async () => {
    const certificateId = await office.importP12(post.p12, post.pin);
    const scopes = post.scopes.slice(0, 2);
    expect(scopes.length).toBe(2);
    const applicationId = await office.saveApplication({ scopes: [...scopes] });
    await office.calls['accounts.signIn']({ applicationId, certificateId, ...unasked });
    const token = (await practice.control.log()).find(({ endpoint }) => endpoint === 'token');
    expect(new URLSearchParams(token?.body).get('scope')).toBe(scopes.join(' '));
    expect(storedAccounts()[0]?.grant?.scopeGiven).toEqual(scopes);
  });

  test('the account shows an opaque token of one hour, and none of it is the token (S12)', async () => {
    const accountId = await signedIn();
    const view = office.changes.findLast((change) => change.kind === 'accounts')?.value;
    expect(view).toMatchObject({ id: accountId, holder: 'Bolag A AB', accessToken: { form: 'opaque' } });
    const { obtainedAt, expiresAt } = view?.accessToken ?? { obtainedAt: 0, expiresAt: 0 };
    expect(expiresAt - obtainedAt).toBe(3_600_000);
    const seen = JSON.stringify(office.changes);
    const grant = storedAccounts()[0]?.grant;
    expect(grant?.accessToken).toMatch(/^[0-9a-f]{64}$/);
    for (const secret of [grant?.accessToken ?? '-', post.oauth2.clientSecret, post.apigw.clientSecret, post.pin]) {
      expect(seen).not.toContain(secret);
    }
  });

  test('the ping sends exactly the documented headers, a fresh correlation id each time (S2, S15)', async () => {
    const accountId = await signedIn();
    const first = await ping(accountId);
    const second = await ping(accountId);
    expect(first.status).toBe(200);
    expect(second.status).toBe(200);
    expect(first.correlationId).not.toBe(second.correlationId);
    expect(first.correlationId?.length).toBeLessThanOrEqual(36);
    const [call] = (await practice.control.log()).filter(({ endpoint }) => endpoint.startsWith('api:'));
    const sent = pairs(call?.rawHeaders ?? []);
    expect(sent.map(([name]) => name.toLowerCase()).sort()).toEqual([
      'authorization',
      'client_id',
      'client_secret',
      'connection',
      'host',
      'skv_client_correlation_id',
    ]);
    const value = (name: string) => sent.find(([candidate]) => candidate === name)?.[1];
    expect(value('Authorization')).toBe(`Bearer ${storedAccounts()[0]?.grant?.accessToken ?? ''}`);
    expect(value('Client_Id')).toBe(post.apigw.clientId);
    expect(value('Client_Secret')).toBe(post.apigw.clientSecret);
    expect(value('skv_client_correlation_id')).toBe(first.correlationId);
    expect(call?.clientCertificate).toBeNull();
    expect(JSON.stringify(first)).not.toContain(storedAccounts()[0]?.grant?.accessToken);
  });

  test('a living token is only replaced when asked for; an expired one by one call (S13)', async () => {
    const accountId = await signedIn();
    const before = storedAccounts()[0]?.grant;
    const renew = (replaceLiving: boolean) =>
      office.calls['accounts.renew']({ accountId, replaceLiving, pin: null }) as Promise<unknown>;
    expect(await failureOf(renew(false))).toEqual({ code: 'token-still-lives', expiresAt: before?.expiresAt });
    expect(storedAccounts()[0]?.grant).toEqual(before);
    await renew(true);
    const replaced = storedAccounts()[0]?.grant;
    expect(replaced?.accessToken).not.toBe(before?.accessToken);
    office.clock.nowMs = (replaced?.expiresAt ?? 0) + 1;
    await renew(false);
    expect(storedAccounts()[0]?.grant?.accessToken).not.toBe(replaced?.accessToken);
    expect(storedAccounts().length).toBe(1);
  });

  test('a request with an ended token fetches a new one first, silently, and only then (S13)', async () => {
    const accountId = await signedIn();
    const first = storedAccounts()[0]?.grant;
    await ping(accountId);
    expect(storedAccounts()[0]?.grant).toEqual(first);
    office.clock.nowMs = (first?.expiresAt ?? 0) + 1;
    expect((await ping(accountId)).status).toBe(200);
    expect(storedAccounts()[0]?.grant?.accessToken).not.toBe(first?.accessToken);
  });

  test('the same keys, certificate and scopes share one account and one token (S13)', async () => {
    const accountId = await signedIn();
    const certificateId = storedAccounts()[0]?.certificateId ?? '';
    const twin = await office.saveApplication({ name: 'entered twice' });
    const count = (await practice.control.log()).length;
    const again = await office.calls['accounts.signIn']({ applicationId: twin, certificateId, ...unasked });
    expect(again.accountId).toBe(accountId);
    expect((await practice.control.log()).length).toBe(count);
  });

  test('without the key kept, the PIN is asked each time and never stored', async () => {
    const certificateId = await office.importP12(post.p12, post.pin, false);
    const applicationId = await office.saveApplication();
    const signIn = (pin: string | null) =>
      office.calls['accounts.signIn']({ ...unasked, applicationId, certificateId, pin }) as Promise<unknown>;
    expect(await failureOf(signIn(null))).toEqual({ code: 'pin-needed' });
    expect(await failureOf(signIn('00000'))).toEqual({ code: 'p12-wrong-password' });
    expect(storedAccounts()).toEqual([]);
    await signIn(post.pin);
    expect(storedAccounts()[0]?.grant).not.toBeNull();
    const stored = JSON.stringify([...office.workspace.store().certificates(), ...storedAccounts()]);
    expect(stored).not.toContain('PRIVATE KEY');
    for (const file of await readdir(office.vaultFolder)) {
      expect((await readFile(join(office.vaultFolder, file))).includes(post.pin)).toBe(false);
    }
  });

  test('the sign-in can be copied as the seed’s curl line, with placeholders for what is secret (S6)', async () => {
    const accountId = await signedIn();
    await office.calls['accounts.copySignInAsCurl']({ accountId });
    const line = office.clipboard[0] ?? '';
    expect(line).toMatch(/^curl -c "cookies\.txt" -L --request GET --cert <[^>]+>:<[^>]+> --cert-type P12 "https:\/\//);
    expect(line).toContain(`client_id=${post.oauth2.clientId}`);
    for (const secret of [post.pin, post.oauth2.clientSecret, storedAccounts()[0]?.grant?.accessToken ?? '-']) {
      expect(line).not.toContain(secret);
    }
  });
});

describe('bad input ends with a clear failure and loses nothing', () => {
  test('a wrong PIN keeps the chosen file for another try', async () => {
    const bytes = await readFile(post.p12);
    const { draftId } = await office.calls['certificates.drop']({ fileName: 'a.p12', bytes });
    const open = (password: string) => office.calls['certificates.open']({ draftId, password, identity: null });
    expect(await failureOf(open('wrong') as Promise<unknown>)).toEqual({ code: 'p12-wrong-password' });
    expect(await open(post.pin)).toMatchObject({ holder: 'Bolag A AB', organisationNumber: '556000-0167' });
  });

  test('a file that is no P12, one without a key, and one too large', async () => {
    const openBytes = async (bytes: Uint8Array<ArrayBuffer>, password = '') => {
      const { draftId } = await office.calls['certificates.drop']({ fileName: 'x', bytes });
      return failureOf(office.calls['certificates.open']({ draftId, password, identity: null }) as Promise<unknown>);
    };
    expect(await openBytes(Buffer.from('%PDF-1.7 not a certificate'))).toEqual({ code: 'p12-not-p12' });
    const { path } = await practice.control.issue('test', 'no-key', '12345678');
    expect(await openBytes(await readFile(path), '12345678')).toEqual({ code: 'p12-no-key' });
    const large = new Uint8Array(10 * 1024 * 1024 + 1);
    expect(() => office.calls['certificates.drop']({ fileName: 'x', bytes: large })).toThrow('p12-too-large');
  });

  test.each([
    ['expired', 'certificate-expired'],
    ['not-yet-valid', 'certificate-not-yet-valid'],
  ] as const)('a certificate that is %s is stopped before the call', async (kind, code) => {
    const issued = await practice.control.issue('test', kind, '12345678');
    const certificateId = await office.importP12(issued.path, '12345678');
    const applicationId = await office.saveApplication();
    const failure = await failureOf(
      office.calls['accounts.signIn']({ applicationId, certificateId, ...unasked }) as Promise<unknown>,
    );
    expect(failure.code).toBe(code);
    expect(await practice.control.log()).toEqual([]);
  });

  test('a test certificate at production, and the reverse, is stopped before the call (S4)', async () => {
    const production = (await practice.control.post())['skatteverket-org'].production;
    const certificateId = await office.importP12(post.p12, post.pin);
    const applicationId = await office.saveApplication({ environment: 'production' });
    const wrongWay = office.calls['accounts.signIn']({ applicationId, certificateId, ...unasked }) as Promise<unknown>;
    expect(await failureOf(wrongWay)).toMatchObject({
      code: 'certificate-wrong-environment',
      environment: 'production',
    });
    const productionCertificate = await office.importP12(production.p12, production.pin);
    const testApplication = await office.saveApplication();
    const reverse = office.calls['accounts.signIn']({
      applicationId: testApplication,
      certificateId: productionCertificate,
      ...unasked,
    }) as Promise<unknown>;
    expect(await failureOf(reverse)).toMatchObject({ code: 'certificate-wrong-environment', environment: 'test' });
    expect(await practice.control.log()).toEqual([]);
  });

  test('a certificate of an unknown issuer is tried, and the authority’s refusal explained', async () => {
    const issued = await practice.control.issue('test', 'unknown-ca', '12345678');
    const certificateId = await office.importP12(issued.path, '12345678');
    const applicationId = await office.saveApplication();
    const signIn = office.calls['accounts.signIn']({ applicationId, certificateId, ...unasked }) as Promise<unknown>;
    expect(await failureOf(signIn)).toMatchObject({
      code: 'authority-refused',
      error: 'access_denied',
      explanation: 'skv-certificate-refused',
    });
  });

  test('an authority that cannot be reached', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    bend(() => ({ authorize: `https://gone.localhost:${port}/authorize` }));
    expect(await refusedSignIn()).toMatchObject({ code: 'authority-unreachable', cause: 'refused' });
  });

  test.each([
    ['unknown-ca', 'authority-certificate-untrusted'],
    ['wrong-host', 'authority-certificate-wrong-host'],
    ['expired', 'authority-certificate-expired'],
  ] as const)('a server whose certificate is %s is not talked to', async (kind, code) => {
    const origin = await practice.control.rogueServer(kind);
    bend(() => ({
      authorize: `${origin}/oauth2/v1/org/authorize`,
      certificateOrigins: [origin],
      signInOrigins: [origin],
    }));
    expect((await refusedSignIn()).code).toBe(code);
  });

  test('an error in the callback is told in the authority’s words', async () => {
    await practice.control.setSwitches({ authorizeError: { error: 'access_denied', error_description: 'Nej tack' } });
    expect(await refusedSignIn()).toMatchObject({
      code: 'authority-refused',
      error: 'access_denied',
      description: 'Nej tack',
    });
  });

  test.each([
    [{ wrongState: true }, 'callback-state-wrong'],
    [{ dropState: true }, 'callback-state-missing'],
  ] as const)('a callback with %o is not accepted, and its code not exchanged', async (switches, code) => {
    await practice.control.setSwitches(switches);
    expect(await refusedSignIn()).toEqual({ code });
    expect((await practice.control.log()).some(({ endpoint }) => endpoint === 'token')).toBe(false);
  });

  test('a wrong secret', async () => {
    expect(await refusedSignIn({ clientSecret: 'wrong' })).toMatchObject({ explanation: 'skv-client-secret-wrong' });
  });

  test('the pairs in each other’s place: recognised at sign-in, put right by exchanging the IDs: each secret goes with its own (S16)', async () => {
    const swapped = {
      clientId: post.apigw.clientId,
      clientSecret: post.apigw.clientSecret,
      apigwClientId: post.oauth2.clientId,
      apigwClientSecret: post.oauth2.clientSecret,
    };
    expect(await refusedSignIn(swapped)).toMatchObject({ explanation: 'skv-client-id-unknown' });
    const [application] = office.workspace.store().applications();
    if (application === undefined) expect.fail();
    const { id, profile, environment, name, redirectUris, services, scopes, clientId, apigwClientId } = application;
    await office.calls['applications.save']({
      ...{ id, profile, environment, name, redirectUris, services, scopes },
      ...{ clientId: apigwClientId, apigwClientId: clientId, clientSecret: null, apigwClientSecret: null },
    });
    const certificateId = office.workspace.store().certificates()[0]?.id ?? '';
    await office.calls['accounts.signIn']({ applicationId: application.id, certificateId, ...unasked });
    expect((await ping(storedAccounts()[0]?.id ?? '')).status).toBe(200);
    // A second application with the same values the wrong way round is refused as it is saved.
    expect(await failureOf(office.saveApplication(swapped))).toEqual({ code: 'keys-swapped' });
  });

  test('HTML where JSON was due', async () => {
    await practice.control.setSwitches({ tokenHtml: true });
    expect(await refusedSignIn()).toMatchObject({ code: 'answer-not-json', stage: 'token', status: 200 });
  });

  test('an authority that redirects in circles', async () => {
    await practice.control.setSwitches({ redirectLoop: true });
    expect(await refusedSignIn()).toMatchObject({ code: 'signin-too-many-redirects' });
  });

  test.each(['http://orgoauth2.test.skatteverket.localhost/', 'file:///etc/passwd', 'taxpass://oauth/callback?code=1'])(
    'a redirect to %s is not followed',
    async (redirectTo) => {
      await practice.control.setSwitches({ redirectTo });
      expect(await refusedSignIn()).toMatchObject({ code: 'signin-insecure-redirect' });
    },
  );

  test('the certificate is not shown to a host that is not listed for it, whatever a redirect names', async () => {
    const production = practice.ready.authorities['skatteverket-org'].production;
    const { origin } = new URL(production.authorize);
    bend(({ signInOrigins }) => ({ signInOrigins: [...signInOrigins, origin] }));
    await practice.control.setSwitches({ redirectTo: `${production.authorize}?elsewhere` });
    await refusedSignIn();
    const elsewhere = (await practice.control.log()).filter(({ environment }) => environment === 'production');
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(elsewhere.map(({ clientCertificate }) => clientCertificate)).toEqual(elsewhere.map(() => null));
  });

  test('a stand-in’s CA counts for its own hosts alone', async () => {
    const production = practice.ready.authorities['skatteverket-org'].production;
    await practice.control.setSwitches({ redirectTo: `${production.authorize}?elsewhere` });
    expect(await refusedSignIn()).toMatchObject({ code: 'authority-certificate-incomplete' });
    expect((await practice.control.log()).filter(({ environment }) => environment === 'production')).toEqual([]);
  });

  test('TLS verification cannot be switched off by the environment', async () => {
    const origin = await practice.control.rogueServer('unknown-ca');
    bend(() => ({
      authorize: `${origin}/oauth2/v1/org/authorize`,
      certificateOrigins: [origin],
      signInOrigins: [origin],
    }));
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      expect((await refusedSignIn()).code).toBe('authority-certificate-untrusted');
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
    expect((await practice.control.log()).filter(({ authority }) => authority === 'rogue')).toEqual([]);
  });

  test('a token of other keys or another environment is not this application’s any more', async () => {
    const accountId = await signedIn();
    const [application] = office.workspace.store().applications();
    await office.saveApplication({ id: application?.id ?? null, environment: 'production' });
    const production = practice.ready.authorities['skatteverket-org'].production;
    const url = `${production.api}/momsdeklaration/v1/ping`;
    expect(await failureOf(ping(accountId, url) as Promise<unknown>)).toEqual({ code: 'no-access-token' });
    const view = office.changes.findLast((change) => change.kind === 'accounts')?.value;
    expect(view?.accessToken).toBeNull();
    // Put back, it is there again: nothing was deleted.
    await office.saveApplication({ id: application?.id ?? null, environment: 'test' });
    expect((await ping(accountId)).status).toBe(200);
  });

  test('an account removed while the authority answers does not come back', async () => {
    const accountId = await signedIn();
    await practice.control.setSwitches({ hangToken: true });
    const renewal = failureOf(
      office.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null }) as Promise<unknown>,
    );
    await exchanging();
    await office.calls['accounts.remove']({ accountId });
    expect(await renewal).toEqual({ code: 'signin-cancelled' });
    expect(storedAccounts()).toEqual([]);
    await practice.control.setSwitches({ hangToken: false });
  });

  test('an incomplete application is saved, and says what is missing when it is used', async () => {
    expect(await refusedSignIn({ clientSecret: '' })).toEqual({
      code: 'application-incomplete',
      missing: ['clientSecret'],
    });
    expect(office.workspace.store().applications().length).toBe(1);
  });

  test('without the APIgw secret one can sign in, and the request says what it waits for', async () => {
    const certificateId = await office.importP12(post.p12, post.pin);
    const applicationId = await office.saveApplication({ apigwClientSecret: '' });
    const { accountId } = await office.calls['accounts.signIn']({ applicationId, certificateId, ...unasked });
    const failure = await failureOf(ping(accountId) as Promise<unknown>);
    expect(failure).toEqual({ code: 'application-incomplete', missing: ['apigwClientSecret'] });
  });

  test('a failed renewal keeps the token there is, and says on the account why it failed', async () => {
    const accountId = await signedIn();
    const before = storedAccounts()[0]?.grant;
    await practice.control.setSwitches({ tokenHtml: true });
    await failureOf(office.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null }) as Promise<unknown>);
    expect(storedAccounts()[0]).toMatchObject({ grant: before, lastFailure: { failure: { code: 'answer-not-json' } } });
    await practice.control.setSwitches({ tokenHtml: false });
    await office.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null });
    expect(storedAccounts()[0]?.lastFailure).toBeNull();
  });

  test('a scope the authority did not give is shown beside the one asked for (S11)', async () => {
    await practice.control.setSwitches({ tokenScope: 'agd' });
    await signedIn();
    expect(storedAccounts()[0]?.grant).toMatchObject({ scopeAsked: ['momsdeklaration'], scopeGiven: ['agd'] });
  });

  test('a second sign-in with the same certificate waits its turn by name; cancelling ends the first', async () => {
    await practice.control.setSwitches({ hangToken: true });
    const certificateId = await office.importP12(post.p12, post.pin);
    const applicationId = await office.saveApplication();
    const signIn = () =>
      office.calls['accounts.signIn']({ applicationId, certificateId, ...unasked }) as Promise<unknown>;
    const first = failureOf(signIn());
    const attempt = await exchanging();
    expect(await failureOf(signIn())).toEqual({ code: 'signin-busy' });
    await office.calls['attempts.cancel']({ attemptId: attempt });
    expect(await first).toEqual({ code: 'signin-cancelled' });
    await practice.control.setSwitches({ hangToken: false });
    await signIn();
    expect(storedAccounts()[0]?.grant).not.toBeNull();
  });

  test('a request to any other origin is refused before it is sent', async () => {
    const accountId = await signedIn();
    const count = (await practice.control.log()).length;
    for (const url of [
      'https://evil.example/ping',
      'http://localhost/',
      'nonsense',
      practice.ready.authorities['skatteverket-org'].test.authorize,
    ]) {
      expect(await failureOf(ping(accountId, url) as Promise<unknown>)).toMatchObject({
        code: 'request-origin-refused',
      });
    }
    expect((await practice.control.log()).length).toBe(count);
  });

  test('what is in use is not removed', async () => {
    const accountId = await signedIn();
    const [account] = storedAccounts();
    const certificateId = account?.certificateId ?? '';
    const applicationId = account?.applicationId ?? '';
    const removeCertificate = () => office.calls['certificates.remove']({ certificateId }) as Promise<unknown>;
    const removeApplication = () => office.calls['applications.remove']({ applicationId }) as Promise<unknown>;
    expect(await failureOf(removeCertificate())).toEqual({
      code: 'in-use',
      what: 'certificate',
      accounts: [accountId],
    });
    expect(await failureOf(removeApplication())).toEqual({
      code: 'in-use',
      what: 'application',
      accounts: [accountId],
    });
    await office.calls['accounts.remove']({ accountId });
    await removeCertificate();
    await removeApplication();
    expect(office.workspace.store().certificates()).toEqual([]);
  });
});

/** Resolves with the attempt's id once one is at the token endpoint. */
async function exchanging(): Promise<string> {
  for (;;) {
    const change = office.changes.findLast((candidate) => candidate.kind === 'attempts');
    if (change?.value?.status === 'exchanging') return change.id;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function pairs(rawHeaders: readonly string[]): Array<readonly [string, string]> {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : []));
}
