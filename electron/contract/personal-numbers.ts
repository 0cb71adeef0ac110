/** What stands for a digit that is not shown. */
const MASK = '•';

/** A year, a month and a day that were, under the rules of the calendar that has held since 1582. */
function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The years that two digits may stand for; what is asked is only whether the day was ever there. */
const centuries = [1900, 2000];

/** A Swedish coordination number (samordningsnummer) has 60 added to the day. */
const COORDINATION = 60;

function isDayOf(years: readonly number[], month: number, day: number): boolean {
  return years.some((year) => isDate(year, month, day) || isDate(year, month, day - COORDINATION));
}

/** The check digit of personnummer and samordningsnummer: mod 10 with weights 2, 1 (Luhn), over all ten digits. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of Array.from(digits).entries()) {
    const weighted = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

/** @param digits ten (year in two digits) or twelve */
function isPersonnummer(digits: string): boolean {
  const short = digits.slice(-10);
  const [month, day] = [Number(short.slice(2, 4)), Number(short.slice(4, 6))];
  const year = Number(digits.slice(0, -8));
  // "16" before ten digits marks a legal person; before 1800 nobody has such a number.
  const years = digits.length === 12 ? (year >= 1800 ? [year] : []) : centuries.map((century) => century + year);
  return isDayOf(years, month, day) && passesLuhn(short);
}

const cnpWeights = [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9];

/** The centuries that the first digit of a CNP (sex and century) leaves open; 7 to 9 say nothing of it. */
const cnpCenturies: Readonly<Record<string, readonly number[]>> = {
  ...{ 1: [1900], 2: [1900], 3: [1800], 4: [1800], 5: [2000], 6: [2000] },
  ...{ 7: centuries, 8: centuries, 9: centuries },
};

/** A Romanian CNP by its date and its check digit (mod 11 with weights 279146358279, 10 counting as 1). */
function isCnp(digits: string): boolean {
  const year = Number(digits.slice(1, 3));
  const [month, day] = [Number(digits.slice(3, 5)), Number(digits.slice(5, 7))];
  const isDated = (cnpCenturies[digits.charAt(0)] ?? []).some((century) => isDate(century + year, month, day));
  const sum = cnpWeights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0);
  const check = sum % 11 === 10 ? 1 : sum % 11;
  return isDated && check === Number(digits.charAt(12));
}

const BLANK = '[ \\u00a0\\u2009\\u202f]';
/** Also what a word processor makes of a dash. */
const DASH = '[-\\u2010-\\u2015\\u2212]';

/**
 * How the numbers are written, by no two of these at one place:
 * - 13 digits, the first one and the last six perhaps set off (`1 850101 221144`);
 * - 12 or 10 digits; ten straight after "RO" are a company's tax number;
 * - the last four set off by a dash, a blank, or a dash between blanks, a plus for who is past a hundred;
 * - the same with dashes within the date (`1985-07-09-9805`).
 */
const ways = [
  `\\d(?:${BLANK}|${DASH})?\\d{6}(?:${BLANK}|${DASH})?\\d{6}`,
  '\\d{12}',
  '(?<!\\bRO)\\d{10}',
  `\\d{6}(?:\\d{2})?(?:${BLANK}?(?:${DASH}|\\+)${BLANK}?|${BLANK})\\d{4}`,
  `\\d{4}${DASH}\\d{2}${DASH}\\d{2}${BLANK}?(?:${DASH}|\\+)${BLANK}?\\d{4}`,
];

/** Takes nothing of the text, since what is no number may end within one. Each start is tried a bounded number of times. */
const candidate = new RegExp(`(?<!\\d)(?=(${ways.join('|')})(?!\\d))`, 'gi');

/**
 * Masks the personal numbers in a text, all but their first and last two digits: Romanian CNP, Swedish personnummer and
 * samordningsnummer, wherever they stand (`PNORO-1850101…`, `SERIALNUMBER=19850709…`, a path). Known by date and check
 * digit, so that organisation numbers, CUI and other numbers of the same length stay, except where one in several
 * thousand happens to be a personal number too. Takes time linear in the length of the text.
 */
export function maskPersonalNumbers(text: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const { index, 1: found = '' } of text.matchAll(candidate)) {
    if (index < end || !isPersonal(found.replace(/\D/g, ''))) continue;
    parts.push(text.slice(end, index), masked(found));
    end = index + found.length;
  }
  return parts.join('') + text.slice(end);
}

function isPersonal(digits: string): boolean {
  return digits.length === 13 ? isCnp(digits) : isPersonnummer(digits);
}

function masked(number: string): string {
  return number.slice(0, 2) + number.slice(2, -2).replace(/\d/g, MASK) + number.slice(-2);
}
