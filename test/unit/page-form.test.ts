import { describe, expect, test } from 'vitest';
import { passingForm } from '../../electron/signin/page-form.ts';

const base = new URL('https://orgoauth2.skatteverket.se/saml');
const form = (inside = '') =>
  `<form method="post" action="/next"><input type="hidden" name="a" value="1 &amp; 2">${inside}</form>`;

describe('a page that sends itself on is followed', () => {
  test.each([
    ['by a script', `<html><body>${form()}<script>document.forms[0].submit()</script></body></html>`],
    ['as soon as it is there', `<body onload="document.forms[0].submit()">${form()}</body>`],
    [
      'with a button for browsers without scripts',
      `<body onload="f.submit()">${form('<noscript><input type="submit" value="Go on"></noscript>')}</body>`,
    ],
  ])('%s', (_how, page) => {
    expect(passingForm(page, base)).toEqual({
      action: new URL('https://orgoauth2.skatteverket.se/next'),
      body: 'a=1+%26+2',
    });
  });
});

describe('nothing is pressed in a person’s place', () => {
  const later = '<script>function go() { document.forms[0].submit() }</script>';
  test.each([
    ['a link that consents', form(`<a href="#" onclick="document.forms[0].submit()">Godkänn</a>`)],
    ['a button that consents', form(`<button type="button" onclick="this.form.submit()">Jag godkänner</button>`)],
    [
      'a submit button',
      `<script>/* form.submit() when pressed */</script>${form('<input type="submit" value="Yes">')}`,
    ],
    [
      'two answers',
      `${later}${form('<button name="ans" value="no">No</button><button name="ans" value="yes">Yes</button>')}`,
    ],
    ['a field to fill in', `<body onload="f.submit()">${form('<input name="pin">')}</body>`],
    ['a choice', `<body onload="f.submit()">${form('<select name="who"><option>1</option></select>')}</body>`],
    ['two forms', `<body onload="f.submit()">${form()}${form()}</body>`],
    ['a form that is got', `<body onload="f.submit()">${form().replace('post', 'get')}</body>`],
  ])('%s', (_what, page) => {
    expect(passingForm(page, base)).toBeNull();
  });

  // Quadratic work over half a million characters would take minutes.
  test.each([
    '<script>'.repeat(60_000),
    '<noscript '.repeat(50_000),
    `<body ${'onload='.repeat(60_000)}`,
    '<form <body <input type=hidden '.repeat(16_000),
    `<body onload="submit()">${'<!--'.repeat(100_000)}`,
  ])('a hostile page is read in one pass (%#)', (page) => {
    expect(passingForm(page, base)).toBeNull();
  });
});
