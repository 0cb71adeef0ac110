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
  /** How often `lock` was called, locked or not: whoever is about to unlock sees that somebody wants otherwise since. */
  locksAsked(): number;
  unlock(): void;
  /** Fails with `vault-not-ready` while the window is locked. */
  refuseLocked(): void;
  /** Main's answers to the window, as they are while it is locked and while it is not. */
  guarded(handlers: Handlers): Handlers;
  /** What of `changes` the window may see now. */
  passing(changes: readonly Change[]): readonly Change[];
};

/** Calls that need nothing of the vault, or lead out of the lock. */
const alwaysServed: readonly string[] = ['settings.change', 'practice.openPost', 'vault.unlock', 'vault.lock'];

/** Changes that tell of what the vault holds. */
const ofVault: ReadonlySet<Change['kind']> = new Set<Change['kind']>([
  ...(['certificates', 'applications', 'accounts', 'attempts', 'device-questions', 'hand-over'] as const),
  ...(['backup', 'renewalRun', 'away', 'notices'] as const),
]);

export function createWindowLock(deps: {
  /** Tells the window to ask for everything again. */
  readonly announceAll: () => void;
  /** Ends what the window has open: it would stay in sight, or in reach of who comes next. */
  readonly onLock: () => void;
  /** Whether the vault is open: while it is not, nothing that was learnt from it before is shown either. */
  readonly isVaultReady: () => boolean;
}): WindowLock {
  let isLocked = false;
  let locksAsked = 0;

  function turn(on: boolean): void {
    if (isLocked === on) return;
    isLocked = on;
    if (on) deps.onLock();
    deps.announceAll();
  }

  function refuseLocked(): void {
    if (isLocked) fail({ code: 'vault-not-ready', state: 'locked' });
  }

  /** What may be seen of it now. */
  function veiled(snapshot: Snapshot): Snapshot {
    if (!isLocked && snapshot.vault.state === 'ready') return snapshot;
    const vault = isLocked ? ({ state: 'locked', what: 'window' } as const) : snapshot.vault;
    const records = { certificates: {}, applications: {}, accounts: {}, attempts: {}, deviceQuestions: {} };
    const news = { handOver: { clipboard: null, fileProblems: {} }, renewalRun: null, away: null, backup: null };
    return { ...snapshot, ...records, ...news, notices: [], vault };
  }

  return {
    isLocked: () => isLocked,
    lock() {
      locksAsked += 1;
      turn(true);
    },
    locksAsked: () => locksAsked,
    unlock: () => turn(false),
    refuseLocked,
    guarded(handlers) {
      const guarded = Object.entries(handlers).map(([name, handler]) => {
        if (alwaysServed.includes(name)) return [name, handler];
        const serve = handler as (input: unknown) => unknown;
        return [
          name,
          async (input: unknown) => {
            refuseLocked();
            const answer = await serve(input);
            // What began before the lock may have ended behind it.
            refuseLocked();
            return answer;
          },
        ];
      });
      return {
        ...(Object.fromEntries(guarded) as Handlers),
        'snapshot.get': async (input) => veiled(await handlers['snapshot.get'](input)),
      };
    },
    passing(changes) {
      if (isLocked) return changes.filter(({ kind }) => kind === 'everything' || kind === 'settings');
      return deps.isVaultReady() ? changes : changes.filter(({ kind }) => !ofVault.has(kind));
    },
  };
}
