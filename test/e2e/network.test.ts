import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Bridge } from '../../electron/contract/client.ts';
import { authoritiesFolder, dataFolder, launchApp, practiceIsReady } from '../fixtures/launch.ts';
import { freePort, startOfficeProxy, tapOf } from '../fixtures/office-proxy.ts';
import { connectPractice } from '../fixtures/practice.ts';
import { answerFileDialog, answerQuestions, lastQuestion } from '../fixtures/routes.ts';
import { makeTestCa } from '../fixtures/test-servers.ts';
import { test } from '../fixtures/window-test.ts';

const USERNAME = 'ana.popescu';
const PASSWORD = 'the-password-of-the-proxy';

/** Serves a PAC script. */
async function servePac(body: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/x-ns-proxy-autoconfig' });
    response.end(`function FindProxyForURL(url, host) { ${body} }`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/office.pac`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Signs in with the organisation's certificate by the calls the dialog makes; how that ended. */
async function signIn(window: Page, folder: string): Promise<string> {
  const post = (await connectPractice(folder).post())['skatteverket-org'].test;
  const p12 = [...(await readFile(post.p12))];
  return window.evaluate(
    async (given) => {
      const { taxpass } = globalThis as unknown as { taxpass: Bridge };
      const call: Bridge['call'] = async (name, input) => {
        const answer = await taxpass.call(name, input);
        if (!answer.ok) throw new Error(answer.failure.code);
        return answer;
      };
      const valueOf = <T>(answer: { ok: boolean; value?: T }): T => answer.value as T;
      const bytes = Uint8Array.from(given.p12);
      const { draftId } = valueOf(await call('certificates.drop', { fileName: 'a.p12', bytes }));
      await call('certificates.open', { draftId, password: given.pin, identity: null });
      const { certificateId } = valueOf(await call('certificates.import', { draftId, keepKey: true }));
      const { applicationId } = valueOf(
        await call('applications.save', {
          id: null,
          profile: 'skatteverket-org',
          environment: 'test',
          name: 'Bolag A',
          redirectUris: [given.redirectUri],
          services: [],
          scopes: ['momsdeklaration'],
          clientId: given.oauth2.clientId,
          clientSecret: given.oauth2.clientSecret,
          apigwClientId: '',
          apigwClientSecret: '',
        }),
      );
      const input = { applicationId, certificateId, accountId: null, redirectUri: null, pin: null };
      const answer = await taxpass.call('accounts.signIn', input);
      return answer.ok ? 'signed in' : answer.failure.code;
    },
    { p12, pin: post.pin, oauth2: post.oauth2, redirectUri: post.redirectUri },
  );
}

test('main’s connections go by the office’s proxy, which lets them through with a login', async ({ desktop }) => {
  const proxy = await startOfficeProxy({ login: [USERNAME, PASSWORD] });
  const line = await tapOf(proxy.port);
  const dead = await freePort();
  const running = await launchApp(desktop);
  const { window } = running;
  try {
    await practiceIsReady(window);
    // As the desktop's settings would; but for loopback, which Chromium leads straight by itself.
    await running.app.evaluate(
      ({ session }, proxyRules) =>
        session
          .fromPartition('proxy-settings', { cache: false })
          .setProxy({ proxyRules, proxyBypassRules: '<-loopback>' }),
      `https=127.0.0.1:${dead},${line.name}`,
    );
    expect(await signIn(window, authoritiesFolder(desktop))).toBe('proxy-needs-password');

    await window.getByRole('button', { name: 'Settings' }).click();
    const part = window.getByRole('region', { name: line.name });
    await expect(part).toContainText('localhost');
    await part.getByRole('button', { name: 'Enter a login…' }).click();
    await part.getByLabel('User name').fill(USERNAME);
    await part.getByLabel('Password').fill('not the one');
    await part.getByRole('button', { name: 'Save' }).click();
    await expect(part.getByRole('button', { name: 'Change the login…' })).toBeVisible();
    expect(await signIn(window, authoritiesFolder(desktop))).toBe('proxy-password-refused');
    const tries = line.connections();
    expect(await signIn(window, authoritiesFolder(desktop))).toBe('proxy-needs-password');
    expect(line.connections()).toBe(tries + 1);
    expect(
      line
        .sent()
        .toString('latin1')
        .match(/Proxy-Authorization/g),
    ).toHaveLength(1);

    await part.getByRole('button', { name: 'Change the login…' }).click();
    await part.getByLabel('Password').fill(PASSWORD);
    await part.getByRole('button', { name: 'Save' }).click();
    await expect(part.getByRole('button', { name: 'Change the login…' })).toBeVisible();
    expect(await signIn(window, authoritiesFolder(desktop))).toBe('signed in');
    expect(line.sent().toString('latin1')).toContain('CONNECT ');
    expect(await proxy.log()).toContain('CONNECT');

    // The password is nowhere to be read: not in the window, not in its output, not in its files.
    expect(await window.content()).not.toContain(PASSWORD);
    expect(running.output()).not.toContain(PASSWORD);
    await expectNowhere(dataFolder(desktop), PASSWORD);
  } finally {
    await running.quit();
    await line.stop();
    await proxy.stop();
  }
});

test('a PAC script of the system is asked for each authority, and its list is kept in order', async ({ desktop }) => {
  const pac = await servePac(
    `if (url.indexOf('path') >= 0) return 'PROXY leaked:1';
     if (dnsDomainIs(host, 'api.office.test')) return 'DIRECT';
     return shExpMatch(host, '*.office.test') ? 'PROXY first.office.test:3128; SOCKS second:1080; DIRECT' : 'DIRECT';`,
  );
  const ca = join(desktop.home, 'ca.pem');
  await writeFile(ca, (await makeTestCa()).pem);
  const authorities = join(desktop.home, 'authorities.json');
  const anaf = {
    authorize: 'https://login.office.test/path/authorize',
    token: 'https://login.office.test/path/token',
    revoke: 'https://login.office.test/path/revoke',
    api: 'https://api.office.test',
    ca,
    clientId: 'client',
    clientSecret: 'secret',
    redirectUri: 'https://localhost/callback',
  };
  await writeFile(authorities, JSON.stringify({ anaf }));
  const args = ['--practice', '--authorities', authorities, `--proxy-pac-url=${pac.url}`];
  const running = await launchApp(desktop, { args });
  try {
    const { window } = running;
    await window.getByRole('button', { name: 'Settings' }).click();
    const network = await window.evaluate(async () => {
      const { taxpass } = globalThis as unknown as { taxpass: Bridge };
      return taxpass.call('settings.network', {});
    });
    expect(network).toMatchObject({
      ok: true,
      value: {
        servers: [
          { host: 'login.office.test', proxies: ['first.office.test:3128', 'second:1080'] },
          { host: 'api.office.test', proxies: [] },
        ],
        proxies: [
          { proxy: 'first.office.test:3128', kind: 'http', username: null },
          { proxy: 'second:1080', kind: 'unsupported', username: null },
        ],
      },
    });
    const section = window.getByRole('region', { name: 'Network' });
    await expect(section.getByRole('region', { name: 'first.office.test:3128' })).toContainText('login.office.test');
    await expect(section.getByRole('region', { name: 'second:1080' })).toContainText('Taxpass cannot use');
  } finally {
    await running.quit();
    await pac.close();
  }
});

test('a CA is trusted after a native question, shown, and removed; the practice CA never is', async ({
  desktop,
  running,
}) => {
  const { app, window } = running;
  await practiceIsReady(window);
  await window.getByRole('button', { name: 'Settings' }).click();
  const section = window.getByRole('region', { name: 'Network' });
  const add = section.getByRole('button', { name: 'Add a CA file…' });
  const file = join(desktop.home, 'office-ca.pem');
  await writeFile(file, (await makeTestCa()).pem);

  await answerFileDialog(app, file);
  await answerQuestions(app, false);
  await add.click();
  await expect(add).toBeEnabled();
  const asked = await lastQuestion(app);
  expect(asked.message).toContain('Test CA');
  expect(asked.detail).toMatch(/SHA-256: (?:[0-9A-F]{2}:){31}[0-9A-F]{2}/);
  await expect(section.getByRole('list', { name: 'Also trusted' })).toHaveCount(0);

  await answerFileDialog(app, file);
  await answerQuestions(app, true);
  await add.click();
  const trusted = section.getByRole('list', { name: 'Also trusted' });
  await expect(trusted.getByRole('listitem')).toHaveCount(1);
  await expect(trusted).toContainText('Test CA');
  await answerFileDialog(app, file);
  await add.click();
  await expect(section.getByRole('alert')).toContainText('It is trusted already.');

  const practice = join(desktop.home, 'practice-ca.pem');
  const state = JSON.parse(
    await readFile(join(authoritiesFolder(desktop), 'state.json'), 'utf8').catch(() => 'null'),
  ) as { servers: { root: { certPem: string } } };
  await writeFile(practice, state.servers.root.certPem);
  await answerFileDialog(app, practice);
  await add.click();
  await expect(section.getByRole('alert')).toContainText('It belongs to the practice authorities');

  await trusted.getByRole('button', { name: /^Remove/ }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(section.getByRole('list', { name: 'Also trusted' })).toHaveCount(0);
});

async function expectNowhere(folder: string, secret: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    expect(bytes.includes(secret), entry.name).toBe(false);
  }
}
