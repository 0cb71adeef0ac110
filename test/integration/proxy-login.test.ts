import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { anaf } from '../../electron/authorities/anaf.ts';
import { FailureError, type Failure } from '../../electron/contract/failure.ts';
import { createNetworkDesk, type NetworkDesk } from '../../electron/desktop/network-desk.ts';
import { createHttpsClient, type HttpsClient } from '../../electron/network/https-client.ts';
import { direct, type NetworkWays } from '../../electron/network/ways.ts';
import { refreshTokenAfter } from '../../electron/tokens/spent.ts';
import type { Vault } from '../../electron/vault/vault.ts';

const LOGIN = { username: 'OFFICE.ana', password: 'pass-word-7' };
const BASIC = Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64');
const ends: Array<() => unknown> = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const end of ends.splice(0).reverse()) await end();
});

/** A proxy that answers each CONNECT with the status that `judge` gives; null: never. */
async function startProxy(judge: (head: string) => number | null): Promise<{ name: string; heads: string[] }> {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    socket.once('data', (chunk: Buffer) => {
      const head = chunk.toString('latin1');
      heads.push(head);
      const status = judge(head);
      if (status === null) return;
      const asks = status === 407 ? 'Proxy-Authenticate: Basic realm="office"\r\n' : '';
      // As if it took its time.
      setTimeout(() => socket.write(`HTTP/1.1 ${status} x\r\n${asks}\r\n`), 20);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return { name: `127.0.0.1:${(server.address() as AddressInfo).port}`, heads };
}

/** The desk of an office whose settings say `list()` of every server. */
function openDesk(list: () => Promise<string>): NetworkDesk {
  const records = new Map<string, unknown>();
  const vault = {
    list: () => [],
    read: (_kind: unknown, id: string) => records.get(id) ?? null,
    write: (_kind: unknown, id: string, value: unknown) => Promise.resolve(void records.set(id, value)),
    remove: (_kind: unknown, id: string) => Promise.resolve(void records.delete(id)),
  } as unknown as Vault;
  const desk = createNetworkDesk({
    resolveProxy: list,
    readSystemRoots: () => null,
    profiles: () => [anaf],
    chooseCaFile: () => Promise.resolve(null),
    confirm: () => Promise.resolve(false),
    around: (act) => act(),
    now: () => Date.now(),
  });
  desk.settle(vault);
  ends.push(() => desk.settle(null));
  return desk;
}

function clientBy(ways: NetworkWays): HttpsClient {
  const client = createHttpsClient(ways);
  ends.push(() => client.close());
  return client;
}

async function failureOf(client: HttpsClient, signal = new AbortController().signal): Promise<Failure> {
  const url = new URL('https://api.example/token');
  const request = { method: 'POST', url, headers: [], body: 'x', clientCertificate: null, trustedCa: null, signal };
  const error: unknown = await client.send(request).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no failure: ${String(error)}`);
  return error.failure;
}

const withLogin = (heads: readonly string[]): number => heads.filter((head) => head.includes(BASIC)).length;

describe('a proxy’s login', () => {
  test('that was entered for one over TLS never goes in the clear to one of the same name', async () => {
    const { name: proxy, heads } = await startProxy(() => 407);
    let kind = 'HTTPS';
    const desk = openDesk(() => Promise.resolve(`${kind} ${proxy}`));
    await desk.calls['settings.setProxyLogin']({ kind: 'https', proxy, ...LOGIN });
    expect(desk.ways.loginFor({ kind: 'https', proxy })).toMatchObject(LOGIN);
    kind = 'PROXY';
    expect((await failureOf(clientBy(desk.ways))).code).toBe('proxy-needs-password');
    expect(heads).toHaveLength(1);
    expect(withLogin(heads)).toBe(0);
    // Nor does the window take it for entered.
    expect((await desk.calls['settings.network']({})).proxies).toMatchObject([{ proxy, kind: 'http', username: null }]);
    const otherKind = Promise.resolve(desk.calls['settings.setProxyLogin']({ kind: 'https', proxy, ...LOGIN }));
    await expect(otherKind).rejects.toMatchObject({ failure: { code: 'input-refused' } });
  });

  test('that is wrong goes out once, however many connections are made at once', async () => {
    const { name: proxy, heads } = await startProxy(() => 407);
    const desk = openDesk(() => Promise.resolve(`PROXY ${proxy}`));
    await desk.calls['settings.setProxyLogin']({ kind: 'http', proxy, ...LOGIN });
    const codes = await Promise.all(Array.from({ length: 8 }, async () => (await failureOf(clientBy(desk.ways))).code));
    expect(codes.filter((code) => code === 'proxy-password-refused')).toHaveLength(1);
    expect(codes.filter((code) => code === 'proxy-needs-password')).toHaveLength(7);
    await failureOf(clientBy(desk.ways));
    expect(withLogin(heads)).toBe(1);
  });

  test('that was refused stays so when the storage is unlocked, until it is entered anew', async () => {
    const { name: proxy } = await startProxy(() => 407);
    const desk = openDesk(() => Promise.resolve(`PROXY ${proxy}`));
    await desk.calls['settings.setProxyLogin']({ kind: 'http', proxy, ...LOGIN });
    const vault = { list: () => [], read: () => LOGIN, write: () => Promise.resolve() } as unknown as Vault;
    desk.settle(vault);
    expect(desk.ways.loginFor({ kind: 'http', proxy })).toMatchObject(LOGIN);
    await failureOf(clientBy(desk.ways));
    desk.settle(null);
    desk.settle(vault);
    expect(desk.ways.loginFor({ kind: 'http', proxy })).toBeNull();
    await desk.calls['settings.setProxyLogin']({ kind: 'http', proxy, ...LOGIN });
    expect(desk.ways.loginFor({ kind: 'http', proxy })).toMatchObject(LOGIN);
  });

  test('that was taken once goes out with every connection at once', async () => {
    let atOnce = 0;
    const opened: number[] = [];
    const { name: proxy } = await startProxy((head) => {
      // It lets the first through, to nowhere; then it holds them all.
      opened.push((atOnce += head.includes(BASIC) ? 1 : 0));
      return atOnce === 1 ? 200 : null;
    });
    const desk = openDesk(() => Promise.resolve(`PROXY ${proxy}`));
    await desk.calls['settings.setProxyLogin']({ kind: 'http', proxy, ...LOGIN });
    const abort = new AbortController();
    const first = failureOf(clientBy(desk.ways), abort.signal);
    await expect.poll(() => opened).toEqual([1]);
    const others = [1, 2, 3].map(() => failureOf(clientBy(desk.ways), abort.signal));
    await expect.poll(() => opened).toEqual([1, 2, 3, 4]);
    abort.abort(new FailureError({ code: 'signin-cancelled' }));
    await Promise.all([first, ...others]);
  });
});

describe('a request that nobody connects for', () => {
  const never = () => new Promise<string>(() => undefined);

  test('ends with its signal while the system’s settings do not answer, and sent nothing', async () => {
    const client = clientBy({ ...direct, proxiesFor: never });
    const failure = await failureOf(client, AbortSignal.timeout(50));
    expect(failure).toMatchObject({ code: 'authority-unreachable', cause: 'not-connected' });
    expect(refreshTokenAfter(anaf, failure)).toBe('kept');
    const cancelled = AbortSignal.abort(new FailureError({ code: 'signin-cancelled' }));
    expect(await failureOf(client, cancelled)).toEqual({ code: 'signin-cancelled' });
  });

  test('ends with its signal while a proxy says nothing, and sent nothing', async () => {
    const { name, heads } = await startProxy(() => null);
    const client = clientBy({ ...direct, proxiesFor: () => Promise.resolve(`PROXY ${name}; PROXY ${name}`) });
    const abort = new AbortController();
    const failing = failureOf(client, abort.signal);
    await expect.poll(() => heads).toHaveLength(1);
    abort.abort(new DOMException('too late', 'TimeoutError'));
    const failure = await failing;
    expect(failure).toMatchObject({ code: 'authority-unreachable', cause: 'not-connected' });
    expect(refreshTokenAfter(anaf, failure)).toBe('kept');
  });

  test('ends by itself after 15 s without the system’s answer; so does looking at the settings', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const failing = failureOf(clientBy({ ...direct, proxiesFor: never }));
    const looking = Promise.resolve(openDesk(never).calls['settings.network']({}));
    await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(15_500);
    expect(await failing).toMatchObject({ code: 'authority-unreachable', cause: 'not-connected' });
    expect((await looking).proxies).toEqual([]);
  });
});
