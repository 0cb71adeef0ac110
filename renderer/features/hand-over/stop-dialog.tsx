import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import type { AccountView, RecipientView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmRemoval } from '../../ui/confirm.tsx';

/** Asks before a program gets no more copies, and says what became of its file. */
export function StopDialog(props: {
  readonly account: AccountView;
  readonly recipient: RecipientView;
  readonly onClose: () => void;
}) {
  const { account, onClose } = props;
  const { id: recipientId, name: recipient, way, path } = props.recipient;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const file = useRef<CallOutput<'handOver.stop'>['file']>('none');
  const said = { none: 'handOver.stopping.done', deleted: 'handOver.stopping.deleted' } as const;

  function sayDone(): void {
    onClose();
    announce(
      file.current === 'left'
        ? t('handOver.stopping.left', { recipient, path: path ?? '' })
        : t(said[file.current], { recipient }),
    );
  }

  return (
    <ConfirmRemoval
      title={t('handOver.stopping.title', { recipient })}
      confirm={t('handOver.stopping.confirm')}
      onConfirm={async () => {
        const answer = await bridge.call('handOver.stop', { accountId: account.id, recipientId });
        if (answer.ok) file.current = answer.value.file;
        return answer;
      }}
      onDone={sayDone}
      onClose={onClose}
    >
      {t(`handOver.stopping.${way}`)}
    </ConfirmRemoval>
  );
}
