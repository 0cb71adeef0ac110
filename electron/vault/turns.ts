/** Runs the acts given under one name one after the other, whether or not the one before failed. */
export type Turns = <T>(name: string, act: () => Promise<T>) => Promise<T>;

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return (name, act) => {
    const result = (last.get(name) ?? Promise.resolve()).then(act);
    const done = result
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        if (last.get(name) === done) last.delete(name);
      });
    last.set(name, done);
    return result;
  };
}
