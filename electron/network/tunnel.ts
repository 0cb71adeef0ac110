import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect, isIP, isIPv6, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { fail, FailureError, type Failure } from '../contract/failure.ts';
import type { ConnectionWay } from './connection-watch.ts';
import { inTime, timeoutError, unlessAborted } from './in-time.ts';
import { lookupWithLocalhost } from './lookup.ts';
import { readProxyList, type ProxyChoice } from './proxy-list.ts';
import { secureContext } from './secure-context.ts';
import { askSocks5 } from './socks5.ts';
import type { NetworkWays, ProxyLogin } from './ways.ts';

/** Where a connection is to lead. */
export type Target = {
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string;
  readonly port: number;
  /** As in a URL, for messages: without the port where it is the usual one. */
  readonly host: string;
};

type Proxy = Extract<ProxyChoice, { proxy: string; port: number }>;
type ProxyCause = Extract<Failure, { code: 'proxy-unreachable' }>['cause'];

/** How long a proxy, or a server without one, may take until bytes can go through, ms. */
export const CONNECT_TIMEOUT_MS = 15_000;
/** More than any proxy's answer to CONNECT needs, bytes. */
const MAX_HEADER_BYTES = 16_384;

const causes: Readonly<Record<string, ProxyCause>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
};

/**
 * Opens a connection to `target` by the ways the system names, in their order. As in a browser the next is tried where
 * one cannot be reached or is not spoken here; what a proxy that was reached says is final. Nothing but the target's
 * name and port, and the proxy's own login, ever goes to a proxy.
 * @param onOpened hears by which way it was
 * @throws FailureError with a `proxy-` code, or Node's error where the way was direct; of several the first
 */
export async function openTunnel(
  target: Target,
  ways: NetworkWays,
  signal: AbortSignal,
  onOpened: (way: ConnectionWay) => void = () => undefined,
): Promise<Socket> {
  // A PAC script may run for ever.
  const asked = inTime(ways.proxiesFor(`https://${authority(target)}`), CONNECT_TIMEOUT_MS);
  const answer = await unlessAborted(asked, signal);
  let first: unknown = null;
  for (const choice of readProxyList(answer)) {
    signal.throwIfAborted();
    try {
      const socket = await openBy(choice, target, ways, signal);
      if (choice.kind !== 'unsupported') onOpened(choice.kind);
      return socket;
    } catch (error) {
      const isFinal = error instanceof FailureError && !passable.has(error.failure.code);
      if (isFinal || signal.aborted) throw error;
      first ??= error;
    }
  }
  throw first;
}

const passable: ReadonlySet<string> = new Set(['proxy-unreachable', 'proxy-kind-unsupported']);

async function openBy(choice: ProxyChoice, target: Target, ways: NetworkWays, signal: AbortSignal): Promise<Socket> {
  if (choice.kind === 'direct') return connectSocket(target, signal);
  const { host } = target;
  if (choice.kind === 'unsupported') {
    return fail({ code: 'proxy-kind-unsupported', host, proxy: choice.proxy, kind: choice.name });
  }
  let socket: Socket | null = null;
  const giveUp = setTimeout(() => socket?.destroy(timeoutError()), CONNECT_TIMEOUT_MS);
  const leave = (): void => void socket?.destroy();
  signal.addEventListener('abort', leave, { once: true });
  try {
    socket = await connectSocket(choice, signal);
    if (choice.kind === 'https') socket = await wrapForProxy(socket, choice, ways, (tls) => (socket = tls));
    if (choice.kind === 'socks5') await throughSocks(socket, choice, target);
    else await throughConnect(socket, choice, target, ways);
    return socket;
  } catch (error) {
    socket?.destroy();
    signal.throwIfAborted();
    if (error instanceof FailureError) throw error;
    return fail({ code: 'proxy-unreachable', host, proxy: choice.proxy, ...causeOf(error) }, error);
  } finally {
    clearTimeout(giveUp);
    signal.removeEventListener('abort', leave);
  }
}

/** A TCP connection, made in time; nobody waits longer for a host that says nothing. */
async function connectSocket(place: { hostname: string; port: number }, signal: AbortSignal): Promise<Socket> {
  const socket = connect({ host: place.hostname, port: place.port, lookup: lookupWithLocalhost });
  const giveUp = setTimeout(() => socket.destroy(timeoutError()), CONNECT_TIMEOUT_MS);
  const leave = (): void => void socket.destroy();
  signal.addEventListener('abort', leave, { once: true });
  socket.once('close', () => clearTimeout(giveUp));
  try {
    await Promise.race([once(socket, 'connect'), hungUp(socket)]);
  } catch (error) {
    socket.destroy();
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(giveUp);
    signal.removeEventListener('abort', leave);
  }
  // Its end is heard by whoever uses it next; between two of them an error must find somebody.
  socket.on('error', () => undefined);
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 60_000);
  return socket;
}

/** The proxy proves who it is like any server, by the usual roots; a client certificate is not for it. */
async function wrapForProxy(
  socket: Socket,
  { hostname }: Proxy,
  ways: NetworkWays,
  keep: (tls: Socket) => void,
): Promise<Socket> {
  const tls = connectTls({
    socket,
    ...(isIP(hostname) === 0 ? { servername: hostname } : { host: hostname }),
    secureContext: secureContext(null, ways.roots()),
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
  });
  keep(tls);
  await Promise.race([once(tls, 'secureConnect'), hungUp(tls)]);
  tls.on('error', () => undefined);
  return tls;
}

/** Asks for a tunnel, with the proxy's login where there is one. */
async function throughConnect(socket: Socket, choice: Proxy, target: Target, ways: NetworkWays): Promise<void> {
  const { kind, proxy } = choice;
  if (kind === 'socks5' || ways.loginFor({ kind, proxy }) === null) return askConnect(socket, choice, target, null);
  await ways.inLoginTurn({ kind, proxy }, async () => {
    // It may have been given up, and the login refused, while others had their turns.
    if (socket.destroyed) throw socket.errored ?? new Error('the connection was closed');
    try {
      await askConnect(socket, choice, target, ways.loginFor({ kind, proxy }));
    } catch (error) {
      const isRefused = error instanceof FailureError && error.failure.code === 'proxy-password-refused';
      if (isRefused) ways.onLoginRefused({ kind, proxy });
      throw error;
    }
  });
}

/** RFC 9110, section 9.3.6. */
async function askConnect(socket: Socket, choice: Proxy, target: Target, login: ProxyLogin | null): Promise<void> {
  const { proxy } = choice;
  const asked = request({
    method: 'CONNECT',
    path: authority(target),
    headers: {
      Host: authority(target),
      Connection: 'keep-alive',
      ...(login === null ? {} : { 'Proxy-Authorization': basic(login.username, login.password) }),
    },
    createConnection: () => socket,
    maxHeaderSize: MAX_HEADER_BYTES,
    // Said, so that no environment variable makes it more lenient.
    insecureHTTPParser: false,
  });
  // After its answer nobody listens to the request any more; the socket says what happens.
  asked.on('error', () => undefined);
  asked.end();
  const [answer, , head] = (await once(asked, 'connect')) as [IncomingMessage, Socket, Buffer];
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status <= 299) {
    // In TLS the server never speaks first.
    if (head.length > 0) throw new Error('the proxy sent something of its own');
    return;
  }
  const { host } = target;
  // Some say 401 to a wrong login, as to an origin server's (tinyproxy 1.11).
  if (status === 401 && login !== null) return fail({ code: 'proxy-password-refused', host, proxy });
  if (status !== 407) return fail({ code: 'proxy-refused', host, proxy, status });
  const schemes = offeredSchemes(answer.headers['proxy-authenticate'] ?? []);
  if (!schemes.some((scheme) => scheme.toLowerCase() === 'basic')) {
    return fail({ code: 'proxy-login-unsupported', host, proxy, schemes: schemes.join(', ') });
  }
  return fail({ code: login === null ? 'proxy-needs-password' : 'proxy-password-refused', host, proxy });
}

async function throughSocks(socket: Socket, { proxy }: Proxy, target: Target): Promise<void> {
  const { host } = target;
  const { wantsLogin, status } = await askSocks5(socket, target.hostname, target.port);
  if (wantsLogin) fail({ code: 'proxy-login-unsupported', host, proxy, schemes: 'SOCKS' });
  if (status !== 0) fail({ code: 'proxy-refused', host, proxy, status });
}

/** RFC 7617; the charset it recommends. */
function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`;
}

/** The names of the ways to log in that a proxy offers (RFC 9110, section 11.6.1), a few at most. */
function offeredSchemes(headers: readonly string[] | string): string[] {
  const text = [headers]
    .flat()
    .join(', ')
    .replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const names = [...text.matchAll(/(?:^|,)\s*([A-Za-z][A-Za-z0-9-]{0,30})(?=\s*(?:,|$)|\s+[^\s=,])/g)];
  return [...new Set(names.map(([, name]) => name ?? ''))].slice(0, 5);
}

/** `host:port` as CONNECT wants it. */
function authority({ hostname, port }: Target): string {
  return isIPv6(hostname) ? `[${hostname}]:${port}` : `${hostname}:${port}`;
}

/** Never resolves; rejects when the socket fails or closes. */
async function hungUp(socket: Socket): Promise<never> {
  await once(socket, 'close');
  throw socket.errored ?? new Error('the connection was closed');
}

function causeOf(error: unknown): { readonly cause: ProxyCause; readonly detail: string } {
  const inner: unknown = error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
  const code = inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : '';
  const isTls = /^(?:ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/.test(code);
  return { cause: isTls ? 'certificate' : (causes[code] ?? 'no-answer'), detail: code };
}
