import type { SecureContext, TLSSocket } from 'node:tls';
import type { ClientCertificate } from '../network/client-certificate.ts';
import { connectVerified, trustFor, type Trust } from '../network/connect.ts';
import type { ConnectionWatch } from '../network/connection-watch.ts';
import { secureContext } from '../network/secure-context.ts';
import type { NetworkWays } from '../network/ways.ts';

/** Where a tunnel leads. */
export type Upstream = {
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string;
  readonly port: number;
  /** As in a URL, for messages: without the port where it is the usual one. */
  readonly host: string;
  readonly trust: Trust;
  readonly context: SecureContext;
};

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
  readonly ways: NetworkWays;
}): ReadonlyMap<string, Upstream> {
  const { clientCertificate } = input;
  const trust = trustFor(input.trustedCa, input.ways);
  const plain = secureContext(null, trust.roots);
  const withCertificate = clientCertificate === null ? plain : secureContext(clientCertificate, trust.roots);
  return new Map(
    input.origins.map((origin) => {
      const url = new URL(origin);
      if (url.protocol !== 'https:' || url.origin !== origin) throw new Error(`not an https origin: ${origin}`);
      const port = url.port === '' ? 443 : Number(url.port);
      const context = input.certificateOrigins.includes(origin) ? withCertificate : plain;
      const hostname = url.hostname.replace(/^\[|\]$/g, '');
      return [`${url.hostname}:${port}`, { hostname, port, host: url.host, trust, context }];
    }),
  );
}

/** Connects, verified, by the office's proxy or straight. Fails as {@link connectVerified}. */
export function connectUpstream(
  upstream: Upstream,
  ways: NetworkWays,
  { signal, watch }: { readonly signal: AbortSignal; readonly watch?: ConnectionWatch | undefined },
): Promise<TLSSocket> {
  return connectVerified(upstream, upstream.context, { ways, trust: upstream.trust, signal, watch });
}
