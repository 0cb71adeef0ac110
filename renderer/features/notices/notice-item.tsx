import { useTranslation } from '../../i18n/use-translation.ts';
import type { NoticeView } from '../../../electron/contract/notice-view.ts';
import type { Formats } from '../../i18n/formats.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { NoticeActs } from './notice-acts.tsx';
import type { Places } from './notice-bar.tsx';

const DAY_MS = 86_400_000;

export type ListedNotice = Exclude<NoticeView, { kind: 'away' }>;

/** One notice: what it is, what to do, whom it is about. */
export function NoticeItem({ notice, ...places }: Places & { readonly notice: ListedNotice }) {
  const { t } = useTranslation();
  const title = useTitle(notice);
  const todo = useTodo(notice);
  return (
    <li className={`notice-item notice-item-${notice.severity}`}>
      <Icon name={notice.severity === 'to-know' ? 'info' : 'warning'} />
      <div>
        <p className="notice-title">
          <span className="notice-severity">{t(`notices.severity.${notice.severity}`)}</span> {title}
        </p>
        <p>{todo}</p>
        {'accounts' in notice && notice.accounts.length > 1 && (
          <details>
            <summary>{t('notices.accounts', { count: notice.accounts.length })}</summary>
            <ul className="notice-accounts">
              {notice.accounts.map((id) => (
                <AccountLink key={id} accountId={id} onAccount={places.onAccount} />
              ))}
            </ul>
          </details>
        )}
        <NoticeActs notice={notice} title={title} {...places} />
      </div>
    </li>
  );
}

function useTitle(notice: ListedNotice): string {
  const { t } = useTranslation();
  const { formats } = useDesk();
  return useClock((now) => {
    switch (notice.kind) {
      case 'backup-failing':
        return notice.lastAt === null
          ? t('notices.backupFailing.never')
          : t('notices.backupFailing.last', { time: formats.date(notice.lastAt) });
      case 'clock-behind':
        return t('notices.clockBehind');
      default:
        return t(`notices.title.${notice.kind}.${notice.endsAt > now ? 'coming' : 'past'}`, {
          holder: notice.holder,
          relative: whenOf(formats, notice.endsAt, now),
          accounts: t('notices.accounts', { count: notice.accounts.length }),
          recipients: notice.kind === 'old-copy' ? formats.list(notice.recipients) : '',
        });
    }
  });
}

/** How far an end is, or when it is where that is no longer a matter of days: "tomorrow at 09:00". */
function whenOf(formats: Formats, endsAt: number, now: number): string {
  return endsAt > now && endsAt - now < DAY_MS ? formats.day(endsAt, now) : formats.relative(endsAt, now);
}

function useTodo(notice: ListedNotice): string {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const time = useClock((now) =>
    notice.kind === 'clock-behind'
      ? formats.exact(notice.obtainedAt)
      : notice.kind === 'backup-failing'
        ? ''
        : formats.day(notice.endsAt, now),
  );
  return t(`notices.todo.${notice.kind}`, { time });
}

/** An account by its companies, or its application where none is named. */
function AccountLink(props: { readonly accountId: string; readonly onAccount: (id: string) => void }) {
  const { accountId, onAccount } = props;
  const { formats } = useDesk();
  const name = useSnapshot(({ accounts, applications }) => {
    const account = accounts[accountId];
    if (account === undefined) return '';
    const companies = account.companies.map((company) => (company.name === '' ? company.number : company.name));
    return companies.length > 0 ? formats.list(companies) : (applications[account.applicationId]?.name ?? '');
  });
  return name === '' ? null : (
    <li>
      <button type="button" className="notice-account" onClick={() => onAccount(accountId)}>
        {name}
      </button>
    </li>
  );
}
