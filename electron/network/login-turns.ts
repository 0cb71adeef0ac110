import type { LoginProxy } from './ways.ts';

/** Who gives a proxy its login when. */
export type LoginTurns = {
  /** @see NetworkWays.inLoginTurn */
  take<T>(proxy: LoginProxy, act: () => Promise<T>): Promise<T>;
  /** What is given from now on must first be taken once: it was entered anew, or refused. */
  doubt(proxy: LoginProxy): void;
};

/** One at a time for each proxy, until one has come through with its login. */
export function createLoginTurns(): LoginTurns {
  const taken = new Set<string>();
  const last = new Map<string, Promise<unknown>>();
  return {
    async take(proxy, act) {
      const key = loginKey(proxy);
      if (taken.has(key)) return act();
      const turn = (last.get(key) ?? Promise.resolve()).then(act);
      last.set(
        key,
        turn.then(
          () => taken.add(key),
          () => undefined,
        ),
      );
      return turn;
    },
    doubt: (proxy) => void taken.delete(loginKey(proxy)),
  };
}

/** By what a proxy's login is known: its kind is part of it. */
export function loginKey({ kind, proxy }: LoginProxy): string {
  return `${kind} ${proxy}`;
}
