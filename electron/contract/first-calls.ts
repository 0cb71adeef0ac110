import { Nothing, type Calls } from './call-parts.ts';
import { Snapshot } from './snapshot.ts';

/** What the window asks before anything can be pressed. */
export const firstCalls = {
  'snapshot.get': { input: Nothing, output: Snapshot, errors: [] },
} as const satisfies Calls;
