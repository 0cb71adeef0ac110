import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Notice } from '../../ui/notice.tsx';
import { useApplicationName } from '../applications/telling-apart.ts';
import { AttemptProgress } from './attempt-progress.tsx';
import { PasteCallback } from './paste-form.tsx';

/**
 * The sign-ins that wait for the browser since before this window was there, after a restart or behind its lock: no dialog
 * shows them any more, and they can still be finished or ended.
 */
export function WaitingSignIns() {
  const { clock } = useDesk();
  const [openedAt] = useState(() => clock.now());
  const attempts = useSnapshot((snapshot) => snapshot.attempts);
  return Object.values(attempts)
    .filter(({ route, startedAt }) => route === 'browser' && startedAt < openedAt)
    .map((attempt) => <WaitingSignIn key={attempt.id} attempt={attempt} />);
}

function WaitingSignIn({ attempt }: { readonly attempt: AttemptView }) {
  const { t } = useTranslation();
  const nameOf = useApplicationName();
  const application = useSnapshot((snapshot) => snapshot.applications[attempt.applicationId]);
  const profile = useSnapshot(({ profiles }) => profiles.find(({ id }) => id === application?.profile));
  if (profile === undefined) return null;
  const values = { authority: t(`authorities.${profile.authority}.name`), application: nameOf(application) };
  return (
    <Notice kind="info" title={t('signIn.stillWaiting', values)}>
      <div className="stack">
        {/* An account that is there already shows it on its page. */}
        {attempt.accountId === null && <AttemptProgress attempt={attempt} profile={profile} />}
        <PasteCallback attempt={attempt} />
      </div>
    </Notice>
  );
}
