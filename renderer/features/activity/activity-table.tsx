import { useTranslation } from '../../i18n/use-translation.ts';
import type { ActivityEntry, ActivityRow } from '../../../electron/contract/activity-entry.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { Instant } from '../../ui/instant.tsx';
import { byDay } from './by-day.ts';
import { actDetail, actSentence, isTrouble, resultSentence } from './sentences.ts';

const columns = ['time', 'act', 'about', 'who', 'result'] as const;

/** Rows of the log as a table, a group a day. */
export function ActivityTable({ rows }: { readonly rows: readonly ActivityRow[] }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  return (
    <div className="table-place">
      <table className="table activity" aria-label={t('activity.table')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`activity-${column}`}>
                {t(`activity.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {byDay(rows, (time) => formats.date(time)).map(({ day, rows: ofDay }, index) => (
          <tbody key={`${day ?? ''} ${index}`}>
            {day !== null && (
              <tr className="activity-day">
                <th scope="rowgroup" colSpan={columns.length}>
                  {day}
                </th>
              </tr>
            )}
            {ofDay.map((row) =>
              row.kind === 'entry' ? (
                <EntryRow key={row.number} entry={row.entry} />
              ) : (
                <GapRow key={row.from} from={row.from} to={row.to} />
              ),
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function EntryRow({ entry }: { readonly entry: ActivityEntry }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const detail = actDetail(entry, t);
  const renewal = useSnapshot(({ profiles }) => profiles.find(({ id }) => id === entry.profile)?.renewal);
  return (
    <tr>
      <th scope="row">
        <Instant time={entry.at}>{formats.clock(entry.at, entry.at)}</Instant>
      </th>
      <td>
        {actSentence(entry, t, renewal)}
        {detail !== null && <span className="check-note">{detail}</span>}
      </td>
      <td>
        {entry.name}
        {entry.profile !== null && <span className="check-note">{t(`profiles.${entry.profile}.name`)}</span>}
      </td>
      <td>{t(`activity.who.${entry.who}`)}</td>
      <td>
        {isTrouble(entry) && <Icon name="warning" />} {resultSentence(entry, t)}
      </td>
    </tr>
  );
}

function GapRow({ from, to }: { readonly from: number; readonly to: number }) {
  const { t } = useTranslation();
  return (
    <tr className="activity-gap">
      <td colSpan={columns.length}>
        <Icon name="warning" /> {t('activity.gap', { count: to - from + 1, from, to })}
      </td>
    </tr>
  );
}
