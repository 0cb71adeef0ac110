import { dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { TransferDialogs } from '../accounts/transfer-calls.ts';
import type { Asking } from './native-question.ts';
import type { Words } from './words/texts.ts';

/** The system's dialogs for moving to another computer and for backups; each is asked by {@link Asking}. */
export function transferDialogs(window: () => BrowserWindow | null, asking: Asking): TransferDialogs {
  const filters = ({ files }: Words): FileFilter[] => [
    { name: files.transfers, extensions: ['taxpass'] },
    { name: files.all, extensions: ['*'] },
  ];

  function chooseOne(optionsIn: (words: Words) => OpenDialogOptions): Promise<string | null> {
    return asking.choose(async (words) => {
      const options = optionsIn(words);
      const parent = window();
      const { filePaths } = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return filePaths[0] ?? null;
    });
  }

  return {
    chooseTarget: (suggestedName) =>
      asking.choose(async (words) => {
        const parent = window();
        const options: SaveDialogOptions = {
          title: words.files.saveTransfer,
          defaultPath: suggestedName,
          properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
          filters: filters(words),
        };
        const { filePath } = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
        // Closed, some systems answer with an empty path.
        return filePath === '' ? null : filePath;
      }),
    chooseFile: () =>
      chooseOne((words) => ({
        title: words.files.openTransfer,
        properties: ['openFile', 'dontAddToRecent'],
        filters: filters(words),
      })),
    chooseFolder: () =>
      chooseOne(({ files }) => ({
        title: files.chooseBackupFolder,
        properties: ['openDirectory', 'createDirectory'],
      })),
    confirmMove: asking.confirm,
  };
}
