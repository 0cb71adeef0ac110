import { z } from 'zod';
import { Stage } from '../contract/failure.ts';
import { Arrival, Route } from '../contract/route.ts';
import {
  charsets,
  cookieBeginnings,
  cookieWords,
  explanationWords,
  headerWords,
  mediaTypes,
  methods,
  parameterWords,
  pathWords,
  schemeWords,
  scopeWords,
  serverWords,
} from './trace-words.ts';

/** A text that is not told: how long it is, and of what kind. */
export const Shape = z.strictObject({
  length: z.int().min(0),
  kind: z.enum(['empty', 'digits', 'hex', 'uuid', 'jwt', 'letters', 'letters-and-digits', 'other']),
});
export type Shape = z.infer<typeof Shape>;

/** A word of a list, or the shape of one that is not on it. */
function wordOf(list: ReadonlySet<string>) {
  return z.union([z.string().refine((word) => list.has(word)), Shape]);
}

const PathPart = wordOf(pathWords);
const ParameterName = wordOf(parameterWords);
const HeaderName = wordOf(headerWords);
const CookieName = z.union([wordOf(cookieWords), z.strictObject({ beginning: z.enum(cookieBeginnings), rest: Shape })]);
const Scope = wordOf(scopeWords);
export type Word = z.infer<typeof PathPart>;
export type CookieWord = z.infer<typeof CookieName>;

/** Of hosts only the authority's are told, by their place in the record's list; others by a number, so that they can be told apart. */
export const HostFact = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('authority'), index: z.int().min(0) }),
  z.strictObject({ of: z.literal('redirect-uri') }),
  z.strictObject({ of: z.literal('loopback') }),
  z.strictObject({ of: z.literal('another'), number: z.int().min(1) }),
  z.strictObject({ of: z.literal('none') }),
]);
export type HostFact = z.infer<typeof HostFact>;

/** An address: of its query the names of the parameters alone. `path` is empty at the redirect URI, which is told of once. */
export const PlaceFact = z.strictObject({
  scheme: z.enum(['https', 'http', 'another']),
  host: HostFact,
  path: z.array(PathPart).max(12),
  parameters: z.array(ParameterName).max(30),
});
export type PlaceFact = z.infer<typeof PlaceFact>;

/** What an authority wrote, of which all that may be secret or personal was taken out. */
const Words = z.string().max(200);
/** An error code in the form such codes have (RFC 6749, section 5.2; ANAF's numbers). */
const ErrorWord = z.union([z.string().regex(/^(?:[a-z_]{1,40}|[0-9]{1,4})$/), Shape]);
/** Codes of Node, OpenSSL and Chromium for what befell a connection. */
export const errorCode =
  /^(?:(?:ERR|UND_ERR|CERT|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|INVALID|PAGE)_[A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){0,8}|E[A-Z]{3,14}|E[A-Z]{2}_[A-Z]{4,8}|TimeoutError|AbortError)$/;

export const failureWords = [
  ...(['name-not-found', 'refused', 'reset', 'not-connected', 'handshake-stalled', 'timeout', 'no-network'] as const),
  ...([
    'certificate',
    'no-answer',
    'other',
    'html',
    'form',
    'like-json',
    'text',
    'empty',
    'test',
    'production',
  ] as const),
  ...([
    'no-refresh-token',
    'refresh-token-ended',
    'refresh-limit',
    'answer-lost',
    'disk-full',
    'no-permission',
  ] as const),
  ...(['disk-error', 'not-durable', 'record-unreadable', 'account', 'application', 'draft', 'attempt'] as const),
] as const;

/** A failure: its code, and of its fields those that can hold nothing but a word of a list or a number. */
export const FailureFact = z.strictObject({
  code: z.string().regex(/^[a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){0,6}$/),
  host: HostFact.optional(),
  stage: Stage.optional(),
  word: z.enum(failureWords).optional(),
  detail: z.string().regex(errorCode).optional(),
  numbers: z
    .array(
      z.tuple([
        z.enum(['status', 'count', 'seconds', 'limitBytes', 'bytes', 'tries', 'port', 'retryAfterSeconds']),
        z.number(),
      ]),
    )
    .max(8),
  error: ErrorWord.optional(),
  description: Words.optional(),
  explanation: z
    .string()
    .refine((word) => explanationWords.has(word))
    .optional(),
});
export type FailureFact = z.infer<typeof FailureFact>;

/** A client certificate, without anything that names its holder. */
export const CertificateFact = z.strictObject({
  keyType: z.string().regex(/^(?:RSA|RSA-PSS|EC|Ed25519|Ed448|unknown)(?: (?:\d{3,5}|P-\d{3}|[a-z0-9]{3,16}))?$/),
  issuer: z.union([Words, z.literal('itself')]),
});
export type CertificateFact = z.infer<typeof CertificateFact>;

const TokenFact = z.strictObject({ shape: Shape, livesSeconds: z.int().nullable() });

const common = { at: z.int().min(0) };

/** One thing that happened in a sign-in; `at` is ms since its start. */
export const TraceEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('sent'),
    method: z.enum(methods),
    place: PlaceFact,
    headers: z.array(HeaderName).max(60),
    fields: z.array(ParameterName).max(30),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('answered'),
    /** Null where the request was told of by itself. */
    method: z.enum(methods).nullable(),
    place: PlaceFact,
    status: z.int().min(0).max(999),
    headers: z.array(HeaderName).max(60),
    mediaType: wordOf(mediaTypes).nullable(),
    charset: wordOf(charsets).nullable(),
    contentLength: z.int().min(0).nullable(),
    /** The server's clock, epoch ms. */
    date: z.int().nullable(),
    server: wordOf(serverWords).nullable(),
    authenticate: z.array(wordOf(schemeWords)).max(5),
    location: PlaceFact.nullable(),
    cookies: z.array(CookieName).max(30),
    bytes: z.int().min(0).nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('connected'),
    host: HostFact,
    way: z.enum(['direct', 'http', 'https', 'socks5']),
    version: z.union([z.string().regex(/^TLSv1(?:\.[0-9])?$/), Shape]),
    cipher: z.union([z.string().regex(/^(?:TLS_|ECDHE-|DHE-|AES|CHACHA20|DES-)[A-Z0-9_-]{0,50}$/), Shape]),
    clientCertificate: z.enum(['none', 'shown', 'not-asked', 'unknown']),
  }),
  z.strictObject({ ...common, kind: z.literal('renegotiated'), host: HostFact }),
  z.strictObject({ ...common, kind: z.literal('failed'), host: HostFact, failure: FailureFact }),
  z.strictObject({
    ...common,
    kind: z.literal('not-loaded'),
    place: PlaceFact,
    detail: z.union([z.string().regex(errorCode), Shape]),
  }),
  z.strictObject({ ...common, kind: z.literal('certificate-asked'), host: HostFact, offered: z.int().min(0) }),
  z.strictObject({ ...common, kind: z.literal('certificate-chosen'), certificate: CertificateFact.nullable() }),
  z.strictObject({ ...common, kind: z.literal('pin-asked'), wrong: z.int().min(0) }),
  z.strictObject({ ...common, kind: z.literal('browser-opened'), isOwnPage: z.boolean() }),
  z.strictObject({ ...common, kind: z.literal('listener-heard'), isTaken: z.boolean() }),
  z.strictObject({ ...common, kind: z.literal('pasted'), failure: FailureFact.nullable() }),
  z.strictObject({
    ...common,
    kind: z.literal('returned'),
    parameters: z.array(ParameterName).max(30),
    state: z.enum(['right', 'wrong', 'missing', 'none-sent']),
    code: Shape.nullable(),
    error: ErrorWord.nullable(),
    description: Words.nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('tokens'),
    accessToken: TokenFact,
    refreshToken: TokenFact.extend({ isSameAsSent: z.boolean() }).nullable(),
    scopesGiven: z.array(Scope).max(30).nullable(),
  }),
  z.strictObject({ ...common, kind: z.literal('ended'), failure: FailureFact.nullable() }),
]);
export type TraceEvent = z.infer<typeof TraceEvent>;

const Version = z.union([z.string().regex(/^\d{1,4}(?:\.\d{1,6}){0,3}(?:-[a-z]{1,8}(?:\.\d{1,4})?)?$/), Shape]);

/** What a record says before its events. */
export const TraceHead = z.strictObject({
  /** Epoch ms. */
  startedAt: z.int(),
  program: z.strictObject({ taxpass: Version, electron: Version, chromium: Version, node: Version }),
  system: z.strictObject({
    platform: z.enum(['linux', 'win32', 'darwin', 'other']),
    release: Version,
    processor: z.enum(['x64', 'arm64', 'ia32', 'other']),
  }),
  profile: z.string().regex(/^[a-z-]{1,30}$/),
  environment: z.enum(['test', 'production']),
  /** Another server stands in for the authority: it has a CA of its own. */
  isStandIn: z.boolean(),
  /** The authority's hosts, as the profile lists them. */
  hosts: z.array(z.string().regex(/^[a-z0-9.:[\]-]{1,100}$/)).max(20),
  route: z.union([Route, z.literal('refresh')]),
  arrival: Arrival.nullable(),
  redirectUri: z
    .strictObject({
      scheme: z.enum(['https', 'http', 'own']),
      host: z.enum(['localhost', '127.0.0.1', '[::1]', 'oauth.pstmn.io', 'another', 'none']),
      port: z.int().nullable(),
    })
    .nullable(),
  isResumed: z.boolean(),
  clientId: Shape,
  scopesAsked: z.array(Scope).max(30),
  certificate: CertificateFact.nullable(),
});
export type TraceHead = z.infer<typeof TraceHead>;
