import { useRef, useState } from 'react';
import { takeSecret } from '../../ui/fields.tsx';

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
