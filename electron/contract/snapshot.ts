import { z } from 'zod';
import { Failure } from './failure.ts';
import { VaultView } from './vault-view.ts';

/** Epoch milliseconds. */
const Time = z.number();

export const ProfileId = z.enum(['anaf', 'skatteverket-org', 'skatteverket-per']);
export type ProfileId = z.infer<typeof ProfileId>;
export const EnvironmentName = z.enum(['test', 'production']);
export type EnvironmentName = z.infer<typeof EnvironmentName>;

/** What a certificate says of itself: nothing here is secret. */
export const CertificateView = z.strictObject({
  id: z.string(),
  holder: z.string(),
  organisationNumber: z.string().nullable(),
  issuer: z.string(),
  serialNumber: z.string(),
  keyType: z.string(),
  notBefore: Time,
  notAfter: Time,
  fingerprint: z.string(),
  /** Whether the key is in the vault (tokens can be fetched without asking) or the PIN is asked each time. */
  keyKept: z.boolean(),
  warnings: z.array(z.string()),
});
export type CertificateView = z.infer<typeof CertificateView>;

/** An application (registration) without its secrets: only whether each is there. */
export const ApplicationView = z.strictObject({
  id: z.string(),
  profile: ProfileId,
  environment: EnvironmentName,
  name: z.string(),
  /** Callback URLs as registered, character for character; the first is used unless another is chosen. */
  redirectUris: z.array(z.string()),
  /** What the registration was asked for ("Serviciu"); empty where the authority has scopes instead. */
  services: z.array(z.string()),
  scopes: z.array(z.string()),
  clientId: z.string(),
  apigwClientId: z.string(),
  hasClientSecret: z.boolean(),
  hasApigwClientSecret: z.boolean(),
  /** Names of what is still to come; the APIgw pair is needed for requests, not to sign in. */
  missing: z.array(
    z.enum(['clientId', 'clientSecret', 'redirectUris', 'scopes', 'apigwClientId', 'apigwClientSecret']),
  ),
});
export type ApplicationView = z.infer<typeof ApplicationView>;

/** What is known of the account's access token; the token itself never leaves main. */
const AccessTokenView = z.strictObject({
  form: z.enum(['opaque', 'jwt']),
  obtainedAt: Time,
  expiresAt: Time,
  scopeAsked: z.array(z.string()),
  /** Null when the authority's answer did not say. */
  scopeGiven: z.array(z.string()).nullable(),
});

/** What is known of the account's refresh token. `expiresAt` is until when no certificate and no person is needed. */
const RefreshTokenView = z.strictObject({
  expiresAt: Time,
  /** Whether the token said so itself, or the profile's usual lifetime was taken. */
  isCertain: z.boolean(),
});

export const AccountView = z.strictObject({
  id: z.string(),
  applicationId: z.string(),
  /** Null where a person signed in by other means than a certificate kept here. */
  certificateId: z.string().nullable(),
  /** The certificate's holder; empty without a certificate. */
  holder: z.string(),
  accessToken: AccessTokenView.nullable(),
  refreshToken: RefreshTokenView.nullable(),
  /** Tokens are being fetched for it right now, by refresh token. */
  isRenewing: z.boolean(),
  /** What the last try to fetch a token ended with, if it failed. */
  lastFailure: z.strictObject({ at: Time, failure: Failure }).nullable(),
});
export type AccountView = z.infer<typeof AccountView>;

/** A sign-in under way, or just ended. */
export const AttemptView = z.strictObject({
  id: z.string(),
  applicationId: z.string(),
  accountId: z.string().nullable(),
  certificateId: z.string().nullable(),
  route: z.enum(['direct', 'window', 'browser']),
  /** Where the callback is expected; with the browser route its address may be pasted. */
  arrivalUri: z.string(),
  status: z.enum(['waiting', 'returned', 'exchanging']),
  startedAt: Time,
  deadline: Time,
});
export type AttemptView = z.infer<typeof AttemptView>;

/** What the screens offer for a profile. */
const PresetView = z.strictObject({
  id: z.string(),
  method: z.enum(['GET', 'POST']),
  url: z.string(),
  scope: z.string().nullable(),
});

export const ProfileView = z.strictObject({
  id: ProfileId,
  authority: z.enum(['anaf', 'skatteverket']),
  /** A single environment is not worth a choice, nor a tag. */
  environments: z.array(z.strictObject({ name: EnvironmentName, apiOrigin: z.string(), presets: z.array(PresetView) })),
  /** The way a sign-in goes: all in main, in the app's own window, or in the system browser. */
  route: z.enum(['direct', 'window', 'browser']),
  /** A sign-in needs an imported certificate. */
  needsCertificate: z.boolean(),
  /** `none`: the authority wants no scope at all (R6). */
  scope: z.enum(['none', 'list']),
  knownScopes: z.array(z.string()),
  /** Services a registration can be asked for; empty where there are none. */
  knownServices: z.array(z.string()),
  keyPairs: z.array(z.enum(['oauth2', 'apigw'])),
  suggestedRedirectUris: z.array(z.string()),
  allowsSeveralRedirectUris: z.boolean(),
  renewal: z.enum(['sign-in', 'refresh-token']),
  /** A living token is replaced only when the user says so (S13). */
  asksBeforeReplacing: z.boolean(),
  canRevoke: z.boolean(),
  tokenForm: z.enum(['jwt', 'opaque']),
});
export type ProfileView = z.infer<typeof ProfileView>;

export const SettingsView = z.strictObject({
  language: z.enum(['en']),
  theme: z.enum(['system', 'light', 'dark']),
});
export type SettingsView = z.infer<typeof SettingsView>;

/** All the window shows. The renderer asks for it once and then only receives {@link Change}s. */
export const Snapshot = z.strictObject({
  version: z.string(),
  mode: z.enum(['real', 'practice']),
  /** The folder with the practice authorities' letters; null in real mode or before they are ready. */
  practicePost: z.string().nullable(),
  vault: VaultView,
  settings: SettingsView,
  profiles: z.array(ProfileView),
  certificates: z.record(z.string(), CertificateView),
  applications: z.record(z.string(), ApplicationView),
  accounts: z.record(z.string(), AccountView),
  attempts: z.record(z.string(), AttemptView),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** One thing that changed; null where it is gone. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('certificates'), id: z.string(), value: CertificateView.nullable() }),
  z.strictObject({ kind: z.literal('applications'), id: z.string(), value: ApplicationView.nullable() }),
  z.strictObject({ kind: z.literal('accounts'), id: z.string(), value: AccountView.nullable() }),
  z.strictObject({ kind: z.literal('attempts'), id: z.string(), value: AttemptView.nullable() }),
  z.strictObject({ kind: z.literal('settings'), value: SettingsView }),
  z.strictObject({ kind: z.literal('vault'), value: VaultView }),
  /** A callback came home that no sign-in waits for: too late, a second time, or somebody's own. */
  z.strictObject({ kind: z.literal('stray-callback') }),
  /** So much changed that the window asks for the whole again. */
  z.strictObject({ kind: z.literal('everything') }),
]);
export type Change = z.infer<typeof Change>;
