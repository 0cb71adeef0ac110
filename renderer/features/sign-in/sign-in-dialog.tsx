import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { Modal } from '../../ui/modal.tsx';
import { useDraft } from '../certificates/use-draft.ts';
import { useFileDrop } from '../certificates/use-file-drop.ts';
import { useTakeDropped } from '../certificates/import-dialog.tsx';
import { ApplicationStep } from './application-step.tsx';
import { CertificateStep } from './certificate-step.tsx';
import { RunStep } from './run-step.tsx';
import { useSignIn } from './use-sign-in.ts';

type Step = 'certificate' | 'application' | 'run';
const steps: readonly Step[] = ['certificate', 'application', 'run'];

/** Adds an account in three steps: the certificate, the application, the sign-in itself. */
export function SignInDialog(props: {
  readonly profile: ProfileView;
  readonly dropped: File | null;
  readonly onClose: () => void;
  readonly onAccount: (accountId: string) => void;
}) {
  const { profile, dropped, onClose, onAccount } = props;
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>('certificate');
  const [certificateId, setCertificateId] = useState<string | null>(null);
  const [applicationId, setApplicationId] = useState<string | null>(null);
  const flow = useDraft((id) => {
    setCertificateId(id);
    setStep('application');
  });
  const run = useSignIn((accountId) => {
    onAccount(accountId);
    onClose();
  });
  useFileDrop(step === 'certificate' ? (file) => void flow.drop(file) : null);
  useTakeDropped(dropped, (file) => void flow.drop(file));

  function close(): void {
    flow.discard();
    run.cancel(applicationId);
    onClose();
  }

  function startRun(chosenApplicationId: string): void {
    if (certificateId === null) return;
    setApplicationId(chosenApplicationId);
    setStep('run');
    run.start(chosenApplicationId, certificateId);
  }

  return (
    <Modal title={t('signIn.title')} size="wide" onClose={close}>
      <p className="step" aria-live="polite">
        {t('signIn.step', { number: steps.indexOf(step) + 1, name: t(`signIn.stepNames.${step}`) })}
      </p>
      {step === 'certificate' && (
        <CertificateStep
          flow={flow}
          chosen={certificateId}
          onChoose={setCertificateId}
          onNext={() => setStep('application')}
          onClose={close}
        />
      )}
      {step === 'application' && (
        <ApplicationStep
          profile={profile}
          chosen={applicationId}
          onChoose={setApplicationId}
          onBack={() => setStep('certificate')}
          onClose={close}
          onSignIn={startRun}
        />
      )}
      {step === 'run' && certificateId !== null && applicationId !== null && (
        <RunStep
          run={run}
          certificateId={certificateId}
          applicationId={applicationId}
          onBack={() => setStep('application')}
          onClose={close}
          onShowAccount={(accountId) => {
            onAccount(accountId);
            onClose();
          }}
        />
      )}
    </Modal>
  );
}
