import { setMaxListeners } from 'node:events';
import type { SecureContext } from 'node:tls';
import type undici from 'undici';
import type { Agent, buildConnector } from 'undici';
import { fail, FailureError } from '../contract/failure.ts';
import type { ClientCertificate } from './client-certificate.ts';
import { connectVerified, trustFor, type Trust } from './connect.ts';
import type { ConnectionWatch } from './connection-watch.ts';
import { unlessAborted } from './in-time.ts';
import { networkFailure } from './network-failure.ts';
import { secureContext } from './secure-context.ts';
import { direct, type NetworkWays } from './ways.ts';

export type { ClientCertificate };

export type HttpsRequest = {
  readonly method: string;
  readonly url: URL;
  /** Sent as they stand; HTTP itself adds more ({@link sentHeaderNames}). */
  readonly headers: ReadonlyArray<readonly [string, string]>;
  readonly body?: string | undefined;
  readonly clientCertificate: ClientCertificate | null;
  /** PEM of the only CA that counts for this host; null for the usual roots. */
  readonly trustedCa: string | null;
  readonly signal: AbortSignal;
  /** Hears of the request's connection. */
  readonly watch?: ConnectionWatch;
};

export type HttpsAnswer = {
  readonly status: number;
  /** In the order they came, names in lower case. */
  readonly headers: ReadonlyArray<readonly [string, string]>;
  readonly body: Uint8Array;
  /** Milliseconds from sending to the end of the answer. */
  readonly elapsedMs: number;
};

export type HttpsClient = {
  /** Sends one request, follows nothing. Fails with the network codes of `Failure`, or the signal's reason. */
  send(request: HttpsRequest): Promise<HttpsAnswer>;
  /**
   * Forgets the key of a certificate: no new request uses it. Its connections end at once, or with the last request
   * that is under way on them; that one is not waited for.
   */
  forget(fingerprint: string): Promise<void>;
  close(): Promise<void>;
};

/** The largest answer that is read, bytes. */
export const MAX_ANSWER_BYTES = 20 * 1024 * 1024;

/**
 * The one way main talks to an authority, straight or by the office's proxy. Each client certificate has connections of
 * its own: one company's request can never ride on another's (CVE-2026-56850 is what happens otherwise). TLS is verified,
 * always.
 */
export function createHttpsClient(ways: NetworkWays = direct): HttpsClient {
  const lines = new Map<string, Line>();
  /** Forgotten, with requests still under way. */
  const ending = new Set<Line>();

  function lineFor({ clientCertificate, trustedCa, watch }: HttpsRequest): Line {
    const shared = sharedLine(clientCertificate, trustedCa);
    if (watch === undefined) return shared;
    // One that is watched carries this request alone, so that no other's connection is taken for its.
    const own = lineOf(shared, watch);
    ending.add(own);
    return own;
  }

  function sharedLine(clientCertificate: ClientCertificate | null, trustedCa: string | null): Line {
    const fingerprint = clientCertificate?.fingerprint ?? null;
    const key = JSON.stringify([fingerprint, trustedCa]);
    const trust = trustFor(trustedCa, ways);
    const known = lines.get(key);
    // A root that is trusted no longer takes along the connections it vouched for.
    if (known && (trustedCa !== null || known.trust.roots === trust.roots)) return known;
    if (known) void retire([known]);
    const line = lineOf({ fingerprint, trust, context: secureContext(clientCertificate, trust.roots) });
    lines.set(key, line);
    return line;
  }

  function lineOf({ fingerprint, trust, context }: LineParts, watch?: ConnectionWatch): Line {
    const end = new AbortController();
    // Each connection that is being made listens; how many those are is not bounded here.
    setMaxListeners(0, end.signal);
    const connect: buildConnector.connector = ({ hostname: bracketed, port, host = '' }, callback) => {
      const hostname = bracketed.replace(/^\[|\]$/g, '');
      const target = { hostname, port: port === '' ? 443 : Number(port), host };
      connectVerified(target, context, { ways, trust, signal: end.signal, watch }).then(
        (socket) => {
          line.isConnected = true;
          // Else undici would only say that the other side closed, and the alert that says why would be lost.
          socket.once('error', (error: Error) => socket.destroy(error));
          callback(null, socket);
        },
        (error: unknown) => callback(error instanceof Error ? error : new Error('no connection'), null),
      );
    };
    const agent = newAgent(connect);
    const line: Line = { fingerprint, trust, context, agent, end, underWay: 0, isConnected: false };
    // The next request tries again.
    agent.catch(() => {
      for (const [key, one] of lines) if (one.agent === agent) lines.delete(key);
    });
    return line;
  }

  /** Ends lines nobody finds any more: those with requests under way with the last of them. */
  async function retire(retired: readonly Line[]): Promise<void> {
    for (const line of retired) if (line.underWay > 0) ending.add(line);
    await Promise.all(retired.filter((line) => !ending.has(line)).map(destroy));
  }

  /** Sends on a line of the request's own certificate, which stays open for so long. */
  async function onLine<T>(request: HttpsRequest, use: (agent: Agent) => Promise<T>): Promise<T> {
    const line = lineFor(request);
    line.underWay += 1;
    try {
      // undici hears of a signal only once there is a connection; what it then has not sent it sends no more.
      return await unlessAborted(line.agent.then(use), request.signal);
    } catch (error) {
      const known = networkFailure(request.signal.aborted ? request.signal.reason : error, request.url.host);
      const { failure } = known;
      // Nothing was sent: there was never a connection it could have gone by.
      const isOver = request.signal.aborted || error instanceof UnreadError;
      const isUnsent = failure.code === 'authority-unreachable' && isOver && !line.isConnected;
      throw isUnsent ? new FailureError({ ...failure, cause: 'not-connected' }, error) : known;
    } finally {
      line.underWay -= 1;
      if (line.underWay === 0 && ending.delete(line)) await destroy(line);
    }
  }

  return {
    async send(request) {
      const started = performance.now();
      try {
        request.signal.throwIfAborted();
        return await onLine(request, async (agent) => {
          const answer = await agent.request({
            origin: request.url.origin,
            path: request.url.pathname + request.url.search,
            method: request.method,
            headers: request.headers.flat(),
            body: request.body ?? null,
            signal: request.signal,
            responseHeaders: 'raw',
          });
          const body = await readBody(answer.body, request.url.host);
          return {
            status: answer.statusCode,
            headers: headerPairs(answer.headers),
            body,
            elapsedMs: performance.now() - started,
          };
        });
      } catch (error) {
        throw networkFailure(error, request.url.host);
      }
    },
    async forget(fingerprint) {
      const own = [...lines].filter(([, line]) => line.fingerprint === fingerprint);
      for (const [key] of own) lines.delete(key);
      await retire(own.map(([, line]) => line));
    },
    async close() {
      await Promise.all([...lines.values(), ...ending].map(destroy));
      lines.clear();
      ending.clear();
    },
  };
}

/** The connections of one certificate under one CA, and how many requests are under way on them. */
type Line = LineParts & {
  readonly agent: Promise<Agent>;
  /** Ends connections that are still being made. */
  readonly end: AbortController;
  underWay: number;
  /** Whether any connection of it was ever made. */
  isConnected: boolean;
};

/** What lines of one certificate under one CA have in common. */
type LineParts = {
  readonly fingerprint: string | null;
  readonly trust: Trust;
  readonly context: SecureContext;
};

/**
 * Reads undici, which is half of main's code: the window comes before any request. To be called once there is time, so
 * that no request depends on a file that may be replaced while the program runs.
 */
export async function readUndici(): Promise<Pick<typeof undici, 'Agent'>> {
  return import('undici');
}

/** undici could not be read, so that nothing was sent. */
class UnreadError extends Error {}

async function newAgent(connect: buildConnector.connector): Promise<Agent> {
  const { Agent } = await readUndici().catch((error: unknown) => {
    throw new UnreadError('undici was not read', { cause: error });
  });
  // How long an answer may take is the caller's to say, by its signal.
  return new Agent({ allowH2: false, pipelining: 0, headersTimeout: 0, bodyTimeout: 0, connect });
}

async function destroy({ agent, end }: Line): Promise<void> {
  const made = await agent.catch(() => null);
  const destroyed = made?.destroy();
  end.abort(new Error('the connection is not wanted any more'));
  await destroyed;
}

/** Names of all headers of a request as they stand on the wire: those given, and what HTTP needs before and after. */
export function sentHeaderNames({ method, headers, body }: HttpsRequest): string[] {
  // Without a body it is 0 where the method lets one be expected (RFC 9110, section 8.6).
  const saysLength = (body ?? '') !== '' || ['POST', 'PUT', 'PATCH'].includes(method);
  return ['host', 'connection', ...headers.map(([name]) => name), ...(saysLength ? ['content-length'] : [])];
}

async function readBody(body: AsyncIterable<Uint8Array>, host: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_ANSWER_BYTES) fail({ code: 'answer-too-large', host, limitBytes: MAX_ANSWER_BYTES });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headerPairs(raw: unknown): Array<readonly [string, string]> {
  const flat = (raw as ReadonlyArray<Buffer | string>).map((part) => Buffer.from(part).toString('latin1'));
  return flat.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), flat[index + 1] ?? ''] as const] : []));
}

/** The first value of a header, by its lower-case name. */
export function header(answer: HttpsAnswer, name: string): string | null {
  return answer.headers.find(([candidate]) => candidate === name)?.[1] ?? null;
}

/** The answer's body as text: UTF-8 unless its Content-Type names another charset this runtime knows. */
export function bodyText(answer: HttpsAnswer): string {
  const charset = /charset="?([^";\s]+)/i.exec(header(answer, 'content-type') ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(answer.body);
  } catch {
    return new TextDecoder().decode(answer.body);
  }
}
