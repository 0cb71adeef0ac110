import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { missingParts } from '../../i18n/failure-sentences.ts';
import { useDesk } from '../../state/context.ts';
import { missingToSignIn } from '../../state/lifetime.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ApplicationDialog } from '../applications/application-dialog.tsx';

/** Says that the APIs take no request without their own pair of keys, and lets them be entered (S16). */
export function KeysMissing({
  application,
  profile,
}: {
  readonly application: ApplicationView;
  readonly profile: ProfileView;
}) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const [isEditing, setEditing] = useState(false);
  const toSignIn = missingToSignIn(application.missing);
  const missing = application.missing.filter((part) => !toSignIn.includes(part));
  return (
    <>
      {missing.length > 0 && (
        <Notice kind="info" title={t('requests.keysMissing')}>
          <div className="line">
            <p>{t('applications.waitingFor', { parts: missingParts(missing, profile, t, formats) })}</p>
            <Button onPress={() => setEditing(true)}>{t('signIn.editApplication')}</Button>
          </div>
        </Notice>
      )}
      {isEditing && <ApplicationDialog application={application} onClose={() => setEditing(false)} />}
    </>
  );
}
