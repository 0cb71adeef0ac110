import { app, Menu } from 'electron';

/**
 * The app's own menu in place of Electron's: editing, zoom and windows by their roles, which carry the system's words.
 * No reload; developer tools only from source.
 */
export function setMenu(): void {
  const isMac = process.platform === 'darwin';
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      // Closing the window may leave the program in the tray; here is what ends it.
      isMac ? { role: 'appMenu' } : { role: 'fileMenu', submenu: [{ role: 'close' }, { role: 'quit' }] },
      { role: 'editMenu' },
      {
        role: 'viewMenu',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
        ],
      },
      { role: 'windowMenu' },
    ]),
  );
}
