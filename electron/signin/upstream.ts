import { isIP } from 'node:net';
import { connect, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import { sentChain, type ClientCertificate } from '../network/client-certificate.ts';
import { lookupWithLocalhost } from '../network/lookup.ts';

/** Where a tunnel leads. */
export type Upstream = {
  readonly hostname: string;
  readonly port: number;
  /** As in a URL, for messages: without the port where it is the usual one. */
  readonly host: string;
  readonly context: SecureContext;
};

/** How long connecting and the TLS handshake may take together, ms. */
const CONNECT_TIMEOUT_MS = 15_000;

/**
 * The places a sign-in may reach, by `hostname:port` as CONNECT names them. Those of `certificateOrigins` get the
 * client certificate in their TLS context, nobody else has it: no server can ask for what its connection does not hold.
 * Throws on an origin that is not https.
 */
export function upstreamsOf(input: {
  readonly origins: readonly string[];
  readonly certificateOrigins: readonly string[];
  readonly clientCertificate: ClientCertificate | null;
  readonly trustedCa: string | null;
}): ReadonlyMap<string, Upstream> {
  const { clientCertificate, trustedCa } = input;
  const common = { minVersion: 'TLSv1.2', ...(trustedCa === null ? {} : { ca: trustedCa }) } as const;
  const plain = createSecureContext(common);
  const withCertificate = clientCertificate
    ? createSecureContext({ ...common, key: clientCertificate.keyPem, cert: sentChain(clientCertificate) })
    : plain;
  return new Map(
    input.origins.map((origin) => {
      const url = new URL(origin);
      if (url.protocol !== 'https:' || url.origin !== origin) throw new Error(`not an https origin: ${origin}`);
      const port = url.port === '' ? 443 : Number(url.port);
      const context = input.certificateOrigins.includes(origin) ? withCertificate : plain;
      return [`${url.hostname}:${port}`, { hostname: url.hostname, port, host: url.host, context }];
    }),
  );
}

/**
 * Connects, verified: the chain against the context's roots, the name against the certificate. HTTP/1.1 alone is
 * offered, because only there may a server ask for the certificate mid-connection, by TLS 1.2 renegotiation.
 * The caller listens for `secureConnect` and `error`.
 */
export function connectUpstream({ hostname, port, context }: Upstream): TLSSocket {
  const address = hostname.replace(/^\[|\]$/g, '');
  const socket = connect({
    host: address,
    port,
    ...(isIP(address) === 0 ? { servername: address } : {}),
    lookup: lookupWithLocalhost,
    secureContext: context,
    ALPNProtocols: ['http/1.1'],
    // Said, so that no environment variable can say otherwise.
    rejectUnauthorized: true,
  });
  const timer = setTimeout(() => socket.destroy(timeoutError()), CONNECT_TIMEOUT_MS);
  const stop = (): void => clearTimeout(timer);
  socket.once('secureConnect', stop).once('close', stop);
  return socket;
}

function timeoutError(): Error {
  return Object.assign(new Error('connecting took too long'), { code: 'ETIMEDOUT' });
}
