import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

const icons = { info: 'info', good: 'check', warning: 'warning', trouble: 'warning' } as const;

/** Something worth knowing, set apart from the rest. */
export function Notice(props: {
  readonly kind: 'info' | 'good' | 'warning' | 'trouble';
  readonly title?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={`notice notice-${props.kind}`} role="note">
      <Icon name={icons[props.kind]} />
      <div>
        {props.title !== undefined && <p className="notice-title">{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}
