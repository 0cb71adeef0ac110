import { useRef, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure.ts';
import { takeSecret } from '../../ui/fields.tsx';

/** Why a PIN did not open the file, as far as can be told: `blank-around` began or ended with a blank. */
export type PinProblem = 'wrong' | 'blank-around';

/** What a failure says of the PIN that was handed on; null where it was not tried. */
export function pinProblem(failure: Failure, pin: string | null): PinProblem | null {
  if (failure.code !== 'p12-wrong-password') return null;
  return pin !== null && pin !== pin.trim() ? 'blank-around' : 'wrong';
}

/** The field of a PIN. An empty one is taken only at the second try: hardly any file has none. */
export function usePin() {
  const field = useRef<HTMLInputElement>(null);
  const [isEmpty, setEmpty] = useState(false);

  /** What was typed, the field being empty afterwards; null where nothing was and the user is to look again. */
  function take(): string | null {
    const pin = takeSecret(field.current);
    const isFirst = pin === '' && !isEmpty;
    setEmpty(isFirst);
    field.current?.focus();
    return isFirst ? null : pin;
  }

  return { field, isEmpty, take };
}
