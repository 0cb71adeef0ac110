import { readNumber, type NumberAuthority } from '../../../electron/contract/company-numbers.ts';
import type { SortedAccount } from '../../state/sorted-accounts.ts';

/** Letters that Unicode does not take apart into a plain one and its mark. */
const plain: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' };

/**
 * A text as it is looked for: without accents and capitals, and with numbers in one piece, however they are written:
 * "RO 14 399 840" and "14399840", "556000-0167" and "5560000167".
 */
export function searchable(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øłđæœßı]/g, (letter) => plain[letter] ?? letter)
    .replace(/(?<=\d)[\s.\-\u2010-\u2015\u2212]+(?=\d)/g, '')
    .replace(/\bro[\s-]*(?=\d)/g, '');
}

/** Which authority's way of writing a number is tried first: what both read is of as many digits at either. */
const numberAuthorities: readonly NumberAuthority[] = ['skatteverket', 'anaf'];

/** Digits of an organisation number or personnummer without what may stand before them: 16, or a century. */
const SWEDISH_DIGITS = 10;

/** The words of a query, all of which must be found; a company's number in whatever way it may be pasted. */
export function queryWords(query: string): readonly string[] {
  return searchable(query)
    .replace(/\bse[\s-]+(?=\d{12}\b)/g, 'se')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(coreOfNumber);
}

/**
 * The digits that every way of writing a company's number has: of "SE556012579001" and "165560125790" those of
 * "556012-5790". Another word stays as it is.
 */
function coreOfNumber(word: string): string {
  for (const authority of numberAuthorities) {
    const reading = readNumber(word, authority);
    if (reading === null || 'problem' in reading) continue;
    const digits = searchable(reading.number);
    return authority === 'skatteverket' ? digits.slice(-SWEDISH_DIGITS) : digits;
  }
  return word;
}

/** All that an account is found by, except its state and the words of its authority. */
export function foundBy({ name, application, facts }: SortedAccount): string {
  const { account, certificate } = facts;
  return [
    name,
    ...account.companies.flatMap((company) => [company.name, company.number]),
    account.holder,
    account.person,
    certificate?.organisationNumber ?? '',
    application,
  ]
    .map(searchable)
    .join('\n');
}
