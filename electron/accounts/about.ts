import type { ProfileId } from '../contract/snapshot.ts';
import type { AccountRecord, ApplicationRecord, CertificateRecord } from './records.ts';
import type { Store } from './store.ts';
import { certificateFacts, holderName } from './views.ts';

/** Whom or what an entry of the activity log is about, as it is called now. */
export type About = {
  readonly profile: ProfileId | null;
  readonly accountId: string | null;
  readonly name: string;
};

/** The records that names are taken from. */
export type NamingStore = Pick<Store, 'findCertificate' | 'findApplication' | 'accounts'>;

export const aboutNobody: About = { profile: null, accountId: null, name: '' };

export function aboutCertificate(record: CertificateRecord | undefined): About {
  return record ? { ...aboutNobody, name: holderName(certificateFacts(record)) } : aboutNobody;
}

export function aboutApplication(record: Pick<ApplicationRecord, 'profile' | 'name'> | undefined): About {
  return record ? { profile: record.profile, accountId: null, name: record.name } : aboutNobody;
}

/** An account is called by its certificate's holder, else by its only company, else by its application. */
function aboutAccount(store: NamingStore, account: AccountRecord): About {
  const certificate = account.certificateId === null ? undefined : store.findCertificate(account.certificateId);
  const application = aboutApplication(store.findApplication(account.applicationId));
  const [company, ...others] = account.companies;
  const label = others.length === 0 && company !== undefined ? company.name || company.number : application.name;
  return { ...application, accountId: account.id, name: certificate ? aboutCertificate(certificate).name : label };
}

/** The same by id; where the account is gone, its id is all there is. */
export function aboutAccountId(store: NamingStore, accountId: string | null): About {
  const account = accountId === null ? undefined : store.accounts().find(({ id }) => id === accountId);
  return account ? aboutAccount(store, account) : { ...aboutNobody, accountId };
}
