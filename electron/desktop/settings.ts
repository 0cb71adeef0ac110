import ElectronStore from 'electron-store';
import type { z } from 'zod';
import type { Language } from '../contract/language.ts';
import { SettingsView } from '../contract/settings-view.ts';
import { noMemory, NoticeMemory } from '../notices/notice-memory.ts';
import type { StartAtLogin } from './start-at-login.ts';
import { readPlace, type WindowPlace } from './window-place.ts';

type Stored = Omit<SettingsView, 'startsAtLogin'> & {
  window: unknown;
  /** The user was told once that closing the window does not end the program. */
  trayExplained: boolean;
  notices: unknown;
};

/** Window place, language, look, and what of the notices is remembered. Nothing secret is ever kept here: plain JSON. */
export type Settings = {
  get(): SettingsView;
  change(changes: { [Key in keyof SettingsView]?: SettingsView[Key] | undefined }): Promise<SettingsView>;
  windowPlace(): WindowPlace;
  keepWindowPlace(place: WindowPlace): void;
  isTrayExplained(): boolean;
  keepTrayExplained(): void;
  readonly noticeMemory: { get(): NoticeMemory; keep(memory: NoticeMemory): void };
};

/**
 * Opens `settings.json` in `folder`. An unreadable file gives the defaults.
 * @param options.staysInTray the default. In real mode a program that ends with its window renews nothing, and tokens
 *   lapse in silence; in practice nothing is lost, and whoever closes a toy expects it to be gone.
 */
export function openSettings(
  folder: string,
  options: { readonly staysInTray: boolean; readonly startAtLogin: StartAtLogin; readonly systemLanguage: Language },
): Settings {
  const { startAtLogin, staysInTray, systemLanguage } = options;
  const store = new ElectronStore<Stored>({ cwd: folder, name: 'settings', clearInvalidConfig: true });
  const get = (): SettingsView => ({
    language: believed(SettingsView.shape.language, store.get('language')) ?? systemLanguage,
    theme: believed(SettingsView.shape.theme, store.get('theme')) ?? 'system',
    staysInTray: believed(SettingsView.shape.staysInTray, store.get('staysInTray')) ?? staysInTray,
    // Asked of the system, not kept: the user may have switched it off there.
    startsAtLogin: startAtLogin.isOn(),
  });
  return {
    get,
    async change(changes) {
      if (changes.language !== undefined) store.set('language', changes.language);
      if (changes.theme !== undefined) store.set('theme', changes.theme);
      if (changes.staysInTray !== undefined) store.set('staysInTray', changes.staysInTray);
      if (changes.startsAtLogin !== undefined) await startAtLogin.turn(changes.startsAtLogin);
      return get();
    },
    windowPlace: () => readPlace(store.get('window')),
    keepWindowPlace: (place) => store.set('window', place),
    isTrayExplained: () => store.get('trayExplained', false),
    keepTrayExplained: () => store.set('trayExplained', true),
    noticeMemory: {
      get() {
        const memory = NoticeMemory.safeParse(store.get('notices'));
        return memory.success ? memory.data : noMemory;
      },
      keep: (memory) => store.set('notices', memory),
    },
  };
}

/** What is stored, if it is what it should be: the file is anybody's to edit. */
function believed<T>(schema: z.ZodType<T>, stored: unknown): T | undefined {
  return schema.safeParse(stored).data;
}
