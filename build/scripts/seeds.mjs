import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from './repository-root.mjs';

/**
 * One statement of docs/seeds.md. `open` is the reason why something of it is still to come, null where nothing is;
 * `malformed` holds list items of no known form.
 * @typedef {{ number: string, code: { file: string, names: string[] }[], tests: { file: string, title: string }[],
 *   open: string | null, malformed: string[] }} Seed
 */

/** The numbers every statement of which docs/seeds.md answers for, in order. */
export const seedNumbers = ['R', 'S'].flatMap((letter) =>
  Array.from({ length: 22 }, (_, index) => letter + (index + 1)),
);

/** The text of docs/seeds.md. */
export function readSeedsPage() {
  return readFileSync(path.join(repositoryRoot, 'docs', 'seeds.md'), 'utf8');
}

/**
 * Reads the page's statements, in its order. A statement begins with a heading `### R1 …` and has list items `code:`,
 * `test:` and `open:`; an item goes on in the indented lines below it.
 * @param {string} page
 * @returns {Seed[]}
 */
export function parseSeeds(page) {
  const [, ...sections] = page.replaceAll(/\n {2,}(?=\S)/g, ' ').split(/^### /m);
  return sections.map((section) => {
    const number = section.split(/\s/, 1)[0] ?? '';
    /** @type {Seed} */
    const seed = { number, code: [], tests: [], open: null, malformed: [] };
    for (const line of section.split('\n')) if (line.startsWith('- ')) readItem(seed, line);
    return seed;
  });
}

/**
 * @param {Seed} seed
 * @param {string} line
 */
function readItem(seed, line) {
  const [, kind, rest = ''] = /^- (code|test|open):(.*)$/.exec(line) ?? [];
  const quoted = [...rest.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
  const [file, ...others] = quoted;
  if (kind === 'open') seed.open = rest.trim();
  else if (kind === 'code' && file !== undefined && others.length > 0) seed.code.push({ file, names: others });
  else if (kind === 'test' && file !== undefined && others.length === 1) {
    seed.tests.push({ file, title: others[0] ?? '' });
  } else seed.malformed.push(line);
}

/**
 * The line that `npm test` ends with about them.
 * @param {readonly Seed[]} seeds
 */
export function openSeedsLine(seeds) {
  const open = seeds.filter((seed) => seed.open !== null).map(({ number }) => number);
  const list = open.length > 0 ? ` (${open.join(', ')})` : '';
  return `seeds: ${open.length} of ${seedNumbers.length} statements open${list}`;
}
