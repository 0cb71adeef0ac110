import type { Failure } from '../../electron/contract/failure.ts';
import { maskPersonalNumbers } from '../../electron/contract/personal-numbers.ts';

/** What stands for the name of whoever a certificate is for. */
const MASK = '•••';

/**
 * A failure as JSON, to be sent to whoever looks after the program: its code and fields, which never hold a secret. The
 * subject of a certificate is a person's name, and is left out; personal numbers are masked in every other text too,
 * such as the authority's own words. The fingerprint still tells certificates apart.
 */
export function failureDetails(failure: Failure): string {
  return JSON.stringify(
    failure,
    (field, value: unknown) => {
      if (typeof value !== 'string') return value;
      return field === 'subject' ? MASK : maskPersonalNumbers(value);
    },
    2,
  );
}
