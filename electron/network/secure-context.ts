import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { sentChain, type ClientCertificate } from './client-certificate.ts';

/**
 * What a TLS connection may show and whom it trusts: TLS 1.2 at least, `roots` (PEM) and nothing else, null for those
 * the runtime brings along.
 */
export function secureContext(
  clientCertificate: ClientCertificate | null,
  roots: readonly string[] | null,
): SecureContext {
  // The runtime lets this variable add to its own; else they are not named, since each context would hold its own copies.
  const own = roots ?? (process.env['NODE_EXTRA_CA_CERTS'] === undefined ? null : rootCertificates);
  return createSecureContext({
    minVersion: 'TLSv1.2',
    ...(own === null ? {} : { ca: [...own] }),
    ...(clientCertificate === null ? {} : { key: clientCertificate.keyPem, cert: sentChain(clientCertificate) }),
  });
}
