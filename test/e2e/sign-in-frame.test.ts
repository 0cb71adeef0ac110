import { expect } from 'playwright/test';
import type { Page } from 'playwright';
import type { SignInWindowApp } from '../fixtures/sign-in-window-app.ts';
import { beginSignIn, html, redirect, test, type SignInWindowWorld } from '../fixtures/sign-in-window-test.ts';

/** Lives in the test app's main process; here only its type does. */
declare const signIn: SignInWindowApp;

const callback = 'https://localhost/test?code=a%2Bb&state=s-1';

/** Where to click an element: before the first click, because Playwright waits for wherever that seems to lead. */
async function placeOf(page: Page, text: string): Promise<() => Promise<void>> {
  const box = await page.getByText(text, { exact: true }).boundingBox();
  return () => page.mouse.click((box?.x ?? 0) + 3, (box?.y ?? 0) + 3);
}

/** What the strip above the page says, as the document it was given. */
function stripOf(world: SignInWindowWorld): Promise<string> {
  return world.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.getTitle().startsWith('Sign in'));
    const document = decodeURIComponent(window?.webContents.getURL() ?? '');
    return document
      .slice(document.indexOf('<body'))
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  });
}

/** Sends the page home, wherever else it is on its way to. */
async function goHome({ app }: SignInWindowWorld): Promise<void> {
  await app.evaluate(
    (_electron, url) =>
      void signIn
        .page()
        ?.loadURL(url)
        .catch(() => undefined),
    callback,
  );
}

test('a strip of ours says whose page it is, and whether it gets the certificate', async ({ world }) => {
  const { pages, origin, server } = world;
  pages.set('/strip', html('<h1>Autentificare</h1><p>strip</p>'));
  pages.set('/slow', () => undefined);
  const running = await beginSignIn(world, '/strip');
  const page = await running.page();
  await page.getByText('strip').waitFor();
  await expect
    .poll(() => stripOf(world))
    .toBe(`login.localhost:${server.port} Verified connection This page gets your certificate when it asks for it`);
  await page.goto(`${origin('pages')}/strip`);
  await expect
    .poll(() => stripOf(world))
    .toBe(`pages.localhost:${server.port} Verified connection This page does not get your certificate`);
  // What is on its way does not count before it is there.
  await page.evaluate((url) => void (location.href = url), `${origin('other')}/slow`);
  await expect.poll(() => server.seen.some(({ url }) => url === '/slow')).toBe(true);
  expect(await stripOf(world)).toContain('pages.localhost');
  await running.abort('signin-cancelled');
  await running.end();

  const without = await beginSignIn(world, '/strip', { clientCertificate: null });
  await (await without.page()).getByText('strip').waitFor();
  await expect.poll(() => stripOf(world)).toContain('No certificate is used here');
  await without.abort('signin-cancelled');
  await without.end();
});

test('no page can draw where the strip is, nor take the whole screen', async ({ world }) => {
  world.pages.set(
    '/cover',
    html(
      `<style>body { margin: 0 } #cover { position: fixed; top: -100px; left: 0; right: 0; height: 400px; background: #f00 }</style>
       <div id="cover">cover</div><button style="position: fixed; top: 350px; left: 10px">whole screen</button>
       <script>document.querySelector('button').onclick = () =>
         { void document.documentElement.requestFullscreen(); document.title = 'asked' }</script>`,
    ),
  );
  const running = await beginSignIn(world, '/cover');
  const page = await running.page();
  await page.getByText('cover').waitFor();
  const bounds = await world.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.getTitle().startsWith('Sign in'));
    window?.setContentSize(700, 500);
    const [view] = window?.contentView.children ?? [];
    return { view: view?.getBounds(), window: window?.getContentBounds() };
  });
  expect(bounds.view?.y).toBeGreaterThan(20);
  await expect
    .poll(() =>
      world.app.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows().find((each) => each.getTitle().startsWith('Sign in'));
        const [view] = window?.contentView.children ?? [];
        const { y, height, width } = view?.getBounds() ?? { y: 0, height: 0, width: 0 };
        const content = window?.getContentBounds();
        return [y + height === content?.height, width === content?.width];
      }),
    )
    .toEqual([true, true]);
  await page.getByRole('button').click();
  await expect.poll(() => page.title()).toBe('asked');
  // Chromium says nothing of a refusal; a yes would have come by then.
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => document.fullscreenElement === null && innerHeight < screen.height)).toBe(true);
  await running.abort('signin-cancelled');
  await running.end();
});

test('a page that closes itself ends the attempt as cancelled', async ({ world }) => {
  world.pages.set('/closes', html('<script>onload = () => window.close()</script>'));
  expect(await (await beginSignIn(world, '/closes')).end()).toEqual({ failure: { code: 'signin-cancelled' } });
});

test.describe('a window that a page would open', () => {
  test('opens in the page’s place, with its form’s fields, cookies and referrer', async ({ world }) => {
    const { pages, origin, server } = world;
    pages.set(
      '/opens',
      html(
        `<button onclick="window.open('${origin('pages')}/opened')">open</button>
         <form method="post" target="_blank" action="${origin('login')}/posted"><input type="hidden" name="a" value="b c"></form>`,
        { 'Set-Cookie': 'kept=1; Secure; SameSite=None' },
      ),
    );
    pages.set('/opened', html('<p>opened</p>'));
    pages.set('/posted', html('<p>posted</p>'));
    const running = await beginSignIn(world, '/opens');
    const page = await running.page();
    await page.getByRole('button').click();
    await page.getByText('opened').waitFor();
    expect(server.seen.find(({ url }) => url === '/opened')?.headers.referer).toBe(`${origin('login')}/`);
    await page.goBack();
    await page.evaluate(() => document.forms[0]?.submit());
    await page.getByText('posted').waitFor();
    expect(server.seen.find(({ url }) => url === '/posted')).toMatchObject({
      method: 'POST',
      body: 'a=b+c',
      headers: { cookie: 'kept=1', 'content-type': 'application/x-www-form-urlencoded' },
    });
    await running.abort('signin-cancelled');
    await running.end();
  });

  test('elsewhere is not opened, and brings a callback home', async ({ world }) => {
    const { pages, origin, server } = world;
    const bad = [
      `${origin('unlisted')}/popped`,
      'http://login.localhost/popped',
      'file:///etc/passwd',
      'taxpass://oauth/callback?code=1&state=2',
      'about:blank',
      'data:text/html,popped',
    ];
    pages.set('/pops', html('<p>pops</p>'));
    pages.set('/popped', html('popped'));
    const running = await beginSignIn(world, '/pops');
    const page = await running.page();
    await page.getByText('pops').waitFor();
    const windows = () => world.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    const before = await windows();
    for (const url of bad) {
      expect(await page.evaluate((address) => window.open(address) === null, url), url).toBe(true);
      expect(await page.evaluate((address) => window.open(address, '_blank', 'noopener') === null, url)).toBe(true);
    }
    expect(await windows()).toBe(before);
    await page.getByText('pops').waitFor();
    // The window is gone before the script has its answer.
    await page.evaluate((url) => void window.open(url), callback).catch(() => undefined);
    expect(await running.end()).toEqual({ callback });
    expect(server.seen.some(({ url }) => url === '/popped')).toBe(false);
  });
});

test('nothing a page sends to be kept is kept', async ({ world }) => {
  const { pages, app } = world;
  pages.set(
    '/keeps',
    html('<a id="link" href="/attachment">file</a><a id="named" href="/attachment" download>file</a>'),
  );
  pages.set('/attachment', (_request, response) =>
    response.writeHead(200, { 'Content-Disposition': 'attachment; filename="taxpass-kept.bin"' }).end('kept'),
  );
  const running = await beginSignIn(world, '/keeps');
  const page = await running.page();
  const heard = await app.evaluateHandle(() => {
    const states: string[] = [];
    signIn.page()?.session.on('will-download', (event, item) => {
      states.push(`${event.defaultPrevented} ${item.getSavePath()}`);
    });
    return states;
  });
  for (const id of ['link', 'named']) {
    const count = await heard.evaluate((states) => states.length);
    await page.locator(`#${id}`).click();
    await expect.poll(() => heard.evaluate((states) => states.length)).toBeGreaterThan(count);
  }
  expect(new Set(await heard.jsonValue())).toEqual(new Set(['true ']));
  await goHome(world);
  expect(await running.end()).toEqual({ callback });
});

test.describe('another program', () => {
  const externalSchemes = ['bankid:'];
  const address = 'bankid:///?autostarttoken=t-1&redirect=null';

  /** What the app asked the system to open; nothing is opened. */
  async function watchOpened(world: SignInWindowWorld): Promise<() => Promise<string[]>> {
    const opened = await world.app.evaluateHandle(({ shell }) => {
      const addresses: string[] = [];
      shell.openExternal = (url) => {
        addresses.push(url);
        return Promise.resolve();
      };
      return addresses;
    });
    return () => opened.jsonValue();
  }

  test('is started after a click, once for each', async ({ world }) => {
    const opened = await watchOpened(world);
    world.pages.set(
      '/bankid',
      html(
        `<p>bankid</p><a href="${address}">Start BankID</a><button>twice</button>
         <script>document.querySelector('button').onclick = () => {
           location.href = '${address}&n=1'; setTimeout(() => { location.href = '${address}&n=2' }, 50)
         }</script>`,
      ),
    );
    const running = await beginSignIn(world, '/bankid', { externalSchemes });
    const page = await running.page();
    const clickLink = await placeOf(page, 'Start BankID');
    const clickButton = await placeOf(page, 'twice');
    await clickLink();
    await expect.poll(opened).toEqual([address]);
    await clickButton();
    await expect.poll(opened).toEqual([address, `${address}&n=1`]);
    await page.waitForTimeout(200);
    expect(await opened()).toEqual([address, `${address}&n=1`]);
    await goHome(world);
    expect(await running.end()).toEqual({ callback });
  });

  test('is not started by the page itself, nor by a frame, a redirect or a window', async ({ world }) => {
    const opened = await watchOpened(world);
    world.pages.set('/to-bankid', redirect(address));
    world.pages.set(
      '/by-itself',
      html(
        `<p>by itself</p><iframe src="${address}"></iframe><iframe src="/to-bankid"></iframe>
         <script>onload = () => { window.open('${address}'); document.querySelector('p').click(); location.href = '${address}' }</script>`,
      ),
    );
    const running = await beginSignIn(world, '/by-itself', { externalSchemes });
    const page = await running.page();
    await page.waitForLoadState('load');
    await page.evaluate((url) => void (location.href = url), address);
    await page.evaluate((url) => void (location.href = url), `${world.origin('login')}/to-bankid`);
    await expect.poll(() => world.server.seen.filter(({ url }) => url === '/to-bankid').length).toBeGreaterThan(1);
    expect(await opened()).toEqual([]);
    await goHome(world);
    expect(await running.end()).toEqual({ callback });
  });

  test('is started only where the profile lists its scheme, and never our own', async ({ world }) => {
    const opened = await watchOpened(world);
    const ways = [
      [address, [], 'bankid://'],
      ['taxpass://oauth/callback?code=1', ['taxpass:'], 'taxpass://oauth'],
      ['swish://pay', externalSchemes, 'swish://pay'],
    ] as const;
    for (const [index, [to, schemes, location]] of ways.entries()) {
      world.pages.set(`/unlisted-scheme-${index}`, html(`<a href="${to}">go</a>`));
      const running = await beginSignIn(world, `/unlisted-scheme-${index}`, { externalSchemes: schemes });
      await (await running.page()).getByText('go').click();
      expect(await running.end()).toEqual({ failure: { code: 'signin-insecure-redirect', location } });
    }
    expect(await opened()).toEqual([]);
  });
});
