import { z } from 'zod';
import { Id, Nothing, Secret, ShortText, type Calls } from './call-parts.ts';
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
  /** Null keeps the secret that is stored. */
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
  'applications.swapKeys': { input: z.strictObject({ applicationId: Id }), output: Nothing, errors: ['not-found'] },
  'applications.remove': {
    input: z.strictObject({ applicationId: Id }),
    output: Nothing,
    errors: ['not-found', 'in-use'],
  },
} as const satisfies Calls;
