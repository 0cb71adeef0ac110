import { z } from 'zod';
import { Route } from '../contract/route.ts';
import { BackupTrouble, EnvironmentName, ProfileId } from '../contract/snapshot.ts';
import { Failure } from '../contract/failure.ts';
import { Derivation } from '../transfer/passphrase-key.ts';
import { kind } from '../vault/kind.ts';

/** Epoch milliseconds, from 1970 to the end of 9999: what every calendar can show. */
const Time = z.number().min(0).max(253_402_300_799_999);

/**
 * A client certificate as it is sealed: what TLS needs, by the user's consent; or the P12 as it came; or nothing but the
 * public certificate, where the key is on a hardware token or in the operating system's store.
 */
export const CertificateRecord = z.strictObject({
  id: z.string(),
  fingerprint: z.string(),
  certPem: z.string(),
  chainPem: z.array(z.string()),
  key: z.discriminatedUnion('kept', [
    z.strictObject({ kept: z.literal(true), keyPem: z.string() }),
    z.strictObject({ kept: z.literal(false), p12Base64: z.string() }),
    z.strictObject({ kept: z.literal('on-device') }),
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

/** A program that a copy of the access token was handed to (R17, S14). */
const Recipient = z.strictObject({
  id: z.string(),
  /** What the user calls it. */
  name: z.string(),
  /**
   * `file`: kept fresh at each renewal, at the path the user chose in a native dialog; `file-elsewhere`: a file on the
   * computer the account came from, which is nobody's to keep fresh from here.
   */
  way: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('clipboard') }),
    z.strictObject({ by: z.literal('file'), path: z.string() }),
    z.strictObject({ by: z.literal('file-elsewhere') }),
  ]),
  handedAt: Time,
  /**
   * The copy that was handed over last: the SHA-256 of its access token in hex, and when that one ends. An empty
   * `sha256` says that the file was deleted at its token's end: only then does the next renewal create it anew.
   */
  copy: z.strictObject({ sha256: z.string(), expiresAt: Time }),
});
export type Recipient = z.infer<typeof Recipient>;

/** A refresh whose request may have been sent and whose answer is not stored. */
const RefreshSent = z.strictObject({ at: Time, tries: z.int().min(1) });

/**
 * A pair whose place tokens from elsewhere took (R21) although its refresh token lived: what came may not be what it
 * said, and then this one is used again.
 */
const EarlierPair = z.strictObject({
  grant: Grant.extend({ refreshToken: Grant.shape.refreshToken.unwrap() }),
  hasOtherCopy: z.boolean(),
  refreshSent: RefreshSent.nullable(),
  replacedAt: Time,
});
export type EarlierPair = z.infer<typeof EarlierPair>;

/** A company the account is used for; its number is the CUI without `RO`, or the organisation number. */
const Company = z.strictObject({ number: z.string(), name: z.string() });
export type Company = z.infer<typeof Company>;

/**
 * Why the last try failed. The failures there are change from version to version, and an account is worth more than why
 * it failed once: one that this program does not know is read as a fault without more to say.
 */
const LastFailure = z.strictObject({ at: Time, failure: Failure.catch({ code: 'unexpected', reference: '' }) });

/** An access token that was replaced and still lives. */
const ReplacedToken = z.strictObject({ accessToken: z.string(), expiresAt: Time });

/** An account: an application, the holder's certificate, and the grant. */
export const AccountRecord = z.strictObject({
  id: z.string(),
  applicationId: z.string(),
  /** Null where a person signed in without a certificate kept here. */
  certificateId: z.string().nullable(),
  /** The serial number of the holder's certificate, in hex, as a token that was taken over names it (R13); else null. */
  certificateSerial: z.string().nullable(),
  companies: z.array(Company),
  recipients: z.array(Recipient),
  /**
   * `moved`: its tokens were exported to another computer, which renews them now; `only-looking`: they came from a
   * backup or a copy of the vault and are renewed elsewhere. In both, nothing is renewed here until the user says that it is `here` again.
   */
  standing: z.enum(['here', 'moved', 'only-looking']),
  /**
   * Another program may hold the same refresh token (R21): the first refresh here ends its copy, and is made only when
   * the user has said so.
   */
  hasOtherCopy: z.boolean(),
  /**
   * A refresh whose request may have been sent and whose answer is not stored: written before the request, taken away
   * with the answer, or where it is certain that the authority did not spend the refresh token.
   */
  refreshSent: RefreshSent.nullable(),
  /** The authority does not take the refresh token any more: only a new sign-in helps. */
  grantEnded: z.boolean(),
  /** The callback URL of its sign-ins. */
  redirectUri: z.string(),
  /** The way its last sign-in went; null where none was made here. */
  route: Route.nullable(),
  /** Who signs in, as the user says it, where no certificate names the person; empty where nothing was said. */
  person: z.string(),
  grant: Grant.nullable(),
  /** The newest last. */
  earlier: z.array(EarlierPair),
  /** Access tokens that were replaced and still live: kept for the day one has to be reported (R19). */
  superseded: z.array(ReplacedToken),
  lastFailure: LastFailure.nullable(),
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
    route: Route,
    redirectUri: z.string(),
    arrivalUri: z.string(),
    scopes: z.array(z.string()),
    startedAt: Time,
    deadline: Time,
  }),
});
export type PendingSignInRecord = z.infer<typeof PendingSignInRecord>;

/**
 * The daily backup: where to, under which key. The key is kept instead of the passphrase, so that none is asked for
 * daily; the vault seals it like every other.
 */
export const BackupPlanRecord = z.strictObject({
  folder: z.string(),
  derivation: Derivation,
  check: z.base64(),
  /** The derived key, base64. */
  key: z.base64(),
  /** When the last backup was written; null where none was yet. */
  lastAt: Time.nullable(),
  /** SHA-256 of what the last backup held, base64. */
  lastDigest: z.string().nullable(),
  lastFailure: z.strictObject({ at: Time, reason: BackupTrouble }).nullable(),
});
export type BackupPlanRecord = z.infer<typeof BackupPlanRecord>;

/**
 * Access tokens of an account that was removed while they lived: whoever has one can use it until it ends, so it can
 * still be reported until then (R19).
 */
export const OrphanTokensRecord = z.strictObject({
  /** The removed account's. */
  id: z.string(),
  profile: ProfileId,
  environment: EnvironmentName,
  /** The application as it was called, and its client id. */
  application: z.string(),
  clientId: z.string(),
  /** Who signed in: the certificate's holder or whom the user named; empty where neither was known. */
  holder: z.string(),
  removedAt: Time,
  /** The newest last. */
  tokens: z.array(ReplacedToken),
});
export type OrphanTokensRecord = z.infer<typeof OrphanTokensRecord>;

/** The kinds of record the vault holds. */
export const certificateKind = kind('certificate', CertificateRecord);
export const applicationKind = kind('application', ApplicationRecord);
export const accountKind = kind('account', AccountRecord, [accountOfVersion2, accountOfVersion3, accountOfVersion4]);
export const pendingSignInKind = kind('pendingSignIn', PendingSignInRecord, [
  pendingSignInOfVersion2,
  pendingSignInOfVersion3,
  pendingSignInOfVersion4,
]);
export const backupPlanKind = kind('backupPlan', BackupPlanRecord);
export const orphanTokensKind = kind('orphanTokens', OrphanTokensRecord);
export const recordKinds = [
  certificateKind,
  applicationKind,
  accountKind,
  pendingSignInKind,
  backupPlanKind,
  orphanTokensKind,
] as const;

/** What an account holds that no token, certificate or person has said anything about yet. */
export const freshAccount: Omit<AccountRecord, 'id' | 'applicationId' | 'certificateId' | 'redirectUri' | 'grant'> = {
  certificateSerial: null,
  companies: [],
  recipients: [],
  standing: 'here',
  hasOtherCopy: false,
  refreshSent: null,
  grantEnded: false,
  earlier: [],
  superseded: [],
  lastFailure: null,
  route: null,
  person: '',
};

/** Version 3 kept no pair whose place another took. */
function accountOfVersion4(value: unknown): unknown {
  return { earlier: [], ...z.record(z.string(), z.unknown()).parse(value) };
}

/** Version 2 did not say by which way, nor who, signed in. */
function accountOfVersion3(value: unknown): unknown {
  return { route: null, person: '', ...z.record(z.string(), z.unknown()).parse(value) };
}

/** Version 1 had no companies, recipients, standing, other copy and refresh under way. */
function accountOfVersion2(value: unknown): unknown {
  return { ...freshAccount, ...z.record(z.string(), z.unknown()).parse(value) };
}

function pendingSignInOfVersion2(value: unknown): unknown {
  const pending = z.looseObject({ account: z.unknown() }).parse(value);
  return { ...pending, account: accountOfVersion2(pending.account) };
}

function pendingSignInOfVersion3(value: unknown): unknown {
  const pending = z.looseObject({ account: z.unknown() }).parse(value);
  return { ...pending, account: accountOfVersion3(pending.account) };
}

function pendingSignInOfVersion4(value: unknown): unknown {
  const pending = z.looseObject({ account: z.unknown() }).parse(value);
  return { ...pending, account: accountOfVersion4(pending.account) };
}
