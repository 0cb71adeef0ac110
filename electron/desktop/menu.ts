import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from './words/texts.ts';

/**
 * The app's own menu in place of Electron's: editing, zoom and windows by their roles, in the user's words, which
 * Electron would name in English everywhere. No reload; developer tools only from source.
 * @param window the app's own; every other that is open stays without a menu
 */
export function setMenu({ menu }: Words, window: BrowserWindow | null): void {
  const isMac = process.platform === 'darwin';
  const separator = { type: 'separator' } as const;
  const item = (role: Exclude<keyof typeof menu, 'file' | 'edit' | 'view' | 'window'>): MenuItemConstructorOptions => ({
    role,
    label: menu[role],
  });
  // Closing the window may leave the program in the tray; here is what ends it.
  const first: MenuItemConstructorOptions = isMac
    ? {
        role: 'appMenu',
        submenu: [
          ...[item('about'), separator, item('services'), separator],
          ...[item('hide'), item('hideOthers'), item('unhide'), separator, item('quit')],
        ],
      }
    : { role: 'fileMenu', label: menu.file, submenu: [item('close'), item('quit')] };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      first,
      {
        role: 'editMenu',
        label: menu.edit,
        submenu: [
          ...[item('undo'), item('redo'), separator, item('cut'), item('copy'), item('paste')],
          ...[item('delete'), separator, item('selectAll')],
        ],
      },
      {
        role: 'viewMenu',
        label: menu.view,
        submenu: [
          ...[item('resetZoom'), item('zoomIn'), item('zoomOut')],
          // "+" is Shift with "=" to Electron; Swedish keyboards have it without Shift.
          { ...item('zoomIn'), accelerator: 'CommandOrControl+=', visible: false },
          ...(app.isPackaged ? [] : [item('toggleDevTools')]),
        ],
      },
      {
        role: 'windowMenu',
        label: menu.window,
        submenu: isMac
          ? [item('minimize'), item('zoom'), item('close'), separator, item('front')]
          : [item('minimize'), item('close')],
      },
    ]),
  );
  // Where windows have menus of their own, Electron has now given this one to all of them, a sign-in's too.
  for (const other of isMac ? [] : BrowserWindow.getAllWindows()) if (other !== window) other.removeMenu();
}
