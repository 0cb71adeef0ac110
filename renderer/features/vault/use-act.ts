import { useState } from 'react';
import type { Result } from '../../../electron/contract/client.ts';
import type { Failure } from '../../../electron/contract/failure.ts';

/** One call of the bridge at a time: whether it is under way, and how the last one failed, until that is forgotten. */
export function useAct() {
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  /** Resolves with whether it went well. */
  async function run(call: () => Promise<Result<unknown>>): Promise<boolean> {
    setPending(true);
    setFailure(null);
    const answer = await call();
    setPending(false);
    setFailure(answer.ok ? null : answer.failure);
    return answer.ok;
  }

  return { isPending, failure, run, forget: () => setFailure(null) };
}
