import { randomBytes } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import { dialog, type BrowserWindow } from 'electron';
import { fail } from '../contract/failure.ts';
import { diskErrorCodeOf } from '../vault/errors.ts';

/**
 * Asks where to save, and saves there: readable by its owner only, whole or not at all.
 * False when nothing was chosen; fails with `vault-write-failed`, whose reason is the disk's.
 */
export async function saveFile(choose: () => Promise<string | null>, bytes: Uint8Array): Promise<boolean> {
  const filePath = await choose();
  if (filePath === null) return false;
  const temporary = `${filePath}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, filePath);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    fail({ code: 'vault-write-failed', reason: diskErrorCodeOf(error) }, error);
  }
  return true;
}

/** Asks with the system's own dialog where to save; null when the dialog was closed. */
export async function chooseSavePath(window: BrowserWindow | null, suggestedName: string): Promise<string | null> {
  const options = { defaultPath: suggestedName };
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  return canceled || filePath === '' ? null : filePath;
}
