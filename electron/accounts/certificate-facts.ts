import { describeCertificate, type CertificateFacts } from '../certificates/describe.ts';
import type { CertificateRecord } from './records.ts';

/** Parsing a certificate costs more than reading a record; what it says never changes. */
const factsOf = new WeakMap<CertificateRecord, CertificateFacts>();

/** What a certificate record's certificate says. */
export function certificateFacts(record: CertificateRecord): CertificateFacts {
  const known = factsOf.get(record);
  if (known) return known;
  const facts = readFacts(record);
  factsOf.set(record, facts);
  return facts;
}

/** One record that is no certificate must not keep everything else from being shown. */
function readFacts({ certPem, fingerprint }: CertificateRecord): CertificateFacts {
  try {
    return describeCertificate(certPem);
  } catch {
    const names = { commonName: null, organisation: null, organisationNumber: null, personName: null };
    const issuer = { issuerCommonName: null, issuerOrganisation: null, subjectSerialNumber: null };
    return { ...names, ...issuer, serialNumber: '', notBefore: 0, notAfter: 0, fingerprint, keyType: 'unknown' };
  }
}
