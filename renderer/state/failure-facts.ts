import type { ProfileView, Snapshot } from '../../electron/contract/snapshot.ts';
import type { Route } from '../../electron/contract/route.ts';

/** What a failure was met with; null where it is not known, or there is none. */
export type FailureAbout = {
  readonly applicationId: string;
  readonly accountId: string | null;
  readonly certificateId: string | null;
  readonly route: Route | null;
  /** As it was sent (S5); null for the application's first. */
  readonly redirectUri: string | null;
};

type Dates = { readonly notBefore: number; readonly notAfter: number };

/** What the program knows that makes one cause of a failure likelier than another. Times are epoch ms. */
export type FailureFacts = {
  readonly now: number;
  readonly authority: ProfileView['authority'];
  readonly route: Route | null;
  /** As it was sent (S5). */
  readonly redirectUri: string | null;
  readonly certificate: Dates | null;
  /** Other certificates here of the same holder. */
  readonly sameHolder: readonly Dates[];
  /** Some account of the application has or had a token. */
  readonly hasWorked: boolean;
  /** With that very certificate. */
  readonly hasWorkedWithCertificate: boolean;
  /** Whose the client ID is besides. */
  readonly clientIdIs: 'apigw' | 'of-other-environment' | 'of-other-flow' | null;
  /** When the account's tokens end; null where it has none. */
  readonly accessTokenEnd: number | null;
  readonly refreshTokenEnd: number | null;
  readonly hasOtherCopy: boolean;
};

/** The facts about a failure, as the window knows them; null where the application is not there any more. */
export function failureFacts(snapshot: Snapshot, about: FailureAbout, now: number): FailureFacts | null {
  const application = snapshot.applications[about.applicationId];
  const profile = snapshot.profiles.find(({ id }) => id === application?.profile);
  if (application === undefined || profile === undefined) return null;
  const certificate = snapshot.certificates[about.certificateId ?? ''] ?? null;
  const account = snapshot.accounts[about.accountId ?? ''];
  return {
    now,
    authority: profile.authority,
    route: about.route,
    redirectUri: about.redirectUri ?? application.redirectUris[0] ?? null,
    certificate,
    sameHolder: Object.values(snapshot.certificates).filter(
      ({ id, holder }) => certificate !== null && id !== certificate.id && holder === certificate.holder,
    ),
    hasWorked: Object.values(snapshot.accounts).some(
      ({ applicationId, accessToken }) => applicationId === application.id && accessToken !== null,
    ),
    hasWorkedWithCertificate: Object.values(snapshot.accounts).some(
      ({ applicationId, certificateId, accessToken }) =>
        applicationId === application.id && certificateId === certificate?.id && accessToken !== null,
    ),
    clientIdIs: otherOwner(snapshot, application),
    accessTokenEnd: account?.accessToken?.expiresAt ?? null,
    refreshTokenEnd: account?.refreshToken?.expiresAt ?? null,
    hasOtherCopy: account?.hasOtherCopy ?? false,
  };
}

function otherOwner(
  { applications }: Snapshot,
  { id, clientId, profile, environment }: Snapshot['applications'][string],
): FailureFacts['clientIdIs'] {
  if (clientId === '') return null;
  const all = Object.values(applications);
  if (all.some(({ apigwClientId }) => apigwClientId === clientId)) return 'apigw';
  const others = all.filter((other) => other.id !== id && other.clientId === clientId);
  if (others.some((other) => other.profile !== profile)) return 'of-other-flow';
  return others.some((other) => other.environment !== environment) ? 'of-other-environment' : null;
}
