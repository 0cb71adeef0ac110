import { useEffect, useState } from 'react';

/** The longest that something waits for a busy window, ms. */
const LONGEST_WAIT_MS = 2000;

/** True once the window has been drawn and has nothing to do: the time for what is not needed at first. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const waiting = requestIdleCallback(() => setIdle(true), { timeout: LONGEST_WAIT_MS });
    return () => cancelIdleCallback(waiting);
  }, []);
  return isIdle;
}

/** True once what was drawn first is on the screen. */
export function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isPainted;
}
