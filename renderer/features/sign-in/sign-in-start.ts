import type { Route } from '../../../electron/contract/route.ts';
import type { AccountView, CertificateView, ProfileView } from '../../../electron/contract/snapshot.ts';

/**
 * What somebody signs in with: an imported certificate by its id, a file still to be imported, or a way that needs no
 * certificate from here.
 */
export type SignInMeans =
  { readonly certificateId: string } | { readonly file: true } | { readonly route: 'device-window' | 'browser' };

/** What was wished for before the dialog opened: the means, the application. */
export type SignInStart = {
  readonly means?: 'device-window' | 'file';
  readonly applicationId?: string;
};

const withoutFile = ['device-window', 'browser'] as const;

/** The ways of a profile that need no certificate file, in its order. */
export function waysWithoutFile(profile: ProfileView): ReadonlyArray<(typeof withoutFile)[number]> {
  return profile.routes.flatMap((route) => withoutFile.filter((one) => one === route));
}

/** The ways open to what was chosen to sign in with, the proposed one first. */
export function routesFor(profile: ProfileView, means: SignInMeans | null): readonly Route[] {
  if (means !== null && 'route' in means) return [means.route];
  return profile.routes.filter((route) => !withoutFile.some((one) => one === route));
}

/**
 * What is proposed to sign in with: what the account signed in with last, else the only imported certificate of a known
 * issuer, else nothing, but the profile's first way for a new account where nothing is imported; where the profile shows
 * no certificate at all, its own way.
 */
export function proposedMeans(
  profile: ProfileView,
  account: AccountView | null,
  certificates: Readonly<Record<string, CertificateView>>,
): SignInMeans | null {
  const ways = waysWithoutFile(profile);
  const last = ways.find((route) => route === account?.route);
  if (last !== undefined) return { route: last };
  if (!profile.needsCertificate) return ways[0] === undefined ? null : { route: ways[0] };
  const imported = Object.values(certificates).filter(({ key }) => key !== 'on-device');
  const own = imported.find(({ id }) => id === account?.certificateId);
  if (own !== undefined) return { certificateId: own.id };
  const fitting = imported.filter((certificate) => isOfKnownIssuer(profile, certificate));
  const [sole] = fitting;
  if (fitting.length === 1 && sole !== undefined) return { certificateId: sole.id };
  const isFirst = account === null && imported.length === 0 && profile.routes[0] === 'device-window';
  return isFirst ? { route: 'device-window' } : null;
}

/**
 * Whether the certificate is of an issuer whose certificates the profile is known to take (S4). Another may do too: the
 * authority decides.
 */
export function isOfKnownIssuer({ issuerWords }: ProfileView, { issuer }: CertificateView): boolean {
  return issuerWords.length === 0 || issuerWords.some((words) => words.every((word) => issuer.includes(word)));
}

/**
 * What a dialog begins with: what was wished for where the profile can do that, else what is proposed. `certificates`
 * are those on this computer, by id.
 */
export function startingMeans(
  profile: ProfileView,
  account: AccountView | null,
  certificates: Readonly<Record<string, CertificateView>>,
  wish: SignInStart['means'],
): SignInMeans | null {
  if (wish === 'file' && profile.needsCertificate) return { file: true };
  const way = waysWithoutFile(profile).find((route) => route === wish);
  return way === undefined ? proposedMeans(profile, account, certificates) : { route: way };
}

/** Whether an account says itself what it is signed in with, so that nobody needs to be asked. */
export function knowsItsMeans(account: AccountView | null, means: SignInMeans | null): boolean {
  if (account === null || means === null) return false;
  if ('file' in means) return false;
  return 'route' in means ? account.route === means.route : account.certificateId === means.certificateId;
}
