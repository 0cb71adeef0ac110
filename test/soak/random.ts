/** Numbers that a seed repeats. */
export type Random = {
  /** At least 0, below 1. */
  unit(): number;
  /** An integer, at least 0, below `end`. */
  below(end: number): number;
  /** One of several; throws where there is none. */
  pick<T>(from: readonly T[]): T;
  /** Another source, which this one's seed and the name decide: parts that are left out do not change the others. */
  named(name: string): Random;
};

/** mulberry32: 32 bits of state are plenty for drawing moments. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(unit() * end);
  return {
    unit,
    below,
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new Error('nothing to pick from');
      return from[below(from.length)] as T;
    },
    named(name) {
      let mixed = seed >>> 0;
      for (const character of name) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
      return createRandom(mixed);
    },
  };
}
