import { realProfiles } from '../authorities/authorities.ts';
import type { Environment, Profile } from '../authorities/schema.ts';
import type { TokenKnown } from '../contract/claims-calls.ts';
import type { Claim, TokenReading } from '../contract/token-reading.ts';
import { tokenFacts } from '../tokens/token-facts.ts';
import { certificateFacts } from './certificate-facts.ts';
import { plainSerial } from './same-grant.ts';
import type { Store } from './store.ts';

type KnownStore = Pick<Store, 'certificates' | 'applications'>;

/** What is known here of a token's claims. `token` stands alone, as it was read. */
export function tokenKnown(
  store: KnownStore,
  profiles: readonly Profile[],
  token: string,
  reading: TokenReading,
): TokenKnown {
  const claims = reading.form === 'jwt' ? reading.payload : [];
  const { clientId = null, issuer = null } = tokenFacts(token) ?? {};
  const serial = serialIn(claims);
  const environments = issuer === null ? [] : environmentsOf(issuer, profiles);
  return {
    certificateIds: serial === null ? null : certificatesOf(store, serial),
    applicationIds:
      clientId === null
        ? null
        : store
            .applications()
            .filter((application) => application.clientId === clientId)
            .map(({ id }) => id),
    issuer: issuer === null ? null : issuerOf(issuer, profiles),
    audience: audienceOf(claims, clientId, environments),
  };
}

/** The certificate's serial number as the token has it, by itself or in `scope_data`; null where it names none. */
function serialIn(claims: readonly Claim[]): string | null {
  const rows = claims.flatMap((claim) => (claim.kind === 'rows' ? claim.rows : []));
  const found = [...claims, ...rows].find(
    ({ explanation, kind }) => explanation === 'serial' && (kind === 'text' || kind === 'number'),
  );
  return found === undefined ? null : textOf(found);
}

/** A text or number, as the token has it. */
function textOf({ value }: Claim): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** All with that number: two issuers may have given the same. */
function certificatesOf(store: KnownStore, serial: string): string[] {
  const wanted = serialForms(serial);
  return store
    .certificates()
    .filter((record) => wanted.includes(plainSerial(certificateFacts(record).serialNumber) ?? ''))
    .map(({ id }) => id);
}

/**
 * The numbers that a serial number may mean, in hex without leading zeros: it is written in hex, with colons, blanks or
 * `0x` or without, in either case, or in decimal, which cannot be told from hex by its digits.
 */
export function serialForms(serial: string): readonly string[] {
  const text = serial.trim();
  if (!/^(?:0x)?[0-9a-f](?:[: -]?[0-9a-f]){0,79}$/i.test(text)) return [];
  const hex = plainSerial(text);
  const decimal = /^\d+$/.test(text) ? plainSerial(BigInt(text).toString(16)) : null;
  return [...new Set([hex, decimal])].filter((form) => form !== null);
}

function issuerOf(issuer: string, profiles: readonly Profile[]): NonNullable<TokenKnown['issuer']> {
  const find = (among: readonly Profile[]) => among.find((profile) => environmentsOf(issuer, [profile]).length > 0);
  const here = find(profiles);
  if (here !== undefined) return { authority: here.authority, isOtherMode: false };
  const real = find(realProfiles);
  if (real !== undefined) return { authority: real.authority, isOtherMode: true };
  // Practice authorities have no other names.
  const isPractice = URL.canParse(issuer) && new URL(issuer).hostname.endsWith('.localhost');
  return { authority: null, isOtherMode: isPractice };
}

/** The environments that have an address on that host; a port counts only where the token names one. */
function environmentsOf(issuer: string, profiles: readonly Profile[]): Environment[] {
  if (!URL.canParse(issuer)) return [];
  return profiles.flatMap(({ environments }) =>
    environments.filter(({ authorize, token }) =>
      [authorize, token].some((address) => address !== null && isOnHost(address, new URL(issuer))),
    ),
  );
}

function isOnHost(address: string, named: URL): boolean {
  const own = new URL(address);
  return (
    own.protocol === named.protocol && own.hostname === named.hostname && (named.port === '' || own.port === named.port)
  );
}

function audienceOf(
  claims: readonly Claim[],
  clientId: string | null,
  environments: readonly Environment[],
): TokenKnown['audience'] {
  const claim = claims.find(({ explanation }) => explanation === 'aud');
  if (claim === undefined || (claim.kind !== 'text' && claim.kind !== 'list')) return null;
  const named = claim.kind === 'list' ? claim.items : [textOf(claim)];
  if (clientId !== null && named.includes(clientId)) return 'application';
  const addresses = environments.flatMap(({ api, token }) => [api, token]);
  const isAuthority = named.some(
    (one) => URL.canParse(one) && addresses.some((address) => isOnHost(address, new URL(one))),
  );
  return isAuthority ? 'authority' : 'other';
}
