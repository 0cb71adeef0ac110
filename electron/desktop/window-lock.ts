import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { Change, Snapshot } from '../contract/snapshot.ts';

/**
 * The lock of the window: while it is on, main shows nothing of what the vault holds and does nothing for the window but
 * unlock it. Main's own work goes on, renewal above all.
 */
export type WindowLock = {
  isLocked(): boolean;
  lock(): void;
  unlock(): void;
  /** Main's answers to the window, as they are while it is locked and while it is not. */
  guarded(handlers: Handlers): Handlers;
  /** What of `changes` the window may see now. */
  passing(changes: readonly Change[]): readonly Change[];
};

/** Calls that need nothing of the vault, or lead out of the lock. */
const alwaysServed: readonly string[] = ['settings.change', 'practice.openPost', 'vault.unlock', 'vault.lock'];

/** @param announceAll tells the window to ask for everything again */
export function createWindowLock(announceAll: () => void): WindowLock {
  let isLocked = false;

  function turn(on: boolean): void {
    if (isLocked === on) return;
    isLocked = on;
    announceAll();
  }

  function veiled(snapshot: Snapshot): Snapshot {
    const vault = { state: 'locked', what: 'window' } as const;
    const records = { certificates: {}, applications: {}, accounts: {}, attempts: {} };
    const news = { handOver: { clipboard: null, fileProblems: {} }, renewalRun: null, away: null, backup: null };
    return { ...snapshot, ...records, ...news, notices: [], vault };
  }

  return {
    isLocked: () => isLocked,
    lock: () => turn(true),
    unlock: () => turn(false),
    guarded(handlers) {
      const guarded = Object.entries(handlers).map(([name, handler]) => {
        if (alwaysServed.includes(name)) return [name, handler];
        const serve = handler as (input: unknown) => unknown;
        return [
          name,
          (input: unknown) => (isLocked ? fail({ code: 'vault-not-ready', state: 'locked' }) : serve(input)),
        ];
      });
      return {
        ...(Object.fromEntries(guarded) as Handlers),
        'snapshot.get': async (input) => {
          const snapshot = await handlers['snapshot.get'](input);
          return isLocked ? veiled(snapshot) : snapshot;
        },
      };
    },
    passing: (changes) =>
      isLocked ? changes.filter(({ kind }) => kind === 'everything' || kind === 'settings') : changes,
  };
}
