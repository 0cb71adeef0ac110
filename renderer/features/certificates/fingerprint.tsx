import { Fragment } from 'react';
import { fingerprintText } from '../../../electron/contract/fingerprint.ts';
import './certificates.css';

/** A certificate's fingerprint, as it is written everywhere; a line of it ends behind a colon only. */
export function Fingerprint({ hex }: { readonly hex: string }) {
  const bytes = fingerprintText(hex).split(/(?<=:)/);
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
