import { sentHeaderNames, type HttpsClient } from '../network/https-client.ts';
import type { ConnectionWatch } from '../network/connection-watch.ts';
import type { Trace } from './trace.ts';

/** What a connection tells, noted. */
export function tracedConnection(trace: Trace): ConnectionWatch {
  return {
    connected: (host, facts) => trace.note({ kind: 'connected', host, facts }),
    renegotiated: (host) => trace.note({ kind: 'renegotiated', host }),
  };
}

/**
 * The same client; all that goes by it is noted.
 * @param watches whether connections are noted too: a request whose connection is watched gets one of its own, and with it
 *   a handshake
 */
export function tracedHttps(https: HttpsClient, trace: Trace, watches = true): HttpsClient {
  return {
    forget: (fingerprint) => https.forget(fingerprint),
    close: () => https.close(),
    async send(request) {
      const { method, url, body } = request;
      trace.note({ kind: 'sent', method, url, headerNames: sentHeaderNames(request), body });
      try {
        const answer = await https.send(watches ? { ...request, watch: tracedConnection(trace) } : request);
        trace.note({
          kind: 'answered',
          url,
          status: answer.status,
          headers: answer.headers,
          bytes: answer.body.length,
        });
        return answer;
      } catch (error) {
        trace.note({ kind: 'failed', host: url.host, error });
        throw error;
      }
    },
  };
}
