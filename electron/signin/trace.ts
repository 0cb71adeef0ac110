import { release } from 'node:os';
import type { Environment, Profile } from '../authorities/schema.ts';
import { FailureError, type Failure } from '../contract/failure.ts';
import type { Arrival, Route } from '../contract/route.ts';
import type { ConnectionFacts } from '../network/connection-watch.ts';
import type { TokenAnswer } from '../tokens/token-answer.ts';
import { readCallback } from './callback.ts';
import { TraceEvent, TraceHead, type CertificateFact, type Word } from './trace-events.ts';
import {
  cookieNames,
  errorWord,
  failureFact,
  headerNames,
  parameterNames,
  placesOf,
  shapeOf,
  tidyWords,
  wordIn,
  type Hidden,
  type Places,
} from './trace-facts.ts';
import { traceText } from './trace-text.ts';
import { charsets, mediaTypes, methods, schemeWords, scopeWords, serverWords } from './trace-words.ts';

type Headers = ReadonlyArray<readonly [name: string, value: string]>;

/** Something that happened in a sign-in, as it was: secrets and all. What of it is kept says `trace-events.ts`. */
export type Happening =
  | {
      readonly kind: 'sent';
      readonly method: string;
      readonly url: URL;
      readonly headerNames: readonly string[];
      /** A form. */
      readonly body: string | undefined;
    }
  | {
      readonly kind: 'answered';
      /** Where the request was not told of by itself. */
      readonly method?: string;
      readonly url: URL;
      readonly status: number;
      readonly headers: Headers;
      /** Length of its body; null where it is not known yet. */
      readonly bytes: number | null;
    }
  | { readonly kind: 'connected'; readonly host: string; readonly facts: ConnectionFacts }
  | { readonly kind: 'renegotiated'; readonly host: string }
  | { readonly kind: 'failed'; readonly host: string; readonly error: unknown }
  /** A browser's own word for why it loaded nothing. */
  | { readonly kind: 'not-loaded'; readonly url: URL; readonly detail: string }
  | { readonly kind: 'certificate-asked'; readonly host: string; readonly offered: readonly string[] }
  | { readonly kind: 'certificate-chosen'; readonly certPem: string | null }
  /** `wrong`: how many were wrong before. */
  | { readonly kind: 'pin-asked'; readonly wrong: number }
  | { readonly kind: 'browser-opened'; readonly isOwnPage: boolean }
  /** An address came to the loopback listener; `isTaken`: it was this sign-in's callback. */
  | { readonly kind: 'listener-heard'; readonly isTaken: boolean }
  /** An address was pasted; `failure` says why it was not taken. */
  | { readonly kind: 'pasted'; readonly failure: Failure | null }
  | { readonly kind: 'returned'; readonly callback: URL }
  | { readonly kind: 'tokens'; readonly answer: TokenAnswer; readonly refreshTokenSent: string | null }
  /** `error` is null where the tokens were stored. */
  | { readonly kind: 'ended'; readonly error: unknown };

/** The record of one sign-in, or of one renewal by refresh token. */
export type Trace = {
  note(happening: Happening): void;
  /** For people who never saw the sign-in: plain text, one line an event. */
  text(): string;
};

/** A client certificate as it is read for a record. */
export type ReadCertificate = {
  readonly keyType: string;
  /** The issuer's common name; null where it issued itself. */
  readonly issuer: string | null;
  /** Whatever names its holder: never told, whoever writes it. */
  readonly holderWords: readonly string[];
};

/** What is known of a sign-in before it begins. */
export type TraceAbout = {
  readonly profile: Profile;
  readonly environment: Environment;
  readonly route: Route | 'refresh';
  readonly arrival: Arrival | null;
  /** Null where the request has none. */
  readonly redirectUri: string | null;
  readonly arrivalUri: string | null;
  /** The state that was sent; null where none was. */
  readonly state: string | null;
  readonly isResumed: boolean;
  readonly clientId: string;
  readonly scopes: readonly string[];
  /** PEM of the certificate that may be shown; null where none is known before. */
  readonly certPem: string | null;
  /** Whatever must not be told should an authority write it: keys, tokens, names, numbers. */
  readonly secrets: readonly string[];
  /** Null where it cannot be read. */
  readonly readCertificate: (certPem: string) => ReadCertificate | null;
  readonly maskPersonalNumbers: (text: string) => string;
  /** The version of this program. */
  readonly version: string;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
};

/** More events than any sign-in has that is worth reading. */
const MOST_EVENTS = 400;

/** Begins a record. Nothing but facts of `trace-events.ts` is ever in it: what is no such fact is left out. */
export function createTrace(about: TraceAbout): Trace {
  try {
    return recordOf(about);
  } catch {
    // That it cannot be told must not end the sign-in.
    return { note: () => undefined, text: () => NOT_TOLD };
  }
}

const NOT_TOLD =
  'This sign-in could not be recorded: something that was known before it began is not of a known form.\n';

function recordOf(about: TraceAbout): Trace {
  const { environment, redirectUri, arrivalUri, now } = about;
  const places = placesOf(
    environment,
    [redirectUri, arrivalUri].filter((uri) => uri !== null),
  );
  const startedAt = now();
  // The wall clock may be set meanwhile.
  const beganAt = performance.now();
  let secrets = [
    ...about.secrets,
    about.clientId,
    ...(about.state === null ? [] : [about.state]),
    ...holderWords(about, [about.certPem]),
  ];
  const head = headOf(about, places, startedAt, { ...about, secrets });
  const events: TraceEvent[] = [];
  let leftOut = 0;
  let isEnded = false;

  function add(happening: Happening): void {
    secrets = [...secrets, ...secretsIn(about, happening)];
    const fact = factOf(happening, { about, places, hidden: { ...about, secrets } });
    const event = TraceEvent.parse({ at: Math.round(performance.now() - beganAt), ...fact });
    if (events.length < MOST_EVENTS || event.kind === 'ended') events.push(event);
    else leftOut += 1;
  }

  return {
    note(happening) {
      if (isEnded) return;
      isEnded = happening.kind === 'ended';
      try {
        add(happening);
      } catch {
        // That it cannot be told must not end the sign-in.
        leftOut += 1;
      }
      // From here on nothing is told any more, and nothing secret has to be known.
      if (isEnded) secrets = [];
    },
    text: () => traceText(head, events, leftOut),
  };
}

function headOf(about: TraceAbout, places: Places, startedAt: number, hidden: Hidden): TraceHead {
  const { profile, environment, route, arrival, redirectUri, isResumed, clientId, scopes, certPem, version } = about;
  const { electron, chrome, node } = process.versions;
  return TraceHead.parse({
    startedAt,
    program: {
      taxpass: versionOf(version),
      electron: versionOf(electron),
      chromium: versionOf(chrome),
      node: versionOf(node),
    },
    system: {
      platform: ['linux', 'win32', 'darwin'].includes(process.platform) ? process.platform : 'other',
      // Somebody's own build of a kernel may bear a name.
      release: versionOf(/^\d+(?:\.\d+){0,2}/.exec(release())?.[0] ?? ''),
      processor: ['x64', 'arm64', 'ia32'].includes(process.arch) ? process.arch : 'other',
    },
    profile: profile.id,
    environment: environment.name,
    isStandIn: environment.trustedCa !== null,
    hosts: [...places.hosts],
    route,
    arrival,
    redirectUri: redirectUri === null ? null : uriFact(redirectUri),
    isResumed,
    clientId: shapeOf(clientId),
    scopesAsked: scopes.slice(0, 30).map((scope) => wordIn(scopeWords, scope)),
    certificate: certificateFact(about, certPem, hidden),
  });
}

function certificateFact(about: TraceAbout, certPem: string | null, hidden: Hidden): CertificateFact | null {
  const read = certPem === null ? null : about.readCertificate(certPem);
  // Of the holder's own name as the issuer's nothing is left then.
  return read && { keyType: read.keyType, issuer: read.issuer === null ? 'itself' : tidyWords(read.issuer, hidden) };
}

function holderWords(about: TraceAbout, certPems: ReadonlyArray<string | null>): string[] {
  return certPems.flatMap((certPem) => (certPem === null ? [] : (about.readCertificate(certPem)?.holderWords ?? [])));
}

/** Outside Electron there is no version of it. */
function versionOf(text = ''): Word {
  return /^\d{1,4}(?:\.\d{1,6}){0,3}(?:-[a-z]{1,8}(?:\.\d{1,4})?)?$/.test(text) ? text : shapeOf(text);
}

function uriFact(uri: string): TraceHead['redirectUri'] {
  if (!URL.canParse(uri)) return null;
  const { protocol, hostname, port } = new URL(uri);
  const scheme = protocol === 'https:' ? 'https' : protocol === 'http:' ? 'http' : 'own';
  const known = (['localhost', '127.0.0.1', '[::1]', 'oauth.pstmn.io'] as const).find((one) => one === hostname);
  const host = scheme === 'own' ? 'none' : (known ?? 'another');
  return { scheme, host, port: port === '' ? null : Number(port) };
}

/** What a happening teaches that no later one may tell. */
function secretsIn(about: TraceAbout, happening: Happening): string[] {
  switch (happening.kind) {
    case 'returned': {
      const { searchParams } = happening.callback;
      return [...searchParams].flatMap(([name, value]) => (name.startsWith('error') ? [] : [value]));
    }
    case 'tokens': {
      const { accessToken, refreshToken } = happening.answer;
      return [accessToken, ...(refreshToken === null ? [] : [refreshToken.value])];
    }
    case 'certificate-asked':
      return holderWords(about, happening.offered);
    case 'certificate-chosen':
      return holderWords(about, [happening.certPem]);
    default:
      return [];
  }
}

type Known = { readonly about: TraceAbout; readonly places: Places; readonly hidden: Hidden };
type Fact<Kind extends TraceEvent['kind']> = Omit<Extract<TraceEvent, { kind: Kind }>, 'at'>;
type AnyFact = { [Kind in TraceEvent['kind']]: Fact<Kind> }[TraceEvent['kind']];

function factOf(happening: Happening, known: Known): AnyFact {
  const { places, hidden } = known;
  switch (happening.kind) {
    case 'sent': {
      const { method, url, body } = happening;
      return {
        kind: 'sent',
        method: methodOf(method),
        place: places.place(url),
        headers: headerNames(happening.headerNames),
        fields: body === undefined ? [] : parameterNames(new URLSearchParams(body)),
      };
    }
    case 'answered':
      return answerFact(happening, places);
    case 'connected': {
      const { version, cipher, ...facts } = happening.facts;
      const [knownVersion, knownCipher] = [
        /^TLSv1(?:\.[0-9])?$/,
        /^(?:TLS_|ECDHE-|DHE-|AES|CHACHA20|DES-)[A-Z0-9_-]{0,50}$/,
      ];
      return {
        kind: 'connected',
        host: places.host(happening.host),
        ...facts,
        version: knownVersion.test(version) ? version : shapeOf(version),
        cipher: knownCipher.test(cipher) ? cipher : shapeOf(cipher),
      };
    }
    case 'renegotiated':
      return { kind: 'renegotiated', host: places.host(happening.host) };
    case 'failed': {
      const failure = failureFact(failureOf(happening.error), places, hidden);
      return { kind: 'failed', host: places.host(happening.host), failure };
    }
    case 'not-loaded': {
      const { url, detail } = happening;
      return { kind: 'not-loaded', place: places.place(url), detail: detailOf(detail) };
    }
    case 'certificate-asked': {
      const { host, offered } = happening;
      return {
        kind: 'certificate-asked',
        host: places.host(host),
        offered: offered.length,
      };
    }
    case 'certificate-chosen': {
      const { certPem } = happening;
      const certificate = certificateFact(known.about, certPem, hidden);
      return { kind: 'certificate-chosen', certificate };
    }
    case 'pin-asked':
    case 'browser-opened':
    case 'listener-heard':
      return happening;
    case 'pasted': {
      const failure = happening.failure && failureFact(happening.failure, places, hidden);
      return { kind: 'pasted', failure };
    }
    case 'returned':
      return returnFact(happening.callback, known);
    case 'tokens':
      return tokensFact(happening);
    case 'ended': {
      const { error } = happening;
      const failure = error === null ? null : failureFact(failureOf(error), places, hidden);
      return { kind: 'ended', failure };
    }
  }
}

function answerFact(answer: Extract<Happening, { kind: 'answered' }>, places: Places): Fact<'answered'> {
  const { method, url, status, headers, bytes } = answer;
  const values = (wanted: string): string[] =>
    headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
  const first = (wanted: string): string | null => values(wanted)[0] ?? null;
  const contentType = first('content-type');
  const charset = /charset\s{0,8}=\s{0,8}"?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]?.toLowerCase();
  const location = first('location');
  const length = first('content-length') ?? '';
  const date = Date.parse(first('date') ?? '');
  const server = first('server');
  return {
    kind: 'answered',
    method: method === undefined ? null : methodOf(method),
    place: places.place(url),
    status,
    headers: headerNames(headers.map(([name]) => name)),
    mediaType:
      contentType === null ? null : wordIn(mediaTypes, (contentType.split(';', 1)[0] ?? '').trim().toLowerCase()),
    charset: charset === undefined ? null : wordIn(charsets, charset),
    contentLength: /^\d{1,12}$/.test(length) ? Number(length) : null,
    date: Number.isNaN(date) ? null : date,
    server: server === null ? null : wordIn(serverWords, (server.split(/[/\s(]/, 1)[0] ?? '').toLowerCase()),
    authenticate: values('www-authenticate')
      .slice(0, 5)
      .map((value) => wordIn(schemeWords, (value.trim().split(/[\s,=]/, 1)[0] ?? '').toLowerCase())),
    location: location !== null && URL.canParse(location, url.href) ? places.place(new URL(location, url.href)) : null,
    cookies: cookieNames(values('set-cookie')),
    bytes,
  };
}

function returnFact(callback: URL, { about, hidden }: Known): Fact<'returned'> {
  const given = callback.searchParams.get('state');
  const read = readCallback(callback);
  const code = callback.searchParams.get('code');
  const isError = read.kind === 'error';
  return {
    kind: 'returned',
    parameters: parameterNames(callback.searchParams),
    state: about.state === null ? 'none-sent' : given === null ? 'missing' : given === about.state ? 'right' : 'wrong',
    code: code === null ? null : shapeOf(code),
    error: isError ? errorWord(read.error) : null,
    description: isError && read.description !== '' ? tidyWords(read.description, hidden) : null,
  };
}

function tokensFact({ answer, refreshTokenSent }: Extract<Happening, { kind: 'tokens' }>): Fact<'tokens'> {
  const { accessToken, refreshToken, obtainedAt, expiresAt, scopeGiven } = answer;
  const lives = (until: number | null): number | null => until && Math.round((until - obtainedAt) / 1000);
  return {
    kind: 'tokens',
    accessToken: { shape: shapeOf(accessToken), livesSeconds: lives(expiresAt) },
    refreshToken: refreshToken && {
      shape: shapeOf(refreshToken.value),
      livesSeconds: lives(refreshToken.expiresAt),
      isSameAsSent: refreshToken.value === refreshTokenSent,
    },
    scopesGiven: scopeGiven && scopeGiven.slice(0, 30).map((scope) => wordIn(scopeWords, scope)),
  };
}

function methodOf(method: string): (typeof methods)[number] {
  return methods.find((one) => one === method) ?? 'another';
}

function detailOf(detail: string): Fact<'not-loaded'>['detail'] {
  const plain = detail.replace(/^net::/, '');
  return /^ERR_[A-Z0-9_]{1,60}$/.test(plain) ? plain : shapeOf(plain);
}

/** What was thrown, as a failure; of a fault of ours nothing is told. */
function failureOf(error: unknown): Failure {
  return error instanceof FailureError ? error.failure : { code: 'unexpected', reference: '' };
}
