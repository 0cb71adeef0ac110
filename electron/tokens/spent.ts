import type { Profile } from '../authorities/schema.ts';
import type { Failure } from '../contract/failure.ts';

/** Causes of an unreachable authority by which no request can have arrived. */
const sentNothing: ReadonlySet<string> = new Set([
  'name-not-found',
  'refused',
  'not-connected',
  'handshake-stalled',
  'no-network',
]);

/**
 * What a failed refresh says of the refresh token that was sent. `kept`: the authority did not use it up, because
 * nothing was sent or it refused for another reason. `refused`: it does not take this token any more. `unknown`: the
 * request may have arrived and the answer was lost, or made no sense.
 */
export function refreshTokenAfter(profile: Profile, failure: Failure): 'kept' | 'refused' | 'unknown' {
  switch (failure.code) {
    case 'authority-unreachable':
      return sentNothing.has(failure.cause) ? 'kept' : 'unknown';
    case 'proxy-unreachable':
    case 'proxy-needs-password':
    case 'proxy-password-refused':
    case 'proxy-login-unsupported':
    case 'proxy-refused':
    case 'proxy-kind-unsupported':
    case 'connection-inspected':
    case 'authority-certificate-incomplete':
    case 'authority-certificate-untrusted':
    case 'authority-certificate-wrong-host':
    case 'authority-certificate-expired':
    case 'authority-refused-certificate':
    case 'authority-busy':
      return 'kept';
    case 'authority-refused':
      // A gateway in trouble may say anything.
      if (failure.status === null || failure.status >= 500) return 'unknown';
      return endsGrant(profile, failure) ? 'refused' : 'kept';
    case 'answer-not-json':
    case 'answer-incomplete':
      return failure.status >= 300 && failure.status < 500 ? 'kept' : 'unknown';
    default:
      return 'unknown';
  }
}

/** Whether an answer of the authority means that only a new sign-in helps. */
function endsGrant(profile: Profile, failure: Failure): boolean {
  if (failure.code !== 'authority-refused' || failure.stage !== 'token') return false;
  const { explanation } = failure;
  return profile.errorRows.some((row) => row.endsGrant === true && row.explanation === explanation);
}
