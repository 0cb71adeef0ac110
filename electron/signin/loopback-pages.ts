import { createHash } from 'node:crypto';

/**
 * What a browser is shown by a loopback listener. `returned`: its callback was taken. `refused`: the authority said no.
 * `nothing`: whatever else was asked for; it says the same to a guess, to a late callback and to a forged one.
 */
export type LoopbackPage = 'returned' | 'refused' | 'nothing';

/** What the pages say, and in which language (BCP 47). Plain text without markup. */
export type LoopbackWords = {
  readonly language: string;
  readonly loopback: Readonly<Record<LoopbackPage, { readonly title: string; readonly text: string }>>;
};

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

/** The page as HTML, UTF-8. Nothing of a request is ever in it. */
export function loopbackHtml(page: LoopbackPage, { language, loopback }: LoopbackWords): string {
  const { title, text } = loopback[page];
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
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
