import type { BrowserWindow } from 'electron';

/**
 * Brings a window before its person, who may be at work elsewhere: what it asks must not be missed. Where the system
 * does not let a program come forward by itself, it is marked in the task bar instead.
 * @returns ends the marking
 */
export function callPerson(window: BrowserWindow | null): () => void {
  if (window === null || window.isDestroyed()) return () => undefined;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  if (!window.isFocused()) window.flashFrame(true);
  return () => {
    if (!window.isDestroyed()) window.flashFrame(false);
  };
}
