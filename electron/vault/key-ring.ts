import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { damagedOf, previousOf, writeDurably } from './durable-file.ts';
import { VaultError } from './errors.ts';
import type { VaultFileSystem } from './file-system.ts';
import {
  keychainWrapOf,
  keyFileBytes,
  keyFileName,
  newVaultId,
  openWithPassphrase,
  passphraseWrapOf,
  wrapWithKeychain,
  wrapWithPassphrase,
  type KeyFile,
  type PassphraseRole,
  type Wrap,
} from './key-file.ts';
import type { Keychain } from './keychain.ts';
import type { PassphraseCost } from './passphrase.ts';
import { createTurns } from './turns.ts';

/** What opens a vault. */
export type KeyWays = {
  /** The OS keychain that opens it by itself; null where a passphrase is asked at each start. */
  readonly keychain: string | null;
  readonly hasRecovery: boolean;
};

/**
 * The ways to the data key of an open vault. A change resolves once it is durable, and by then no generation of the
 * key file opens in the way that was given up; a crash on the way leaves a file that opens with the old way or the
 * new. The data key itself stays the same: whoever has a copy of an older key file and its passphrase still has it.
 *
 * @throws VaultError `disk-full`, `no-permission`, `disk-error` with the old ways kept; `not-durable` with the new ones,
 * but after a power cut, or damage to the key file, the old may be back
 */
export interface KeyRing {
  readonly ways: KeyWays;
  /** The role of the passphrase, or null where it opens nothing here. */
  roleOf(passphrase: string): Promise<PassphraseRole | null>;
  /** From now on the vault is opened by this passphrase, at each start, and no longer by a keychain. */
  usePassphrase(passphrase: string): Promise<void>;
  /** From now on the keychain opens the vault. Throws besides what `wrapWithKeychain` (key-file.ts) throws. */
  useKeychain(keychain: Keychain): Promise<void>;
  /** Sets or replaces the recovery passphrase; null removes it. */
  setRecovery(passphrase: string | null): Promise<void>;
}

/** A key ring, and what only the opening of a vault does with it. */
export type OpenedKeyRing = KeyRing & {
  /** Writes the key file as it stands, the one that was there kept as the generation before; `wrap` in its kind's place. */
  rewrite(wrap?: Wrap): Promise<void>;
};

type Opened = {
  readonly fs: VaultFileSystem;
  readonly folder: string;
  readonly key: KeyObject;
  readonly file: KeyFile;
  /** Whether the file was read from the generation before: then the newest is damaged, and kept as such. */
  readonly isPrevious: boolean;
  readonly cost?: PassphraseCost | undefined;
};

/** The key ring of a vault whose key file has been opened. */
export function createKeyRing({ fs, folder, key, file, isPrevious, cost }: Opened): OpenedKeyRing {
  const path = join(folder, keyFileName);
  const vaultId = file.vaultId ?? newVaultId();
  const inTurn = createTurns();
  let { wraps } = file;
  let keepAs = isPrevious ? damagedOf(path) : previousOf(path);

  async function write(next: readonly Wrap[]): Promise<void> {
    try {
      await writeDurably(fs, path, keyFileBytes(key, vaultId, next), keepAs);
    } catch (error) {
      if (error instanceof VaultError && error.code === 'not-durable') [wraps, keepAs] = [next, previousOf(path)];
      throw error;
    }
    [wraps, keepAs] = [next, previousOf(path)];
  }

  /** Written twice, so that the generation before has not the old ways either. */
  function change(made: () => Promise<readonly Wrap[]>): Promise<void> {
    return inTurn(keyFileName, async () => {
      const next = await made();
      await write(next);
      await write(next).catch((error: unknown) => {
        throw new VaultError('not-durable', previousOf(keyFileName), error);
      });
    });
  }

  const recovery = (): Wrap[] => [passphraseWrapOf({ wraps }, 'recovery')].filter((wrap) => wrap !== null);
  const openers = (): Wrap[] => wraps.filter((wrap) => wrap.by === 'keychain' || wrap.role === 'unlock');
  const wrapped = (role: PassphraseRole, passphrase: string): Promise<Wrap> =>
    wrapWithPassphrase(key, vaultId, role, passphrase, cost);

  return {
    get ways() {
      return { keychain: keychainWrapOf({ wraps })?.backend ?? null, hasRecovery: recovery().length > 0 };
    },
    roleOf: async (passphrase) => (await openWithPassphrase({ ...file, vaultId, wraps }, passphrase))?.role ?? null,
    usePassphrase: (passphrase) => change(async () => [await wrapped('unlock', passphrase), ...recovery()]),
    useKeychain: (keychain) => change(async () => [await wrapWithKeychain(key, keychain), ...recovery()]),
    setRecovery: (passphrase) =>
      change(async () => [...openers(), ...(passphrase === null ? [] : [await wrapped('recovery', passphrase)])]),
    rewrite: (wrap) =>
      inTurn(keyFileName, () =>
        write(wrap === undefined ? wraps : [wrap, ...wraps.filter(({ by }) => by !== wrap.by)]),
      ),
  };
}
