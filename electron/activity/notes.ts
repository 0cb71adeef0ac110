import type { ReportFault } from '../contract/serve.ts';
import type { Change } from '../contract/snapshot.ts';
import type { Sealer } from '../vault/seal.ts';
import { createTurns } from '../vault/turns.ts';
import { openActivity, type Activity } from './activity.ts';
import { nodeLogFiles } from './log-files.ts';
import { done, endingOf, type Ending, type Noting, type Unended } from './noting.ts';

/** How the features tell the log what they did; it lives as long as the program, the log itself only with the vault. */
export type Notes = {
  /** Takes in the open vault's sealer, or that there is none. */
  settle(sealer: Sealer | null): void;
  /** The log; null while the vault is not open. */
  activity(): Activity | null;
  /**
   * Notes an act that was done; resolves when it is on the disk. Never fails, as what was done stays done: that it
   * could not be noted is reported as a fault, and shows as a gap. While the vault is not open nothing is noted.
   */
  note(noting: Noting): Promise<void>;
  /**
   * Does `act` and notes it with how it ended, which stays its ending. `tell` gets what it answered, undefined where it
   * failed, and gives null where there is nothing to note.
   */
  around<T>(act: () => Promise<T>, tell: (answer: T | undefined) => Unended | null): Promise<T>;
};

/**
 * @param folder where the log lies
 * @param announce tells the window that there is something new in it
 * @param now wall clock, epoch ms
 */
export function createNotes(deps: {
  readonly folder: string;
  readonly announce: (changes: readonly Change[]) => void;
  readonly reportFault: ReportFault;
  readonly now: () => number;
}): Notes {
  const { folder, announce, reportFault, now } = deps;
  const files = nodeLogFiles(folder);
  const turns = createTurns();
  let activity: Activity | null = null;

  const notes: Notes = {
    settle(sealer) {
      activity = sealer && openActivity({ files, sealer, turns, now });
    },
    activity: () => activity,
    async note(noting) {
      if (activity === null) return;
      try {
        await activity.note(noting);
      } catch (error) {
        reportFault('activity.note', error);
      }
      announce([{ kind: 'activity' }]);
    },
    async around<T>(act: () => Promise<T>, tell: (answer: T | undefined) => Unended | null) {
      let answer: T;
      try {
        answer = await act();
      } catch (error) {
        await noteIfTold(tell(undefined), endingOf(error));
        throw error;
      }
      await noteIfTold(tell(answer), done);
      return answer;
    },
  };

  async function noteIfTold(unended: Unended | null, ending: Ending): Promise<void> {
    if (unended !== null) await notes.note({ ...unended, ...ending });
  }

  return notes;
}
