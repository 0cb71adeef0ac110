import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { chromiumSwitches, startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import { launchApp, type Desktop } from '../fixtures/launch.ts';
import { openBrowser } from '../fixtures/practice-browser.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';
import { accountRow, signInDialog } from '../fixtures/routes.ts';
import { startSystemBrowser } from '../fixtures/system-browser.ts';

const REDIRECT_URI = 'taxpass-practice://oauth/callback';
let practice: RunningPractice;
let desktop: Desktop;
let args: string[];

test.beforeEach(async () => {
  practice = await startPractice();
  desktop = await startPrivateDesktop();
  const { caPem, ...addresses } = practice.ready.authorities['skatteverket-per'].test;
  const ca = join(desktop.home, 'ca.pem');
  const file = join(desktop.home, 'authorities.json');
  await writeFile(ca, caPem);
  await writeFile(file, JSON.stringify({ 'skatteverket-per': { ...addresses, ca, redirectUri: REDIRECT_URI } }));
  args = ['--practice', '--authorities', file];
});
test.afterEach(async () => {
  await practice.stop();
  await desktop.stop();
});

/** Starts the program a second time as the desktop does; gives its exit code. */
async function startAgain(...addresses: string[]): Promise<number | null> {
  const command = [process.cwd(), ...args, ...chromiumSwitches(), '--', ...addresses];
  const second = spawn(process.env['TAXPASS_ELECTRON'] ?? '', command, { env: desktop.env, stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  return code;
}

/** What of a running program an argument could change: its windows, its own arguments, and whether it can be debugged. */
function programOf(running: Awaited<ReturnType<typeof launchApp>>): Promise<unknown> {
  return running.app.evaluate(({ app, BrowserWindow }) => ({
    windows: BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
    argv: process.argv,
    debugged: app.commandLine.getSwitchValue('remote-debugging-port'),
    userData: app.getPath('userData'),
  }));
}

/** Begins a sign-in in the app, and consents on the pages it opens; gives the callback's address. */
async function consent(running: Awaited<ReturnType<typeof launchApp>>, asked: () => Promise<URL>): Promise<string> {
  const post = (await practice.control.post())['skatteverket-per'].test;
  const route = signInDialog(running.window, 'Sign in at Skatteverket with e-ID');
  await route.open();
  await route.enterApplication({
    environment: null,
    name: 'Anna, e-ID',
    redirectUri: REDIRECT_URI,
    scopes: ['momsdeklaration'],
    services: [],
    oauth2: post.oauth2,
    apigw: post.apigw,
  });
  await route.saveAndSignIn();
  const pages = openBrowser(practice.ready.authorities['skatteverket-per'].test.caPem);
  await pages.open((await asked()).href);
  await pages.press(post.persons[0]?.button ?? '');
  return (await pages.press(post.approveButton)).url;
}

test('a running app takes exactly one callback of its own, once', async () => {
  const browser = await startSystemBrowser(desktop, []);
  const running = await launchApp(desktop, { args, env: browser.env });
  const address = await consent(running, browser.asked);
  const row = accountRow(running.window, 'Anna, e-ID');
  const wrongState = address.replace(/state=[^&]*/, 'state=somebody-elses');

  expect(await startAgain(wrongState)).toBe(0);
  expect(await startAgain(address, address)).toBe(0);
  expect(await startAgain(`--${address}`)).toBe(0);
  await expect(row).toHaveCount(0);
  expect((await practice.control.log()).some(({ endpoint }) => endpoint === 'token')).toBe(false);

  expect(await startAgain(address)).toBe(0);
  await expect(row).toBeVisible();
  expect(await startAgain(address)).toBe(0);
  const exchanges = (await practice.control.log()).filter(({ endpoint }) => endpoint === 'token');
  expect(exchanges.length).toBe(1);
  await running.quit();
  await browser.quit();
});

test('of two in quick succession the first that is right is taken, and the other does no harm', async () => {
  const browser = await startSystemBrowser(desktop, []);
  const running = await launchApp(desktop, { args, env: browser.env });
  const address = await consent(running, browser.asked);
  const forged = address.replace(/code=[^&]*/, 'code=forged').replace(/state=[^&]*/, 'state=somebody-elses');
  const again = `${address}&extra=1`;
  expect(await Promise.all([forged, address, again, address].map((each) => startAgain(each)))).toEqual([0, 0, 0, 0]);
  const row = accountRow(running.window, 'Anna, e-ID');
  await expect(row).toBeVisible();
  const exchanges = (await practice.control.log()).filter(({ endpoint }) => endpoint === 'token');
  expect(exchanges.map(({ body }) => body.includes('forged'))).toEqual([false]);
  // It is still there, and so is its program: what came late ended nothing.
  expect(await startAgain(address)).toBe(0);
  await expect(row).toBeVisible();
  await expect(running.window.getByRole('alert')).toHaveCount(0);
  await running.quit();
  await browser.quit();
});

test('what somebody hides in an address changes neither program', async () => {
  const browser = await startSystemBrowser(desktop, []);
  const running = await launchApp(desktop, { args, env: browser.env });
  const address = await consent(running, browser.asked);
  const row = accountRow(running.window, 'Anna, e-ID');
  const before = await programOf(running);
  const injected = [
    [`${address}" --inspect=0`],
    [`${address} --no-sandbox`],
    [`${address}\n--inspect`],
    [`${REDIRECT_URI}/--inspect?code=a&state=b`],
    ['--inspect=0', '--no-sandbox', '--remote-debugging-port=0'],
    [address, REDIRECT_URI],
    [`--${address}`, 'taxpass://oauth/callback?code=a&state=b'],
    ['--real', '--authorities', '/etc/passwd'],
  ];
  for (const each of injected) expect(await startAgain(...each), JSON.stringify(each)).toBe(0);
  expect(await programOf(running)).toEqual(before);
  await expect(row).toHaveCount(0);
  expect((await practice.control.log()).some(({ endpoint }) => endpoint === 'token')).toBe(false);
  expect(await startAgain(address)).toBe(0);
  await expect(row).toBeVisible();
  await running.quit();
  await browser.quit();
});

test('a cold start by a callback finishes the sign-in that waited for it', async () => {
  const browser = await startSystemBrowser(desktop, []);
  const running = await launchApp(desktop, { args, env: browser.env });
  const address = await consent(running, browser.asked);
  await running.quit();
  const again = await launchApp(desktop, { args, env: browser.env, callback: address });
  await expect(accountRow(again.window, 'Anna, e-ID')).toBeVisible();
  await again.quit();
  await browser.quit();
});
