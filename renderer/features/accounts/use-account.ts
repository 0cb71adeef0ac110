import { useContext, useSyncExternalStore } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type {
  AccountView,
  ApplicationView,
  AttemptView,
  CertificateView,
  ProfileView,
} from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { flowThatDiffers, useApplicationName } from '../applications/telling-apart.ts';
import { accountState, certificateOf, renewableUntil, type AccountState } from '../../state/lifetime.ts';
import { companiesOf } from '../../state/sorted-accounts.ts';
import { attemptOf } from '../sign-in/attempt-of.ts';
import { AlikeAccounts } from './alike-accounts.tsx';

const none: ReadonlySet<string> = new Set();

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
 * What the account is called: its companies, else its holder, else its application; `under` are those of holder and
 * application that the name does not say, and `whole` tells it from every other account.
 */
export function useAccountName(account: AccountView): { name: string; under: readonly string[]; whole: string } {
  const { t } = useTranslation();
  const application = useToldApart(account);
  const companies = companiesOf(account);
  // A label that says the holder once more says nothing.
  const holder = companies?.first === account.holder ? '' : account.holder;
  if (companies !== null) {
    const name = companies.others === 0 ? companies.first : t('accounts.companies', companies);
    const under = holder === '' ? [application] : [holder, application];
    const whole =
      holder === ''
        ? t('accounts.holderAndApplication', { holder: name, application })
        : t('accounts.companiesHolderAndApplication', { companies: name, holder, application });
    return { name, under, whole };
  }
  if (holder === '') return { name: application, under: [], whole: application };
  return { name: holder, under: [application], whole: t('accounts.holderAndApplication', { holder, application }) };
}

/**
 * The account's application by name; with how it signs in where that is the difference to another one of that name, and
 * with a number where even two accounts look alike.
 */
function useToldApart(account: AccountView): string {
  const { t } = useTranslation();
  const application = useApplication(account);
  const name = useApplicationName()(application);
  const flow = useSnapshot((snapshot) => flowThatDiffers(snapshot, application));
  const number = useContext(AlikeAccounts).get(account.id);
  const told = flow === null ? name : t('board.told.flow', { application: name, how: t(`profiles.${flow}.how`) });
  return number === undefined ? told : t('board.told.number', { application: told, number });
}

/** All companies of an account, for where its name has room for one only; empty without any. */
export function useCompanyNames({ companies }: AccountView): string {
  const { t } = useTranslation();
  const { formats } = useDesk();
  return formats.list(
    companies.map(({ name, number }) => (name === '' ? number : t('accounts.company', { name, number }))),
  );
}

/** Whether a new access token is being fetched for it, by a button here or by main itself. */
export function useIsFetching(account: AccountView): boolean {
  const { fetches } = useDesk();
  return useSyncExternalStore(fetches.subscribe, () => fetches.isRunning(account.id)) || account.isRenewing;
}

/** Whether the answer to a renewal was lost and the refresh token that was sent may still do. */
export function useIsAnswerLost(account: AccountView): boolean {
  return useClock((now) => account.answerLost && (renewableUntil(account) ?? 0) > now);
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

/**
 * The sign-in under way for an account. One that never had a token is not named by its attempt: that of the same
 * certificate is taken for its own while a token is fetched for it.
 */
export function useAttempt(account: AccountView): AttemptView | null {
  const isFetching = useIsFetching(account);
  const attempt = useSnapshot(({ attempts }) => attemptOf(attempts, { ...account, accountId: account.id }, none));
  const isUnnamed = isFetching && account.accessToken === null;
  return attempt?.accountId === account.id || isUnnamed ? attempt : null;
}
