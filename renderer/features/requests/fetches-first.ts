import type { AccountView, CertificateView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { renewableUntil } from '../../state/lifetime.ts';

/**
 * Whether a request fetches a new access token by itself at `now` (epoch ms), its own having ended: by a refresh token
 * that lives, or by a sign-in with a key that is kept (S13, S21). Where the answer to a renewal was lost it is not
 * promised: main tries that refresh token only so often.
 */
export function fetchesFirst(
  account: AccountView,
  profile: ProfileView,
  certificate: CertificateView | undefined,
  now: number,
): boolean {
  const { accessToken, standing, hasOtherCopy, answerLost } = account;
  if (accessToken === null || accessToken.expiresAt > now || standing !== 'here' || hasOtherCopy || answerLost) {
    return false;
  }
  if (profile.renewal === 'sign-in') {
    const route = account.route ?? profile.routes[0];
    const hasKey = !profile.needsCertificate || certificate?.key === 'kept';
    return (route === 'direct' || route === 'client-credentials') && hasKey;
  }
  return (renewableUntil(account) ?? 0) > now;
}
