import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { PracticePost } from './practice-post.tsx';
import { PracticeSteps } from './practice-steps.tsx';

/** Where the post of the practice authorities lies, and what can be tried. */
export function PracticePostDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal title={t('practice.postTitle')} size="wide" onClose={onClose}>
      <p>{t('practice.intro')}</p>
      <PracticePost />
      <h3>{t('practice.stepsTitle')}</h3>
      <PracticeSteps />
      <ModalButtons>
        <Button onPress={onClose}>{t('common.close')}</Button>
      </ModalButtons>
    </Modal>
  );
}
