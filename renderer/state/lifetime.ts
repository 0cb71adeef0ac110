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
/** A token ends soon in the last tenth of its life, though never earlier than this before its end, ms. */
const ENDS_SOON_MS = 5 * 60_000;

/** The one word a row says of its account. */
export type AccountState =
  | 'valid'
  | 'endsSoon'
  | 'resting'
  | 'renewalDue'
  | 'signInNeeded'
  | 'signInSoon'
  | 'failed'
  | 'incomplete'
  | 'certificateEnded'
  | 'certificateEnding'
  | 'answerLost'
  | 'moved'
  | 'onlyLooking'
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

/** Whether a token that lives at `now` (epoch ms) is too near its end to be counted on. */
export function endsSoon(token: { readonly obtainedAt: number; readonly expiresAt: number }, now: number): boolean {
  const tenth = (token.expiresAt - token.obtainedAt) / 10;
  return token.expiresAt > now && token.expiresAt - now <= Math.min(tenth, ENDS_SOON_MS);
}

/** What keeps an application from signing in: the APIgw pair is needed only to call the APIs (S16). */
export function missingToSignIn(missing: ApplicationView['missing']): ApplicationView['missing'] {
  return missing.filter((part) => part !== 'apigwClientId' && part !== 'apigwClientSecret');
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
export function renewableUntil(account: AccountView): number | null {
  return needsSignIn(account) ? null : (account.refreshToken?.expiresAt ?? null);
}

/** Whether another renewal will not help: the grant is over, or the authority gives no more in this session (S19). */
export function needsSignIn({ needsSignIn: isRefused, lastFailure }: AccountView): boolean {
  return isRefused || lastFailure?.failure.code === 'signin-needed';
}

/** Whether the account's one button leads to a sign-in at `now` (epoch ms): no refresh token can do it any more. */
export function leadsToSignIn(account: AccountView, profile: ProfileView, now: number): boolean {
  return profile.renewal === 'refresh-token' && (renewableUntil(account) ?? 0) <= now;
}

/**
 * What an application lacks that this account needs next: as long as (epoch ms) it is renewed without a sign-in, what
 * only a sign-in needs can wait.
 */
export function missingNext(account: AccountView, missing: ApplicationView['missing'], now: number) {
  const renews = (renewableUntil(account) ?? 0) > now;
  return missingToSignIn(missing).filter((part) => !renews || part === 'clientId' || part === 'clientSecret');
}

/** Ends of a try that are no fault: somebody decided so, or what is to be done is said by the deadlines. */
const calmEnds: readonly string[] = ['signin-declined', 'signin-cancelled', 'signin-needed'];

/**
 * What most needs to be said of an account at `now` (epoch ms). A token that ended is no fault where a new one is
 * fetched when needed: the account rests. Where programs live on the token, one click is due, also in its last minutes;
 * a person with a certificate is asked for only where no refresh token can do it, now or within a month. An account that
 * is renewed on another computer needs nobody here.
 */
export function accountState(facts: AccountFacts, now: number): AccountState {
  const { account, application, certificate, profile } = facts;
  if (account.standing !== 'here') return account.standing === 'moved' ? 'moved' : 'onlyLooking';
  const end = certificate === undefined ? 'far' : certificateEnd(certificate, now);
  const token = account.accessToken;
  const lives = token !== null && token.expiresAt > now;
  const renewsByToken = profile?.renewal === 'refresh-token';
  const needsPersonAt = Math.max(token?.expiresAt ?? 0, renewableUntil(account) ?? 0);
  const isDurable = renewsByToken && profile.needsCertificate;
  const certificateIsDue = !isDurable || needsPersonAt <= now;

  if (end === 'ended' && certificateIsDue) return 'certificateEnded';
  if (isDurable && needsPersonAt <= now) return 'signInNeeded';
  if (account.answerLost && (renewableUntil(account) ?? 0) > now) return 'answerLost';
  if (isDurable && needsPersonAt - now < WARNING_MS) return 'signInSoon';
  if (account.lastFailure !== null && !calmEnds.includes(account.lastFailure.failure.code)) return 'failed';
  if (application !== undefined && missingNext(account, application.missing, now).length > 0) return 'incomplete';
  if (end === 'ending' && certificateIsDue) return 'certificateEnding';
  if (token !== null && lives && !endsSoon(token, now)) return 'valid';
  if (isDurable) return 'renewalDue';
  return lives ? 'endsSoon' : 'resting';
}

const needsSomebody: readonly AccountState[] = [
  'certificateEnded',
  'signInNeeded',
  'answerLost',
  'signInSoon',
  'failed',
  'renewalDue',
  'incomplete',
  'certificateEnding',
];

/** How many accounts "renew all that are due" would take now (epoch ms); those under way are taken already. */
export function countDue(accounts: Snapshot['accounts'], now: number): number {
  return Object.values(accounts).filter(
    ({ renewsItselfAt, isRenewing }) => renewsItselfAt !== null && renewsItselfAt <= now && !isRenewing,
  ).length;
}

/** The order of the list: who needs a person comes first, everybody else by name. */
export function attentionRank(state: AccountState): number {
  const place = needsSomebody.indexOf(state);
  return place === -1 ? needsSomebody.length : place;
}
