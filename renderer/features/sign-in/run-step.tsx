import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { AttemptProgress } from './attempt-progress.tsx';
import { PinForm } from './pin-form.tsx';
import type { SignInRun } from './use-sign-in.ts';

/** Step 3: the sign-in as it goes, and what to do when it failed. */
export function RunStep(props: {
  readonly run: SignInRun;
  readonly certificateId: string;
  readonly applicationId: string;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onShowAccount: (accountId: string) => void;
}) {
  const { run, certificateId, applicationId, onBack, onClose } = props;
  const { t } = useTranslation();
  const holder = useSnapshot((snapshot) => snapshot.certificates[certificateId]?.holder ?? '');
  const attempt = useSnapshot(
    ({ attempts }) => Object.values(attempts).find((one) => one.applicationId === applicationId) ?? null,
  );
  const account = useSnapshot(
    ({ accounts }) =>
      Object.values(accounts).find(
        (one) => one.applicationId === applicationId && one.certificateId === certificateId,
      ) ?? null,
  );
  const back = <Button onPress={onBack}>{t('common.back')}</Button>;

  switch (run.phase?.kind) {
    case 'pin':
      return (
        <PinForm
          holder={holder}
          isWrong={run.phase.isWrong}
          onPin={(pin) => run.withPin(applicationId, certificateId, pin)}
          buttons={back}
        />
      );
    case 'running':
      return (
        <div className="stack">
          <p>{t('signIn.running', { holder })}</p>
          <AttemptProgress attempt={attempt} />
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
              <Button look="primary" autoFocus onPress={() => run.start(applicationId, certificateId)}>
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
