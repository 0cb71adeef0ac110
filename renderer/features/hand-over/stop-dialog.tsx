import { useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import type { AccountView, RecipientView } from '../../../electron/contract/snapshot.ts';
import { shortName } from '../../i18n/short-name.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmRemoval } from '../../ui/confirm.tsx';
import { FilesLeftDialog } from './files-left-dialog.tsx';

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
  const [left, setLeft] = useState<string | null>(null);

  function sayDone(): void {
    const words = file.current === 'deleted' ? 'handOver.stopping.deleted' : 'handOver.stopping.done';
    announce(t(words, { recipient: shortName(recipient) }));
    // Where the file is has to be read at leisure.
    if (file.current === 'left' && path !== null) setLeft(path);
    else onClose();
  }

  if (left !== null) return <FilesLeftDialog paths={[left]} onClose={onClose} />;
  return (
    <ConfirmRemoval
      title={t(way === 'file' ? 'handOver.stopping.title' : 'handOver.stopping.delistTitle', { recipient })}
      confirm={t(way === 'file' ? 'handOver.stopping.confirm' : 'handOver.stopping.delistConfirm')}
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
