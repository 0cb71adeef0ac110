import type { ReactNode } from 'react';

/** Names and values, in two columns. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

export function Fact(props: { readonly name: string; readonly isCode?: boolean; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{props.name}</dt>
      <dd className={props.isCode === true ? 'code' : undefined}>{props.children}</dd>
    </div>
  );
}
