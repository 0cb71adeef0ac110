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

/**
 * A whole run of 13, 12 or 10 digits, the last four of the shorter ones perhaps set off by a dash (also one that a word
 * processor made of it) or, for who is past a hundred, a plus. Ten digits straight after "RO" are a company's tax
 * number. Each start is tried a bounded number of times.
 */
const candidate = /(?<!\d)(?:\d{13}|\d{12}|(?<!RO)\d{10}|\d{6}(?:\d{2})?[-+\u2010-\u2015\u2212]\d{4})(?!\d)/gi;

/**
 * Masks the personal numbers in a text, all but their first and last two digits: Romanian CNP, Swedish personnummer and
 * samordningsnummer, wherever they stand (`PNORO-1850101…`, `SERIALNUMBER=19850709…`, a path). Known by date and check
 * digit, so that organisation numbers, CUI and other numbers of the same length stay, except where one in several
 * thousand happens to be a personal number too. Takes time linear in the length of the text.
 */
export function maskPersonalNumbers(text: string): string {
  return text.replace(candidate, (found) => {
    const digits = found.replace(/\D/g, '');
    const isPersonal = digits.length === 13 ? isCnp(digits) : isPersonnummer(digits);
    return isPersonal ? found.slice(0, 2) + found.slice(2, -2).replace(/\d/g, MASK) + found.slice(-2) : found;
  });
}
