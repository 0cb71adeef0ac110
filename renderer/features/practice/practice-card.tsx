import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';

/** The first page in practice mode: where the practice post lies and what to do with it. */
export function PracticeCard({ onSignIn }: { readonly onSignIn: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="page first-page">
      <h1>{t('practice.title')}</h1>
      <p className="lead">{t('practice.intro')}</p>
      <PracticePost />
      <h2>{t('practice.filesHeading')}</h2>
      <ul>
        <li>{t('practice.files.p12')}</li>
        <li>{t('practice.files.pin')}</li>
        <li>{t('practice.files.oauth2')}</li>
        <li>{t('practice.files.apigw')}</li>
      </ul>
      <h2>{t('practice.stepsHeading')}</h2>
      <ol>
        <li>{t('practice.steps.one')}</li>
        <li>{t('practice.steps.two')}</li>
        <li>{t('practice.steps.three')}</li>
      </ol>
      <Button look="primary" onPress={onSignIn}>
        {t('accounts.add')}
      </Button>
    </div>
  );
}

function PracticePost() {
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
      {failure !== null && <FailureNote failure={failure} />}
    </>
  );
}
