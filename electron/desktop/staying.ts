import { app, dialog } from 'electron';
import type { Settings } from './settings.ts';
import { hasTrayHost } from './tray-host.ts';
import type { TrayIcon } from './tray.ts';
import type { Words } from './words/texts.ts';

/** Going on without a window: only where the user wants it and an icon leads back. */
export type Staying = {
  /** Whether this desktop showed tray icons when it was last asked; false until it has answered. */
  hasTray(): boolean;
  /** Shows the tray icon or takes it away, as the settings have it. */
  follow(): Promise<void>;
  /** Whether a start without a window can be reached. */
  canHide(): Promise<boolean>;
  /** The last window was closed: ends the program, or leaves it in the tray; says so the first time. */
  afterLastWindow(isOpenAgain: () => boolean): Promise<void>;
};

export function createStaying(settings: Settings, tray: TrayIcon, words: () => Words): Staying {
  const isMac = process.platform === 'darwin';
  let host: Promise<boolean> | null = null;
  let hasTray = false;
  const ask = async (): Promise<boolean> => (hasTray = await hasTrayHost());
  const canStay = async (): Promise<boolean> => (await (host ??= ask())) && settings.get().staysInTray;

  async function follow(): Promise<void> {
    tray.turn(await canStay());
  }

  return {
    hasTray: () => hasTray,
    follow,
    canHide: canStay,
    async afterLastWindow(isOpenAgain) {
      // Asked anew: what shows the icons may have ended meanwhile.
      host = ask();
      const stays = await canStay();
      tray.turn(stays);
      // On macOS a program stays in the Dock in any case.
      if (isMac || isOpenAgain()) return;
      if (!stays) app.quit();
      else if (!settings.isTrayExplained()) await explain();
    },
  };

  async function explain(): Promise<void> {
    settings.keepTrayExplained();
    const { message, detail, goOn, quit } = words().staying;
    const { response } = await dialog.showMessageBox({
      type: 'info',
      message,
      detail,
      buttons: [goOn, quit],
      defaultId: 0,
      cancelId: 0,
    });
    if (response === 1) app.quit();
  }
}
