import { FailureError } from '../contract/failure.ts';

/**
 * What authorities gave and the disk did not take. The refresh token it replaces is spent, so it must not be dropped:
 * it is kept in memory and stored again at every occasion.
 */
export type Unsaved = {
  /** Stores an answer by `store`. Where the disk refuses, keeps it and fails with what the disk said. */
  save(accountId: string, store: () => Promise<void>): Promise<void>;
  /** Stores what an earlier `save` could not; true where there was something, and it is durable now. */
  saveAgain(accountId: string): Promise<boolean>;
  /** Stores all there is; what the disk refuses again stays. */
  saveAllAgain(): Promise<void>;
  accounts(): readonly string[];
};

export function createUnsaved(): Unsaved {
  const waiting = new Map<string, () => Promise<void>>();

  async function save(accountId: string, store: () => Promise<void>): Promise<void> {
    waiting.set(accountId, store);
    try {
      await store();
    } catch (error) {
      if (isOver(error)) forget(accountId, store);
      throw error;
    }
    forget(accountId, store);
  }

  /** A newer answer may have taken its place meanwhile. */
  function forget(accountId: string, store: () => Promise<void>): void {
    if (waiting.get(accountId) === store) waiting.delete(accountId);
  }

  async function saveAgain(accountId: string): Promise<boolean> {
    const store = waiting.get(accountId);
    if (!store) return false;
    await save(accountId, store);
    return true;
  }

  return {
    save,
    saveAgain,
    async saveAllAgain() {
      for (const accountId of [...waiting.keys()]) await saveAgain(accountId).catch(() => undefined);
    },
    accounts: () => [...waiting.keys()],
  };
}

/** The account it is for is gone. What is in place but may not outlast a power cut is written again. */
function isOver(error: unknown): boolean {
  return error instanceof FailureError && error.failure.code === 'not-found';
}
