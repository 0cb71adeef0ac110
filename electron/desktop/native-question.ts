import type { EndingQuestion } from '../accounts/ending-questions.ts';
import type { HandOverQuestion } from '../accounts/hand-over.ts';
import type { RequestQuestion } from '../accounts/request-calls.ts';
import type { MoveQuestion } from '../accounts/transfer-calls.ts';
import type { NetworkQuestion } from './network-desk.ts';
import { counted, dayOf, filled } from './words/sentences.ts';
import type { Forms, Words } from './words/texts.ts';
import { plainName } from './plain-name.ts';

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
  /** Asks by `dialog`, in the words of the user's language, for a path; null when it was closed. */
  choose(dialog: (words: Words) => Promise<string | null>): Promise<string | null>;
};

/**
 * One question or file dialog at a time: whoever presses Return must not answer one that came up just then, so a second
 * is declined. So is one whose answer comes while the window is locked: it may not be the same person's any more.
 */
export function createAsking(deps: {
  readonly isLocked: () => boolean;
  /** Those of the user's language, at each question. */
  readonly words: () => Words;
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
    confirm: (question) => once(() => deps.show(boxOf(deps.words(), question)), false),
    choose: (dialog) => once(() => dialog(deps.words()), null),
  };
}

/** None of a question's values can give it lines, other words or further values. */
function boxOf(words: Words, question: NativeQuestion): QuestionBox {
  const { title, confirm, ...texts } = words.questions[question.about];
  const values = valuesOf(words, question);
  const say = (text: string | Forms): string => {
    return typeof text === 'string' ? filled(text, values) : counted(words, text, countOf(question), values);
  };
  const detail = question.about === 'move' && question.withKeys ? words.questions.move.detailWithKeys : texts.detail;
  return { title, message: say(texts.message), detail: say(detail), cancel: words.cancel, confirm };
}

/** How many things a question is about, where it says so. */
function countOf(question: NativeQuestion): number {
  switch (question.about) {
    case 'report':
      return question.tokens;
    case 'move':
      return question.accounts;
    case 'remove-application':
      return question.accounts.length;
    default:
      return 1;
  }
}

function valuesOf(words: Words, question: NativeQuestion): Readonly<Record<string, string>> {
  switch (question.about) {
    case 'copy':
    case 'file':
      return { holder: plainName(question.holder), recipient: plainName(question.recipientName) };
    case 'request':
      return { method: question.method, place: plainName(question.place), holder: plainName(question.holder) };
    case 'trust-ca':
      return {
        subject: plainName(question.subject),
        issuer: plainName(question.issuer),
        until: dayOf(words, question.until),
        fingerprint: question.fingerprint,
      };
    case 'move':
      return { file: plainName(question.fileName) };
    case 'revoke':
      return { account: plainName(question.account), place: plainName(question.place) };
    case 'remove-account':
      return { account: plainName(question.account), lost: words.lost[question.lost] };
    case 'remove-application': {
      const { application, accounts, lost } = question;
      return { application: plainName(application), names: nameList(words, accounts), lost: words.lost[lost] };
    }
    default:
      return {};
  }
}

/** The first of many names in a row; each in quotation marks, so that none passes for several or for other words. */
function nameList({ questions, locale }: Words, names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => filled(questions.name, { name: plainName(name) }));
  const count = names.length - shown.length;
  const more = count === 0 ? [] : [filled(questions.moreNames, { count: String(count) })];
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format([...shown, ...more]);
}
