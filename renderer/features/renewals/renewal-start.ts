import type { AccountView } from '../../../electron/contract/snapshot.ts';

const DAY_MS = 86_400_000;

/**
 * From when the program may renew an account, epoch ms: whole days before its tokens end. The very time is spread over a
 * day and another after each renewal, so that two accounts of one sign-in, or one account twice, would seem to differ.
 * Null where it is less than a day before their end, or does not go by it, as where an answer was lost.
 */
export function renewalStart({ accessToken, refreshToken, renewsItselfAt, answerLost }: AccountView): number | null {
  if (accessToken === null || renewsItselfAt === null || answerLost) return null;
  const end = Math.min(accessToken.expiresAt, refreshToken?.expiresAt ?? accessToken.expiresAt);
  const lead = end - renewsItselfAt;
  return lead < DAY_MS ? null : end - Math.ceil(lead / DAY_MS) * DAY_MS;
}
