import type { CallInput, CallName, CallOutput } from './contract.ts';
import type { Failure } from './failure.ts';
import type { Change } from './snapshot.ts';

/** How a call ended: failures are values, never exceptions, on both sides of the bridge. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** What the preload puts on `window.taxpass`: the whole of what the renderer can reach. */
export type Bridge = {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallOutput<Name>>>;
  /** Calls back with every batch of changes until the returned function is called. */
  onChanges(listener: (changes: readonly Change[]) => void): () => void;
};
