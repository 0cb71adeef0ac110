import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectPlain, Server as NetServer, type Socket } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FailureError } from '../../electron/contract/failure.ts';
import { en } from '../../electron/desktop/words/en.ts';
import { createLoopbacks } from '../../electron/signin/loopbacks.ts';
import { listenOnLoopback, type LoopbackListener } from '../../electron/signin/loopback-listener.ts';
import { ask, freeRedirectUri, leadsTo, occupy } from '../fixtures/loopback.ts';

const start = new URL('https://authority.example/authorize?client_id=c&state=s3cret-state');
let redirectUri: string;
let listener: LoopbackListener;
let delivered: string[];
/** Addresses that a sign-in waits for. */
let awaited: string[];

const listen = (uri: string): Promise<LoopbackListener> =>
  listenOnLoopback({
    redirectUri: uri,
    start,
    words: () => en,
    now: Date.now(),
    deliver(address) {
      delivered.push(address);
      return awaited.includes(address);
    },
  });

beforeEach(async () => {
  [delivered, awaited] = [[], []];
  redirectUri = await freeRedirectUri('/a/callback');
  listener = await listen(redirectUri);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  listener.close();
  await listener.closed;
});

const port = () => Number(new URL(redirectUri).port);
const refused = (act: Promise<unknown>): Promise<unknown> => act.then(() => null, codeOf);
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
/** A TLS connection of a client that trusts the listener's certificate. */
async function secure(): Promise<TLSSocket> {
  const ca = listener.certificate.toString();
  const socket = connect({
    host: '127.0.0.1',
    port: port(),
    servername: 'localhost',
    ca,
    ALPNProtocols: ['h2', 'http/1.1'],
  });
  socket.on('error', () => undefined);
  await once(socket, 'secureConnect');
  return socket;
}
/** Resolves when the connection is closed, by an error too. */
const gone = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.on('error', () => undefined);
    if (socket.closed) resolve();
    else socket.once('close', () => resolve());
  });
async function rest(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => (text += chunk));
  await gone(socket);
  return text;
}
const raw = async (...lines: string[]): Promise<string> => {
  const socket = await secure();
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  return rest(socket);
};

test('its certificate is a day long, for this computer alone, of a key that no other listener has', async () => {
  const { certificate } = listener;
  expect(certificate.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1');
  for (const name of ['127.0.0.1', '::1']) expect(certificate.checkIP(name)).toBe(name);
  expect(certificate.checkHost('localhost')).toBe('localhost');
  expect(certificate.ca).toBe(false);
  const [from, to] = [certificate.validFrom, certificate.validTo].map(Date.parse);
  expect((to ?? 0) - (from ?? 0)).toBeLessThanOrEqual(26 * 3_600_000);
  expect((to ?? 0) - Date.now()).toBeGreaterThan(3_600_000);
  expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' });
  const socket = await secure();
  expect(new X509Certificate(socket.getPeerCertificate().raw).fingerprint256).toBe(certificate.fingerprint256);
  expect(socket.alpnProtocol).toBe('http/1.1');
  expect(['TLSv1.2', 'TLSv1.3']).toContain(socket.getProtocol());
  socket.destroy();
  const other = await listen(await freeRedirectUri());
  expect(other.certificate.publicKey.equals(certificate.publicKey)).toBe(false);
  other.close();
});

test('without trust in exactly that certificate nothing is said', async () => {
  const other = await listen(await freeRedirectUri());
  const known = ask({ certificate: other.certificate }, redirectUri);
  await expect(known).rejects.toThrow(/self.signed/);
  expect(delivered).toEqual([]);
  other.close();
});

test.each(['127.0.0.1', '::1'] as const)('listens on %s, and on no other address of this computer', async (to) => {
  expect((await ask(listener, redirectUri, { to })).status).toBe(400);
  const others = Object.values(await import('node:os').then(({ networkInterfaces }) => networkInterfaces()))
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, scopeid }) => !internal && (scopeid ?? 0) === 0);
  expect(others.length).toBeGreaterThan(0);
  for (const host of [...others.map(({ address }) => address), '127.0.0.2']) {
    expect(await refused(once(connectPlain({ host, port: port() }), 'connect'))).toBe('ECONNREFUSED');
  }
});

test('a first page leads to the authority, once, and says nothing about the way there', async () => {
  const page = listener.newFirstPage();
  expect(page.origin).toBe(new URL(redirectUri).origin);
  expect(page.pathname.length).toBeGreaterThan(40);
  expect(page.href).not.toContain('s3cret-state');
  expect(listener.isFirstPage(page.href)).toBe(true);
  for (const other of [
    `${page.href}x`,
    `${page.href}?a=b`,
    `${page.href}#a`,
    page.origin,
    `${page.origin}/`,
    redirectUri,
  ]) {
    expect(listener.isFirstPage(other)).toBe(false);
  }
  expect((await ask(listener, page, { target: `${page.pathname}?x=1` })).status).toBe(404);
  const answer = await ask(listener, page);
  expect([answer.status, answer.headers['location'], answer.body]).toEqual([303, start.href, '']);
  expect(answer.headers['referrer-policy']).toBe('no-referrer');
  expect(listener.isFirstPage(page.href)).toBe(false);
  expect((await ask(listener, page)).status).toBe(404);
  const [second, third] = [listener.newFirstPage(), listener.newFirstPage()];
  expect(second.href).not.toBe(third.href);
  for (const again of [third, second]) expect((await ask(listener, again)).status).toBe(303);
});

test('a callback that is awaited is taken, leaves the address bar, and the listener ends when its page was shown', async () => {
  const callback = `${redirectUri}?code=the-code&state=s3cret-state`;
  awaited = [callback];
  const taken = await ask(listener, callback);
  listener.finish();
  expect(delivered).toEqual([callback]);
  expect(taken.status).toBe(303);
  expect(taken.body).toBe('');
  const page = leadsTo(taken, callback);
  expect(page.origin).toBe(new URL(redirectUri).origin);
  expect(page.search).toBe('');
  // The same callback once more finds nobody who waits.
  awaited = [];
  expect((await ask(listener, callback)).status).toBe(400);
  const shown = await ask(listener, page);
  expect(shown.status).toBe(200);
  expect(shown.body).toContain('You can close this tab and go back to Taxpass');
  expect(shown.body).not.toMatch(/the-code|s3cret/);
  await listener.closed;
  expect(await refused(ask(listener, page))).toBe('ECONNREFUSED');
});

test('a page already shown is not shown again while others wait', async () => {
  const callback = `${redirectUri}?code=c&state=s`;
  awaited = [callback];
  const page = leadsTo(await ask(listener, callback), callback);
  expect((await ask(listener, page)).status).toBe(200);
  expect((await ask(listener, page)).status).toBe(404);
});

test('a refusal has a page of its own, without the reason', async () => {
  const callback = `${redirectUri}?error=access_denied&error_description=%3Cb%3Eno&state=s`;
  awaited = [callback];
  const shown = await ask(listener, leadsTo(await ask(listener, callback), callback));
  expect(shown.body).toContain('did not lead to an access token');
  expect(shown.body).not.toMatch(/access_denied|<b>/);
});

test('what nobody waits for gets one and the same neutral page, and the listener goes on', async () => {
  const addresses = ['', '?code=c', '?code=c&state=wrong', '?error=x&state=wrong', '?code=%3Cscript%3Ehi'];
  const answers = [];
  for (const query of addresses) answers.push(await ask(listener, redirectUri + query));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([400]));
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect(delivered).toEqual(addresses.map((query) => redirectUri + query));
  awaited = [`${redirectUri}?code=c&state=s`];
  expect((await ask(listener, awaited[0] ?? '')).status).toBe(303);
});

test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'])('%s is not served', async (method) => {
  const page = listener.newFirstPage();
  awaited = [redirectUri];
  for (const address of [redirectUri, page]) {
    const answer = await ask(listener, address, { method });
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET']);
  }
  expect(delivered).toEqual([]);
  expect(listener.isFirstPage(page.href)).toBe(true);
});

test.each([
  '/',
  '/a',
  '/a/',
  '/a/callback/',
  '/a/Callback',
  '/a/callback%2f',
  '/a/./callback',
  '//a/callback',
  '/favicon.ico',
])('there is nothing at %s', async (target) => {
  expect((await ask(listener, redirectUri, { target: `${target}?code=c` })).status).toBe(404);
  expect(delivered).toEqual([]);
});

test('a request for another host is not served, whatever leads here (DNS rebinding)', async () => {
  const { host } = new URL(redirectUri);
  const page = listener.newFirstPage();
  const hosts = [
    `evil.example:${port()}`,
    'evil.example',
    `127.0.0.1:${port()}`,
    `[::1]:${port()}`,
    'localhost',
    `localhost:${port() - 1}`,
    `localhost.:${port()}`,
    `localhost.evil.example:${port()}`,
    `${host}, evil.example`,
    '',
  ];
  for (const Host of hosts) {
    for (const address of [redirectUri, page]) {
      expect((await ask(listener, address, { headers: { Host } })).status).toBe(421);
    }
  }
  const line = `GET /a/callback?code=c HTTP/1.1`;
  expect(await raw(line, 'Connection: close')).toMatch(/^HTTP\/1.1 421/);
  expect(await raw(line, `Host: ${host}`, 'Host: evil.example')).toMatch(/^HTTP\/1.1 (400|421)/);
  expect(await raw(`GET https://evil.example/a/callback HTTP/1.1`, `Host: ${host}`)).toMatch(/^HTTP\/1.1 404/);
  expect(await raw('GET /a/callback HTTP/1.0')).toMatch(/^HTTP\/1.1 421/);
  expect(delivered).toEqual([]);
  expect(listener.isFirstPage(page.href)).toBe(true);
});

test('every answer forbids what a page could be used for, and allows no other origin anything', async () => {
  const callback = `${redirectUri}?code=c&state=s`;
  awaited = [callback];
  const headers = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'GET', 'Sec-Fetch-Mode': 'cors' };
  const taken = await ask(listener, callback, { headers });
  const answers = [
    taken,
    await ask(listener, leadsTo(taken, callback), { headers }),
    await ask(listener, listener.newFirstPage(), { headers }),
    await ask(listener, redirectUri, { headers }),
    await ask(listener, redirectUri, { headers, method: 'OPTIONS' }),
    await ask(listener, redirectUri, { headers: { Host: 'evil.example' } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([303, 200, 303, 400, 405, 421]);
  for (const { headers: given, body } of answers) {
    expect(given['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'/);
    expect(given['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(given['referrer-policy']).toBe('no-referrer');
    expect(given['cache-control']).toBe('no-store');
    expect(given['x-content-type-options']).toBe('nosniff');
    expect(given['connection']).toBe('close');
    expect(
      Object.keys(given).filter((name) => /^(access-control|strict-transport|set-cookie|server)/.test(name)),
    ).toEqual([]);
    expect(body).not.toMatch(/<script|<a |<form|<img|https?:/);
  }
});

test.each(['127.0.0.1', '::1'] as const)(
  'a port that is taken on %s is said, and the other is let go again',
  async (host) => {
    const { port: taken, server } = await occupy(host);
    const failed = listen(`https://localhost:${taken}/callback`);
    await expect(failed).rejects.toBeInstanceOf(FailureError);
    await expect(failed).rejects.toMatchObject({ failure: { code: 'loopback-port-taken', port: taken } });
    const other = await occupy(host === '::1' ? '127.0.0.1' : '::1', taken);
    for (const one of [server, other.server]) await new Promise((resolve) => one.close(resolve));
  },
);

test('two sign-ins at one port, and port 0, are refused', async () => {
  await expect(listen(redirectUri)).rejects.toMatchObject({ failure: { code: 'loopback-port-taken', port: port() } });
  await expect(listen('https://localhost:0/cb')).rejects.toMatchObject({ failure: { code: 'loopback-port-taken' } });
  expect((await ask(listener, redirectUri)).status).toBe(400);
});

test.each(['EADDRNOTAVAIL', 'EAFNOSUPPORT'])(
  'a machine without IPv6 (%s) listens on the other address',
  async (code) => {
    const listenAt = NetServer.prototype.listen as (this: NetServer, ...input: unknown[]) => NetServer;
    vi.spyOn(NetServer.prototype, 'listen').mockImplementation(function (this: NetServer, ...input: unknown[]) {
      if ((input[0] as { host?: string }).host !== '::1') return listenAt.apply(this, input);
      setImmediate(() => this.emit('error', Object.assign(new Error(code), { code })));
      return this;
    });
    const uri = await freeRedirectUriWithout();
    const single = await listen(uri);
    expect((await ask(single, uri)).status).toBe(400);
    single.close();
    await single.closed;
  },
);
async function freeRedirectUriWithout(): Promise<string> {
  const { port: free, server } = await occupy('127.0.0.1');
  await new Promise((resolve) => server.close(resolve));
  return `https://localhost:${free}/callback`;
}

test('a connection that dawdles is cut: before TLS, within it, after it, and in the head of its request', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const silent = connectPlain(port(), '127.0.0.1');
  const garbled = connectPlain(port(), '127.0.0.1');
  await Promise.all([once(silent, 'connect'), once(garbled, 'connect')]);
  // The start of a TLS record that never ends.
  garbled.write(Buffer.from('1603010200010001fc0303', 'hex'));
  const idle = await secure();
  const dawdling = await secure();
  dawdling.write(`GET /a/callback HTTP/1.1\r\nHost: ${new URL(redirectUri).host}\r\nX-Slow: `);
  const sockets = [silent, garbled, idle, dawdling];
  for (const socket of sockets) socket.on('error', () => undefined).resume();
  const ends = sockets.map(gone);
  // The last of them is known to the listener when it answers another.
  await ask(listener, redirectUri);
  vi.advanceTimersByTime(9_000);
  dawdling.write('a');
  expect(sockets.map(({ destroyed }) => destroyed)).toEqual([false, false, false, false]);
  vi.advanceTimersByTime(2_000);
  await Promise.all(ends);
  vi.useRealTimers();
  expect((await ask(listener, redirectUri)).status).toBe(400);
});

test('connections that say nothing keep nobody out: of more than a browser opens the oldest ends', async () => {
  const many: Socket[] = [];
  for (let index = 0; index < 40; index += 1) {
    const socket = connectPlain(port(), '127.0.0.1').on('error', () => undefined);
    await once(socket.resume(), 'connect');
    many.push(socket);
  }
  await expect.poll(() => many.map(({ closed }) => closed)).toEqual(many.map((_, index) => index < 8));
  expect((await ask(listener, redirectUri)).status).toBe(400);
  // That one took the place of one more, and is gone.
  await expect.poll(() => many.filter(({ closed }) => closed).length).toBe(9);
});

test('headers as long as a browser may send come through, longer ones end the connection alone', async () => {
  const state = 's'.repeat(43);
  const callback = `${redirectUri}?code=${'c'.repeat(4096)}&state=${state}`;
  awaited = [callback];
  const cookies = { Cookie: `other=${'x'.repeat(16_000)}` };
  expect((await ask(listener, callback, { headers: cookies })).status).toBe(303);
  const long = ask(listener, redirectUri, { headers: { 'X-Long': 'x'.repeat(100_000) } });
  // The answer may be lost behind what was still being sent.
  expect(['431', 'ECONNRESET', 'EPIPE']).toContain(await long.then(({ status }) => String(status), codeOf));
  expect((await ask(listener, redirectUri)).status).toBe(400);
});

test('noise instead of TLS or HTTP ends nothing', async () => {
  for (const noise of ['GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', '\0\0\0', 'x'.repeat(100_000)]) {
    const socket = connectPlain(port(), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.end(noise);
    await rest(socket);
  }
  await raw('NONSENSE');
  await raw(
    'GET /a/callback HTTP/1.1',
    `Host: ${new URL(redirectUri).host}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
  );
  await raw(`CONNECT evil.example:443 HTTP/1.1`, 'Host: evil.example');
  expect((await ask(listener, redirectUri)).status).toBe(400);
});

test('closing ends every connection and frees the port, even while somebody is at it', async () => {
  // So that no limit of time does it.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const silent = connectPlain(port(), '127.0.0.1');
  await once(silent, 'connect');
  const dawdling = await secure();
  dawdling.write('GET /a/callback HTTP/1.1\r\n');
  await ask(listener, redirectUri);
  const ended = Promise.all([silent, dawdling].map((socket) => gone(socket.resume())));
  const page = listener.newFirstPage();
  listener.close();
  await Promise.all([ended, listener.closed]);
  expect(listener.isFirstPage(page.href)).toBe(false);
  const again = await listen(redirectUri);
  again.close();
  await again.closed;
});

test('a callback that came otherwise ends it at once; a browser that never fetches its last page, soon', async () => {
  listener.finish();
  await listener.closed;

  const second = await listen(redirectUri);
  awaited = [`${redirectUri}?code=c&state=s`];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await ask(second, awaited[0] ?? '');
  second.finish();
  expect((await ask(second, redirectUri)).status).toBe(400);
  vi.advanceTimersByTime(11_000);
  await second.closed;
});

test('the listeners together know their first pages, and end together', async () => {
  const loopbacks = createLoopbacks(() => en);
  const open = (uri: string) => loopbacks.open({ redirectUri: uri, start, deliver: () => false, now: Date.now() });
  const [one, two] = [await open(await freeRedirectUri()), await open(await freeRedirectUri())];
  const pages = [one.newFirstPage(), two.newFirstPage()];
  expect(pages.map(({ href }) => loopbacks.isFirstPage(href))).toEqual([true, true]);
  expect(loopbacks.isFirstPage(listener.newFirstPage().href)).toBe(false);
  one.close();
  await one.closed;
  expect(loopbacks.listeners()).toEqual([two]);
  expect(pages.map(({ href }) => loopbacks.isFirstPage(href))).toEqual([false, true]);
  loopbacks.closeAll();
  await two.closed;
  expect(loopbacks.listeners()).toEqual([]);
});
