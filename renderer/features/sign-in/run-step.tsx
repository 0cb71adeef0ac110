import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { useAttempt } from '../accounts/use-account.ts';
import { AttemptProgress } from './attempt-progress.tsx';
import { PasteCallback } from './paste-form.tsx';
import { PinForm } from './pin-form.tsx';
import type { SignInRequest, SignInRun } from './use-sign-in.ts';

/** The last step: the sign-in as it goes, and what to do when it failed. */
export function RunStep(props: {
  readonly profile: ProfileView;
  readonly run: SignInRun;
  readonly request: SignInRequest;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onShowAccount: (accountId: string) => void;
}) {
  const { profile, run, request, onBack, onClose } = props;
  const { t } = useTranslation();
  const holder = useSnapshot((snapshot) => snapshot.certificates[request.certificateId ?? '']?.holder ?? '');
  const attempt = useAttempt(request.applicationId, request.accountId);
  const account = useSnapshot(
    ({ accounts }) =>
      Object.values(accounts).find(
        (one) => one.applicationId === request.applicationId && one.certificateId === request.certificateId,
      ) ?? null,
  );
  const back = <Button onPress={onBack}>{t('common.back')}</Button>;

  switch (run.phase?.kind) {
    case 'pin':
      return (
        <PinForm
          holder={holder}
          isWrong={run.phase.isWrong}
          onPin={(pin) => run.withPin(request, pin)}
          buttons={back}
        />
      );
    case 'running':
      return (
        <div className="stack">
          <p>{t(`profiles.${profile.id}.running`, { holder })}</p>
          <AttemptProgress attempt={attempt} profile={profile} />
          {attempt !== null && <PasteCallback key={attempt.id} attempt={attempt} />}
        </div>
      );
    case 'failed': {
      const livesAlready = run.phase.failure.code === 'token-still-lives';
      return (
        <div className="stack">
          <FailureNote failure={run.phase.failure} />
          <ModalButtons>
            <Button onPress={onClose}>{t('common.close')}</Button>
            {back}
            {livesAlready && account !== null ? (
              <Button look="primary" autoFocus onPress={() => props.onShowAccount(account.id)}>
                {t('signIn.showAccount')}
              </Button>
            ) : (
              <Button look="primary" autoFocus onPress={() => run.start(request)}>
                {t('common.tryAgain')}
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
