import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import type { SignInWindowApp } from '../fixtures/sign-in-window-app.ts';
import { beginSignIn, html, redirect, test, type SignInWindowWorld } from '../fixtures/sign-in-window-test.ts';
import { makeTestCa, type SeenRequest } from '../fixtures/test-servers.ts';

/** Lives in the test app's main process; here only its type does. */
declare const signIn: SignInWindowApp;

const arrival = 'https://localhost/test';
const callback = `${arrival}?code=a%2Bb&state=s-1`;

/** What the server saw of a path, since the test's paths are its own. */
const seenAt = (world: SignInWindowWorld, path: string): SeenRequest[] =>
  world.server.seen.filter(({ url }) => url.split('?')[0] === path);

/** The port of the proxy that the sign-in window's session uses. */
const proxyPort = (world: SignInWindowWorld): Promise<number> =>
  world.app.evaluate(async () => {
    const proxy = await signIn.page()?.session.resolveProxy('https://login.localhost/');
    return Number(proxy?.split(':').at(-1));
  });

async function connectStatus(port: number, headers: Record<string, string>): Promise<number | undefined> {
  const asked = request({ host: '127.0.0.1', port, method: 'CONNECT', path: 'login.localhost:443', headers });
  asked.end();
  const [answer, socket] = (await once(asked, 'connect')) as [IncomingMessage, { destroy(): void }];
  socket.destroy();
  return answer.statusCode;
}

test('the certificate is shown where it belongs, and the callback comes back as it was', async ({ world }) => {
  world.pages.set('/mtls', redirect(`${world.origin('pages')}/mtls-pages`));
  world.pages.set('/mtls-pages', redirect(callback));
  const running = await beginSignIn(world, '/mtls?scope=a%20b');
  expect(await running.end()).toEqual({ callback });
  expect(seenAt(world, '/mtls').map(({ clientFingerprint }) => clientFingerprint)).toEqual([
    world.clientCertificate.fingerprint,
  ]);
  expect(seenAt(world, '/mtls')[0]?.url).toBe('/mtls?scope=a%20b');
  expect(seenAt(world, '/mtls-pages').map(({ clientFingerprint }) => clientFingerprint)).toEqual([null]);
});

test.describe('the callback is caught though nothing listens', () => {
  const fields = '<input name="code" value="a+b"><input name="state" value="s-1">';
  const ways: Record<string, Parameters<SignInWindowWorld['pages']['set']>[1]> = {
    '302': redirect(callback),
    '303-after-post': html(
      '<form method="post" action="/way-post-target"></form><script>document.forms[0].submit()</script>',
    ),
    'form-get': html(`<form action="${arrival}">${fields}</form><script>document.forms[0].submit()</script>`),
    'script-location': html(`<script>location.href = ${JSON.stringify(callback)}</script>`),
    'meta-refresh': html(`<meta http-equiv="refresh" content="0; url=${callback.replaceAll('&', '&amp;')}">`),
    link: html(`<a id="go" href="${callback.replaceAll('&', '&amp;')}">go</a><script>go.click()</script>`),
    'frame-to-top': html(
      `<iframe srcdoc="<script>top.location = '${callback.replaceAll('&', '&amp;')}'</script>"></iframe>`,
    ),
  };
  for (const [name, answer] of Object.entries(ways)) {
    test(`by ${name}`, async ({ world }) => {
      world.pages.set(`/way-${name}`, answer);
      world.pages.set('/way-post-target', (_request, response) =>
        response.writeHead(303, { Location: callback }).end(),
      );
      const running = await beginSignIn(world, `/way-${name}`);
      expect(await running.end()).toEqual({ callback });
    });
  }

  for (const way of ['302', 'script']) {
    test(`on the custom scheme, by ${way}`, async ({ world }) => {
      const custom = 'taxpass://oauth/callback?code=c&state=s';
      world.pages.set(
        `/scheme-${way}`,
        way === '302' ? redirect(custom) : html(`<script>location = '${custom}'</script>`),
      );
      const running = await beginSignIn(world, `/scheme-${way}`, { arrivalUri: 'taxpass://oauth/callback' });
      expect(await running.end()).toEqual({ callback: custom });
    });
  }

  test('and never by a part of the page', async ({ world }) => {
    const port = world.server.port;
    const listening = `${world.origin('login')}/listening`;
    world.pages.set(
      '/parts',
      html(`<iframe src="${listening}?code=1&amp;state=2"></iframe><img src="${listening}?code=3">`),
    );
    world.pages.set('/parts-done', redirect(callback));
    world.pages.set('/listening', html('reached'));
    const running = await beginSignIn(world, '/parts', { arrivalUri: listening });
    const page = await running.page();
    const fetched = await page.evaluate((url) => fetch(url).then(String, () => 'refused'), `${listening}?code=4`);
    expect(fetched).toBe('refused');
    await page.waitForLoadState('load');
    await running.abort('signin-cancelled');
    expect(await running.end()).toEqual({ failure: { code: 'signin-cancelled' } });
    expect(seenAt(world, '/listening'), `on port ${port}`).toEqual([]);
  });
});

test('the web’s own rules hold in it: CORS, cookies, Sec-Fetch', async ({ world }) => {
  const { pages, origin } = world;
  pages.set(
    '/cookies',
    html('<p>cookies</p>', {
      'Set-Cookie': [
        'strict=1; Secure; SameSite=Strict',
        'lax=1; Secure; SameSite=Lax',
        'none=1; Secure; SameSite=None',
        'hidden=1; Secure; HttpOnly; SameSite=None',
      ],
    }),
  );
  const cors = (request: SeenRequest, allowed: boolean): Record<string, string> =>
    allowed
      ? { 'Access-Control-Allow-Origin': request.headers.origin ?? '', 'Access-Control-Allow-Credentials': 'true' }
      : {};
  pages.set('/private', (asked, response) => response.writeHead(200, cors(asked, false)).end('secret'));
  pages.set('/shared', (asked, response) => response.writeHead(200, cors(asked, true)).end('shared'));
  pages.set('/elsewhere', html(`<a href="${origin('login')}/came-back">back</a>`));
  pages.set('/came-back', html('back'));

  const running = await beginSignIn(world, '/cookies');
  const page = await running.page();
  await page.getByText('cookies').waitFor();
  expect(await page.evaluate(() => document.cookie)).toBe('strict=1; lax=1; none=1');
  await page.goto(`${origin('pages')}/elsewhere`);
  const read = (path: string): Promise<string> =>
    page.evaluate(
      (url) =>
        fetch(url, { credentials: 'include' }).then(
          (answer) => answer.text(),
          (error: unknown) => (error as Error).name,
        ),
      `${origin('login')}${path}`,
    );
  expect(await read('/private')).toBe('TypeError');
  expect(await read('/shared')).toBe('shared');
  const [crossSite] = seenAt(world, '/shared');
  expect(crossSite?.headers).toMatchObject({
    cookie: 'none=1; hidden=1',
    origin: origin('pages'),
    referer: `${origin('pages')}/`,
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'cors',
    'sec-fetch-dest': 'empty',
  });
  await page.getByText('back').click();
  await page.waitForURL('**/came-back');
  expect(seenAt(world, '/came-back')[0]?.headers).toMatchObject({
    cookie: 'lax=1; none=1; hidden=1',
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  });
  await running.abort('signin-cancelled');
  await running.end();
});

test('plain http and other schemes are refused by name', async ({ world }) => {
  let plainRequests = 0;
  const plain = createServer((_request, response) => {
    plainRequests += 1;
    response.end('plain');
  }).listen(0, '127.0.0.1');
  await once(plain, 'listening');
  const port = (plain.address() as AddressInfo).port;
  const plainUrl = `http://127.0.0.1:${port}/?code=secret`;
  const named = (location: string) => ({ failure: { code: 'signin-insecure-redirect', location } });
  const cases = [
    [redirect(plainUrl), named(`http://127.0.0.1:${port}`)],
    [html(`<script>location = '${plainUrl}'</script>`), named(`http://127.0.0.1:${port}`)],
    [
      html(`<form method="post" action="${plainUrl}"></form><script>document.forms[0].submit()</script>`),
      named(`http://127.0.0.1:${port}`),
    ],
    [redirect('file:///etc/passwd'), named('file://')],
    [redirect('javascript:alert(1)'), named('javascript://')],
    [redirect('data:text/html,x'), named('data://')],
    [redirect('taxpass://oauth/callback?code=1'), named('taxpass://oauth')],
    [html("<script>location = 'mailto:somebody@example.invalid'</script>"), named('mailto://')],
  ] as const;
  for (const [index, [answer, expected]] of cases.entries()) {
    world.pages.set(`/insecure-${index}`, answer);
    const running = await beginSignIn(world, `/insecure-${index}`);
    expect(await running.end(), `case ${index}`).toEqual(expected);
  }

  world.pages.set('/parts-over-http', html(`<img src="${plainUrl}"><iframe src="${plainUrl}"></iframe>here`));
  const running = await beginSignIn(world, '/parts-over-http');
  const page = await running.page();
  await page.getByText('here').waitFor();
  expect(await page.evaluate((url) => fetch(url, { mode: 'no-cors' }).then(String, () => 'refused'), plainUrl)).toBe(
    'refused',
  );
  await page.waitForLoadState('load');
  await running.abort('signin-cancelled');
  await running.end();
  expect(plainRequests).toBe(0);
  plain.close();
});

test('an origin the profile does not list is not reached', async ({ world }) => {
  const { origin } = world;
  const unlisted = `${origin('unlisted')}/unlisted`;
  world.pages.set('/unlisted', html('reached'));
  const refused = { failure: { code: 'signin-origin-refused', origin: origin('unlisted') } };
  const ways = [
    redirect(`${unlisted}?code=x`),
    html(`<script>location = '${unlisted}'</script>`),
    html(
      `<form method="post" action="${unlisted}"><input name="SAMLResponse"></form><script>document.forms[0].submit()</script>`,
    ),
  ];
  for (const [index, answer] of ways.entries()) {
    world.pages.set(`/to-unlisted-${index}`, answer);
    expect(await (await beginSignIn(world, `/to-unlisted-${index}`)).end()).toEqual(refused);
  }
  expect(await (await beginSignIn(world, '', { start: unlisted })).end()).toEqual(refused);

  world.pages.set('/unlisted-parts', html(`<img src="${unlisted}"><iframe src="${unlisted}"></iframe>here`));
  const running = await beginSignIn(world, '/unlisted-parts');
  const page = await running.page();
  const reach = await page.evaluate(
    async ({ url, host }) => {
      const socket = new WebSocket(`wss://${host}/unlisted`);
      await new Promise((resolve) => (socket.onerror = resolve));
      return fetch(url, { mode: 'no-cors' }).then(String, () => 'refused');
    },
    { url: unlisted, host: new URL(unlisted).host },
  );
  expect(reach).toBe('refused');
  await page.waitForLoadState('load');
  await running.abort('signin-cancelled');
  await running.end();
  expect(seenAt(world, '/unlisted')).toEqual([]);
});

test('what fails upstream ends the attempt by its name', async ({ world }) => {
  const otherCa = await makeTestCa();
  const host = new URL(world.origin('login')).host;
  const end = async (path: string, changes: Parameters<typeof beginSignIn>[2] = {}) =>
    (await beginSignIn(world, path, changes)).end();

  world.pages.set('/never', html('reached'));
  expect(await end('/never', { trustedCa: otherCa.pem })).toMatchObject({
    failure: { code: 'authority-certificate-untrusted', host },
  });
  expect(await end('/never', { trustedCa: null })).toMatchObject({
    // A chain that ends at a stranger's root: what a connection that is being inspected looks like.
    failure: { code: expect.stringMatching(/^(authority-certificate-untrusted|connection-inspected)$/) },
  });
  expect(seenAt(world, '/never')).toEqual([]);

  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const closed = `https://login.localhost:${(free.address() as AddressInfo).port}`;
  free.close();
  await once(free, 'close');
  expect(await end('', { start: `${closed}/`, origins: [closed] })).toMatchObject({
    failure: { code: 'authority-unreachable', cause: 'refused', host: new URL(closed).host },
  });

  world.pages.set('/hang-up', (_request, response) => response.destroy());
  expect(await end('/hang-up')).toMatchObject({ failure: { code: 'authority-unreachable', cause: 'reset', host } });
  world.pages.set('/circle', redirect('/circle'));
  expect(await end('/circle')).toEqual({ failure: { code: 'signin-too-many-redirects', count: 20 } });
});

test('closing the window cancels, whatever the page wants', async ({ world }) => {
  world.pages.set(
    '/stay',
    html(
      '<button>stay</button><script>onbeforeunload = (event) => { event.preventDefault(); return "stay"; }</script>',
    ),
  );
  const running = await beginSignIn(world, '/stay');
  const page = await running.page();
  await page.getByRole('button').click();
  await world.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((each) => each.getTitle().startsWith('Sign in'))
      ?.close();
  });
  expect(await running.end()).toEqual({ failure: { code: 'signin-cancelled' } });
});

test('an answer without a page waits for the deadline, which is the caller’s', async ({ world }) => {
  world.pages.set('/no-content', (_request, response) => response.writeHead(204).end());
  const running = await beginSignIn(world, '/no-content');
  await expect.poll(() => seenAt(world, '/no-content').length).toBe(1);
  await running.abort('signin-timed-out');
  expect(await running.end()).toEqual({ failure: { code: 'signin-timed-out', seconds: 1 } });
});

test('the window says where its page comes from, and gives it no powers', async ({ world }) => {
  world.pages.set('/powers', html('<p>powers</p>'));
  world.pages.set('/file', (_request, response) =>
    response.writeHead(200, { 'Content-Disposition': 'attachment; filename="taxpass-download.bin"' }).end('x'),
  );
  const running = await beginSignIn(world, '/powers');
  const page = await running.page();
  await page.getByText('powers').waitFor();
  const state = () =>
    world.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((each) => each.getTitle().startsWith('Sign in'));
      const page = signIn.page();
      // Not in Electron's types, and the only way to ask what a page was really given.
      const asked = page as unknown as { getLastWebPreferences(): Record<string, unknown> } | undefined;
      const preferences = asked?.getLastWebPreferences();
      return {
        title: window?.getTitle(),
        hasParent: window?.getParentWindow() !== null,
        sandbox: preferences?.['sandbox'],
        contextIsolation: preferences?.['contextIsolation'],
        nodeIntegration: preferences?.['nodeIntegration'],
        preload: preferences?.['preload'],
        spellcheck: page?.session.isSpellCheckerEnabled(),
        storagePath: page?.session.storagePath,
        persistent: page?.session.isPersistent(),
        webRtc: page?.getWebRTCIPHandlingPolicy(),
      };
    });
  expect(await state()).toEqual({
    title: `Sign in — login.localhost:${world.server.port}`,
    hasParent: true,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    preload: undefined,
    spellcheck: false,
    storagePath: null,
    persistent: false,
    webRtc: 'disable_non_proxied_udp',
  });
  const powers = await page.evaluate(async () => ({
    node: typeof (globalThis as { require?: unknown }).require,
    notifications: (await navigator.permissions.query({ name: 'notifications' })).state,
    position: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('denied'),
      ),
    ),
    title: (document.title = 'Sign in — bank.example'),
  }));
  expect(powers).toMatchObject({ node: 'undefined', notifications: 'denied', position: 'denied' });
  const downloadRefused = world.app.evaluate(
    () =>
      new Promise((resolve) => {
        signIn.page()?.session.once('will-download', (event) => resolve(event.defaultPrevented));
      }),
  );
  await page.evaluate(() => void (location.href = '/file'));
  expect(await downloadRefused).toBe(true);
  await page.goto(`${world.origin('pages')}/powers`);
  expect((await state()).title).toBe(`Sign in — pages.localhost:${world.server.port}`);
  await running.abort('signin-cancelled');
  await running.end();
});

test('its session takes no certificate but the proxy’s, should anything go past it', async ({ world }) => {
  world.pages.set('/direct', html('reached'));
  world.pages.set('/before-direct', html('before'));
  const running = await beginSignIn(world, '/before-direct');
  const page = await running.page();
  await page.getByText('before').waitFor();
  await world.app.evaluate(async () => {
    await signIn.page()?.session.setProxy({ mode: 'direct' });
    await signIn.page()?.session.closeAllConnections();
  });
  await page.evaluate((url) => void (location.href = url), `${world.origin('login')}/direct`);
  expect(await running.end()).toMatchObject({ failure: { code: 'authority-unreachable' } });
  expect(seenAt(world, '/direct')).toEqual([]);
});

test('nothing remains of an attempt', async ({ world }) => {
  const marker = 'marker-that-must-not-remain';
  world.pages.set(
    '/remains',
    html(
      `<p>remains</p><script>localStorage.setItem('m', '${marker}'); document.cookie = 'js=${marker}; Secure';
       indexedDB.open('${marker}'); caches.open('c').then((cache) => cache.put('/m', new Response('${marker}')))</script>`,
      { 'Set-Cookie': `kept=${marker}; Secure; Max-Age=86400`, 'Cache-Control': 'max-age=86400' },
    ),
  );
  const first = await beginSignIn(world, '/remains?1');
  await (await first.page()).getByText('remains').waitFor();
  const port = await proxyPort(world);
  expect(await connectStatus(port, {})).toBe(407);
  const wrong = `Basic ${Buffer.from('taxpass:wrong').toString('base64')}`;
  expect(await connectStatus(port, { 'Proxy-Authorization': wrong })).toBe(407);

  const second = await beginSignIn(world, '/remains?2');
  await expect.poll(() => seenAt(world, '/remains').length).toBe(2);
  expect(seenAt(world, '/remains')[1]?.headers.cookie).toBeUndefined();
  for (const running of [first, second]) {
    await running.abort('signin-cancelled');
    await running.end();
  }

  const refused = connect(port, '127.0.0.1');
  const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNREFUSED');
  expect(
    await world.app.evaluate(({ app, BrowserWindow }) => ({
      windows: BrowserWindow.getAllWindows().length,
      logins: app.listenerCount('login'),
    })),
  ).toEqual({ windows: 1, logins: 0 });
  await expect.poll(() => world.server.connections()).toBe(0);

  const third = await beginSignIn(world, '/remains?3');
  await (await third.page()).getByText('remains').waitFor();
  expect(seenAt(world, '/remains')[2]?.headers.cookie).toBeUndefined();
  await third.abort('signin-cancelled');
  await third.end();
  for (const entry of await readdir(world.userData, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name));
    expect(content.includes(marker), entry.name).toBe(false);
    expect(content.includes('login.localhost'), entry.name).toBe(false);
  }
});
