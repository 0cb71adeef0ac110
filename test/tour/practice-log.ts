import type { LogEntry } from '../../electron/practice/request-log.ts';
import type { Tour } from './tour.ts';

/** Notes where the practice authorities' log stands; what it gives tells what they have seen since. */
export async function followLog(tour: Tour): Promise<() => Promise<readonly LogEntry[]>> {
  const control = tour.control();
  if (!control) throw new Error('the authorities are somebody else’s');
  const last = (await control.log()).at(-1)?.seq ?? 0;
  return () => control.log(last);
}
