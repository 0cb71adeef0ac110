import { join } from 'node:path';
import { ipcMain, session, type BrowserWindow } from 'electron';
import { CALL_CHANNEL } from '../contract/channels.ts';
import { serveWindow } from './app-scheme.ts';
import type { ServeCall } from './bridge.ts';
import { createHappening } from './happening.ts';
import { lockDownSession } from './lock-down.ts';
import type { Settings } from './settings.ts';
import { openWindow } from './window.ts';

/** The program's window, and what its page waits for. */
export type Front = {
  /** Null while none is open. */
  window(): BrowserWindow | null;
  /** The window, opened where it was not. */
  open(): BrowserWindow;
  /** Has the page's calls served, those too that came before. */
  serveCalls(serve: ServeCall): void;
  /** Hears that a window was closed; nobody does before. */
  onClosed(act: () => void): void;
  /** The page was given what it shows first: its window is shown. */
  answered(): void;
  /** Resolves when a page has its scripts, and work of its own for a while. */
  readonly pageServed: Promise<void>;
  /** Resolves when the window's session is locked down; rejects where it cannot be. */
  readonly isSafe: Promise<void>;
};

/** Prepares the window, so that it can open before what stands behind it is read. `codeFolder` holds main's built code. */
export function createFront(options: {
  readonly codeFolder: string;
  readonly settings: Settings;
  readonly title: () => string;
}): Front {
  const { codeFolder, settings, title } = options;
  let serveCalls: (serve: ServeCall) => void = () => undefined;
  const service = new Promise<ServeCall>((resolve) => (serveCalls = resolve));
  ipcMain.handle(CALL_CHANNEL, async (event, ...call: readonly unknown[]) => (await service)(event, ...call));
  const page = createHappening();
  let first = createHappening();
  let window: BrowserWindow | null = null;
  let afterClosing = (): void => undefined;
  const isSafe = lockDownSession(session.defaultSession).then(() =>
    serveWindow(session.defaultSession, {
      folder: join(codeFolder, '../renderer'),
      onServed: page.tell,
    }),
  );

  function open(): BrowserWindow {
    first = createHappening();
    const opened = openWindow({
      codeFolder,
      title: title(),
      place: settings.windowPlace(),
      language: settings.get().language,
      isSafe,
      isAnswered: first.happened,
    });
    opened.on('close', () =>
      settings.keepWindowPlace({ ...opened.getNormalBounds(), isMaximized: opened.isMaximized() }),
    );
    opened.on('closed', () => {
      window = null;
      afterClosing();
    });
    return opened;
  }

  return {
    window: () => window,
    open: () => (window ??= open()),
    serveCalls,
    onClosed: (act) => void (afterClosing = act),
    answered: () => first.tell(),
    pageServed: page.happened,
    isSafe,
  };
}
