import { Fragment } from 'react';
import './certificates.css';

/**
 * A serial number, or a token's fingerprint, in hexadecimal digits, with or without colons; a line of it ends between
 * two bytes only.
 */
export function BytePairs({ digits }: { readonly digits: string }) {
  // Of an odd number of digits the first is a byte alone.
  const bytes = digits.includes(':') ? digits.split(/(?<=:)/) : (digits.match(/^.(?=(?:..)*$)|../g) ?? []);
  return (
    <span className="byte-pairs">
      {bytes.map((byte, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {byte}
        </Fragment>
      ))}
    </span>
  );
}
