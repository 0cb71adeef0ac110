import { dialog, type BrowserWindow } from 'electron';
import type { QuestionBox } from './native-question.ts';

/** Shows a question in a native dialog; whether its confirming button was pressed. */
export async function showQuestion(window: BrowserWindow | null, box: QuestionBox): Promise<boolean> {
  const { title, message, detail, cancel, confirm } = box;
  const options: Electron.MessageBoxOptions = {
    type: 'warning',
    title,
    message,
    detail,
    buttons: [cancel, confirm],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const { response } = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options);
  return response === 1;
}
