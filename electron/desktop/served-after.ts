import type { Handlers } from '../contract/contract.ts';

/**
 * The same calls, each of which is served once `isThere`. Who waited is asked about again: `refuse` throws where the
 * call may not be served any more, such as behind a lock that came meanwhile.
 */
export function servedAfter<Calls extends Partial<Handlers>>(
  isThere: Promise<void>,
  refuse: () => void,
  calls: Calls,
): Calls {
  const waiting = Object.entries(calls).map(([name, call]) => {
    const serve = call as (input: unknown) => unknown;
    return [
      name,
      async (input: unknown) => {
        await isThere;
        refuse();
        return serve(input);
      },
    ];
  });
  return Object.fromEntries(waiting) as Calls;
}
