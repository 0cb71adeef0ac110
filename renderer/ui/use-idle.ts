import { useEffect, useState } from 'react';

/** The longest that something waits for a busy window, ms. */
const LONGEST_WAIT_MS = 2000;

/** The frames until the first rows are out: they are measured, laid out and painted. */
const FIRST_FRAMES = 4;

/** True once the window has been drawn and has nothing to do: the time for what is not needed at first. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return isIdle;
}

/** Calls once what was drawn first is painted and the window has nothing to do; gives what calls it off. */
export function whenIdle(act: () => void): () => void {
  let waiting = 0;
  let frame = requestAnimationFrame(() => next(FIRST_FRAMES - 1));
  function next(left: number): void {
    if (left > 0) frame = requestAnimationFrame(() => next(left - 1));
    else waiting = requestIdleCallback(act, { timeout: LONGEST_WAIT_MS });
  }
  return () => {
    cancelAnimationFrame(frame);
    cancelIdleCallback(waiting);
  };
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
