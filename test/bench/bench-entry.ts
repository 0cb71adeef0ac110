import { medianOf } from '../soak/median.ts';

/** A measurement and what it is held against, medians of `runs` runs each, taken side by side. */
export type BenchResult = {
  readonly value: number;
  readonly unit: string;
  /** What the reference is, in words. */
  readonly reference: string;
  readonly referenceValue: number;
  readonly ratio: number;
  readonly runs: number;
};

export type BenchRun = {
  /** A folder of the entry's own; whoever gave it removes it. */
  readonly folder: string;
  readonly log: (line: string) => void;
};

export type BenchEntry = {
  readonly name: string;
  /** What the project asks of it; a slower machine or disk may miss a limit on `value`, so missing one is told, no failure. */
  readonly limit: { readonly of: 'value' | 'ratio'; readonly atMost: number } | null;
  /** Null where this system cannot measure it. */
  readonly run: (run: BenchRun) => Promise<BenchResult | null>;
};

/**
 * The result of runs taken alternately.
 * @param least the least that a reference counts in the ratio: where it may be nothing at all
 */
export function resultOf(
  unit: string,
  reference: string,
  values: readonly number[],
  references: readonly number[],
  least = 0,
): BenchResult {
  const [value, referenceValue] = [medianOf(values), medianOf(references)];
  if (value === null || referenceValue === null) throw new Error('nothing was measured');
  const round = (number: number): number => Number(number.toPrecision(5));
  return {
    value: round(value),
    unit,
    reference,
    referenceValue: round(referenceValue),
    ratio: round(value / Math.max(referenceValue, least)),
    runs: Math.min(values.length, references.length),
  };
}
