import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { fingerprintOf, makeCertificate, makeKey } from '../certificate.ts';
import type { DistinguishedName } from '../certificate.ts';
import { judgeCertificate, makeAuthorities, makeStrangerCa, validityOf } from '../client-certificates.ts';
import type { AuthorityNames } from '../client-certificates.ts';
import type { CertificateKind, IssuedP12, PracticeContext } from '../environment.ts';
import { writeP12 } from '../p12-file.ts';
import { dayMs, keyAndCertificateSchema } from '../server-authority.ts';

/** Who signs in, by the certificate; `serial` is the certificate's number in the form of R13's claim. */
export interface Holder {
  readonly fingerprint: string;
  readonly serial: string;
}

/** Whether a client certificate lets its holder in, and if not, why (for the log). */
export type HolderVerdict =
  { readonly ok: true; readonly holder: Holder } | { readonly ok: false; readonly reason: string };

/** The practice issuer of persons' qualified certificates, and ANAF's knowledge of their SPV PJ roles (R12). */
export interface CertSign {
  /** The common name that a good certificate has as its issuer. */
  readonly issuerName: string;
  /** The issuing CA and its root, PEM. */
  readonly certificateAuthorities: ReadonlyArray<string>;
  /** The demo person's P12, its password and the certificate's serial. */
  readonly delivery: { readonly p12: Buffer; readonly password: string; readonly serial: string };
  readonly judge: (certificate: X509Certificate | null) => HolderVerdict;
  readonly issue: (kind: CertificateKind, password: string) => Promise<IssuedP12>;
}

const stateSchema = z.object({
  root: keyAndCertificateSchema,
  issuing: keyAndCertificateSchema,
  delivery: z.object({ p12: z.base64(), password: z.string(), serial: z.string(), notAfter: z.number() }),
  /** Fingerprints of certificates whose holders have no SPV PJ role. */
  withoutRole: z.array(z.string()),
});
type CertSignState = z.infer<typeof stateSchema>;

const organization = 'Practice CERTSIGN SA';
const names: AuthorityNames = {
  root: { country: 'RO', organization, commonName: 'Practice certSIGN Root CA' },
  issuing: { country: 'RO', organization, commonName: 'Practice certSIGN Qualified CA' },
};
const person: DistinguishedName = {
  country: 'RO',
  surname: 'POPESCU',
  givenName: 'ANA',
  serialNumber: '200412234PA12',
  commonName: 'POPESCU ANA',
};
const validDays = 365;
const rememberedWithoutRole = 100;

/** Opens the issuer from the practice folder, or makes it; an ended demo certificate is renewed. */
export async function openCertSign(context: PracticeContext): Promise<CertSign> {
  const { now } = context;
  const section = await context.state.section('certsign', stateSchema, () => create(now()));
  if (section.read().delivery.notAfter < now()) {
    section.write({ ...section.read(), delivery: await deliver(section.read(), now()) });
  }
  const { root, issuing, delivery } = section.read();
  const issuingCertificate = new X509Certificate(issuing.certPem);
  return {
    issuerName: names.issuing.commonName,
    certificateAuthorities: [issuing.certPem, root.certPem],
    delivery: { p12: Buffer.from(delivery.p12, 'base64'), password: delivery.password, serial: delivery.serial },
    judge: (certificate) => {
      const verdict = judgeCertificate(certificate, issuingCertificate, now());
      if (!verdict.ok || certificate === null) return { ok: false, reason: verdict.ok ? '' : verdict.reason };
      const { fingerprint } = verdict;
      if (section.read().withoutRole.includes(fingerprint)) return { ok: false, reason: 'holder has no SPV PJ role' };
      return { ok: true, holder: { fingerprint, serial: serialOf(certificate) } };
    },
    issue: async (kind, password) => {
      const { p12, certificate } = await issue(section.read(), kind, password, now());
      const fingerprint = fingerprintOf(certificate);
      if (kind === 'no-role') {
        const withoutRole = [...section.read().withoutRole, fingerprint].slice(-rememberedWithoutRole);
        section.write({ ...section.read(), withoutRole });
      }
      return { p12, fingerprint };
    },
  };
}

async function create(now: number): Promise<CertSignState> {
  const authorities = await makeAuthorities(names, now);
  return { ...authorities, delivery: await deliver(authorities, now), withoutRole: [] };
}

type Authorities = Pick<CertSignState, 'root' | 'issuing'>;

async function deliver(authorities: Authorities, now: number): Promise<CertSignState['delivery']> {
  const password = `A${randomBytes(5).toString('hex')}7`;
  const { p12, certificate } = await issue(authorities, 'valid', password, now);
  return { p12: p12.toString('base64'), password, serial: serialOf(certificate), notAfter: now + validDays * dayMs };
}

async function issue(
  authorities: Authorities,
  kind: CertificateKind,
  password: string,
  now: number,
): Promise<{ readonly p12: Buffer; readonly certificate: X509Certificate }> {
  const key = await makeKey(kind === 'ec' ? 'ec' : 'rsa');
  const issuing =
    kind === 'unknown-ca' ? await makeStrangerCa('RO', now) : { ...authorities.issuing, name: names.issuing };
  const certPem = makeCertificate({
    subject: person,
    subjectKey: key,
    purpose: { kind: 'client' },
    ...validityOf(kind, validDays, now),
    issuer: { name: issuing.name, key: createPrivateKey(issuing.keyPem) },
  });
  const p12 = writeP12({
    key: kind === 'no-key' ? null : key,
    certPem,
    chainPem: kind === 'unknown-ca' ? [issuing.certPem] : [issuing.certPem, authorities.root.certPem],
    friendlyName: person.commonName,
    password,
    form: 'modern',
  });
  return { p12, certificate: new X509Certificate(certPem) };
}

/** `34:00:00:25:…`, as R13 shows it and OpenSSL prints it. */
function serialOf(certificate: X509Certificate): string {
  const digits = certificate.serialNumber.toLowerCase();
  return (digits.match(/../g) ?? []).join(':');
}
