import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { CHANGE_CHANNEL } from '../contract/channels.ts';
import type { Handlers } from '../contract/contract.ts';
import { serveCall, type ReportFault } from '../contract/serve.ts';
import { changes as changesSchema, type Change } from '../contract/snapshot.ts';
import { isWindowUrl } from './app-scheme.ts';

/** Answers what a page sent on the channel of calls. */
export type ServeCall = (event: IpcMainInvokeEvent, name?: unknown, input?: unknown) => Promise<unknown>;

/**
 * Serves the contract to the window: only to the main frame of `window()`, only while it shows the app's own page.
 * Anyone else gets the same refusal as for an unknown call.
 */
export function bridgeTo(window: () => BrowserWindow | null, handlers: Handlers, reportFault: ReportFault): ServeCall {
  return (event, name, input) =>
    isOurWindow(event, window())
      ? serveCall(handlers, reportFault, name, input)
      : serveCall(handlers, reportFault, undefined, undefined);
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
