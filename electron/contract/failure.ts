import { z } from 'zod';

/** Where in the exchange with an authority something happened. */
export const Stage = z.enum(['authorize', 'token', 'api']);
export type Stage = z.infer<typeof Stage>;

/** One of several key pairs in a P12, by public facts only. */
const Identity = z.object({ fingerprint: z.string(), subject: z.string(), notAfter: z.number() });

/** Why a file with a token could not be written, kept fresh or deleted. */
export const FileProblem = z.enum([
  /** No file is there any more, or its folder is gone. */
  'missing',
  /** To be deleted, and its folder is not there: deleted with it, or on a drive that was taken out. */
  'folder-gone',
  /** What is there is not what was written: a link, a folder, another content. It is left alone. */
  'changed',
  /** The way to it leads elsewhere now: a folder above it was replaced by a link. */
  'moved',
  /** Its folder is not one a token may lie in. */
  'place',
  /** The file system would not keep it for its owner only. */
  'not-private',
  'disk-full',
  'no-permission',
  'disk-error',
]);
export type FileProblem = z.infer<typeof FileProblem>;

/**
 * Every way a call can fail, with the fields its sentence needs. The union is closed: the renderer has a text for
 * each code and nothing else can cross the bridge. No field ever holds a secret or a token. Times are epoch ms.
 */
const failureFields = {
  /** A fault of ours; `reference` is also in the log. */
  unexpected: { reference: z.string() },
  'input-refused': { field: z.string() },
  'vault-not-ready': { state: z.string() },
  'vault-write-failed': {
    reason: z.enum(['disk-full', 'no-permission', 'disk-error', 'not-durable', 'record-unreadable']),
  },
  /** The passphrase does not open the vault, or what it would open is damaged. */
  'passphrase-wrong': {},
  /** Another one is being tried; this one was not. */
  'passphrase-busy': {},
  /** The person said no to changing what opens the vault. */
  'change-declined': {},
  /** `minimum` is the fewest characters. */
  'passphrase-too-short': { minimum: z.number() },
  /** Locking makes sense only where a passphrase unlocks. */
  'passphrase-needed': {},
  'keychain-refused': { reason: z.enum(['no-keychain', 'keychain-locked', 'keychain-refused']) },
  'not-found': { what: z.enum(['account', 'application', 'certificate', 'draft', 'attempt']) },
  'in-use': { what: z.enum(['application', 'certificate']), accounts: z.array(z.string()) },

  'file-unreadable': { reason: z.enum(['gone', 'not-a-file', 'no-permission', 'other']) },
  'p12-not-p12': {},
  'p12-damaged': {},
  'p12-wrong-password': {},
  'p12-no-key': {},
  'p12-no-certificate': {},
  'p12-no-matching-pair': {},
  'p12-several-identities': { identities: z.array(Identity) },
  'p12-too-expensive': {},
  'p12-too-large': { limitBytes: z.number() },
  'p12-unsupported': { algorithm: z.string() },
  'p12-took-too-long': { seconds: z.number() },
  /** The thread that opens it could not start, or ended before it was done: that says nothing of the file. */
  'p12-interrupted': {},

  'certificate-expired': { notAfter: z.number() },
  'certificate-not-yet-valid': { notBefore: z.number() },
  'certificate-wrong-environment': { issuer: z.string(), environment: z.string() },
  'pin-needed': {},
  'application-incomplete': { missing: z.array(z.string()) },
  /** The OAuth2 and the APIgw pair hold each other's values. */
  'keys-swapped': {},

  'authority-unreachable': {
    host: z.string(),
    cause: z.enum([
      'name-not-found',
      'refused',
      'reset',
      'not-connected',
      /** It took the connection and then said nothing, before anything could be sent. */
      'handshake-stalled',
      'timeout',
      'no-network',
      'other',
    ]),
    detail: z.string(),
  },
  'authority-certificate-untrusted': { host: z.string(), detail: z.string() },
  /**
   * The server sent no certificate that links its own to a known root; `issuer` is whose is missing. `isPublic`: it has
   * the marks of a public authority's, so that only the server's set-up can be at fault.
   */
  'authority-certificate-incomplete': { host: z.string(), issuer: z.string(), isPublic: z.boolean() },
  /** Something between opens TLS traffic; `product` is empty where its certificate's issuer names none that is known. */
  'connection-inspected': { host: z.string(), issuer: z.string(), product: z.string() },
  'authority-certificate-wrong-host': { host: z.string() },
  'authority-certificate-expired': { host: z.string() },
  'authority-refused-certificate': { host: z.string(), detail: z.string() },
  'answer-too-large': { host: z.string(), limitBytes: z.number() },

  /** The office's proxy, `host:port`, on the way to `host`. Nothing was sent to the authority in any of these. */
  'proxy-unreachable': {
    host: z.string(),
    proxy: z.string(),
    cause: z.enum(['name-not-found', 'refused', 'timeout', 'certificate', 'no-answer']),
    detail: z.string(),
  },
  /** It asks for a name and a password, and none were entered (RFC 9110, section 15.5.8). */
  'proxy-needs-password': { host: z.string(), proxy: z.string() },
  /** It did not take those that were entered. They are not sent again until they are entered anew. */
  'proxy-password-refused': { host: z.string(), proxy: z.string() },
  /** It takes no name and password, but only these ways to log in, such as NTLM. */
  'proxy-login-unsupported': { host: z.string(), proxy: z.string(), schemes: z.string() },
  /** It was asked for the connection and said no; `status` is that of HTTP, or SOCKS's reply below 100. */
  'proxy-refused': { host: z.string(), proxy: z.string(), status: z.number() },
  /** The system names a kind of proxy that is not spoken here, such as SOCKS version 4. */
  'proxy-kind-unsupported': { host: z.string(), proxy: z.string(), kind: z.string() },
  /** A file that was to be trusted as a certificate authority. */
  'ca-file-refused': {
    reason: z.enum(['not-a-certificate', 'too-large', 'too-many', 'not-an-authority', 'expired', 'practice', 'known']),
  },

  'signin-busy': {},
  'signin-cancelled': {},
  'signin-timed-out': { seconds: z.number() },
  'signin-too-many-redirects': { count: z.number() },
  'signin-insecure-redirect': { location: z.string() },
  /** The sign-in window was led to an origin that the profile does not list. */
  'signin-origin-refused': { origin: z.string() },
  /** The authority answered with a page instead of sending us back. */
  'signin-ended-elsewhere': { host: z.string(), status: z.number(), explanation: z.string().nullable() },
  /** A redirect (3xx) that names no address, or none that can be read. */
  'signin-redirect-nowhere': { host: z.string(), status: z.number() },
  /** The server insists on a client certificate, and the profile does not list it among those that get one. */
  'signin-certificate-withheld': { host: z.string() },
  'callback-malformed': { problem: z.string() },
  'callback-state-missing': {},
  'callback-state-wrong': {},

  /** The authority said no, in its own words; `explanation` is a key of the profile's error rows. */
  'authority-refused': {
    stage: Stage,
    status: z.number().nullable(),
    error: z.string(),
    description: z.string(),
    explanation: z.string().nullable(),
  },
  /** Only what kind of thing came, never any of it: it may hold what was asked for, or echo what was sent. */
  'answer-not-json': {
    stage: Stage,
    status: z.number(),
    contentType: z.string(),
    kind: z.enum(['html', 'form', 'like-json', 'text', 'empty']),
    bytes: z.number(),
  },
  'answer-incomplete': { stage: Stage, status: z.number(), problem: z.string() },
  /** The authority asks for patience (RFC 6585, section 4); `retryAfterSeconds` is 0 where it does not say how much. */
  'authority-busy': { stage: Stage, status: z.number(), retryAfterSeconds: z.number() },

  'token-still-lives': { expiresAt: z.number() },
  /** The first refresh of a pair that was taken over ends the other program's copy, and was not yet agreed to (R21). */
  'other-copy-ends': {},
  /** Another computer renews this account, or it was brought here only to be looked at. */
  'renewal-elsewhere': { standing: z.enum(['moved', 'only-looking']) },
  /** Only a new sign-in gives a new token now. */
  'signin-needed': {
    reason: z.enum(['no-refresh-token', 'refresh-token-ended', 'refresh-limit', 'refused', 'answer-lost']),
  },
  /** The person said no on the authority's page: an outcome, not an error. */
  'signin-declined': {},
  /** The pasted address is not the one this sign-in waits for. */
  'callback-elsewhere': { arrivalUri: z.string() },
  /** The program could not be started a second time, in practice mode. */
  'practice-not-opened': {
    reason: z.enum([
      /** Its file is not where it was: moved, updated or deleted since this start. */
      'gone',
      'no-permission',
      /** It started, and ended again at once. */
      'ended',
      'other',
    ]),
  },
  /** The system could not open a browser. */
  'browser-not-opened': {},
  /** A browser would bring the authorization code to somebody else's page. */
  /** No certificate was found on a device: no token inserted, no driver for it, or none that this server takes. */
  'device-nothing-offered': {},
  /** Certificates were offered and none was shown. */
  'device-certificate-needed': {},
  /** The token said no to the PIN, so often that this sign-in tries no more. */
  'device-pin-refused': { tries: z.number() },
  /** The token was there, and its key could not be used: pulled out, or locked. */
  'device-removed': {},
  /** The server was shown the certificate and broke off. */
  'device-certificate-refused': { host: z.string() },
  /** The certificate was chosen and nothing came of it in time; one whose key is kept by a cloud service may need longer. */
  'device-stalled': { host: z.string() },
  'redirect-uri-astray': { redirectUri: z.string() },
  /** Something else has that port of this computer, or the system keeps it: no callback could be listened for there. */
  'loopback-port-taken': { port: z.number() },
  'no-access-token': {},
  /** A token may not be written there; `by` is the program or kind of file system it was recognised by, or empty. */
  'hand-over-place-refused': {
    reason: z.enum(['own-folder', 'temporary', 'synced', 'shared', 'network', 'others-can-read', 'others-can-write']),
    by: z.string(),
  },
  'hand-over-file-failed': { problem: FileProblem },
  /** Only a refresh token was found; the account needs the access token too, even one that has ended (R21). */
  'take-over-incomplete': {},
  /** Neither the access token nor a refresh token lives. */
  'take-over-ended': {},
  /** The tokens were given to another registration than the chosen application's. */
  'take-over-other-client': { tokenClientId: z.string(), applicationClientId: z.string() },
  /** A real authority's tokens in practice mode, or the other way round. */
  'take-over-other-issuer': { issuer: z.string() },
  /** An account here holds a pair that was issued later. */
  'take-over-older': {},
  /** The chosen file is no regular file that may be read, or larger than a settings file can be. */
  'take-over-unreadable': {},
  'request-origin-refused': { origin: z.string() },
  /** The person said no to sending it. */
  'request-declined': {},

  /** The chosen file is none of this program's, or not one at all. */
  'transfer-not-ours': {},
  'transfer-damaged': {},
  /** Written by a newer program, of this version; empty where it does not say. */
  'transfer-newer': { program: z.string() },
  'transfer-too-large': { limitBytes: z.number() },
  /** Opening it would take more work than any file of ours asks for. */
  'transfer-too-costly': {},
  /** The system would not read the file. */
  'transfer-not-read': {},
  'transfer-passphrase-wrong': {},
  /** Tokens of these accounts are being fetched, or an answer for them is still missing. */
  'transfer-busy': { accounts: z.array(z.string()) },
  /** The file was not written; nothing was moved. */
  'transfer-write-failed': { reason: z.enum(['folder-gone', 'disk-full', 'no-permission', 'disk-error']) },
  /** Since the place was chosen another file has come to stand there; nothing was written, and nothing was moved. */
  'transfer-target-taken': {},
  /** Nothing is certain of the file, or these accounts could not be written again: they are not renewed here. */
  'transfer-still-moved': { accounts: z.array(z.string()) },
} satisfies Record<string, Record<string, z.ZodType>>;

type FailureFields = typeof failureFields;
export type FailureCode = keyof FailureFields;

/** A failure as it crosses the bridge: a code and that code's fields. */
export type Failure = {
  [Code in FailureCode]: { code: Code } & { [Field in keyof FailureFields[Code]]: z.infer<FailureFields[Code][Field]> };
}[FailureCode];

const options = Object.entries(failureFields).map(([code, fields]) =>
  z.strictObject({ code: z.literal(code), ...fields }),
);

/** Parses what crosses the bridge. Zod cannot infer the mapped union, hence the stated type. */
export const Failure = z.union(options) as unknown as z.ZodType<Failure, Failure>;

/** Carries a {@link Failure} through code that throws; its message is the code alone, so no secret can ride along. */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure, cause?: unknown) {
    super(failure.code, { cause });
    this.failure = failure;
  }
}

/** Throws `failure`. As an expression it also ends a `??` chain. */
export function fail(failure: Failure, cause?: unknown): never {
  throw new FailureError(failure, cause);
}
