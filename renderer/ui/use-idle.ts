import { useEffect, useState } from 'react';

/** The longest that something waits for a busy window, ms. */
const LONGEST_WAIT_MS = 2000;

/** True once the window has been drawn and has nothing to do: the time for what is not needed at first. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return isIdle;
}

/** Calls once what was drawn first is on the screen and the window has nothing to do; gives what calls it off. */
export function whenIdle(act: () => void): () => void {
  let waiting = 0;
  const callOff = whenPainted(() => (waiting = requestIdleCallback(act, { timeout: LONGEST_WAIT_MS })));
  return () => {
    callOff();
    cancelIdleCallback(waiting);
  };
}

/** True once what was drawn first is on the screen. */
export function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => whenPainted(() => setPainted(true)), []);
  return isPainted;
}

/** Calls once the page's first content was presented (Paint Timing); frames are begun long before the first one is. */
function whenPainted(act: () => void): () => void {
  const watch = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return;
    watch.disconnect();
    act();
  });
  watch.observe({ type: 'paint', buffered: true });
  return () => watch.disconnect();
}
