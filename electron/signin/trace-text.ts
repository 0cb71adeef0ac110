import type {
  CertificateFact,
  CookieWord,
  FailureFact,
  HostFact,
  PlaceFact,
  Shape,
  TraceEvent,
  TraceHead,
  Word,
} from './trace-events.ts';

/**
 * The record as plain text, for whoever is to help. It is English whatever the window speaks, as those who read it may
 * speak another language than who sends it.
 * @param leftOut how many events are not in it
 */
export function traceText(head: TraceHead, events: readonly TraceEvent[], leftOut: number): string {
  const lines = [
    'Taxpass: record of one sign-in',
    'Without secrets, tokens, codes, names of people and values of fields. <…> stands for a text that is left out.',
    '',
    ...headLines(head).map(([name, text]) => `${name.padEnd(14)}${text}`),
    '',
    ...events.flatMap((event) => {
      const [first = '', ...more] = eventLines(event, head);
      return [`${`+${event.at}`.padStart(8)} ms  ${first}`, ...more.map((line) => `${' '.repeat(13)}${line}`)];
    }),
    ...(leftOut === 0 ? [] : ['', `${leftOut} further events are left out.`]),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function headLines(head: TraceHead): Array<readonly [string, string]> {
  const { program, system, redirectUri, certificate, scopesAsked, arrival } = head;
  const port = redirectUri?.port == null ? 'without a port' : `port ${redirectUri.port}`;
  return [
    ['Taxpass', word(program.taxpass)],
    ['Runtime', `Electron ${word(program.electron)}, Chromium ${word(program.chromium)}, Node ${word(program.node)}`],
    ['System', `${system.platform} ${word(system.release)}, ${system.processor}`],
    ['Profile', `${head.profile}, ${head.environment}${head.isStandIn ? ', at a stand-in with a CA of its own' : ''}`],
    ['Hosts', head.hosts.join(', ')],
    [
      'Way',
      `${head.route}${arrival === null ? '' : `, callback ${arrival}`}${head.isResumed ? ', taken up after a restart' : ''}`,
    ],
    ['Redirect URI', redirectUri === null ? 'none' : uri(redirectUri.scheme, redirectUri.host, port)],
    ['Client id', shape(head.clientId)],
    ['Scopes asked', list(scopesAsked)],
    ['Certificate', certificate === null ? 'none known before' : certificateWords(certificate)],
    ['Started', new Date(head.startedAt).toISOString()],
  ];
}

function uri(scheme: string, host: string, port: string): string {
  if (scheme === 'own') return 'a scheme of a program';
  return `${scheme}, ${host === 'another' ? 'another host' : host}, ${port}`;
}

function eventLines(event: TraceEvent, head: TraceHead): string[] {
  const host = (fact: HostFact): string => hostWords(fact, head);
  const place = (fact: PlaceFact): string => placeWords(fact, head);
  const failure = (fact: FailureFact): string => failureWords(fact, head);
  switch (event.kind) {
    case 'sent':
      return [
        `${event.method} ${place(event.place)}`,
        `headers: ${list(event.headers)}`,
        ...(event.fields.length === 0 ? [] : [`fields: ${list(event.fields)}`]),
      ];
    case 'answered':
      return answerLines(event, place);
    case 'connected':
      return [
        `TLS with ${host(event.host)}: ${word(event.version)}, ${word(event.cipher)}, ${wayWords[event.way]}, ${certificateStates[event.clientCertificate]}`,
      ];
    case 'renegotiated':
      return [`${host(event.host)} began the handshake anew, mid-connection (renegotiation)`];
    case 'failed':
      return [`connection to ${host(event.host)} failed: ${failure(event.failure)}`];
    case 'not-loaded':
      // It is we who block: a callback on its way, or an address that the sign-in may not go to.
      return event.detail === 'ERR_BLOCKED_BY_CLIENT'
        ? [`stopped by Taxpass: ${place(event.place)}`]
        : [`not loaded: ${place(event.place)}: ${word(event.detail)}`];
    case 'certificate-asked':
      return [`${host(event.host)} asked for a certificate; ${event.offered} to choose from`];
    case 'certificate-chosen':
      return [
        event.certificate === null ? 'no certificate was chosen' : `chosen: ${certificateWords(event.certificate)}`,
      ];
    case 'pin-asked':
      return [`the device asked for its PIN; ${event.wrong} wrong before`];
    case 'browser-opened':
      return [`the system browser was sent to ${event.isOwnPage ? 'a first page of our own' : 'the authority'}`];
    case 'listener-heard':
      return [
        `an address came to the listener; ${event.isTaken ? 'it was the callback' : 'not the callback of this sign-in'}`,
      ];
    case 'pasted':
      return [`an address was pasted; ${event.failure === null ? 'it was the callback' : failure(event.failure)}`];
    case 'returned':
      return [
        `callback with ${list(event.parameters)}; state ${event.state}; code ${event.code === null ? 'none' : shape(event.code)}`,
        ...(event.error === null ? [] : [`error ${word(event.error)}`]),
        ...(event.description === null ? [] : [`“${event.description}”`]),
      ];
    case 'tokens': {
      const { accessToken, refreshToken, scopesGiven } = event;
      return [
        `access token ${shape(accessToken.shape)}, lives ${seconds(accessToken.livesSeconds)}`,
        refreshToken === null
          ? 'no refresh token'
          : `refresh token ${shape(refreshToken.shape)}, ${refreshToken.livesSeconds === null ? 'does not say how long it lives' : `lives ${seconds(refreshToken.livesSeconds)}`}, ${refreshToken.isSameAsSent ? 'the same as was sent' : 'new'}`,
        `scopes given: ${scopesGiven === null ? 'not said' : list(scopesGiven)}`,
      ];
    }
    case 'ended':
      return [event.failure === null ? 'done' : `ended: ${failure(event.failure)}`];
  }
}

type Answered = Extract<TraceEvent, { kind: 'answered' }>;

function answerLines(answer: Answered, place: (fact: PlaceFact) => string): string[] {
  const { mediaType, charset, contentLength, date, server, authenticate, location, cookies, bytes } = answer;
  const type =
    mediaType === null ? 'none' : `${word(mediaType)}${charset === null ? '' : `; charset ${word(charset)}`}`;
  return [
    `${answer.status} ${answer.method === null ? 'from' : `to ${answer.method}`} ${place(answer.place)}`,
    `headers: ${list(answer.headers)}`,
    `content-type: ${type}${contentLength === null ? '' : `; content-length: ${contentLength}`}${bytes === null ? '' : `; ${bytes} bytes`}`,
    ...(date === null ? [] : [`date: ${new Date(date).toISOString()}`]),
    ...(server === null ? [] : [`server: ${word(server)}`]),
    ...(authenticate.length === 0 ? [] : [`www-authenticate: ${list(authenticate)}`]),
    ...(location === null ? [] : [`location: ${place(location)}`]),
    ...(cookies.length === 0 ? [] : [`sets cookies: ${cookies.map(cookieWords).join(', ')}`]),
  ];
}

const wayWords = {
  direct: 'directly',
  http: 'by an http proxy',
  https: 'by an https proxy',
  socks5: 'by a SOCKS5 proxy',
} as const;

const certificateStates = {
  none: 'no client certificate at hand',
  shown: 'client certificate asked for and shown',
  'not-asked': 'client certificate not asked for in the handshake',
  unknown: 'whether the client certificate was shown cannot be told',
} as const;

function hostWords(fact: HostFact, { hosts }: TraceHead): string {
  switch (fact.of) {
    case 'authority':
      return hosts[fact.index] ?? 'the authority';
    case 'redirect-uri':
      return '(the redirect URI)';
    case 'loopback':
      return '(this computer)';
    case 'another':
      return `(another host ${fact.number})`;
    case 'none':
      return '(no host)';
  }
}

function placeWords({ scheme, host, path, parameters }: PlaceFact, head: TraceHead): string {
  const prefix = scheme === 'https' ? '' : scheme === 'http' ? 'http://' : '(another scheme)';
  const address = `${prefix}${hostWords(host, head)}${path.map((part) => `/${word(part)}`).join('')}`;
  return parameters.length === 0 ? address : `${address} ?${parameters.map(word).join(' &')}`;
}

function failureWords(fact: FailureFact, head: TraceHead): string {
  const { host, stage, word: one, detail, numbers, error, description, explanation } = fact;
  const parts = [
    fact.code,
    ...(host === undefined ? [] : [hostWords(host, head)]),
    ...(stage === undefined ? [] : [`stage ${stage}`]),
    ...(one === undefined ? [] : [one]),
    ...(detail === undefined ? [] : [detail]),
    ...numbers.map(([name, value]) => `${name} ${value}`),
    ...(error === undefined ? [] : [`error ${word(error)}`]),
    ...(explanation === undefined ? [] : [`explained as ${explanation}`]),
    ...(description === undefined ? [] : [`“${description}”`]),
  ];
  return parts.join(', ');
}

function certificateWords({ keyType, issuer }: CertificateFact): string {
  return `${keyType}, issued by ${issuer === 'itself' ? 'itself' : `“${issuer}”`}`;
}

function cookieWords(cookie: CookieWord): string {
  return typeof cookie === 'object' && 'beginning' in cookie
    ? `${cookie.beginning}${shape(cookie.rest)}`
    : word(cookie);
}

function list(words: readonly Word[]): string {
  return words.length === 0 ? 'none' : words.map(word).join(', ');
}

function word(text: Word): string {
  return typeof text === 'string' ? text : shape(text);
}

function shape({ length, kind }: Shape): string {
  return kind === 'empty' ? '<empty>' : `<${length} characters: ${kind}>`;
}

function seconds(count: number | null): string {
  return count === null ? 'an unknown time' : `${count} s`;
}
