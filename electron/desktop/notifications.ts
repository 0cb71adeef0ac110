import { Notification } from 'electron';
import type { OsNotice } from '../notices/os-notice.ts';
import { countedNotices, noticeSentence } from './notice-sentences.ts';
import type { Words } from './words/texts.ts';

/** Shows OS notifications, one at a time: a newer one takes the place of the one before. */
export function createNotifications(deps: {
  /** Those of the user's language. */
  readonly words: () => Words;
  /** The program's name, with its mode. */
  readonly title: () => string;
  /** Somebody pressed it. */
  readonly onPress: () => void;
  /** While the window is locked no name is shown outside it either. */
  readonly isLocked: () => boolean;
  readonly now: () => number;
}): { tell(notice: OsNotice): void } {
  // Kept: a notification that is collected as garbage is not heard when it is pressed.
  let shown: Notification | null = null;
  return {
    tell(notice) {
      if (!Notification.isSupported()) return;
      shown?.close();
      shown = new Notification({
        title: deps.title(),
        body: bodyOf(deps.words(), notice, deps.isLocked(), deps.now()),
        silent: true,
      });
      shown.on('click', deps.onPress);
      shown.show();
    },
  };
}

function bodyOf(words: Words, notice: OsNotice, isLocked: boolean, now: number): string {
  if (notice.about === 'several') return countedNotices(words, notice);
  const { severity, kind } = notice.notice;
  if (!isLocked || kind === 'away') return noticeSentence(words, notice.notice, now);
  return countedNotices(words, { needPerson: severity === 'needs-person' ? 1 : 0, all: 1 });
}
