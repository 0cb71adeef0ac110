import type { Environment, Profile } from '../authorities/schema.ts';

/** Paths of ANAF's test services: test and production share a host and a token. */
const anafTestPath = /^\/(?:test|TestOauth)\/[^%]*$/;

/**
 * Whether a request may change something at the real authority, so that the person is asked first. Reading is not asked
 * about, nor what is for another origin, which is refused anyway.
 */
export function needsYes(
  place: { readonly profile: Profile; readonly environment: Environment },
  method: string,
  address: string,
): boolean {
  const { profile, environment } = place;
  if (method === 'GET' || environment.name !== 'production' || !URL.canParse(address)) return false;
  const { origin, pathname } = new URL(address);
  if (origin !== environment.api) return false;
  // Only what is plainly a test path: a server may read an escaped or doubled part of a path in its own way.
  return !(profile.authority === 'anaf' && anafTestPath.test(pathname) && !pathname.includes('//'));
}
