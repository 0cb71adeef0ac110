import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { PracticePost } from './practice-post.tsx';

const steps = ['one', 'two', 'three'] as const;

/** The first page in practice mode: where the practice post lies and what to do with it at each authority. */
export function PracticeCard({ onSignIn }: { readonly onSignIn: (profile: ProfileView) => void }) {
  const { t } = useTranslation();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const section = (profile: ProfileView) => (
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
  );
  return (
    <div className="page first-page">
      <h1>{t('practice.title')}</h1>
      <p className="lead">{t('practice.intro')}</p>
      <PracticePost />
      {profiles.filter(({ hasRedirectUris }) => hasRedirectUris).map(section)}
      <details className="quiet-details">
        <summary>{t('firstRun.systems')}</summary>
        {profiles.filter(({ hasRedirectUris }) => !hasRedirectUris).map(section)}
      </details>
    </div>
  );
}
