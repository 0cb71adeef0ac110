import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { shownSerial } from '../../ui/shown-serial.ts';
import { useApplicationName } from '../applications/telling-apart.ts';
import { companiesOf } from '../../state/sorted-accounts.ts';
import type { Named } from './checklists.ts';
import type { HolderFacts } from './holder-facts.ts';

/**
 * What things are called on a holder's page: her own accounts by their companies, else by their application; those of
 * others by their holder and application too.
 */
export function useNames(holder: HolderFacts): {
  readonly accountName: (account: AccountView) => string;
  readonly name: (named: Named) => string;
} {
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const applications = useSnapshot((snapshot) => snapshot.applications);
  const applicationName = useApplicationName();

  function accountName(account: AccountView): string {
    const application = applicationName(applications[account.applicationId]);
    const companies = companiesOf(account);
    const named =
      companies === null ? null : companies.others === 0 ? companies.first : t('accounts.companies', companies);
    if (holder.accounts.some((own) => own.account.id === account.id)) return named ?? application;
    if (named !== null) return withHolder(account, named, application);
    if (account.holder !== '') return t('holders.account', { holder: account.holder, application });
    return account.certificateSerial === null
      ? application
      : t('holders.withoutHolder', { application, serial: shownSerial(account.certificateSerial) });
  }

  /** An organisation that is its own holder is said once. */
  function withHolder({ holder: other, companies }: AccountView, named: string, application: string): string {
    return other === '' || other === companies[0]?.name
      ? t('accounts.holderAndApplication', { holder: named, application })
      : t('accounts.companiesHolderAndApplication', { companies: named, holder: other, application });
  }

  function name(named: Named): string {
    switch (named.kind) {
      case 'application':
        return applicationName(named.application);
      case 'account':
        return accountName(named.facts.account);
      case 'company': {
        const { number, name: companyName } = named.company;
        return companyName === '' ? number : t('holders.company', { number, name: companyName });
      }
      case 'copy': {
        const { name: recipient, copyExpiresAt } = named.copy.recipient;
        return copyExpiresAt > clock.now()
          ? t('holders.copy', { recipient, time: formats.clock(copyExpiresAt, clock.now()) })
          : t('holders.copyEnded', { recipient });
      }
      case 'certificate': {
        const { serialNumber: serial, notAfter } = named.certificate;
        return t('holders.serialUntil', { serial, time: formats.date(notAfter) });
      }
    }
  }

  return { accountName, name };
}
