import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';

/** A push button. `isPending` keeps its focus and says that it works; it cannot be pressed meanwhile. */
export function Button(props: {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  readonly label?: string | undefined;
  readonly isPending?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
}) {
  const { children, onPress, look = 'plain', type = 'button', label, isPending, isDisabled, autoFocus } = props;
  return (
    <AriaButton
      className={`button button-${look}`}
      type={type}
      isPending={isPending ?? false}
      isDisabled={isDisabled ?? false}
      {...(onPress && { onPress })}
      {...(label !== undefined && { 'aria-label': label })}
      {...(autoFocus === true && { autoFocus })}
    >
      {children}
    </AriaButton>
  );
}
