import type { Random } from './random.ts';

/** What one entry of the soak found; `failed` 0 is the only good end. Further fields are its own. */
export type SoakResult = { readonly tried: number; readonly failed: number } & Readonly<Record<string, unknown>>;

/** What an entry is given. */
export type SoakRun = {
  readonly random: Random;
  /** A folder of the entry's own; whoever gave it removes it. */
  readonly folder: string;
  /** Epoch ms until which an entry that draws at random goes on, once it has done the least it must. */
  readonly until: number;
  /** A line of progress. */
  readonly log: (line: string) => void;
};

export type SoakEntry = {
  readonly name: string;
  /** It draws at random: with more minutes it tries more. */
  readonly isRandom: boolean;
  readonly run: (run: SoakRun) => Promise<SoakResult>;
};
