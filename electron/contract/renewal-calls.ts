import { z } from 'zod';
import { Nothing, type Calls } from './call-parts.ts';

/** Renewing many accounts, and what the program did by itself. */
export const renewalCalls = {
  /**
   * Renews every account that is due or has ended, and can be renewed without a person, at the pace its authority
   * allows. Answers at once with how many there are; how it goes is told by changes (`renewalRun`).
   */
  'renewals.start': { input: Nothing, output: z.strictObject({ accounts: z.number() }), errors: [] },
  /** Those that have begun go on to their end; the others are left alone. */
  'renewals.cancel': { input: Nothing, output: Nothing, errors: [] },
  /** Takes the result of the last run away. */
  'renewals.dismiss': { input: Nothing, output: Nothing, errors: [] },
  /** The user has read what happened while she was away. */
  'away.dismiss': { input: Nothing, output: Nothing, errors: [] },
} as const satisfies Calls;
