import { expect } from 'playwright/test';
import { beginSignIn, html, redirect, test, type SignInWindowWorld } from '../fixtures/sign-in-window-test.ts';

const callback = 'https://localhost/test?code=a%2Bb&state=s-1';

type PageAnswer = Parameters<SignInWindowWorld['pages']['set']>[1];

/** A page that shows `text` and, as far as it can, hides it from whoever asks its own objects. */
const scripted = (text: string): string =>
  `<pre>${text}</pre><script>
     Object.defineProperty(HTMLElement.prototype, 'innerText', { get: () => 'nothing' });
     String.prototype.slice = () => 'nothing';
     document.querySelector = () => null;
   </script>`;

test.describe('what the authority answers in place of a redirect', () => {
  const mismatch = JSON.stringify({ error: 'invalid_request', error_description: 'Redirect-URI does not match' });
  const refused = { code: 'authority-refused', error: 'invalid_request', explanation: 'anaf-redirect-uri' };
  const elsewhere = { code: 'signin-ended-elsewhere' };
  const support = 'The requested URL was rejected. Your support ID is: 1 <a href="javascript:history.back();">Back</a>';
  const page = (status: number, type: string, body: string): PageAnswer => {
    return (_request, response) => void response.writeHead(status, { 'Content-Type': type }).end(body);
  };
  const cases: ReadonlyArray<readonly [string, PageAnswer, object]> = [
    ['an OAuth error', page(400, 'application/json; charset=UTF-8', mismatch), { ...refused, status: 400 }],
    ['one with status 200', page(200, 'application/json', mismatch), { ...refused, status: 200 }],
    ['one that says it is HTML', page(400, 'text/html', mismatch), { ...refused, status: 400 }],
    ['a firewall’s page', page(200, 'text/html', support), { ...elsewhere, status: 200, explanation: 'anaf-blocked' }],
    ['an error’s page', page(500, 'text/html', '<h1>Error</h1>'), { ...elsewhere, status: 500, explanation: null }],
    ['an error in plain text', page(404, 'text/plain', 'no such'), { ...elsewhere, status: 404, explanation: null }],
    ['an error without a body', page(503, 'text/html', ''), { ...elsewhere, status: 503, explanation: null }],
    [
      'an error that says it has no body',
      (_request, response) => void response.writeHead(502, { 'Content-Length': '0' }).end(),
      { ...elsewhere, status: 502, explanation: null },
    ],
    ['an error over its own script', page(400, 'text/html', scripted(mismatch)), { ...refused, status: 400 }],
  ];
  for (const [name, answer, failure] of cases) {
    test(`ends the attempt: ${name}`, async ({ world }) => {
      const path = `/ends-${cases.findIndex(([each]) => each === name)}`;
      world.pages.set(path, answer);
      world.pages.set(`${path}-before`, redirect(`${world.origin('pages')}${path}`));
      for (const start of [path, `${path}-before`]) {
        expect(await (await beginSignIn(world, start)).end()).toMatchObject({ failure });
      }
    });
  }

  test('never brings the state on', async ({ world }) => {
    const state = 'state-that-nobody-else-may-see';
    world.pages.set('/echo', (asked, response) => {
      const error_description = `no such request: ${asked.url} ${Buffer.from(state).toString('base64')}`;
      response.writeHead(400, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ error: 'invalid_request', error_description }));
    });
    const { failure } = (await (await beginSignIn(world, `/echo?state=${state}`)).end()) as { failure: unknown };
    expect(failure).toMatchObject({ code: 'authority-refused' });
    expect(JSON.stringify(failure)).toContain('/echo?state=••••••');
    expect(JSON.stringify(failure)).not.toContain(Buffer.from(state).toString('base64').slice(2, -4));
  });

  test('does not end it where the person can go on', async ({ world }) => {
    const form = '<p>Sign in</p><form action="/login-next"><button>Go on</button></form>';
    world.pages.set('/login-401', page(401, 'text/html', form));
    world.pages.set('/login-next', page(403, 'text/html', '<p>Not yet</p><a href="/login-script">Ask again</a>'));
    world.pages.set(
      '/login-script',
      page(
        403,
        'text/html',
        `<p>Wait</p><script>onload = () => setTimeout(() => { location = '${callback}' })</script>`,
      ),
    );
    const running = await beginSignIn(world, '/login-401');
    const window = await running.page();
    await window.getByRole('button', { name: 'Go on' }).click();
    await window.getByRole('link', { name: 'Ask again' }).click();
    expect(await running.end()).toEqual({ callback });
  });

  test('is not judged where a part of a page, or a page that is gone, answered so', async ({ world }) => {
    world.pages.set('/error-part', page(400, 'application/json', mismatch));
    world.pages.set('/with-parts', html(`<iframe src="/error-part"></iframe><p>whole</p>`));
    const running = await beginSignIn(world, '/with-parts');
    const window = await running.page();
    await window.getByText('whole').waitFor();
    await expect.poll(() => world.server.seen.some(({ url }) => url === '/error-part')).toBe(true);
    await window.evaluate((url) => void (location.href = url), callback);
    expect(await running.end()).toEqual({ callback });
  });
});
