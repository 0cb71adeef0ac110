import { expect, test } from 'vitest';
import { FailureError } from '../../electron/contract/failure.ts';
import type { Change } from '../../electron/contract/snapshot.ts';
import { countedNotices, noticeSentence } from '../../electron/desktop/notice-sentences.ts';
import { en } from '../../electron/desktop/words/en.ts';
import { noMemory } from '../../electron/notices/notice-memory.ts';
import { createNotices } from '../../electron/notices/notices.ts';
import type { NoticeFacts } from '../../electron/notices/notices-of.ts';
import type { OsNotice } from '../../electron/notices/os-notice.ts';
import { accessToken, accountView, anafProfile, applicationView, certificateView } from '../fixtures/renderer-views.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 20, 12);

/** Accounts of as many holders as ends are given, each with an access token alone that ends so many days from START. */
function holders(ends: Readonly<Record<string, number>>): Omit<NoticeFacts, 'snoozes'> {
  const names = Object.keys(ends);
  return {
    accounts: Object.fromEntries(
      Object.entries(ends).map(([name, days]) => [
        name,
        accountView({
          id: name,
          certificateId: name,
          holder: name,
          accessToken: accessToken(START - DAY, START + days * DAY),
        }),
      ]),
    ),
    applications: { 'application anaf': applicationView(anafProfile) },
    certificates: Object.fromEntries(
      names.map((id) => [id, certificateView({ id, holder: id, notAfter: START + 9000 * DAY })]),
    ),
    profiles: [anafProfile],
    backup: null,
    away: null,
  };
}

/** The notices of a program that was started at START, with everything around it at hand. */
function program(first: Omit<NoticeFacts, 'snoozes'> | null) {
  const world = {
    facts: first,
    now: START,
    isWatched: false,
    memory: noMemory,
    told: [] as OsNotice[],
    counts: [] as number[],
    changes: [] as Change[],
    waiting: [] as Array<() => void>,
  };
  const make = () =>
    createNotices({
      facts: () => world.facts,
      memory: { get: () => world.memory, keep: (memory) => (world.memory = memory) },
      announce: (changes) => void world.changes.push(...changes),
      tell: (notice) => void world.told.push(notice),
      showCount: (count) => void world.counts.push(count),
      isWatched: () => world.isWatched,
      shortly: (act) => void world.waiting.push(act),
      now: () => world.now,
    });
  let notices = make();
  const beatAt = (at: number): number => {
    world.now = at;
    const before = world.told.length;
    notices.beat();
    return world.told.length - before;
  };
  return {
    world,
    beatAt,
    restart: () => (notices = make()),
    snooze: (noticeId: string, until: 'tomorrow' | 'next-threshold') =>
      notices.calls['notices.snooze']({ noticeId, until }),
    follow: (changes: readonly Change[]) => notices.follow(changes),
    view: () => notices.view().map(({ id }) => id),
  };
}

function codeOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error instanceof FailureError ? error.failure : error;
  }
}

test('the desktop hears of all that is new at once, never twice, never within the hour, never in the first minute', () => {
  const { world, beatAt, restart } = program(holders({ A: 3, B: 20, C: 50 }));
  expect(beatAt(START)).toBe(0);
  expect(beatAt(START + MINUTE - 1)).toBe(0);
  expect(beatAt(START + MINUTE)).toBe(1);
  expect(world.told).toEqual([{ about: 'several', needPerson: 1, all: 3 }]);
  expect(world.counts).toEqual([1]);
  expect(beatAt(START + 3 * HOUR)).toBe(0);
  world.facts = holders({ A: 3, B: 20, C: 50, D: 6 });
  expect(beatAt(START + 4 * HOUR)).toBe(1);
  expect(world.told[1]).toMatchObject({ about: 'one', notice: { id: 'sign-in-by:D:7' } });
  world.facts = holders({ A: 3, B: 20, C: 50, D: 6, E: 6 });
  expect(beatAt(START + 5 * HOUR - 1)).toBe(0);
  restart();
  expect(beatAt(START + 5 * HOUR - 1)).toBe(0);
  expect(beatAt(START + 5 * HOUR)).toBe(0);
  expect(beatAt(START + 5 * HOUR + MINUTE)).toBe(1);
  restart();
  expect(beatAt(START + 7 * HOUR)).toBe(0);
  expect(beatAt(START + 8 * HOUR)).toBe(0);
});

test('what is seen in the window is not told', () => {
  const { world, beatAt } = program(holders({ A: 3 }));
  world.isWatched = true;
  expect(beatAt(START + 2 * HOUR)).toBe(0);
  world.isWatched = false;
  expect(beatAt(START + 4 * HOUR)).toBe(0);
  // The next threshold is news again.
  expect(beatAt(START + 2 * DAY + HOUR)).toBe(1);
});

test('at the start one summary of what happened meanwhile stands for the rest', () => {
  const away = { since: START, renewed: 3, needPerson: ['A'] };
  const facts = { ...holders({ A: -1, B: 3 }), away };
  const { world, beatAt } = program(facts);
  beatAt(START);
  expect(beatAt(START + MINUTE)).toBe(1);
  const [told] = world.told;
  expect(told?.about === 'one' && noticeSentence(en, told.notice, world.now)).toBe(
    'While you were away: 3 renewed, 1 needs a certificate.',
  );
  world.facts = { ...facts, away: { ...away, renewed: 4 } };
  expect(beatAt(START + 2 * HOUR)).toBe(0);
});

test('the summary waits until what is being renewed has ended, and is not told once it was seen', () => {
  const away = { since: START, renewed: 3, needPerson: [] };
  const renewing = { accounts: { R: accountView({ id: 'R', isRenewing: true }) } };
  const { world, beatAt, restart } = program({ ...holders({}), ...renewing, away });
  expect(beatAt(START + 2 * MINUTE)).toBe(0);
  world.facts = { ...holders({}), away };
  expect(beatAt(START + 3 * MINUTE)).toBe(1);
  restart();
  world.isWatched = true;
  beatAt(START + 5 * HOUR);
  world.isWatched = false;
  expect(beatAt(START + 9 * HOUR)).toBe(0);
});

test('no flood when the clock jumps ten years ahead and back', () => {
  const ends = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`H${index}`, 20 + index]));
  const { world, beatAt } = program(holders(ends));
  beatAt(START + MINUTE);
  expect(world.told).toHaveLength(1);
  const ahead = START + 3650 * DAY;
  for (let beat = 1; beat <= 60; beat += 1) beatAt(ahead + (beat * MINUTE) / 2);
  expect(world.told).toHaveLength(2);
  for (let beat = 1; beat <= 60; beat += 1) beatAt(START + 2 * HOUR + (beat * MINUTE) / 2);
  expect(world.told).toHaveLength(2);
  expect(world.counts).toEqual([0, 80, 0]);
});

test('while the vault is closed nothing is said, and nothing forgotten', () => {
  const facts = holders({ A: -1 });
  const { world, beatAt, view } = program(facts);
  expect(beatAt(START + HOUR)).toBe(1);
  world.facts = null;
  expect(beatAt(START + 2 * HOUR)).toBe(0);
  expect(view()).toEqual([]);
  world.facts = facts;
  expect(beatAt(START + 4 * HOUR)).toBe(0);
  expect(world.counts).toEqual([1, 0, 1]);
});

test('a snooze hides the notice and takes it from the count; only what is allowed is taken', () => {
  const { world, beatAt, snooze, view } = program(holders({ A: -1, B: 3 }));
  beatAt(START);
  expect(view()).toEqual(['sign-in-needed:A', 'sign-in-by:B:7']);
  expect(codeOf(() => snooze('sign-in-needed:A', 'next-threshold'))).toEqual({ code: 'input-refused', field: 'until' });
  expect(codeOf(() => snooze('sign-in-needed:X', 'tomorrow'))).toEqual({ code: 'input-refused', field: 'noticeId' });
  expect(view()).toHaveLength(2);
  void snooze('sign-in-needed:A', 'tomorrow');
  void snooze('sign-in-by:B:7', 'next-threshold');
  expect(view()).toEqual([]);
  expect(world.counts).toEqual([2, 1, 0]);
  beatAt(START + 2 * DAY + 1);
  expect(view()).toEqual(['sign-in-needed:A', 'sign-in-by:B:1']);
});

test('many changes are looked at once, and its own are not', () => {
  const { world, follow, view } = program(holders({ A: 3 }));
  const change: Change = { kind: 'accounts', id: 'A', value: null };
  follow([change]);
  follow([change]);
  expect(world.waiting).toHaveLength(1);
  world.waiting.shift()?.();
  expect(view()).toEqual(['sign-in-by:A:7']);
  expect(world.changes.map(({ kind }) => kind)).toEqual(['notices']);
  follow(world.changes);
  expect(world.waiting).toEqual([]);
  follow([change]);
  expect(world.waiting).toHaveLength(1);
});

test('several notices are counted in words: those that need somebody, else all', () => {
  expect(countedNotices(en, { needPerson: 3, all: 5 })).toBe('3 things need you');
  expect(countedNotices(en, { needPerson: 1, all: 2 })).toBe('1 thing needs you');
  expect(countedNotices(en, { needPerson: 0, all: 2 })).toBe('2 things to know');
});
