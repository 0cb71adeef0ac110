import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { ActivityTable } from './activity-table.tsx';
import { useActivity } from './use-activity.ts';

/** The log of one account, or (null) of all, as far back as somebody asks. */
export function ActivityLog({ accountId }: { readonly accountId: string | null }) {
  const { t } = useTranslation();
  const { rows, hasMore, failure, showMore } = useActivity(accountId);
  return (
    <div className="stack">
      {failure !== null && <FailureNote failure={failure} />}
      {rows === null && <p className="hint">{t('activity.loading')}</p>}
      {rows?.length === 0 && failure === null && <p className="lead">{t('activity.empty')}</p>}
      {rows !== null && rows.length > 0 && <ActivityTable rows={rows} />}
      {hasMore && (
        <div>
          <Button onPress={showMore}>{t('activity.showMore')}</Button>
        </div>
      )}
    </div>
  );
}
