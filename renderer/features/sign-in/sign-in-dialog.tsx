import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Route } from '../../../electron/contract/route.ts';
import type { AccountView, ProfileView, Snapshot } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useUnsaved } from '../../ui/unsaved.tsx';
import { useDraft } from '../certificates/use-draft.ts';
import { useFileDrop } from '../certificates/use-file-drop.ts';
import { ApplicationStep } from './application-step.tsx';
import { CertificateStep } from './certificate-step.tsx';
import type { SignInReason } from './fetches.ts';
import { RunStep } from './run-step.tsx';
import { knowsItsMeans, offeredCertificates, routesFor, startingMeans, type SignInStart } from './sign-in-start.ts';
import { useSignIn, type SignInRequest } from './use-sign-in.ts';
import './sign-in.css';

type Step = 'certificate' | 'application' | 'run';

/**
 * Adds an account, or (`again`) signs in an account once more: the certificate where one is needed, the application,
 * the sign-in itself.
 */
export function SignInDialog(props: {
  readonly profile: ProfileView;
  readonly again: { readonly account: AccountView; readonly reason: SignInReason } | null;
  /** What was chosen before the dialog opened. */
  readonly start?: SignInStart | undefined;
  readonly onClose: () => void;
  readonly onAccount: (accountId: string) => void;
}) {
  const { profile, again, start, onClose, onAccount } = props;
  const { t } = useTranslation();
  const { clock } = useDesk();
  const steps: readonly Step[] = profile.needsCertificate
    ? ['certificate', 'application', 'run']
    : ['application', 'run'];
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const certificates = useSnapshot((snapshot) => snapshot.certificates);
  const soleApplication = useSnapshot(({ applications }) => soleApplicationOf(profile, applications));
  const [means, setMeans] = useState(() => {
    const offered = offeredCertificates(profile, { profiles, certificates }, clock.now());
    return startingMeans(profile, again?.account ?? null, offered, start?.means);
  });
  const routes = routesFor(profile, means);
  const [wanted, setRoute] = useState<Route | null>(again?.account.route ?? null);
  const route = routes.find((one) => one === wanted) ?? routes[0] ?? 'browser';
  const [applicationId, setApplicationId] = useState(
    again?.account.applicationId ?? start?.applicationId ?? soleApplication,
  );
  const [step, setStep] = useState<Step>(
    profile.needsCertificate && !knowsItsMeans(again?.account ?? null, means) ? 'certificate' : 'application',
  );
  const [isEditing, setEditing] = useState(false);
  const [request, setRequest] = useState<SignInRequest | null>(null);
  const flow = useDraft((id) => {
    setMeans({ certificateId: id });
    toApplication(false);
  });
  const run = useSignIn((accountId) => {
    onAccount(accountId);
    onClose();
  });
  const { question, ...unsaved } = useUnsaved();
  useFileDrop(step === 'certificate' ? (file) => void flow.drop(file) : null);

  function close(): void {
    flow.discard();
    run.cancel();
    onClose();
  }

  function toApplication(edits: boolean): void {
    setEditing(edits);
    setStep('application');
  }

  function startRun(chosenApplicationId: string, redirectUri: string | null): void {
    const next: SignInRequest = {
      applicationId: chosenApplicationId,
      certificateId: means !== null && 'certificateId' in means ? means.certificateId : null,
      accountId: again?.account.applicationId === chosenApplicationId ? again.account.id : null,
      redirectUri,
      route,
    };
    setApplicationId(chosenApplicationId);
    setRequest(next);
    setStep('run');
    run.start(next);
  }

  const cancel = <Button onPress={() => unsaved.leave(close)}>{t('common.cancel')}</Button>;
  return (
    <Modal title={t(`profiles.${profile.id}.title`)} size="wide" onClose={() => unsaved.leave(close)}>
      <p className="step" aria-live="polite">
        {t('signIn.step', {
          number: steps.indexOf(step) + 1,
          total: steps.length,
          name: t(`signIn.stepNames.${step}`),
        })}
      </p>
      {again === null && step === 'certificate' && route === 'client-credentials' && (
        <p>{t('signIn.ways.client-credentials.note')}</p>
      )}
      {again !== null && step !== 'run' && (
        <Notice kind="info" title={t(`profiles.${profile.id}.again`)}>
          <p>{t(`failureParts.signInNeeded.${again.reason}`)}</p>
        </Notice>
      )}
      <div className="sign-in-step">
        {step === 'certificate' && (
          <CertificateStep
            legend={t(`profiles.${profile.id}.certificateLegend`)}
            flow={flow}
            profile={profile}
            chosen={means}
            onChoose={setMeans}
            onNext={() => toApplication(false)}
            cancel={cancel}
          />
        )}
        {step === 'application' && (
          <ApplicationStep
            profile={profile}
            route={route}
            routes={routes}
            onRoute={setRoute}
            chosen={applicationId}
            onChoose={setApplicationId}
            onBack={profile.needsCertificate ? () => setStep('certificate') : null}
            cancel={cancel}
            onSignIn={startRun}
            onKept={close}
            startsEditing={isEditing}
            unsaved={unsaved}
          />
        )}
        {step === 'run' && request !== null && (
          <RunStep
            profile={profile}
            run={run}
            request={request}
            onBack={() => toApplication(false)}
            cancel={cancel}
            onEdit={() => toApplication(true)}
          />
        )}
      </div>
      {question}
    </Modal>
  );
}

/** The one there is; where there are several, nobody is led to the wrong one. */
function sole(ids: readonly string[]): string | null {
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

function soleApplicationOf(profile: ProfileView, applications: Snapshot['applications']): string | null {
  return sole(
    Object.values(applications)
      .filter((application) => application.profile === profile.id)
      .map(({ id }) => id),
  );
}
