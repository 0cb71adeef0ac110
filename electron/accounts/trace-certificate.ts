import { X509Certificate } from 'node:crypto';
import { describeCertificate } from '../certificates/describe.ts';
import type { ReadCertificate } from '../signin/trace.ts';

/**
 * Reads a certificate for a record: of its holder also the parts of names, as an authority may write them in another
 * order. Null where it cannot be read.
 */
export function readCertificate(certPem: string): ReadCertificate | null {
  try {
    const { serialNumber, subject, issuer } = new X509Certificate(certPem);
    const facts = describeCertificate(certPem);
    const { commonName, organisation, organisationNumber, subjectSerialNumber, personName } = facts;
    const names = [commonName, organisation, personName].filter((name) => name !== null);
    const numbers = [organisationNumber, organisationNumber?.replace('-', ''), subjectSerialNumber, serialNumber];
    return {
      keyType: facts.keyType,
      issuer: subject === issuer ? null : (facts.issuerCommonName ?? ''),
      holderWords: [
        ...names.flatMap((name) => [name, ...name.split(/[\s,]+/)]),
        ...numbers.filter((number) => number != null),
        facts.serialNumber,
      ],
    };
  } catch {
    return null;
  }
}
