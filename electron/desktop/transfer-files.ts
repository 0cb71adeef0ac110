import { dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { TransferDialogs } from '../accounts/transfer-calls.ts';
import type { Asking } from './native-question.ts';
import { words } from './words.ts';

/** The system's dialogs for moving to another computer and for backups; each is asked by {@link Asking}. */
export function transferDialogs(window: () => BrowserWindow | null, asking: Asking): TransferDialogs {
  const filters = [
    { name: words.transferFiles, extensions: ['taxpass'] },
    { name: words.allFiles, extensions: ['*'] },
  ];

  function chooseOne(options: OpenDialogOptions): Promise<string | null> {
    return asking.choose(async () => {
      const parent = window();
      const { filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return filePaths[0] ?? null;
    });
  }

  return {
    chooseTarget: (suggestedName) =>
      asking.choose(async () => {
        const parent = window();
        const options: SaveDialogOptions = {
          title: words.saveTransfer,
          defaultPath: suggestedName,
          properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
          filters,
        };
        const { filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
        // Closed, some systems answer with an empty path.
        return filePath === '' ? null : filePath;
      }),
    chooseFile: () => chooseOne({ title: words.openTransfer, properties: ['openFile', 'dontAddToRecent'], filters }),
    chooseFolder: () =>
      chooseOne({ title: words.chooseBackupFolder, properties: ['openDirectory', 'createDirectory'] }),
    confirmMove: asking.confirm,
  };
}
