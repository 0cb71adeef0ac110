import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startClock } from '../../renderer/state/clock.ts';

/** As much of a document as the clock knows: whether it is seen. */
class FakePage extends EventTarget {
  hidden = false;

  show(isSeen: boolean): void {
    this.hidden = !isSeen;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

/** Between two whole seconds, epoch ms. */
const START = 1_700_000_000_300;

function clockOn(page: FakePage) {
  return startClock(page as unknown as Document);
}

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the clock', () => {
  it('ticks on each whole second', () => {
    const clock = clockOn(new FakePage());
    const times: number[] = [];
    clock.subscribe(() => times.push(Date.now()));
    vi.advanceTimersByTime(699);
    expect(times).toEqual([]);
    vi.advanceTimersByTime(3001);
    expect(times).toEqual([1000, 2000, 3000, 4000].map((after) => START - 300 + after));
  });

  it('says the end of the current second, so that nothing is shown for longer than it lasts', () => {
    const clock = clockOn(new FakePage());
    expect(clock.now()).toBe(START + 700);
    vi.setSystemTime(START + 699);
    expect(clock.now()).toBe(START + 700);
    vi.setSystemTime(START + 700);
    expect(clock.now()).toBe(START + 1700);
  });

  it('is one for all who listen', () => {
    const clock = clockOn(new FakePage());
    const listeners = Array.from({ length: 1000 }, () => vi.fn());
    for (const listener of listeners) clock.subscribe(listener);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(700);
    expect(vi.getTimerCount()).toBe(1);
    for (const listener of listeners) expect(listener).toHaveBeenCalledTimes(1);
  });

  it('does not drift where a tick comes late or what it leads to takes long', () => {
    const clock = clockOn(new FakePage());
    const times: number[] = [];
    clock.subscribe(() => {
      times.push(Date.now() - START + 300);
      vi.setSystemTime(Date.now() + 240);
    });
    for (let step = 0; step < 50; step += 1) vi.advanceTimersToNextTimer();
    expect(times).toEqual(Array.from({ length: 50 }, (_, index) => (index + 1) * 1000));
  });

  it('goes on from the time there is when the computer has slept', () => {
    const clock = clockOn(new FakePage());
    const times: number[] = [];
    clock.subscribe(() => times.push(clock.now()));
    vi.setSystemTime(START + 3_600_000);
    vi.advanceTimersToNextTimer();
    vi.advanceTimersToNextTimer();
    const awake = (times[0] ?? 0) - START;
    expect(awake).toBeGreaterThan(3_600_000);
    expect(times).toEqual([START + awake, START + awake + 1000]);
  });

  it('has no timer before anybody listens, nor after the last has gone', () => {
    const clock = clockOn(new FakePage());
    expect(vi.getTimerCount()).toBe(0);
    const listener = vi.fn();
    const leave = [clock.subscribe(listener), clock.subscribe(() => undefined)];
    leave[0]?.();
    expect(vi.getTimerCount()).toBe(1);
    leave[1]?.();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(10_000);
    expect(listener).not.toHaveBeenCalled();
    clock.subscribe(listener);
    vi.advanceTimersByTime(1000);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('has none left where the last goes while it is told', () => {
    const clock = clockOn(new FakePage());
    const leave = clock.subscribe(() => leave());
    vi.advanceTimersByTime(700);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('where the page is hidden, the clock', () => {
  it('stands still, and ticks at once when the page is seen again', () => {
    const page = new FakePage();
    const clock = clockOn(page);
    const listener = vi.fn();
    clock.subscribe(listener);
    page.show(false);
    listener.mockClear();
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(listener).not.toHaveBeenCalled();
    page.show(true);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(700);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('does not begin for whoever comes then', () => {
    const page = new FakePage();
    const clock = clockOn(page);
    page.show(false);
    const listener = vi.fn();
    clock.subscribe(listener);
    expect(vi.getTimerCount()).toBe(0);
    page.show(true);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('has no timer where nobody listens, seen or not', () => {
    const page = new FakePage();
    clockOn(page);
    page.show(false);
    page.show(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
