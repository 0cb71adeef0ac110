import { createContext, useState, type ReactNode } from 'react';
import { useSnapshot } from '../../state/context.ts';
import { numbersOfAlike } from '../applications/telling-apart.ts';

/** The number by which an account is told from others that look alike, by its id. */
export const AlikeAccounts = createContext<ReadonlyMap<string, number>>(new Map());

/** Numbers the accounts that look alike, once for all that name accounts; mostly there are none. */
export function NumberAlikeAccounts({ children }: { readonly children: ReactNode }) {
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const [last, setLast] = useState(() => ({ accounts, numbers: numbersOfAlike(accounts) }));
  if (last.accounts !== accounts) {
    const numbers = numbersOfAlike(accounts);
    // The same map as before where it says the same: then no name is drawn again.
    setLast({ accounts, numbers: isSame(last.numbers, numbers) ? last.numbers : numbers });
  }
  return <AlikeAccounts value={last.numbers}>{children}</AlikeAccounts>;
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([id, number]) => other.get(id) === number);
}
