import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { connect as connectTls, rootCertificates, type SecureContext, type TLSSocket } from 'node:tls';
import { fail, FailureError } from '../contract/failure.ts';
import { watchHandshake, type ConnectionWatch, type ConnectionWay } from './connection-watch.ts';
import { networkFailure } from './network-failure.ts';
import { notePeerChain } from './peer-chain.ts';
import { openTunnel, type Target } from './tunnel.ts';
import { untrustedChain } from './untrusted-chain.ts';
import type { NetworkWays } from './ways.ts';

/** What a connection trusts: the CA of this server alone, or the usual roots (null for the runtime's own). */
export type Trust = { readonly isUsual: boolean; readonly roots: readonly string[] | null };

/** How long the TLS handshake may take once bytes go through, ms. */
export const HANDSHAKE_TIMEOUT_MS = 15_000;

/** The CA that counts for a server: its own, or else the usual ones. */
export function trustFor(trustedCa: string | null, ways: NetworkWays): Trust {
  return trustedCa === null ? { isUsual: true, roots: ways.roots() } : { isUsual: false, roots: [trustedCa] };
}

/**
 * Connects to a server by the office's proxy, or straight, and verifies it: the chain against the context's roots, the
 * name against the certificate. TLS with the server goes through a proxy unopened. HTTP/1.1 alone is offered, because
 * only there may a server ask for the client certificate mid-connection, by TLS 1.2 renegotiation.
 * @param context made of `trust`; holds the client certificate where the server may ask for it
 * @throws FailureError with a network code; of `authority-unreachable` only causes by which nothing was sent. Or the
 *   signal's reason
 */
export async function connectVerified(
  target: Target,
  context: SecureContext,
  {
    ways,
    trust,
    signal,
    watch,
  }: {
    readonly ways: NetworkWays;
    readonly trust: Trust;
    readonly signal: AbortSignal;
    /** Hears what became of it. */
    readonly watch?: ConnectionWatch | undefined;
  },
): Promise<TLSSocket> {
  const { hostname, host } = target;
  let way: ConnectionWay = 'direct';
  const tunnel = await openTunnel(target, ways, signal, (by) => (way = by)).catch((error: unknown) => {
    signal.throwIfAborted();
    throw networkFailure(error, host);
  });
  const startBytes = tunnel.bytesWritten;
  const socket = connectTls({
    socket: tunnel,
    // Whom the certificate is checked for; an address is never sent as a name (RFC 6066, section 3).
    host: hostname,
    ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
    secureContext: context,
    ALPNProtocols: ['http/1.1'],
    // Said outright: left out, NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would decide.
    rejectUnauthorized: true,
  });
  const helloBytes = tunnel.bytesWritten;
  const chain = notePeerChain(socket);
  const stalled = new FailureError({ code: 'authority-unreachable', host, cause: 'handshake-stalled', detail: '' });
  const giveUp = setTimeout(() => socket.destroy(stalled), HANDSHAKE_TIMEOUT_MS);
  const leave = (): void => void socket.destroy();
  signal.addEventListener('abort', leave, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('secureConnect', resolve);
      // Stays: between two users of the socket an error must find somebody.
      socket.on('error', reject);
      socket.once('close', () => reject(new Error('closed before secure TLS connection was established')));
      // The signal may have come before anybody listened to it.
      if (signal.aborted) leave();
    });
    if (watch !== undefined) {
      await watchHandshake(socket, { tunnel, startBytes, helloBytes, way, host, watch });
      // It may have ended meanwhile, and nobody who gets it now would hear of that.
      if (socket.destroyed) throw socket.errored ?? new Error('closed before secure TLS connection was established');
    }
    return socket;
  } catch (error) {
    signal.throwIfAborted();
    return fail(...handshakeFailure(error, host, { trust, chain: chain() }));
  } finally {
    clearTimeout(giveUp);
    signal.removeEventListener('abort', leave);
  }
}

function handshakeFailure(
  error: unknown,
  host: string,
  { trust, chain }: { readonly trust: Trust; readonly chain: readonly X509Certificate[] },
): Parameters<typeof fail> {
  const { failure } = networkFailure(error, host);
  if (failure.code === 'authority-certificate-untrusted') {
    const roots = (trust.roots ?? rootCertificates).map((pem) => new X509Certificate(pem));
    return [untrustedChain({ host, detail: failure.detail, chain }, roots, trust.isUsual), error];
  }
  // Whatever broke off before the handshake was over, nothing of the request was sent.
  const broken = failure.code === 'authority-unreachable' && ['reset', 'timeout', 'other'].includes(failure.cause);
  return [broken ? { ...failure, cause: 'not-connected' } : failure, error];
}
