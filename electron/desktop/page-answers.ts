import type { WebContents } from 'electron';
import type { AuthorityPage } from '../signin/judge-answer.ts';

type PageAnswer = AuthorityPage & { readonly leadsOn: boolean };

/** A world of its own beside the page's scripts: they cannot change what is read there. */
const READING_WORLD = 999;

/**
 * What a page can be read as: at most 20 000 characters of what a person sees on it, or of a body that is no HTML; and
 * whether it has anything a person or a script could go on with.
 */
const READ_PAGE = `(() => {
  const isHtml = document.contentType.includes('html');
  const text = isHtml ? document.body?.innerText : (document.querySelector('pre') ?? document.documentElement)?.textContent;
  const ways = 'form, button, input, a[href], area[href], iframe, frame, object, script, meta[http-equiv="refresh" i]';
  return {
    address: location.href,
    text: (text ?? '').slice(0, 20000),
    leadsOn: isHtml && document.querySelector(ways) !== null,
  };
})()`;

/** Tells of every whole page that came from one of `origins`, once it is there, with the status it was answered with. */
export function watchAnswers(
  contents: WebContents,
  origins: readonly string[],
  onAnswer: (answer: PageAnswer) => void,
): void {
  let last: { readonly address: string; readonly status: number } | null = null;
  contents.on('did-navigate', (_event, address, status) => {
    last = { address, status };
  });
  contents.on('dom-ready', () => {
    const page = last;
    if (page === null || !URL.canParse(page.address) || !origins.includes(new URL(page.address).origin)) return;
    const reading = contents.executeJavaScriptInIsolatedWorld(READING_WORLD, [{ code: READ_PAGE }]);
    reading.then(
      (read: unknown) => {
        // The next page may have come while this one was being read.
        if (last !== page || !isReading(read) || read.address !== page.address) return;
        onAnswer({ url: new URL(page.address), status: page.status, text: read.text, leadsOn: read.leadsOn });
      },
      // The page went away.
      () => undefined,
    );
  });
}

type Reading = { readonly address: string; readonly text: string; readonly leadsOn: boolean };

function isReading(value: unknown): value is Reading {
  if (typeof value !== 'object' || value === null) return false;
  if (!('address' in value) || !('text' in value) || !('leadsOn' in value)) return false;
  return typeof value.address === 'string' && typeof value.text === 'string' && typeof value.leadsOn === 'boolean';
}
