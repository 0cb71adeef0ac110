import { existsSync } from 'node:fs';
import type { VaultState } from '../accounts/workspace.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import { PASSPHRASE_MINIMUM, RECOVERY_MINIMUM } from '../contract/limits.ts';
import type { Computer } from '../vault/computer.ts';
import { diskErrorCodeOf, errnoOf, isDiskErrorCode, VaultError } from '../vault/errors.ts';
import { homeKind, isFromElsewhere, makeHome } from '../vault/home.ts';
import { isUsable, troubleOf, type Keychain } from '../vault/keychain.ts';
import type { AnyKind } from '../vault/kind.ts';
import { createTurns } from '../vault/turns.ts';
import type { KeyNotice, Opener } from '../vault/unlock.ts';
import { openVault, type Vault } from '../vault/vault.ts';
import type { KeyRing } from '../vault/key-ring.ts';
import { takeWriterLock, type WriterLock } from '../vault/writer-lock.ts';
import type { VaultQuestion } from './native-question.ts';
import type { WindowLock } from './window-lock.ts';

type Deps = {
  readonly folder: string;
  readonly kinds: readonly AnyKind[];
  readonly keychain: () => Promise<Keychain | 'unavailable'>;
  /** Which computer this is. */
  readonly computer: () => Promise<Computer>;
  readonly windowLock: WindowLock;
  /** The native question; false where it was not answered with a clear yes. */
  readonly confirm: (question: VaultQuestion) => Promise<boolean>;
  /** Takes in how opening the vault ended, or that it was locked. */
  readonly settle: (state: VaultState) => void;
  /** Hears what somebody said of a vault from another computer, once that is settled and the vault is open. */
  readonly onSettledIn: (as: 'moved' | 'only-looking') => void;
  /** Has nothing that the vault holds be renewed here any more, durably; whether that could be said of all there is. */
  readonly lookOnly: (vault: Vault) => Promise<boolean>;
  /** What waits for an open vault is taken up. */
  readonly takeUp: () => Promise<void>;
  /** Waits for what sealing the vault now would lose; false where it would still lose something. */
  readonly isQuiet: () => Promise<boolean>;
};

export type VaultDesk = {
  /** Opens the vault with the keychain, or makes one; never throws for want of a key. */
  open(): Promise<void>;
  readonly calls: Pick<Handlers, Extract<keyof Handlers, `vault.${string}`>>;
  /** Locks the window when nobody has touched the computer for a while and there is a passphrase to unlock it with. */
  lockIfIdle(idleSeconds: number): void;
  /** Lets another program have the vault; for the very end of this one. */
  release(): void;
};

/** A quarter of an hour, as most offices set their screens to. */
const idleLockSeconds = 15 * 60;

/** Opening, locking and protecting the vault, one act at a time: two on an empty folder would make two data keys. */
export function createVaultDesk(deps: Deps): VaultDesk {
  const { folder, kinds, windowLock } = deps;
  const inTurn = createTurns();
  let vault: Vault | null = null;
  let notices: readonly KeyNotice[] = [];
  let writer: Extract<WriterLock, { state: 'held' }> | null = null;
  let isUnlocking = false;
  /** Whether the vault is open, but nobody has said yet whether it was moved here: then nobody gets at its records. */
  let isHomeAsked = false;

  /** Null where we may write, or where nothing is there and nothing will be made. */
  async function takeFolder(willMake: boolean): Promise<VaultState | null> {
    if (writer !== null || (!willMake && !existsSync(folder))) return null;
    try {
      const lock = await takeWriterLock(folder, await deps.computer());
      if (lock.state === 'in-use') return lock;
      writer = lock;
      return null;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      return { state: 'unavailable', reason: diskErrorCodeOf(error), hasRecovery: false };
    }
  }

  async function openWith(opener: Opener): Promise<void> {
    if (vault !== null) return;
    const keychain = await deps.keychain();
    const refused = await takeFolder(opener.by === 'new-passphrase' || isUsable(keychain));
    const state = refused ?? (await openVault({ folder, kinds: [...kinds, homeKind], keychain, opener }));
    if (state.state !== 'ready') {
      deps.settle(state);
      return;
    }
    const { id } = await deps.computer();
    ({ vault, notices } = state);
    isHomeAsked = isFromElsewhere(vault, id);
    // Where the home cannot be written the next opening tries again: nothing is asked for want of one.
    if (!isHomeAsked) await makeHome(vault, id).catch(() => undefined);
    deps.settle(isHomeAsked ? { state: 'other-computer' } : state);
  }

  /** Takes the answer to whether all was moved here. What it means is durable before anybody gets at the records. */
  async function settleIn(as: 'moved' | 'only-looking'): Promise<void> {
    await inTurn('vault', async () => {
      if (vault === null || !isHomeAsked) return;
      const isSettled = as === 'moved' || (await named(deps.lookOnly(vault)));
      // An account that could not be read now may be read one day: the question is asked again until then.
      if (isSettled) await named(makeHome(vault, (await deps.computer()).id));
      isHomeAsked = false;
      deps.settle({ state: 'ready', vault, notices });
      deps.onSettledIn(as);
    });
    await deps.takeUp();
  }

  async function openAndTakeUp(opener: Opener): Promise<void> {
    await inTurn('vault', () => named(openWith(opener)));
    await deps.takeUp();
  }

  function theVault(): Vault {
    return vault ?? fail({ code: 'vault-not-ready', state: 'locked' });
  }

  async function provePassphrase(current: string | null): Promise<void> {
    if ((await theVault().keys.roleOf(current ?? '')) === null) fail({ code: 'passphrase-wrong' });
  }

  function hasPassphrase(): boolean {
    return vault !== null && (vault.keys.ways.keychain === null || vault.keys.ways.hasRecovery);
  }

  /**
   * Changes what opens the vault, for whoever proves a passphrase, where there is one; a `question` must be answered
   * with a yes besides. That is asked before the turn: unlocking must not wait for a person. To replace a recovery
   * passphrase that was forgotten the yes is enough, as long as the keychain opens the vault.
   */
  async function changeWays(
    current: string | null,
    question: VaultQuestion['about'] | null,
    change: (keys: KeyRing) => Promise<void>,
  ): Promise<void> {
    theVault();
    if (question !== null && !(await deps.confirm({ about: question }))) fail({ code: 'change-declined' });
    await inTurn('vault', async () => {
      const isForgotten = question === 'replace-recovery' && theVault().keys.ways.keychain !== null;
      if (!isForgotten && (hasPassphrase() || question === null)) await provePassphrase(current);
      await named(change(theVault().keys));
    });
  }

  /**
   * Opens or proves, one passphrase at a time: each costs much work, and who guesses gets no second one meanwhile. A lock
   * that was asked for during that work is the later wish, and stays.
   */
  async function unlock(passphrase: string): Promise<void> {
    if (isUnlocking) fail({ code: 'passphrase-busy' });
    isUnlocking = true;
    const locksBefore = windowLock.locksAsked();
    const isLockedSince = (): boolean => windowLock.locksAsked() !== locksBefore;
    try {
      const wasSealed = await inTurn('vault', async () => {
        const isSealed = vault === null;
        await (isSealed ? named(openWith({ by: 'passphrase', passphrase })) : provePassphrase(passphrase));
        if (!isLockedSince()) windowLock.unlock();
        return isSealed;
      });
      // Not waited for: the window is open by now, and may be locked again before all is taken up.
      if (wasSealed && !isLockedSince()) void deps.takeUp();
    } finally {
      isUnlocking = false;
    }
  }

  /** Drops key and records, unless something still needs them: then only the window stays locked. */
  async function seal(): Promise<void> {
    if (vault === null) {
      // Sealed already, since what was to open it was wrong: the window has nothing to bar.
      windowLock.unlock();
      return;
    }
    if (vault.keys.ways.keychain !== null) return;
    const isQuiet = await deps.isQuiet();
    // Somebody may have unlocked the window while we waited.
    if (!isQuiet || !windowLock.isLocked()) return;
    const sealed = vault;
    [vault, notices, isHomeAsked] = [null, [], false];
    deps.settle({ state: 'locked', hasRecovery: sealed.keys.ways.hasRecovery });
    windowLock.unlock();
    await sealed.close();
  }

  return {
    open: () => inTurn('vault', () => openWith({ by: 'keychain' })),

    calls: {
      async 'vault.retry'() {
        await openAndTakeUp({ by: 'keychain' });
        return {};
      },
      async 'vault.create'({ passphrase }) {
        needLength(passphrase, PASSPHRASE_MINIMUM);
        await openAndTakeUp({ by: 'new-passphrase', passphrase });
        return {};
      },
      async 'vault.unlock'({ passphrase }) {
        await unlock(passphrase);
        return {};
      },
      async 'vault.lock'() {
        if (!hasPassphrase() && !isUnlocking) fail({ code: 'passphrase-needed' });
        windowLock.lock();
        await inTurn('vault', seal);
        return {};
      },
      async 'vault.settleIn'({ as }) {
        await settleIn(as);
        return {};
      },
      async 'vault.protection'() {
        const { keychain, hasRecovery } = theVault().keys.ways;
        return { keychain, hasRecovery, canUseKeychain: isUsable(await deps.keychain()), notices: [...notices] };
      },
      async 'vault.usePassphrase'({ current, passphrase }) {
        needLength(passphrase, PASSPHRASE_MINIMUM);
        const question = hasPassphrase() ? null : 'use-passphrase';
        await changeWays(current, question, (keys) => keys.usePassphrase(passphrase));
        notices = [];
        return {};
      },
      async 'vault.useKeychain'({ current }) {
        await inTurn('vault', async () => {
          await provePassphrase(current);
          const keychain = await deps.keychain();
          if (!isUsable(keychain)) return fail({ code: 'keychain-refused', reason: 'no-keychain' });
          await named(theVault().keys.useKeychain(keychain), true);
        });
        notices = [];
        return {};
      },
      async 'vault.setRecovery'({ current, passphrase }) {
        if (passphrase !== null) needLength(passphrase, RECOVERY_MINIMUM);
        const { keychain, hasRecovery } = theVault().keys.ways;
        const isForgotten = keychain !== null && hasRecovery && current === null;
        const setting = isForgotten ? 'replace-recovery' : hasPassphrase() ? null : 'set-recovery';
        await changeWays(current, passphrase === null ? 'remove-recovery' : setting, (keys) =>
          keys.setRecovery(passphrase),
        );
        return {};
      },
    },

    lockIfIdle(idleSeconds) {
      if (idleSeconds >= idleLockSeconds && hasPassphrase()) windowLock.lock();
    },

    release() {
      writer?.release();
      writer = null;
    },
  };
}

function needLength(passphrase: string, minimum: number): void {
  if (passphrase.length < minimum) fail({ code: 'passphrase-too-short', minimum });
}

/** Waits for an act of the vault; its errors become failures with names. */
async function named<T>(act: Promise<T>, isOfKeychain = false): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof VaultError) {
      if (error.code === 'wrong-passphrase') fail({ code: 'passphrase-wrong' }, error);
      if (isDiskErrorCode(error.code)) fail({ code: 'vault-write-failed', reason: error.code }, error);
    }
    // What a keychain throws is nobody's to read: it may hold what was to be sealed.
    if (isOfKeychain) fail({ code: 'keychain-refused', reason: troubleOf(error) });
    throw error;
  }
}
