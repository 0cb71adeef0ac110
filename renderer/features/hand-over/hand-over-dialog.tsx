import { useState, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, RecipientView } from '../../../electron/contract/snapshot.ts';
import { shortName } from '../../i18n/short-name.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { RadioChoice, TextField } from '../../ui/fields.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProfile } from '../accounts/use-account.ts';

type Way = Exclude<RecipientView['way'], 'file-elsewhere'>;

/** Names the program and chooses the way; main then asks natively, and does it. */
export function HandOverDialog(props: {
  readonly account: AccountView;
  /** The program that gets a newer copy; null for one that has none yet. */
  readonly again: RecipientView | null;
  readonly onClose: () => void;
}) {
  const { account, again, onClose } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [name, setName] = useState(again?.name ?? '');
  const [way, setWay] = useState<Way>(again === null || again.way === 'clipboard' ? 'clipboard' : 'file');
  const [hasProblem, setProblem] = useState(false);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const recipient = name.trim();
  const profile = useProfile(account);

  async function handOver(): Promise<void> {
    setPending(true);
    setFailure(null);
    const input = { accountId: account.id, recipientName: recipient };
    const answer = await bridge.call(way === 'file' ? 'handOver.toFile' : 'handOver.copy', input);
    setPending(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    if (answer.value.outcome === 'declined') {
      announce(t('handOver.declined'));
      return;
    }
    onClose();
    announce(t(way === 'file' ? 'handOver.written' : 'handOver.copied', { recipient: shortName(recipient) }));
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    setProblem(recipient === '');
    if (recipient !== '' && !isPending) void handOver();
  }

  return (
    <Modal title={t('handOver.dialog.title')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Notice kind="warning">
          <p>{t('handOver.warning')}</p>
        </Notice>
        <TextField
          label={t('handOver.dialog.name')}
          hint={t('handOver.dialog.nameHint')}
          problem={hasProblem && recipient === '' ? t('handOver.dialog.nameProblem') : undefined}
          value={name}
          onChange={setName}
          autoFocus={again === null}
        />
        <RadioChoice<Way>
          legend={t('handOver.dialog.way')}
          value={way}
          onChange={setWay}
          options={[
            {
              value: 'clipboard',
              text: t('handOver.dialog.clipboard'),
              note: t('handOver.dialog.clipboardNote'),
            },
            {
              value: 'file',
              text: t('handOver.dialog.file'),
              note: t('handOver.dialog.fileNote'),
            },
          ]}
        />
        {way === 'file' && profile?.renewal === 'sign-in' && (
          <p>{t('handOver.dialog.fileOnDemand', { act: t('accounts.renewal.sign-in.act') })}</p>
        )}
        {failure !== null && <FailureNote failure={failure} />}
        {isPending && <p role="status">{t('handOver.dialog.asking')}</p>}
        <ModalButtons>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" type="submit" isPending={isPending}>
            {t('handOver.dialog.confirm')}
          </Button>
        </ModalButtons>
      </form>
    </Modal>
  );
}
