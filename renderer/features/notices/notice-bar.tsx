import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { AwaySummary } from './away-summary.tsx';
import { NoticeItem } from './notice-item.tsx';
import './notices.css';

/** So many are shown before the rest is asked for. */
const FIRST = 2;

export type Places = {
  readonly onAccount: (accountId: string) => void;
  readonly onPage: (page: 'certificates' | 'settings') => void;
};

/** What somebody should know or do, above the account; nothing where there is nothing. */
export function NoticeBar(props: Places) {
  const { t } = useTranslation();
  const notices = useSnapshot((snapshot) => snapshot.notices);
  const [isOpen, setOpen] = useState(false);
  const away = notices.find((notice) => notice.kind === 'away');
  const rest = notices.filter((notice) => notice.kind !== 'away');
  const needPerson = rest.filter(({ severity }) => severity === 'needs-person').length;
  if (notices.length === 0) return null;
  return (
    <section className="notices" aria-label={t('notices.label')}>
      {away !== undefined && <AwaySummary away={away} />}
      {rest.length > 0 && (
        <div className={needPerson > 0 ? 'notice-bar notice-bar-now' : 'notice-bar'}>
          <div className="notice-bar-head">
            <h2>
              {needPerson > 0
                ? t('notices.needYou', { count: needPerson })
                : t('notices.toKnow', { count: rest.length })}
            </h2>
            {rest.length > FIRST && (
              <Button look="quiet" onPress={() => setOpen(!isOpen)}>
                {isOpen ? t('notices.showFewer') : t('notices.showAll', { count: rest.length })}
              </Button>
            )}
          </div>
          <ul className="notice-list">
            {(isOpen ? rest : rest.slice(0, FIRST)).map((notice) => (
              <NoticeItem key={notice.id} notice={notice} {...props} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
