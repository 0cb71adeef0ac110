import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test as base } from 'playwright/test';
import { startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import {
  proceedDespiteWarning,
  startChromium,
  type ChromiumBrowser,
  type ChromiumOptions,
} from '../fixtures/chromium-browser.ts';
import { openByDesktop } from '../fixtures/desktop-entry.ts';
import { launchApp, type Desktop } from '../fixtures/launch.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';
import { openBrowser } from '../fixtures/practice-browser.ts';
import { lacks } from '../fixtures/real-parts.ts';
import { startRenegotiatingAuthority } from '../fixtures/renegotiating-authority.ts';
import { accountRow, signInDialog } from '../fixtures/routes.ts';
import { installSchemeHandler } from '../fixtures/system-browser.ts';
import { makeTestCa, startTestServer } from '../fixtures/test-servers.ts';

// The system browser as people have it: Debian's Chromium, opened by the real xdg-open, which in turn hands addresses of
// the app's scheme to the real xdg-open.

base.skip(lacks('chromium', 'apache'), 'chromium, libnss3-tools or apache2 is not installed');

const test = base.extend<{
  keyring: boolean;
  desktop: Desktop;
  /** Ends with the test. */
  startBrowser: (options: ChromiumOptions) => Promise<ChromiumBrowser>;
}>({
  keyring: [true, { option: true }],
  desktop: async ({ keyring }, use) => {
    const desktop = await startPrivateDesktop({ keyring });
    await use(desktop);
    await desktop.stop();
  },
  startBrowser: async ({ desktop }, use) => {
    const started: ChromiumBrowser[] = [];
    await use(async (options) => {
      const browser = await startChromium(desktop, options);
      started.push(browser);
      return browser;
    });
    for (const browser of started) await browser.quit();
  },
});

test('a sign-in goes from the app to Chromium and home by its scheme', async ({ desktop, startBrowser }) => {
  const practice = await startPractice();
  const { caPem, ...addresses } = practice.ready.authorities['skatteverket-per'].test;
  const redirectUri = 'taxpass-practice://oauth/callback';
  const ca = join(desktop.home, 'practice-ca.pem');
  const authorities = join(desktop.home, 'authorities.json');
  await writeFile(ca, caPem);
  await writeFile(authorities, JSON.stringify({ 'skatteverket-per': { ...addresses, ca, redirectUri } }));
  const post = (await practice.control.post())['skatteverket-per'].test;
  const origin = await loginOrigin(practice, redirectUri);
  const browser = await startBrowser({ trustedCas: [caPem], allowedLinks: { 'taxpass-practice': [origin] } });
  await installSchemeHandler(desktop, desktop.env);
  const running = await launchApp(desktop, { args: ['--practice', '--authorities', authorities] });

  const route = signInDialog(running.window, 'Sign in at Skatteverket with e-ID');
  await route.open();
  await route.enterApplication({
    environment: null,
    name: 'Anna, e-ID',
    redirectUri,
    scopes: ['momsdeklaration'],
    services: [],
    oauth2: post.oauth2,
    apigw: post.apigw,
  });
  await route.saveAndSignIn();
  const tab = await browser.tab((address) => address.origin === origin);
  await tab.getByRole('button', { name: post.persons[0]?.button ?? '', exact: true }).click();
  await tab.getByRole('button', { name: post.approveButton, exact: true }).click({ noWaitAfter: true });
  await expect(accountRow(running.window, 'Anna, e-ID')).toBeVisible({ timeout: 30_000 });
  const exchanges = (await practice.control.log()).filter(({ endpoint }) => endpoint === 'token');
  expect(exchanges.map(({ outcome }) => outcome.status)).toEqual([200]);
  await running.quit();
  await practice.stop();
});

test('an https page of this machine is reached past one warning, and then without', async ({
  desktop,
  startBrowser,
}) => {
  const server = await startTestServer(
    { ...(await (await makeTestCa()).server(['localhost'])), requestCert: false },
    (_request, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Here</title>'),
  );
  const browser = await startBrowser({ trustedCas: [] });
  const first = `https://localhost:${server.port}/first`;
  await openByDesktop(desktop, first);
  const tab = await browser.tab(({ protocol }) => protocol === 'chrome-error:');
  await expect(tab).not.toHaveTitle('Here');
  expect(server.seen).toEqual([]);
  await proceedDespiteWarning(tab);
  await expect(tab).toHaveTitle('Here');
  const second = `https://localhost:${server.port}/callback?code=1`;
  await openByDesktop(desktop, second);
  await expect(await browser.tab(({ href }) => href === second)).toHaveTitle('Here');
  await server.close();
});

test('a certificate of the browser’s own is shown to a server that asks mid-connection', async ({
  desktop,
  startBrowser,
}) => {
  const ca = await makeTestCa();
  const home = await startTestServer(
    { ...(await ca.server(['localhost'])), requestCert: false },
    (_request, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<title>Home</title>'),
  );
  const redirectUri = `https://localhost:${home.port}/callback`;
  const authority = await startRenegotiatingAuthority(ca, {
    host: 'authority.localhost',
    clientId: 'taxpass-test',
    clientSecret: 'a secret of the test client',
    redirectUri,
  });
  const certified = { name: 'Ana', ...(await ca.client('Ana')) };
  const browser = await startBrowser({
    trustedCas: [ca.pem],
    certificate: { certified, origins: [authority.origin] },
  });
  const query = new URLSearchParams({ client_id: 'taxpass-test', redirect_uri: redirectUri, state: 'a state' });
  await openByDesktop(desktop, `${authority.authorize}?${query.toString()}`);
  const tab = await browser.tab(({ href }) => href.startsWith(redirectUri));
  await expect(tab).toHaveTitle('Home');
  const { searchParams } = new URL(tab.url());
  expect([...searchParams.keys()]).toEqual(['code', 'state']);
  expect(authority.apache.seen.map(({ clientDn }) => clientDn)).toEqual([null, 'CN=Ana']);
  await authority.stop();
  await home.close();
});

/** Where the login pages are: a host of their own, which a browser without scripts finds out. */
async function loginOrigin(practice: RunningPractice, redirectUri: string): Promise<string> {
  const { caPem, authorize } = practice.ready.authorities['skatteverket-per'].test;
  const { oauth2 } = (await practice.control.post())['skatteverket-per'].test;
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: oauth2.clientId,
    redirect_uri: redirectUri,
    scope: 'momsdeklaration',
    state: 'of nobody',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  });
  const { url } = await openBrowser(caPem).open(`${authorize}?${query.toString()}`);
  return new URL(url).origin;
}
