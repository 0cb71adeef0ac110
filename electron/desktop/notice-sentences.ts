import type { NoticeView } from '../contract/notice-view.ts';
import { words } from './words.ts';

type Plural = { readonly one: string; readonly other: string };

const LOCALE = 'en-GB';
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A text for a number of things: "3 accounts". */
export function counted(texts: Plural, count: number): string {
  const form = new Intl.PluralRules(LOCALE).select(count) === 'one' ? texts.one : texts.other;
  return form.replace('{count}', new Intl.NumberFormat(LOCALE).format(count));
}

/** Several notices in one sentence. */
export function countedNotices({ needPerson, all }: { readonly needPerson: number; readonly all: number }): string {
  return needPerson > 0 ? counted(words.needYou, needPerson) : counted(words.toKnow, all);
}

/** "in 14 days", "in 5 hours", "3 days ago". */
function distance(time: number, now: number): string {
  const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: 'always' });
  const span = time - now;
  if (Math.abs(span) >= DAY_MS) return relative.format(Math.round(span / DAY_MS), 'day');
  return relative.format(Math.trunc(span / HOUR_MS), 'hour');
}

/** What an OS notification says of one notice at `now` (epoch ms). */
export function noticeSentence(notice: NoticeView, now: number): string {
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
      const list = new Intl.ListFormat(LOCALE, { type: 'unit', style: 'short' });
      return fill(texts.away.sentence, { what: list.format(parts.map(({ count, text }) => counted(text, count))) });
    }
    default: {
      const isPast = notice.endsAt <= now;
      const text = texts[notice.kind][isPast ? 'past' : 'coming'];
      const recipients = notice.kind === 'old-copy' ? notice.recipients : [];
      return fill(text, {
        holder: notice.holder,
        when: distance(notice.endsAt, now),
        accounts: counted(words.accounts, notice.accounts.length),
        recipients: new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(recipients),
      });
    }
  }
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
