import { Agent } from 'undici';
import { fail } from '../contract/failure.ts';
import { sentChain, type ClientCertificate } from './client-certificate.ts';
import { lookupWithLocalhost } from './lookup.ts';
import { networkFailure } from './network-failure.ts';

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
const CONNECT_TIMEOUT_MS = 15_000;

/**
 * The one way main talks to an authority. Each client certificate has connections of its own: one company's request
 * can never ride on another's (CVE-2026-56850 is what happens otherwise). TLS is verified, always.
 */
export function createHttpsClient(): HttpsClient {
  const lines = new Map<string, Line>();
  /** Forgotten, with requests still under way. */
  const ending = new Set<Line>();

  function lineFor({ clientCertificate, trustedCa }: HttpsRequest): Line {
    const fingerprint = clientCertificate?.fingerprint ?? null;
    const key = JSON.stringify([fingerprint, trustedCa]);
    const known = lines.get(key);
    if (known) return known;
    const agent = new Agent({
      allowH2: false,
      pipelining: 0,
      // How long an answer may take is the caller's to say, by its signal.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: {
        timeout: CONNECT_TIMEOUT_MS,
        // Said outright: left out, NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would decide.
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2',
        lookup: lookupWithLocalhost,
        ...(trustedCa === null ? {} : { ca: trustedCa }),
        ...(clientCertificate === null ? {} : { key: clientCertificate.keyPem, cert: sentChain(clientCertificate) }),
      },
    });
    const line = { fingerprint, agent, underWay: 0 };
    lines.set(key, line);
    return line;
  }

  /** Sends on a line of the request's own certificate, which stays open for so long. */
  async function onLine<T>(request: HttpsRequest, use: (agent: Agent) => Promise<T>): Promise<T> {
    const line = lineFor(request);
    line.underWay += 1;
    try {
      return await use(line.agent);
    } finally {
      line.underWay -= 1;
      if (line.underWay === 0 && ending.delete(line)) await line.agent.destroy();
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
        throw networkFailure(request.signal.aborted ? request.signal.reason : error, request.url.host);
      }
    },
    async forget(fingerprint) {
      const own = [...lines].filter(([, line]) => line.fingerprint === fingerprint);
      for (const [key] of own) lines.delete(key);
      for (const [, line] of own) if (line.underWay > 0) ending.add(line);
      const idle = own.map(([, line]) => line).filter((line) => !ending.has(line));
      await Promise.all(idle.map(({ agent }) => agent.destroy()));
    },
    async close() {
      await Promise.all([...lines.values(), ...ending].map(({ agent }) => agent.destroy()));
      lines.clear();
      ending.clear();
    },
  };
}

/** The connections of one certificate under one CA, and how many requests are under way on them. */
type Line = { readonly fingerprint: string | null; readonly agent: Agent; underWay: number };

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
