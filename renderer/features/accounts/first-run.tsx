import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

/** The first page where there is no account yet: what to have at hand, and the one thing to press. */
export function FirstRun({ onSignIn }: { readonly onSignIn: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="page first-page">
      <h1>{t('firstRun.title')}</h1>
      <p className="lead">{t('firstRun.intro')}</p>
      <ul>
        <li>{t('firstRun.needCertificate')}</li>
        <li>{t('firstRun.needKeys')}</li>
        <li>{t('firstRun.needRedirectUri')}</li>
      </ul>
      <p>{t('firstRun.then')}</p>
      <Button look="primary" onPress={onSignIn}>
        {t('accounts.add')}
      </Button>
    </div>
  );
}
