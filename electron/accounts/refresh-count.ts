import { realProfiles } from '../authorities/authorities.ts';
import type { Profile } from '../authorities/schema.ts';
import { certificateFacts } from './certificate-facts.ts';
import { personNamed, personOf, type Person } from './person.ts';
import { sumsBySamePerson } from './person-counts.ts';
import type { AccountRecord, Grant } from './records.ts';
import type { Store } from './store.ts';

/** How many refresh tokens the person of an account has had in her session (S19), whichever account they went to. */
export type RefreshTokensHad = (account: AccountRecord) => number;

/**
 * Counts refresh tokens per person: the authority's limit is on her, not on an account (S19). Which accounts one of her
 * sessions reaches, no answer says. So all count whose refresh token lives, or ended less than a refresh token's life
 * ago: more than the authority can count, never fewer as far as names tell. Accounts at one profile and environment are
 * counted together where their holders are or may be one person ({@link mayBeOne}), whom the certificate names or,
 * where it names nobody, whoever typed a name; who is not named may be any one of those who are. Nothing says who got a
 * pair that was replaced here, since its account may have been another's then: it counts for everybody.
 *
 * The accounts are asked for once, when the first count is wanted, and then only where there is a limit. `now` is epoch ms.
 */
export function refreshTokensHad(store: Pick<Store, 'accounts' | 'findCertificate'>, now: number): RefreshTokensHad {
  let places: ReadonlyMap<string, PlaceCount> | null = null;
  return (account) => {
    const { grant } = account;
    const own = grant?.refreshToken?.ordinal ?? 0;
    if (grant === null || sessionLimit(grant) === null) return own;
    places ??= countPerPlace(store, now);
    // Its own count even after its session: a clock may be wrong.
    return Math.max(own, places.get(placeKey(grant))?.hadBy(holderIn(store, account)) ?? 0);
  };
}

/** Whether the authority gives that person no more refresh tokens in this session (S19). */
export function isLimitReached({ renewal }: Pick<Profile, 'renewal'>, had: number): boolean {
  return renewal.by === 'refresh-token' && renewal.limitPerUser !== null && had >= renewal.limitPerUser;
}

/** The refresh tokens given at one profile and environment. */
type PlaceCount = { add(person: Person, refreshTokens: number): void; hadBy(person: Person): number };

function createPlaceCount(): PlaceCount {
  const named = new Map<string, { readonly person: Person; count: number }>();
  let unnamed = 0;
  /** What the named had who may be a person, and the most of it; asked for once all are added. */
  let sumOf: ((person: Person) => number) | null = null;
  let most: number | null = null;

  const sumFor = (person: Person): number => (sumOf ??= sumsBySamePerson([...named.values()]))(person);

  return {
    add(person, refreshTokens) {
      if (!isNamed(person)) {
        unnamed += refreshTokens;
        return;
      }
      const key = JSON.stringify(person);
      named.set(key, { person, count: (named.get(key)?.count ?? 0) + refreshTokens });
    },
    hadBy(person) {
      if (isNamed(person)) return unnamed + sumFor(person);
      most ??= [...named.values()].reduce((highest, other) => Math.max(highest, sumFor(other.person)), 0);
      return unnamed + most;
    },
  };
}

function countPerPlace(
  store: Pick<Store, 'accounts' | 'findCertificate'>,
  now: number,
): ReadonlyMap<string, PlaceCount> {
  const places = new Map<string, PlaceCount>();
  function add(grant: Grant | null, personOfIt: () => Person): void {
    const limit = grant === null ? null : sessionLimit(grant);
    if (!grant?.refreshToken || limit === null) return;
    const { expiresAt, ordinal } = grant.refreshToken;
    if (expiresAt + limit.lifetimeMs <= now) return;
    const key = placeKey(grant);
    const place = places.get(key) ?? createPlaceCount();
    places.set(key, place);
    place.add(personOfIt(), ordinal);
  }
  for (const account of store.accounts()) {
    add(account.grant, () => holderIn(store, account));
    for (const pair of account.earlier) add(pair.grant, () => personNamed(''));
  }
  return places;
}

function holderIn(store: Pick<Store, 'findCertificate'>, { certificateId, person }: AccountRecord): Person {
  const certificate = certificateId === null ? undefined : store.findCertificate(certificateId);
  const byCertificate = certificate && personOf(certificateFacts(certificate));
  return byCertificate && isNamed(byCertificate) ? byCertificate : personNamed(person);
}

function isNamed({ number, words }: Person): boolean {
  return number !== null || words.length > 0;
}

/** How long the refresh tokens of a limited session live, ms; null where there is no limit. Twins have the same rules. */
function sessionLimit({ issuedTo }: Grant): { readonly lifetimeMs: number } | null {
  const renewal = realProfiles.find(({ id }) => id === issuedTo.profile)?.renewal;
  if (renewal?.by !== 'refresh-token' || renewal.limitPerUser === null) return null;
  return { lifetimeMs: renewal.fallbackLifetimeSeconds * 1000 };
}

function placeKey({ issuedTo }: Grant): string {
  return JSON.stringify([issuedTo.profile, issuedTo.environment]);
}
