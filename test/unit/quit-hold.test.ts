import { describe, expect, it, vi } from 'vitest';
import { createQuitHold } from '../../electron/desktop/quit-hold.ts';

function setting(first: { requests: number; unsaved: number }) {
  const stakes = { ...first };
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => (settle = resolve));
  const seen = { quits: 0, stops: 0, asked: 0 };
  const person = { triesAgain: true };
  const hold = createQuitHold({
    stakes: {
      atStake: () => stakes,
      settle: () => settled,
      stop: () => void (seen.stops += 1),
    },
    quit: () => void (seen.quits += 1),
    askAgain: () => {
      seen.asked += 1;
      return Promise.resolve(person.triesAgain);
    },
  });
  return { hold, stakes, seen, person, settle };
}

describe('the end of the program', () => {
  it('is not held where nothing is at stake, and then nothing is stopped', () => {
    const { hold, seen } = setting({ requests: 0, unsaved: 0 });
    expect(hold.beforeQuit()).toBe(false);
    expect(hold.beforeSessionEnd()).toBe(false);
    expect(seen.stops).toBe(0);
    hold.sessionEnds();
    expect(seen.stops).toBe(1);
  });

  it('is held until the requests under way have ended, lets none begin, and then comes by itself', async () => {
    const { hold, stakes, seen, settle } = setting({ requests: 1, unsaved: 0 });
    expect(hold.beforeQuit()).toBe(true);
    expect(hold.beforeQuit()).toBe(true);
    expect(seen).toEqual({ quits: 0, stops: 1, asked: 0 });
    stakes.requests = 0;
    settle();
    await vi.waitFor(() => expect(seen.quits).toBe(1));
    expect(hold.beforeQuit()).toBe(false);
  });

  it('asks about what the disk refuses; at the end of a session nobody is there to be asked', async () => {
    const quit = setting({ requests: 0, unsaved: 1 });
    quit.person.triesAgain = false;
    expect(quit.hold.beforeQuit()).toBe(true);
    quit.settle();
    await vi.waitFor(() => expect(quit.seen).toEqual({ quits: 1, stops: 1, asked: 1 }));

    const session = setting({ requests: 0, unsaved: 1 });
    expect(session.hold.beforeSessionEnd()).toBe(true);
    session.settle();
    await vi.waitFor(() => expect(session.seen).toEqual({ quits: 1, stops: 1, asked: 0 }));
  });

  it('waits for an answer no longer than a session waits for us, also where it was quitting already', async () => {
    vi.useFakeTimers();
    try {
      const { hold, seen } = setting({ requests: 1, unsaved: 0 });
      expect(hold.beforeQuit()).toBe(true);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(hold.beforeSessionEnd()).toBe(true);
      await vi.advanceTimersByTimeAsync(19_000);
      expect(seen.quits).toBe(0);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(seen.quits).toBe(1);
      await vi.advanceTimersByTimeAsync(150_000);
      expect(seen.quits).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });
});
