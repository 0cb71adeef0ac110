import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';

/** No chain is longer; one that says so is not followed further. */
const MAX_CHAIN = 10;

/**
 * Notes the certificates a server shows, the leaf first, before they are judged: a connection that is refused because of
 * them has none to show any more. The function gives what was seen, nothing where the handshake did not get so far.
 */
export function notePeerChain(socket: TLSSocket): () => readonly X509Certificate[] {
  // Empty where there is none.
  let leaf: Partial<DetailedPeerCertificate> = {};
  // Node judges in a listener of its own for this event, which comes after.
  socket.prependListener('secure', () => {
    leaf = socket.getPeerCertificate(true);
  });
  return () => chainFrom(leaf);
}

function chainFrom(leaf: Partial<DetailedPeerCertificate>): X509Certificate[] {
  const chain: X509Certificate[] = [];
  const seen = new Set<string>();
  let next: Partial<DetailedPeerCertificate> | undefined = leaf;
  while (next?.raw !== undefined && chain.length < MAX_CHAIN) {
    const certificate = new X509Certificate(next.raw);
    if (seen.has(certificate.fingerprint256)) break;
    seen.add(certificate.fingerprint256);
    chain.push(certificate);
    // A root is its own issuer; Node leaves the last one's out where it does not know it.
    next = next.issuerCertificate;
  }
  return chain;
}
