import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const read = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../build/bounce-page/${name}`, import.meta.url)), 'utf8');

// A browser reads line ends as LF before it hashes.
const page = read('index.html').replaceAll('\r\n', '\n');
const script = only('script');
const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(page)?.[1] ?? '';

/** The content of the page's one element of this kind, without attributes. */
function only(tag: string): string {
  const found = [...page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))];
  expect(page.match(new RegExp(`<${tag}[\\s>]`, 'g'))?.length).toBe(1);
  return found[0]?.[1] ?? '';
}

test('its policy allows its own script and style by hash, and nothing else', () => {
  const hash = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  expect(policy.split(';').map((directive) => directive.trim())).toEqual([
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(only('style'))}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(page.indexOf('http-equiv="Content-Security-Policy"')).toBeLessThan(page.indexOf('<script>'));
  expect(page.indexOf('<meta name="referrer" content="no-referrer" />')).toBeLessThan(page.indexOf('<script>'));
});

test('it names no address but the program’s, and goes nowhere by itself', () => {
  expect(page.match(/[a-z][a-z+.-]*:\/\/[^`'"\s]*/g)).toEqual(['taxpass://oauth/callback?${new']);
  expect(page).not.toMatch(/\s(src|srcset|on[a-z]+|style|action)=/);
  expect(page).not.toMatch(/http-equiv="refresh"|<(iframe|img|link|object|embed|form|base)\b/i);
  expect(script).not.toMatch(
    /fetch|XMLHttpRequest|sendBeacon|innerHTML|eval|localStorage|cookie|location\s*=|\.click\(/,
  );
  expect(script).not.toMatch(/location\.(assign|replace|href)|window\.open/);
});

test('the first it does is to take the answer out of the address bar', () => {
  const statements = script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'));
  expect(statements.slice(0, 3)).toEqual([
    "'use strict';",
    'const query = location.search;',
    "history.replaceState(null, '', location.pathname);",
  ]);
});

test('it says the same in three languages', () => {
  const texts = /const TEXTS = (\{[\s\S]*?\n {6}\});/.exec(script)?.[1] ?? '';
  const keys = [...texts.matchAll(/^ {8}(\w\w): \{([\s\S]*?)^ {8}\},/gm)].map(([, language, body = '']) => [
    language,
    [...body.matchAll(/^ {10}(\w+):/gm)].map(([, key]) => key),
  ]);
  const all = ['title', 'about', 'code', 'error', 'nothing', 'refused', 'open', 'otherwise'];
  expect(keys).toEqual(['en', 'ro', 'sv'].map((language) => [language, all]));
});

test('its README names the header that a page cannot set for itself', () => {
  expect(read('README.md')).toContain("Content-Security-Policy: frame-ancestors 'none'");
});
