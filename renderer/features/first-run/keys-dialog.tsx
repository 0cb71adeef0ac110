import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { shortName } from '../../i18n/short-name.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { useUnsaved } from '../../ui/unsaved.tsx';
import { ApplicationForm } from '../applications/application-form.tsx';

/** Takes the keys that have come, before there is a certificate or an account; `application` null begins with none. */
export function KeysDialog(props: {
  readonly profile: ProfileView;
  readonly application: ApplicationView | null;
  readonly onClose: () => void;
}) {
  const { profile, application, onClose } = props;
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { setTyped, leave, question } = useUnsaved();
  const close = (): void => leave(onClose);
  return (
    <Modal title={t('firstRun.keys.title', { profile: t(`profiles.${profile.id}.name`) })} size="wide" onClose={close}>
      <p className="hint">{t('firstRun.keys.text')}</p>
      <ApplicationForm
        profile={profile}
        application={application}
        saveText={t('common.save')}
        onTyped={setTyped}
        buttons={<Button onPress={close}>{t('common.cancel')}</Button>}
        onSaved={(_id, { name }) => {
          announce(t('applications.saved', { name: shortName(name) }));
          onClose();
        }}
      />
      {question}
    </Modal>
  );
}
