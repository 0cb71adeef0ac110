import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Bridge } from '../../electron/contract/client.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import type { Formats } from '../i18n/formats.ts';
import type { Fetches } from '../features/sign-in/fetches.ts';
import type { Clock } from './clock.ts';
import type { Projection } from './projection.ts';

/** What every screen may use. Only `formats` changes while the window lives: with the language. */
export type Desk = {
  readonly bridge: Bridge;
  readonly projection: Projection;
  readonly clock: Clock;
  readonly formats: Formats;
  readonly fetches: Fetches;
};

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('no DeskContext');
  return desk;
}

/**
 * A part of the snapshot. `select` returns an object that is in the snapshot, or a plain value: the component draws
 * again only when that changes. Used only below the point where the snapshot has come.
 */
export function useSnapshot<T>(select: (snapshot: Snapshot) => T): T {
  const { projection } = useDesk();
  return useSyncExternalStore(projection.subscribe, () => {
    const snapshot = projection.get();
    if (snapshot === null) throw new Error('no snapshot yet');
    return select(snapshot);
  });
}

/**
 * Something worked out from the time now (epoch ms). `select` returns a text or number: the component draws again only
 * when that changes, not at every tick.
 */
export function useClock<T extends string | number | boolean | null>(select: (now: number) => T): T {
  const { clock } = useDesk();
  return useSyncExternalStore(clock.subscribe, workedOut(clock, select));
}

/** Works a value out once a tick: React asks for it thrice each time it draws. */
function workedOut<T>(clock: Clock, select: (now: number) => T): () => T {
  let last: { readonly now: number; readonly value: T } | null = null;
  return () => {
    const now = clock.now();
    if (last?.now !== now) last = { now, value: select(now) };
    return last.value;
  };
}
