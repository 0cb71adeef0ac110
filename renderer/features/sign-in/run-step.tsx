import type { ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { RecordButton } from '../support/record-button.tsx';
import { liesInApplication } from './application-failures.ts';
import { AttemptProgress, CancelSignIn } from './attempt-progress.tsx';
import { DeviceQuestion } from './device-question.tsx';
import { isForAddress, PasteCallback } from './paste-form.tsx';
import { PinForm } from './pin-form.tsx';
import type { SignInRequest, SignInRun } from './use-sign-in.ts';

/** The last step: the sign-in as it goes, and what to do when it failed. */
export function RunStep(props: {
  readonly profile: ProfileView;
  readonly run: SignInRun;
  readonly request: SignInRequest;
  readonly onBack: () => void;
  /** The way out, to stand first in the row of buttons. */
  readonly cancel: ReactNode;
  readonly onEdit: () => void;
}) {
  const { profile, run, request, onBack, cancel, onEdit } = props;
  const { t } = useTranslation();
  const certificate = useSnapshot((snapshot) => snapshot.certificates[request.certificateId ?? '']);
  const { attempt } = run;
  const question = useSnapshot(({ deviceQuestions }) => deviceQuestions[attempt?.id ?? '']);
  const authority = t(`authorities.${profile.authority}.name`);
  const route = request.route ?? profile.routes[0] ?? 'browser';
  const back = <Button onPress={onBack}>{t('common.back')}</Button>;

  switch (run.phase?.kind) {
    case 'pin':
      return (
        <PinForm
          certificate={certificate}
          problem={run.phase.problem}
          onPin={(pin) => run.withPin(request, pin)}
          buttons={
            <>
              {cancel}
              {back}
            </>
          }
        />
      );
    case 'running': {
      const cancelSignIn = <CancelSignIn attempt={attempt} />;
      // A further question, a PIN typed anew above all, begins with an empty form.
      if (question !== undefined) return <DeviceQuestion key={JSON.stringify(question)} question={question} />;
      return (
        <div className="stack">
          <p>{t(`signIn.ways.${route}.running`, { holder: certificate?.holder ?? '', authority })}</p>
          <AttemptProgress attempt={attempt} profile={profile} hasCancel={false} />
          {attempt !== null && <PasteCallback key={attempt.id} attempt={attempt} buttons={cancelSignIn} />}
          {!isForAddress(attempt) && <ModalButtons>{cancelSignIn}</ModalButtons>}
        </div>
      );
    }
    case 'failed': {
      const isOfApplication = liesInApplication(run.phase.failure);
      return (
        <div className="stack">
          <FailureNote failure={run.phase.failure} about={{ ...request, route }}>
            <RecordButton applicationId={request.applicationId} accountId={request.accountId} since={0} />
          </FailureNote>
          <ModalButtons>
            {cancel}
            {back}
            <Button
              look={isOfApplication ? 'plain' : 'primary'}
              autoFocus={!isOfApplication}
              onPress={() => run.start(request)}
            >
              {t('common.tryAgain')}
            </Button>
            {isOfApplication && (
              <Button look="primary" autoFocus onPress={onEdit}>
                {t('signIn.editApplication')}
              </Button>
            )}
          </ModalButtons>
        </div>
      );
    }
    case undefined:
      return null;
  }
}
