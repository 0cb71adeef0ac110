import type { KeyObject, X509Certificate } from 'node:crypto';
import { fingerprintOf, keyToPem, makeCertificate, makeKey } from './certificate.ts';
import type { DistinguishedName, KeyAndCertificate } from './certificate.ts';
import type { CertificateKind } from './environment.ts';
import { dayMs } from './server-authority.ts';

/** Whether a client certificate opens this environment, and if not, why (for the log). */
export type CertificateVerdict =
  { readonly ok: true; readonly fingerprint: string } | { readonly ok: false; readonly reason: string };

/** Judges what a connection showed by who issued it and by its validity; `now` is epoch ms. */
export function judgeCertificate(
  certificate: X509Certificate | null,
  issuing: X509Certificate,
  now: number,
): CertificateVerdict {
  if (certificate === null) return { ok: false, reason: 'no client certificate' };
  if (!certificate.checkIssued(issuing) || !certificate.verify(issuing.publicKey)) {
    return { ok: false, reason: 'client certificate was not issued by this environment’s CA' };
  }
  if (Date.parse(certificate.validFrom) > now) return { ok: false, reason: 'client certificate is not yet valid' };
  if (Date.parse(certificate.validTo) < now) return { ok: false, reason: 'client certificate has expired' };
  return { ok: true, fingerprint: fingerprintOf(certificate) };
}

/** The validity of a certificate of this kind that lives `days` days; `now` is epoch ms. */
export function validityOf(kind: CertificateKind, days: number, now: number): { notBefore: Date; notAfter: Date } {
  const between = (from: number, to: number) => ({
    notBefore: new Date(now + from * dayMs),
    notAfter: new Date(now + to * dayMs),
  });
  if (kind === 'expired') return between(-days, -1);
  if (kind === 'not-yet-valid') return between(1, days);
  return between(-1, days);
}

/** The names of a root CA and of the CA below it that issues client certificates. */
export interface AuthorityNames {
  readonly root: DistinguishedName;
  readonly issuing: DistinguishedName;
}

/** A new root and issuing CA, RSA and valid for ten years from `now` (epoch ms). */
export async function makeAuthorities(
  names: AuthorityNames,
  now: number,
): Promise<Record<keyof AuthorityNames, KeyAndCertificate>> {
  const [rootKey, issuingKey] = await Promise.all([makeKey('rsa'), makeKey('rsa')]);
  return {
    root: makeCa(names.root, rootKey, now),
    issuing: makeCa(names.issuing, issuingKey, now, { name: names.root, key: rootKey }),
  };
}

/** A CA that no practice authority knows, for certificates of kind `unknown-ca`; `now` is epoch ms. */
export async function makeStrangerCa(
  country: string,
  now: number,
): Promise<KeyAndCertificate & { readonly name: DistinguishedName }> {
  const name = { country, organization: 'Somebody', commonName: 'Somebody else CA' };
  return { ...makeCa(name, await makeKey('rsa'), now), name };
}

function makeCa(
  subject: DistinguishedName,
  key: KeyObject,
  now: number,
  issuer: { readonly name: DistinguishedName; readonly key: KeyObject } = { name: subject, key },
): KeyAndCertificate {
  const validity = { notBefore: new Date(now - dayMs), notAfter: new Date(now + 3650 * dayMs) };
  const certPem = makeCertificate({ subject, subjectKey: key, purpose: { kind: 'ca' }, ...validity, issuer });
  return { keyPem: keyToPem(key), certPem };
}
