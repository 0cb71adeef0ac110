import { lazy, Suspense, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { PracticePost } from './practice-post.tsx';

const PracticeSteps = lazy(async () => ({ default: (await import('./practice-steps.tsx')).PracticeSteps }));

/** Stands above everything while nothing here is real, with the way to the practice post and its steps. */
export function PracticeBanner() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <header className="practice-banner">
      <Icon name="info" />
      <p>{t('practice.banner')}</p>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('practice.showPost')}
      </Button>
      {isOpen && (
        <Modal title={t('practice.postTitle')} size="wide" onClose={() => setOpen(false)}>
          <p>{t('practice.intro')}</p>
          <PracticePost />
          <h3>{t('practice.stepsTitle')}</h3>
          <Suspense fallback={null}>
            <PracticeSteps />
          </Suspense>
          <ModalButtons>
            <Button onPress={() => setOpen(false)}>{t('common.close')}</Button>
          </ModalButtons>
        </Modal>
      )}
    </header>
  );
}
