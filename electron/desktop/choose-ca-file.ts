import { dialog, type BrowserWindow } from 'electron';
import { fail } from '../contract/failure.ts';
import { readChosenFile } from './read-chosen-file.ts';
import type { Words } from './words/texts.ts';

/** Far more than a few certificates need, bytes. */
const MAX_CA_FILE_BYTES = 256 * 1024;

/** Asks for a file with certificate authorities; null when the dialog was closed. */
export async function chooseCaPath(window: BrowserWindow | null, files: Words['files']): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    title: files.chooseCa,
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: files.caCertificates, extensions: ['pem', 'crt', 'cer', 'der'] },
      { name: files.all, extensions: ['*'] },
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
