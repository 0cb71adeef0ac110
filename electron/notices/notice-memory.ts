import { z } from 'zod';
import type { NoticeView } from '../contract/notice-view.ts';

const DAY_MS = 86_400_000;
/** An end that moved by more than this is another end: the notices before it begin anew. */
const SAME_END_MS = 30 * DAY_MS;
/** Longer than "until tomorrow" can last: a clock that was ahead must not silence a notice for years. */
const LONGEST_SNOOZE_MS = 2 * DAY_MS;
/** More than any office has; what is older is forgotten. */
const MOST_KEPT = 500;

const Known = z.strictObject({
  id: z.string(),
  /** The end it was about, epoch ms; null where it has none. */
  endsAt: z.number().nullable(),
});

const Snooze = z.strictObject({
  ...Known.shape,
  /** Epoch ms; null until its next threshold. */
  until: z.number().nullable(),
});
export type Snooze = z.infer<typeof Snooze>;

/**
 * What was put off, and what the desktop was already told. Holds ids and times, nothing secret and no names, so it is
 * kept with the settings: it may be lost, and is written while the vault is locked.
 */
export const NoticeMemory = z.strictObject({
  snoozes: z.array(Snooze),
  seen: z.array(Known),
  /** When the last OS notification was shown, epoch ms. */
  toldAt: z.number().nullable(),
});
export type NoticeMemory = z.infer<typeof NoticeMemory>;

export const noMemory: NoticeMemory = { snoozes: [], seen: [], toldAt: null };

function endOf(notice: NoticeView): number | null {
  return 'stage' in notice || notice.kind === 'other-copy' ? notice.endsAt : null;
}

function isOf(known: z.infer<typeof Known>, notice: NoticeView): boolean {
  const end = endOf(notice);
  if (known.id !== notice.id) return false;
  return known.endsAt === null || end === null ? known.endsAt === end : Math.abs(known.endsAt - end) <= SAME_END_MS;
}

/** Whether a notice is put off at `now` (epoch ms). At its next threshold it has another id, so it is shown again. */
export function isSnoozed(snoozes: readonly Snooze[], notice: NoticeView, now: number): boolean {
  return snoozes.some(
    (one) => isOf(one, notice) && (one.until === null || (now < one.until && one.until - now <= LONGEST_SNOOZE_MS)),
  );
}

/** The memory with that notice put off, until the start of tomorrow on this computer or its next threshold. */
export function withSnooze(
  memory: NoticeMemory,
  notice: NoticeView,
  until: 'tomorrow' | 'next-threshold',
  now: number,
): NoticeMemory {
  const others = memory.snoozes.filter(({ id }) => id !== notice.id);
  const snooze = { id: notice.id, endsAt: endOf(notice), until: until === 'tomorrow' ? startOfTomorrow(now) : null };
  return { ...memory, snoozes: [...others, snooze].slice(-MOST_KEPT) };
}

/** Midnight of this computer, epoch ms: also on the days that have 23 or 25 hours. */
function startOfTomorrow(now: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}

export function isSeen(memory: NoticeMemory, notice: NoticeView): boolean {
  return memory.seen.some((one) => isOf(one, notice));
}

/** The memory with all of `notices` seen. */
export function withSeen(memory: NoticeMemory, notices: readonly NoticeView[]): NoticeMemory {
  const fresh = notices.filter((notice) => !isSeen(memory, notice));
  if (fresh.length === 0) return memory;
  const ids = new Set(fresh.map(({ id }) => id));
  const seen = [
    ...memory.seen.filter(({ id }) => !ids.has(id)),
    ...fresh.map((notice) => ({ id: notice.id, endsAt: endOf(notice) })),
  ];
  return { ...memory, seen: seen.slice(-MOST_KEPT) };
}

/**
 * The memory without what is over: what has no end date, and is not among `notices` any more, is news when it comes
 * again. What has an end is kept, so that a clock that jumps there and back tells nothing twice.
 */
export function withoutOver(memory: NoticeMemory, notices: readonly NoticeView[]): NoticeMemory {
  const there = new Set(notices.map(({ id }) => id));
  const seen = memory.seen.filter(({ id, endsAt }) => endsAt !== null || there.has(id));
  return seen.length === memory.seen.length ? memory : { ...memory, seen };
}
