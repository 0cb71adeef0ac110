import type { WebContents } from 'electron';

/**
 * Tells when a whole page has not come in full `limitMs` after the browser asked for it. What a page fetches later is its
 * own affair, and a page that stands waits for its person as long as the attempt lasts.
 * @param isWaiting whether it is a person, not the authority, that the page waits for: then it is given as long again
 * @returns stops watching
 */
export function watchSlowPages(
  contents: WebContents,
  limitMs: number,
  isWaiting: () => boolean,
  onSlow: (host: string) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => clearTimeout(timer);
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument, url }) => {
    if (!isMainFrame || isSameDocument) return;
    stop();
    const look = (): void => {
      if (isWaiting()) timer = setTimeout(look, limitMs);
      else onSlow(URL.canParse(url) ? new URL(url).host : '');
    };
    timer = setTimeout(look, limitMs);
  });
  contents.on('dom-ready', stop);
  contents.on('did-stop-loading', stop);
  contents.once('destroyed', stop);
  return stop;
}
