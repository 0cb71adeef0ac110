import type { AccountView, ApplicationView, CertificateView } from '../../electron/contract/snapshot.ts';

const DAY_MS = 86_400_000;
/** How long before a certificate's end its holder is told, ms. */
const CERTIFICATE_WARNING_MS = 30 * DAY_MS;

/** The one word a row says of its account. */
export type AccountState =
  'valid' | 'resting' | 'failed' | 'incomplete' | 'certificateEnded' | 'certificateEnding' | 'working';

/** How much of the access token's life is left, 0 to 1. */
export function lifeLeft(token: NonNullable<AccountView['accessToken']>, now: number): number {
  const whole = token.expiresAt - token.obtainedAt;
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, (token.expiresAt - now) / whole));
}

/** A certificate's end by the clock. */
export function certificateEnd(certificate: CertificateView, now: number): 'ended' | 'ending' | 'far' {
  if (certificate.notAfter <= now) return 'ended';
  return certificate.notAfter - now < CERTIFICATE_WARNING_MS ? 'ending' : 'far';
}

/** What most needs to be said of an account at `now` (epoch ms). A token that ended is no fault: the account rests. */
export function accountState(
  account: AccountView,
  application: ApplicationView | undefined,
  certificate: CertificateView | undefined,
  now: number,
): AccountState {
  const end = certificate === undefined ? 'far' : certificateEnd(certificate, now);
  if (end === 'ended') return 'certificateEnded';
  if (account.lastFailure !== null) return 'failed';
  if (application !== undefined && application.missing.length > 0) return 'incomplete';
  if (end === 'ending') return 'certificateEnding';
  return account.accessToken !== null && account.accessToken.expiresAt > now ? 'valid' : 'resting';
}

/** The order of the list: who needs a person comes first, everybody else by name. */
export function attentionRank(state: AccountState): number {
  const order: readonly AccountState[] = ['certificateEnded', 'failed', 'incomplete', 'certificateEnding'];
  const place = order.indexOf(state);
  return place === -1 ? order.length : place;
}
