import type { Bridge } from '../../electron/contract/client.ts';
import type { Change, Snapshot } from '../../electron/contract/snapshot.ts';
import { applyChanges } from './apply-changes.ts';

/** The window's copy of what main knows. */
export type Projection = {
  /** Null until the first snapshot has come. */
  readonly get: () => Snapshot | null;
  readonly subscribe: (listener: () => void) => () => void;
};

/**
 * Follows main: one snapshot, then its changes. Changes that arrive while a snapshot is on its way are applied after
 * it; as each holds a whole value, applying one twice does no harm.
 */
export function followMain(bridge: Bridge): Projection {
  const listeners = new Set<() => void>();
  let snapshot: Snapshot | null = null;
  let waiting: Change[] | null = null;

  function show(next: Snapshot): void {
    snapshot = next;
    for (const listener of listeners) listener();
  }

  async function askForAll(): Promise<void> {
    waiting = [];
    const answer = await bridge.call('snapshot.get', {});
    const late: readonly Change[] = waiting;
    waiting = null;
    if (answer.ok) show(answer.value);
    take(late);
  }

  function take(changes: readonly Change[]): void {
    if (waiting !== null) {
      waiting.push(...changes);
    } else if (changes.some(({ kind }) => kind === 'everything')) {
      void askForAll();
    } else if (snapshot !== null && changes.length > 0) {
      show(applyChanges(snapshot, changes));
    }
  }

  // In this order: what main told before anybody listened comes with the listening, and belongs after the snapshot.
  void askForAll();
  bridge.onChanges(take);

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
