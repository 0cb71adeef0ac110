import type { HandOverQuestion } from '../accounts/hand-over.ts';
import type { RequestQuestion } from '../accounts/request-calls.ts';
import { handOverWords } from './hand-over-words.ts';
import { questionWords } from './question-words.ts';

/** Asked before what opens the vault is changed. */
export type VaultQuestion = { readonly about: 'use-passphrase' | 'set-recovery' | 'remove-recovery' };

type NativeQuestion = HandOverQuestion | RequestQuestion | VaultQuestion;

/** A question as the native dialog shows it. */
export type QuestionBox = {
  readonly title: string;
  readonly message: string;
  readonly detail: string;
  readonly cancel: string;
  readonly confirm: string;
};

/** Questions in native dialogs, which no page can press. */
export type Asking = {
  /** Whether the person agreed. Closing the dialog is a no. */
  confirm(question: NativeQuestion): Promise<boolean>;
  /** Asks by `dialog` for a path; null when it was closed. */
  choose(dialog: () => Promise<string | null>): Promise<string | null>;
};

/**
 * One question or file dialog at a time: whoever presses Return must not answer one that came up just then, so a second
 * is declined. So is one whose answer comes while the window is locked: it may not be the same person's any more.
 */
export function createAsking(deps: {
  readonly isLocked: () => boolean;
  /** Shows the dialog; resolves with whether its confirming button was pressed. */
  readonly show: (box: QuestionBox) => Promise<boolean>;
}): Asking {
  const { isLocked } = deps;
  let isAsking = false;

  async function once<T>(ask: () => Promise<T>, declined: T): Promise<T> {
    if (isAsking || isLocked()) return declined;
    isAsking = true;
    try {
      const answer = await ask();
      return isLocked() ? declined : answer;
    } finally {
      isAsking = false;
    }
  }

  return {
    confirm: (question) => once(() => deps.show(boxOf(question)), false),
    choose: (dialog) => once(dialog, null),
  };
}

function boxOf(question: NativeQuestion): QuestionBox {
  const words = { ...handOverWords, ...questionWords };
  const { title, message, detail, confirm } = words[question.about];
  const values = valuesOf(question);
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : onOneLine(value);
    });
  return { title, message: filled(message), detail: filled(detail), cancel: words.cancel, confirm };
}

function valuesOf(question: NativeQuestion): Readonly<Record<string, string>> {
  switch (question.about) {
    case 'report':
      return { tokens: String(question.tokens) };
    case 'copy':
    case 'file':
      return { holder: question.holder, recipient: question.recipientName };
    case 'request':
      return { method: question.method, place: question.place, holder: question.holder };
    default:
      return {};
  }
}

/** Without what could give the question other lines, another direction of writing, or invisible parts. */
function onOneLine(value: string): string {
  return value.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
}
