import { environmentOf } from '../authorities/authorities.ts';
import type { Environment, Profile } from '../authorities/schema.ts';
import { fail } from '../contract/failure.ts';
import type { ApplicationRecord } from './records.ts';

/** Where an application is registered. */
export type Place = { readonly profile: Profile; readonly environment: Environment };

/** The profile and environment an application is registered at. */
export function placeOf(profiles: readonly Profile[], application: ApplicationRecord): Place {
  const profile = profiles.find(({ id }) => id === application.profile);
  const environment = profile && environmentOf(profile, application.environment);
  if (!profile || !environment) return fail({ code: 'not-found', what: 'application' });
  return { profile, environment };
}

/** What an application still lacks before the act that needs it can be tried. */
export type MissingPart =
  'clientId' | 'clientSecret' | 'redirectUris' | 'scopes' | 'apigwClientId' | 'apigwClientSecret';

/** Everything that is still to come, by the fields its profile has at all. */
export function missingParts(profile: Profile, record: ApplicationRecord): MissingPart[] {
  const needed: Array<readonly [MissingPart, string]> = [
    ['clientId', record.clientId],
    ['clientSecret', record.clientSecret],
    ...(profile.authorizeQuery.includes('redirect_uri')
      ? [['redirectUris', record.redirectUris.join('')] as const]
      : []),
    ...(profile.scope === 'list' ? [['scopes', record.scopes.join('')] as const] : []),
    ...(profile.keyPairs.includes('apigw')
      ? ([
          ['apigwClientId', record.apigwClientId],
          ['apigwClientSecret', record.apigwClientSecret],
        ] as const)
      : []),
  ];
  return needed.flatMap(([name, value]) => (value === '' ? [name] : []));
}

/** Signing in needs the OAuth2 pair; the APIgw pair may still be on its way. */
export function refuseIncomplete(profile: Profile, record: ApplicationRecord, forApi: boolean): void {
  const missing = missingParts(profile, record).filter((name) => name.startsWith('apigw') === forApi);
  if (missing.length > 0) fail({ code: 'application-incomplete', missing });
}
