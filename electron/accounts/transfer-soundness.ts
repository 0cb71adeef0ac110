import { createPrivateKey, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { describeCertificate } from '../certificates/describe.ts';
import { Id, Secret, ShortText } from '../contract/call-parts.ts';
import { MAX_COMPANIES, MAX_COMPANY_NAME } from '../contract/limits.ts';
import { fail } from '../contract/failure.ts';
import type { AccountRecord, ApplicationRecord, CertificateRecord } from './records.ts';
import type { TransferContents } from './transfer-contents.ts';

/** The longest token, PEM and P12 that are taken in, UTF-16 units; what is longer, no authority and no card has made. */
const MAX_TOKEN = 64 * 1024;
const MAX_PEM = 64 * 1024;
const MAX_P12_BASE64 = 16 * 1024 * 1024;
const MAX_CHAIN = 100;
/** More records of a kind than any office has. */
const MAX_RECORDS = 20_000;

const texts = (most: number) => z.array(ShortText).max(most);
const Token = z.string().max(MAX_TOKEN);

/** What is typed here is bounded by the calls it comes through; a file goes around them. */
const ApplicationBounds = z.looseObject({
  name: ShortText,
  redirectUris: texts(20),
  services: texts(20),
  scopes: texts(50),
  clientId: ShortText,
  apigwClientId: ShortText,
  clientSecret: Secret,
  apigwClientSecret: Secret,
});

const CertificateBounds = z.looseObject({
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  certPem: z.string().max(MAX_PEM),
  chainPem: z.array(z.string().max(MAX_PEM)).max(MAX_CHAIN),
  key: z.union([
    z.looseObject({ keyPem: z.string().max(MAX_PEM) }),
    z.looseObject({ p12Base64: z.string().max(MAX_P12_BASE64) }),
    z.looseObject({ kept: z.literal('on-device') }),
  ]),
  warnings: texts(50),
});

const GrantBounds = z.looseObject({
  issuedTo: z.looseObject({ clientId: ShortText }),
  accessToken: Token,
  refreshToken: z.looseObject({ value: Token, ordinal: z.int().min(0) }).nullable(),
  scopeAsked: texts(200),
  // In the authority's words.
  scopeGiven: z.array(z.string().max(4096)).max(1000).nullable(),
});

const AccountBounds = z.looseObject({
  applicationId: Id,
  certificateId: Id.nullable(),
  certificateSerial: ShortText.nullable(),
  redirectUri: ShortText,
  person: ShortText,
  companies: z
    .array(z.looseObject({ number: z.string().max(40), name: z.string().max(MAX_COMPANY_NAME) }))
    // Two lists may have been joined.
    .max(10 * MAX_COMPANIES),
  recipients: z
    .array(z.looseObject({ id: Id, name: ShortText, copy: z.looseObject({ sha256: z.string().max(64) }) }))
    .max(1000),
  grant: GrantBounds.nullable(),
  earlier: z.array(z.looseObject({ grant: GrantBounds })).max(1000),
  superseded: z.array(z.looseObject({ accessToken: Token })).max(1000),
});

const Bounds = z.looseObject({
  certificates: z.array(CertificateBounds).max(MAX_RECORDS),
  applications: z.array(ApplicationBounds).max(MAX_RECORDS),
  accounts: z.array(AccountBounds).max(MAX_RECORDS),
});

/**
 * Refuses a file whose records have the right form and cannot be true: whoever knows its passphrase can write anything
 * into it. Every certificate is one, under its own fingerprint, with the key that fits it; nothing is longer than what
 * comes in any other way. Fails with `transfer-damaged`.
 */
export function refuseUnsound(contents: TransferContents): void {
  const isSound = Bounds.safeParse(contents).success && contents.certificates.every(isSoundCertificate);
  if (!isSound) fail({ code: 'transfer-damaged' });
}

/**
 * Refuses a file with an account whose application or certificate is neither in it nor here: nothing could use it.
 * Fails with `transfer-damaged`.
 */
export function refuseDangling(contents: TransferContents, here: TransferContents): void {
  const applications = idsOf([...contents.applications, ...here.applications]);
  const certificates = idsOf([...contents.certificates, ...here.certificates]);
  const isHeld = ({ applicationId, certificateId }: AccountRecord): boolean =>
    applications.has(applicationId) && (certificateId === null || certificates.has(certificateId));
  if (!contents.accounts.every(isHeld)) fail({ code: 'transfer-damaged' });
}

/**
 * What a vault with unreadable records can give to a file that {@link refuseDangling} takes: an account without its
 * application is of no use elsewhere and is left out; one without its certificate signs in with another.
 */
export function withoutDangling(contents: TransferContents): TransferContents {
  const [applications, certificates] = [idsOf(contents.applications), idsOf(contents.certificates)];
  const isKnown = (id: string | null): boolean => id === null || certificates.has(id);
  return {
    ...contents,
    accounts: contents.accounts
      .filter(({ applicationId }) => applications.has(applicationId))
      .map((account) => (isKnown(account.certificateId) ? account : { ...account, certificateId: null })),
  };
}

function idsOf(records: ReadonlyArray<ApplicationRecord | CertificateRecord>): ReadonlySet<string> {
  return new Set(records.map(({ id }) => id));
}

function isSoundCertificate({ certPem, chainPem, fingerprint, key }: CertificateRecord): boolean {
  try {
    chainPem.forEach((pem) => new X509Certificate(pem));
    if (describeCertificate(certPem).fingerprint !== fingerprint) return false;
    return key.kept !== true || new X509Certificate(certPem).checkPrivateKey(createPrivateKey(key.keyPem));
  } catch {
    return false;
  }
}
