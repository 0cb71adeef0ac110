import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { companiesOf } from '../../state/sorted-accounts.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Choice } from '../../ui/fields.tsx';
import { ActivityLog } from './activity-log.tsx';

/** Stands for every account, and for what belongs to none. */
const ALL = '';

/** The whole activity log, or that of an account; and its way out as a file. */
export function ActivityPage() {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [accountId, setAccountId] = useState(ALL);
  const [isExporting, setExporting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function exportCsv(): Promise<void> {
    setExporting(true);
    const answer = await bridge.call('activity.export', {});
    setExporting(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok && answer.value.isSaved) announce(t('activity.exported'));
  }

  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('activity.heading')}</h1>
        <Button onPress={() => void exportCsv()} isPending={isExporting}>
          {t('activity.exportCsv')}
        </Button>
      </div>
      <p className="lead">{t('activity.about')}</p>
      {failure !== null && <FailureNote failure={failure} />}
      <div className="activity-filter">
        <AccountFilter accountId={accountId} onChange={setAccountId} />
      </div>
      <ActivityLog key={accountId} accountId={accountId === ALL ? null : accountId} />
    </div>
  );
}

function AccountFilter(props: { readonly accountId: string; readonly onChange: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const applications = useSnapshot((snapshot) => snapshot.applications);
  const collator = new Intl.Collator(i18n.language, { numeric: true });
  const options = Object.values(accounts)
    .map((account) => {
      const application = applications[account.applicationId]?.name ?? t('accounts.applicationGone');
      const companies = companiesOf(account);
      // Called as everywhere: by its companies, else its holder, else its application.
      const name =
        companies === null
          ? account.holder
          : companies.others === 0
            ? companies.first
            : t('accounts.companies', companies);
      return {
        value: account.id,
        text: name === '' ? application : t('activity.accountOption', { name, application }),
      };
    })
    .sort((a, b) => collator.compare(a.text, b.text));
  return (
    <Choice
      label={t('activity.filter')}
      value={props.accountId}
      options={[{ value: ALL, text: t('activity.allAccounts') }, ...options]}
      onChange={props.onChange}
    />
  );
}
