import { useId } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ClaimChange, TokenDifference } from '../../../electron/contract/claims-calls.ts';
import { useDesk } from '../../state/context.ts';

/** How the account's access token differs from the one before; null where none is kept. */
export function Difference({ difference }: { readonly difference: TokenDifference | null }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{t('reading.difference.heading')}</h2>
      {difference === null ? (
        <p className="hint">{t('reading.difference.nothingYet')}</p>
      ) : (
        <>
          <Period difference={difference} />
          {difference.changes.length === 0 ? (
            <p>{t('reading.difference.onlyPeriod')}</p>
          ) : (
            <Changes labelledBy={id} changes={difference.changes} />
          )}
          <p className="hint">{t('reading.difference.masked')}</p>
        </>
      )}
    </section>
  );
}

function Period({ difference: { before, after } }: { readonly difference: TokenDifference }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const [from, until, beforeFrom, beforeUntil] = [
    after.issuedAt,
    after.expiresAt,
    before.issuedAt,
    before.expiresAt,
  ].map((time) => (time === null ? null : formats.shortDate(time)));
  if (from == null || until == null || beforeFrom == null || beforeUntil == null) return null;
  return <p>{t('reading.difference.period', { from, until, beforeFrom, beforeUntil })}</p>;
}

function Changes({ labelledBy, changes }: { readonly labelledBy: string; readonly changes: readonly ClaimChange[] }) {
  const { t } = useTranslation();
  return (
    <div className="table-place">
      <table className="table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t('reading.difference.claim')}</th>
            <th scope="col">{t('reading.difference.change')}</th>
            <th scope="col">{t('reading.difference.before')}</th>
            <th scope="col">{t('reading.difference.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ part, name, within, before, after }, index) => (
            <tr key={index}>
              <th scope="row" className="code">
                {within === null
                  ? t(`reading.difference.parts.${part}`, { name })
                  : t('claims.within', { name, list: within })}
              </th>
              <td>{t(`reading.difference.kinds.${kindOf(before, after)}`)}</td>
              <td>
                <Values values={before} others={after} />
              </td>
              <td>
                <Values values={after} others={before} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function kindOf(before: readonly string[] | null, after: readonly string[] | null): 'added' | 'gone' | 'changed' {
  if (before === null) return 'added';
  return after === null ? 'gone' : 'changed';
}

/** What the other side lacks stands out, by more than colour. */
function Values(props: { readonly values: readonly string[] | null; readonly others: readonly string[] | null }) {
  const { t } = useTranslation();
  const { values, others } = props;
  if (values === null) return <span className="hint">{t('reading.difference.absent')}</span>;
  if (values.join('') === '') return <span className="hint">{t('claims.empty')}</span>;
  return (
    <ul className="chips">
      {values.map((value, index) => (
        <li key={index} className="chip code">
          {others?.includes(value) === true ? value : <strong>{value}</strong>}
        </li>
      ))}
    </ul>
  );
}
