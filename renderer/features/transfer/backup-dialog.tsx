import { useEffect, useState, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { useNewPassphrase } from './use-new-passphrase.tsx';

/** Plans the daily backup: the folder, then the passphrase. */
export function BackupDialog(props: { readonly onClose: () => void; readonly onStarted: () => void }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const [chosen, setChosen] = useState<{ readonly folderId: string; readonly folder: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { fields, take } = useNewPassphrase();
  const folder = chosen?.folder ?? null;
  const folderId = chosen?.folderId ?? null;
  useEffect(() => {
    if (folderId === null) return;
    return () => void bridge.call('transfer.discard', { transferId: folderId });
  }, [bridge, folderId]);

  async function chooseFolder(): Promise<void> {
    setBusy(true);
    const answer = await bridge.call('transfer.chooseBackupFolder', {});
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok && answer.value !== null) setChosen(answer.value);
  }

  async function start(chosenFolder: string, passphrase: string): Promise<void> {
    setBusy(true);
    setFailure(null);
    const answer = await bridge.call('transfer.startBackup', { folderId: chosenFolder, passphrase });
    setBusy(false);
    if (answer.ok) props.onStarted();
    else {
      setFailure(answer.failure);
      if (answer.failure.code === 'not-found') setChosen(null);
    }
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const passphrase = isBusy || folderId === null ? null : take();
    if (passphrase !== null && folderId !== null) void start(folderId, passphrase);
  }

  return (
    <Modal title={t('transfer.backup.title')} onClose={props.onClose}>
      <form className="stack" onSubmit={submit}>
        {folder === null ? (
          <p>{t('transfer.backup.chooseText')}</p>
        ) : (
          <>
            <div className="line">
              <p className="folder code selectable">{folder}</p>
              <Button look="quiet" isDisabled={isBusy} onPress={() => void chooseFolder()}>
                {t('transfer.backup.otherFolder')}
              </Button>
            </div>
            <p>{t('transfer.backup.passphraseText')}</p>
            {fields}
          </>
        )}
        {failure !== null && <FailureNote failure={failure} />}
        <ModalButtons>
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
          {folder === null ? (
            <Button look="primary" isPending={isBusy} onPress={() => void chooseFolder()} autoFocus>
              {t('transfer.backup.chooseFolder')}
            </Button>
          ) : (
            <Button key="start" type="submit" look="primary" isPending={isBusy}>
              {isBusy ? t('transfer.backup.starting') : t('transfer.backup.confirm')}
            </Button>
          )}
        </ModalButtons>
      </form>
    </Modal>
  );
}
