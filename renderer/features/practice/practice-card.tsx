import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';

const steps = ['one', 'two', 'three'] as const;

/** The first page in practice mode: where the practice post lies and what to do with it at each authority. */
export function PracticeCard({ onSignIn }: { readonly onSignIn: (profile: ProfileView) => void }) {
  const { t } = useTranslation();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  return (
    <div className="page first-page">
      <h1>{t('practice.title')}</h1>
      <p className="lead">{t('practice.intro')}</p>
      <PracticePost />
      {profiles.map((profile) => (
        <section key={profile.id} className="block">
          <h2>{t(`profiles.${profile.id}.name`)}</h2>
          <ol>
            {steps.map((step) => (
              <li key={step}>{t(`practice.steps.${profile.id}.${step}`)}</li>
            ))}
          </ol>
          <div>
            <Button onPress={() => onSignIn(profile)}>{t(`profiles.${profile.id}.add`)}</Button>
          </div>
        </section>
      ))}
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
