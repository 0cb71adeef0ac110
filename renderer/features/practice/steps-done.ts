import type { ProfileView, Snapshot } from '../../../electron/contract/snapshot.ts';
import { missingToSignIn } from '../../state/lifetime.ts';
import { isOfKnownIssuer } from '../sign-in/sign-in-start.ts';

/** The practice steps, in their order. What comes last leaves no trace that the window could see. */
const steps = ['certificate', 'application', 'signIn', 'then'] as const;
export type PracticeStep = (typeof steps)[number];

/** The steps of a way to sign in. */
export function stepsOf({ needsCertificate }: ProfileView): readonly PracticeStep[] {
  return steps.filter((step) => step !== 'certificate' || needsCertificate);
}

/** The steps that are done at a way to sign in, by what is on this computer. */
export function stepsDone(
  profile: ProfileView,
  there: Pick<Snapshot, 'certificates' | 'applications' | 'accounts' | 'profiles'>,
): readonly PracticeStep[] {
  const own = Object.values(there.applications).filter((application) => application.profile === profile.id);
  const accounts = Object.values(there.accounts).filter(({ applicationId }) =>
    own.some(({ id }) => id === applicationId),
  );
  const imported = Object.values(there.certificates);
  // Where any issuer will do, a certificate that another way asks for is not meant.
  const choosy = there.profiles.filter(({ issuerWords }) => issuerWords.length > 0);
  const fits = imported.some((certificate) =>
    profile.issuerWords.length > 0
      ? isOfKnownIssuer(profile, certificate)
      : !choosy.some((other) => isOfKnownIssuer(other, certificate)),
  );
  const isDone: Readonly<Record<PracticeStep, boolean>> = {
    certificate: fits || accounts.some(({ certificateId }) => certificateId !== null),
    application: own.some(({ missing }) => missingToSignIn(missing).length === 0),
    signIn: accounts.some(({ accessToken }) => accessToken !== null),
    then: false,
  };
  return stepsOf(profile).filter((step) => isDone[step]);
}
