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
