import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';

/** The first page where there is no account yet: tokens there are, then each way to sign in with what it needs. */
export function FirstRun(props: {
  readonly onTakeOver: () => void;
  readonly onSignIn: (profile: ProfileView) => void;
}) {
  const { t } = useTranslation();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const section = (profile: ProfileView) => (
    <section key={profile.id} className="block">
      <h2>{t(`profiles.${profile.id}.name`)}</h2>
      <p>{t(`firstRun.needs.${profile.id}`)}</p>
      <div>
        <Button onPress={() => props.onSignIn(profile)}>{t(`profiles.${profile.id}.add`)}</Button>
      </div>
    </section>
  );
  return (
    <div className="page first-page">
      <h1>{t('firstRun.title')}</h1>
      <section className="block">
        <h2>{t('takeOver.firstRun.title')}</h2>
        <p>{t('takeOver.firstRun.text')}</p>
        <div>
          <Button onPress={props.onTakeOver}>{t('takeOver.open')}</Button>
        </div>
      </section>
      <p className="lead">{t('firstRun.intro')}</p>
      {profiles.filter(({ hasRedirectUris }) => hasRedirectUris).map(section)}
      <details className="quiet-details">
        <summary>{t('firstRun.systems')}</summary>
        {profiles.filter(({ hasRedirectUris }) => !hasRedirectUris).map(section)}
      </details>
      <p className="hint">{t('firstRun.then')}</p>
    </div>
  );
}
