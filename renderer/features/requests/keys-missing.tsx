import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView, ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { missingParts } from '../../i18n/failure-sentences.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { missingNext, missingToSignIn } from '../../state/lifetime.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ApplicationDialog } from '../applications/application-dialog.tsx';

/**
 * Says all that is still to come where no access token can be fetched, or no request sent, without it (S16), and lets it
 * be entered. `isMain`: entering it is what the page is about.
 */
export function KeysMissing(props: {
  readonly account: AccountView;
  readonly application: ApplicationView;
  readonly profile: ProfileView;
  readonly isMain?: boolean;
}) {
  const { account, application, profile, isMain = false } = props;
  const { missing } = application;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const [isEditing, setEditing] = useState(false);
  const isIncomplete = useClock((now) => missingNext(account, missing, now).length > 0);
  const lacksKeys = missingToSignIn(missing).length < missing.length;
  return (
    <>
      {(isIncomplete || lacksKeys) && (
        <Notice
          kind={isIncomplete ? 'warning' : 'info'}
          title={t(isIncomplete ? 'requests.incomplete' : 'requests.keysMissing')}
        >
          <div className="line">
            <p>{t('applications.waitingFor', { parts: missingParts(missing, profile, t, formats) })}</p>
            <Button look={isMain ? 'primary' : 'plain'} onPress={() => setEditing(true)}>
              {t('applications.edit')}
            </Button>
          </div>
        </Notice>
      )}
      {isEditing && <ApplicationDialog application={application} onClose={() => setEditing(false)} />}
    </>
  );
}
