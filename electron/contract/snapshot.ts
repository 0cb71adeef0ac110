import { z } from 'zod';
import { Failure, FileProblem } from './failure.ts';
import { SettingsView } from './settings-view.ts';
import { ProfileId } from './profile-id.ts';
import { Arrival, Route } from './route.ts';
import { DeviceQuestionView } from './device-question.ts';
import { NoticeView } from './notice-view.ts';
import { AwayView, RenewalRunView } from './renewal-view.ts';
import { VaultView } from './vault-view.ts';

/** Epoch milliseconds. */
const Time = z.number();

export { ProfileId };
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
  /**
   * Where its key is. `kept`: in the vault, so that tokens can be fetched without asking. `asked`: in the P12, whose PIN
   * is asked each time. `on-device`: on a hardware token or in the operating system's store.
   */
  key: z.enum(['kept', 'asked', 'on-device']),
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

/** A program that got a copy of the access token (R17, S14). */
const RecipientView = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** `file-elsewhere`: a file on the computer the account came from. */
  way: z.enum(['clipboard', 'file', 'file-elsewhere']),
  /** Where its file lies here; null where there is none. */
  path: z.string().nullable(),
  handedAt: Time,
  /** When the copy it has ends. */
  copyExpiresAt: Time,
  /**
   * Whether that copy is the access token the account has now; null where it is the last this computer knows of, and
   * another one renews the account.
   */
  isCurrent: z.boolean().nullable(),
});
export type RecipientView = z.infer<typeof RecipientView>;

export const AccountView = z.strictObject({
  id: z.string(),
  applicationId: z.string(),
  /** Null where a person signed in by other means than a certificate kept here. */
  certificateId: z.string().nullable(),
  /** The certificate's holder; without a certificate `person`. */
  holder: z.string(),
  /** Who signs in, as the user says it, where no certificate names the person; empty where nothing was said. */
  person: z.string(),
  accessToken: AccessTokenView.nullable(),
  refreshToken: RefreshTokenView.nullable(),
  recipients: z.array(RecipientView),
  /** Pairs whose place tokens from elsewhere took; they can be used again until `expiresAt`. The newest last. */
  earlier: z.array(z.strictObject({ id: z.string(), obtainedAt: Time, expiresAt: Time, replacedAt: Time })),
  /** How many replaced access tokens are kept because they may still live (R19). */
  supersededLiving: z.number(),
  /** Tokens are being fetched for it right now, by refresh token. */
  isRenewing: z.boolean(),
  /** The serial number of the holder's certificate where only a token names it. */
  certificateSerial: z.string().nullable(),
  companies: z.array(z.strictObject({ number: z.string(), name: z.string() })),
  standing: z.enum(['here', 'moved', 'only-looking']),
  /** Another program may hold the same refresh token (R21). */
  hasOtherCopy: z.boolean(),
  /** A refresh was sent and its answer never arrived, or could not be kept. */
  answerLost: z.boolean(),
  /** The authority does not take the refresh token any more. */
  needsSignIn: z.boolean(),
  /** When the program renews it by itself; null where it will not. */
  renewsItselfAt: Time.nullable(),
  /** The way its last sign-in went; null where none was made here. */
  route: Route.nullable(),
  redirectUri: z.string(),
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
  route: Route,
  /** What the authority was given, character for character (S5); with the browser route its address may be pasted. */
  redirectUri: z.string(),
  /** How its callback comes home: pasted, too, where a listener should be and after a restart could not. */
  arrival: Arrival,
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
  /** Query parameters of `url` that are empty until the user fills them in. */
  fill: z.array(z.string()),
});

export const ProfileView = z.strictObject({
  id: ProfileId,
  authority: z.enum(['anaf', 'skatteverket']),
  /** A single environment is not worth a choice, nor a tag. */
  environments: z.array(z.strictObject({ name: EnvironmentName, apiOrigin: z.string(), presets: z.array(PresetView) })),
  /** The ways a sign-in can go, the proposed one first. */
  routes: z.array(Route),
  /** A sign-in shows a certificate, on whatever route. */
  needsCertificate: z.boolean(),
  /** Words in the names of the issuers whose certificates it takes; empty where any issuer's will do. */
  issuerWords: z.array(z.array(z.string())),
  /** `none`: the authority wants no scope at all (R6). */
  scope: z.enum(['none', 'list']),
  knownScopes: z.array(z.string()),
  /** Scopes that are tied to certain flows; null where no page says to which (S1). */
  scopeFlows: z.record(z.string(), z.array(ProfileId).nullable()),
  /** A sign-in has a redirect URI: somebody signs in somewhere. */
  hasRedirectUris: z.boolean(),
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

/** What hand-overs show beside the accounts. */
export const HandOverView = z.strictObject({
  /** A token that is on the clipboard, and when it is taken away. */
  clipboard: z.strictObject({ accountId: z.string(), recipientName: z.string(), clearsAt: Time }).nullable(),
  /** Why a recipient's file could not be kept fresh or deleted, by the recipient's id. */
  fileProblems: z.record(z.string(), FileProblem),
});
export type HandOverView = z.infer<typeof HandOverView>;

/** Why a daily backup could not be written. */
export const BackupTrouble = z.enum(['folder-gone', 'disk-full', 'no-permission', 'disk-error', 'too-large']);

/** The daily sealed backup; null where none is planned. */
const BackupView = z
  .strictObject({
    folder: z.string(),
    /** When the last one was written; null where none was yet. */
    lastAt: Time.nullable(),
    lastFailure: z.strictObject({ at: Time, reason: BackupTrouble }).nullable(),
  })
  .nullable();
export type BackupView = z.infer<typeof BackupView>;

/** What this desktop can do for the program. */
const DesktopView = z.strictObject({
  /** There is a place for a tray icon, as far as is known; on Linux not every desktop has one. */
  hasTray: z.boolean(),
  /** The program is installed, and its real side runs: from source nothing is registered on anybody's desktop. */
  canStartAtLogin: z.boolean(),
});
export type DesktopView = z.infer<typeof DesktopView>;

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
  /** What sign-ins with a certificate on a device ask, by attempt. */
  deviceQuestions: z.record(z.string(), DeviceQuestionView),
  handOver: HandOverView,
  renewalRun: RenewalRunView.nullable(),
  away: AwayView.nullable(),
  backup: BackupView,
  /** The most pressing first. */
  notices: z.array(NoticeView),
  desktop: DesktopView,
});
export type Snapshot = z.infer<typeof Snapshot>;

/** One thing that changed; null where it is gone. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('certificates'), id: z.string(), value: CertificateView.nullable() }),
  z.strictObject({ kind: z.literal('applications'), id: z.string(), value: ApplicationView.nullable() }),
  z.strictObject({ kind: z.literal('accounts'), id: z.string(), value: AccountView.nullable() }),
  z.strictObject({ kind: z.literal('attempts'), id: z.string(), value: AttemptView.nullable() }),
  z.strictObject({ kind: z.literal('device-questions'), id: z.string(), value: DeviceQuestionView.nullable() }),
  z.strictObject({ kind: z.literal('hand-over'), value: HandOverView }),
  z.strictObject({ kind: z.literal('backup'), value: BackupView }),
  z.strictObject({ kind: z.literal('settings'), value: SettingsView }),
  z.strictObject({ kind: z.literal('vault'), value: VaultView }),
  z.strictObject({ kind: z.literal('desktop'), value: DesktopView }),
  z.strictObject({ kind: z.literal('renewalRun'), value: RenewalRunView.nullable() }),
  z.strictObject({ kind: z.literal('away'), value: AwayView.nullable() }),
  z.strictObject({ kind: z.literal('notices'), value: z.array(NoticeView) }),
  /** Somebody pressed an OS notification, or the tray's count: the notices are to be seen. */
  z.strictObject({ kind: z.literal('show-notices') }),
  /** Something was added to the activity log. */
  z.strictObject({ kind: z.literal('activity') }),
  /** A callback came home that no sign-in waits for: too late, a second time, or somebody's own. */
  z.strictObject({ kind: z.literal('stray-callback') }),
  /** So much changed that the window asks for the whole again. */
  z.strictObject({ kind: z.literal('everything') }),
]);
export type Change = z.infer<typeof Change>;

/** What main tells the window without being asked. */
export const changes = z.array(Change);
