import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type ProtocolResponse, type Session } from 'electron';
import { Language } from '../contract/language.ts';

const SCHEME = 'taxpass-window';
/** The address of the one page; the window loads nothing else. */
export const WINDOW_URL = `${SCHEME}://window/index.html`;
const WINDOW_ORIGIN = `${SCHEME}://window`;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Must run before the app is ready: gives the window a real, secure origin of its own instead of `file:`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Whether a URL is the app's own page (its fragment and query apart). */
export function isWindowUrl(url: string): boolean {
  return URL.canParse(url) && `${new URL(url).protocol}//${new URL(url).host}` === WINDOW_ORIGIN;
}

/** How the built renderer is served. */
type Serving = {
  /** Where it lies; nothing outside is served. */
  readonly folder: string;
  /** Hears that the page has all that it names, and work of its own for a while. */
  readonly onServed: () => void;
};

/**
 * Serves the built renderer to this session. Not by `protocol.handle`: that has Node read its whole fetch for a Request
 * and a Response, while the first page waits (up to a tenth of a start).
 */
export function serveWindow(session: Session, { folder, onServed }: Serving): void {
  let awaited = new Set<string>();

  async function answerTo(address: string): Promise<ProtocolResponse> {
    const { pathname, searchParams } = new URL(address);
    const file = normalize(join(folder, pathname));
    const contentType = contentTypes[extname(file)];
    if (!isWindowUrl(address) || !file.startsWith(folder + sep) || contentType === undefined) return notFound;
    const data = await readFile(file).catch(() => null);
    if (data === null) return notFound;
    const isPage = extname(file) === '.html';
    if (isPage) awaited = namedIn(data.toString());
    else if (awaited.delete(pathname) && awaited.size === 0) setImmediate(onServed);
    // No opener policy: nothing can open this page, and for such a header Chromium begins its process a second time.
    return {
      data,
      headers: {
        'Content-Type': contentType,
        ...(isPage && preloads(searchParams.get('language'))),
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
      },
    };
  }

  const isServed = session.protocol.registerBufferProtocol(SCHEME, ({ url }, answer) => {
    void answerTo(url)
      .catch(() => notFound)
      .then(answer);
  });
  if (!isServed) throw new Error('the window cannot be served');
}

const notFound: ProtocolResponse = {
  statusCode: 404,
  headers: { 'Content-Type': 'text/plain' },
  data: Buffer.from('Not found'),
};

/** The paths of the scripts and styles that a built page names. */
function namedIn(page: string): Set<string> {
  return new Set(Array.from(page.matchAll(/ (?:src|href)="\.(\/assets\/[^"]+)"/g), ([, path]) => path ?? ''));
}

/** Has the words that a page speaks first asked for along with its scripts. */
function preloads(named: string | null): Readonly<Record<string, string>> {
  const language = Language.safeParse(named).data;
  return language === undefined ? {} : { Link: `</assets/first-words-${language}.js>; rel=modulepreload` };
}
