import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ApplicationView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioChoice } from '../../ui/fields.tsx';
import { Modal } from '../../ui/modal.tsx';
import { useUnsaved } from '../../ui/unsaved.tsx';
import { shortName } from '../../i18n/short-name.ts';
import { ApplicationForm } from './application-form.tsx';
import { proposedProfile } from './proposed-profile.ts';

/** Enters a new application, for a way to sign in that is chosen first (`application` null), or edits one. */
export function ApplicationDialog(props: {
  readonly application: ApplicationView | null;
  readonly onClose: () => void;
}) {
  const { application, onClose } = props;
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { setTyped, leave, question } = useUnsaved();
  const close = (): void => leave(onClose);
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const proposed = useSnapshot((snapshot) => proposedProfile(snapshot, snapshot.settings.language));
  const [chosen, setChosen] = useState(application?.profile ?? proposed);
  const profile = profiles.find(({ id }) => id === chosen);
  return (
    <Modal
      title={application === null ? t('applications.newTitle') : t('applications.editTitle')}
      size="wide"
      onClose={close}
    >
      {application === null && (
        <RadioChoice
          legend={t('applications.profile')}
          value={chosen}
          options={profiles.map(({ id }) => ({ value: id, text: t(`profiles.${id}.name`) }))}
          onChange={(id) => leave(() => setChosen(id))}
          isRow
        />
      )}
      {profile !== undefined && (
        <ApplicationForm
          key={profile.id}
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
      )}
      {question}
    </Modal>
  );
}
