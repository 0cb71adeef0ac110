import type { Route } from '../../../electron/contract/route.ts';
import type { AccountView, CertificateView, ProfileView, Snapshot } from '../../../electron/contract/snapshot.ts';

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

/** An imported certificate as it is offered: whether its issuer fits, and by the clock why it cannot be used, if so. */
export type OfferedCertificate = {
  readonly certificate: CertificateView;
  readonly fits: boolean;
  readonly unfit: 'expired' | 'notYetValid' | null;
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
 * The imported certificates in the order in which they are offered: those of a fitting issuer, the others, and last what
 * cannot be used at `now` (epoch ms).
 */
export function offeredCertificates(
  profile: ProfileView,
  { profiles, certificates }: Pick<Snapshot, 'profiles' | 'certificates'>,
  now: number,
): readonly OfferedCertificate[] {
  const offered = Object.values(certificates)
    .filter(({ key }) => key !== 'on-device')
    .map((certificate) => ({
      certificate,
      fits: isOfFittingIssuer(profile, profiles, certificate),
      unfit: certificate.notAfter <= now ? 'expired' : certificate.notBefore > now ? 'notYetValid' : null,
    })) satisfies readonly OfferedCertificate[];
  const rank = ({ fits, unfit }: OfferedCertificate): number => (unfit !== null ? 2 : fits ? 0 : 1);
  return offered.sort((a, b) => rank(a) - rank(b));
}

/**
 * What is proposed to sign in with: what the account signed in with last, and nothing but its own where that was a
 * certificate, as another may be somebody else's; else the only usable certificate of a fitting issuer, else nothing, but
 * the profile's first way for a new account where no certificate fits; where the profile shows no certificate at all, its
 * own way. What cannot be used is never proposed.
 */
export function proposedMeans(
  profile: ProfileView,
  account: AccountView | null,
  offered: readonly OfferedCertificate[],
): SignInMeans | null {
  const ways = waysWithoutFile(profile);
  const last = ways.find((route) => route === account?.route);
  if (last !== undefined) return { route: last };
  if (!profile.needsCertificate) return ways[0] === undefined ? null : { route: ways[0] };
  const usable = offered.filter(({ unfit }) => unfit === null);
  const own = usable.find(({ certificate }) => certificate.id === account?.certificateId);
  if (own !== undefined) return { certificateId: own.certificate.id };
  if (account !== null && account.certificateId !== null) return null;
  const fitting = usable.filter(({ fits }) => fits);
  const [sole] = fitting;
  if (fitting.length === 1 && sole !== undefined) return { certificateId: sole.certificate.id };
  const isFirst = account === null && fitting.length === 0 && profile.routes[0] === 'device-window';
  return isFirst ? { route: 'device-window' } : null;
}

/**
 * Whether the certificate is of an issuer whose certificates the profile is known to take (S4). Another may do too: the
 * authority decides.
 */
export function isOfKnownIssuer({ issuerWords }: ProfileView, { issuer }: CertificateView): boolean {
  return issuerWords.length === 0 || issuerWords.some((words) => words.every((word) => issuer.includes(word)));
}

/** A profile that names no issuers takes anybody's, but hardly one of whom another authority's profile knows. */
function isOfFittingIssuer(
  profile: ProfileView,
  profiles: readonly ProfileView[],
  certificate: CertificateView,
): boolean {
  if (profile.issuerWords.length > 0) return isOfKnownIssuer(profile, certificate);
  return !profiles.some(
    (other) =>
      other.authority !== profile.authority && other.issuerWords.length > 0 && isOfKnownIssuer(other, certificate),
  );
}

/** What a dialog begins with: what was wished for where the profile can do that, else what is proposed. */
export function startingMeans(
  profile: ProfileView,
  account: AccountView | null,
  offered: readonly OfferedCertificate[],
  wish: SignInStart['means'],
): SignInMeans | null {
  if (wish === 'file' && profile.needsCertificate) return { file: true };
  const way = waysWithoutFile(profile).find((route) => route === wish);
  return way === undefined ? proposedMeans(profile, account, offered) : { route: way };
}

/** Whether an account says itself what it is signed in with, so that nobody needs to be asked. */
export function knowsItsMeans(account: AccountView | null, means: SignInMeans | null): boolean {
  if (account === null || means === null) return false;
  if ('file' in means) return false;
  return 'route' in means ? account.route === means.route : account.certificateId === means.certificateId;
}
