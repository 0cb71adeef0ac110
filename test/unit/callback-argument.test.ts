import { expect, test } from 'vitest';
import { callbackArgument } from '../../electron/signin/callback-argument.ts';

const scheme = 'taxpass';
const address = 'taxpass://oauth/callback?code=a&state=b';

test('the one address after the double dash is taken', () => {
  expect(callbackArgument(['taxpass', '--', address], scheme)).toBe(address);
  expect(callbackArgument(['electron', '/app', '--no-sandbox', '--', address], scheme)).toBe(address);
});

test.each([
  ['none', ['taxpass', '--']],
  ['two', ['taxpass', '--', address, address]],
  ['one before the double dash', ['taxpass', address, '--']],
  ['a switch that looks like one', ['taxpass', '--', `--url=${address}`]],
  ['another scheme', ['taxpass', '--', 'taxpass-practice://oauth/callback?code=a']],
  ['one that only begins alike', ['taxpass', '--', 'taxpassx://oauth/callback']],
  ['a file', ['taxpass', '--', '/tmp/taxpass:']],
  ['one too long', ['taxpass', '--', address + 'a'.repeat(20_000)]],
])('%s is not', (_name, argv) => {
  expect(callbackArgument(argv, scheme)).toBeNull();
});
