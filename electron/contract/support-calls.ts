import { z } from 'zod';
import { Id, Nothing, type Calls } from './call-parts.ts';

/** A record for support: of it nothing is secret, and nothing leaves the program but by these calls. */
const RecordId = z.strictObject({ recordId: Id });

export const supportCalls = {
  /**
   * The record of the last sign-in or renewal that has ended, of an account or, without one, of the application's last
   * sign-in that had no account yet. In memory alone: null where none was made since the program started, or too many have been made since.
   */
  'support.record': {
    input: z.strictObject({ applicationId: Id, accountId: Id.nullable() }),
    output: z.strictObject({ record: z.strictObject({ recordId: Id, text: z.string() }).nullable() }),
    errors: [],
  },
  /** Puts that very text on the clipboard. */
  'support.copy': { input: RecordId, output: Nothing, errors: ['not-found'] },
  /** Saves that very text where the system's own dialog says; `isSaved` is false when that was closed. */
  'support.save': { input: RecordId, output: z.strictObject({ isSaved: z.boolean() }), errors: ['not-found'] },
} as const satisfies Calls;
