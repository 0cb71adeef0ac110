import { environmentOfIssuer } from '../authorities/authorities.ts';
import type { Profile } from '../authorities/schema.ts';
import { fail } from '../contract/failure.ts';
import type { ClientCertificate } from '../network/https-client.ts';
import { openOrFail, type OpenP12 } from './certificate-calls.ts';
import { certificateFacts } from './certificate-facts.ts';
import type { Place } from './place.ts';
import type { CertificateRecord } from './records.ts';

/**
 * What TLS needs to show an imported certificate; the PIN, if one was needed, is used and forgotten. Fails with
 * `pin-needed`, a `p12-…` code, or what {@link refuseUnfit} says.
 */
export async function shownCertificate(
  openP12: OpenP12,
  { profile, environment }: Place,
  record: CertificateRecord,
  input: { readonly pin: string | null; readonly now: number },
): Promise<ClientCertificate> {
  refuseUnfit(profile, environment.name, record, input.now);
  const { fingerprint, certPem, chainPem, key } = record;
  if (key.kept === 'on-device') return fail({ code: 'not-found', what: 'certificate' });
  if (key.kept) return { fingerprint, certPem, chainPem, keyPem: key.keyPem };
  if (input.pin === null) return fail({ code: 'pin-needed' });
  const { keyPem } = await openOrFail(openP12, Buffer.from(key.p12Base64, 'base64'), input.pin, fingerprint);
  return { fingerprint, certPem, chainPem, keyPem };
}

/** What the authority would refuse without a word of why is said before the call (S4). */
export function refuseUnfit(profile: Profile, environment: string, certificate: CertificateRecord, now: number): void {
  const facts = certificateFacts(certificate);
  if (facts.notAfter <= now) fail({ code: 'certificate-expired', notAfter: facts.notAfter });
  if (facts.notBefore > now) fail({ code: 'certificate-not-yet-valid', notBefore: facts.notBefore });
  const issuer = [facts.issuerCommonName, facts.issuerOrganisation].filter((name) => name !== null).join(', ');
  const madeFor = environmentOfIssuer(profile, issuer);
  if (madeFor !== null && madeFor !== environment) {
    fail({ code: 'certificate-wrong-environment', issuer, environment });
  }
}
