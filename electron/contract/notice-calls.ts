import { z } from 'zod';
import { Nothing, type Calls } from './call-parts.ts';

export const noticeCalls = {
  /**
   * Puts a notice off: until tomorrow, or until its next threshold. What has ended, or has no threshold, can only be put
   * off until tomorrow (`input-refused` otherwise, and for a notice that is not shown).
   */
  'notices.snooze': {
    input: z.strictObject({ noticeId: z.string().max(200), until: z.enum(['tomorrow', 'next-threshold']) }),
    output: Nothing,
    errors: [],
  },
} as const satisfies Calls;
