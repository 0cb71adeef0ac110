import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { missingParts } from '../../i18n/failure-sentences.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { RadioChoice } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ApplicationForm } from '../applications/application-form.tsx';

/** Step 2: an application already entered, or one entered now; saved even when incomplete. */
export function ApplicationStep(props: {
  readonly profile: ProfileView;
  readonly chosen: string | null;
  readonly onChoose: (applicationId: string) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onSignIn: (applicationId: string) => void;
}) {
  const { profile, chosen, onChoose, onBack, onClose, onSignIn } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const announce = useAnnounce();
  const all = useSnapshot((snapshot) => snapshot.applications);
  const applications = Object.values(all).filter((application) => application.profile === profile.id);
  const [form, setForm] = useState<'new' | 'edit' | null>(applications.length === 0 ? 'new' : null);
  const application = chosen === null ? null : (all[chosen] ?? null);
  const missing = application?.missing ?? [];

  function saved(applicationId: string, name: string, isComplete: boolean): void {
    onChoose(applicationId);
    setForm(null);
    if (isComplete) onSignIn(applicationId);
    else announce(t('applications.saved', { name }));
  }

  const incomplete = missing.length > 0 && (
    <Notice kind="info">
      <p>{t('applications.neededToSignIn', { parts: missingParts(missing, t, formats) })}</p>
    </Notice>
  );

  if (form !== null) {
    return (
      <div className="stack">
        {applications.length > 0 && (
          <div>
            <Button look="quiet" onPress={() => setForm(null)}>
              {t('signIn.useExisting')}
            </Button>
          </div>
        )}
        <ApplicationForm
          profile={profile}
          application={form === 'edit' ? application : null}
          saveText={t('signIn.saveAndSignIn')}
          onSaved={saved}
          buttons={<Button onPress={onBack}>{t('common.back')}</Button>}
        />
      </div>
    );
  }

  return (
    <div className="stack">
      <RadioChoice
        legend={t('signIn.applicationLegend')}
        value={chosen}
        options={applications.map((option) => ({
          value: option.id,
          text: <ApplicationName application={option} />,
          note:
            option.missing.length === 0
              ? option.scopes.join(' ')
              : t('applications.waitingFor', { parts: missingParts(option.missing, t, formats) }),
        }))}
        onChange={onChoose}
      />
      {incomplete}
      <div className="line">
        <Button look="quiet" onPress={() => setForm('new')}>
          {t('signIn.enterNew')}
        </Button>
        {application !== null && (
          <Button look="quiet" onPress={() => setForm('edit')}>
            {t('signIn.editApplication')}
          </Button>
        )}
      </div>
      <ModalButtons>
        <Button onPress={onClose}>{t('common.close')}</Button>
        <Button onPress={onBack}>{t('common.back')}</Button>
        <Button
          look="primary"
          isDisabled={application === null || missing.length > 0}
          onPress={() => {
            if (application !== null) onSignIn(application.id);
          }}
        >
          {t('signIn.signIn')}
        </Button>
      </ModalButtons>
    </div>
  );
}

function ApplicationName({ application }: { readonly application: ApplicationView }) {
  const { t } = useTranslation();
  return (
    <>
      {application.name === '' ? t('applications.unnamed') : application.name}{' '}
      <EnvironmentTag environment={application.environment} />
    </>
  );
}
