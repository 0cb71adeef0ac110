import { dialog, type BrowserWindow } from 'electron';
import { fail } from '../contract/failure.ts';
import { writeWhole, WriteWholeError } from '../transfer/write-whole.ts';
import { diskErrorCodeOf } from '../vault/errors.ts';
import { nodeFileSystem } from '../vault/file-system.ts';
import type { Words } from './words/texts.ts';

/**
 * Asks where to save, and saves there: readable by its owner only, whole or not at all.
 * False when nothing was chosen; fails with `vault-write-failed`, whose reason is the disk's.
 */
export async function saveFile(choose: () => Promise<string | null>, bytes: Uint8Array): Promise<boolean> {
  const filePath = await choose();
  if (filePath === null) return false;
  try {
    await writeWhole(nodeFileSystem(), filePath, bytes);
  } catch (error) {
    const cause = error instanceof WriteWholeError ? error.cause : error;
    fail({ code: 'vault-write-failed', reason: diskErrorCodeOf(cause) }, error);
  }
  return true;
}

/** Asks with the system's own dialog where to save; null when the dialog was closed. */
export async function chooseSavePath(
  window: BrowserWindow | null,
  files: Words['files'],
  suggestedName: string,
): Promise<string | null> {
  const options = { title: files.save, defaultPath: suggestedName };
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  return canceled || filePath === '' ? null : filePath;
}
