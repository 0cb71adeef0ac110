import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** Something worth knowing, set apart from the rest. */
export function Notice(props: {
  readonly kind: 'info' | 'warning' | 'trouble';
  readonly title?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={`notice notice-${props.kind}`} role="note">
      <Icon name={props.kind === 'info' ? 'info' : 'warning'} />
      <div>
        {props.title !== undefined && <p className="notice-title">{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}
