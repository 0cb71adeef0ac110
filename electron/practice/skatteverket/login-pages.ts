import type { Answer } from '../answer.ts';
import { loginButtons, persons } from './login-persons.ts';
import type { Person } from './login-persons.ts';

/** The name of the form field that the buttons fill. */
export const choiceField = 'val';

/** The values of the buttons that do not name a person. */
export const choices = { cancel: 'avbryt', approve: 'godkann', deny: 'neka' } as const;

/** Page 1: who signs in. */
export function loginPage(action: string, csrf: string, cookies: ReadonlyArray<string>): Answer {
  const buttons = persons.map(({ id, button }) => ({ value: id, text: button }));
  const content = `<h1>Logga in</h1>
<p>Välj vem som ska legitimera sig. Här finns ingen riktig e-legitimation.</p>
${form(action, csrf, [...buttons, { value: choices.cancel, text: loginButtons.cancel }])}`;
  return page('login', 200, 'Logga in', content, cookies);
}

/** Page 2: whether the program may call the APIs for this person. */
export function consentPage(action: string, csrf: string, person: Person, program: string, scope: string): Answer {
  const apis = scope.split(' ');
  const question = `Godkänner du att programmet ${program} anropar ${apis.length > 1 ? 'API:erna' : 'API:et'} ${apis.join(', ')} för din räkning?`;
  const content = `<h1>Medgivande</h1>
<p>Inloggad som ${escape(person.name)}.</p>
<p>${escape(question)}</p>
${form(action, csrf, [
  { value: choices.approve, text: loginButtons.approve },
  { value: choices.deny, text: loginButtons.deny },
])}`;
  return page('consent', 200, 'Medgivande', content);
}

/** A page that says what went wrong. */
export function problemPage(
  endpoint: string,
  status: number,
  paragraph: string,
  error: string,
  reason: string,
): Answer {
  const content = `<h1>Det gick inte att logga in</h1>\n<p>${escape(paragraph)}</p>`;
  return { ...page(endpoint, status, 'Det gick inte att logga in', content), error, reason };
}

function form(action: string, csrf: string, buttons: ReadonlyArray<{ value: string; text: string }>): string {
  const lines = buttons.map(
    ({ value, text }) =>
      `<p><button type="submit" name="${choiceField}" value="${escape(value)}">${escape(text)}</button></p>`,
  );
  return `<form method="post" action="${escape(action)}">
<input type="hidden" name="csrf" value="${escape(csrf)}">
${lines.join('\n')}
</form>`;
}

/** No `form-action` in the policy: Chromium would apply it to the redirect that follows the form, and stop the callback. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'";

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
button{font:inherit;padding:.5rem 1rem}
.practice{border:2px solid #8a5a00;background:#fff6e0;padding:.5rem 1rem}`;

function page(
  endpoint: string,
  status: number,
  title: string,
  content: string,
  cookies: ReadonlyArray<string> = [],
): Answer {
  const body = `<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – övning</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<p class="practice"><strong>ÖVNING</strong> Det här är Taxpass övningsmyndighet, inte Skatteverket.</p>
${content}
</main>
</body>
</html>
`;
  const headers = [
    ['Content-Type', 'text/html; charset=utf-8'] as const,
    ['Cache-Control', 'no-store'] as const,
    ['Content-Security-Policy', contentSecurityPolicy] as const,
    ['X-Content-Type-Options', 'nosniff'] as const,
    ['Referrer-Policy', 'same-origin'] as const,
    ...cookies.map((cookie) => ['Set-Cookie', cookie] as const),
  ];
  return { status, headers, body, endpoint, error: null, reason: null };
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
