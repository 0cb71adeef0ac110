import { certificateFacts } from './certificate-facts.ts';
import type { AccountRecord } from './records.ts';
import type { Store } from './store.ts';
import { holderName } from './views.ts';

/** The records that names are taken from. */
export type NamingStore = Pick<Store, 'findCertificate' | 'findApplication' | 'accounts'>;

/** The holder of the account's certificate; empty without one. */
export function holderNameOf(store: Pick<NamingStore, 'findCertificate'>, { certificateId }: AccountRecord): string {
  const certificate = certificateId === null ? undefined : store.findCertificate(certificateId);
  return certificate === undefined ? '' : holderName(certificateFacts(certificate));
}

/**
 * What an account is called wherever it is named in one line, here as in the window: its first company and how many
 * more there are, else its certificate's holder or who signs in, else its application.
 */
export function accountNameOf(store: NamingStore, account: AccountRecord): string {
  const [first, ...others] = account.companies;
  if (first !== undefined) {
    const company = first.name === '' ? first.number : first.name;
    return others.length === 0 ? company : `${company} + ${others.length}`;
  }
  const holder = holderNameOf(store, account) || account.person;
  return holder === '' ? (store.findApplication(account.applicationId)?.name ?? '') : holder;
}
