import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { Words } from './words/texts.ts';

/** Asks with the system's own dialog where a new file goes; null when the dialog was closed. */
export async function chooseNewFile(
  window: BrowserWindow | null,
  files: Words['files'],
  suggestedName: string,
): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    title: files.saveTokens,
    // Documents and Desktop are often synchronised.
    defaultPath: join(app.getPath('home'), suggestedName),
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  };
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  return canceled || filePath === '' ? null : filePath;
}
