import { X509Certificate } from 'node:crypto';

/** What TLS needs of a client certificate. `chainPem` may hold the root; it is not sent. */
export type ClientCertificate = {
  readonly fingerprint: string;
  readonly keyPem: string;
  readonly certPem: string;
  readonly chainPem: readonly string[];
};

/** The certificates to send, as one PEM: the leaf and what links it to a root, the root itself left out. */
export function sentChain({ certPem, chainPem }: ClientCertificate): string {
  const withoutRoots = chainPem.filter((pem) => {
    const certificate = new X509Certificate(pem);
    return certificate.subject !== certificate.issuer;
  });
  return [certPem, ...withoutRoots].map((pem) => pem.trim()).join('\n') + '\n';
}
