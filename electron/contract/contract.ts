import { z } from 'zod';
import type { FailureCode } from './failure.ts';
import { MAX_FILE_BYTES } from './limits.ts';
import { TokenReading } from './token-reading.ts';
import { Change, EnvironmentName, ProfileId, SettingsView, Snapshot } from './snapshot.ts';

const Nothing = z.strictObject({});
const Id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
const ShortText = z.string().max(300);
/** Typed into a field by the user; goes to main once and never comes back. */
const Secret = z.string().max(4096);

/** A P12 that was chosen but not yet imported. */
const Draft = z.strictObject({ draftId: Id, fileName: z.string(), bytes: z.number() });
export type Draft = z.infer<typeof Draft>;

/** What an opened draft shows before it is imported. */
const OpenedDraft = z.strictObject({
  holder: z.string(),
  organisationNumber: z.string().nullable(),
  issuer: z.string(),
  serialNumber: z.string(),
  keyType: z.string(),
  notBefore: z.number(),
  notAfter: z.number(),
  warnings: z.array(z.string()),
  /** The certificate is in the list already. */
  alreadyImported: z.boolean(),
});
export type OpenedDraft = z.infer<typeof OpenedDraft>;

const ApplicationInput = z.strictObject({
  id: Id.nullable(),
  profile: ProfileId,
  environment: EnvironmentName,
  name: ShortText,
  redirectUris: z.array(ShortText).max(20),
  services: z.array(ShortText).max(20),
  scopes: z.array(ShortText).max(50),
  clientId: ShortText,
  apigwClientId: ShortText,
  /** Null keeps the secret that is stored. */
  clientSecret: Secret.nullable(),
  apigwClientSecret: Secret.nullable(),
});
export type ApplicationInput = z.infer<typeof ApplicationInput>;

const ApiRequest = z.strictObject({
  accountId: Id,
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  url: z.string().max(8000),
  body: z.string().max(MAX_FILE_BYTES),
  contentType: ShortText,
});

const ApiAnswer = z.strictObject({
  status: z.number(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
  bodyBytes: z.number(),
  /** Milliseconds from sending to the end of the answer. */
  elapsedMs: z.number(),
  /** Null where the authority knows no correlation id. */
  correlationId: z.string().nullable(),
  explanation: z.string().nullable(),
  sentHeaderNames: z.array(z.string()),
});
export type ApiAnswer = z.infer<typeof ApiAnswer>;

type Call = { input: z.ZodType; output: z.ZodType; errors: readonly FailureCode[] };

/** What can happen on the way to an authority. */
const networkErrors = [
  'authority-unreachable',
  'authority-certificate-untrusted',
  'authority-certificate-wrong-host',
  'authority-certificate-expired',
  'authority-refused-certificate',
  'answer-too-large',
] as const;

const signInErrors = [
  'not-found',
  'pin-needed',
  'application-incomplete',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-wrong-environment',
  'p12-wrong-password',
  'p12-damaged',
  ...networkErrors,
  'signin-busy',
  'signin-cancelled',
  'signin-timed-out',
  'signin-too-many-redirects',
  'signin-insecure-redirect',
  'signin-ended-elsewhere',
  'callback-malformed',
  'callback-state-missing',
  'callback-state-wrong',
  'authority-refused',
  'answer-not-json',
  'answer-incomplete',
  'signin-declined',
  'signin-origin-refused',
  'browser-not-opened',
] as const;

/**
 * The one bridge between window and main process: every call by name, with what goes in, what comes out, and the
 * failures it may end with (those of {@link alwaysPossible} besides). No call takes a path.
 */
export const contract = {
  'snapshot.get': { input: Nothing, output: Snapshot, errors: [] },
  'vault.retry': { input: Nothing, output: Nothing, errors: [] },
  'settings.change': { input: SettingsView.partial(), output: Nothing, errors: [] },

  /** Opens the system's file dialog; null when the user closed it. */
  'certificates.choose': { input: Nothing, output: Draft.nullable(), errors: ['p12-too-large', 'p12-not-p12'] },
  'certificates.drop': {
    input: z.strictObject({ fileName: ShortText, bytes: z.instanceof(Uint8Array) }),
    output: Draft,
    errors: ['p12-too-large'],
  },
  'certificates.open': {
    input: z.strictObject({ draftId: Id, password: Secret, identity: z.string().max(100).nullable() }),
    output: OpenedDraft,
    errors: [
      'not-found',
      'p12-not-p12',
      'p12-damaged',
      'p12-wrong-password',
      'p12-no-key',
      'p12-no-certificate',
      'p12-no-matching-pair',
      'p12-several-identities',
      'p12-too-expensive',
      'p12-too-large',
      'p12-unsupported',
      'p12-took-too-long',
    ],
  },
  'certificates.import': {
    input: z.strictObject({ draftId: Id, keepKey: z.boolean() }),
    output: z.strictObject({ certificateId: Id }),
    errors: ['not-found'],
  },
  'certificates.discard': { input: z.strictObject({ draftId: Id }), output: Nothing, errors: [] },
  'certificates.remove': {
    input: z.strictObject({ certificateId: Id }),
    output: Nothing,
    errors: ['not-found', 'in-use'],
  },

  'applications.save': {
    input: ApplicationInput,
    output: z.strictObject({ applicationId: Id }),
    errors: ['not-found', 'keys-swapped'],
  },
  'applications.swapKeys': { input: z.strictObject({ applicationId: Id }), output: Nothing, errors: ['not-found'] },
  'applications.remove': {
    input: z.strictObject({ applicationId: Id }),
    output: Nothing,
    errors: ['not-found', 'in-use'],
  },

  /**
   * Signs in by the profile's route and answers when the account has its token, or why not. A person may have to act
   * meanwhile: in the sign-in window, or in the browser, whose callback comes by protocol or is pasted. A null
   * `redirectUri` takes the application's first; a null `accountId` a new account, or the one that shares the token.
   */
  'accounts.signIn': {
    input: z.strictObject({
      applicationId: Id,
      certificateId: Id.nullable(),
      accountId: Id.nullable(),
      redirectUri: ShortText.nullable(),
      pin: Secret.nullable(),
    }),
    /** `isShared`: nothing was asked for, because an account with the same keys, certificate and scopes has a living token. */
    output: z.strictObject({ accountId: Id, isShared: z.boolean() }),
    errors: signInErrors,
  },
  /**
   * Fetches a new access token: by refresh token where the authority gives one, else by signing in again. Where the
   * authority asks that a token be used for its whole life, a living one is replaced only if `replaceLiving` (S13).
   */
  'accounts.renew': {
    input: z.strictObject({ accountId: Id, replaceLiving: z.boolean(), pin: Secret.nullable() }),
    output: Nothing,
    errors: [...signInErrors, 'token-still-lives', 'signin-needed'],
  },
  /**
   * Asks the authority to revoke the grant. Nothing is removed here, whatever it answers; `not-accepted` means that it
   * answered with something else than a yes, for instance its portal's page (R3, R19).
   */
  'accounts.revoke': {
    input: z.strictObject({ accountId: Id }),
    output: z.strictObject({ outcome: z.enum(['accepted', 'not-accepted']), status: z.number() }),
    errors: ['not-found', 'no-access-token', ...networkErrors],
  },
  /** What is in the account's access token. Read in main; `jti` comes masked (R13). */
  'accounts.readClaims': {
    input: z.strictObject({ accountId: Id }),
    output: TokenReading,
    errors: ['not-found', 'no-access-token'],
  },
  'accounts.remove': { input: z.strictObject({ accountId: Id }), output: Nothing, errors: ['not-found'] },
  'attempts.cancel': { input: z.strictObject({ attemptId: Id }), output: Nothing, errors: [] },
  /** Hands in the address at which the browser stopped, for a redirect URI that nothing can listen on (S8). */
  'attempts.paste': {
    input: z.strictObject({ attemptId: Id, url: z.string().max(20_000) }),
    output: Nothing,
    errors: ['not-found', 'callback-elsewhere', 'callback-malformed', 'callback-state-missing', 'callback-state-wrong'],
  },
  /** Puts the seed's own curl line for this sign-in on the clipboard, with placeholders for all secrets (S6). */
  'accounts.copySignInAsCurl': { input: z.strictObject({ accountId: Id }), output: Nothing, errors: ['not-found'] },

  'requests.send': {
    input: ApiRequest,
    output: ApiAnswer,
    errors: ['not-found', 'no-access-token', 'application-incomplete', 'request-origin-refused', ...networkErrors],
  },

  'practice.openPost': { input: Nothing, output: Nothing, errors: [] },
} as const satisfies Record<string, Call>;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<Name extends CallName> = z.infer<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = z.infer<Contract[Name]['output']>;

/** Failures any call may end with. */
export const alwaysPossible: readonly FailureCode[] = [
  'unexpected',
  'input-refused',
  'vault-not-ready',
  'vault-write-failed',
];

/** Main's side of the bridge: one function a call. */
export type Handlers = {
  [Name in CallName]: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>;
};

/** What main tells the window without being asked. */
export const changes = z.array(Change);
