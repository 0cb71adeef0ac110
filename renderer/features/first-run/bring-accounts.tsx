import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { TransferDraft } from '../../../electron/contract/transfer-calls.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { ImportDialog } from '../transfer/import-dialog.tsx';

/** For who has a file of another computer's Taxpass, or a backup. */
export function BringAccounts() {
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
    <section className="block" aria-label={t('firstRun.elsewhere.heading')}>
      <h2>{t('firstRun.elsewhere.heading')}</h2>
      <p className="hint">{t('firstRun.elsewhere.text')}</p>
      <div>
        <Button isPending={isBusy} onPress={() => void choose()}>
          {t('firstRun.elsewhere.open')}
        </Button>
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      {draft !== null && <ImportDialog draft={draft} onClose={() => setDraft(null)} />}
    </section>
  );
}
