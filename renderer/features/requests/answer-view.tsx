import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApiAnswer } from '../../../electron/contract/contract.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { useExplanation } from '../../i18n/failure-sentences.ts';
import { useDesk } from '../../state/context.ts';
import { isBenign } from '../../state/explanation-of.ts';
import { useFailureFacts } from '../../state/use-failure-facts.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { ExplainedAnswer } from './explained-answer.tsx';
import { readableBody } from './readable-body.ts';

/**
 * How an API answered. A refusal is an answer too and is shown calmly; ANAF gives some of them with status 200.
 * `isTokenTaken`: the answer shows that the authority took the token.
 */
export function AnswerView(props: {
  readonly answer: ApiAnswer;
  /** Whose token was sent. */
  readonly account: AccountView;
  readonly authority: string;
  readonly isTokenTaken: boolean;
}) {
  const { answer, account, authority, isTokenTaken } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const explained = useExplanation(answer.explanation, useFailureFacts({ ...account, accountId: account.id }));
  const isError = answer.status >= 400;
  const isRefused = isError || (explained !== null && !isBenign(answer.explanation));
  // Of a refusal with a yes for its status the heading says another thing.
  const isStatusSaid = isError || !isRefused;
  const body = readableBody(answer.body);
  return (
    <div className="stack">
      {isTokenTaken && (
        <p>
          <strong>{t('requests.tokenWorks', { authority })}</strong>
        </p>
      )}
      <h2 className={isRefused ? 'answer-status answer-refused' : 'answer-status'}>
        {isError
          ? t('requests.statusRefused', { status: answer.status })
          : isRefused
            ? t('requests.callRefused', { authority })
            : t('requests.statusOk', { status: answer.status })}
      </h2>
      {explained !== null && <ExplainedAnswer explained={explained} isBenign={isBenign(answer.explanation)} />}
      <Facts>
        {!isStatusSaid && <Fact name={t('requests.status')}>{answer.status}</Fact>}
        <Fact name={t('requests.time')}>{formats.milliseconds(answer.elapsedMs)}</Fact>
        {answer.correlationId !== null && (
          <Fact name={t('requests.correlationId')} isCode>
            <span title={t('requests.correlationIdHint')}>{answer.correlationId}</span>
          </Fact>
        )}
      </Facts>
      <h3>{t('requests.answerBody')}</h3>
      {body.text === '' ? (
        <p className="hint">{t('requests.emptyBody')}</p>
      ) : (
        <pre className="code-block" tabIndex={0} aria-label={t('requests.answerBody')}>
          {body.text}
        </pre>
      )}
      {body.isShortened && (
        <p className="hint">
          {t('requests.bodyShortened', {
            shown: formats.bytes(body.text.length),
            size: formats.bytes(answer.bodyBytes),
          })}
        </p>
      )}
      <h3>{t('requests.headers')}</h3>
      <div className="table-place">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('requests.headerName')}</th>
              <th scope="col">{t('requests.headerValue')}</th>
            </tr>
          </thead>
          <tbody>
            {answer.headers.map(([name, value], index) => (
              <tr key={`${name} ${index}`}>
                <th scope="row" className="code">
                  {name}
                </th>
                <td className="code">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('requests.sentHeaders')}</h3>
      <ul className="code name-list">
        {answer.sentHeaderNames.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
