import type { Profile } from '../authorities/schema.ts';
import { believedTime, tokenFacts } from '../tokens/token-facts.ts';
import type { FoundTokens } from '../tokens/take-over.ts';
import { certificateFacts } from './certificate-facts.ts';
import { grantOf } from './grant.ts';
import type { AccountRecord, ApplicationRecord, CertificateRecord } from './records.ts';
import type { Store } from './store.ts';

/** Tokens by their values alone. */
type TokenPair = Pick<FoundTokens, 'accessToken' | 'refreshToken'>;

/** How tokens from elsewhere stand to those an account holds. */
export type Relation = 'newer' | 'older' | 'same';

/**
 * The account that tokens from elsewhere belong to: the same registration and the same holder, who is known by the
 * serial number of the certificate; or the very same tokens.
 */
export function accountOfTokens(
  store: Store,
  registration: Pick<ApplicationRecord, 'profile' | 'environment' | 'clientId'>,
  tokens: TokenPair,
): AccountRecord | undefined {
  const applications = new Map(store.applications().map((application) => [application.id, application]));
  const serial = plainSerial(factsOf(tokens)?.serial ?? null);
  const accounts = store.accounts().filter(({ applicationId }) => {
    const application = applications.get(applicationId);
    return application !== undefined && isSame(application, registration);
  });
  // One holder may have two accounts: the tokens themselves say more than her certificate.
  const own = accounts.find((account) => {
    const application = applications.get(account.applicationId);
    return application !== undefined && sharesToken(account, application, tokens);
  });
  return own ?? accounts.find((account) => serial !== null && serialOf(store, account) === serial);
}

/** Whether the account holds one of these very tokens: a second account of them would end its tokens. */
export function sharesToken(account: AccountRecord, application: ApplicationRecord, tokens: TokenPair): boolean {
  const grant = grantOf(account, application);
  if (grant === null) return false;
  const isSameRefreshToken = tokens.refreshToken !== null && grant.refreshToken?.value === tokens.refreshToken;
  return grant.accessToken === tokens.accessToken || isSameRefreshToken;
}

/**
 * By when the access tokens were issued; what does not say when, or says that it is still to come, is never taken for
 * newer. `now` is epoch ms.
 */
export function relationTo(
  account: AccountRecord,
  application: ApplicationRecord,
  tokens: FoundTokens,
  now: number,
): Relation {
  const grant = grantOf(account, application);
  if (grant === null) return 'newer';
  if (grant.accessToken === tokens.accessToken) {
    const isWhole = tokens.refreshToken === null || grant.refreshToken !== null;
    return isWhole ? 'same' : 'newer';
  }
  const issuedAt = believedTime(factsOf(tokens)?.issuedAt ?? null, now);
  const stored = believedTime(tokenFacts(grant.accessToken)?.issuedAt ?? grant.obtainedAt, now);
  return issuedAt !== null && stored !== null && issuedAt > stored ? 'newer' : 'older';
}

/** The certificate here with that serial number, if there is exactly one. */
export function certificateOfSerial(store: Pick<Store, 'certificates'>, serial: string | null): string | null {
  const wanted = plainSerial(serial);
  if (wanted === null) return null;
  const found = store.certificates().filter((record) => plainSerial(certificateFacts(record).serialNumber) === wanted);
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** What the tokens say of themselves: the access token, else the refresh token. */
export function factsOf({ accessToken, refreshToken }: TokenPair): ReturnType<typeof tokenFacts> {
  return tokenFacts(accessToken ?? refreshToken ?? '');
}

/** The profile and environment whose addresses stand in a text; null where there are none, or several. */
export function placeNamedIn(
  text: string,
  profiles: readonly Profile[],
): { readonly profile: Profile['id']; readonly environment: 'test' | 'production' } | null {
  const named = profiles.flatMap((profile) =>
    profile.environments
      .filter(({ token, authorize }) =>
        [token, authorize].some((address) => address !== null && text.includes(new URL(address).host)),
      )
      .map(({ name }) => ({ profile: profile.id, environment: name })),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

function serialOf(store: Store, account: AccountRecord): string | null {
  return holderSerial(
    account,
    store.certificates().find(({ id }) => id === account.certificateId),
  );
}

/** The serial number of the certificate of an account's holder, as far as anything says it; one number in one form. */
export function holderSerial(account: AccountRecord, certificate: CertificateRecord | undefined): string | null {
  return plainSerial(
    account.certificateSerial ??
      tokenFacts(account.grant?.accessToken ?? '')?.serial ??
      (certificate === undefined ? null : certificateFacts(certificate).serialNumber),
  );
}

/** `34:00:0A` and `34000a` are one number; null where there is none. */
export function plainSerial(serial: string | null): string | null {
  const digits = (serial ?? '').toLowerCase().replace(/[^0-9a-f]/g, '');
  const plain = digits.replace(/^0+/, '');
  return plain === '' ? null : plain;
}

function isSame(
  one: Pick<ApplicationRecord, 'profile' | 'environment' | 'clientId'>,
  other: Pick<ApplicationRecord, 'profile' | 'environment' | 'clientId'>,
): boolean {
  return one.profile === other.profile && one.environment === other.environment && one.clientId === other.clientId;
}
