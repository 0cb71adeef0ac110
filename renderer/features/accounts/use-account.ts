import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView, ApplicationView } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { accountState, type AccountState } from '../../state/lifetime.ts';

/** The application of an account; undefined where it is not on this computer. */
export function useApplication(account: AccountView): ApplicationView | undefined {
  return useSnapshot((snapshot) => snapshot.applications[account.applicationId]);
}

/** What the account is called beside its holder. */
export function useApplicationName(account: AccountView): string {
  const { t } = useTranslation();
  const application = useApplication(account);
  if (application === undefined) return t('accounts.applicationGone');
  return application.name === '' ? t('applications.unnamed') : application.name;
}

/** Whether a fetch of this account was started here and has not ended. */
export function useIsFetching(accountId: string): boolean {
  const { fetches } = useDesk();
  return useSyncExternalStore(fetches.subscribe, () => fetches.isRunning(accountId));
}

/** The account's one word. */
export function useAccountState(account: AccountView): AccountState {
  const application = useApplication(account);
  const certificate = useSnapshot((snapshot) => snapshot.certificates[account.certificateId]);
  const isFetching = useIsFetching(account.id);
  const state = useClock((now) => accountState(account, application, certificate, now));
  return isFetching ? 'working' : state;
}
