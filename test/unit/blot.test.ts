import { expect, test } from 'vitest';
import { blotter } from '../../electron/network/blot.ts';

const secret = 'S3cret/+"&<å>-value';

test.each([
  ['itself', secret],
  ['in capitals', secret.toUpperCase()],
  ['in JSON', JSON.stringify({ echo: secret })],
  ['URL-encoded', `?echo=${encodeURIComponent(secret)}`],
  ['URL-encoded, lower case', encodeURIComponent(secret).toLowerCase()],
  ['form-encoded', new URLSearchParams([['echo', secret]]).toString()],
  ['in hex', Buffer.from(secret).toString('hex').toUpperCase()],
  ['in base64', Buffer.from(secret).toString('base64')],
  ['in a Basic header', `Basic ${Buffer.from(`some-id:${secret}`).toString('base64')}`],
  ['in base64url, offset by two', Buffer.from(`ab${secret}`).toString('base64url')],
  [
    'escaped for HTML',
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  ],
])('a secret is blotted out %s', (_form, text) => {
  const blotted = blotter([secret])(`before ${text} after`);
  expect(blotted).toContain('••••••');
  expect(blotted.startsWith('before ')).toBe(true);
  expect(blotted.endsWith(' after')).toBe(true);
  // Not even half of it is left in that form.
  const middle = text.slice(Math.floor(text.length / 2) - 3, Math.floor(text.length / 2) + 4);
  expect(blotted).not.toContain(middle);
});

test('other text stays as it is, and empty or short secrets blot nothing', () => {
  expect(blotter([secret, '', 'ab'])('about a tablet')).toBe('about a tablet');
});

test('two secrets, one within the other, go whole', () => {
  expect(blotter(['abcdefgh', 'abcdefghijkl'])('x abcdefghijkl y abcdefgh z')).toBe('x •••••• y •••••• z');
});
