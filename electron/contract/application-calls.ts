import { z } from 'zod';
import { Id, Removal, Secret, ShortText, type Calls } from './call-parts.ts';
import { EnvironmentName, ProfileId } from './snapshot.ts';

const ApplicationInput = z.strictObject({
  id: Id.nullable(),
  profile: ProfileId,
  environment: EnvironmentName,
  name: ShortText,
  redirectUris: z.array(ShortText).max(20),
  services: z.array(ShortText).max(20),
  scopes: z.array(ShortText).max(50),
  clientId: ShortText,
  apigwClientId: ShortText,
  /**
   * Null keeps the secret that is stored with the ID, in whichever of the two places it was; another profile or
   * environment than before keeps none.
   */
  clientSecret: Secret.nullable(),
  apigwClientSecret: Secret.nullable(),
});
export type ApplicationInput = z.infer<typeof ApplicationInput>;

/** Registrations at an authority. */
export const applicationCalls = {
  'applications.save': {
    input: ApplicationInput,
    output: z.strictObject({ applicationId: Id }),
    errors: ['not-found', 'keys-swapped'],
  },
  /**
   * Removes an application and the accounts under it, which have to be named: with another than those it fails with
   * `in-use`. Where there are any, a native question is asked first. Sign-ins with it that are under way are cancelled; one that does not end
   * soon is `signin-busy`. `filesLeft` are the places of token files that would
   * not go, or are no longer what was written there.
   */
  'applications.remove': {
    input: z.strictObject({ applicationId: Id, alsoAccounts: z.array(Id).max(10_000).optional() }),
    output: Removal,
    errors: ['not-found', 'in-use', 'signin-busy'],
  },
} as const satisfies Calls;
