import { useTranslation } from '../../i18n/use-translation.ts';
import { OpenPractice } from './open-practice.tsx';

/** The way to the practice authorities from the real program: another start of it, beside this one. */
export function PractiseFirst() {
  const { t } = useTranslation();
  return (
    <section className="block" aria-label={t('firstRun.practise.heading')}>
      <h2>{t('firstRun.practise.heading')}</h2>
      <p className="hint">{t('firstRun.practise.text')}</p>
      <OpenPractice />
    </section>
  );
}
