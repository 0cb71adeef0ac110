import type { Profile } from '../authorities/schema.ts';
import type { AccountRecord, CertificateRecord, Grant } from './records.ts';

/**
 * Whether a new access token can be had now without anybody being asked: by a refresh token that lives, or by a sign-in
 * that the program does alone with a key that is kept (S13, S21).
 */
export function renewsSilently(
  account: AccountRecord,
  grant: Grant | null,
  profile: Profile,
  certificate: CertificateRecord | undefined,
  now: number,
): boolean {
  if (account.standing !== 'here' || account.hasOtherCopy) return false;
  if (profile.renewal.by === 'sign-in') return profile.route === 'direct' && certificate?.key.kept === true;
  if (account.grantEnded || (account.refreshSent?.tries ?? 0) > 1) return false;
  return grant?.refreshToken != null && grant.refreshToken.expiresAt > now;
}
