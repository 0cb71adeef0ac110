import { Menu, nativeImage, Tray, type NativeImage } from 'electron';
import { trayIconPixels } from './tray-icon.ts';
import { counted, filled } from './words/sentences.ts';
import type { Words } from './words/texts.ts';

export type TrayIcon = {
  /** Shows the icon, or takes it away. */
  turn(on: boolean): void;
  /** How many things need a person. */
  showCount(count: number): void;
  /** Says all anew: the user reads another language now. */
  sayAnew(): void;
};

/** The icon by which the program is reached while its window is closed. */
export function createTray(acts: {
  /** Those of the user's language. */
  readonly words: () => Words;
  /** The program's name, with its mode. */
  readonly title: () => string;
  readonly open: () => void;
  readonly showNotices: () => void;
  readonly renewDue: () => void;
  readonly quit: () => void;
}): TrayIcon {
  let tray: Tray | null = null;
  let count = 0;

  function draw(): void {
    if (tray === null) return;
    const words = acts.words();
    const title = acts.title();
    const need = counted(words, words.needYou, count);
    tray.setImage(image(count > 0));
    tray.setToolTip(count === 0 ? title : filled(words.tray.count, { title, need }));
    if (process.platform === 'darwin') tray.setTitle(count === 0 ? '' : String(count));
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.tray.open, click: acts.open },
        ...(count === 0
          ? [{ label: words.tray.nothingNeedsYou, enabled: false }]
          : [{ label: need, click: acts.showNotices }]),
        { label: words.tray.renew, click: acts.renewDue },
        { type: 'separator' },
        { label: words.tray.quit, click: acts.quit },
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
    sayAnew: draw,
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
