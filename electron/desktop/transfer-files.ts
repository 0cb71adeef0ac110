import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import type { TransferDialogs } from '../accounts/transfer-calls.ts';
import { transferWords } from './transfer-words.ts';
import { words } from './words.ts';

/** The system's dialogs for moving to another computer and for backups. */
export function transferDialogs(window: () => BrowserWindow | null): TransferDialogs {
  const filters = [
    { name: words.transferFiles, extensions: ['taxpass'] },
    { name: words.allFiles, extensions: ['*'] },
  ];

  async function chooseOne(options: OpenDialogOptions): Promise<string | null> {
    const parent = window();
    const { filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
    return filePaths[0] ?? null;
  }

  return {
    async chooseTarget(suggestedName) {
      const parent = window();
      const options: Electron.SaveDialogOptions = {
        title: words.saveTransfer,
        defaultPath: suggestedName,
        properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
        filters,
      };
      const { filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      // Closed, some systems answer with an empty path.
      return filePath === '' ? null : filePath;
    },
    chooseFile: () => chooseOne({ title: words.openTransfer, properties: ['openFile', 'dontAddToRecent'], filters }),
    chooseFolder: () =>
      chooseOne({ title: words.chooseBackupFolder, properties: ['openDirectory', 'createDirectory'] }),
    async confirmMove({ accounts, withKeys, fileName }) {
      const parent = window();
      const { title, one, other, keys, detail, confirm, cancel } = transferWords;
      const filled = (text: string): string =>
        text.replace('{count}', () => String(accounts)).replace('{file}', () => fileName);
      const options: Electron.MessageBoxOptions = {
        type: 'warning',
        title,
        message: filled(accounts === 1 ? one : other),
        detail: withKeys ? `${keys}\n\n${detail}` : detail,
        buttons: [cancel, confirm],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      };
      const { response } = await (parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options));
      return response === 1;
    },
  };
}
