import { useTranslation } from 'react-i18next';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { ApplicationForm } from './application-form.tsx';

/** Enters a new application (`application` null) or edits one. */
export function ApplicationDialog(props: {
  readonly profile: ProfileView;
  readonly application: ApplicationView | null;
  readonly onClose: () => void;
}) {
  const { profile, application, onClose } = props;
  const { t } = useTranslation();
  const announce = useAnnounce();
  return (
    <Modal
      title={application === null ? t('applications.newTitle') : t('applications.editTitle')}
      size="wide"
      onClose={onClose}
    >
      <ApplicationForm
        profile={profile}
        application={application}
        saveText={t('common.save')}
        buttons={<Button onPress={onClose}>{t('common.cancel')}</Button>}
        onSaved={(_id, name) => {
          announce(t('applications.saved', { name }));
          onClose();
        }}
      />
    </Modal>
  );
}
