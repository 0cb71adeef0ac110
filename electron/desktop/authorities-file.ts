import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { realProfiles, withEnvironments } from '../authorities/authorities.ts';
import type { Profile } from '../authorities/schema.ts';

/** One authority of an `--authorities` file. Further keys are for whoever drives the app and are passed over here. */
const Addresses = z.looseObject({
  authorize: z.string(),
  token: z.string(),
  revoke: z.string().optional(),
  api: z.string(),
  /** A file's path. */
  ca: z.string(),
  redirectUri: z.string(),
});
const AuthoritiesFile = z.looseObject({
  anaf: Addresses.optional(),
  'skatteverket-org': Addresses.optional(),
  'skatteverket-per': Addresses.optional(),
});

/**
 * The profiles at the servers an `--authorities` file names, for practice mode only. The client certificate goes to the
 * origin of `authorize` and, where the profile shows one at the token endpoint, to that of `token`.
 * @throws Error if the file or a CA file cannot be read, or ZodError if it is not of that form
 */
export function profilesFromFile(path: string): readonly Profile[] {
  const file = AuthoritiesFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  return realProfiles.flatMap((profile) => {
    const addresses = addressesIn(file, profile);
    const [environment] = profile.environments;
    if (!addresses || !environment) return [];
    const { authorize, token, revoke = null, redirectUri } = addresses;
    const origin = (address: string): string => new URL(address).origin;
    const shownTo = { authorize: origin(authorize), token: origin(token) };
    const at = {
      name: environment.name,
      authorize,
      token,
      refresh: token,
      revoke,
      api: origin(addresses.api),
      signInOrigins: [...new Set([shownTo.authorize, shownTo.token])],
      certificateOrigins: [...new Set(profile.certificateShownAt.map((stage) => shownTo[stage]))],
      trustedCa: readFileSync(addresses.ca, 'utf8'),
    };
    return [{ ...withEnvironments(profile, [at]), suggestedRedirectUris: [redirectUri] }];
  });
}

/** What the file says of a profile; nothing of those it knows no key for. */
function addressesIn(file: z.infer<typeof AuthoritiesFile>, { id }: Profile): z.infer<typeof Addresses> | undefined {
  return id === 'anaf' || id === 'skatteverket-org' || id === 'skatteverket-per' ? file[id] : undefined;
}
