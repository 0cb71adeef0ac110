import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { queryValue, withQueryValue } from './url-query.ts';

/** The query parameter that names a company at ANAF, by its number without `RO` (R12). */
export const COMPANY_FILL = 'cif';

type Companies = AccountView['companies'];

/** A preset's URL with the account's company where it asks for one and there is no other to choose. */
export function withOnlyCompany(url: string, fill: readonly string[], companies: Companies): string {
  const [only] = companies;
  if (only === undefined || companies.length > 1 || !fill.includes(COMPANY_FILL)) return url;
  return queryValue(url, COMPANY_FILL) === '' ? withQueryValue(url, COMPANY_FILL, only.number) : url;
}

/** What was typed for a parameter, as the authority takes it: a company's number without blanks and without `RO`. */
export function fillTyped(name: string, typed: string): string {
  return name === COMPANY_FILL ? typed.replace(/\s+/g, '').replace(/^RO/i, '') : typed.trim();
}

/** What is offered for a parameter: for a company's number those of the account. */
export function offeredFor(name: string, companies: Companies): ReadonlyArray<{ value: string; text: string }> {
  return name === COMPANY_FILL ? companies.map(({ number, name: text }) => ({ value: number, text })) : [];
}
