import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

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

/**
 * Serves the built renderer from `folder` to this session, and nothing outside that folder. `onServed` hears of each file
 * that was handed out.
 */
export function serveWindow(session: Session, folder: string, onServed: () => void): void {
  session.protocol.handle(SCHEME, async (request) => {
    const file = normalize(join(folder, new URL(request.url).pathname));
    const contentType = contentTypes[extname(file)];
    if (!isWindowUrl(request.url) || !file.startsWith(folder + sep) || contentType === undefined) return notFound();
    try {
      const content = await readFile(file);
      onServed();
      return new Response(content, {
        headers: {
          'Content-Type': contentType,
          'Content-Security-Policy': contentSecurityPolicy,
          'X-Content-Type-Options': 'nosniff',
          'Referrer-Policy': 'no-referrer',
          'Cross-Origin-Opener-Policy': 'same-origin',
        },
      });
    } catch {
      return notFound();
    }
  });
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { 'Content-Type': 'text/plain' } });
}
