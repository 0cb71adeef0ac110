import ElectronStore from 'electron-store';
import type { Rectangle } from 'electron';
import type { SettingsView } from '../contract/snapshot.ts';

type Stored = SettingsView & { window: Partial<Rectangle> };

/** Window place, language and look. Nothing secret is ever kept here: the file is plain JSON. */
export type Settings = {
  get(): SettingsView;
  change(changes: { [Key in keyof SettingsView]?: SettingsView[Key] | undefined }): SettingsView;
  windowBounds(): Partial<Rectangle>;
  keepWindowBounds(bounds: Rectangle): void;
};

/** Opens `settings.json` in `folder`. An unreadable file gives the defaults. */
export function openSettings(folder: string): Settings {
  const store = new ElectronStore<Stored>({
    cwd: folder,
    name: 'settings',
    clearInvalidConfig: true,
    defaults: { language: 'en', theme: 'system', window: {} },
    schema: {
      language: { type: 'string', enum: ['en'] },
      theme: { type: 'string', enum: ['system', 'light', 'dark'] },
      window: { type: 'object' },
    },
  });
  const get = (): SettingsView => ({ language: store.get('language'), theme: store.get('theme') });
  return {
    get,
    change(changes) {
      if (changes.language !== undefined) store.set('language', changes.language);
      if (changes.theme !== undefined) store.set('theme', changes.theme);
      return get();
    },
    windowBounds: () => boundsOf(store.get('window')),
    keepWindowBounds: (bounds) => store.set('window', bounds),
  };
}

/** The numbers of a stored place and nothing else: the file is anybody's to edit. */
function boundsOf(stored: Partial<Rectangle>): Partial<Rectangle> {
  const { x, y, width, height } = stored;
  const all = [x, y, width, height];
  return all.every((value) => Number.isSafeInteger(value)) ? ({ x, y, width, height } as Rectangle) : {};
}
