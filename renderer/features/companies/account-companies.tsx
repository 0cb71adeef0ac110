import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { CompaniesDialog } from './companies-dialog.tsx';

/** How many companies an account carries, and editing them. `accountName` tells the account from others on the screen. */
export function AccountCompanies(props: { readonly account: AccountView; readonly accountName: string }) {
  const { account, accountName } = props;
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const [only] = account.companies;
  const words =
    only === undefined
      ? t('companies.none')
      : account.companies.length === 1
        ? only.name || only.number
        : t('companies.dialog.count', { count: account.companies.length });
  return (
    <span className="line">
      {words}
      <Button look="quiet" label={t('companies.editFor', { account: accountName })} onPress={() => setEditing(true)}>
        {t('companies.edit')}
      </Button>
      {isEditing && <CompaniesDialog account={account} onClose={() => setEditing(false)} />}
    </span>
  );
}
