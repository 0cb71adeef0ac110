import { isDeepStrictEqual } from 'node:util';
import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { NoticeView } from '../contract/notice-view.ts';
import type { Change } from '../contract/snapshot.ts';
import { withSnooze, type NoticeMemory } from './notice-memory.ts';
import { needsPersonCount, noticesOf, type NoticeFacts } from './notices-of.ts';
import { osNotice, type OsNotice } from './os-notice.ts';

export type Notices = {
  readonly calls: Pick<Handlers, 'notices.snooze'>;
  view(): NoticeView[];
  /** Looks again, and tells the desktop of what is new. To be called at every beat. */
  beat(): void;
  /** Hears what changed, and looks again shortly where that may matter: once for many changes. */
  follow(changes: readonly Change[]): void;
};

/** What notices are made of; `notices`, `settings` and the like are not among it. */
const sources: ReadonlySet<Change['kind']> = new Set([
  'certificates',
  'applications',
  'accounts',
  'backup',
  'away',
  'everything',
]);

/** The one source of the window's bar, the tray's count and the OS notifications. */
export function createNotices(deps: {
  /** Null while the vault is not open. */
  readonly facts: () => Omit<NoticeFacts, 'snoozes'> | null;
  readonly memory: { get(): NoticeMemory; keep(memory: NoticeMemory): void };
  readonly announce: (changes: readonly Change[]) => void;
  /** Shows one OS notification. */
  readonly tell: (notice: OsNotice) => void;
  /** Hears how many notices need a person. */
  readonly showCount: (count: number) => void;
  readonly isWatched: () => boolean;
  /** Does something shortly after. */
  readonly shortly: (act: () => void) => void;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
}): Notices {
  const startedAt = deps.now();
  let shown: readonly NoticeView[] = [];
  let awayTold = false;
  let isWaiting = false;

  /** Gives what it looked at; null where the vault is locked, which says nothing, but not that there is nothing to say. */
  function look(): Omit<NoticeFacts, 'snoozes'> | null {
    const facts = deps.facts();
    const { snoozes } = deps.memory.get();
    const notices = facts ? noticesOf({ ...facts, snoozes }, deps.now()) : [];
    if (!isDeepStrictEqual(notices, shown)) {
      shown = notices;
      deps.announce([{ kind: 'notices', value: [...shown] }]);
      deps.showCount(needsPersonCount(shown));
    }
    return facts;
  }

  function tellDesktop({ accounts }: Pick<NoticeFacts, 'accounts'>): void {
    const before = deps.memory.get();
    const isRenewing = Object.values(accounts).some((account) => account.isRenewing);
    const isWatched = deps.isWatched();
    const { tell, memory, ...after } = osNotice({
      ...{ notices: shown, memory: before, isWatched, isRenewing, awayTold, startedAt, now: deps.now() },
    });
    awayTold = after.awayTold;
    if (memory !== before) deps.memory.keep(memory);
    if (tell !== null) deps.tell(tell);
  }

  return {
    calls: {
      'notices.snooze'({ noticeId, until }) {
        const notice = shown.find(({ id }) => id === noticeId);
        if (notice === undefined || notice.snooze === null) return fail({ code: 'input-refused', field: 'noticeId' });
        if (until === 'next-threshold' && notice.snooze !== until) fail({ code: 'input-refused', field: 'until' });
        deps.memory.keep(withSnooze(deps.memory.get(), notice, until, deps.now()));
        look();
        return {};
      },
    },
    view: () => [...shown],
    beat() {
      const facts = look();
      if (facts !== null) tellDesktop(facts);
    },
    follow(changes) {
      if (isWaiting || !changes.some(({ kind }) => sources.has(kind))) return;
      isWaiting = true;
      deps.shortly(() => {
        isWaiting = false;
        look();
      });
    },
  };
}
