import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { CompaniesDialog } from './companies-dialog.tsx';
import type { Company } from './merge-companies.ts';
import { OwnCompany, useOwnCompany } from './own-company.tsx';

/**
 * How many companies an account carries, and editing them. `accountName` tells the account from others on the screen;
 * `isNamed`: the first company's name stands above.
 */
export function AccountCompanies(props: {
  readonly account: AccountView;
  readonly accountName: string;
  readonly isNamed?: boolean;
}) {
  const { account, accountName, isNamed = false } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const own = useOwnCompany(account);
  const [isEditing, setEditing] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [only] = account.companies;
  const words =
    only === undefined
      ? t('companies.none')
      : account.companies.length > 1
        ? t('companies.dialog.count', { count: account.companies.length })
        : isNamed || only.name === ''
          ? only.number
          : t('accounts.company', only);

  async function add(company: Company): Promise<void> {
    setPending(true);
    const answer = await bridge.call('companies.set', { accountId: account.id, companies: [company] });
    setPending(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) announce(t('companies.dialog.saved', { count: 1 }));
  }

  return (
    <div className="stack">
      <div className="line">
        <span>{words}</span>
        <Button look="quiet" label={t('companies.editFor', { account: accountName })} onPress={() => setEditing(true)}>
          {t('companies.edit')}
        </Button>
      </div>
      {only === undefined && own !== null && (
        <div>
          <OwnCompany company={own} isPending={isPending} onAdd={() => void add(own)} />
        </div>
      )}
      {failure !== null && <FailureNote failure={failure} />}
      {isEditing && <CompaniesDialog account={account} onClose={() => setEditing(false)} />}
    </div>
  );
}
