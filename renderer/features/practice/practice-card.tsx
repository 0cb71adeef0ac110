import { useTranslation } from '../../i18n/use-translation.ts';
import type { OnSignIn } from '../first-run/begin.ts';
import { UnderWay } from '../first-run/under-way.tsx';
import { PracticePost } from './practice-post.tsx';
import { PracticeSteps } from './practice-steps.tsx';

/** The first page in practice mode: where the practice post lies and what to do with it at each authority. */
export function PracticeCard({ onSignIn }: { readonly onSignIn: OnSignIn }) {
  const { t } = useTranslation();
  return (
    <div className="page first-page">
      <h1>{t('practice.title')}</h1>
      <p className="lead">{t('practice.intro')}</p>
      <PracticePost />
      <UnderWay onSignIn={onSignIn} />
      <PracticeSteps onSignIn={onSignIn} />
    </div>
  );
}
