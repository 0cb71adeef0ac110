import { TLSSocket } from 'node:tls';
import type { Socket } from 'node:net';

/** The way a connection was made. */
export type ConnectionWay = 'direct' | 'http' | 'https' | 'socks5';

/** What is known of a verified connection, none of it secret. */
export type ConnectionFacts = {
  /** Straight to the server, or the kind of the office's proxy. */
  readonly way: ConnectionWay;
  /** As the runtime names it, for instance `TLSv1.2`. */
  readonly version: string;
  /** The cipher suite's name. */
  readonly cipher: string;
  /**
   * `none`: the connection had none to show. `shown`, `not-asked`: by the end of the handshake, see
   * {@link watchHandshake}. `unknown`: it cannot be told.
   */
  readonly clientCertificate: 'none' | 'shown' | 'not-asked' | 'unknown';
};

/** Hears of one request's connection. */
export type ConnectionWatch = {
  connected(host: string, facts: ConnectionFacts): void;
  /** The server began the handshake anew, mid-connection (TLS 1.2), which it does to ask for a client certificate. */
  renegotiated(host: string): void;
};

/**
 * Tells `watch` of a connection whose handshake is just over, and of each renegotiation later. No runtime says whether
 * the server asked for the client certificate. A client that has one shows it when asked, and what it then sends is
 * longer by at least the certificate: so the bytes that it sent after its first message tell.
 * @param tunnel what TLS runs over
 * @param helloBytes how many bytes had gone into it when the client's first message was written
 */
export async function watchHandshake(
  socket: TLSSocket,
  input: {
    readonly tunnel: Socket;
    readonly startBytes: number;
    readonly helloBytes: number;
    readonly way: ConnectionWay;
    readonly host: string;
    readonly watch: ConnectionWatch;
  },
): Promise<void> {
  const { tunnel, startBytes, helloBytes, way, host, watch } = input;
  // With TLS 1.3 the client's last message is written when those who wait for the handshake have been told of its end.
  await new Promise((resolve) => setImmediate(resolve));
  if (socket.destroyed) return;
  const own = socket.getCertificate();
  const leafBytes = own !== null && 'raw' in own ? own.raw.length : null;
  const sent = { hello: helloBytes - startBytes, after: tunnel.bytesWritten - helloBytes };
  const version = socket.getProtocol() ?? '';
  // Of TLS within TLS the bytes are not known.
  const clientCertificate =
    leafBytes === null ? 'none' : tunnel instanceof TLSSocket ? 'unknown' : verdict(leafBytes, sent, version);
  watch.connected(host, { way, version, cipher: socket.getCipher().name, clientCertificate });
  socket.on('secureConnect', () => watch.renegotiated(host));
}

/** The shortest and the longest that the end of a handshake without a certificate can be, bytes. */
const [SHORTEST_END, LONGEST_END] = [40, 400];

function verdict(
  leafBytes: number,
  { hello, after }: { readonly hello: number; readonly after: number },
  version: string,
): ConnectionFacts['clientCertificate'] {
  if (after < leafBytes) return 'not-asked';
  // A server may have had the client begin again (RFC 8446, section 4.1.4): then this may be its second beginning.
  const rest = after - hello;
  return version === 'TLSv1.3' && rest >= SHORTEST_END && rest <= LONGEST_END ? 'unknown' : 'shown';
}
