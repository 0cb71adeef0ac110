import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createHttpsClient,
  sentHeaderNames,
  type HttpsClient,
  type HttpsRequest,
} from '../../electron/network/https-client.ts';
import type { ClientCertificate } from '../../electron/network/client-certificate.ts';
import { makeTestCa, startTestServer, type TestCa, type TestServer } from '../fixtures/test-servers.ts';

let ca: TestCa;
let certificate: ClientCertificate;
let https: HttpsClient;
const ends: Array<() => unknown> = [];

beforeAll(async () => {
  ca = await makeTestCa();
  certificate = await ca.client('Firma Exemplu');
});
beforeAll(() => {
  https = createHttpsClient();
});
afterEach(() => Promise.all(ends.splice(0).map((end) => end())));
afterAll(() => https.close());

const requestTo = (port: number, changes: Partial<HttpsRequest> = {}): HttpsRequest => ({
  method: 'GET',
  url: new URL(`https://localhost:${port}/`),
  headers: [],
  clientCertificate: null,
  trustedCa: ca.pem,
  signal: new AbortController().signal,
  ...changes,
});

describe('the names of the headers that were sent are those on the wire, in its order', () => {
  const json = ['Content-Type', 'application/json'] as const;
  const bearer = ['Authorization', 'Bearer secret'] as const;
  test.each([
    ['GET', { method: 'GET', headers: [bearer] }],
    ['POST with a body', { method: 'POST', headers: [bearer, json], body: '{"å":1}' }],
    ['POST without', { method: 'POST', headers: [bearer] }],
    ['PUT without', { method: 'PUT', headers: [], body: '' }],
    ['PATCH without', { method: 'PATCH', headers: [] }],
    ['DELETE with a body', { method: 'DELETE', headers: [json], body: '{}' }],
    ['DELETE without', { method: 'DELETE', headers: [bearer] }],
  ])('%s', async (_name, changes) => {
    const heads: string[] = [];
    const server = createServer(await ca.server(['localhost']), (socket: TLSSocket) => {
      let head = '';
      socket.on('error', () => undefined);
      socket.on('data', (chunk: Buffer) => {
        if (head.includes('\r\n\r\n')) return;
        head += chunk.toString('latin1');
        if (!head.includes('\r\n\r\n')) return;
        heads.push(head.slice(0, head.indexOf('\r\n\r\n')));
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
      });
    }).listen(0, '127.0.0.1');
    ends.push(() => server.close());
    await once(server, 'listening');
    const request = requestTo((server.address() as AddressInfo).port, changes);
    await https.send(request);
    const [, ...lines] = heads[0]?.split('\r\n') ?? [];
    expect(lines.map((line) => line.split(':')[0])).toEqual(sentHeaderNames(request));
    expect(heads).toHaveLength(1);
  });
});

describe('a certificate that is forgotten', () => {
  /** A server that answers when the test says so. */
  async function holdingServer(): Promise<{ server: TestServer; held: ServerResponse[] }> {
    const held: ServerResponse[] = [];
    const tls = { ...(await ca.server(['localhost'])), ca: ca.pem };
    const server = await startTestServer(tls, (_request, response) => void held.push(response));
    ends.push(() => server.close());
    return { server, held };
  }

  test('leaves requests under way alone, each to its end, and their connections end with them', async () => {
    const { server, held } = await holdingServer();
    const send = () => https.send(requestTo(server.port, { clientCertificate: certificate }));
    const first = send();
    await expect.poll(() => held.length).toBe(1);
    const second = send();
    await expect.poll(() => held.length).toBe(2);
    await https.forget(certificate.fingerprint);
    // Half an answer, then the rest: it is under way until its body is read.
    held[0]?.write('the first');
    held[1]?.end('the second');
    expect(Buffer.from((await second).body).toString()).toBe('the second');
    await https.forget(certificate.fingerprint);
    held[0]?.end(' answer');
    expect(Buffer.from((await first).body).toString()).toBe('the first answer');
    await expect.poll(() => server.connections()).toBe(0);
    expect(server.seen.map(({ clientFingerprint }) => clientFingerprint)).toEqual([
      certificate.fingerprint,
      certificate.fingerprint,
    ]);
  });

  test('is not there for a request that comes later: the key it brings is the one that counts', async () => {
    const { server, held } = await holdingServer();
    const first = https.send(requestTo(server.port, { clientCertificate: certificate }));
    await expect.poll(() => held.length).toBe(1);
    await https.forget(certificate.fingerprint);
    // The same name with another key behind it: whose connection it gets is seen by the certificate that is shown.
    const other = { ...(await ca.client('Alt Exemplu')), fingerprint: certificate.fingerprint };
    const later = https.send(requestTo(server.port, { clientCertificate: other }));
    await expect.poll(() => held.length).toBe(2);
    held.forEach((response) => response.end());
    await Promise.all([first, later]);
    expect(server.seen[0]?.clientFingerprint).toBe(certificate.fingerprint);
    expect(server.seen[1]?.clientFingerprint).not.toBe(certificate.fingerprint);
    await https.forget(certificate.fingerprint);
  });

  test('is still ended by closing the client', async () => {
    const { server, held } = await holdingServer();
    const client = createHttpsClient();
    const outcome = client.send(requestTo(server.port, { clientCertificate: certificate })).catch(String);
    await expect.poll(() => held.length).toBe(1);
    await client.forget(certificate.fingerprint);
    await client.close();
    expect(await outcome).toContain('authority-unreachable');
    await expect.poll(() => server.connections()).toBe(0);
  });
});
