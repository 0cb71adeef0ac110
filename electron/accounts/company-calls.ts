import type { Profile } from '../authorities/schema.ts';
import { readNumber, type NumberAuthority } from '../contract/company-numbers.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import { readCompanies } from './company-lists.ts';
import { placeOf } from './place.ts';
import type { Company } from './records.ts';
import type { Store } from './store.ts';

/** The companies an account is used for; they are labels, and no authority hears of them. */
export function companyCalls(deps: {
  readonly store: () => Store;
  readonly profiles: () => readonly Profile[];
}): Pick<Handlers, Extract<keyof Handlers, `companies.${string}`>> {
  function authorityOf(accountId: string): NumberAuthority {
    const store = deps.store();
    return placeOf(deps.profiles(), store.application(store.account(accountId).applicationId)).profile.authority;
  }

  return {
    'companies.read': ({ accountId, text }) => readCompanies(text, authorityOf(accountId)),

    async 'companies.set'({ accountId, companies }) {
      const authority = authorityOf(accountId);
      const numbers = companies.map(({ number }) => number);
      await deps.store().changeAccount(accountId, (current) => {
        const known = new Set(current.companies.map(({ number }) => number));
        const wrong = companies.findIndex(
          ({ number }, at) => numbers.indexOf(number) !== at || !(known.has(number) || isKept(number, authority)),
        );
        if (wrong !== -1) fail({ code: 'input-refused', field: `companies.${wrong}.number` });
        return { ...current, companies: companies.map(tidy) };
      });
      return {};
    },
  };
}

/** Whether that is a number as it is kept. */
function isKept(number: string, authority: NumberAuthority): boolean {
  const reading = readNumber(number, authority);
  return reading !== null && 'number' in reading && reading.number === number;
}

function tidy({ number, name }: Company): Company {
  // What is not seen goes, above all what turns the direction of the text after it.
  const seen = name.replace(/\p{Cf}+/gu, '');
  return { number, name: seen.replace(/[\s\p{Cc}]+/gu, ' ').trim() };
}
