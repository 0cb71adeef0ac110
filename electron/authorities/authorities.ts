import type { Environment, EnvironmentName, Profile } from './schema.ts';
import { anaf } from './anaf.ts';
import { skatteverketOrg, skatteverketPer } from './skatteverket.ts';
import { skatteverketSys, skatteverketSysorg } from './skatteverket-system.ts';

/** The profiles as the authorities run them. */
export const realProfiles: readonly Profile[] = [
  anaf,
  skatteverketOrg,
  skatteverketPer,
  skatteverketSysorg,
  skatteverketSys,
];

/** Where one of the practice authorities, or a server named by the caller, stands in for the real one. */
export type EnvironmentOverride = Partial<Omit<Environment, 'name'>> & { name: EnvironmentName };

/** A profile with other hosts; all that makes it that authority's stays. */
export function withEnvironments(profile: Profile, overrides: readonly EnvironmentOverride[]): Profile {
  return {
    ...profile,
    environments: overrides.flatMap((override) => {
      const base = profile.environments.find(({ name }) => name === override.name);
      return base ? [{ ...base, ...override }] : [];
    }),
  };
}

/** The environment of that name; null where the profile has none. */
export function environmentOf(profile: Profile, name: EnvironmentName): Environment | null {
  return profile.environments.find((candidate) => candidate.name === name) ?? null;
}

/** The environment a certificate of that issuer is made for; null where the profile does not know the issuer (S4). */
export function environmentOfIssuer(profile: Profile, issuer: string): EnvironmentName | null {
  return (
    profile.certificateIssuers.find(({ parts }) => parts.every((part) => issuer.includes(part)))?.environment ?? null
  );
}

/** The origins at which sign-ins begin: the only ones the system browser is ever sent to. */
export function authorizeOrigins(profiles: readonly Profile[]): string[] {
  return profiles.flatMap(({ environments }) =>
    environments.flatMap(({ authorize }) => (authorize === null ? [] : [new URL(authorize).origin])),
  );
}
