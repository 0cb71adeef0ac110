import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import { fail } from '../contract/failure.ts';
import { MAX_FILE_BYTES } from '../contract/limits.ts';
import { words } from './words.ts';

/** Asks for a P12 with the system's own dialog and reads it; null when the dialog was closed. */
export async function chooseCertificateFile(
  window: BrowserWindow | null,
  startFolder: string | null,
): Promise<{ fileName: string; bytes: Uint8Array } | null> {
  const options: Electron.OpenDialogOptions = {
    title: words.chooseCertificate,
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: words.certificateFiles, extensions: ['p12', 'pfx'] },
      { name: words.allFiles, extensions: ['*'] },
    ],
    ...(startFolder === null ? {} : { defaultPath: startFolder }),
  };
  const { filePaths } = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  const path = filePaths[0];
  return path === undefined ? null : { fileName: basename(path), bytes: await readBounded(path) };
}

async function readBounded(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r').catch((error: unknown) => fail({ code: 'p12-not-p12' }, error));
  try {
    const { size } = await file.stat();
    if (size > MAX_FILE_BYTES) fail({ code: 'p12-too-large', limitBytes: MAX_FILE_BYTES });
    return await file.readFile();
  } finally {
    await file.close();
  }
}
