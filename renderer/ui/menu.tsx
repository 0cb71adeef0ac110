import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { useIdle } from './use-idle.ts';
import './menu.css';

/** A part of a menu under a heading: acts, or choices of which one (`chosen`) holds. */
export type MenuPart = {
  readonly id: string;
  readonly heading: string;
  readonly items: ReadonlyArray<{ readonly id: string; readonly words: string }>;
  readonly chosen?: string;
  readonly onPress: (id: string) => void;
};

export type MenuProps = {
  readonly children: ReactNode;
  /** Names the button where what it shows is not enough. */
  readonly label?: string;
  readonly look?: 'plain' | 'quiet';
  readonly parts: readonly MenuPart[];
};

const read = () => import('./menu-trigger.tsx');
const MenuTriggerButton = lazy(() => read().then((module) => ({ default: module.MenuTriggerButton })));

/**
 * A button that opens a menu. The menu itself is read when the window is idle; a press before then waits for it. The button
 * is exchanged by a press alone: a click in whose middle it were exchanged would be lost.
 */
export function MenuButton(props: MenuProps) {
  const isIdle = useIdle();
  const [wasPressed, setPressed] = useState(false);
  const { children, label, look = 'plain' } = props;
  useEffect(() => {
    if (isIdle) void read();
  }, [isIdle]);
  const plain = (
    <Button
      className={`button button-${look} menu-button`}
      aria-haspopup="menu"
      onPress={() => setPressed(true)}
      onKeyDown={({ key }) => key === 'ArrowDown' && setPressed(true)}
      {...(label !== undefined && { 'aria-label': label })}
    >
      {children}
      <span className="menu-arrow" aria-hidden="true" />
    </Button>
  );
  if (!wasPressed) return plain;
  return (
    <Suspense fallback={plain}>
      <MenuTriggerButton {...props} />
    </Suspense>
  );
}
