import type { ProfileId } from '../contract/snapshot.ts';
import { certificateFacts } from './certificate-facts.ts';
import type { AccountRecord, ApplicationRecord, CertificateRecord } from './records.ts';
import { accountNameOf, type NamingStore } from './account-name.ts';
import { holderName } from './views.ts';

/** Whom or what an entry of the activity log is about, as it is called now. */
export type About = {
  readonly profile: ProfileId | null;
  readonly accountId: string | null;
  readonly name: string;
};

export const aboutNobody: About = { profile: null, accountId: null, name: '' };

export function aboutCertificate(record: CertificateRecord | undefined): About {
  return record ? { ...aboutNobody, name: holderName(certificateFacts(record)) } : aboutNobody;
}

export function aboutApplication(record: Pick<ApplicationRecord, 'profile' | 'name'> | undefined): About {
  return record ? { profile: record.profile, accountId: null, name: record.name } : aboutNobody;
}

function aboutAccount(store: NamingStore, account: AccountRecord): About {
  const application = aboutApplication(store.findApplication(account.applicationId));
  return { ...application, accountId: account.id, name: accountNameOf(store, account) };
}

/** The same by id; where the account is gone, its id is all there is. */
export function aboutAccountId(store: NamingStore, accountId: string | null): About {
  const account = accountId === null ? undefined : store.accounts().find(({ id }) => id === accountId);
  return account ? aboutAccount(store, account) : { ...aboutNobody, accountId };
}
