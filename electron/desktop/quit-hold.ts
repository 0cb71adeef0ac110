import { app, dialog } from 'electron';
import { words } from './words.ts';

/** The longest the end of the program waits for answers that are on their way, ms: more than any of them may take. */
const LONGEST_HOLD_MS = 150_000;

/**
 * Holds the end of the program while an authority's answer is still to come or to be stored: a rotated refresh token
 * that arrives at nobody is lost. Where the disk does not take an answer, the user decides.
 */
export function holdQuit(office: {
  atStake(): { readonly requests: number; readonly unsaved: number };
  settle(): Promise<void>;
  stop(): void;
}): void {
  let state: 'running' | 'holding' | 'leaving' = 'running';
  const nothingAtStake = (): boolean => {
    const { requests, unsaved } = office.atStake();
    return requests + unsaved === 0;
  };

  async function settleAndQuit(): Promise<void> {
    office.stop();
    await Promise.race([office.settle(), new Promise((resolve) => setTimeout(resolve, LONGEST_HOLD_MS))]);
    while (office.atStake().unsaved > 0) {
      const { response } = await dialog.showMessageBox({
        type: 'warning',
        message: words.unsaved,
        detail: words.unsavedDetail,
        buttons: [words.tryAgain, words.quitAnyway],
        defaultId: 0,
        cancelId: 0,
      });
      if (response === 1) break;
      await office.settle();
    }
    state = 'leaving';
    app.quit();
  }

  app.on('before-quit', (event) => {
    if (state === 'leaving' || (state === 'running' && nothingAtStake())) return;
    event.preventDefault();
    hold();
  });
  function hold(): void {
    if (state === 'holding') return;
    state = 'holding';
    void settleAndQuit();
  }
}
