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
  redirectUris: z.array(z.string()),
  services: z.array(z.string()),
  scopes: z.array(z.string()),
  clientId: z.string(),
  clientSecret: z.string(),
  apigwClientId: z.string(),
  apigwClientSecret: z.string(),
});
export type ApplicationRecord = z.infer<typeof ApplicationRecord>;

/** A registration at an authority, by what makes it that one. */
const Registration = z.strictObject({ profile: ProfileId, environment: EnvironmentName, clientId: z.string() });

/** What an authority gave last; only ever replaced by a newer one. */
const Grant = z.strictObject({
  /** The registration it was given to: with other keys or another environment it is not that registration's. */
  issuedTo: Registration,
  accessToken: z.string(),
  obtainedAt: Time,
  expiresAt: Time,
  refreshToken: z
    .strictObject({
      value: z.string(),
      expiresAt: Time,
      /** The token says itself when it ends; else the profile's usual lifetime was taken. */
      isCertain: z.boolean(),
      /** How many this sign-in has had, this one included (S19). */
      ordinal: z.number(),
    })
    .nullable(),
  scopeAsked: z.array(z.string()),
  scopeGiven: z.array(z.string()).nullable(),
});

/** An account: an application, the holder's certificate, and the grant. */
export const AccountRecord = z.strictObject({
  id: z.string(),
  applicationId: z.string(),
  /** Null where a person signed in without a certificate kept here. */
  certificateId: z.string().nullable(),
  /** The callback URL of its sign-ins. */
  redirectUri: z.string(),
  grant: Grant.nullable(),
  /** Access tokens that were replaced and still live: kept for the day one has to be reported (R19). */
  superseded: z.array(z.strictObject({ accessToken: z.string(), expiresAt: Time })),
  lastFailure: z.strictObject({ at: Time, failure: Failure }).nullable(),
});
export type Grant = z.infer<typeof Grant>;
export type AccountRecord = z.infer<typeof AccountRecord>;

/** A sign-in that waits for the system browser: sealed, so that it outlives a closed window or a restart. */
export const PendingSignInRecord = z.strictObject({
  id: z.string(),
  account: AccountRecord,
  /** The registration the code was asked for. */
  issuedTo: Registration,
  attempt: z.strictObject({
    id: z.string(),
    state: z.string().nullable(),
    codeVerifier: z.string().nullable(),
    route: z.enum(['direct', 'window', 'browser']),
    redirectUri: z.string(),
    arrivalUri: z.string(),
    scopes: z.array(z.string()),
    startedAt: Time,
    deadline: Time,
  }),
});
export type PendingSignInRecord = z.infer<typeof PendingSignInRecord>;

/** The kinds of record the vault holds. */
export const certificateKind = kind('certificate', CertificateRecord, 1);
export const applicationKind = kind('application', ApplicationRecord, 1);
export const accountKind = kind('account', AccountRecord, 1);
export const pendingSignInKind = kind('pendingSignIn', PendingSignInRecord, 1);
export const recordKinds = [certificateKind, applicationKind, accountKind, pendingSignInKind] as const;
