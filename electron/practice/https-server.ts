import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { constants } from 'node:crypto';
import type { X509Certificate } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import { html, refused } from './answer.ts';
import type { Answer } from './answer.ts';
import { fingerprintOf } from './certificate.ts';
import type { KeyAndCertificate } from './certificate.ts';
import { parseForm } from './form-fields.ts';
import type { RequestLog } from './request-log.ts';

/** A request as a practice authority sees it. */
export interface PracticeRequest {
  readonly method: string;
  readonly path: string;
  /** Without the question mark; null where the address had none at all. */
  readonly rawQuery: string | null;
  /** Names and values alternating, as sent. */
  readonly rawHeaders: ReadonlyArray<string>;
  /** UTF-8. */
  readonly body: string;
  /** What this connection showed, judged by nobody yet. */
  readonly clientCertificate: X509Certificate | null;
}

/** Gives the answer; a handler that throws answers 500. */
export type Handler = (request: PracticeRequest) => Answer;

/** What a server of one host needs. */
export interface HttpsServerOptions {
  readonly authority: string;
  readonly environment: string;
  /** The name the certificate is for, and the only one that the Host header may name. */
  readonly host: string;
  readonly identity: KeyAndCertificate;
  /** Asks for a client certificate, naming these CAs (none: any), and leaves it to the handler to judge what came. */
  readonly asksForCertificateOf?: ReadonlyArray<string>;
  readonly handle: Handler;
  readonly log: RequestLog;
  /** Epoch ms. */
  readonly now: () => number;
}

/** A server that is up. */
export interface RunningServer {
  /** `https://HOST:PORT` */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const bodyLimit = 256 * 1024;

/** An HTTPS server on 127.0.0.1 and a port of the OS's choice, which logs every request before it answers. */
export async function startHttpsServer(options: HttpsServerOptions): Promise<RunningServer> {
  let port = 0;
  /** The TCP connections by their remote port: a TLS socket does not let its own be reset. */
  const connections = new Map<number, Socket>();
  const server = createServer(
    {
      key: options.identity.keyPem,
      cert: options.identity.certPem,
      minVersion: 'TLSv1.2',
      // Without resumption each connection shows its certificate anew, so the log is exact.
      secureOptions: constants.SSL_OP_NO_TICKET,
      ...(options.asksForCertificateOf === undefined
        ? {}
        : { requestCert: true, rejectUnauthorized: false, ca: [...options.asksForCertificateOf] }),
    },
    (incoming, response) => {
      readBody(incoming).then(
        (body) =>
          serve(options, port, incoming, body, response, () => {
            connections.get(incoming.socket.remotePort ?? 0)?.resetAndDestroy();
          }),
        () => incoming.destroy(),
      );
    },
  );
  server.on('connection', (connection: Socket) => {
    const { remotePort = 0 } = connection;
    connections.set(remotePort, connection);
    connection.once('close', () => connections.delete(remotePort));
  });
  // A client that does not trust the certificate ends the handshake; that is its right and no fault here.
  server.on('tlsClientError', () => undefined);
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
  return {
    origin: `https://${options.host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The value of a header that was sent exactly once, else undefined. */
export function headerOnce(request: PracticeRequest, name: string): string | undefined {
  const values = headerValues(request.rawHeaders, name);
  return values.length === 1 ? values[0] : undefined;
}

/** All values of a header, in the order sent. */
export function headerValues(rawHeaders: ReadonlyArray<string>, name: string): ReadonlyArray<string> {
  return rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name.toLowerCase(),
  );
}

function serve(
  options: HttpsServerOptions,
  port: number,
  incoming: IncomingMessage,
  body: string,
  response: ServerResponse,
  resetConnection: () => void,
): void {
  const target = incoming.url ?? '/';
  const at = target.indexOf('?');
  const socket = incoming.socket instanceof TLSSocket ? incoming.socket : null;
  const clientCertificate = socket?.getPeerX509Certificate() ?? null;
  const request: PracticeRequest = {
    method: incoming.method ?? '',
    path: at < 0 ? target : target.slice(0, at),
    rawQuery: at < 0 ? null : target.slice(at + 1),
    rawHeaders: incoming.rawHeaders,
    body,
    clientCertificate,
  };
  const hosts = headerValues(incoming.rawHeaders, 'host');
  const answer = answerFor(options, `${options.host}:${port}`, hosts, request);
  options.log.add({
    time: new Date(options.now()).toISOString(),
    authority: answer.authority ?? options.authority,
    environment: options.environment,
    endpoint: answer.endpoint,
    method: request.method,
    host: hosts[0] ?? null,
    path: request.path,
    rawQuery: request.rawQuery ?? '',
    query: parseForm(request.rawQuery ?? ''),
    rawHeaders: incoming.rawHeaders,
    body,
    clientCertificate: clientCertificate === null ? null : fingerprintOf(clientCertificate),
    tlsVersion: socket?.getProtocol() ?? null,
    outcome: { status: answer.status, error: answer.error, reason: answer.reason },
  });
  const give = () => deliver(answer, response, resetConnection);
  if (answer.delayMs === undefined) give();
  else setTimeout(give, answer.delayMs).unref();
}

function deliver(answer: Answer, response: ServerResponse, resetConnection: () => void): void {
  const { status, headers, body, resetAfterBytes } = answer;
  if (resetAfterBytes === -1) resetConnection();
  if (status === null) return;
  response.statusCode = status;
  for (const [name, value] of headers) response.appendHeader(name, value);
  if (resetAfterBytes === undefined) {
    response.end(body);
    return;
  }
  const bytes = Buffer.from(body);
  response.setHeader('Content-Length', bytes.length);
  response.flushHeaders();
  response.write(bytes.subarray(0, resetAfterBytes), resetConnection);
}

function answerFor(
  options: HttpsServerOptions,
  ownHost: string,
  hosts: ReadonlyArray<string>,
  request: PracticeRequest,
): Answer {
  if (hosts.length !== 1 || hosts[0]?.toLowerCase() !== ownHost) {
    return refused(html('unknown', 421, 'Misdirected Request', 'This host is not here.'), null, 'wrong Host header');
  }
  try {
    return options.handle(request);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    return refused(html('unknown', 500, 'Error', 'Internal error.'), null, `fault in the practice authority: ${name}`);
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > bodyLimit) throw new Error('body too long');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
