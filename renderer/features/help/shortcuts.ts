import type { help } from '../../i18n/en/first-run.ts';

/** A shortcut: the keys that are held and pressed together, and the name of its sentence under `help.shortcuts`. */
export type Shortcut = { readonly keys: readonly string[]; readonly text: keyof typeof help.shortcuts };

/** Stands for Ctrl, which is the command key (⌘) on macOS. */
export const MOD = 'Mod';

/** Every shortcut there is, as Help lists them. */
export const shortcuts: readonly Shortcut[] = [
  { keys: ['Tab'], text: 'next' },
  { keys: ['Shift', 'Tab'], text: 'previous' },
  { keys: ['F6'], text: 'landmark' },
  { keys: [MOD, 'F'], text: 'search' },
  { keys: ['/'], text: 'search' },
  { keys: ['F1'], text: 'help' },
  { keys: [MOD, ','], text: 'settings' },
  { keys: ['↑', '↓', '←', '→'], text: 'choose' },
  { keys: ['Enter'], text: 'press' },
  { keys: ['Esc'], text: 'close' },
  { keys: [MOD, '+'], text: 'larger' },
  { keys: [MOD, '-'], text: 'smaller' },
  { keys: [MOD, '0'], text: 'usualSize' },
  { keys: [MOD, 'W'], text: 'closeWindow' },
];

/** The keys as they are written on the keyboards of this system. */
export function keysShown(keys: readonly string[], isMac: boolean): readonly string[] {
  return keys.map((key) => (key === MOD ? (isMac ? '⌘' : 'Ctrl') : key));
}
