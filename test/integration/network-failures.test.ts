import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { FailureError, type Failure } from '../../electron/contract/failure.ts';
import { createHttpsClient, type HttpsClient } from '../../electron/network/https-client.ts';
import { direct, type NetworkWays } from '../../electron/network/ways.ts';
import { makeCertificate, keyToPem, makeKey, type DistinguishedName } from '../../electron/practice/certificate.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import { refreshTokenAfter } from '../../electron/tokens/spent.ts';
import { startOfficeProxy, type OfficeProxy } from '../fixtures/office-proxy.ts';
import { expired, makeTestCa, startTestServer, type TestCa, type TestServer } from '../fixtures/test-servers.ts';

const DAY_MS = 86_400_000;
const validity = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) };

type Authority = { readonly name: DistinguishedName; readonly key: KeyObject; readonly pem: string };

let ca: TestCa;
let proxy: OfficeProxy;
const ends: Array<() => unknown> = [];

beforeAll(async () => {
  ca = await makeTestCa();
  proxy = await startOfficeProxy();
});
afterEach(async () => {
  vi.useRealTimers();
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => proxy.stop());

async function authority(name: DistinguishedName, issuer?: Authority): Promise<Authority> {
  const key = await makeKey('ec');
  const order = { subject: name, subjectKey: key, purpose: { kind: 'ca' }, ...validity } as const;
  return { name, key, pem: makeCertificate({ ...order, ...(issuer ? { issuer } : {}) }) };
}

/** A server for `localhost` whose certificate `issuer` made, and that sends `chain` along. */
async function serverBy(issuer: Authority, chain: readonly string[], host = 'localhost'): Promise<TestServer> {
  const key = await makeKey('ec');
  const purpose = { kind: 'server', hosts: [host] } as const;
  const cert = makeCertificate({ subject: { commonName: host }, subjectKey: key, purpose, ...validity, issuer });
  // Given as they are: Node adds to a leaf what it finds in `ca`.
  const tls = { key: keyToPem(key), cert: [cert, ...chain].join('') };
  const server = await startTestServer(tls, (_seen, response) => response.end('hello'));
  ends.push(() => server.close());
  return server;
}

function client(ways: Partial<NetworkWays>): HttpsClient {
  const made = createHttpsClient({ ...direct, ...ways });
  ends.push(() => made.close());
  return made;
}

const send = (by: HttpsClient, port: number, trustedCa: string | null = null) =>
  by.send({
    method: 'GET',
    url: new URL(`https://localhost:${port}/`),
    headers: [['Authorization', 'Bearer secret-token']],
    clientCertificate: null,
    trustedCa,
    signal: AbortSignal.timeout(20_000),
  });

async function failureOf(sending: Promise<unknown>): Promise<Failure> {
  const error: unknown = await sending.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no failure: ${String(error)}`);
  return error.failure;
}

/** The same failure whether the way is straight or through the office's proxy, and nothing was sent. */
async function failsBothWays(server: TestServer, roots: readonly string[], expected: object): Promise<void> {
  for (const list of ['DIRECT', `PROXY ${proxy.name}`]) {
    const failure = await failureOf(
      send(client({ roots: () => roots, proxiesFor: () => Promise.resolve(list) }), server.port),
    );
    expect(failure, list).toEqual({ host: `localhost:${server.port}`, ...expected });
    expect(refreshTokenAfter(anaf, failure), list).toBe('kept');
  }
  expect(server.seen).toEqual([]);
}

describe('a server without its intermediate certificate', () => {
  test('is named, with whose certificate is missing; with it, or with it added here, all is well', async () => {
    const root = await authority({ organization: 'Public Trust SA', commonName: 'Public Root' });
    const middle = await authority({ organization: 'Public Trust SA', commonName: 'Public Issuing CA 3' }, root);
    const incomplete = await serverBy(middle, []);
    await failsBothWays(incomplete, [root.pem], {
      code: 'authority-certificate-incomplete',
      issuer: 'Public Issuing CA 3',
      isPublic: true,
    });
    const complete = await serverBy(middle, [middle.pem]);
    const roots = [root.pem];
    expect((await send(client({ roots: () => roots }), complete.port)).status).toBe(200);
    const withMiddle = [root.pem, middle.pem];
    expect((await send(client({ roots: () => withMiddle }), incomplete.port)).status).toBe(200);
  });

  test('is not certain where nothing says that its issuer is a public one', async () => {
    const unknown = await authority({ commonName: 'Somebody’s Issuing CA' });
    await failsBothWays(await serverBy(unknown, []), [ca.pem], {
      code: 'authority-certificate-incomplete',
      issuer: 'Somebody’s Issuing CA',
      isPublic: false,
    });
  });

  test('is told apart at a server with a CA of its own too', async () => {
    const root = await authority({ organization: 'Own', commonName: 'Own Root' });
    const middle = await authority({ organization: 'Own', commonName: 'Own Issuing' }, root);
    const server = await serverBy(middle, []);
    const failure = await failureOf(send(client({}), server.port, root.pem));
    expect(failure).toMatchObject({ code: 'authority-certificate-incomplete', issuer: 'Own Issuing' });
  });
});

describe('a connection that is opened on its way', () => {
  test('by a root nobody knows is named, and well once that root is added, until it is removed', async () => {
    const office = await authority({ organization: 'Firma Exemplu SRL', commonName: 'Firma Exemplu Proxy CA' });
    const server = await serverBy(office, [office.pem]);
    await failsBothWays(server, [ca.pem], {
      code: 'connection-inspected',
      issuer: 'Firma Exemplu Proxy CA',
      product: '',
    });
    let roots: readonly string[] = [ca.pem];
    const by = client({ roots: () => roots });
    expect((await failureOf(send(by, server.port))).code).toBe('connection-inspected');
    roots = [ca.pem, office.pem];
    expect((await send(by, server.port)).status).toBe(200);
    roots = [ca.pem];
    expect((await failureOf(send(by, server.port))).code).toBe('connection-inspected');
    expect(server.seen).toHaveLength(1);
  });

  test('by a known product is named with it, whatever of the chain was sent', async () => {
    const fortinet = await authority({ organization: 'Fortinet', commonName: 'FG100E-SN12345' });
    const issuing = await authority({ organization: 'Zscaler Inc.', commonName: 'Zscaler Intermediate Root CA' });
    for (const [server, product] of [
      [await serverBy(fortinet, [fortinet.pem]), 'Fortinet'],
      [await serverBy(fortinet, []), 'Fortinet'],
      [await serverBy(issuing, []), 'Zscaler'],
    ] as const) {
      expect(await failureOf(send(client({}), server.port))).toMatchObject({ code: 'connection-inspected', product });
    }
  });

  test('never counts at a server with a CA of its own', async () => {
    const office = await authority({ commonName: 'Firma Exemplu Proxy CA' });
    const server = await serverBy(office, [office.pem]);
    const failure = await failureOf(send(client({ roots: () => [office.pem] }), server.port, ca.pem));
    expect(failure.code).toBe('authority-certificate-untrusted');
  });
});

test('a certificate that bears a known issuer’s name without its signature, or vouches for itself, is not trusted', async () => {
  const root = await authority({ commonName: 'Known Root' });
  const forged = await authority({ commonName: 'Known Root' });
  const key = await makeKey('ec');
  const purpose = { kind: 'server', hosts: ['localhost'] } as const;
  const itself = makeCertificate({ subject: { commonName: 'localhost' }, subjectKey: key, purpose, ...validity });
  const alone = await startTestServer({ key: keyToPem(key), cert: itself }, () => undefined);
  ends.push(() => alone.close());
  for (const server of [await serverBy(forged, []), alone]) {
    const failure = await failureOf(send(client({ roots: () => [root.pem] }), server.port));
    expect(failure.code).toBe('authority-certificate-untrusted');
  }
});

test('a certificate for another name, and one that has expired, are named on every way', async () => {
  const started = async (hosts: readonly string[], old?: typeof expired): Promise<TestServer> => {
    const server = await startTestServer(await ca.server(hosts, old), () => undefined);
    ends.push(() => server.close());
    return server;
  };
  await failsBothWays(await started(['elsewhere.localhost']), [ca.pem], { code: 'authority-certificate-wrong-host' });
  await failsBothWays(await started(['localhost'], expired), [ca.pem], { code: 'authority-certificate-expired' });
});

test('a server that takes the connection and says nothing is named, in time, on every way', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  const { port } = silent.address() as AddressInfo;
  for (const list of ['DIRECT', `PROXY ${proxy.name}`]) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const before = sockets.length;
    const failing = failureOf(send(client({ proxiesFor: () => Promise.resolve(list) }), port));
    // It has begun to speak TLS: only then its time runs.
    while (sockets.length === before || sockets.at(-1)?.bytesRead === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    vi.advanceTimersByTime(14_000);
    vi.advanceTimersByTime(1_001);
    const failure = await failing;
    vi.useRealTimers();
    expect(failure, list).toMatchObject({ code: 'authority-unreachable', cause: 'handshake-stalled' });
    expect(refreshTokenAfter(anaf, failure)).toBe('kept');
  }
});
