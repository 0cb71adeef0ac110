import { createHash } from 'node:crypto';

/**
 * What a browser is shown by a loopback listener. `returned`: its callback was taken. `refused`: the authority said no.
 * `nothing`: whatever else was asked for; it says the same to a guess, to a late callback and to a forged one.
 */
export type LoopbackPage = 'returned' | 'refused' | 'nothing';

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.4rem; font-weight: 600; }
`;

/** Nothing may be loaded, run, framed or sent from a page of ours; its one style is named by its hash. */
export const loopbackPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const texts: Readonly<Record<LoopbackPage, { readonly title: string; readonly text: string }>> = {
  returned: {
    title: 'You can close this tab and go back to Taxpass',
    text: 'The sign-in has come back to this computer. Taxpass now asks for the access token and says how that ended.',
  },
  refused: {
    title: 'You can close this tab and go back to Taxpass',
    text: 'The sign-in did not lead to an access token this time. Taxpass says why.',
  },
  nothing: {
    title: 'There is nothing here',
    text: 'This address belongs to Taxpass and works once. If you are signing in, go back to Taxpass and open the sign-in page again from there.',
  },
};

/** The page as HTML, UTF-8. Nothing of a request is ever in it. */
export function loopbackHtml(page: LoopbackPage): string {
  const { title, text } = texts[page];
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    '</head>',
    `<body><main><h1>${title}</h1><p>${text}</p></main></body>`,
    '</html>',
    '',
  ].join('\n');
}
