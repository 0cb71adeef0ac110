import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';

/** Stands above everything while nothing here is real. */
export function PracticeBanner() {
  const { t } = useTranslation();
  return (
    <p className="practice-banner" role="note">
      <Icon name="info" />
      {t('practice.banner')}
    </p>
  );
}
