import type { EndingQuestion } from '../accounts/ending-questions.ts';
import type { HandOverQuestion } from '../accounts/hand-over.ts';
import type { RequestQuestion } from '../accounts/request-calls.ts';
import type { MoveQuestion } from '../accounts/transfer-calls.ts';
import type { NetworkQuestion } from './network-desk.ts';
import { handOverWords } from './hand-over-words.ts';
import { questionWords } from './question-words.ts';
import { transferWords } from './transfer-words.ts';

/** Asked before what opens the vault is changed. */
export type VaultQuestion = {
  readonly about: 'use-passphrase' | 'set-recovery' | 'replace-recovery' | 'remove-recovery';
};

type NativeQuestion =
  HandOverQuestion | RequestQuestion | VaultQuestion | EndingQuestion | MoveQuestion | NetworkQuestion;

/** The most names of accounts that a question holds. */
const MOST_NAMES = 8;

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
  const { title, message, detail, confirm } = wordsOf(question);
  const values = valuesOf(question);
  return {
    title,
    message: filled(message, values),
    detail: filled(detail, values),
    cancel: handOverWords.cancel,
    confirm,
  };
}

function wordsOf(question: NativeQuestion): Omit<QuestionBox, 'cancel'> {
  if (question.about !== 'move') return { ...handOverWords, ...questionWords }[question.about];
  const { title, one, other, keys, detail, confirm } = transferWords;
  const message = question.accounts === 1 ? one : other;
  return { title, message, detail: question.withKeys ? `${keys}\n\n${detail}` : detail, confirm };
}

/** A text with its values, none of which can give it lines or further values. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : onOneLine(value);
  });
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
    case 'trust-ca':
      return question;
    case 'move':
      return { count: String(question.accounts), file: question.fileName };
    case 'revoke':
      return { account: question.account, place: question.place };
    case 'remove-account':
      return { account: question.account, lost: questionWords.lost[question.lost] };
    case 'remove-application': {
      const { application, accounts, lost } = question;
      const count = String(accounts.length);
      return {
        application,
        accounts: accounts.length === 1 ? questionWords.accountsOne : filled(questionWords.accountsOther, { count }),
        names: nameList(accounts),
        lost: questionWords.lost[lost],
      };
    }
    default:
      return {};
  }
}

/** The first of many names in a row; each in quotation marks, so that none passes for several or for other words. */
function nameList(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `“${name}”`);
  const count = names.length - shown.length;
  const list = shown.join(', ');
  return count === 0 ? list : filled(questionWords.moreNames, { names: list, count: String(count) });
}

/** Without what could give the question other lines, another direction of writing, or invisible parts. */
function onOneLine(value: string): string {
  return value.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
}
