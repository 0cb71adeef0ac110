/** The longest the end of the program waits for answers that are on their way, ms: more than any of them may take. */
const LONGEST_HOLD_MS = 150_000;
/** The same where the session ends, ms: systems wait little longer, and an answer usually takes a second. */
const SESSION_HOLD_MS = 20_000;

/** What ending the program now would lose, and how it is waited for. */
export type Stakes = {
  atStake(): { readonly requests: number; readonly unsaved: number };
  settle(): Promise<void>;
  stop(): void;
};

/** Holds the end of the program while an authority's answer is still to come or to be stored. */
export type QuitHold = {
  /** Whether the end that was just asked for is held; it comes by itself when nothing is at stake any more. */
  beforeQuit(): boolean;
  /** The same where the user logs off or the computer shuts down: held shortly, and nobody is asked. */
  beforeSessionEnd(): boolean;
  /** The session ends for certain: no token request begins any more. */
  sessionEnds(): void;
};

/** A rotated refresh token that arrives at nobody is lost. Where the disk does not take an answer, the user decides. */
export function createQuitHold(deps: {
  readonly stakes: Stakes;
  /** Begins the end of the program, which is then not held. */
  readonly quit: () => void;
  /** Asks whether to try again to store what the disk refused; false to end without it. */
  readonly askAgain: () => Promise<boolean>;
}): QuitHold {
  const { stakes } = deps;
  let state: 'running' | 'holding' | 'leaving' = 'running';

  const needsHold = (): boolean => {
    const { requests, unsaved } = stakes.atStake();
    return state !== 'leaving' && (state === 'holding' || requests + unsaved > 0);
  };

  async function settleWithin(limitMs: number): Promise<void> {
    stakes.stop();
    await Promise.race([stakes.settle(), new Promise((resolve) => setTimeout(resolve, limitMs))]);
  }

  function leave(): void {
    if (state === 'leaving') return;
    state = 'leaving';
    deps.quit();
  }

  async function settleAndQuit(): Promise<void> {
    await settleWithin(LONGEST_HOLD_MS);
    while (stakes.atStake().unsaved > 0 && (await deps.askAgain())) await stakes.settle();
    leave();
  }

  return {
    beforeQuit() {
      if (!needsHold()) return false;
      if (state === 'running') {
        state = 'holding';
        void settleAndQuit();
      }
      return true;
    },
    beforeSessionEnd() {
      if (!needsHold()) return false;
      state = 'holding';
      void settleWithin(SESSION_HOLD_MS).then(leave);
      return true;
    },
    sessionEnds: () => stakes.stop(),
  };
}
