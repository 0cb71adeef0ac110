import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallInput } from '../../../electron/contract/contract.ts';
import { useDesk } from '../../state/context.ts';
import { Instant } from '../../ui/instant.tsx';

type Request = Pick<CallInput<'requests.send'>, 'method' | 'url' | 'body'>;

/** The request an answer belongs to; `at` is when it was sent, epoch ms. */
export type Sent = Request & { readonly at: number };

/** The request as it is sent at this moment. */
export function sentNow(request: Request): Sent {
  return { ...request, at: Date.now() };
}

/**
 * Says which request is answered below, where the fields above hold another by now (`isOfOther`), and where the account
 * has another token by now. Without an answer it may never have been sent.
 */
export function SentRequest(props: {
  readonly sent: Sent;
  readonly hasAnswer: boolean;
  readonly isOfOther: boolean;
  readonly isOfEarlierToken: boolean;
}) {
  const { sent, hasAnswer, isOfOther, isOfEarlierToken } = props;
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  return (
    <div className="sent-request">
      <p className="line">
        <strong>{hasAnswer ? t('requests.answerTo') : t('requests.noAnswerTo')}</strong>
        {isOfOther && <span className="tag">{t('requests.ofOther')}</span>}
        {isOfEarlierToken && <span className="tag">{t('requests.ofEarlierToken')}</span>}
      </p>
      <p className="code">{t('requests.belongsTo', { method: sent.method, url: sent.url })}</p>
      <p className="hint">
        <Instant time={sent.at}>
          {t(hasAnswer ? 'requests.sentAt' : 'requests.triedAt', { time: formats.clock(sent.at, clock.now()) })}
        </Instant>
      </p>
    </div>
  );
}
