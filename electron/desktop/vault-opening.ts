import { existsSync } from 'node:fs';
import type { VaultState } from '../accounts/workspace.ts';
import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import { PASSPHRASE_MINIMUM, RECOVERY_MINIMUM } from '../contract/vault-calls.ts';
import { diskErrorCodeOf, errnoOf, isDiskErrorCode, VaultError } from '../vault/errors.ts';
import { isUsable, troubleOf, type Keychain } from '../vault/keychain.ts';
import type { AnyKind } from '../vault/kind.ts';
import { createTurns } from '../vault/turns.ts';
import type { KeyNotice, Opener } from '../vault/unlock.ts';
import { openVault, type Vault } from '../vault/vault.ts';
import { takeWriterLock, type WriterLock } from '../vault/writer-lock.ts';
import type { WindowLock } from './window-lock.ts';

type Deps = {
  readonly folder: string;
  readonly kinds: readonly AnyKind[];
  readonly keychain: () => Promise<Keychain | 'unavailable'>;
  readonly windowLock: WindowLock;
  /** Takes in how opening the vault ended, or that it was locked. */
  readonly settle: (state: VaultState) => void;
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

  /** Null where we may write, or where nothing is there and nothing will be made. */
  async function takeFolder(willMake: boolean): Promise<VaultState | null> {
    if (writer !== null || (!willMake && !existsSync(folder))) return null;
    try {
      const lock = await takeWriterLock(folder);
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
    const state = refused ?? (await openVault({ folder, kinds, keychain, opener }));
    if (state.state === 'ready') ({ vault, notices } = state);
    deps.settle(state);
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

  /** Drops key and records, unless something still needs them: then only the window stays locked. */
  async function seal(): Promise<void> {
    if (vault?.keys.ways.keychain !== null) return;
    const isQuiet = await deps.isQuiet();
    // Somebody may have unlocked the window while we waited.
    if (!isQuiet || !windowLock.isLocked()) return;
    const sealed = vault;
    [vault, notices] = [null, []];
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
        if (vault === null) await openAndTakeUp({ by: 'passphrase', passphrase });
        else await provePassphrase(passphrase);
        windowLock.unlock();
        return {};
      },
      async 'vault.lock'() {
        if (!hasPassphrase()) fail({ code: 'passphrase-needed' });
        windowLock.lock();
        await inTurn('vault', seal);
        return {};
      },
      async 'vault.protection'() {
        const { keychain, hasRecovery } = theVault().keys.ways;
        return { keychain, hasRecovery, canUseKeychain: isUsable(await deps.keychain()), notices: [...notices] };
      },
      async 'vault.usePassphrase'({ current, passphrase }) {
        const { keys } = theVault();
        if (keys.ways.keychain === null) await provePassphrase(current);
        needLength(passphrase, PASSPHRASE_MINIMUM);
        await inTurn('vault', () => named(keys.usePassphrase(passphrase)));
        notices = [];
        return {};
      },
      async 'vault.useKeychain'({ current }) {
        await provePassphrase(current);
        const keychain = await deps.keychain();
        if (!isUsable(keychain)) return fail({ code: 'keychain-refused', reason: 'no-keychain' });
        await inTurn('vault', () => named(theVault().keys.useKeychain(keychain), true));
        notices = [];
        return {};
      },
      async 'vault.setRecovery'({ passphrase }) {
        if (passphrase !== null) needLength(passphrase, RECOVERY_MINIMUM);
        await inTurn('vault', () => named(theVault().keys.setRecovery(passphrase)));
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
async function named(act: Promise<void>, isOfKeychain = false): Promise<void> {
  try {
    await act;
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
