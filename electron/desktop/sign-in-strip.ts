import { filled } from './words/sentences.ts';
import type { Words } from './words/texts.ts';

/** What the strip above the authority's page says. */
export type StripState = {
  /** Host of the page that is shown; of the one on its way while `isConnecting`; empty where there is none. */
  readonly host: string;
  readonly isConnecting: boolean;
  /** Whether the page's origin gets the certificate when it asks; `none` where the sign-in uses no certificate. */
  readonly certificate: 'offered' | 'withheld' | 'none';
};

/** Height of the strip, in device-independent pixels. */
export const STRIP_HEIGHT = 38;

/** No script, no network: what is shown stands in the document itself. */
const contentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";

/** The host is cut at its beginning where it is too long: what matters is whose domain it ends in. */
const style = `
  :root { color-scheme: light dark; }
  html, body { margin: 0; height: 100%; overflow: hidden; }
  body { box-sizing: border-box; height: ${STRIP_HEIGHT}px; padding: 0 12px; display: flex; gap: 8px;
    align-items: center; font: 13px/1.4 system-ui, sans-serif; white-space: nowrap; cursor: default; user-select: none;
    color: #1c2330; background: #f2f4f7; border-bottom: 1px solid #b9c1cc; }
  svg { flex: none; width: 14px; height: 14px; fill: #14643b; }
  strong { min-width: 8em; overflow: hidden; text-overflow: ellipsis; direction: rtl; font-weight: 600; }
  .state { flex: none; color: #14643b; }
  .certificate { flex: 0 1000 auto; margin-left: auto; overflow: hidden; text-overflow: ellipsis; }
  @media (prefers-color-scheme: dark) {
    body { color: #e6eaf0; background: #1e242d; border-color: #48525f; }
    svg { fill: #7fd6a4; }
    .state { color: #7fd6a4; }
  }`;

const padlock =
  '<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 7V5a4 4 0 0 1 8 0v2h1v8H3V7zm2 0h4V5a2 2 0 0 0-4 0z"/></svg>';

/** The strip's whole document, as an address to load. */
export function stripAddress(state: StripState, words: Words): string {
  const document = `<!doctype html><html lang="${words.language}"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<title>Taxpass</title><style>${style}</style><body role="status">${stripBody(state, words)}</body></html>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(document)}`;
}

function stripBody({ host, isConnecting, certificate }: StripState, { signInWindow }: Words): string {
  const { connecting, verified, noPage, certificate: certificateWords } = signInWindow.strip;
  if (host === '') return `<span>${escaped(noPage)}</span>`;
  if (isConnecting) return `<span>${escaped(filled(connecting, { host }))}</span>`;
  return (
    `${padlock}<strong><bdi>${escaped(host)}</bdi></strong><span class="state">${escaped(verified)}</span>` +
    `<span class="certificate">${escaped(certificateWords[certificate])}</span>`
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
