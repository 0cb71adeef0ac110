import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';

/** The first page where there is no account yet: for each way to sign in, what to have at hand and what to press. */
export function FirstRun({ onSignIn }: { readonly onSignIn: (profile: ProfileView) => void }) {
  const { t } = useTranslation();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  return (
    <div className="page first-page">
      <h1>{t('firstRun.title')}</h1>
      <p className="lead">{t('firstRun.intro')}</p>
      {profiles.map((profile) => (
        <section key={profile.id} className="block">
          <h2>{t(`profiles.${profile.id}.name`)}</h2>
          <p>{t(`firstRun.needs.${profile.id}`)}</p>
          <div>
            <Button onPress={() => onSignIn(profile)}>{t(`profiles.${profile.id}.add`)}</Button>
          </div>
        </section>
      ))}
      <p className="hint">{t('firstRun.then')}</p>
    </div>
  );
}
