import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { PracticePost } from './practice-post.tsx';

/** Stands above everything while nothing here is real, with the way to the practice post. */
export function PracticeBanner() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="practice-banner" role="note">
      <Icon name="info" />
      <p>{t('practice.banner')}</p>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('practice.showPost')}
      </Button>
      {isOpen && (
        <Modal title={t('practice.postTitle')} onClose={() => setOpen(false)}>
          <p>{t('practice.intro')}</p>
          <PracticePost />
          <ModalButtons>
            <Button onPress={() => setOpen(false)}>{t('common.close')}</Button>
          </ModalButtons>
        </Modal>
      )}
    </div>
  );
}
