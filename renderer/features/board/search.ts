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
    .replace(/(?<=\d)[\s.\-\u2010-\u2013]+(?=\d)/g, '')
    .replace(/\bro[\s-]*(?=\d)/g, '');
}

/** The words of a query, all of which must be found. */
export function queryWords(query: string): readonly string[] {
  return searchable(query)
    .split(/\s+/)
    .filter((word) => word !== '');
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
