import type { NoticeView } from '../contract/notice-view.ts';
import { isSeen, withoutOver, withSeen, type NoticeMemory } from './notice-memory.ts';

/** Between two OS notifications at least, ms. */
const APART_MS = 3_600_000;
/** After the start the renewals that were due come first, so that one summary can tell of them, ms. */
const QUIET_AT_START_MS = 60_000;

/** What one OS notification says. */
export type OsNotice =
  | { readonly about: 'one'; readonly notice: NoticeView }
  | { readonly about: 'several'; readonly needPerson: number; readonly all: number };

/**
 * Whether the desktop is told of something now, and what is remembered of it. What somebody sees in the window is not
 * told again; everything else that is new is one notification, at most one an hour and not amid renewals, whose end may
 * change it. The summary of what happened while nobody looked is told once a start, and stands for the rest.
 */
export function osNotice(input: {
  readonly notices: readonly NoticeView[];
  readonly memory: NoticeMemory;
  /** Somebody has the window before her. */
  readonly isWatched: boolean;
  /** Tokens are being renewed right now. */
  readonly isRenewing: boolean;
  /** The summary of this start was told, or seen. */
  readonly awayTold: boolean;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly now: number;
}): { readonly tell: OsNotice | null; readonly memory: NoticeMemory; readonly awayTold: boolean } {
  const { notices, isWatched, isRenewing, awayTold, startedAt, now } = input;
  const summary = notices.find(({ kind }) => kind === 'away');
  const news = notices.filter(({ kind }) => kind !== 'away');
  const memory = withoutOver(input.memory, news);
  if (isWatched) {
    return { tell: null, memory: withSeen(memory, news), awayTold: awayTold || summary !== undefined };
  }
  const isQuiet =
    isWithin(now - startedAt, QUIET_AT_START_MS) || isWithin(now - (memory.toldAt ?? -Infinity), APART_MS);
  if (isQuiet || isRenewing) return { tell: null, memory, awayTold };
  const away = awayTold ? undefined : summary;
  const fresh = news.filter((notice) => !isSeen(memory, notice));
  const tell = away ? ({ about: 'one', notice: away } as const) : oneOf(fresh);
  if (tell === null) return { tell, memory, awayTold };
  return { tell, memory: { ...withSeen(memory, fresh), toldAt: now }, awayTold: awayTold || away !== undefined };
}

/** Also a little back: a clock that is set right is no reason to tell again. */
function isWithin(elapsed: number, span: number): boolean {
  return Math.abs(elapsed) < span;
}

function oneOf(fresh: readonly NoticeView[]): OsNotice | null {
  const [first] = fresh;
  if (first === undefined) return null;
  if (fresh.length === 1) return { about: 'one', notice: first };
  const needPerson = fresh.filter(({ severity }) => severity === 'needs-person').length;
  return { about: 'several', needPerson, all: fresh.length };
}
