import { constants } from 'node:fs';
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

/** Reads a regular file of bounded size; a pipe, a device or a folder has no certificate to give. */
async function readBounded(path: string): Promise<Uint8Array> {
  // Windows has no such flag, and no pipes with a path like a file's; there it counts as 0.
  const flags = constants.O_RDONLY | constants.O_NONBLOCK;
  const file = await open(path, flags).catch((error: unknown) => fail({ code: 'p12-not-p12' }, error));
  try {
    const stat = await file.stat();
    if (!stat.isFile()) fail({ code: 'p12-not-p12' });
    if (stat.size > MAX_FILE_BYTES) fail({ code: 'p12-too-large', limitBytes: MAX_FILE_BYTES });
    const bytes = new Uint8Array(stat.size);
    const { bytesRead } = await file.read(bytes, 0, stat.size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
