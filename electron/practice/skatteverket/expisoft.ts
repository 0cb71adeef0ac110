import { createPrivateKey, randomInt, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { fingerprintOf, makeCertificate, makeKey } from '../certificate.ts';
import type { DistinguishedName } from '../certificate.ts';
import { judgeCertificate, makeAuthorities, makeStrangerCa, validityOf } from '../client-certificates.ts';
import type { AuthorityNames, CertificateVerdict } from '../client-certificates.ts';
import type { CertificateKind, Environment, IssuedP12, PracticeContext } from '../environment.ts';
import { writeP12 } from '../p12-file.ts';
import { dayMs, keyAndCertificateSchema } from '../server-authority.ts';

/** The practice issuer of organisation certificates (organisationslegitimation) for one environment (S4). */
export interface Expisoft {
  /** The common name that a certificate of this environment has as its issuer. */
  readonly issuerName: string;
  /** The issuing CA and its root, PEM. */
  readonly certificateAuthorities: ReadonlyArray<string>;
  /** The demo organisation's P12 and PIN code, as the post brings them. */
  readonly delivery: { readonly p12: Buffer; readonly pin: string };
  readonly judge: (certificate: X509Certificate | null) => CertificateVerdict;
  readonly issue: (kind: CertificateKind, password: string) => Promise<IssuedP12>;
}

const stateSchema = z.object({
  root: keyAndCertificateSchema,
  issuing: keyAndCertificateSchema,
  delivery: z.object({ p12: z.base64(), pin: z.string(), notAfter: z.number() }),
});
type ExpisoftState = z.infer<typeof stateSchema>;

const labels: Record<Environment, string> = { test: 'Practice Expisoft Test', production: 'Practice Expisoft' };
const bolagA: DistinguishedName = {
  country: 'SE',
  organization: 'Bolag A AB',
  serialNumber: '165560000167',
  commonName: 'Bolag A AB',
};

/** Opens the issuer of one environment from the practice folder, or makes it; an ended demo certificate is renewed. */
export async function openExpisoft(environment: Environment, context: PracticeContext): Promise<Expisoft> {
  const { now } = context;
  const names = caNames(environment);
  const section = await context.state.section(`expisoft-${environment}`, stateSchema, () => create(environment, now()));
  if (section.read().delivery.notAfter < now()) {
    section.write({ ...section.read(), delivery: await deliver(environment, section.read(), now()) });
  }
  const { root, issuing, delivery } = section.read();
  const issuingCertificate = new X509Certificate(issuing.certPem);
  return {
    issuerName: names.issuing.commonName,
    certificateAuthorities: [issuing.certPem, root.certPem],
    delivery: { p12: Buffer.from(delivery.p12, 'base64'), pin: delivery.pin },
    judge: (certificate) => judgeCertificate(certificate, issuingCertificate, now()),
    issue: (kind, password) => issue(environment, section.read(), kind, password, now()),
  };
}

function caNames(environment: Environment): AuthorityNames {
  const organization = 'Practice Expisoft AB';
  return {
    root: { country: 'SE', organization, commonName: `${labels[environment]} Root CA` },
    issuing: { country: 'SE', organization, commonName: `${labels[environment]} CA` },
  };
}

async function create(environment: Environment, now: number): Promise<ExpisoftState> {
  const authorities = await makeAuthorities(caNames(environment), now);
  return { ...authorities, delivery: await deliver(environment, authorities, now) };
}

type Authorities = Pick<ExpisoftState, 'root' | 'issuing'>;

async function deliver(
  environment: Environment,
  authorities: Authorities,
  now: number,
): Promise<ExpisoftState['delivery']> {
  const pin = Array.from({ length: 12 }, () => randomInt(10)).join('');
  const { p12 } = await issue(environment, authorities, 'valid', pin, now);
  return { p12: p12.toString('base64'), pin, notAfter: now + validDays * dayMs };
}

const validDays = 730;

async function issue(
  environment: Environment,
  authorities: Authorities,
  kind: CertificateKind,
  password: string,
  now: number,
): Promise<IssuedP12> {
  const key = await makeKey(kind === 'ec' ? 'ec' : 'rsa');
  const issuing =
    kind === 'unknown-ca'
      ? await makeStrangerCa('SE', now)
      : { ...authorities.issuing, name: caNames(environment).issuing };
  const certPem = makeCertificate({
    subject: bolagA,
    subjectKey: key,
    purpose: { kind: 'client' },
    ...validityOf(kind, validDays, now),
    issuer: { name: issuing.name, key: createPrivateKey(issuing.keyPem) },
  });
  const chainPem = kind === 'unknown-ca' ? [issuing.certPem] : [issuing.certPem, authorities.root.certPem];
  const p12 = writeP12({
    key: kind === 'no-key' ? null : key,
    certPem,
    chainPem,
    friendlyName: 'Bolag A AB',
    password,
    form: 'old',
  });
  return { p12, fingerprint: fingerprintOf(new X509Certificate(certPem)) };
}
