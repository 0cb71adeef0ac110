import { basename } from 'node:path';
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { fail } from '../contract/failure.ts';
import { MAX_FILE_BYTES, MAX_TAKE_OVER_LENGTH } from '../contract/limits.ts';
import type { Asking } from './native-question.ts';
import { readChosenFile } from './read-chosen-file.ts';
import type { Words } from './words/texts.ts';

/**
 * Asks for a P12 with the system's own dialog and reads it; null when the dialog was closed. Fails with
 * `file-unreadable` or `p12-too-large`.
 */
export async function chooseCertificateFile(
  asking: Asking,
  window: BrowserWindow | null,
  startFolder: string | null,
): Promise<{ fileName: string; bytes: Uint8Array } | null> {
  const path = await askForOne(asking, window, ({ files }) => ({
    title: files.chooseCertificate,
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: files.certificates, extensions: ['p12', 'pfx'] },
      { name: files.all, extensions: ['*'] },
    ],
    ...(startFolder === null ? {} : { defaultPath: startFolder }),
  }));
  if (path === null) return null;
  const read = await readChosenFile(path, MAX_FILE_BYTES);
  if ('bytes' in read) return { fileName: basename(path), bytes: read.bytes };
  if (read.refused === 'too-large') return fail({ code: 'p12-too-large', limitBytes: MAX_FILE_BYTES });
  return fail({ code: 'file-unreadable', reason: read.refused }, read.cause);
}

/** Asks for a text file that holds tokens (R21) and reads it; null when the dialog was closed. */
export async function chooseTokenFile(
  asking: Asking,
  window: BrowserWindow | null,
): Promise<{ fileName: string; bytes: Uint8Array } | null> {
  const path = await askForOne(asking, window, ({ files }) => ({
    title: files.chooseTokens,
    properties: ['openFile', 'dontAddToRecent', 'showHiddenFiles'],
    filters: [{ name: files.all, extensions: ['*'] }],
  }));
  if (path === null) return null;
  const read = await readChosenFile(path, MAX_TAKE_OVER_LENGTH);
  if ('bytes' in read) return { fileName: basename(path), bytes: read.bytes };
  return fail({ code: 'take-over-unreadable' }, read.cause);
}

function askForOne(
  asking: Asking,
  window: BrowserWindow | null,
  optionsIn: (words: Words) => OpenDialogOptions,
): Promise<string | null> {
  return asking.choose(async (words) => {
    const options = optionsIn(words);
    const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options));
    return filePaths[0] ?? null;
  });
}
