import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../../build/scripts/repository-root.mjs';
import { openSeedsLine, parseSeeds, readSeedsPage, seedNumbers } from '../../build/scripts/seeds.mjs';

const page = readSeedsPage();

/** The text of a file of the repository; null where there is none. */
function textOf(file: string): string | null {
  const path = join(repositoryRoot, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Whether a test, or a step of the tour, has exactly that title in its source. */
function hasTitle(source: string, title: string): boolean {
  const exactly = title.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return ["'", '"', '`'].some((quote) => new RegExp(String.raw`\(\s*${quote}${exactly}${quote},`).test(source));
}

/** All that is wrong with a page of seeds. */
function problemsOf(text: string): string[] {
  const seeds = parseSeeds(text);
  const numbers = seeds.map(({ number }) => number);
  return [
    ...seedNumbers.filter((number) => !numbers.includes(number)).map((number) => `${number} is missing`),
    ...numbers.filter((number) => !seedNumbers.includes(number)).map((number) => `${number} is no statement`),
    ...numbers.filter((number, index) => numbers.indexOf(number) !== index).map((number) => `${number} is there twice`),
    ...seeds.flatMap(({ number, code, tests, open, malformed }) => [
      ...malformed.map((item) => `${number}: not an item: ${item}`),
      ...(open === null && code.length === 0 ? [`${number} names no code and is not open`] : []),
      ...(open === null && tests.length === 0 ? [`${number} names no test and is not open`] : []),
      ...(open !== null && open.length < 20 ? [`${number} is open without a reason`] : []),
      ...code.flatMap(({ file, names }) => {
        const source = textOf(file);
        if (source === null) return [`${number}: no file ${file}`];
        return names.filter((name) => !source.includes(name)).map((name) => `${number}: no ${name} in ${file}`);
      }),
      ...tests.flatMap(({ file, title }) => {
        const source = /^test\/(unit|integration|e2e|tour|package)\//.test(file) ? textOf(file) : null;
        if (source === null) return [`${number}: no test file ${file}`];
        return hasTitle(source, title) ? [] : [`${number}: no test “${title}” in ${file}`];
      }),
    ]),
  ];
}

test('docs/seeds.md answers for every statement once, by code and tests that are there, or says why not yet', () => {
  expect(problemsOf(page)).toEqual([]);
});

const R4 = /^### R4 [^]*?(?=^### )/m.exec(page)?.[0] ?? '';
const without = (part: RegExp | string) => page.replace(R4, R4.replace(part, ''));

test.each([
  ['a statement is missing', page.replace(R4, ''), 'R4 is missing'],
  ['a statement is there twice', page.replace(R4, R4 + R4), 'R4 is there twice'],
  ['a number does not exist', page.replace(R4, R4.replace('R4', 'R23') + R4), 'R23 is no statement'],
  ['no code is named', without(/^- code:.*\n(?: +.*\n)*/gm), 'R4 names no code and is not open'],
  ['no test is named', without(/^- test:.*\n(?: +.*\n)*/gm), 'R4 names no test and is not open'],
  [
    'a code file does not exist',
    page.replace(R4, `${R4}- code: \`electron/gone.ts\` — \`x\`\n`),
    'no file electron/gone.ts',
  ],
  [
    'a name is not in its file',
    page.replace(R4, `${R4}- code: \`electron/main.ts\` — \`noSuchName\`\n`),
    'R4: no noSuchName in electron/main.ts',
  ],
  [
    'a test file does not exist',
    page.replace(R4, `${R4}- test: \`test/unit/gone.test.ts\` — \`x\`\n`),
    'R4: no test file test/unit/gone.test.ts',
  ],
  [
    'a test is not in its file',
    page.replace(R4, `${R4}- test: \`test/unit/seeds.test.ts\` — \`docs/seeds\`\n`),
    'R4: no test “docs/seeds” in test/unit/seeds.test.ts',
  ],
  ['an item has another form', page.replace(R4, `${R4}- tests: none\n`), 'R4: not an item: - tests: none'],
  ['something is open without a reason', page.replace(R4, `${R4}- open: later\n`), 'R4 is open without a reason'],
])('it is noticed when %s', (_what, changed, problem) => {
  expect(changed).not.toBe(page);
  expect(problemsOf(changed).join('\n')).toContain(problem);
});

test('npm test says how many are open, and which', () => {
  const seed = (number: string, open: string | null) => ({ number, code: [], tests: [], open, malformed: [] });
  expect(openSeedsLine([seed('R1', 'why'), seed('R2', null), seed('S4', 'why')])).toBe(
    'seeds: 2 of 44 statements open (R1, S4)',
  );
  expect(openSeedsLine([seed('R1', null)])).toBe('seeds: 0 of 44 statements open');
});
