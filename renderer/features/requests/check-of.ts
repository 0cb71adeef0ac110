import { COMPANY_FILL } from './company-fill.ts';
import type { ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';

type Preset = ProfileView['environments'][number]['presets'][number];

function presetsOf(profile: ProfileView, { environment }: ApplicationView): readonly Preset[] {
  return profile.environments.find(({ name }) => name === environment)?.presets ?? [];
}

/** Whether a request asks for one company: only such a one shows whether there are rights for it. */
export function asksForCompany(profile: ProfileView, application: ApplicationView): boolean {
  return presetsOf(profile, application).some(({ fill }) => fill.includes(COMPANY_FILL));
}

/**
 * The request that shows whether a token is taken and changes nothing: the first that only reads, needs nothing typed
 * in, and is within the application's scopes. Null where there is none.
 */
export function checkOf(profile: ProfileView, application: ApplicationView): Preset | null {
  const isAllowed = (scope: string | null): boolean => scope === null || application.scopes.includes(scope);
  return (
    presetsOf(profile, application).find(
      ({ method, fill, scope }) => method === 'GET' && fill.length === 0 && isAllowed(scope),
    ) ?? null
  );
}
