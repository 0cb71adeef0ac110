import type { X509Certificate } from 'node:crypto';
import { pause } from './p12-work.ts';
import type { Work } from './p12-work.ts';

/** The certificates beside a leaf, in the order a TLS peer wants them. */
export interface CertificateOrder {
  /** Every certificate stands before its issuers; those above the leaf first, then the rest. */
  readonly ordered: readonly X509Certificate[];
  /** How many at the beginning are above the leaf. */
  readonly issuerCount: number;
  /** Whether the way up ends at a self-signed certificate. */
  readonly complete: boolean;
}

/**
 * Orders by who signed whom, not by place in the file. Where two issuers fit (a cross-signed authority), the one that is
 * valid longer comes first.
 * @throws {P12Error} `aborted`
 */
export async function orderCertificates(
  work: Work,
  leaf: X509Certificate,
  others: readonly X509Certificate[],
): Promise<CertificateOrder> {
  const visited = new Set<X509Certificate>();
  let complete = false;

  const visit = async (certificate: X509Certificate, into: X509Certificate[]): Promise<void> => {
    visited.add(certificate);
    await pause(work);
    if (into === above && isSelfSigned(certificate)) complete = true;
    const issuers = others.filter((other) => other !== certificate && isSignedBy(certificate, other));
    // The last one visited ends up right after the certificate.
    for (const issuer of issuers.sort((a, b) => Date.parse(a.validTo) - Date.parse(b.validTo))) {
      if (!visited.has(issuer)) await visit(issuer, into);
    }
    into.unshift(certificate);
  };

  const above: X509Certificate[] = [];
  await visit(leaf, above);
  const rest: X509Certificate[] = [];
  for (const other of others) {
    if (!visited.has(other)) await visit(other, rest);
  }
  return { ordered: [...above.slice(1), ...rest], issuerCount: above.length - 1, complete };
}

/** Without asking whether it may sign others, as `checkIssued` does: a self-signed leaf may not. */
function isSelfSigned(certificate: X509Certificate): boolean {
  try {
    return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey);
  } catch {
    return false;
  }
}

function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}
