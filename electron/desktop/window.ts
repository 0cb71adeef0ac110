import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Language } from '../contract/language.ts';
import { WINDOW_URL } from './app-scheme.ts';
import { groundColors } from './ground-colors.ts';
import { boundsWithin, type WindowPlace } from './window-place.ts';

/** A page that has asked for nothing by then is shown as it is, ms. */
const ASKED_WITHIN_MS = 3_000;

/**
 * Opens the app's window. Its page is loaded once the session `isSafe`, and the window is shown once that has what it
 * shows first; `codeFolder` holds the built preload.
 */
export function openWindow(options: {
  readonly codeFolder: string;
  readonly title: string;
  /** Where it was last. */
  readonly place: WindowPlace;
  /** The language it speaks first. */
  readonly language: Language;
  /** Resolves when the session is locked down and serves the page; where it rejects, nothing is loaded. */
  readonly isSafe: Promise<void>;
  /** Resolves when the page was given what it shows first. */
  readonly isAnswered: Promise<void>;
}): BrowserWindow {
  const { codeFolder, title, place, language, isSafe, isAnswered } = options;
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    width: 1180,
    height: 780,
    ...boundsWithin(place, workAreas),
    minWidth: 760,
    minHeight: 520,
    title,
    show: false,
    // Else the page waits for the graphics process, and its scripts with it, to draw an empty frame.
    paintWhenInitiallyHidden: false,
    backgroundColor: groundColors[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'],
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(codeFolder, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      enableWebSQL: false,
      devTools: !app.isPackaged,
    },
  });
  // The content security policy says nothing of WebRTC; with the session's dead proxy this leaves it no way out.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  void Promise.race([isAnswered, wait(ASKED_WITHIN_MS)]).then(() => {
    // The answer goes first: showing a window takes the system a while.
    setImmediate(() => {
      // Somebody may have brought it forward meanwhile.
      if (window.isDestroyed() || window.isVisible() || window.isMinimized()) return;
      if (place.isMaximized === true) window.maximize();
      else window.show();
    });
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  reloadAfterCrash(window);
  // Making the window and its process takes as long as locking down the session, and needs nothing of it.
  isSafe.then(
    () => window.isDestroyed() || void window.loadURL(`${WINDOW_URL}?language=${language}`),
    () => window.destroy(),
  );
  return window;
}

/** The least time between two reloads after a crash, ms: a page that dies at once again is left alone. */
const RELOAD_PAUSE_MS = 60_000;

/** Loads the page anew where its process has died: all that it shows is in main. */
function reloadAfterCrash(window: BrowserWindow): void {
  let lastReload = -RELOAD_PAUSE_MS;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = performance.now();
    if (reason === 'clean-exit' || window.isDestroyed() || now - lastReload < RELOAD_PAUSE_MS) return;
    lastReload = now;
    window.webContents.reload();
  });
}

/** Resolves once the page is seen, has drawn what it was given first and rests; after `atMostMs` in any case. */
export async function whenAtRest({ webContents }: BrowserWindow, atMostMs: number): Promise<void> {
  // Until the first snapshot has come its root is empty.
  const drawn = `new Promise((done) => {
    const look = () => {
      const isFilled = (document.getElementById('root')?.childElementCount ?? 0) > 0;
      requestAnimationFrame(isFilled ? () => requestIdleCallback(() => done()) : look);
    };
    look();
  })`;
  await Promise.race([webContents.executeJavaScript(drawn).catch(() => undefined), wait(atMostMs)]);
}
