import { dialog, type BrowserWindow } from 'electron';
import { fail } from '../contract/failure.ts';
import { readChosenFile } from './read-chosen-file.ts';
import { words } from './words.ts';

/** Far more than a few certificates need, bytes. */
const MAX_CA_FILE_BYTES = 256 * 1024;

/** Asks for a file with certificate authorities; null when the dialog was closed. */
export async function chooseCaPath(window: BrowserWindow | null): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: words.chooseCa,
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: words.caFiles, extensions: ['pem', 'crt', 'cer', 'der'] },
      { name: words.allFiles, extensions: ['*'] },
    ],
  };
  const { filePaths } = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return filePaths[0] ?? null;
}

/**
 * Asks by `choose` for a file and reads it; null when the dialog was closed.
 * @throws FailureError `file-unreadable` or `ca-file-refused`
 */
export async function readCaFileByChoice(choose: () => Promise<string | null>): Promise<Uint8Array | null> {
  const path = await choose();
  if (path === null) return null;
  const read = await readChosenFile(path, MAX_CA_FILE_BYTES);
  if ('bytes' in read) return read.bytes;
  if (read.refused === 'too-large') return fail({ code: 'ca-file-refused', reason: 'too-large' });
  return fail({ code: 'file-unreadable', reason: read.refused }, read.cause);
}
