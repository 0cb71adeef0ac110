import { FailureError, type Failure } from '../contract/failure.ts';

type UnreachableCause = Extract<Failure, { code: 'authority-unreachable' }>['cause'];

const unreachable: Readonly<Record<string, UnreachableCause>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  ETIMEDOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  TimeoutError: 'timeout',
  ENETUNREACH: 'no-network',
  EHOSTUNREACH: 'no-network',
  ENETDOWN: 'no-network',
};

const untrusted: ReadonlySet<string> = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_CA',
  'INVALID_PURPOSE',
]);

/** Alerts by which a server refuses the certificate it was shown, or misses one (RFC 8446, section 6.2). */
const certificateAlert =
  /ALERT_(BAD_CERTIFICATE|CERTIFICATE_(UNKNOWN|REQUIRED|EXPIRED|REVOKED)|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE)/;

/**
 * Names what went wrong on the way to `host`. A {@link FailureError} stays as it is. The cause `not-connected` says that
 * there was no TLS connection yet, so that nothing can have been sent.
 */
export function networkFailure(error: unknown, host: string): FailureError {
  if (error instanceof FailureError) return error;
  const code = errorCode(error);
  const failure = failureOf(code, host);
  const nothingSent = failure.code === 'authority-unreachable' && failedToConnect(error);
  if (nothingSent && (failure.cause === 'reset' || failure.cause === 'timeout')) {
    return new FailureError({ ...failure, cause: 'not-connected' }, error);
  }
  // The network went away under an open connection: the request may have arrived.
  const mayBeSent = failure.code === 'authority-unreachable' && failure.cause === 'no-network' && !nothingSent;
  return new FailureError(mayBeSent ? { ...failure, cause: 'reset' } : failure, error);
}

/** Whether an error, or the one behind it, came while a connection was being made. */
function failedToConnect(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('syscall' in error && error.syscall === 'connect') return true;
  // Node's words for a socket that ended within the TLS handshake; it has no code of its own.
  if (error.message.includes('before secure TLS connection was established')) return true;
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(failedToConnect);
  return failedToConnect(error.cause);
}

function failureOf(code: string, host: string): Failure {
  if (untrusted.has(code)) return { code: 'authority-certificate-untrusted', host, detail: code };
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return { code: 'authority-certificate-wrong-host', host };
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID')
    return { code: 'authority-certificate-expired', host };
  if (certificateAlert.test(code)) return { code: 'authority-refused-certificate', host, detail: code };
  return { code: 'authority-unreachable', host, cause: unreachable[code] ?? 'other', detail: code };
}

function errorCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0]);
  if (!(error instanceof Error)) return 'UNKNOWN';
  if (error.name === 'TimeoutError') return error.name;
  if ('code' in error && typeof error.code === 'string') {
    // undici wraps a socket's end; the reason behind it says more.
    if (error.code === 'UND_ERR_SOCKET' && error.cause instanceof Error) return errorCode(error.cause);
    return error.code;
  }
  return error.cause instanceof Error ? errorCode(error.cause) : error.name;
}
