import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useIdle } from '../../ui/use-idle.ts';

const read = () => import('./practice-post-dialog.tsx');
const PracticePostDialog = lazy(() => read().then((module) => ({ default: module.PracticePostDialog })));

/** Stands above everything while nothing here is real, with the way to the practice post and its steps. */
export function PracticeBanner() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isIdle = useIdle();
  useEffect(() => {
    if (isIdle) void read();
  }, [isIdle]);
  return (
    <header className="practice-banner">
      <Icon name="info" />
      <p>{t('practice.banner')}</p>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('practice.showPost')}
      </Button>
      <Suspense fallback={null}>{isOpen && <PracticePostDialog onClose={() => setOpen(false)} />}</Suspense>
    </header>
  );
}
