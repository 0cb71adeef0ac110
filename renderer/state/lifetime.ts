import type {
  AccountView,
  ApplicationView,
  CertificateView,
  ProfileView,
  Snapshot,
} from '../../electron/contract/snapshot.ts';

const DAY_MS = 86_400_000;
/** How long before a certificate, or all tokens, end its person is told, ms. */
const WARNING_MS = 30 * DAY_MS;

/** The one word a row says of its account. */
export type AccountState =
  | 'valid'
  | 'resting'
  | 'renewalDue'
  | 'signInNeeded'
  | 'signInSoon'
  | 'failed'
  | 'incomplete'
  | 'certificateEnded'
  | 'certificateEnding'
  | 'working';

/** An account with all it refers to; undefined where that is not on this computer. */
export type AccountFacts = {
  readonly account: AccountView;
  readonly application: ApplicationView | undefined;
  readonly certificate: CertificateView | undefined;
  readonly profile: ProfileView | undefined;
};

/** The certificate an account signs in with; undefined without one, or where it is not on this computer. */
export function certificateOf(snapshot: Snapshot, account: AccountView): CertificateView | undefined {
  return account.certificateId === null ? undefined : snapshot.certificates[account.certificateId];
}

/** What an account refers to. */
export function factsOf(snapshot: Snapshot, account: AccountView): AccountFacts {
  const application = snapshot.applications[account.applicationId];
  const profile = snapshot.profiles.find(({ id }) => id === application?.profile);
  return { account, application, profile, certificate: certificateOf(snapshot, account) };
}

/** How much of the time from `from` to `until` (epoch ms) is left at `now`, 0 to 1. */
export function lifeLeft(from: number, until: number, now: number): number {
  const whole = until - from;
  return whole <= 0 ? 0 : Math.min(1, Math.max(0, (until - now) / whole));
}

/** A certificate's end by the clock. */
export function certificateEnd(certificate: CertificateView, now: number): 'ended' | 'ending' | 'far' {
  if (certificate.notAfter <= now) return 'ended';
  return certificate.notAfter - now < WARNING_MS ? 'ending' : 'far';
}

/**
 * Until when (epoch ms) a new access token comes without a person; null where there is no refresh token, or the
 * authority has refused it.
 */
export function renewableUntil({ refreshToken, lastFailure }: AccountView): number | null {
  return lastFailure?.failure.code === 'signin-needed' ? null : (refreshToken?.expiresAt ?? null);
}

/** Ends of a try that are no fault: somebody decided so, or what is to be done is said by the deadlines. */
const calmEnds: readonly string[] = ['signin-declined', 'signin-cancelled', 'signin-needed'];

/**
 * What most needs to be said of an account at `now` (epoch ms). A token that ended is no fault where a new one is
 * fetched when needed: the account rests. Where programs live on the token, one click is due; a person with a
 * certificate is asked for only where no refresh token can do it, now or within a month.
 */
export function accountState(facts: AccountFacts, now: number): AccountState {
  const { account, application, certificate, profile } = facts;
  const end = certificate === undefined ? 'far' : certificateEnd(certificate, now);
  const lives = account.accessToken !== null && account.accessToken.expiresAt > now;
  const renewsByToken = profile?.renewal === 'refresh-token';
  const needsPersonAt = Math.max(account.accessToken?.expiresAt ?? 0, renewableUntil(account) ?? 0);
  const isDurable = renewsByToken && profile.needsCertificate;
  const certificateIsDue = !isDurable || needsPersonAt <= now;

  if (end === 'ended' && certificateIsDue) return 'certificateEnded';
  if (isDurable && needsPersonAt <= now) return 'signInNeeded';
  if (isDurable && needsPersonAt - now < WARNING_MS) return 'signInSoon';
  if (account.lastFailure !== null && !calmEnds.includes(account.lastFailure.failure.code)) return 'failed';
  if (application !== undefined && application.missing.length > 0) return 'incomplete';
  if (end === 'ending' && certificateIsDue) return 'certificateEnding';
  if (lives) return 'valid';
  return isDurable ? 'renewalDue' : 'resting';
}

const needsSomebody: readonly AccountState[] = [
  'certificateEnded',
  'signInNeeded',
  'signInSoon',
  'failed',
  'renewalDue',
  'incomplete',
  'certificateEnding',
];

/** The order of the list: who needs a person comes first, everybody else by name. */
export function attentionRank(state: AccountState): number {
  const place = needsSomebody.indexOf(state);
  return place === -1 ? needsSomebody.length : place;
}
