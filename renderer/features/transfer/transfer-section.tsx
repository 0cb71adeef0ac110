import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { TransferDraft } from '../../../electron/contract/transfer-calls.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { BackupPart } from './backup-part.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import './transfer.css';

/** Moving to another computer, coming from one, and the daily backup. */
export function TransferSection() {
  const { t } = useTranslation();
  return (
    <section className="transfer" aria-labelledby="transfer-heading">
      <h2 id="transfer-heading">{t('transfer.heading')}</h2>
      <MovePart />
      <RestorePart />
      <BackupPart />
    </section>
  );
}

function MovePart() {
  const { t } = useTranslation();
  const isAny = useSnapshot(({ accounts }) => Object.values(accounts).some(({ standing }) => standing === 'here'));
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="stack">
      <h3>{t('transfer.move.heading')}</h3>
      <p className="lead">{t('transfer.move.text')}</p>
      {!isAny && <p className="hint">{t('transfer.move.noneHere')}</p>}
      <div>
        <Button isDisabled={!isAny} onPress={() => setOpen(true)}>
          {t('transfer.move.open')}
        </Button>
      </div>
      {isOpen && <ExportDialog onClose={() => setOpen(false)} />}
    </section>
  );
}

function RestorePart() {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const [draft, setDraft] = useState<TransferDraft | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function choose(): Promise<void> {
    setBusy(true);
    setFailure(null);
    const answer = await bridge.call('transfer.chooseFile', {});
    setBusy(false);
    if (answer.ok) setDraft(answer.value);
    else setFailure(answer.failure);
  }

  return (
    <section className="stack">
      <h3>{t('transfer.restore.heading')}</h3>
      <p className="lead">{t('transfer.restore.text')}</p>
      <div>
        <Button isPending={isBusy} onPress={() => void choose()}>
          {t('transfer.restore.open')}
        </Button>
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      {draft !== null && <ImportDialog draft={draft} onClose={() => setDraft(null)} />}
    </section>
  );
}
