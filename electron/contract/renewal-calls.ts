import { z } from 'zod';
import { Id, Nothing, type Calls } from './call-parts.ts';

/** The most accounts that one call names. */
const MAX_NAMED = 10_000;

/** Renewing many accounts, and what the program did by itself. */
export const renewalCalls = {
  /**
   * Renews every account that is due or has ended, and can be renewed without a person, at the pace its authority
   * allows; with `accountIds` these accounts alone, due or not, as long as nobody has to be there. Answers at once with
   * how many there are; how it goes is told by changes (`renewalRun`).
   */
  'renewals.start': {
    input: z.strictObject({ accountIds: z.array(Id).max(MAX_NAMED).optional() }),
    output: z.strictObject({ accounts: z.number() }),
    errors: [],
  },
  /** Those that have begun go on to their end; the others are left alone. */
  'renewals.cancel': { input: Nothing, output: Nothing, errors: [] },
  /** Takes the result of the last run away. */
  'renewals.dismiss': { input: Nothing, output: Nothing, errors: [] },
  /** The user has read what happened while she was away. */
  'away.dismiss': { input: Nothing, output: Nothing, errors: [] },
} as const satisfies Calls;
