import type { NoticeView } from '../contract/notice-view.ts';
import { counted, filled } from './words/sentences.ts';
import type { Words } from './words/texts.ts';
import { plainName } from './plain-name.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Several notices in one sentence. */
export function countedNotices(
  words: Words,
  { needPerson, all }: { readonly needPerson: number; readonly all: number },
): string {
  return needPerson > 0 ? counted(words, words.needYou, needPerson) : counted(words, words.toKnow, all);
}

/** "in 14 days"; of less than a day the hour, since the sentence may be read long after it was shown. */
function when(words: Words, time: number, now: number): string {
  return time > now && time - now < DAY_MS ? nearDay(words, time, now) : distance(words, time, now);
}

/**
 * "today at 16:40": as Intl writes a day with its hour, with its word for today or tomorrow in place of the date; over a
 * day that is an hour short, 24 hours reach the day after tomorrow.
 */
function nearDay({ locale }: Words, time: number, now: number): string {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).formatToParts(time);
  const hourAt = parts.findIndex(({ type }) => type === 'hour');
  const rest = parts.slice(Math.max(0, hourAt - 1)).map(({ value }) => value);
  const days = calendarDay(time) - calendarDay(now);
  return [new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day'), ...rest].join('');
}

/** The number of an instant's day, as this computer's time zone counts days. */
function calendarDay(time: number): number {
  const date = new Date(time);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
}

/** "in 14 days", "3 days ago", "5 hours ago". */
function distance({ language, locale }: Words, time: number, now: number): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const span = time - now;
  const said = (value: number, unit: 'day' | 'hour' | 'minute'): string => {
    const words = relative.format(value, unit);
    // Intl's "peste 14 zile" is read as "more than 14 days" as well.
    return language === 'ro' ? words.replace(/^peste /, 'în ') : words;
  };
  if (Math.abs(span) >= DAY_MS) return said(Math.round(span / DAY_MS), 'day');
  if (Math.abs(span) >= HOUR_MS) return said(Math.trunc(span / HOUR_MS), 'hour');
  return said(Math.trunc(span / MINUTE_MS), 'minute');
}

/** What an OS notification says of one notice at `now` (epoch ms). */
export function noticeSentence(words: Words, notice: NoticeView, now: number): string {
  const texts = words.notices;
  switch (notice.kind) {
    case 'backup-failing':
      return texts['backup-failing'];
    case 'clock-behind':
      return texts['clock-behind'];
    case 'away': {
      const parts = [
        { count: notice.renewed, text: texts.away.renewed },
        { count: notice.needCertificate, text: texts.away.needCertificate },
        { count: notice.needPerson, text: texts.away.needPerson },
      ].filter(({ count }) => count > 0);
      const list = new Intl.ListFormat(words.locale, { type: 'unit', style: 'short' });
      return filled(texts.away.sentence, {
        what: list.format(parts.map(({ count, text }) => counted(words, text, count))),
      });
    }
    default: {
      const isPast = notice.endsAt <= now;
      const text = texts[notice.kind][isPast ? 'past' : 'coming'];
      const recipients = notice.kind === 'old-copy' ? notice.recipients : [];
      return filled(text, {
        holder: plainName(notice.holder),
        when: when(words, notice.endsAt, now),
        accounts: counted(words, words.accounts, notice.accounts.length),
        recipients: new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(recipients.map(plainName)),
      });
    }
  }
}
