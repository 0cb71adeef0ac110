import type { PointerEvent } from 'react';
import { useDesk } from '../state/context.ts';

/** A time in words, with all that is known of it where somebody points at it. */
export function Instant(props: { readonly time: number; readonly children: string }) {
  const { formats } = useDesk();

  /** Within the event: what Chromium shows beside the pointer it reads when that ends. */
  function tellExactly({ currentTarget }: PointerEvent<HTMLTimeElement>): void {
    currentTarget.title = formats.exact(props.time);
  }

  return (
    <time dateTime={new Date(props.time).toISOString()} onPointerEnter={tellExactly}>
      {props.children}
    </time>
  );
}
