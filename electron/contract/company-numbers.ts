/** The authorities, by what a company's number is there. */
export type NumberAuthority = 'anaf' | 'skatteverket';

/**
 * What a text says as a company's number: the number as it is kept, what is wrong with it where it is meant as one, or
 * null where it is something else. `isPersonal`: it is a person's own number, as a sole trader may use it.
 */
export type NumberReading =
  { readonly number: string; readonly isPersonal: boolean } | { readonly problem: 'check-digit' | 'length' } | null;

/** Blanks, dashes and dots as spreadsheets, word processors and people set them into a number. */
const betweenDigits = /[\s.\-\u2010-\u2015\u2212]/g;

const readers: Readonly<Record<NumberAuthority, (digits: string) => NumberReading>> = {
  anaf: readRomanian,
  skatteverket: readSwedish,
};

/**
 * Reads a company's number: at ANAF a CUI, with or without `RO`; at Skatteverket an organisation number. It is kept as
 * the authority writes it: `18547290`, `556012-5790`.
 */
export function readNumber(text: string, authority: NumberAuthority): NumberReading {
  const plain = text.normalize('NFKC').trim().replace(betweenDigits, '');
  const digits = withoutPrefix(plain, authority);
  // One digit is a row's number, not a company's.
  return /^\d{2,}$/.test(digits) ? readers[authority](digits) : null;
}

/** `RO` and `SE` stand before VAT numbers; the Swedish one ends with 01 besides. */
function withoutPrefix(text: string, authority: NumberAuthority): string {
  if (authority === 'anaf') return text.replace(/^RO/i, '');
  return text.replace(/^SE(\d{10})01$/i, '$1');
}

function readRomanian(digits: string): NumberReading {
  if (digits.length === 13) return isCnp(digits) ? { number: digits, isPersonal: true } : { problem: 'check-digit' };
  const number = digits.replace(/^0+/, '');
  if (number.length < 2 || number.length > 10) return { problem: 'length' };
  return isCui(number) ? { number, isPersonal: false } : { problem: 'check-digit' };
}

/** The check digit of a CUI: control key 753217532, times 10, mod 11, where 10 counts as 0. */
function isCui(number: string): boolean {
  const body = number.slice(0, -1).padStart(9, '0');
  return ((weighted(body, '753217532') * 10) % 11) % 10 === Number(number.at(-1));
}

/** The check digit of a CNP: control key 279146358279, mod 11, where 10 counts as 1. */
function isCnp(number: string): boolean {
  const rest = weighted(number.slice(0, -1), '279146358279') % 11;
  return (rest === 10 ? 1 : rest) === Number(number.at(-1));
}

/** The sum of each digit times that of the control key at its place. */
function weighted(digits: string, key: string): number {
  return Array.from(digits).reduce((sum, digit, at) => sum + Number(digit) * Number(key[at]), 0);
}

function readSwedish(digits: string): NumberReading {
  if (digits.length !== 10 && digits.length !== 12) return { problem: 'length' };
  const short = digits.slice(-10);
  if (!passesLuhn(short)) return { problem: 'check-digit' };
  const century = digits.slice(0, -10);
  // What would be the month is 20 or more in every organisation number, so that none is a person's (SFS 1974:174).
  const isPersonal = Number(short.slice(2, 4)) < 20;
  if (century !== '' && (isPersonal ? !/^(18|19|20)$/.test(century) : century !== '16')) return { problem: 'length' };
  return { number: `${isPersonal ? century : ''}${short.slice(0, 6)}-${short.slice(6)}`, isPersonal };
}

/** Mod 10 with weights 2, 1 over all ten digits. */
function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits).reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
