import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { AttemptView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApplicationName } from '../applications/telling-apart.ts';
import { AttemptProgress, CancelSignIn } from './attempt-progress.tsx';
import { DeviceQuestion } from './device-question.tsx';
import { PasteCallback } from './paste-form.tsx';

/**
 * The sign-ins that wait for the browser, or for what a certificate's device needs to know, since before this window was
 * there, after a restart or behind its lock: no dialog shows them any more, and they can still be finished or ended.
 * @param openedAt epoch ms
 */
export function WaitingSignIns({ openedAt }: { readonly openedAt: number }) {
  const attempts = useSnapshot((snapshot) => snapshot.attempts);
  const waiting = Object.values(attempts).filter(({ startedAt }) => startedAt < openedAt);
  return waiting.map((attempt) =>
    attempt.route === 'browser' ? (
      <WaitingSignIn key={attempt.id} attempt={attempt} />
    ) : (
      <WaitingQuestion key={attempt.id} attempt={attempt} />
    ),
  );
}

/**
 * A question waits until somebody wants to answer it: a PIN field that took the focus by itself would take what is being
 * typed elsewhere, and cost a try. Whoever answers is in the dialog until the sign-in is over; closing that ends it, as
 * closing the dialog it was begun in does.
 */
function WaitingQuestion({ attempt }: { readonly attempt: AttemptView }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const nameOf = useApplicationName();
  const application = useSnapshot((snapshot) => snapshot.applications[attempt.applicationId]);
  const question = useSnapshot(({ deviceQuestions }) => deviceQuestions[attempt.id]);
  const profile = useAttemptProfile(attempt);
  const [isAnswering, setAnswering] = useState(false);
  if (profile === undefined) return null;
  if (isAnswering) {
    return (
      <Modal
        title={t(`profiles.${profile.id}.title`)}
        size="wide"
        onClose={() => void bridge.call('attempts.cancel', { attemptId: attempt.id })}
      >
        {question === undefined ? (
          <AttemptProgress attempt={attempt} profile={profile} />
        ) : (
          // A further question begins with an empty form.
          <DeviceQuestion key={JSON.stringify(question)} question={question} />
        )}
      </Modal>
    );
  }
  if (question === undefined) return null;
  const values = { authority: t(`authorities.${profile.authority}.name`), application: nameOf(application) };
  return (
    <Notice kind="info" title={t('device.waits.title', values)}>
      <div className="line">
        <Button onPress={() => setAnswering(true)}>{t('device.waits.answer')}</Button>
        <CancelSignIn attempt={attempt} />
      </div>
    </Notice>
  );
}

function useAttemptProfile({ applicationId }: AttemptView): ProfileView | undefined {
  return useSnapshot(({ applications, profiles }) =>
    profiles.find(({ id }) => id === applications[applicationId]?.profile),
  );
}

function WaitingSignIn({ attempt }: { readonly attempt: AttemptView }) {
  const { t } = useTranslation();
  const nameOf = useApplicationName();
  const application = useSnapshot((snapshot) => snapshot.applications[attempt.applicationId]);
  const profile = useAttemptProfile(attempt);
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
