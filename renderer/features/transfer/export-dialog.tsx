import { useEffect, useState, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AccountChoice } from './account-choice.tsx';
import { useNewPassphrase } from './use-new-passphrase.tsx';

/**
 * Moves accounts into a file: which, where to, and under which passphrase. `preselected` are those chosen at first, all
 * of them where it is not said.
 */
export function ExportDialog(props: { readonly preselected?: ReadonlySet<string>; readonly onClose: () => void }) {
  const { preselected = null, onClose } = props;
  const { t } = useTranslation();
  const [done, setDone] = useState<{ readonly name: string; readonly count: number } | null>(null);
  return (
    <Modal title={t('transfer.export.title')} onClose={onClose}>
      {done === null ? (
        <ExportForm preselected={preselected} onClose={onClose} onDone={(name, count) => setDone({ name, count })} />
      ) : (
        <>
          <div role="status" className="stack">
            <p>{t('transfer.export.done', done)}</p>
            <p>{t('transfer.export.next')}</p>
          </div>
          <ModalButtons>
            <Button look="primary" onPress={onClose} autoFocus>
              {t('common.close')}
            </Button>
          </ModalButtons>
        </>
      )}
    </Modal>
  );
}

function ExportForm(props: {
  readonly preselected: ReadonlySet<string> | null;
  readonly onClose: () => void;
  readonly onDone: (name: string, count: number) => void;
}) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const all = useSnapshot((snapshot) => snapshot.accounts);
  const accounts = Object.values(all).filter(({ standing }) => standing === 'here');
  const [chosen, setChosen] = useState(props.preselected);
  const [target, setTarget] = useState<{ readonly targetId: string; readonly fileName: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { fields, take } = useNewPassphrase();
  const accountIds = accounts.map(({ id }) => id).filter((id) => chosen === null || chosen.has(id));
  const isNone = accountIds.length === 0;
  const targetId = target?.targetId ?? null;
  useEffect(() => {
    if (targetId === null) return;
    return () => void bridge.call('transfer.discard', { transferId: targetId });
  }, [bridge, targetId]);

  async function chooseTarget(): Promise<void> {
    setBusy(true);
    const answer = await bridge.call('transfer.chooseTarget', {});
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok && answer.value !== null) setTarget(answer.value);
  }

  async function move(chosenTarget: string, passphrase: string): Promise<void> {
    setBusy(true);
    setFailure(null);
    const answer = await bridge.call('transfer.export', { targetId: chosenTarget, accountIds, passphrase });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      // The place is gone, or not free any more.
      if (['not-found', 'transfer-target-taken'].includes(answer.failure.code)) setTarget(null);
    } else if (answer.value.outcome === 'done') props.onDone(answer.value.fileName, accountIds.length);
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (isBusy || isNone || targetId === null) return;
    const passphrase = take();
    if (passphrase !== null) void move(targetId, passphrase);
  }

  return (
    <form className="stack" onSubmit={submit}>
      <AccountChoice accounts={accounts} chosen={chosen} onChange={setChosen} />
      {isNone && <p className="hint">{t('transfer.export.noneChosen')}</p>}
      <Notice kind="warning">
        <p>{t('transfer.export.pauses')}</p>
      </Notice>
      {target !== null && (
        <>
          <div className="line">
            <p className="selectable">{t('transfer.export.target', { name: target.fileName })}</p>
            <Button look="quiet" isDisabled={isBusy} onPress={() => void chooseTarget()}>
              {t('transfer.export.otherTarget')}
            </Button>
          </div>
          {fields}
        </>
      )}
      {failure !== null && <FailureNote failure={failure} />}
      <ModalButtons>
        <Button onPress={props.onClose}>{t('common.cancel')}</Button>
        {target === null ? (
          <Button look="primary" isPending={isBusy} isDisabled={isNone} onPress={() => void chooseTarget()}>
            {t('transfer.export.chooseTarget')}
          </Button>
        ) : (
          <Button key="move" type="submit" look="primary" isPending={isBusy} isDisabled={isNone}>
            {isBusy ? t('transfer.export.writing') : t('transfer.export.confirm')}
          </Button>
        )}
      </ModalButtons>
    </form>
  );
}
