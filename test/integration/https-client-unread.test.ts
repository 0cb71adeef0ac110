import { afterEach, expect, test, vi } from 'vitest';
import { createHttpsClient } from '../../electron/network/https-client.ts';
import { makeTestCa, startTestServer } from '../fixtures/test-servers.ts';

const undici = vi.hoisted(() => ({ isGone: true }));

// The file is read with the first request, and may be replaced or out of reach just then.
vi.mock('undici', (importActual) => {
  if (undici.isGone) throw new Error('no such file');
  return importActual<object>();
});

const ends: Array<() => unknown> = [];
afterEach(() => Promise.all(ends.splice(0).map((end) => end())));

test('where the code for requests cannot be read nothing was sent, and the next request tries again', async () => {
  const ca = await makeTestCa();
  const tls = { ...(await ca.server(['localhost'])), ca: ca.pem };
  const server = await startTestServer(tls, (_request, response) => void response.end('here'));
  const https = createHttpsClient();
  ends.push(
    () => server.close(),
    () => https.close(),
  );
  const send = () =>
    https.send({
      method: 'POST',
      url: new URL(`https://localhost:${server.port}/`),
      headers: [],
      body: 'refresh_token=once',
      clientCertificate: null,
      trustedCa: ca.pem,
      signal: new AbortController().signal,
    });
  // Told as unsent: a refresh token that went with it is not thought lost.
  await expect(send()).rejects.toMatchObject({
    failure: { code: 'authority-unreachable', cause: 'not-connected' },
  });
  expect(server.seen).toEqual([]);
  undici.isGone = false;
  expect(Buffer.from((await send()).body).toString()).toBe('here');
  expect(server.seen).toHaveLength(1);
});
