import { useDesk } from '../state/context.ts';

/** A time in words, with all that is known of it on hover. */
export function Instant(props: { readonly time: number; readonly children: string }) {
  const { formats } = useDesk();
  return (
    <time dateTime={new Date(props.time).toISOString()} title={formats.exact(props.time)}>
      {props.children}
    </time>
  );
}
