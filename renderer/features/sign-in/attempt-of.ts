import type { AttemptView, Snapshot } from '../../../electron/contract/snapshot.ts';

/** What says whose attempt one is: the account where it is there already, and what it was to sign in with. */
export type AttemptOwner = Pick<AttemptView, 'applicationId' | 'accountId' | 'certificateId'>;

/**
 * The attempt of a sign-in or of an account; null until main has begun it. Of several it is one that names the account,
 * and the newest of those.
 * @param before the ids of attempts that cannot be it: they were under way when the sign-in was asked for
 */
export function attemptOf(
  attempts: Snapshot['attempts'],
  owner: AttemptOwner,
  before: ReadonlySet<string>,
): AttemptView | null {
  const own = Object.values(attempts).filter((one) => !before.has(one.id) && isOf(one, owner));
  const names = ({ accountId }: AttemptView): boolean => accountId !== null && accountId === owner.accountId;
  const [first] = own.sort((a, b) => Number(names(b)) - Number(names(a)) || b.startedAt - a.startedAt);
  return first ?? null;
}

/**
 * Main names the account only where it has tokens, and takes the one there is where none was named: that of the same
 * certificate or, where nobody signs in, of the same keys.
 */
function isOf(attempt: AttemptView, owner: AttemptOwner): boolean {
  const { applicationId, accountId, certificateId, route } = attempt;
  if (applicationId !== owner.applicationId) return false;
  if (accountId !== null && owner.accountId !== null) return accountId === owner.accountId;
  const mayTakeOver = accountId === null || certificateId !== null || route === 'client-credentials';
  return certificateId === owner.certificateId && mayTakeOver;
}
