import { dialog, type BrowserWindow } from 'electron';
import type { HandOverQuestion } from '../accounts/hand-over.ts';
import { handOverWords } from './hand-over-words.ts';

/** Asks in a native dialog, which no page can press, before a token leaves the program; closing it is a no. */
export async function confirmHandOver(window: BrowserWindow | null, question: HandOverQuestion): Promise<boolean> {
  const { title, message, detail, confirm } = handOverWords[question.about];
  const filled = (text: string): string => fill(text, question);
  const options: Electron.MessageBoxOptions = {
    type: 'warning',
    title,
    message: filled(message),
    detail: filled(detail),
    buttons: [handOverWords.cancel, confirm],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const { response } = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options);
  return response === 1;
}

function fill(text: string, question: HandOverQuestion): string {
  const values: Readonly<Record<string, string>> =
    question.about === 'report'
      ? { tokens: String(question.tokens) }
      : { holder: question.holder, recipient: question.recipientName };
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
