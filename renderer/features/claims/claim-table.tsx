import { useId, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Claim } from '../../../electron/contract/token-reading.ts';
import { useClock, useDesk } from '../../state/context.ts';

type RowClaim = Exclude<Claim, { kind: 'rows' }>;

/** What is known here of a claim, to be said below its meaning; null where there is nothing to say. */
export type NoteOf = (claim: RowClaim) => ReactNode;

/** Claims as a table: name, value, meaning. A list of claims within a claim follows it, one row each. */
export function ClaimTable(props: {
  readonly heading: string;
  readonly claims: readonly Claim[];
  readonly noteOf?: NoteOf;
}) {
  const { heading, claims, noteOf } = props;
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="block">
      <h2 id={id}>{heading}</h2>
      <div className="table-place">
        <table className="table claims" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t('claims.name')}</th>
              <th scope="col">{t('claims.value')}</th>
              <th scope="col">{t('claims.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {claims.map((claim, index) =>
              claim.kind === 'rows' ? (
                <RowsOf key={index} claim={claim} />
              ) : (
                <Row key={index} claim={claim} inside={null} noteOf={noteOf} />
              ),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function RowsOf({ claim }: { readonly claim: Extract<Claim, { kind: 'rows' }> }) {
  const { t } = useTranslation();
  return (
    <>
      <tr>
        <th scope="row" className="code">
          {claim.name}
        </th>
        <td />
        <td>{t(`claims.explanations.${claim.explanation}`)}</td>
      </tr>
      {claim.rows.map((row, index) => (
        <Row key={index} claim={row} inside={claim.name} />
      ))}
    </>
  );
}

function Row(props: {
  readonly claim: RowClaim;
  readonly inside: string | null;
  readonly noteOf?: NoteOf | undefined;
}) {
  const { claim, inside, noteOf } = props;
  const { t } = useTranslation();
  return (
    <tr>
      <th
        scope="row"
        className={inside === null ? 'code' : 'code claim-inside'}
        aria-label={inside === null ? undefined : t('claims.within', { name: claim.name, list: inside })}
      >
        {claim.name}
      </th>
      <td>
        <Value claim={claim} />
      </td>
      <td>
        <p>{t(`claims.explanations.${claim.explanation}`)}</p>
        {noteOf?.(claim)}
      </td>
    </tr>
  );
}

function Value({ claim }: { readonly claim: RowClaim }) {
  const { t } = useTranslation();
  switch (claim.kind) {
    case 'empty':
      return <span className="hint">{t('claims.empty')}</span>;
    case 'flag':
      return <span className="code">{t(claim.value === true ? 'claims.flags.true' : 'claims.flags.false')}</span>;
    case 'text':
    case 'number':
      return <Text text={plain(claim.value)} isSecret={claim.secret} />;
    case 'secret':
      return <Text text={plain(claim.value)} isSecret />;
    case 'object':
      return <Text text={JSON.stringify(claim.value, null, 2)} isSecret={claim.secret} />;
    case 'time':
      return <Time epochMs={claim.time.epochMs} raw={plain(claim.value)} />;
    case 'list':
      return (
        <ul className="chips">
          {claim.items.map((item, index) => (
            <li key={index} className="chip code">
              {item}
            </li>
          ))}
        </ul>
      );
  }
}

/** A text or number as it is; anything else as JSON. */
function plain(value: Claim['value']): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function Text({ text, isSecret }: { readonly text: string; readonly isSecret: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="code claim-text">{text}</span>
      {isSecret && (
        <>
          {' '}
          <span className="tag">{t('claims.secret')}</span>
        </>
      )}
    </>
  );
}

/** The time exactly, how far it is away, and the number the token has. */
function Time({ epochMs, raw }: { readonly epochMs: number; readonly raw: string }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const relative = useClock((now) => formats.relative(epochMs, now));
  return (
    <>
      <time dateTime={new Date(epochMs).toISOString()}>{formats.exact(epochMs)}</time>
      <span className="check-note">{t('claims.timeNote', { relative, number: raw })}</span>
    </>
  );
}
