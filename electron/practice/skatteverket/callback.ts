import { redirect, refused } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { withQuery } from '../form-fields.ts';
import type { Switches } from '../switches.ts';

/** Where a sign-in comes back to, and the state it was sent with. */
export interface CallbackTarget {
  readonly redirectUri: string;
  readonly state: string;
}

/** The callback with a code (S8), or with what the switches want in its place. */
export function codeCallback(
  endpoint: string,
  switches: Switches,
  target: CallbackTarget,
  issueCode: () => string,
): Answer {
  if (switches.authorizeError !== null) {
    const { error, error_description } = switches.authorizeError;
    return errorCallback(endpoint, switches, target, { error, description: error_description }, 'refused by a switch');
  }
  return redirect(endpoint, withQuery(target.redirectUri, [['code', issueCode()], ...echoed(switches, target.state)]));
}

/** The callback with an error (RFC 6749 section 4.1.2.1); `reason` is for the log alone. */
export function errorCallback(
  endpoint: string,
  switches: Switches,
  target: CallbackTarget,
  refusal: { readonly error: string; readonly description: string },
  reason: string,
): Answer {
  const pairs = [['error', refusal.error] as const, ['error_description', refusal.description] as const];
  const location = withQuery(target.redirectUri, [...pairs, ...echoed(switches, target.state)]);
  return refused(redirect(endpoint, location), refusal.error, reason);
}

function echoed({ wrongState, dropState }: Switches, state: string): ReadonlyArray<readonly [string, string]> {
  return dropState ? [] : [['state', wrongState ? `${state}0` : state]];
}
