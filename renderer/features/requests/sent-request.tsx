import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../electron/contract/contract.ts';
import { useDesk } from '../../state/context.ts';
import { Instant } from '../../ui/instant.tsx';

/** The request an answer belongs to; `at` is when it was sent, epoch ms. */
export type Sent = Pick<CallInput<'requests.send'>, 'method' | 'url'> & { readonly at: number };

/** Says which request is answered below: the fields above may hold another by now. */
export function SentRequest({ sent }: { readonly sent: Sent }) {
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  return (
    <div>
      <p className="code">{t('requests.belongsTo', { method: sent.method, url: sent.url })}</p>
      <p className="hint">
        <Instant time={sent.at}>{t('requests.sentAt', { time: formats.clock(sent.at, clock.now()) })}</Instant>
      </p>
    </div>
  );
}
