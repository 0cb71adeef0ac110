import type { ProfileId, ProfileView } from '../../../electron/contract/snapshot.ts';
import { arrivalOf, type Arrival } from '../../../electron/contract/route.ts';
import type { firstRun } from '../../i18n/en/first-run.ts';
import type { SignInStart } from '../sign-in/sign-in-start.ts';

/** Opens a sign-in, with what was chosen before. */
export type OnSignIn = (profile: ProfileView, start?: SignInStart) => void;

/** What has to be at hand for each way to sign in, in the order in which it is asked for. */
export const needs: { readonly [Id in ProfileId]: ReadonlyArray<keyof (typeof firstRun)['needs'][Id]> } = {
  anaf: ['certificate', 'application'],
  'skatteverket-org': ['certificate', 'oauth2', 'apigw', 'registered'],
  'skatteverket-per': ['certificate', 'oauth2', 'registered'],
  'skatteverket-sysorg': ['certificate', 'oauth2'],
  'skatteverket-sys': ['oauth2'],
};

/** The ways of an authority to begin: those by which somebody signs in, and those in which a program fetches the token. */
export function waysOf(profiles: readonly ProfileView[], authority: ProfileView['authority']) {
  const own = profiles.filter((profile) => profile.authority === authority);
  return {
    people: own.filter(({ hasRedirectUris }) => hasRedirectUris),
    systems: own.filter(({ hasRedirectUris }) => !hasRedirectUris),
  };
}

/**
 * How a sign-in comes home from an address that could be registered: by the proposed way where that catches it without
 * help, else by the browser, which is what makes one address better than another.
 */
export function homecoming(profile: ProfileView, redirectUri: string): Arrival {
  return profile.routes[0] === 'direct' ? arrivalOf('direct', redirectUri) : arrivalOf('browser', redirectUri);
}
