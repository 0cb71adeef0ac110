import { useTranslation } from '../../i18n/use-translation.ts';
import { MAX_COMPANY_NAME } from '../../../electron/contract/limits.ts';
import { readNumber, type NumberAuthority } from '../../../electron/contract/company-numbers.ts';
import type { AccountView, CertificateView } from '../../../electron/contract/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { useCertificate, useProfile } from '../accounts/use-account.ts';
import type { Company } from './merge-companies.ts';

/** The organisation whose certificate the account signs in with, as a first label; null where it names none. */
export function useOwnCompany(account: AccountView): Company | null {
  const certificate = useCertificate(account);
  const profile = useProfile(account);
  return certificate === undefined || profile === undefined ? null : ownCompany(certificate, profile.authority);
}

/**
 * The organisation that a certificate names, with its number as that authority's are kept; null where it names none, or
 * a number that cannot be one there. Its name is without what reorders or hides the words around it.
 */
export function ownCompany(
  { holder, organisationNumber }: Pick<CertificateView, 'holder' | 'organisationNumber'>,
  authority: NumberAuthority,
): Company | null {
  const reading = readNumber(organisationNumber ?? '', authority);
  if (reading === null || 'problem' in reading) return null;
  const name = holder
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return name.length > MAX_COMPANY_NAME ? null : { number: reading.number, name };
}

/** Proposes that label: nothing is entered unless it is pressed. */
export function OwnCompany(props: {
  readonly company: Company;
  readonly isPending?: boolean;
  readonly onAdd: () => void;
}) {
  const { t } = useTranslation();
  const { number, name } = props.company;
  return (
    <Button isPending={props.isPending ?? false} onPress={props.onAdd}>
      {t('companies.own', { company: name === '' ? number : t('accounts.company', { name, number }) })}
    </Button>
  );
}
