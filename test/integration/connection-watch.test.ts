import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpsClient, type ClientCertificate } from '../../electron/network/https-client.ts';
import type { ConnectionFacts } from '../../electron/network/connection-watch.ts';
import { makeTestCa, startTestServer, type TestCa } from '../fixtures/test-servers.ts';

// Whether a client certificate was shown is told by how much the client sent: tried with every kind of handshake.

let ca: TestCa;
const held = new Map<string, ClientCertificate | null>([['none', null]]);
beforeAll(async () => {
  ca = await makeTestCa();
  held.set('rsa', await ca.client('Firma', 'rsa'));
  held.set('ec', await ca.client('Firma', 'ec'));
});
const https = createHttpsClient();
afterAll(() => https.close());

async function watched(port: number, clientCertificate: ClientCertificate | null, body?: string) {
  const connected: ConnectionFacts[] = [];
  let renegotiations = 0;
  const answer = await https.send({
    ...{ method: body === undefined ? 'GET' : 'POST', url: new URL(`https://a.localhost:${port}/`), headers: [], body },
    ...{ clientCertificate, trustedCa: ca.pem, signal: AbortSignal.timeout(10_000) },
    watch: { connected: (_host, facts) => void connected.push(facts), renegotiated: () => (renegotiations += 1) },
  });
  return { connected, renegotiations, status: answer.status };
}

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('%s', (maxVersion) => {
  test.each([
    { requestCert: true, kind: 'rsa', clientCertificate: 'shown' },
    { requestCert: true, kind: 'ec', clientCertificate: 'shown' },
    { requestCert: false, kind: 'rsa', clientCertificate: 'not-asked' },
    { requestCert: false, kind: 'ec', clientCertificate: 'not-asked' },
    { requestCert: true, kind: 'none', clientCertificate: 'none' },
    { requestCert: false, kind: 'none', clientCertificate: 'none' },
  ])('asks: $requestCert, at hand: $kind', async ({ requestCert, kind, clientCertificate }) => {
    const tls = await ca.server(['a.localhost']);
    const options = { ...tls, ca: ca.pem, requestCert, maxVersion };
    const server = await startTestServer(options, (_request, response) => response.end('ok'));
    try {
      const certificate = held.get(kind) ?? null;
      // What is sent afterwards, however long, is no certificate.
      for (const body of [undefined, 'x'.repeat(20_000)]) {
        const { connected, renegotiations, status } = await watched(server.port, certificate, body);
        expect(connected).toEqual([
          {
            way: 'direct',
            version: maxVersion,
            cipher: expect.stringMatching(/GCM|CHACHA/) as string,
            clientCertificate,
          },
        ]);
        expect({ renegotiations, status }).toEqual({ renegotiations: 0, status: 200 });
      }
      const seen = new Set(server.seen.map(({ clientFingerprint }) => clientFingerprint !== null));
      expect([...seen]).toEqual([clientCertificate === 'shown']);
    } finally {
      await server.close();
    }
  });
});

test('requests at once each hear of their own connection alone', async () => {
  const tls = await ca.server(['a.localhost']);
  const server = await startTestServer({ ...tls, ca: ca.pem }, (_request, response) => response.end('ok'));
  try {
    const all = await Promise.all(Array.from({ length: 20 }, () => watched(server.port, null)));
    expect(all.map(({ connected }) => connected.length)).toEqual(all.map(() => 1));
  } finally {
    await server.close();
  }
});

test('a server that closes the moment the handshake is over fails the request at once', async () => {
  const tls = await ca.server(['a.localhost']);
  for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
    const server = createServer({ ...tls, maxVersion }, (socket) => void socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const failure = await watched(port, null).catch((error: unknown) => error);
    expect(failure).toMatchObject({ failure: { code: 'authority-unreachable' } });
    expect(failure).not.toMatchObject({ failure: { cause: 'timeout' } });
    await new Promise((resolve) => server.close(resolve));
  }
});

test('a server that breaks off when the handshake is over fails the request, and does not hang it', async () => {
  const tls = await ca.server(['a.localhost']);
  // TLS 1.3 says that it wants a certificate only when the client has done its part.
  const server = await startTestServer({ ...tls, ca: ca.pem, rejectUnauthorized: true }, (_request, response) =>
    response.end('ok'),
  );
  try {
    const failure = await watched(server.port, null).catch((error: unknown) => error);
    expect(failure).toMatchObject({ failure: { host: `a.localhost:${server.port}` } });
    expect((failure as { failure: { code: string } }).failure.code).toBe('authority-refused-certificate');
  } finally {
    await server.close();
  }
});
