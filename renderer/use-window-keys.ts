import { useEffect } from 'react';
import type { Place } from './state/place.ts';

/**
 * The keys that work wherever the focus is, unless a dialog is open: F6 goes from the accounts to what is open and back,
 * F1 to the help, Ctrl or ⌘ with a comma to the settings. Help lists them (features/help/shortcuts.ts).
 */
export function useWindowKeys(main: { readonly current: HTMLElement | null }, go: (place: Place) => void): void {
  useEffect(() => {
    function actOf({ key, ctrlKey, metaKey }: KeyboardEvent): (() => void) | null {
      if (key === 'F6') return () => otherLandmark(main.current)?.focus();
      if (key === 'F1') return () => goInto({ view: 'help' });
      return key === ',' && (ctrlKey || metaKey) ? () => goInto({ view: 'settings' }) : null;
    }
    /** What had the focus goes with the screen it stood on. */
    function goInto(place: Place): void {
      go(place);
      main.current?.focus();
    }
    function onKey(event: KeyboardEvent): void {
      const act = actOf(event);
      if (act === null || document.querySelector('.modal-overlay') !== null) return;
      event.preventDefault();
      act();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [main, go]);
}

function otherLandmark(main: HTMLElement | null): HTMLElement | null {
  if (main?.contains(document.activeElement) !== true) return main;
  return document.querySelector<HTMLElement>('.account-grid') ?? document.querySelector<HTMLElement>('.sidebar button');
}
