import { dialog, type BrowserWindow } from 'electron';
import { fail } from '../contract/failure.ts';
import { MAX_KEY_LENGTH } from '../contract/limits.ts';
import type { Asking } from './native-question.ts';
import { readChosenFile } from './read-chosen-file.ts';

/**
 * Asks for a file with a public key, a certificate or a set of keys, and reads it; null when the dialog was closed. Fails
 * with `file-unreadable`.
 */
export async function chooseKeyFile(
  asking: Asking,
  window: BrowserWindow | null,
): Promise<Uint8Array | 'too-large' | null> {
  const path = await asking.choose(async ({ files }) => {
    const options: Electron.OpenDialogOptions = {
      title: files.chooseKey,
      properties: ['openFile', 'dontAddToRecent'],
      filters: [
        { name: files.keys, extensions: ['pem', 'pub', 'crt', 'cer', 'der', 'json', 'jwk', 'jwks'] },
        { name: files.all, extensions: ['*'] },
      ],
    };
    const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return filePaths[0] ?? null;
  });
  if (path === null) return null;
  const read = await readChosenFile(path, MAX_KEY_LENGTH);
  if ('bytes' in read) return read.bytes;
  return read.refused === 'too-large'
    ? 'too-large'
    : fail({ code: 'file-unreadable', reason: read.refused }, read.cause);
}
