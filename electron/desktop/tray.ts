import { Menu, nativeImage, Tray, type NativeImage } from 'electron';
import { counted } from './notice-sentences.ts';
import { trayIconPixels } from './tray-icon.ts';
import { words } from './words.ts';

export type TrayIcon = {
  /** Shows the icon, or takes it away. */
  turn(on: boolean): void;
  /** How many things need a person. */
  showCount(count: number): void;
};

/** The icon by which the program is reached while its window is closed. */
export function createTray(acts: {
  /** The program's name, with its mode. */
  readonly title: string;
  readonly open: () => void;
  readonly showNotices: () => void;
  readonly renewDue: () => void;
  readonly quit: () => void;
}): TrayIcon {
  let tray: Tray | null = null;
  let count = 0;

  function draw(): void {
    if (tray === null) return;
    const need = counted(words.needYou, count);
    tray.setImage(image(count > 0));
    tray.setToolTip(count === 0 ? acts.title : words.trayCount.replace('{title}', acts.title).replace('{need}', need));
    if (process.platform === 'darwin') tray.setTitle(count === 0 ? '' : String(count));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.trayOpen, click: acts.open },
        ...(count === 0
          ? [{ label: words.nothingNeedsYou, enabled: false }]
          : [{ label: need, click: acts.showNotices }]),
        { label: words.trayRenew, click: acts.renewDue },
        { type: 'separator' },
        { label: words.trayQuit, click: acts.quit },
      ]),
    );
  }

  return {
    turn(on) {
      if (on === (tray !== null)) return;
      tray?.destroy();
      tray = on ? new Tray(image(count > 0)) : null;
      tray?.on('click', acts.open);
      draw();
    },
    showCount(value) {
      count = value;
      draw();
    },
  };
}

function image(withDot: boolean): NativeImage {
  const template = process.platform === 'darwin';
  const size = template ? 18 : 22;
  const drawn = nativeImage.createEmpty();
  for (const scaleFactor of [1, 2]) {
    const side = size * scaleFactor;
    const buffer = nativeImage
      .createFromBitmap(trayIconPixels(side, { withDot, template }), { width: side, height: side })
      .toPNG();
    drawn.addRepresentation({ scaleFactor, width: side, height: side, buffer });
  }
  drawn.setTemplateImage(template);
  return drawn;
}
