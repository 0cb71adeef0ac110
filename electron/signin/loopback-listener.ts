import { randomBytes, type X509Certificate } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import { fail, FailureError } from '../contract/failure.ts';
import { readCallback } from './callback.ts';
import { loopbackHtml, loopbackPolicy, type LoopbackPage, type LoopbackWords } from './loopback-pages.ts';
import { makeOwnCertificate } from './own-certificate.ts';

/** The listener of one attempt, at its redirect URI on this computer. */
export type LoopbackListener = {
  /** What it shows the browser, which cannot know it: its key is in memory only and ends with it. */
  readonly certificate: X509Certificate;
  /**
   * A new first page, to be opened in place of the authority's, and leading on there. It works once. The browser warns of
   * the unknown certificate before it shows anything of ours: met here, that does not use up the seconds a code lives.
   */
  newFirstPage(): URL;
  /** Whether `address` is a first page that was not opened yet. */
  isFirstPage(address: string): boolean;
  /** The attempt has its callback: listens only on for the browser to fetch its last page, then ends. */
  finish(): void;
  /** Ends at once, with every connection. */
  close(): void;
  /** Resolves when the ports are free and no connection is left. */
  readonly closed: Promise<void>;
};

export type LoopbackListenerOptions = {
  /** `https://localhost:PORT/PATH`, or the same with 127.0.0.1 or [::1]. */
  readonly redirectUri: string;
  /** Where a first page leads: the authority's. */
  readonly start: URL;
  /** Takes in an address at the redirect URI; says whether a sign-in waited for it. */
  readonly deliver: (address: string) => boolean;
  /** What its pages say, in the user's language. */
  readonly words: () => LoopbackWords;
  /** Epoch ms. */
  readonly now: number;
};

/** Browsers go to either for `localhost`: whoever held one of them would get the callback instead (RFC 8252, 7.3). */
const ADDRESSES = ['127.0.0.1', '::1'] as const;
/** A code, a state and a description of the longest length, and the cookies of every other server on this computer, bytes. */
const MAX_HEADER_BYTES = 65_536;
/** Connections at each address that have asked nothing yet; a browser opens a few. */
const MAX_SILENT = 32;
/** From the first byte of a connection to its last, ms: each carries one small answer. */
const CONNECTION_LIFETIME_MS = 10_000;
/** How long the browser may take to fetch its last page, ms. */
const LAST_PAGE_MS = 10_000;

/**
 * Listens for one attempt's callback over TLS, on this computer's loopback addresses alone. When it resolves both are
 * bound, so that a browser opened afterwards can meet nobody else there; where a machine has no IPv6 the other is enough.
 * Fails with `loopback-port-taken` where the port is not to be had on one of them.
 */
export async function listenOnLoopback(options: LoopbackListenerOptions): Promise<LoopbackListener> {
  const { redirectUri, start, deliver, words, now } = options;
  const home = new URL(redirectUri);
  const port = Number(home.port);
  const { keyPem, certificate } = await makeOwnCertificate(['localhost', ...ADDRESSES], now);
  /** Request targets of pages that work once. */
  const firstPages = new Set<string>();
  const lastPages = new Map<string, LoopbackPage>();
  const sockets = new Set<Socket>();
  let isFinished = false;

  function answerTo(request: IncomingMessage): Answer {
    const target = request.url ?? '';
    if (!namesHost(request, home.host)) return { status: 421, page: 'nothing' };
    if (request.method !== 'GET') return { status: 405, page: 'nothing', headers: { Allow: 'GET' } };
    if (firstPages.delete(target)) return { status: 303, location: start.href };
    const last = lastPages.get(target);
    if (last !== undefined) {
      lastPages.delete(target);
      stopWhenDone();
      return { status: 200, page: last };
    }
    if (target.split('?', 1)[0] !== home.pathname) return { status: 404, page: 'nothing' };
    const address = home.origin + target;
    if (!deliver(address)) return { status: 400, page: 'nothing' };
    // The code leaves the address bar before the person sees a page.
    const clean = oneTimePath();
    lastPages.set(clean, readCallback(new URL(address)).kind === 'code' ? 'returned' : 'refused');
    return { status: 303, location: clean };
  }

  const servers = ADDRESSES.map(() => {
    /** The oldest first. */
    const silent = new Set<Socket>();
    const server = createServer(
      {
        key: keyPem,
        cert: certificate.toString(),
        minVersion: 'TLSv1.2',
        ALPNProtocols: ['http/1.1'],
        maxHeaderSize: MAX_HEADER_BYTES,
        // Asked for by `namesHost`, with our own answer.
        requireHostHeader: false,
      },
      (request, response) => {
        // TLS has a socket of its own over this one.
        for (const socket of silent) if (isSamePeer(socket, request.socket)) silent.delete(socket);
        send(response, answerTo(request), words());
      },
    );
    // What befalls one connection, or a process out of descriptors, ends nothing else.
    server.on('error', () => undefined);
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      silent.add(socket);
      // Whoever opens many and says nothing must not keep the browser out.
      const [oldest] = silent;
      if (silent.size > MAX_SILENT) oldest?.destroy();
      const limit = setTimeout(() => socket.destroy(), CONNECTION_LIFETIME_MS);
      socket.once('close', () => {
        clearTimeout(limit);
        sockets.delete(socket);
        silent.delete(socket);
      });
    });
    return server;
  });
  const closed = Promise.all(servers.map((server) => new Promise((resolve) => server.once('close', resolve))));

  let lastCall: NodeJS.Timeout | null = null;
  function stopListening(): void {
    if (lastCall !== null) clearTimeout(lastCall);
    firstPages.clear();
    for (const server of servers) server.close();
  }
  function stopWhenDone(): void {
    if (isFinished && lastPages.size === 0) stopListening();
  }
  function close(): void {
    stopListening();
    for (const socket of sockets) socket.destroy();
  }

  try {
    await bindAll(servers, port);
  } catch (error) {
    close();
    throw error;
  }
  return {
    certificate,
    newFirstPage() {
      const path = oneTimePath();
      firstPages.add(path);
      return new URL(path, home.origin);
    },
    isFirstPage: (address) => [...firstPages].some((path) => home.origin + path === address),
    finish() {
      isFinished = true;
      firstPages.clear();
      lastCall = setTimeout(stopListening, LAST_PAGE_MS);
      stopWhenDone();
    },
    close,
    closed: closed.then(() => undefined),
  };
}

type Answer = { readonly status: number; readonly headers?: Readonly<Record<string, string>> } & (
  { readonly page: LoopbackPage } | { readonly location: string }
);

/** No CORS header, ever: no page of another origin reads an answer. And no HSTS: it would bind all of localhost. */
function send(response: ServerResponse, answer: Answer, words: LoopbackWords): void {
  const html = 'page' in answer ? loopbackHtml(answer.page, words) : '';
  response.writeHead(answer.status, {
    ...answer.headers,
    ...('location' in answer ? { Location: answer.location } : {}),
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(html),
    'Content-Security-Policy': loopbackPolicy,
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  });
  response.end(html);
}

/** Whether the request names exactly this host, once: another name that leads here is somebody's trap (DNS rebinding). */
function namesHost({ rawHeaders }: IncomingMessage, host: string): boolean {
  const given = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host');
  return given.length === 1 && given[0] === host;
}

function isSamePeer(one: Socket, other: Socket): boolean {
  return one.remotePort === other.remotePort && one.remoteAddress === other.remoteAddress;
}

/** 256 random bits. */
function oneTimePath(): string {
  return `/${randomBytes(32).toString('base64url')}`;
}

async function bindAll(servers: readonly Server[], port: number): Promise<void> {
  // Zero would be any port.
  let isBound = false;
  for (const [index, address] of ADDRESSES.entries()) {
    const server = port === 0 ? undefined : servers[index];
    if (server !== undefined && (await bind(server, address, port))) isBound = true;
  }
  if (!isBound) fail({ code: 'loopback-port-taken', port });
}

/** Binds; false where this machine has no such address. */
function bind(server: Server, address: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(false);
      else reject(new FailureError({ code: 'loopback-port-taken', port }, error));
    };
    server.once('error', onError);
    server.listen({ port, host: address, exclusive: true }, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}
