import { FailureError, type Failure } from '../contract/failure.ts';

/** Redirects Chromium follows before it gives up (net/url_request). */
const CHROMIUM_MAX_REDIRECTS = 20;

/** Chromium's net error codes (net/base/net_error_list.h). */
const TOO_MANY_REDIRECTS = -310;
const UNSAFE_REDIRECT = -311;
/** A page that was stopped, by us or by the next one, and an answer without a page (204, a download). */
const stopped: ReadonlySet<number> = new Set([-3, -20]);
/** Errors that only say that the connection through the proxy failed; the proxy knows why. */
const connectionFailed: ReadonlySet<number> = new Set([-15, -100, -101, -102, -103, -104, -111, -130, -324]);
const reset: ReadonlySet<number> = new Set([-15, -100, -101, -103, -324]);
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
  const cause = reset.has(errorCode) ? 'reset' : timeout.has(errorCode) ? 'timeout' : 'other';
  return { code: 'authority-unreachable', host, cause, detail };
}
