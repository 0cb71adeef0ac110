import type { ActivityEntry } from '../../../electron/contract/activity-entry.ts';
import type { ProfileView, Snapshot } from '../../../electron/contract/snapshot.ts';
import { missingToSignIn } from '../../state/lifetime.ts';
import { isOfKnownIssuer } from '../sign-in/sign-in-start.ts';

/** The practice steps, in their order. */
const steps = ['certificate', 'application', 'signIn', 'then'] as const;
export type PracticeStep = (typeof steps)[number];

/** The steps of a way to sign in. */
export function stepsOf({ needsCertificate }: ProfileView): readonly PracticeStep[] {
  return steps.filter((step) => step !== 'certificate' || needsCertificate);
}

/** What the last step is at each, which only the log knows of. */
const lastActs: Readonly<Record<ProfileView['id'], 'request' | 'renewal'>> = {
  anaf: 'request',
  'skatteverket-org': 'request',
  'skatteverket-per': 'renewal',
  'skatteverket-sysorg': 'request',
  'skatteverket-sys': 'request',
};

/** Whether an entry says that the last step at a way to sign in went well. */
function isLastStep(entry: ActivityEntry, { id }: ProfileView): boolean {
  if (entry.profile !== id || entry.act !== lastActs[id] || entry.result !== 'ok') return false;
  return entry.act !== 'request' || (entry.status !== null && entry.status >= 200 && entry.status < 300);
}

/** The steps that are done at a way to sign in, by what is on this computer and in its log. */
export function stepsDone(
  profile: ProfileView,
  there: Pick<Snapshot, 'certificates' | 'applications' | 'accounts' | 'profiles'>,
  log: readonly ActivityEntry[],
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
    then: log.some((entry) => isLastStep(entry, profile)),
  };
  return stepsOf(profile).filter((step) => isDone[step]);
}
