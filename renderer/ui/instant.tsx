import { useState } from 'react';
import { useDesk } from '../state/context.ts';

/** A time in words, with all that is known of it where somebody points at it. */
export function Instant(props: { readonly time: number; readonly children: string }) {
  const { formats } = useDesk();
  const [isPointedAt, setPointedAt] = useState(false);
  return (
    <time
      dateTime={new Date(props.time).toISOString()}
      title={isPointedAt ? formats.exact(props.time) : undefined}
      onPointerEnter={() => setPointedAt(true)}
    >
      {props.children}
    </time>
  );
}
