import { z } from 'zod';
import { EnvironmentName, ProfileId } from '../contract/snapshot.ts';
import { Failure } from '../contract/failure.ts';
import { kind } from '../vault/kind.ts';

/** Epoch milliseconds. */
const Time = z.number();

/** A client certificate as it is sealed: either what TLS needs, by the user's consent, or the P12 as it came. */
export const CertificateRecord = z.strictObject({
  id: z.string(),
  fingerprint: z.string(),
  certPem: z.string(),
  chainPem: z.array(z.string()),
  key: z.discriminatedUnion('kept', [
    z.strictObject({ kept: z.literal(true), keyPem: z.string() }),
    z.strictObject({ kept: z.literal(false), p12Base64: z.string() }),
  ]),
  warnings: z.array(z.string()),
  importedAt: Time,
});
export type CertificateRecord = z.infer<typeof CertificateRecord>;

/** An application: the registration at an authority. Empty texts are still to come. */
export const ApplicationRecord = z.strictObject({
  id: z.string(),
  profile: ProfileId,
  environment: EnvironmentName,
  name: z.string(),
  redirectUri: z.string(),
  scopes: z.array(z.string()),
  clientId: z.string(),
  clientSecret: z.string(),
  apigwClientId: z.string(),
  apigwClientSecret: z.string(),
});
export type ApplicationRecord = z.infer<typeof ApplicationRecord>;

/** What an authority gave last; only ever replaced by a newer one. */
const Grant = z.strictObject({
  accessToken: z.string(),
  refreshToken: z.string().nullable(),
  obtainedAt: Time,
  expiresAt: Time,
  scopeAsked: z.array(z.string()),
  scopeGiven: z.array(z.string()).nullable(),
});

/** An account: an application, the holder's certificate, and the grant. */
export const AccountRecord = z.strictObject({
  id: z.string(),
  applicationId: z.string(),
  certificateId: z.string(),
  grant: Grant.nullable(),
  lastFailure: z.strictObject({ at: Time, failure: Failure }).nullable(),
});
export type AccountRecord = z.infer<typeof AccountRecord>;

/** The kinds of record the vault holds. */
export const certificateKind = kind('certificate', CertificateRecord, 1);
export const applicationKind = kind('application', ApplicationRecord, 1);
export const accountKind = kind('account', AccountRecord, 1);
export const recordKinds = [certificateKind, applicationKind, accountKind] as const;
