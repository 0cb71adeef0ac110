import { randomBytes, timingSafeEqual, type X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket, type SecureContext } from 'node:tls';
import { FailureError } from '../contract/failure.ts';
import type { ClientCertificate } from '../network/client-certificate.ts';
import type { ConnectionWatch } from '../network/connection-watch.ts';
import { networkFailure } from '../network/network-failure.ts';
import { direct, type NetworkWays } from '../network/ways.ts';
import { makeOwnCertificate } from './own-certificate.ts';
import { connectUpstream, upstreamsOf, type Upstream } from './upstream.ts';

/** A running proxy of one attempt. */
export type ConnectProxy = {
  /** On 127.0.0.1. */
  readonly port: number;
  readonly username: string;
  readonly password: string;
  /** Hosts its certificate stands for, without ports. */
  readonly hostnames: ReadonlySet<string>;
  /** What it shows to the browser in place of theirs. */
  readonly certificate: X509Certificate;
  /** Destroys every connection and stops listening; afterwards the port refuses. */
  close(): Promise<void>;
};

export type ConnectProxyOptions = {
  /** The https origins that may be reached at all. */
  readonly origins: readonly string[];
  /** Those of them that get the client certificate when they ask. */
  readonly certificateOrigins: readonly string[];
  readonly clientCertificate: ClientCertificate | null;
  /** PEM of the only CA that counts upstream; null for the usual roots. */
  readonly trustedCa: string | null;
  /** The office's proxies, and whom this computer trusts; straight and by the runtime's roots where not given. */
  readonly ways?: NetworkWays | undefined;
  /** Hears of each connection that failed upstream, by the network codes of `Failure`, before the browser does; `host` as in a URL. */
  readonly onFailure: (failure: FailureError, host: string) => void;
  /** Hears of each connection upstream. */
  readonly watch?: ConnectionWatch | undefined;
};

/** More than one browser opens to one proxy, bytes and connections alike. */
const MAX_HEADER_BYTES = 8192;
const MAX_CONNECTIONS = 64;
/** A request for a tunnel must have come in full by then, ms. */
const REQUEST_TIMEOUT_MS = 10_000;
/** The longest answer that is passed on, bytes: far beyond any page of a sign-in. */
const MOST_ANSWER_BYTES = 64 * 1024 * 1024;
/** A connection on which nothing moves is given up, ms. */
const IDLE_TIMEOUT_MS = 300_000;

const REALM = 'Basic realm="Taxpass sign-in"';

/**
 * Starts the proxy through which a sign-in window presents an imported P12. TLS ends here on both sides: toward the
 * browser with a certificate made for this run, upstream verified and with the client certificate where it belongs.
 * What is inside is passed on unread and unchanged, so that the browser's own rules (CORS, cookies, Sec-Fetch) hold.
 * Only CONNECT, only with this run's password, only to the listed origins.
 */
export async function startConnectProxy(options: ConnectProxyOptions): Promise<ConnectProxy> {
  const { ways = direct } = options;
  const upstreams = upstreamsOf({ ...options, ways });
  const hostnames = new Set(options.origins.map((origin) => new URL(origin).hostname));
  const { keyPem, certificate } = await makeOwnCertificate([...hostnames], Date.now());
  const ownContext = createSecureContext({ key: keyPem, cert: certificate.toString(), minVersion: 'TLSv1.2' });
  const username = 'taxpass';
  const password = randomBytes(32).toString('base64url');
  const authorization = Buffer.from(`Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`);
  const sockets = new Set<Duplex>();
  const keep = (socket: Duplex): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };

  const server = createServer({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: REQUEST_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionsCheckingInterval: REQUEST_TIMEOUT_MS / 2,
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.on('connection', keep);
  server.on('request', (request, response) => {
    const refusal = isAuthorized(request, authorization)
      ? { status: 405, headers: { Allow: 'CONNECT' } }
      : { status: 407, headers: { 'Proxy-Authenticate': REALM } };
    response.writeHead(refusal.status, { ...refusal.headers, Connection: 'close' }).end();
  });
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const upstream = upstreams.get((request.url ?? '').toLowerCase());
    if (!isAuthorized(request, authorization)) {
      refuse(socket, '407 Proxy Authentication Required', [`Proxy-Authenticate: ${REALM}`]);
    } else if (!upstream) {
      refuse(socket, '403 Forbidden');
    } else {
      socket.unshift(head);
      const { onFailure, watch } = options;
      void openTunnel({ client: socket, upstream, ways, ownContext, onFailure, watch });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    username,
    password,
    hostnames,
    certificate,
    close: () => closeServer(server, sockets),
  };
}

function isAuthorized(request: IncomingMessage, authorization: Buffer): boolean {
  const given = Buffer.from(request.headers['proxy-authorization'] ?? '');
  return given.length === authorization.length && timingSafeEqual(given, authorization);
}

function refuse(socket: Socket, status: string, headers: readonly string[] = []): void {
  socket.setTimeout(REQUEST_TIMEOUT_MS, () => socket.destroy());
  socket.resume();
  socket.end([`HTTP/1.1 ${status}`, ...headers, 'Content-Length: 0', 'Connection: close', '', ''].join('\r\n'));
}

/**
 * Connects upstream first: the browser's request is not let out of it before the other side is known to be who it
 * should be. Then both are joined until either ends; a browser that leaves takes its upstream connection along.
 */
async function openTunnel(tunnel: {
  readonly client: Socket;
  readonly upstream: Upstream;
  readonly ways: NetworkWays;
  readonly ownContext: SecureContext;
  readonly onFailure: ConnectProxyOptions['onFailure'];
  readonly watch: ConnectionWatch | undefined;
}): Promise<void> {
  const { client, upstream, ways, ownContext, onFailure, watch } = tunnel;
  const { host } = upstream;
  const left = new AbortController();
  client.once('close', () => left.abort(new Error('the browser left')));
  try {
    const server = await connectUpstream(upstream, ways, { signal: left.signal, watch });
    // TLS 1.3 says only now that the client certificate was missing or refused.
    server.on('error', (error) => onFailure(networkFailure(error, host), host));
    client.once('close', () => server.destroy());
    if (client.destroyed) return void server.destroy();
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    const browser = new TLSSocket(client, { isServer: true, secureContext: ownContext, ALPNProtocols: ['http/1.1'] });
    boundAnswers(browser, server, () => {
      const limitBytes = MOST_ANSWER_BYTES;
      onFailure(new FailureError({ code: 'answer-too-large', host, limitBytes }), host);
    });
    join(browser, server);
  } catch (error) {
    if (left.signal.aborted) return;
    onFailure(networkFailure(error, host), host);
    refuse(client, '502 Bad Gateway');
  }
}

/** Ends both where what came upstream since the browser last sent something is more than any page: an endless one. */
function boundAnswers(browser: TLSSocket, server: TLSSocket, onTooMuch: () => void): void {
  let bytes = 0;
  browser.on('data', () => (bytes = 0));
  server.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= MOST_ANSWER_BYTES || server.destroyed) return;
    onTooMuch();
    server.destroy();
    browser.destroy();
  });
}

/** Passes bytes both ways. An answer that broke off upstream breaks off in the browser too: it must not look whole. */
function join(browser: TLSSocket, server: TLSSocket): void {
  browser.setTimeout(IDLE_TIMEOUT_MS, () => browser.destroy());
  browser.on('error', () => browser.destroy());
  browser.once('close', () => server.destroy());
  server.once('close', () => {
    if (!server.readableEnded) browser.destroy();
  });
  browser.pipe(server);
  server.pipe(browser);
}

async function closeServer(server: Server, sockets: ReadonlySet<Duplex>): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  for (const socket of [...sockets]) socket.destroy();
  await closed;
}
