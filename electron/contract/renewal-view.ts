import { z } from 'zod';
import { Failure } from './failure.ts';

/** Epoch milliseconds. */
const Time = z.number();

/** Renewing all that are due, under way or just ended. */
export const RenewalRunView = z.strictObject({
  state: z.enum(['running', 'cancelled', 'done']),
  total: z.number(),
  renewed: z.number(),
  failed: z.array(z.strictObject({ accountId: z.string(), failure: Failure })),
  /** The authority asked for patience until then; null where nothing waits. */
  waitsUntil: Time.nullable(),
});
export type RenewalRunView = z.infer<typeof RenewalRunView>;

/** What the program did by itself while nobody looked. */
export const AwayView = z.strictObject({
  since: Time,
  renewed: z.number(),
  /** Accounts that it could not renew and that only a person can help. */
  needPerson: z.array(z.string()),
});
export type AwayView = z.infer<typeof AwayView>;
