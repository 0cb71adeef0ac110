import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';

/** Where the practice authorities' post lies, once it does. */
export function PracticePost() {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const folder = useSnapshot((snapshot) => snapshot.practicePost);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (folder === null) {
    return (
      <p className="hint" role="status">
        {t('practice.preparing')}
      </p>
    );
  }

  async function open(): Promise<void> {
    const answer = await bridge.call('practice.openPost', {});
    setFailure(answer.ok ? null : answer.failure);
  }

  return (
    <>
      <div className="line">
        <p className="code selectable folder" aria-label={t('practice.folder')}>
          {folder}
        </p>
        <Button onPress={() => void open()}>{t('practice.openFolder')}</Button>
      </div>
      <p className="hint">{t('practice.production')}</p>
      {failure !== null && <FailureNote failure={failure} />}
    </>
  );
}
