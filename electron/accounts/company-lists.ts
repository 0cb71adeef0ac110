import type { CompaniesReading, LineProblem } from '../contract/company-calls.ts';
import { readNumber, type NumberAuthority } from '../contract/company-numbers.ts';
import { MAX_COMPANY_NAME } from '../contract/limits.ts';

/** A line longer than this is no row of a list, UTF-16 units. */
const LONGEST_LINE = 500;
/** A shorter number among other digits, or with some of its words left over, is more likely a row's or a part of one. */
const SURE_DIGITS = 6;
/** How much of a line is shown where it was not understood. */
const SHOWN = 80;

type ReadCompany = CompaniesReading['companies'][number];

/**
 * Reads the companies in a column or two of a spreadsheet, or a list: number and name in either order, between tabs,
 * semicolons, commas or blanks; the number also in brackets, or after what it is called ("CUI"). Every line that is not empty comes back as a company, a problem, a repetition or the
 * heading. The name is the first column of text; further columns are left out.
 */
export function readCompanies(text: string, authority: NumberAuthority): CompaniesReading {
  const companies = new Map<string, ReadCompany>();
  const problems: CompaniesReading['problems'] = [];
  const repeated: CompaniesReading['repeated'] = [];
  let heading: string | null = null;
  let isFirst = true;
  for (const [index, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    const line = index + 1;
    // A byte order mark is a blank too.
    const row = raw.trim();
    if (row === '') continue;
    const reading = readLine(bareNumber(row), authority);
    if ('problem' in reading) {
      if (isFirst && reading.problem === 'no-number' && isHeading(row)) heading = shown(row);
      else problems.push({ line, text: shown(row), problem: reading.problem });
    } else {
      const key = keyOf(reading.number);
      const first = companies.get(key);
      if (first === undefined) companies.set(key, { line, ...reading });
      else {
        repeated.push({ line, number: first.number, firstLine: first.line });
        companies.set(key, { ...first, name: first.name || reading.name });
      }
    }
    isFirst = false;
  }
  return { companies: [...companies.values()], problems, repeated, heading };
}

/** What a company's number is called, in Romanian and Swedish, as it stands before the number. */
const numberWord =
  /(?:C\.?\s?U\.?\s?I|C\.?\s?I\.?\s?F|cod(?:ul)?\s+(?:unic|fiscal)|org(?:anisations)?[.-]?\s?(?:nr|nummer))/.source;
const namedNumber = new RegExp(
  `[([]?(?<![\\p{L}\\d])(?:${numberWord}(?![\\p{L}\\d])[\\s.:;,/]*)+((?:RO|SE)?\\s?\\d(?:[\\d\\s.-]*\\d)?)[)\\]]?`,
  'giu',
);
/** As many digits as are no year, which may stand in brackets in a name. */
const numberInBrackets = /[([]\s*((?:RO|SE)?\s?\d(?:[\d\s.-]{4,}\d))\s*[)\]]/gi;

/** The row without brackets around its number and without the words that say what the number is. */
function bareNumber(row: string): string {
  return row.length > LONGEST_LINE ? row : row.replace(namedNumber, '  $1 ').replace(numberInBrackets, '  $1 ').trim();
}

/** A Swedish personal number is the same with its century and without it. */
function keyOf(number: string): string {
  return number.includes('-') ? number.slice(-11) : number;
}

type Line = Omit<ReadCompany, 'line'> | { readonly problem: LineProblem };

function readLine(row: string, authority: NumberAuthority): Line {
  if (row.length > LONGEST_LINE) return { problem: 'line-too-long' };
  let problem: LineProblem = 'no-number';
  for (const cells of splits(row)) {
    const readings = cells.map((cell) => readNumber(cell, authority));
    const found = longest(cells, readings);
    if (found !== null) {
      const name = nameIn(cells, found.at);
      return name.length > MAX_COMPANY_NAME ? { problem: 'name-too-long' } : { ...found.reading, name };
    }
    for (const reading of readings) {
      if (problem === 'no-number' && reading !== null && 'problem' in reading) problem = reading.problem;
    }
  }
  return { problem };
}

type GoodNumber = { readonly number: string; readonly isPersonal: boolean };

/** The cell with the longest good number: a row's number may pass for a short one. */
function longest(
  cells: readonly string[],
  readings: ReadonlyArray<ReturnType<typeof readNumber>>,
): { readonly at: number; readonly reading: GoodNumber } | null {
  let best: { at: number; reading: GoodNumber } | null = null;
  for (const [at, reading] of readings.entries()) {
    if (reading === null || 'problem' in reading) continue;
    const isOutdone = cells.some((cell, other) => other !== at && outdoes(cell, reading.number));
    if (!isOutdone && (best === null || reading.number.length > best.reading.number.length)) best = { at, reading };
  }
  return best;
}

/** Whether a cell of digits speaks against a shorter number beside it: then that one is a row's number. */
function outdoes(cell: string, number: string): boolean {
  if (!/^(RO|SE)?[\d\s.-]*\d$/i.test(cell.trim())) return false;
  const digits = cell.replace(/\D/g, '').length;
  return number.length < SURE_DIGITS || (digits >= SURE_DIGITS && digits > number.length);
}

/**
 * The first cell of words beside the number, else of digits that are no row's number. After a comma and a blank the
 * name goes on: a comma between columns has none behind it.
 */
function nameIn(cells: readonly string[], numberAt: number): string {
  const texts = cells.map((cell, at) => (at === numberAt ? '' : plain(cell).replace(/^[:,-]\s*|\s*[:,-]$/g, '')));
  const words = texts.findIndex((text) => /\p{L}/u.test(text) && !/^(RO|SE)$/i.test(text));
  const start = words === -1 ? texts.findLastIndex((text) => text !== '') : words;
  if (start === -1) return '';
  const after = cells.findIndex((cell, at) => at > start && (texts[at] === '' || !/^\s/.test(cell)));
  return texts.slice(start, after === -1 ? texts.length : after).join(', ');
}

/** One line of words: control characters and runs of blanks are one blank. */
function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** The ways to see a line as cells, the surest first. */
function splits(row: string): ReadonlyArray<readonly string[]> {
  const separator = ['\t', ';', ','].find((one) => row.includes(one));
  const spaced = row.split(/\s{2,}/);
  return [
    ...(separator === undefined
      ? []
      : [cellsOf(row, separator).map((cell) => (separator === ',' ? cell : cell.trim()))]),
    [row],
    ...(spaced.length > 1 ? [spaced] : []),
    ...numberAtAnEnd(row),
  ];
}

/**
 * "18547290 ALFA SRL" and "ALFA SRL RO 18547290": the words of digits at an end, or the outermost of them alone, where
 * the name begins or ends with digits too.
 */
function numberAtAnEnd(row: string): ReadonlyArray<readonly string[]> {
  const words = row.split(/\s+/);
  const isOfDigits = (word: string): boolean => /^(RO|SE)?\d[\d.-]*[:,]?$|^(RO|SE)$/i.test(word);
  const front = words.findIndex((word) => !isOfDigits(word));
  const back = words.findLastIndex((word) => !isOfDigits(word)) + 1;
  const cut = (at: number): string[] => [words.slice(0, at).join(' '), words.slice(at).join(' ')].map(withoutColon);
  const isSure = (cells: readonly string[]): boolean =>
    cells.some((cell) => !cell.includes(' ') && cell.replace(/\D/g, '').length >= SURE_DIGITS);
  return [
    ...[front, back].filter((at) => at > 0 && at < words.length).map(cut),
    ...[1, words.length - 1].map(cut).filter(isSure),
  ];
}

function withoutColon(cell: string): string {
  return cell.replace(/[:,]$/, '');
}

/** The cells between separators; a cell in quotes may hold the separator, and doubled quotes stand for one (RFC 4180). */
function cellsOf(row: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let rest = row;
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest);
    const after = quoted === null ? '' : rest.slice(quoted[0].length);
    if (quoted !== null && (after === '' || after.startsWith(separator))) {
      cells.push((quoted[1] ?? '').replaceAll('""', '"'));
      if (after === '') return cells;
      rest = after.slice(1);
      continue;
    }
    const end = rest.indexOf(separator);
    cells.push(end === -1 ? rest : rest.slice(0, end));
    if (end === -1) return cells;
    rest = rest.slice(end + 1);
  }
}

/** Words that spreadsheets head such columns with, in Romanian, Swedish and English. */
const headingWord =
  /(^|[^\p{L}])(cui|cif|cod|nr|crt|denumire\p{L}*|nume|firm[aăe]|client\p{L}*|societate\p{L}*|org\p{L}*|företag\p{L}*|namn|kund\p{L}*|numm?er|number|name|compan\p{L}*|vat|tax)([^\p{L}]|$)/iu;

/** Whether a first line without a number heads the columns: it says what they hold, and has no digit. */
function isHeading(row: string): boolean {
  return !/\d/.test(row) && headingWord.test(row);
}

function shown(row: string): string {
  const text = plain(row);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
