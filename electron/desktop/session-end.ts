import { app, BaseWindow, BrowserWindow, dialog, powerMonitor } from 'electron';
import { createQuitHold, type QuitHold, type Stakes } from './quit-hold.ts';
import type { Words } from './words/texts.ts';

type Event = { preventDefault(): void };

/** Holds the end of the program, however it comes about, while something is at stake. */
export function holdEnds(stakes: Stakes, words: () => Words): void {
  const hold = createQuitHold({ stakes, quit: () => app.quit(), askAgain: () => askAgain(words()) });
  app.on('before-quit', (event) => {
    if (hold.beforeQuit()) event.preventDefault();
  });
  if (process.platform === 'win32') followWindowsSession(hold);
  else powerMonitor.on('shutdown', (event?: Event) => onShutdown(hold, process.platform, event));
}

/**
 * Linux and macOS. On Linux Electron takes an inhibitor lock of logind for whoever listens, of the kind that delays: it
 * is asked for without waiting for the answer, so that a system without logind loses nothing, and logind goes on by
 * itself after its `InhibitDelayMaxSec` (5 s unless set), so that no shutdown can hang on us. On macOS another program
 * may still call the shutdown off, so nothing is stopped for it alone; `before-quit` follows where it is not.
 */
function onShutdown(hold: QuitHold, platform: NodeJS.Platform, event?: Event): void {
  if (hold.beforeSessionEnd()) event?.preventDefault();
  else if (platform === 'linux') hold.sessionEnds();
}

/**
 * Windows tells windows alone that the session ends. While none is open, a hidden one without a page is there to hear
 * it; with another it goes, so that it never keeps the program from noticing that its last window was closed.
 */
function followWindowsSession(hold: QuitHold): void {
  let listener: BaseWindow | null = null;
  const listen = (): void => {
    if (listener !== null) return;
    listener = new BaseWindow({ show: false, skipTaskbar: true });
    hearSessionEnd(listener, hold);
  };
  app.on('browser-window-created', (_event, window) => {
    hearSessionEnd(window, hold);
    listener?.destroy();
    listener = null;
  });
  app.on('window-all-closed', listen);
  const open = BrowserWindow.getAllWindows();
  for (const window of open) hearSessionEnd(window, hold);
  if (open.length === 0) listen();
}

/** `query-session-end` can still be held; after `session-end` the process is ended at any moment. */
function hearSessionEnd(window: Pick<BaseWindow, 'on'>, hold: QuitHold): void {
  window.on('query-session-end', (event) => {
    if (hold.beforeSessionEnd()) event.preventDefault();
  });
  window.on('session-end', () => hold.sessionEnds());
}

async function askAgain({ unsaved }: Words): Promise<boolean> {
  const { message, detail, tryAgain, quitAnyway } = unsaved;
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message,
    detail,
    buttons: [tryAgain, quitAnyway],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 0;
}
