import { app } from 'electron';

/** The schemes on which callbacks come home: installed and real, and practice. */
export const APP_SCHEME = 'taxpass';
export const PRACTICE_SCHEME = 'taxpass-practice';

/**
 * Registers the scheme with the desktop. From source nothing is registered on anybody's desktop without asking, so only
 * an installed app does it by itself.
 * @returns whether the desktop took it; false on a Linux without xdg-utils, for instance
 */
export function registerCallbackScheme(scheme: string): boolean {
  if (!app.isPackaged) return false;
  // Windows appends the address to these; after the two dashes alone it is taken for one. Others pass them over.
  return app.setAsDefaultProtocolClient(scheme, process.execPath, ['--']);
}
