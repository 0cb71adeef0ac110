import ElectronStore from 'electron-store';
import type { Rectangle } from 'electron';
import type { SettingsView } from '../contract/snapshot.ts';
import { noMemory, NoticeMemory } from '../notices/notice-memory.ts';
import type { StartAtLogin } from './start-at-login.ts';

type Stored = Omit<SettingsView, 'startsAtLogin'> & {
  window: Partial<Rectangle>;
  /** The user was told once that closing the window does not end the program. */
  trayExplained: boolean;
  notices: unknown;
};

/** Window place, language, look, and what of the notices is remembered. Nothing secret is ever kept here: plain JSON. */
export type Settings = {
  get(): SettingsView;
  change(changes: { [Key in keyof SettingsView]?: SettingsView[Key] | undefined }): Promise<SettingsView>;
  windowBounds(): Partial<Rectangle>;
  keepWindowBounds(bounds: Rectangle): void;
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
  options: { readonly staysInTray: boolean; readonly startAtLogin: StartAtLogin },
): Settings {
  const { startAtLogin, staysInTray } = options;
  const store = new ElectronStore<Stored>({
    cwd: folder,
    name: 'settings',
    clearInvalidConfig: true,
    defaults: { language: 'en', theme: 'system', staysInTray, trayExplained: false, window: {}, notices: noMemory },
    schema: {
      language: { type: 'string', enum: ['en'] },
      theme: { type: 'string', enum: ['system', 'light', 'dark'] },
      staysInTray: { type: 'boolean' },
      trayExplained: { type: 'boolean' },
      window: { type: 'object' },
      notices: { type: 'object' },
    },
  });
  const get = (): SettingsView => ({
    language: store.get('language'),
    theme: store.get('theme'),
    staysInTray: store.get('staysInTray'),
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
    windowBounds: () => boundsOf(store.get('window')),
    keepWindowBounds: (bounds) => store.set('window', bounds),
    isTrayExplained: () => store.get('trayExplained'),
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

/** The numbers of a stored place and nothing else: the file is anybody's to edit. */
function boundsOf(stored: Partial<Rectangle>): Partial<Rectangle> {
  const { x, y, width, height } = stored;
  const all = [x, y, width, height];
  return all.every((value) => Number.isSafeInteger(value)) ? ({ x, y, width, height } as Rectangle) : {};
}
