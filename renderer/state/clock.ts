/** The one clock of all countdowns. */
export type Clock = {
  /** Epoch ms, the end of the current second: a countdown never shows more than there is. */
  readonly now: () => number;
  readonly subscribe: (listener: () => void) => () => void;
};

const TICK_MS = 1000;

/**
 * Ticks on each whole second while somebody listens and the page is seen, and at once when it is seen again. Every
 * countdown is worked out from absolute times, so that a sleeping computer or a late tick never makes one wrong.
 */
export function startClock(page: Document): Clock {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function tick(): void {
    for (const listener of listeners) listener();
    schedule();
  }

  function schedule(): void {
    if (timer !== null) clearTimeout(timer);
    timer = listeners.size > 0 && !page.hidden ? setTimeout(tick, TICK_MS - (Date.now() % TICK_MS)) : null;
  }

  page.addEventListener('visibilitychange', tick);

  return {
    now: () => (Math.floor(Date.now() / TICK_MS) + 1) * TICK_MS,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) schedule();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) schedule();
      };
    },
  };
}
