import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect as connectSocket, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { connect as connectTls, createServer as createTlsServer } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FailureError, type Failure } from '../../electron/contract/failure.ts';
import type { ClientCertificate } from '../../electron/network/client-certificate.ts';
import { createHttpsClient, type HttpsClient, type HttpsRequest } from '../../electron/network/https-client.ts';
import { direct, type NetworkWays } from '../../electron/network/ways.ts';
import { startConnectProxy } from '../../electron/signin/connect-proxy.ts';
import { freePort, startOfficeProxy, tapOf, type OfficeProxy, type Tap } from '../fixtures/office-proxy.ts';
import { makeTestCa, startTestServer, type TestCa, type TestServer } from '../fixtures/test-servers.ts';

const LOGIN = ['ana.popescu', 'pass-word-7'] as const;
const TOKEN = 'the-access-token-of-a-client';

let ca: TestCa;
let server: TestServer;
let certificates: readonly ClientCertificate[];
let open: OfficeProxy;
let closed: OfficeProxy;
const ends: Array<() => unknown> = [];

beforeAll(async () => {
  ca = await makeTestCa();
  certificates = await Promise.all(['Firma Unu', 'Firma Doi', 'Firma Trei'].map((name) => ca.client(name, 'ec')));
  server = await startTestServer({ ...(await ca.server(['localhost'])), ca: ca.pem }, (_seen, response) =>
    response.end('hello'),
  );
  open = await startOfficeProxy();
  closed = await startOfficeProxy({ login: LOGIN });
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(async () => {
  await Promise.all([server.close(), open.stop(), closed.stop()]);
});

function clientBy(list: string, ways: Partial<NetworkWays> = {}): HttpsClient {
  const client = createHttpsClient({ ...direct, proxiesFor: () => Promise.resolve(list), ...ways });
  ends.push(() => client.close());
  return client;
}

async function tap(proxy: OfficeProxy): Promise<Tap> {
  const made = await tapOf(proxy.port);
  ends.push(made.stop);
  return made;
}

const requestTo = (port: number, changes: Partial<HttpsRequest> = {}): HttpsRequest => ({
  method: 'POST',
  url: new URL(`https://localhost:${port}/token`),
  headers: [['Authorization', `Bearer ${TOKEN}`]],
  body: `refresh_token=${TOKEN}`,
  clientCertificate: null,
  trustedCa: ca.pem,
  signal: new AbortController().signal,
  ...changes,
});

async function failureOf(sending: Promise<unknown>): Promise<Failure> {
  const error: unknown = await sending.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no failure: ${String(error)}`);
  return error.failure;
}

async function listening(listener: Server): Promise<number> {
  const sockets = new Set<Socket>();
  listener.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  ends.push(async () => {
    for (const socket of sockets) socket.destroy();
    listener.close();
    await once(listener, 'close');
  });
  return (listener.address() as AddressInfo).port;
}

describe('through a proxy', () => {
  test('the server sees the client certificate, and the proxy nothing but a name and a port', async () => {
    const line = await tap(open);
    const [certificate = null] = certificates;
    server.seen.length = 0;
    const client = clientBy(`PROXY ${line.name}`);
    const answer = await client.send(requestTo(server.port, { clientCertificate: certificate }));
    expect(Buffer.from(answer.body).toString()).toBe('hello');
    expect(server.seen).toMatchObject([
      { clientFingerprint: certificate?.fingerprint, alpn: 'http/1.1', body: `refresh_token=${TOKEN}` },
    ]);
    const head = line.sent().toString('latin1');
    expect(head.split('\r\n\r\n')[0]?.split('\r\n')).toEqual([
      `CONNECT localhost:${server.port} HTTP/1.1`,
      `Host: localhost:${server.port}`,
      'Connection: keep-alive',
    ]);
    expect(await open.log()).toContain(`CONNECT localhost:${server.port}`);
    for (const bytes of [line.sent(), line.received()]) {
      for (const secret of [TOKEN, 'Bearer', 'refresh_token', 'hello']) expect(bytes.includes(secret)).toBe(false);
    }
  });

  test('each certificate keeps connections of its own', async () => {
    const line = await tap(open);
    const client = clientBy(`PROXY ${line.name}`);
    server.seen.length = 0;
    const order = [0, 1, 2, 0, 1, 2, 0, 1, 2].map((index) => certificates[index] ?? null);
    const shown = await Promise.all(
      order.map(async (clientCertificate, index) => {
        await client.send(requestTo(server.port, { clientCertificate, body: `number ${index}` }));
        return server.seen.find(({ body }) => body === `number ${index}`)?.clientFingerprint;
      }),
    );
    expect(shown).toEqual(order.map((certificate) => certificate?.fingerprint));
    await client.send(requestTo(server.port, { body: 'without' }));
    expect(server.seen.find(({ body }) => body === 'without')?.clientFingerprint).toBeNull();
  });

  test('the sign-in window’s upstream goes there too', async () => {
    const line = await tap(open);
    const origin = `https://localhost:${server.port}`;
    const failures: Failure[] = [];
    const proxy = await startConnectProxy({
      origins: [origin],
      certificateOrigins: [origin],
      clientCertificate: certificates[0] ?? null,
      trustedCa: ca.pem,
      ways: { ...direct, proxiesFor: () => Promise.resolve(`PROXY ${line.name}`) },
      onFailure: ({ failure }) => failures.push(failure),
    });
    ends.push(proxy.close);
    const authorization = `Basic ${Buffer.from(`${proxy.username}:${proxy.password}`).toString('base64')}`;
    const asked = httpRequest({
      host: '127.0.0.1',
      port: proxy.port,
      method: 'CONNECT',
      path: `localhost:${server.port}`,
      headers: { 'Proxy-Authorization': authorization },
    });
    asked.end();
    const [answer, socket] = (await once(asked, 'connect')) as [IncomingMessage, Socket];
    expect([answer.statusCode, failures]).toEqual([200, []]);
    const tls = connectTls({ socket, servername: 'localhost', ca: proxy.certificate.toString() });
    await once(tls, 'secureConnect');
    server.seen.length = 0;
    tls.write(`GET /page HTTP/1.1\r\nHost: localhost:${server.port}\r\nConnection: close\r\n\r\n`);
    tls.resume();
    await once(tls, 'close');
    expect(server.seen).toMatchObject([{ url: '/page', clientFingerprint: certificates[0]?.fingerprint }]);
    // The window's own password for its own proxy stays in this process.
    expect(line.sent().toString('latin1')).toContain(`CONNECT localhost:${server.port} `);
    expect(line.sent().toString('latin1')).not.toContain('Proxy-Authorization');
  });
});

describe('a proxy with a login', () => {
  test('is named when there is none, and let through with it', async () => {
    const line = await tap(closed);
    const proxy = line.name;
    const host = `localhost:${server.port}`;
    expect(await failureOf(clientBy(`PROXY ${proxy}`).send(requestTo(server.port)))).toEqual({
      code: 'proxy-needs-password',
      host,
      proxy,
    });
    const asked: string[] = [];
    const client = clientBy(`PROXY ${proxy}`, {
      loginFor({ kind, proxy: name }) {
        asked.push(`${kind} ${name}`);
        return { username: LOGIN[0], password: LOGIN[1] };
      },
    });
    server.seen.length = 0;
    expect((await client.send(requestTo(server.port))).status).toBe(200);
    expect(new Set(asked)).toEqual(new Set([`http ${proxy}`]));
    const basic = Buffer.from(LOGIN.join(':')).toString('base64');
    expect(line.sent().toString('latin1')).toContain(`Proxy-Authorization: Basic ${basic}\r\n`);
    expect(line.sent().includes(TOKEN)).toBe(false);
    // The login is for the proxy alone, and the token for the server alone.
    expect(server.seen[0]?.headers).not.toHaveProperty('proxy-authorization');
    expect(JSON.stringify(server.seen)).not.toContain(basic);
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
  });

  test('that refuses the login says so once, and is not given it again', async () => {
    const line = await tap(closed);
    const refused = new Set<string>();
    const client = clientBy(`PROXY ${line.name}`, {
      loginFor: ({ proxy }) => (refused.has(proxy) ? null : { username: LOGIN[0], password: 'wrong' }),
      onLoginRefused: ({ proxy }) => void refused.add(proxy),
    });
    expect((await failureOf(client.send(requestTo(server.port)))).code).toBe('proxy-password-refused');
    expect(refused).toEqual(new Set([line.name]));
    expect((await failureOf(client.send(requestTo(server.port)))).code).toBe('proxy-needs-password');
    expect(
      line
        .sent()
        .toString('latin1')
        .match(/Proxy-Authorization/g),
    ).toHaveLength(1);
  });

  test('of a kind that is not spoken here is named with what it offers', async () => {
    const port = await listening(
      createServer((socket) =>
        socket.end(
          'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\n' +
            'Proxy-Authenticate: NTLM\r\nProxy-Authenticate: Digest realm="a, Basic b", nonce="x"\r\nContent-Length: 0\r\n\r\n',
        ),
      ),
    );
    const sending = clientBy(`PROXY 127.0.0.1:${port}`).send(requestTo(server.port));
    expect(await failureOf(sending)).toMatchObject({
      code: 'proxy-login-unsupported',
      schemes: 'Negotiate, NTLM, Digest',
    });
  });
});

describe('the list is gone through as in a browser', () => {
  test('one that cannot be reached, or is not spoken here, gives way to the next', async () => {
    const line = await tap(open);
    const dead = await freePort();
    for (const before of [`PROXY 127.0.0.1:${dead}`, `SOCKS 127.0.0.1:${dead}`, 'nonsense', `PROXY a b c`]) {
      const connections = line.connections();
      const client = clientBy(`${before}; PROXY ${line.name}; DIRECT`);
      expect((await client.send(requestTo(server.port))).status, before).toBe(200);
      expect(line.connections(), before).toBe(connections + 1);
    }
    const straight = clientBy(`PROXY 127.0.0.1:${dead}; DIRECT`);
    expect((await straight.send(requestTo(server.port))).status).toBe(200);
  });

  test('what a proxy says is final, though a straight way stands behind it', async () => {
    server.seen.length = 0;
    const client = clientBy(`PROXY ${closed.name}; DIRECT`);
    expect((await failureOf(client.send(requestTo(server.port)))).code).toBe('proxy-needs-password');
    expect(server.seen).toEqual([]);
  });

  test('where none can be reached the first is named', async () => {
    const dead = await freePort();
    const proxy = `127.0.0.1:${dead}`;
    const sending = clientBy(`PROXY ${proxy}; SOCKS 127.0.0.1:1`).send(requestTo(server.port));
    expect(await failureOf(sending)).toMatchObject({ code: 'proxy-unreachable', proxy, cause: 'refused' });
    const unknown = clientBy('SOCKS 127.0.0.1:1080').send(requestTo(server.port));
    expect(await failureOf(unknown)).toMatchObject({ code: 'proxy-kind-unsupported', kind: 'SOCKS' });
    const nameless = clientBy('PROXY no.such.name.invalid:8080').send(requestTo(server.port));
    expect(await failureOf(nameless)).toMatchObject({ code: 'proxy-unreachable', cause: 'name-not-found' });
  });

  test('the system is asked for each new connection, by origin alone', async () => {
    const asked: string[] = [];
    const client = clientBy('', {
      proxiesFor(origin) {
        asked.push(origin);
        return Promise.resolve('DIRECT');
      },
    });
    await client.send(requestTo(server.port, { url: new URL(`https://localhost:${server.port}/p?code=secret`) }));
    expect(asked).toEqual([`https://localhost:${server.port}`]);
  });
});

describe('a proxy that does not connect', () => {
  test('because it may not, or cannot, is named with its status', async () => {
    const strict = await startOfficeProxy({ onlyPort: 443 });
    ends.push(strict.stop);
    const forbidden = clientBy(`PROXY ${strict.name}`).send(requestTo(server.port));
    expect(await failureOf(forbidden)).toMatchObject({ code: 'proxy-refused', proxy: strict.name, status: 403 });
    const gone = clientBy(`PROXY ${open.name}`).send(requestTo(await freePort()));
    expect(await failureOf(gone)).toMatchObject({ code: 'proxy-refused', status: 500 });
  });

  test('because it hangs up or talks nonsense is named as one that gives no answer', async () => {
    for (const words of ['', 'SSH-2.0-OpenSSH_9.2\r\n']) {
      const port = await listening(createServer((socket) => socket.end(words)));
      const sending = clientBy(`PROXY 127.0.0.1:${port}`).send(requestTo(server.port));
      expect(await failureOf(sending), words).toMatchObject({ code: 'proxy-unreachable', cause: 'no-answer' });
    }
  });
});

describe('other kinds of proxy', () => {
  test('one over TLS is verified by the usual roots, gets no client certificate, and passes TLS on', async () => {
    const shown: boolean[] = [];
    const identity = await ca.server(['localhost']);
    const front = createTlsServer({ ...identity, requestCert: true, rejectUnauthorized: false }, (client) => {
      shown.push(client.getPeerX509Certificate() !== undefined);
      const onward = connectSocket(open.port, '127.0.0.1');
      for (const socket of [client, onward]) socket.on('error', () => undefined);
      client.pipe(onward).pipe(client);
    });
    const port = await listening(front);
    const [certificate = null] = certificates;
    const request = requestTo(server.port, { clientCertificate: certificate });
    server.seen.length = 0;
    const roots = [ca.pem];
    const client = clientBy(`HTTPS localhost:${port}`, { roots: () => roots });
    expect((await client.send(request)).status).toBe(200);
    expect(server.seen).toMatchObject([{ clientFingerprint: certificate?.fingerprint }]);
    expect(shown).toEqual([false]);
    const untrusting = clientBy(`HTTPS localhost:${port}`);
    expect(await failureOf(untrusting.send(request))).toMatchObject({
      code: 'proxy-unreachable',
      cause: 'certificate',
    });
    const otherName = clientBy(`HTTPS 127.0.0.1:${port}`, { roots: () => roots });
    expect(await failureOf(otherName.send(request))).toMatchObject({ cause: 'certificate' });
  });

  /** SOCKS 5 as RFC 1928 has it: `method` and `reply` are what it answers. */
  async function startSocks(method = 0, reply = 0): Promise<{ port: number; names: string[] }> {
    const names: string[] = [];
    const port = await listening(
      createServer((socket) => {
        socket.once('data', () => {
          socket.write(Buffer.from([5, method]));
          socket.once('data', (asked: Buffer) => {
            const length = asked[4] ?? 0;
            names.push(asked.subarray(5, 5 + length).toString());
            const onward = connectSocket(asked.readUInt16BE(5 + length), '127.0.0.1');
            onward.on('error', () => undefined);
            // In two parts, as a network may.
            socket.write(Buffer.from([5, reply, 0]));
            setImmediate(() => socket.write(Buffer.from([1, 0, 0, 0, 0, 0, 0])));
            socket.pipe(onward).pipe(socket);
          });
        });
      }),
    );
    return { port, names };
  }

  test('SOCKS 5 looks the name up itself, and its refusals are named', async () => {
    const socks = await startSocks();
    const [certificate = null] = certificates;
    server.seen.length = 0;
    const client = clientBy(`SOCKS5 127.0.0.1:${socks.port}`);
    expect((await client.send(requestTo(server.port, { clientCertificate: certificate }))).status).toBe(200);
    expect(socks.names).toEqual(['localhost']);
    expect(server.seen).toMatchObject([{ clientFingerprint: certificate?.fingerprint }]);

    const forbidding = await startSocks(0, 2);
    const refused = clientBy(`SOCKS5 127.0.0.1:${forbidding.port}`).send(requestTo(server.port));
    expect(await failureOf(refused)).toMatchObject({ code: 'proxy-refused', status: 2 });
    const asking = await startSocks(0xff);
    const unknown = clientBy(`SOCKS5 127.0.0.1:${asking.port}`).send(requestTo(server.port));
    expect(await failureOf(unknown)).toMatchObject({ code: 'proxy-login-unsupported', schemes: 'SOCKS' });
  });
});
