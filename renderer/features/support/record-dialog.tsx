import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import './support.css';

/** The whole record before it leaves the program: what is seen here is what is copied and saved. */
export function RecordDialog(props: {
  readonly recordId: string;
  readonly text: string;
  readonly onClose: () => void;
}) {
  const { recordId, text, onClose } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const [isSaving, setSaving] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function copy(): Promise<void> {
    setSaid(null);
    const answer = await bridge.call('support.copy', { recordId });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setSaid(t('support.copied'));
  }

  async function save(): Promise<void> {
    setSaving(true);
    setSaid(null);
    const answer = await bridge.call('support.save', { recordId });
    setSaving(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok && answer.value.isSaved) setSaid(t('support.saved'));
  }

  return (
    <Modal title={t('support.title')} size="wide" onClose={onClose}>
      <p>{t('support.what')}</p>
      <p>{t('support.look')}</p>
      <textarea
        className="input code record-text"
        readOnly
        rows={16}
        value={text}
        aria-label={t('support.text')}
        spellCheck={false}
      />
      <p>{t('support.where')}</p>
      <p role="status">{said}</p>
      {failure !== null && <FailureNote failure={failure} />}
      <ModalButtons>
        <Button onPress={onClose}>{t('common.close')}</Button>
        <Button onPress={() => void copy()}>{t('support.copy')}</Button>
        <Button look="primary" isPending={isSaving} onPress={() => void save()}>
          {t('support.save')}
        </Button>
      </ModalButtons>
    </Modal>
  );
}
