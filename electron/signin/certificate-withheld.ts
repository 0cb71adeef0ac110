import { FailureError } from '../contract/failure.ts';

/**
 * Names a handshake that failed for want of a client certificate for what it is, where none was shown: the server is not
 * among those that get it. Any other error stays as it is.
 */
export function certificateWithheld(error: FailureError, isShown: boolean): FailureError {
  if (isShown || error.failure.code !== 'authority-refused-certificate') return error;
  return new FailureError({ code: 'signin-certificate-withheld', host: error.failure.host }, error);
}
