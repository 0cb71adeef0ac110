import { FailureError, type Failure } from '../contract/failure.ts';

/** Redirects Chromium follows before it gives up (net/url_request). */
const CHROMIUM_MAX_REDIRECTS = 20;
/** The longest headers of an answer that Chromium reads, bytes (net/http). */
const CHROMIUM_MAX_HEADER_BYTES = 256 * 1024;

/** Chromium's net error codes (net/base/net_error_list.h). */
const INVALID_REDIRECT = -303;
const TOO_MANY_REDIRECTS = -310;
const UNSAFE_REDIRECT = -311;
const HEADERS_TOO_BIG = -325;
/** A page that was stopped, by us or by the next one, and an answer without a page (204, a download). */
const stopped: ReadonlySet<number> = new Set([-3, -20]);
/** Errors that only say that the connection through the proxy failed; the proxy knows why. */
const connectionFailed: ReadonlySet<number> = new Set([
  -15, -100, -101, -102, -103, -104, -111, -130, -324, -354, -355,
]);
/** Broken off: before an answer, or within one whose length was known (-354) or that came in chunks (-355). */
const reset: ReadonlySet<number> = new Set([-15, -100, -101, -103, -324, -354, -355]);
const timeout: ReadonlySet<number> = new Set([-7, -118]);

/**
 * Names why Chromium could not load a page of the sign-in, or gives null where nothing failed.
 * @param detail Chromium's own name for the error, such as ERR_EMPTY_RESPONSE
 * @param known what the proxy heard from that host last
 */
export function loadFailure(
  errorCode: number,
  detail: string,
  host: string,
  known: FailureError | undefined,
): FailureError | null {
  if (stopped.has(errorCode)) return null;
  if (known !== undefined && connectionFailed.has(errorCode)) return known;
  return new FailureError(failureOf(errorCode, detail, host));
}

function failureOf(errorCode: number, detail: string, host: string): Failure {
  if (errorCode === TOO_MANY_REDIRECTS) return { code: 'signin-too-many-redirects', count: CHROMIUM_MAX_REDIRECTS };
  // To file: or the like; Chromium does not say where.
  if (errorCode === UNSAFE_REDIRECT) return { code: 'signin-insecure-redirect', location: detail };
  // Chromium does not say which of the redirects it was; all are followed alike.
  if (errorCode === INVALID_REDIRECT) return { code: 'signin-redirect-nowhere', host, status: 302 };
  if (errorCode === HEADERS_TOO_BIG) return { code: 'answer-too-large', host, limitBytes: CHROMIUM_MAX_HEADER_BYTES };
  const cause = reset.has(errorCode) ? 'reset' : timeout.has(errorCode) ? 'timeout' : 'other';
  return { code: 'authority-unreachable', host, cause, detail };
}
