import type { help } from '../../i18n/en/first-run.ts';

/**
 * A shortcut: the keys that are held and pressed together, or of which any one is pressed (`isEither`), and the name of
 * its sentence under `help.shortcuts`. Keys are named as `KeyboardEvent.key` names them, and by what is below.
 */
export type Shortcut = {
  readonly keys: readonly string[];
  readonly isEither?: true;
  readonly text: keyof typeof help.shortcuts;
};

/** Stands for Ctrl, which is the command key (⌘) on macOS. */
export const MOD = 'Mod';
/** Stands for a press of the mouse. */
export const CLICK = 'Click';
/** Stands for the letters with which a name begins. */
export const LETTERS = 'A–Z';

/** Every shortcut there is, as Help lists them. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['Tab'], text: 'next' },
  { keys: ['Shift', 'Tab'], text: 'previous' },
  { keys: ['F6'], text: 'landmark' },
  { keys: [MOD, 'F'], text: 'search' },
  { keys: ['/'], text: 'search' },
  { keys: ['F1'], text: 'help' },
  { keys: [MOD, ','], text: 'settings' },
  { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], isEither: true, text: 'choose' },
  { keys: ['Home', 'End'], isEither: true, text: 'ends' },
  { keys: ['PageUp', 'PageDown'], isEither: true, text: 'pages' },
  { keys: [LETTERS], text: 'name' },
  { keys: [MOD, CLICK], text: 'select' },
  { keys: ['Shift', CLICK], text: 'selectRange' },
  { keys: ['Enter'], text: 'press' },
  { keys: ['Escape'], text: 'close' },
  { keys: [MOD, '+'], text: 'larger' },
  { keys: [MOD, '-'], text: 'smaller' },
  { keys: [MOD, '0'], text: 'usualSize' },
  { keys: [MOD, 'W'], text: 'closeWindow' },
];

/** Keys that keyboards call something else than `KeyboardEvent.key` does. */
const written: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
};

/**
 * The keys as they are written on the keyboards of this system.
 * @param click what a press of the mouse is called
 */
export function keysShown(keys: readonly string[], isMac: boolean, click: string): readonly string[] {
  return keys.map((key) => {
    if (key === MOD) return isMac ? '⌘' : 'Ctrl';
    return key === CLICK ? click : (written[key] ?? key);
  });
}
