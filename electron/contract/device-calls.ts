import { z } from 'zod';
import { Id, Nothing, Secret, type Calls } from './call-parts.ts';

/** Answers to what a sign-in with a certificate on a device asks. */
export const deviceCalls = {
  /** Chooses the certificate to show, by its fingerprint; null shows none and ends the sign-in. */
  'device.choose': {
    input: z.strictObject({ attemptId: Id, fingerprint: z.string().nullable() }),
    output: Nothing,
    errors: ['not-found'],
  },
  /** Hands in the token's PIN, which is used once and not kept; null ends the sign-in. */
  'device.enterPin': {
    input: z.strictObject({ attemptId: Id, pin: Secret.min(1).nullable() }),
    output: Nothing,
    errors: ['not-found'],
  },
  /** The token that asks is not the one to sign in with: this sign-in asks for its PIN no more. */
  'device.skipToken': { input: z.strictObject({ attemptId: Id }), output: Nothing, errors: ['not-found'] },
} as const satisfies Calls;
