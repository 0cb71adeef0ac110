import type { Profile } from '../authorities/schema.ts';
import type { Route } from '../contract/route.ts';
import type { AccountRecord, CertificateRecord, Grant } from './records.ts';
import { isLimitReached, type RefreshTokensHad } from './refresh-count.ts';

/** Ways on which nobody is asked for anything but a key. */
const silentRoutes: ReadonlySet<Route> = new Set(['direct', 'client-credentials']);

function hasKey(profile: Profile, certificate: CertificateRecord | undefined): boolean {
  return profile.certificateShownAt.length === 0 || certificate?.key.kept === true;
}

/**
 * Whether a new access token can be had now without anybody being asked: by a refresh token that lives, or by a sign-in
 * that the program does alone with a key that is kept (S13, S21). `had` is what each account's person has had of her
 * session's refresh tokens (S19); `now` is epoch ms.
 */
export function renewsSilently(
  account: AccountRecord,
  grant: Grant | null,
  profile: Profile,
  certificate: CertificateRecord | undefined,
  had: RefreshTokensHad,
  now: number,
): boolean {
  if (account.standing !== 'here' || account.hasOtherCopy) return false;
  if (profile.renewal.by === 'sign-in')
    return silentRoutes.has(account.route ?? profile.routes[0] ?? 'browser') && hasKey(profile, certificate);
  if (account.grantEnded || (account.refreshSent?.tries ?? 0) > 1 || isLimitReached(profile, had(account)))
    return false;
  return grant?.refreshToken != null && grant.refreshToken.expiresAt > now;
}
