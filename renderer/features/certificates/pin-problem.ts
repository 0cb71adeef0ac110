import type { Failure } from '../../../electron/contract/failure.ts';

/** Why a PIN did not open the file, as far as can be told: `blank-around` began or ended with a blank. */
export type PinProblem = 'wrong' | 'blank-around';

/** What a failure says of the PIN that was handed on; null where it was not tried. */
export function pinProblem(failure: Failure, pin: string | null): PinProblem | null {
  if (failure.code !== 'p12-wrong-password') return null;
  return pin !== null && pin !== pin.trim() ? 'blank-around' : 'wrong';
}
