import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';

type Preset = ProfileView['environments'][number]['presets'][number];

/**
 * The request that shows whether a token is taken and changes nothing: the first that only reads, needs nothing typed
 * in, and is within the application's scopes. Null where there is none.
 */
export function checkOf(profile: ProfileView, application: ApplicationView): Preset | null {
  const presets = profile.environments.find(({ name }) => name === application.environment)?.presets ?? [];
  const isAllowed = (scope: string | null): boolean => scope === null || application.scopes.includes(scope);
  return presets.find(({ method, fill, scope }) => method === 'GET' && fill.length === 0 && isAllowed(scope)) ?? null;
}
