import { z } from 'zod';
import { ActivityRow } from './activity-entry.ts';
import { Id, Nothing, type Calls } from './call-parts.ts';

/** Reading the activity log; only main writes it. */
export const activityCalls = {
  /**
   * The newest rows before the entry numbered `before` (null: from the end), newest first; those of one account, or
   * all. `next` is the `before` of the page that follows, null where this one ends the log. Gaps are told of with
   * every account: what is missing may have been about it.
   */
  'activity.list': {
    input: z.strictObject({
      accountId: Id.nullable(),
      before: z.int().min(1).nullable(),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({ rows: z.array(ActivityRow), next: z.number().nullable() }),
    errors: [],
  },
  /** Saves the whole log as CSV where the system's own dialog says; `isSaved` is false when that was closed. */
  'activity.export': { input: Nothing, output: z.strictObject({ isSaved: z.boolean() }), errors: [] },
} as const satisfies Calls;
