import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect as connectSocket, createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Failure } from '../../electron/contract/failure.ts';
import type { ClientCertificate } from '../../electron/network/client-certificate.ts';
import { startConnectProxy, type ConnectProxy, type ConnectProxyOptions } from '../../electron/signin/connect-proxy.ts';
import { expired, makeTestCa, startTestServer, type TestCa, type TestServer } from '../fixtures/test-servers.ts';

let ca: TestCa;
let clientCertificate: ClientCertificate;
let server: TestServer;
const closers: Array<() => Promise<unknown>> = [];
const LARGE = 3_000_000;

beforeAll(async () => {
  ca = await makeTestCa();
  clientCertificate = await ca.client('Firma Exemplu');
  const tls = await ca.server(['login.localhost', 'pages.localhost', '127.0.0.1']);
  server = await startTestServer({ ...tls, ca: ca.pem }, ({ url, body }, response) => {
    if (url === '/large') response.end(Buffer.alloc(LARGE, 'x'));
    else if (url === '/endless') endless(response);
    else if (url === '/broken')
      response.writeHead(200, { 'Content-Length': '1000' }).write('part', () => response.destroy());
    else response.end(`hello ${body.length}`);
  });
});

/** Writes as fast as it is read, for ever. */
function endless(response: ServerResponse): void {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(() => server.close());

const origin = (host: string, port = server.port): string => `https://${host}:${port}`;

async function start(
  options: Partial<ConnectProxyOptions> = {},
): Promise<{ proxy: ConnectProxy; failures: Failure[] }> {
  const failures: Failure[] = [];
  const proxy = await startConnectProxy({
    origins: [origin('login.localhost'), origin('pages.localhost')],
    certificateOrigins: [origin('login.localhost')],
    clientCertificate,
    trustedCa: ca.pem,
    onFailure: ({ failure }) => failures.push(failure),
    ...options,
  });
  closers.push(proxy.close);
  return { proxy, failures };
}

const authorizationOf = ({ username, password }: ConnectProxy, given = password): Record<string, string> => ({
  'Proxy-Authorization': `Basic ${Buffer.from(`${username}:${given}`).toString('base64')}`,
});

/** Asks for a tunnel; gives the status and, with 200, the raw socket. */
async function connectThrough(
  proxy: ConnectProxy,
  target: string,
  headers: Record<string, string> = authorizationOf(proxy),
): Promise<{ answer: IncomingMessage; socket: Socket }> {
  const asked = request({ host: '127.0.0.1', port: proxy.port, method: 'CONNECT', path: target, headers });
  asked.end();
  const [answer, socket] = (await once(asked, 'connect')) as [IncomingMessage, Socket];
  closers.push(() => Promise.resolve(socket.destroy()));
  return { answer, socket };
}

/** A tunnel with TLS ended at the proxy, whose certificate is the only one trusted here. */
async function tlsThrough(proxy: ConnectProxy, host: string, port = server.port): Promise<TLSSocket> {
  const { answer, socket } = await connectThrough(proxy, `${host}:${port}`);
  expect(answer.statusCode).toBe(200);
  const tls = connectTls({
    socket,
    servername: host,
    ca: proxy.certificate.toString(),
    ALPNProtocols: ['h2', 'http/1.1'],
  });
  tls.on('error', () => undefined);
  await once(tls, 'secureConnect');
  expect(tls.alpnProtocol).toBe('http/1.1');
  return tls;
}

async function fetchThrough(
  proxy: ConnectProxy,
  host: string,
  path = '/',
  body = '',
  port = server.port,
): Promise<{ status: number; text: string }> {
  const tls = await tlsThrough(proxy, host, port);
  const asked = httpsRequest({
    createConnection: () => tls,
    host,
    port,
    path,
    method: body === '' ? 'GET' : 'POST',
    headers: { Connection: 'close' },
  });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk);
  return { status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() };
}

async function tcpServer(onSocket: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const tcp = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => tcp.close(resolve));
  });
  return (tcp.address() as AddressInfo).port;
}

test('nobody gets through without the password of this run', async () => {
  const { proxy } = await start();
  const { proxy: another } = await start();
  const target = `login.localhost:${server.port}`;
  const seenBefore = server.seen.length;
  for (const headers of [
    {},
    authorizationOf(proxy, 'wrong'),
    authorizationOf(proxy, `${proxy.password}x`),
    authorizationOf(another),
    { Authorization: authorizationOf(proxy)['Proxy-Authorization'] ?? '' },
  ]) {
    const { answer } = await connectThrough(proxy, target, headers);
    expect(answer.statusCode).toBe(407);
    expect(answer.headers['proxy-authenticate']).toMatch(/^Basic realm=/);
  }
  expect(server.seen.length).toBe(seenBefore);
  expect(proxy.password).not.toBe(another.password);
  expect(Buffer.from(proxy.password, 'base64url').length).toBe(32);
});

test('another local process without the password gets 407', async () => {
  const { proxy } = await start();
  const script = `require('node:http').request({ host: '127.0.0.1', port: ${proxy.port}, method: 'CONNECT',
    path: 'login.localhost:${server.port}' }).on('connect', (answer) => { console.log(answer.statusCode); process.exit(0); }).end()`;
  const child = spawn(process.execPath, ['-e', script], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  expect(Buffer.concat(chunks).toString().trim()).toBe('407');
});

test('only the listed origins are reached, port and all', async () => {
  const { proxy, failures } = await start();
  for (const target of [
    `other.localhost:${server.port}`,
    `login.localhost:${server.port + 1}`,
    'login.localhost:443',
    `127.0.0.1:${server.port}`,
    `login.localhost.:${server.port}`,
    `x.login.localhost:${server.port}`,
    'login.localhost',
  ]) {
    expect((await connectThrough(proxy, target)).answer.statusCode, target).toBe(403);
  }
  expect((await connectThrough(proxy, `LOGIN.localhost:${server.port}`)).answer.statusCode).toBe(200);
  expect(failures).toEqual([]);
});

test('plain http requests are refused', async () => {
  const { proxy } = await start();
  const ask = async (headers: Record<string, string>): Promise<number | undefined> => {
    const asked = request({
      host: '127.0.0.1',
      port: proxy.port,
      path: `http://login.localhost:${server.port}/`,
      headers,
    });
    asked.end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    return answer.statusCode;
  };
  expect(await ask({})).toBe(407);
  expect(await ask(authorizationOf(proxy))).toBe(405);
  expect(await ask({ ...authorizationOf(proxy), Connection: 'Upgrade', Upgrade: 'websocket' })).toBe(405);
});

test('the client certificate is shown to its origins and to no other that asks', async () => {
  const { proxy } = await start();
  server.seen.length = 0;
  expect(await fetchThrough(proxy, 'login.localhost', '/a')).toEqual({ status: 200, text: 'hello 0' });
  expect(await fetchThrough(proxy, 'pages.localhost', '/b', 'x'.repeat(100_000))).toEqual({
    status: 200,
    text: 'hello 100000',
  });
  expect(server.seen.map(({ url, clientFingerprint, alpn }) => ({ url, clientFingerprint, alpn }))).toEqual([
    { url: '/a', clientFingerprint: clientCertificate.fingerprint, alpn: 'http/1.1' },
    { url: '/b', clientFingerprint: null, alpn: 'http/1.1' },
  ]);
});

test('an EC certificate is shown too, and without one nothing is', async () => {
  const ec = await ca.client('EC', 'ec');
  server.seen.length = 0;
  await fetchThrough((await start({ clientCertificate: ec })).proxy, 'login.localhost');
  await fetchThrough((await start({ clientCertificate: null })).proxy, 'login.localhost');
  expect(server.seen.map(({ clientFingerprint }) => clientFingerprint)).toEqual([ec.fingerprint, null]);
});

test('a large answer comes whole, and one that breaks off does not look whole', async () => {
  const { proxy } = await start();
  expect((await fetchThrough(proxy, 'login.localhost', '/large')).text.length).toBe(LARGE);
  await expect(fetchThrough(proxy, 'login.localhost', '/broken')).rejects.toThrow();
});

test('an answer without an end is broken off, and named', async () => {
  const { proxy, failures } = await start();
  await expect(fetchThrough(proxy, 'login.localhost', '/endless')).rejects.toThrow();
  expect(failures).toMatchObject([{ code: 'answer-too-large', limitBytes: 64 * 1024 * 1024 }]);
});

test('what is not the authority is not connected to, and is named', async () => {
  const otherCa = await makeTestCa();
  const bad = async (by: TestCa, host: string, validity?: typeof expired): Promise<number> => {
    const started = await startTestServer({ ...(await by.server([host], validity)) }, (_seen, response) =>
      response.end(),
    );
    closers.push(started.close);
    return started.port;
  };
  const unknownCa = await bad(otherCa, 'login.localhost');
  const wrongHost = await bad(ca, 'elsewhere.localhost');
  const tooOld = await bad(ca, 'login.localhost', expired);
  const noTls = await tcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  const closed = await tcpServer(() => undefined);
  await closers.pop()?.();

  for (const [port, expected] of [
    [unknownCa, { code: 'authority-certificate-untrusted' }],
    [wrongHost, { code: 'authority-certificate-wrong-host' }],
    [tooOld, { code: 'authority-certificate-expired' }],
    [noTls, { code: 'authority-unreachable' }],
    [closed, { code: 'authority-unreachable', cause: 'refused' }],
  ] as const) {
    const { proxy, failures } = await start({ origins: [origin('login.localhost', port)], certificateOrigins: [] });
    const { answer } = await connectThrough(proxy, `login.localhost:${port}`);
    expect(answer.statusCode).toBe(502);
    expect(failures).toEqual([expect.objectContaining({ ...expected, host: `login.localhost:${port}` })]);
  }
});

test('without a CA of its own the usual roots count', async () => {
  const { proxy, failures } = await start({ trustedCa: null });
  expect((await connectThrough(proxy, `login.localhost:${server.port}`)).answer.statusCode).toBe(502);
  expect(failures).toMatchObject([{ code: 'connection-inspected', issuer: 'Test CA', product: '' }]);
});

/** OpenSSL's own server, which can do what Node's cannot: it is asked by `type`, and `output` is all it said. */
async function opensslServer(args: readonly string[]): Promise<{
  port: number;
  output(): string;
  type(line: string): void;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'taxpass-proxy-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const { key, cert } = await ca.server(['login.localhost']);
  const files = { key, cert, CAfile: ca.pem };
  for (const [name, pem] of Object.entries(files)) await writeFile(join(folder, name), pem);
  const fileArgs = Object.keys(files).flatMap((name) => [`-${name}`, join(folder, name)]);
  const child = spawn('openssl', ['s_server', '-accept', '127.0.0.1:0', ...fileArgs, ...args], {
    env: { PATH: process.env['PATH'] },
  });
  closers.push(async () => {
    if (child.exitCode !== null) return;
    child.kill();
    await once(child, 'exit');
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const port = Number(await vi.waitUntil(() => /^ACCEPT .*:(\d+)$/m.exec(output)?.[1], { timeout: 10_000 }));
  return { port, output: () => output, type: (line) => void child.stdin.write(`${line}\n`) };
}

test('a server that misses the certificate is named, though TLS 1.3 says so late', async () => {
  const { port } = await opensslServer(['-tls1_3', '-Verify', '1', '-verify_return_error']);
  const origins = [origin('login.localhost', port)];
  const { proxy, failures } = await start({ origins, certificateOrigins: [] });
  await expect(fetchThrough(proxy, 'login.localhost', '/', '', port)).rejects.toThrow();
  expect(failures).toMatchObject([{ code: 'authority-refused-certificate', host: `login.localhost:${port}` }]);
});

// Only Electron's TLS library does it; system Node's ignores the server's request.
const underElectron = 'electron' in process.versions;

test.runIf(underElectron)('a certificate asked for mid-connection by TLS 1.2 renegotiation is shown', async () => {
  const openssl = await opensslServer(['-tls1_2']);
  const origins = [origin('login.localhost', openssl.port)];
  const { proxy, failures } = await start({ origins, certificateOrigins: origins });
  const tls = await tlsThrough(proxy, 'login.localhost', openssl.port);
  let received = '';
  tls.on('data', (chunk: Buffer) => (received += chunk.toString()));
  const said = (text: string): Promise<unknown> =>
    vi.waitUntil(() => openssl.output().includes(text), { timeout: 10_000 });
  tls.write('before the certificate\n');
  await said('before the certificate');
  expect(openssl.output()).not.toContain('Firma Exemplu');
  openssl.type('R');
  await said('Firma Exemplu');
  tls.write('after the certificate\n');
  await said('after the certificate');
  openssl.type('and back');
  await vi.waitUntil(() => received.includes('and back'), { timeout: 10_000 });
  expect(failures).toEqual([]);
});

test('a stalled upstream, a half-open browser and an idle tunnel all end with close', async () => {
  const stalled = await tcpServer(() => undefined);
  const { proxy } = await start({
    origins: [origin('login.localhost'), origin('login.localhost', stalled)],
    certificateOrigins: [],
  });
  const waiting = request({
    host: '127.0.0.1',
    port: proxy.port,
    method: 'CONNECT',
    path: `login.localhost:${stalled}`,
    headers: authorizationOf(proxy),
  });
  waiting.on('error', () => undefined);
  waiting.end();
  await once(waiting, 'finish');
  const silent = connectSocket(proxy.port, '127.0.0.1');
  await once(silent, 'connect');
  const idle = await tlsThrough(proxy, 'login.localhost');
  const half = await connectThrough(proxy, `login.localhost:${server.port}`);
  half.socket.end();
  await vi.waitUntil(async () => (await server.connections()) >= 1);

  const ended = Promise.all(
    [waiting, silent, idle].map((each) => new Promise((resolve) => void each.once('close', resolve))),
  );
  await proxy.close();
  await ended;
  await vi.waitUntil(async () => (await server.connections()) === 0, { timeout: 10_000 });
  const refused = connectSocket(proxy.port, '127.0.0.1');
  const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNREFUSED');
});

test('a browser that leaves takes its upstream connection along, joined or not yet', async () => {
  const upstream: Socket[] = [];
  const stalled = await tcpServer((socket) => void upstream.push(socket.resume()));
  const { proxy } = await start({ origins: [origin('login.localhost'), origin('login.localhost', stalled)] });
  const tls = await tlsThrough(proxy, 'login.localhost');
  await vi.waitUntil(async () => (await server.connections()) > 0);
  tls.destroy();
  await vi.waitUntil(async () => (await server.connections()) === 0, { timeout: 10_000 });

  const early = connectSocket(proxy.port, '127.0.0.1');
  const authorization = authorizationOf(proxy)['Proxy-Authorization'] ?? '';
  early.write(`CONNECT login.localhost:${stalled} HTTP/1.1\r\nProxy-Authorization: ${authorization}\r\n\r\n`);
  await vi.waitUntil(() => upstream.length === 1);
  early.resetAndDestroy();
  await vi.waitUntil(() => upstream[0]?.closed === true || upstream[0]?.readableEnded === true, { timeout: 5_000 });
});

test('headers and connections are bounded', async () => {
  const { proxy } = await start();
  const huge = connectSocket(proxy.port, '127.0.0.1');
  huge.on('error', () => undefined);
  await once(huge, 'connect');
  huge.write(`CONNECT a:1 HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`);
  const [reply] = (await once(huge, 'data')) as [Buffer];
  expect(reply.toString()).toContain(' 431 ');

  const many = Array.from({ length: 80 }, () => connectSocket(proxy.port, '127.0.0.1'));
  for (const socket of many) socket.on('error', () => undefined);
  closers.push(() => {
    for (const socket of many) socket.destroy();
    return Promise.resolve();
  });
  await vi.waitUntil(() => many.filter((socket) => socket.closed).length >= 80 - 64, { timeout: 10_000 });
  expect(many.filter((socket) => !socket.closed).length).toBeGreaterThan(50);
});

test('an origin that is not https is a mistake of ours', async () => {
  for (const wrong of ['http://login.localhost', 'https://login.localhost/path', 'file:///tmp']) {
    await expect(start({ origins: [wrong] })).rejects.toThrow('not an https origin');
  }
});
