import { join } from 'node:path';
import { app, BrowserWindow, type Rectangle } from 'electron';
import { WINDOW_URL } from './app-scheme.ts';

/** Opens the app's window, shown once its first picture is ready. `codeFolder` holds the built preload. */
export function openWindow(codeFolder: string, title: string, bounds: Partial<Rectangle>): BrowserWindow {
  const window = new BrowserWindow({
    width: 1180,
    height: 780,
    ...bounds,
    minWidth: 760,
    minHeight: 520,
    title,
    show: false,
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
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(WINDOW_URL);
  return window;
}
