import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { ClientCertificate } from '../../electron/network/client-certificate.ts';
import { makeTestCa, startTestServer, type SeenRequest } from '../fixtures/test-servers.ts';

/** An authority that answers with whatever a test wants, as badly as it can. */
export type RudeAuthority = {
  readonly caPem: string;
  readonly clientCertificate: ClientCertificate;
  /** Where a sign-in starts; the only origin that gets the certificate. */
  readonly login: string;
  /** All origins that a profile would list. */
  readonly signInOrigins: readonly string[];
  /** Fingerprints of the client certificates that were shown to any other server than `login`. */
  readonly shownElsewhere: string[];
  /** Requests that came to where none may come: over plain http, and to a host that no profile lists. */
  readonly strayRequests: string[];
  close(): Promise<void>;
};

/** One way to be rude: where the sign-in starts, and by which codes of `Failure` it ends. */
export type RudeKind = {
  readonly name: string;
  readonly start: (rude: RudeAuthority) => string;
  /** Of the direct route; the first is the usual one. */
  readonly codes: readonly string[];
  /** Of the sign-in window where they are others; null where the kind has no meaning there. */
  readonly windowCodes?: readonly string[] | null;
  /** By then it has ended, ms. */
  readonly withinMs: number;
};

/** A fatal alert, certificate_required (RFC 8446, section 6.2), as it stands on the wire. */
const CERTIFICATE_REQUIRED = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x74]);

/** Where the callback of every kind would come home. */
export const RUDE_ARRIVAL = 'https://localhost/test';

const QUICK_MS = 10_000;
const HANDSHAKE_MS = 20_000;
/** The longest a single answer or page is waited for, and some more for a busy computer. */
const ANSWER_MS = 50_000;

const path =
  (name: string) =>
  ({ login }: RudeAuthority): string =>
    `${login}/${name}`;
const kind = (name: string, codes: readonly string[], more: Partial<RudeKind> = {}): RudeKind => ({
  name,
  start: path(name),
  codes,
  withinMs: QUICK_MS,
  ...more,
});
const untrusted = ['authority-certificate-untrusted', 'authority-certificate-incomplete', 'connection-inspected'];
const malformed = { windowCodes: null };

export const rudeKinds: readonly RudeKind[] = [
  kind('21-redirects', ['signin-too-many-redirects']),
  kind('loop', ['signin-too-many-redirects']),
  // It says what it wants in its own page, as most do, or by TLS, as some do.
  kind('other-host-asks-for-certificate', ['signin-ended-elsewhere']),
  kind('other-host-insists-on-certificate', ['signin-certificate-withheld']),
  kind('strange-host-asks-for-certificate', untrusted, { windowCodes: ['signin-origin-refused'] }),
  kind('to-http', ['signin-insecure-redirect']),
  kind('to-file', ['signin-insecure-redirect']),
  kind('to-javascript', ['signin-insecure-redirect']),
  kind('to-taxpass-other-state', ['signin-insecure-redirect']),
  kind('redirect-without-location', ['signin-redirect-nowhere'], {
    // ANAF's profile has an explanation of its own for it.
    windowCodes: ['signin-redirect-nowhere', 'signin-ended-elsewhere'],
  }),
  kind('redirect-to-nonsense', ['signin-redirect-nowhere']),
  kind('html-error-with-200', ['signin-ended-elsewhere'], malformed),
  kind('json-error', ['authority-refused']),
  kind('huge-headers', ['answer-too-large']),
  kind('endless-body', ['answer-too-large', 'authority-unreachable'], { withinMs: ANSWER_MS, ...malformed }),
  kind('dripping-body', ['authority-unreachable'], { withinMs: ANSWER_MS }),
  kind('packed-endless-body', ['answer-too-large'], malformed),
  kind('stalled-answer', ['authority-unreachable'], { withinMs: ANSWER_MS }),
  kind('stalled-handshake', ['authority-unreachable'], { withinMs: HANDSHAKE_MS }),
  kind('wrong-host-certificate', ['authority-certificate-wrong-host']),
  kind('no-tls', ['authority-unreachable']),
  kind('not-http', ['authority-unreachable']),
  kind('hangs-up', ['authority-unreachable']),
  kind('form-to-strange-host', ['signin-origin-refused']),
  kind('other-state', ['callback-state-wrong'], malformed),
  kind('no-state', ['callback-state-missing'], malformed),
  kind('two-codes', ['callback-malformed'], malformed),
  kind('code-and-error', ['callback-malformed'], malformed),
];

type Answer = (request: SeenRequest, response: ServerResponse) => void;

export async function startRudeAuthority(): Promise<RudeAuthority> {
  const ca = await makeTestCa();
  const strangeCa = await makeTestCa();
  const shownElsewhere: string[] = [];
  const strayRequests: string[] = [];
  const answers = new Map<string, Answer>();
  const noted = (request: SeenRequest): void => {
    if (request.clientFingerprint !== null) shownElsewhere.push(request.clientFingerprint);
  };

  const server = await startTestServer({ ...(await ca.server(['login.localhost'])), ca: ca.pem }, (request, response) =>
    (answers.get(pathOf(request)) ?? refuse)(request, response),
  );
  const gate = await startTestServer({ ...(await ca.server(['gate.localhost'])), ca: ca.pem }, (request, response) => {
    noted(request);
    response.writeHead(403, { 'Content-Type': 'text/html' }).end('<h1>No certificate</h1>');
  });
  const insisting = await startTcp((socket) => {
    // Node's own server only hangs up where it misses a certificate. This is the alert of those that say so.
    socket.once('data', () => socket.end(CERTIFICATE_REQUIRED));
  });
  const strange = await startTestServer(
    { ...(await strangeCa.server(['strange.localhost'])), ca: ca.pem },
    (request, response) => {
      noted(request);
      strayRequests.push(request.url);
      response.end('through');
    },
  );
  const wrong = await startTestServer(await ca.server(['another.localhost']), (request, response) => {
    strayRequests.push(request.url);
    response.end('through');
  });
  const stalled = await startTcp(() => undefined);
  const plain = await startTcp((socket) => {
    socket.once('data', (data) => {
      // A TLS handshake begins with 22; anything else is a request that was sent in the open.
      if (data[0] !== 22) strayRequests.push('plain http');
      socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
    });
  });

  const at = (host: string, port: number): string => `https://${host}.localhost:${port}`;
  const login = at('login', server.port);
  const others = [
    at('gate', gate.port),
    at('insisting', insisting.port),
    at('wrong', wrong.port),
    at('stalled', stalled.port),
    at('plain', plain.port),
  ];
  const [toGate = '', toInsisting = '', toWrong = '', toStalled = '', toPlain = ''] = others;
  const toStrange = at('strange', strange.port);

  const to =
    (location: string): Answer =>
    (_request, response) =>
      void response.writeHead(302, { Location: location }).end();
  const home =
    (query: (state: string) => string): Answer =>
    (request, response) =>
      to(`${RUDE_ARRIVAL}?${query(stateOf(request))}`)(request, response);
  const page =
    (status: number, type: string, body: string): Answer =>
    (_request, response) =>
      void response.writeHead(status, { 'Content-Type': type }).end(body);
  const rude: Readonly<Record<string, Answer>> = {
    ...Object.fromEntries(
      Array.from({ length: 21 }, (_, hop) => [`/hop-${hop}`, hop < 20 ? to(`/hop-${hop + 1}`) : refuse]),
    ),
    '/21-redirects': to('/hop-0'),
    '/loop': to('/loop'),
    '/other-host-asks-for-certificate': to(`${toGate}/?code=x`),
    '/other-host-insists-on-certificate': to(`${toInsisting}/?code=x`),
    '/strange-host-asks-for-certificate': to(`${toStrange}/?code=x`),
    '/to-http': to(`http://plain.localhost:${plain.port}/?code=x`),
    '/to-file': to('file:///etc/passwd'),
    '/to-javascript': to('javascript:alert(1)'),
    '/to-taxpass-other-state': to('taxpass://oauth/callback?code=x&state=other'),
    '/redirect-without-location': (_request, response) => void response.writeHead(302).end(),
    '/redirect-to-nonsense': to('https://[nonsense/?code=x'),
    '/html-error-with-200': page(200, 'text/html', '<h1>Eroare</h1><form action="/search"><input name="q"></form>'),
    '/json-error': page(400, 'application/json', JSON.stringify({ error: 'invalid_request' })),
    '/huge-headers': (_request, response) =>
      void response.writeHead(200, { 'X-Huge': 'x'.repeat(300 * 1024) }).end('huge'),
    '/endless-body': (_request, response) => pour(response, Buffer.alloc(256 * 1024, 'x'), 0),
    '/dripping-body': (_request, response) => pour(response, Buffer.from('<p>x</p>'), 200),
    '/packed-endless-body': (_request, response) =>
      void response
        .writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(64 * 1024 * 1024, 'x'))),
    '/stalled-answer': () => undefined,
    '/stalled-handshake': to(`${toStalled}/`),
    '/wrong-host-certificate': to(`${toWrong}/?code=x`),
    '/no-tls': to(`${toPlain}/`),
    '/not-http': (_request, response) => void response.socket?.end('what?\r\n\r\n'),
    '/hangs-up': (_request, response) => void response.socket?.destroy(),
    '/form-to-strange-host': page(
      200,
      'text/html',
      `<form method="post" action="${toStrange}/"><input type="hidden" name="SAMLResponse" value="x"></form><script>document.forms[0].submit()</script>`,
    ),
    '/other-state': home(() => 'code=x&state=other'),
    '/no-state': home(() => 'code=x'),
    '/two-codes': home((state) => `code=x&code=y&state=${state}`),
    '/code-and-error': home((state) => `code=x&error=access_denied&state=${state}`),
    // The one that behaves: without it nothing would show that the others fail for what they do.
    '/good': home((state) => `code=good&state=${state}`),
  };
  for (const [name, answer] of Object.entries(rude)) answers.set(name, answer);

  return {
    caPem: ca.pem,
    clientCertificate: await ca.client('Firma Exemplu'),
    login,
    signInOrigins: [login, ...others],
    shownElsewhere,
    strayRequests,
    async close() {
      await Promise.all([server, gate, insisting, strange, wrong, stalled, plain].map((each) => each.close()));
    },
  };
}

const refuse: Answer = (_request, response) => void response.writeHead(404).end();

function pathOf({ url }: SeenRequest): string {
  return url.split('?')[0] ?? '';
}

function stateOf({ url }: SeenRequest): string {
  return new URL(url, 'https://login.localhost').searchParams.get('state') ?? '';
}

/** Sends `chunk` again and again, with `pauseMs` between two, until the other side has had enough. */
function pour(response: ServerResponse, chunk: Buffer, pauseMs: number): void {
  response.writeHead(200, { 'Content-Type': 'text/html' });
  const more = (): void => {
    if (response.destroyed) return;
    if (response.write(chunk)) setTimeout(more, pauseMs);
    else response.once('drain', () => setTimeout(more, pauseMs));
  };
  more();
}

/** A server below TLS. */
async function startTcp(
  serve: (socket: Socket) => void,
): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    serve(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
