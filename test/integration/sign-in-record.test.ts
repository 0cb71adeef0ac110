import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { describeCertificate } from '../../electron/certificates/describe.ts';
import { createHttpsClient } from '../../electron/network/https-client.ts';
import { createTrace } from '../../electron/signin/trace.ts';
import { tracedHttps } from '../../electron/signin/traced-https.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import { saveAnafApplication, signInAtAnaf } from '../fixtures/anaf-account.ts';
import { anafDriver, nonceOf, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { ask, freeRedirectUri, leadsTo } from '../fixtures/loopback.ts';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
import { startPractice, type Post, type RunningPractice } from '../fixtures/practice.ts';
import { lacks } from '../fixtures/real-parts.ts';
import { startRenegotiatingAuthority } from '../fixtures/renegotiating-authority.ts';
import { makeTestCa } from '../fixtures/test-servers.ts';
import { encodingsOf, findSecrets, type Secret } from '../tour/secret-search.ts';

// What a record holds after a sign-in at the practice authorities, and that no secret of that sign-in is in it.

let practice: RunningPractice;
let post: Post;
let driver: AnafDriver;
let office: Office;

beforeAll(async () => {
  practice = await startPractice();
  post = await practice.control.post();
  driver = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  office = await openOffice(practice, {
    openSignInWindow: walkByHand(
      () => driver,
      () => undefined,
    ),
  });
  await practice.control.clearLog();
});
afterEach(async () => {
  await practice.control.setSwitches({ tokenError: null, authorizeError: null, tokenAnswer: null });
  office.stop();
  await office.close();
});

const asked = { accountId: null, redirectUri: null, pin: null };

async function recordOf(applicationId: string, accountId: string | null = null): Promise<string> {
  const { record } = await office.calls['support.record']({ applicationId, accountId });
  if (record === null) throw new Error('there is no record');
  await expectNoSecretIn(record.text);
  return record.text;
}

/** Everything the authorities were sent and gave in this test, and all that names the holders. */
async function secretsOfRun(): Promise<Secret[]> {
  const secrets = new Map<string, string>();
  const add = (name: string, value: string | null | undefined): void => {
    // What is shorter stands in any text.
    if (value != null && value.length >= 6) secrets.set(value, name);
  };
  const store = office.workspace.store();
  for (const { clientId, clientSecret, apigwClientId, apigwClientSecret, name } of store.applications()) {
    add('client id', clientId);
    add('client secret', clientSecret);
    add('APIgw id', apigwClientId);
    add('APIgw secret', apigwClientSecret);
    add('application', name);
  }
  for (const { certPem } of store.certificates()) {
    const { commonName, organisation, organisationNumber, subjectSerialNumber, serialNumber } =
      describeCertificate(certPem);
    for (const value of [commonName, organisation, organisationNumber, subjectSerialNumber, serialNumber])
      add('holder', value);
  }
  for (const { id, grant } of store.accounts()) {
    add('account', id);
    add('access token', grant?.accessToken);
    add('refresh token', grant?.refreshToken?.value);
  }
  add('PIN', post['skatteverket-org'].test.pin);
  add('password', post.anaf.production.password);
  const public_ = /^(?:code|grant_type|response_type|redirect_uri|scope|token_content_type|code_challenge_method)$/;
  for (const { query, body, rawHeaders } of await practice.control.log()) {
    for (const [name, value] of [...query, ...new URLSearchParams(body)])
      if (!public_.test(name) || name === 'code') add(name, value);
    rawHeaders.forEach((value, index) => {
      if (/^(?:cookie|authorization)$/i.test(rawHeaders[index - 1] ?? ''))
        for (const part of value.split(/[;= ]+/))
          if (!/^(?:F5_ST|(?:Last)?MRH_?Session|Basic|Bearer)$/i.test(part)) add('header', part);
    });
  }
  return [...secrets].map(([value, name]) => ({ name, value }));
}

async function expectNoSecretIn(text: string): Promise<void> {
  const secrets = await secretsOfRun();
  expect(secrets.length).toBeGreaterThan(5);
  expect(findSecrets(secrets, [{ kind: 'output', name: 'record', bytes: Buffer.from(text) }])).toEqual([]);
  // The search would find each of them, in each form.
  for (const secret of secrets) {
    const planted = Buffer.concat([Buffer.from(text), ...encodingsOf(secret.value).map(([, bytes]) => bytes)]);
    expect(findSecrets([secret], [{ kind: 'output', name: 'record', bytes: planted }]).length).toBeGreaterThan(8);
  }
}

describe('at Skatteverket, directly', () => {
  const importBolagA = () => office.importP12(post['skatteverket-org'].test.p12, post['skatteverket-org'].test.pin);

  test('each step is there, with TLS, cookies and the tokens’ lives', async () => {
    const certificateId = await importBolagA();
    const applicationId = await office.saveApplication();
    const { accountId } = await office.calls['accounts.signIn']({ ...asked, applicationId, certificateId });
    const text = await recordOf(applicationId, accountId);
    expect(text).toContain('Way           direct, callback caught\n');
    expect(text).toContain('Redirect URI  https, localhost, without a port\n');
    expect(text).toContain('Scopes asked  momsdeklaration\n');
    expect(text).toMatch(/Certificate {3}RSA 2048, issued by “Practice Expisoft Test CA”\n/);
    expect(text.match(/TLSv1\.3, TLS_\S+, directly, client certificate asked for and shown\n/g)).toHaveLength(4);
    expect(text).toContain('/my.policy\n');
    expect(text).toContain('sets cookies: LastMRH_Session, MRHSession, F5_ST\n');
    expect(text).toContain('location: (the redirect URI) ?code &state\n');
    expect(text).toContain('state right; code <64 characters: hex>\n');
    expect(text).toContain('fields: grant_type, client_id, client_secret, redirect_uri, code, scope\n');
    expect(text).toContain('access token <64 characters: hex>, lives 3600 s\n');
    expect(text).toContain('scopes given: momsdeklaration\n');
    expect(text).toMatch(/ {2}done\n$/);
  });

  test('the authority’s refusal is there in its words, though it writes back what it was sent', async () => {
    const { clientSecret, clientId } = post['skatteverket-org'].test.oauth2;
    await practice.control.setSwitches({
      tokenError: {
        error: 'access_denied',
        error_description: `Admin policy denied access to ${clientId} with ${clientSecret}, Bolag A AB, Redovisning`,
      },
    });
    const certificateId = await importBolagA();
    const applicationId = await office.saveApplication({ name: 'Redovisning' });
    const ended = office.calls['accounts.signIn']({ ...asked, applicationId, certificateId });
    expect(await failureOf(ended as Promise<unknown>)).toMatchObject({ code: 'authority-refused' });
    const text = await recordOf(applicationId);
    expect(text).toMatch(
      /ended: authority-refused, stage token, status 400, error access_denied, .*“Admin policy denied access to •/,
    );
    const { record } = await office.calls['support.record']({ applicationId, accountId: null });
    await office.calls['support.copy']({ recordId: record?.recordId ?? '' });
    expect(office.clipboard).toEqual([text]);
  });

  test('a server that may not have the certificate is told of, another’s host is not', async () => {
    const rogue = await practice.control.rogueServer('unknown-ca');
    await practice.control.setSwitches({ redirectTo: `${rogue}/secret-path?token=0123456789abcdef` });
    const certificateId = await importBolagA();
    const applicationId = await office.saveApplication();
    await failureOf(office.calls['accounts.signIn']({ ...asked, applicationId, certificateId }) as Promise<unknown>);
    await practice.control.setSwitches({ redirectTo: null });
    const text = await recordOf(applicationId);
    expect(text).toContain('location: (another host 1)/<11 characters: other> ?token\n');
    expect(text).toMatch(/connection to \(another host 1\) failed: authority-certificate-\w+/);
    expect(text).not.toContain(new URL(rogue).host);
  });

  test('what is refused before the sign-in begins leaves no record of an earlier one', async () => {
    const certificateId = await importBolagA();
    const applicationId = await office.saveApplication();
    const { accountId } = await office.calls['accounts.signIn']({ ...asked, applicationId, certificateId });
    await recordOf(applicationId, accountId);
    office.clock.nowMs += 20 * 365 * 86_400_000;
    const again = office.calls['accounts.signIn']({ ...asked, applicationId, certificateId, accountId });
    expect(await failureOf(again as Promise<unknown>)).toMatchObject({ code: 'certificate-expired' });
    expect(await office.calls['support.record']({ applicationId, accountId })).toEqual({ record: null });
    const noRecord = office.calls['support.save']({ recordId: 'none' }) as Promise<unknown>;
    expect(await failureOf(noRecord)).toEqual({ code: 'not-found', what: 'attempt' });
  });

  test('with keys alone there is one request, and no callback', async () => {
    const { oauth2, scopes } = post['skatteverket-sys'].test;
    const applicationId = await office.saveApplication({
      profile: 'skatteverket-sys',
      redirectUris: [],
      scopes: [...scopes],
      ...oauth2,
    });
    const { accountId } = await office.calls['accounts.signIn']({ ...asked, applicationId, certificateId: null });
    const text = await recordOf(applicationId, accountId);
    expect(text).toContain('Way           client-credentials\nRedirect URI  none\n');
    expect(text).toContain('fields: grant_type, client_id, client_secret, scope\n');
    expect(text).toContain('no client certificate at hand\n');
    expect(text.match(/^ *\+\d+ ms/gm)).toHaveLength(5);
  });
});

describe('at ANAF', () => {
  test('the exchange, then a renewal: whether the refresh token is new and how long it lives', async () => {
    const accountId = await signInAtAnaf(office, driver);
    const [account] = office.workspace.store().accounts();
    const applicationId = account?.applicationId ?? '';
    const signIn = await recordOf(applicationId, accountId);
    expect(signIn).toContain('Profile       anaf, production, at a stand-in with a CA of its own\n');
    expect(signIn).toMatch(/callback with code, state; state right; code <\d+ characters: \w+>\n/);
    expect(signIn).toContain('headers: host, connection, authorization, content-type, accept, content-length\n');
    expect(signIn).toMatch(/access token <\d+ characters: jwt>, lives 777\d{4} s\n/);
    expect(signIn).toMatch(/refresh token <\d+ characters: jwt>, lives 3153\d{4} s, new\n/);
    await office.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null });
    const renewal = await recordOf(applicationId, accountId);
    expect(renewal).toContain('Way           refresh\n');
    expect(renewal).toContain('fields: refresh_token, grant_type\n');
    expect(renewal).toMatch(/refresh token <\d+ characters: jwt>, lives \d+ s, new\n/);
  });

  test('by the browser and the listener: what it heard, and whose it was', async () => {
    const { start, listener, ended, applicationId } = await inBrowser();
    const callback = await walk(start);
    const forged = new URL(callback);
    forged.searchParams.set('state', 'B'.repeat(43));
    await ask(listener, forged);
    await ask(listener, leadsTo(await ask(listener, callback), callback));
    await ended;
    const text = await recordOf(applicationId);
    expect(text).toMatch(/Redirect URI {2}https, localhost, port \d+\n/);
    expect(text).toContain('the system browser was sent to a first page of our own\n');
    expect(text).toMatch(/not the callback of this sign-in\n[^]*it was the callback\n[^]*state right[^]*done\n$/);
    expect(text).not.toContain('BBBB');
  });

  test('what is pasted, and why it was not taken', async () => {
    const { start, ended, applicationId } = await inBrowser();
    const callback = await walk(start);
    const attempt = office.changes.findLast((change) => change.kind === 'attempts')?.value;
    const attemptId = attempt !== null && attempt !== undefined && 'deadline' in attempt ? attempt.id : '';
    const paste = async (url: string): Promise<unknown> => office.calls['attempts.paste']({ attemptId, url });
    await failureOf(paste('https://somebody.example/?code=0123456789'));
    await paste(callback.href);
    await ended;
    const text = await recordOf(applicationId);
    expect(text).toContain('an address was pasted; callback-elsewhere\n');
    expect(text).toContain('an address was pasted; it was the callback\n');
  });

  async function inBrowser() {
    const redirectUri = await freeRedirectUri();
    await practice.control.addRedirectUri('anaf', redirectUri);
    const applicationId = await saveAnafApplication(office, driver, { redirectUris: [redirectUri] });
    const ended = office.calls['accounts.signIn']({
      ...{ ...asked, applicationId, certificateId: null },
      route: 'browser',
    }) as Promise<unknown>;
    ended.catch(() => undefined);
    await expect.poll(() => office.opened.length).toBe(1);
    const first = office.opened[0] ?? new URL('about:blank');
    const [listener] = office.loopbacks.listeners();
    if (listener === undefined) throw new Error('nobody listens');
    return { ended, applicationId, listener, start: leadsTo(await ask(listener, first), first) };
  }

  /** What a browser with the holder's certificate does at the authority; gives the callback's address. */
  async function walk(start: URL): Promise<URL> {
    const { answer, cookie } = await driver.follow(start.href, driver.identity);
    const last = await driver.send(new URL('/my.policy_nonce', driver.ready.authorize).href, {
      method: 'POST',
      identity: driver.identity,
      headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: `nonce=${nonceOf(answer.body)}`,
    });
    return new URL(String(last.headers['location']));
  }
});

test.skipIf(lacks('apache'))('a certificate that is asked for mid-connection is seen as a renegotiation', async () => {
  const ca = await makeTestCa();
  const keys = { clientId: 'taxpass-test', clientSecret: 'a secret of the test client' };
  const redirectUri = 'https://localhost/test';
  const authority = await startRenegotiatingAuthority(ca, { host: 'authority.localhost', ...keys, redirectUri });
  const https = createHttpsClient();
  try {
    const { origin, authorize, token } = authority;
    const hosts = { authorize, token, refresh: token, revoke: null, api: origin };
    const environment = {
      ...{ name: 'production' as const, ...hosts, trustedCa: ca.pem },
      ...{ signInOrigins: [origin], certificateOrigins: [origin] },
    };
    const trace = createTrace({
      ...{ profile: anaf, environment, route: 'direct', arrival: 'caught', redirectUri, arrivalUri: redirectUri },
      ...{ state: null, isResumed: false, clientId: keys.clientId, scopes: [], certPem: null, secrets: [] },
      ...{ readCertificate: () => null, maskPersonalNumbers: (text: string) => text, version: '1', now: Date.now },
    });
    const clientCertificate = await ca.client('Firma');
    const send = (path: string): Promise<unknown> =>
      tracedHttps(https, trace).send({
        ...{ method: 'GET', url: new URL(path, origin), headers: [], clientCertificate, trustedCa: ca.pem },
        signal: AbortSignal.timeout(10_000),
      });
    await send('/authorize');
    expect(trace.text()).toMatch(/TLSv1\.2, .*, client certificate not asked for in the handshake\n/);
    expect(trace.text()).not.toContain('renegotiation');
    await send('/my.policy');
    expect(trace.text().match(/\(renegotiation\)\n/g)).toHaveLength(1);
  } finally {
    await https.close();
    await authority.stop();
  }
});
