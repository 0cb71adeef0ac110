import type { Profile } from '../authorities/schema.ts';
import { fail } from '../contract/failure.ts';
import type { Route } from '../contract/route.ts';
import type { TokenAnswer } from '../tokens/token-answer.ts';
import { rememberDeviceCertificate } from './device-route.ts';
import { earlierPairs } from './earlier-pairs.ts';
import { withAnswer } from './grant.ts';
import { freshAccount, type AccountRecord, type ApplicationRecord } from './records.ts';
import { accountOfTokens } from './same-grant.ts';
import { certificateSignedIn, isAnotherHolder, type SignedIn } from './same-holder.ts';
import type { Store } from './store.ts';

/** What a sign-in brought, for which account, and by which way. */
export type KeptSignIn = {
  /** As it was asked for. */
  readonly account: AccountRecord;
  /** It was stored when the sign-in began. */
  readonly isStored: boolean;
  readonly application: ApplicationRecord;
  readonly profile: Profile;
  readonly answer: TokenAnswer;
  readonly route: Route;
  /** PEM of the certificate that was shown; null where this program showed none. */
  readonly shownCertificate: string | null;
  /** Its key is on a device. */
  readonly isOnDevice: boolean;
  /** The id of a new account, should the tokens turn out to be somebody else's than the account's. */
  readonly otherId: string;
  /** Epoch ms. */
  readonly now: number;
};

/**
 * Stores what a sign-in brought, durably, on the account it belongs to: the one it was asked for; another that has the
 * same holder and registration; or a new one, where somebody else signed in than the account's holder. Done again it
 * changes nothing more. Fails with `not-found` where the account was removed meanwhile: it does not come back.
 * @returns the account's id
 */
export async function keepSignIn(store: Store, input: KeptSignIn): Promise<string> {
  const { account, isStored, application, answer, shownCertificate, isOnDevice, now } = input;
  const signedIn: SignedIn = { certPem: shownCertificate, accessToken: answer.accessToken };
  const stored = store.accounts().find(({ id }) => id === account.id);
  if (isStored && stored === undefined) fail({ code: 'not-found', what: 'account' });
  const isOwn = stored !== undefined && !isAnotherHolder(store, stored, signedIn);
  let certificateId = shownCertificate === null ? certificateSignedIn(store, signedIn) : account.certificateId;
  if (isOnDevice && shownCertificate !== null)
    certificateId = await rememberDeviceCertificate(store, shownCertificate, now);
  // By a way that names no certificate the account keeps the one it is known by.
  if (certificateId === null && isOwn) certificateId = stored.certificateId;
  const target = isOwn ? stored : accountThere(store, application, certificateId, answer);
  const by = { ...input, certificateId };
  if (target !== undefined) {
    await store.changeAccount(target.id, (current) => signedInTo(current, by));
    return target.id;
  }
  const fresh = stored === undefined ? account : { ...account, ...freshAccount, id: input.otherId, grant: null };
  await store.saveAccount(signedInTo(fresh, by));
  return fresh.id;
}

/** The account there is already of that registration, by its certificate or by what the tokens say. */
function accountThere(
  store: Store,
  application: ApplicationRecord,
  certificateId: string | null,
  { accessToken }: TokenAnswer,
): AccountRecord | undefined {
  const byCertificate = store
    .accounts()
    .find(
      (one) => certificateId !== null && one.applicationId === application.id && one.certificateId === certificateId,
    );
  return byCertificate ?? accountOfTokens(store, application, { accessToken, refreshToken: null });
}

function signedInTo(
  current: AccountRecord,
  input: KeptSignIn & { readonly certificateId: string | null },
): AccountRecord {
  const { account, application, profile, answer, route, certificateId, now } = input;
  const by = { applicationId: application.id, certificateId, redirectUri: account.redirectUri, route };
  const asked = { application, scopeAsked: application.scopes, isSignIn: true, now };
  const after = withAnswer({ ...current, ...by }, profile, answer, asked);
  // What the disk takes late never overwrites what came after it; nor is it lost.
  const isLate = current.grant !== null && current.grant.obtainedAt > answer.obtainedAt;
  if (!isLate || after.grant === null || current.grant?.accessToken === answer.accessToken) return after;
  const { accessToken, expiresAt } = after.grant;
  const known = new Set(current.superseded.map((token) => token.accessToken));
  const superseded = known.has(accessToken) || expiresAt <= now ? [] : [{ accessToken, expiresAt }];
  return {
    ...current,
    earlier: earlierPairs({ ...after, earlier: current.earlier }, current.grant, now),
    superseded: [...current.superseded, ...superseded],
  };
}
