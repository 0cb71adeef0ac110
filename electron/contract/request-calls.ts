import { z } from 'zod';
import { signInErrors } from './account-calls.ts';
import { Id, ShortText, type Calls } from './call-parts.ts';
import { MAX_FILE_BYTES } from './limits.ts';

const ApiRequest = z.strictObject({
  accountId: Id,
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  url: z.string().max(8000),
  body: z.string().max(MAX_FILE_BYTES),
  contentType: ShortText,
});

const ApiAnswer = z.strictObject({
  status: z.number(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** Of a long answer only the beginning. */
  body: z.string(),
  /** Of the whole answer. */
  bodyBytes: z.number(),
  /** Milliseconds from sending to the end of the answer. */
  elapsedMs: z.number(),
  /** Null where the authority knows no correlation id. */
  correlationId: z.string().nullable(),
  explanation: z.string().nullable(),
  sentHeaderNames: z.array(z.string()),
});
export type ApiAnswer = z.infer<typeof ApiAnswer>;

/** The request tester. What may change something at the real authority is asked about natively first. */
export const requestCalls = {
  'requests.send': {
    input: ApiRequest,
    output: ApiAnswer,
    // A token that has ended is replaced first where that needs nobody.
    errors: ['no-access-token', 'request-origin-refused', 'request-declined', 'signin-needed', ...signInErrors],
  },
} as const satisfies Calls;
