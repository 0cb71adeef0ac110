import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import { CHROMIUM, startChromium } from '../fixtures/chromium-browser.ts';
import { installHandler, openByDesktop } from '../fixtures/desktop-entry.ts';
import { makeNssDatabase } from '../fixtures/nss-database.ts';
import type { Desktop } from '../fixtures/launch.ts';
import { lacks } from '../fixtures/real-parts.ts';
import { makeTestCa, startTestServer, type TestCa, type TestServer } from '../fixtures/test-servers.ts';

// The page as a firm puts it up, in Debian's Chromium.

test.skip(lacks('chromium'), 'chromium or libnss3-tools is not installed');

const HOME = 'taxpass://oauth/callback';

type Site = {
  readonly ca: TestCa;
  readonly server: TestServer;
  /** Where the page stands. */
  readonly address: string;
};

let desktop: Desktop;
let site: Site;
let browser: Browser;

test.beforeAll(async () => {
  const html = await readFile(join(process.cwd(), 'build/bounce-page/index.html'));
  const ca = await makeTestCa();
  const tls = await ca.server(['firm.localhost']);
  const server = await startTestServer({ ...tls, requestCert: false }, ({ url }, response) => {
    const isPage = url.split('?')[0] === '/taxpass/callback';
    const body = url === '/frame' ? '<iframe src="/taxpass/callback?code=a&state=b"></iframe>' : html;
    response.writeHead(isPage || url === '/frame' ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(body);
  });
  site = { ca, server, address: `https://firm.localhost:${server.port}/taxpass/callback` };
  desktop = await startPrivateDesktop({ keyring: false, display: false });
  await makeNssDatabase(desktop.home, [ca.pem]);
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    chromiumSandbox: process.getuid?.() !== 0,
    env: desktop.env,
  });
});
test.afterAll(async () => {
  await browser.close();
  await desktop.stop();
  await site.server.close();
});

/** What the page did that only it can know: lives in the page. */
declare const watched: { violations: string[]; replaced: string[] };

async function openPage(address: string, locale = 'en-GB'): Promise<Page> {
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const notes = { violations: [] as string[], replaced: [] as string[] };
    Object.assign(globalThis, { watched: notes });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      notes.violations.push(`${violatedDirective} ${blockedURI}`);
    });
    const replace = history.replaceState.bind(history);
    history.replaceState = (...state) => {
      notes.replaced.push(
        `${document.querySelector('body') === null ? 'before the body' : 'late'}: ${String(state[2])}`,
      );
      replace(...state);
    };
  });
  await page.goto(address);
  return page;
}

const button = (page: Page, name = 'Open Taxpass') => page.getByRole('link', { name, exact: true });

const REFUSED = /holds something that no authority sends/;

test('it hands code and state on by a button, and by nothing else', async () => {
  const asked = site.server.seen.length;
  const page = await openPage(`${site.address}?code=a%2Bb%20c%26d&state=s-1_2~3#fragment`);
  await expect(button(page)).toBeVisible();
  const href = new URL((await button(page).getAttribute('href')) ?? '');
  expect(href.href.startsWith(`${HOME}?code=`)).toBe(true);
  expect([...href.searchParams]).toEqual([
    ['code', 'a+b c&d'],
    ['state', 's-1_2~3'],
  ]);
  expect(page.url()).toBe(site.address);
  expect(await page.evaluate(() => watched)).toEqual({
    violations: [],
    replaced: ['before the body: /taxpass/callback'],
  });
  const requests = site.server.seen.slice(asked);
  expect(requests.map(({ url }) => url.split('?')[0])).toEqual(['/taxpass/callback']);
  await expect(page.getByRole('status')).toContainText('good for about a minute');
  await page.reload();
  await expect(page.getByRole('status')).toContainText('no answer of an authority');
  await expect(button(page)).toBeHidden();
});

test('an error is handed on with its description, in any script', async () => {
  const description = 'Nu aveți drept în SPV </script><script>alert(1)</script> ă 日本 "\'&#';
  const query = new URLSearchParams({ error: 'access_denied', error_description: description, state: 'x' });
  const page = await openPage(`${site.address}?${query.toString()}`);
  const href = new URL((await button(page).getAttribute('href')) ?? '');
  expect(Object.fromEntries(href.searchParams)).toEqual(Object.fromEntries(query));
  await expect(page.getByRole('status')).toContainText('refused');
  expect(await page.locator('script').count()).toBe(1);
  expect(href.href).toMatch(/^[\x21-\x7e]+$/);
  expect(href.href).not.toMatch(/["'<>\s]/);
});

test('what is not of an answer is dropped', async () => {
  const extra = 'scope=x&redirect_uri=https://evil.example&session_state=1&code[]=2&CODE=3&taxpass:=4&__proto__=5';
  const page = await openPage(`${site.address}?${extra}&code=good&iss=https://evil.example&state=s&constructor=1`);
  await expect(button(page)).toHaveAttribute('href', `${HOME}?code=good&state=s`);
});

const hostile: ReadonlyArray<readonly [string, string]> = [
  ['code twice', 'code=a&code=b&state=s'],
  ['code twice, one of them empty', 'code=a&code=&state=s'],
  ['state twice', 'code=a&state=s&state=t'],
  ['a code of 5,000 characters', `code=${'a'.repeat(5000)}&state=s`],
  ['a code just too long', `code=${'a'.repeat(2049)}&state=s`],
  ['a state too long', `code=a&state=${'s'.repeat(513)}`],
  ['an error too long', `error=${'e'.repeat(129)}&state=s`],
  ['a description too long', `error=e&error_description=${'d'.repeat(1025)}&state=s`],
  ['code and error', 'code=a&error=access_denied&state=s'],
  ['an empty code', 'code=&state=s'],
  ['a code with a line break', 'code=a%0d%0ab&state=s'],
  ['a code with a NUL', 'code=a%00b&state=s'],
  ['a code that is not ASCII', 'code=%C4%83&state=s'],
  ['a code of broken UTF-8', 'code=%ff%fe&state=s'],
  ['a description with a control character', 'error=e&error_description=a%1bb&state=s'],
  ['a state alone', 'state=s'],
];

test('hostile answers: nothing is handed on, and the page says so', async () => {
  const page = await openPage(site.address);
  for (const [name, query] of hostile) {
    await page.goto(`${site.address}?${query}`);
    await expect(page.getByRole('status'), name).toHaveText(REFUSED);
    await expect(page.getByRole('link'), name).toHaveCount(0);
    expect(page.url(), name).toBe(site.address);
  }
});

test('the longest values are still handed on; a scheme in a value stays a value', async () => {
  const code = `javascript:alert(1)//${'a'.repeat(2048 - 21)}`;
  const page = await openPage(`${site.address}?code=${code}&state=${'s'.repeat(512)}`);
  const href = new URL((await button(page).getAttribute('href')) ?? '');
  expect(href.protocol).toBe('taxpass:');
  expect(href.host).toBe('oauth');
  expect(href.pathname).toBe('/callback');
  expect(href.searchParams.get('code')).toBe(code);
});

test('without an answer it says what it is', async () => {
  const page = await openPage(site.address);
  await expect(page.getByRole('status')).toContainText('no answer of an authority');
  await expect(page.getByText('hands the answer of a tax authority on')).toBeVisible();
  await expect(page.getByRole('link')).toHaveCount(0);
});

test('within somebody else’s page it shows no button', async () => {
  const page = await openPage(new URL('/frame', site.address).href);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('status')).toHaveText(REFUSED);
  await expect(frame.getByRole('link')).toHaveCount(0);
});

for (const [locale, title, open] of [
  ['ro-RO', 'Înapoi la Taxpass', 'Deschide Taxpass'],
  ['sv-SE', 'Tillbaka till Taxpass', 'Öppna Taxpass'],
  ['de-DE', 'Back to Taxpass', 'Open Taxpass'],
] as const) {
  test(`it speaks to a browser in ${locale}`, async () => {
    const page = await openPage(`${site.address}?code=a&state=s`, locale);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(button(page, open)).toHaveAttribute('href', `${HOME}?code=a&state=s`);
    await expect(page).toHaveTitle(title);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(
      open === 'Open Taxpass' ? 'en' : locale.slice(0, 2),
    );
  });
}

test('it works where the network is gone once it is there', async () => {
  const page = await openPage(`${site.address}?code=a&state=s`);
  await page.context().setOffline(true);
  await expect(button(page)).toHaveAttribute('href', `${HOME}?code=a&state=s`);
});

test('pressed, the desktop gives the program exactly that address, once', async () => {
  const own = await startPrivateDesktop({ keyring: false });
  const taken = join(own.home, 'taken');
  const program = join(own.home, 'program');
  await writeFile(taken, '');
  await writeFile(program, `#!/bin/sh\nprintf '%s %s\\n' "$#" "$1" >> '${taken}'\n`);
  await chmod(program, 0o755);
  await installHandler(own, { name: 'taxpass', title: 'Taxpass', command: [program], schemes: ['taxpass'] });
  const { origin } = new URL(site.address);
  const chromiumBrowser = await startChromium(own, {
    trustedCas: [site.ca.pem],
    allowedLinks: { taxpass: [origin] },
  });
  const asked = site.server.seen.length;
  await openByDesktop(own, `${site.address}?code=a%20code&state=a-state`);
  const tab = await chromiumBrowser.tab((address) => address.origin === origin);
  await expect(button(tab)).toBeVisible();
  expect(await readFile(taken, 'utf8')).toBe('');
  await button(tab).click({ noWaitAfter: true });
  await expect.poll(() => readFile(taken, 'utf8')).toBe(`1 ${HOME}?code=a+code&state=a-state\n`);
  expect(tab.url()).toBe(site.address);
  expect(site.server.seen.slice(asked).map(({ url }) => url.split('?')[0])).toEqual(['/taxpass/callback']);
  await chromiumBrowser.quit();
  await own.stop();
});
