import { useTranslation } from 'react-i18next';
import type { AttemptView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Modal } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApplicationName } from '../applications/telling-apart.ts';
import { AttemptProgress } from './attempt-progress.tsx';
import { DeviceQuestion } from './device-question.tsx';
import { PasteCallback } from './paste-form.tsx';

/**
 * The sign-ins that wait for the browser, or for what a certificate's device needs to know, since before this window was
 * there, after a restart or behind its lock: no dialog shows them any more, and they can still be finished or ended.
 * @param openedAt epoch ms
 */
export function WaitingSignIns({ openedAt }: { readonly openedAt: number }) {
  const attempts = useSnapshot((snapshot) => snapshot.attempts);
  const questions = useSnapshot((snapshot) => snapshot.deviceQuestions);
  const waiting = Object.values(attempts).filter(({ startedAt }) => startedAt < openedAt);
  const asked = waiting.find(({ id }) => questions[id] !== undefined);
  return (
    <>
      {waiting
        .filter(({ route }) => route === 'browser')
        .map((attempt) => (
          <WaitingSignIn key={attempt.id} attempt={attempt} />
        ))}
      {asked !== undefined && <WaitingQuestion key={asked.id} attempt={asked} />}
    </>
  );
}

/** Closing it ends the sign-in, as closing the dialog it was begun in does. */
function WaitingQuestion({ attempt }: { readonly attempt: AttemptView }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const question = useSnapshot(({ deviceQuestions }) => deviceQuestions[attempt.id]);
  const profile = useAttemptProfile(attempt);
  if (question === undefined || profile === undefined) return null;
  return (
    <Modal
      title={t(`profiles.${profile.id}.title`)}
      size="wide"
      onClose={() => void bridge.call('attempts.cancel', { attemptId: attempt.id })}
    >
      {/* A further question begins with an empty form. */}
      <DeviceQuestion key={JSON.stringify(question)} question={question} />
    </Modal>
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
