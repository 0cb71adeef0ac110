import type { WebContents } from 'electron';

/** How long after a press a page may still act on it, ms (Chromium's own transient activation). */
const PRESS_LASTS_MS = 5000;

const presses: ReadonlySet<string> = new Set(['mouseDown', 'rawKeyDown', 'keyDown', 'gestureTap']);

/**
 * Watches what a person presses in a page, as the browser process sees it: no script can make it up.
 * @returns whether there was a press a moment ago that has not served yet; then it has
 */
export function watchPresses(contents: WebContents, now: () => number): () => boolean {
  let pressedAt = Number.NEGATIVE_INFINITY;
  contents.on('input-event', (_event, { type }) => {
    if (presses.has(type)) pressedAt = now();
  });
  return () => {
    const isFresh = now() - pressedAt <= PRESS_LASTS_MS;
    pressedAt = Number.NEGATIVE_INFINITY;
    return isFresh;
  };
}
