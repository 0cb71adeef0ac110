import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { CALL_CHANNEL, CHANGE_CHANNEL } from '../contract/channels.ts';
import { changes as changesSchema, type Handlers } from '../contract/contract.ts';
import { serveCall, type ReportFault } from '../contract/serve.ts';
import type { Change } from '../contract/snapshot.ts';
import { isWindowUrl } from './app-scheme.ts';

/**
 * Serves the contract to the window: only to the main frame of `window()`, only while it shows the app's own page.
 * Anyone else gets the same refusal as for an unknown call.
 */
export function serveBridge(window: () => BrowserWindow | null, handlers: Handlers, reportFault: ReportFault): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => {
    if (!isOurWindow(event, window())) return serveCall(handlers, reportFault, undefined, undefined);
    return serveCall(handlers, reportFault, name, input);
  });
}

/**
 * Sends changes to the window, parsed like every answer, in the order of the calls. Electron runs microtasks within a
 * `send`; a change that one of those tells of must not overtake the one that is being sent.
 */
export function createChangeSender(
  window: () => BrowserWindow | null,
  reportFault: ReportFault,
): (changes: readonly Change[]) => void {
  const waiting: (readonly Change[])[] = [];
  let isSending = false;
  return (changes) => {
    waiting.push(changes);
    if (isSending) return;
    isSending = true;
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        send(next);
      }
    } finally {
      isSending = false;
    }
  };

  /** What the window cannot be told must not stop what is being done. */
  function send(changes: readonly Change[]): void {
    const to = window();
    if (to === null || to.isDestroyed()) return;
    try {
      to.webContents.send(CHANGE_CHANNEL, changesSchema.parse(changes));
    } catch (error) {
      reportFault('changes', error);
    }
  }
}

function isOurWindow(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  return window !== null && frame !== null && frame === window.webContents.mainFrame && isWindowUrl(frame.url);
}
