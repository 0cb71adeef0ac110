import { useTranslation } from 'react-i18next';
import { MAX_COMPANY_NAME } from '../../../electron/contract/limits.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { useCertificate } from '../accounts/use-account.ts';
import type { Company } from './merge-companies.ts';

/** The organisation whose certificate the account signs in with, as a first label; null where it names none. */
export function useOwnCompany(account: AccountView): Company | null {
  const certificate = useCertificate(account);
  if (certificate === undefined || certificate.organisationNumber === null) return null;
  const { holder: name, organisationNumber: number } = certificate;
  return name.length > MAX_COMPANY_NAME ? null : { number, name };
}

/** Proposes that label: nothing is entered unless it is pressed. */
export function OwnCompany(props: {
  readonly company: Company;
  readonly isPending?: boolean;
  readonly onAdd: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Button isPending={props.isPending ?? false} onPress={props.onAdd}>
      {t('companies.own', { company: t('accounts.company', props.company) })}
    </Button>
  );
}
