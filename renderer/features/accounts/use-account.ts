import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AccountView,
  ApplicationView,
  AttemptView,
  CertificateView,
  ProfileView,
} from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { accountState, certificateOf, type AccountState } from '../../state/lifetime.ts';

/** The application of an account; undefined where it is not on this computer. */
export function useApplication(account: AccountView): ApplicationView | undefined {
  return useSnapshot((snapshot) => snapshot.applications[account.applicationId]);
}

/** The way an account signs in. */
export function useProfile(account: AccountView): ProfileView | undefined {
  const application = useApplication(account);
  return useSnapshot(({ profiles }) => profiles.find(({ id }) => id === application?.profile));
}

/** The certificate of an account; undefined without one, or where it is not on this computer. */
export function useCertificate(account: AccountView): CertificateView | undefined {
  return useSnapshot((snapshot) => certificateOf(snapshot, account));
}

/**
 * What the account is called: its holder, or without one its application; `whole` tells it from every other account.
 */
export function useAccountName(account: AccountView): { name: string; application: string; whole: string } {
  const { t } = useTranslation();
  const view = useApplication(account);
  const application =
    view === undefined ? t('accounts.applicationGone') : view.name === '' ? t('applications.unnamed') : view.name;
  const { holder } = account;
  if (holder === '') return { name: application, application, whole: application };
  return { name: holder, application, whole: t('accounts.holderAndApplication', { holder, application }) };
}

/** Whether a new access token is being fetched for it, by a button here or by main itself. */
export function useIsFetching(account: AccountView): boolean {
  const { fetches } = useDesk();
  return useSyncExternalStore(fetches.subscribe, () => fetches.isRunning(account.id)) || account.isRenewing;
}

/** The account's one word. */
export function useAccountState(account: AccountView): AccountState {
  const application = useApplication(account);
  const profile = useProfile(account);
  const certificate = useCertificate(account);
  const isFetching = useIsFetching(account);
  const state = useClock((now) => accountState({ account, application, certificate, profile }, now));
  return isFetching ? 'working' : state;
}

/** The newest sign-in under way for that application and, where it is named, that account. */
export function useAttempt(applicationId: string, accountId: string | null): AttemptView | null {
  return useSnapshot(({ attempts }) =>
    Object.values(attempts)
      .filter((one) => one.applicationId === applicationId)
      .filter((one) => accountId === null || one.accountId === null || one.accountId === accountId)
      .reduce<AttemptView | null>(
        (newest, one) => (newest === null || one.startedAt > newest.startedAt ? one : newest),
        null,
      ),
  );
}
