import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { previousOf, writeDurably } from './durable-file.ts';
import { VaultError } from './errors.ts';
import type { VaultFileSystem } from './file-system.ts';
import {
  keychainWrapOf,
  keyFileBytes,
  keyFileName,
  keyOfText,
  newDataKey,
  newVaultId,
  openWithPassphrase,
  opensCheck,
  passphraseWrapOf,
  readKeyFile,
  wrapWithKeychain,
  wrapWithPassphrase,
  type KeyFile,
  type PassphraseRole,
  type Wrap,
} from './key-file.ts';
import { createKeyRing, type KeyRing, type OpenedKeyRing } from './key-ring.ts';
import { isUsable, troubleOf, type Keychain, type KeychainTrouble } from './keychain.ts';
import type { PassphraseCost } from './passphrase.ts';
import { testimonyFor, witnessName, writeWitness, type Testimony } from './witness.ts';

/** With what a vault is to be opened. */
export type Opener =
  /** The OS keychain; it also makes a vault where there is none. */
  | { readonly by: 'keychain' }
  /**
   * A passphrase the vault has. Where it was the recovery passphrase, the keychain at hand gets the key anew, so that
   * the next start needs none.
   */
  | { readonly by: 'passphrase'; readonly passphrase: string }
  /** A new passphrase, where there is no vault yet; an existing vault is opened by the keychain instead. */
  | { readonly by: 'new-passphrase'; readonly passphrase: string };

/** Something about the key file worth telling though the vault is open. */
export type KeyNotice =
  /** `key.json` is damaged, gone or not of this vault; the key came from the generation before it. */
  | 'key-file-previous-used'
  /** The key was to be sealed anew, and that failed; the old sealing still opens. */
  | 'key-reseal-failed'
  /** The key file is still of an older version, since it could not be written. */
  | 'key-file-not-migrated'
  /** The recovery passphrase opened it, and no keychain could take the key: the next start asks again. */
  | 'opened-by-recovery';

/** Why the data key is not there. */
export type Unopened =
  /** Nothing is stored yet, and the keychain cannot keep the key of a new vault: a passphrase can. */
  | { readonly state: 'no-vault-yet'; readonly reason: KeychainTrouble }
  /** A passphrase is asked. */
  | { readonly state: 'locked'; readonly hasRecovery: boolean }
  | { readonly state: 'unavailable'; readonly reason: KeychainTrouble; readonly hasRecovery: boolean }
  /** The key was sealed by another keychain (`was`) than the one at hand (`is`). */
  | { readonly state: 'backend-changed'; readonly was: string; readonly is: string; readonly hasRecovery: boolean }
  /**
   * A key was found, but does not open the key file's check record (the keychain gave another), or opens it and
   * nothing that lies beside it (the key file came from another vault).
   */
  | { readonly state: 'wrong-key'; readonly against: 'key-file' | 'records'; readonly hasRecovery: boolean }
  | { readonly state: 'corrupt'; readonly problems: readonly { file: string; why: 'damaged' | 'missing' }[] }
  /** The key file was written by a newer program, in this version of its format. */
  | { readonly state: 'newer-version'; readonly version: number };

/** The data key and what came with it. */
export type Unlocked = {
  readonly state: 'open';
  readonly key: KeyObject;
  readonly keys: KeyRing;
  readonly notices: readonly KeyNotice[];
};

type Request = {
  readonly fs: VaultFileSystem;
  readonly folder: string;
  /** What the folder holds. */
  readonly names: readonly string[];
  readonly keychain: Keychain | 'unavailable';
  readonly opener: Opener;
  readonly cost?: PassphraseCost | undefined;
};

type KeyOpening =
  | {
      readonly state: 'open';
      readonly key: KeyObject;
      readonly file: KeyFile;
      readonly by: 'keychain' | PassphraseRole;
      readonly reseal: boolean;
    }
  | Unopened;
type OpenKey = Extract<KeyOpening, { state: 'open' }> & { readonly testimony: Exclude<Testimony, 'refuted'> };

const damaged = { state: 'corrupt', problems: [{ file: keyFileName, why: 'damaged' }] } as const;

async function openByPassphrase(file: KeyFile, passphrase: string): Promise<KeyOpening> {
  const opened = await openWithPassphrase(file, passphrase);
  if (opened === null) throw new VaultError('wrong-passphrase', keyFileName);
  if (!opensCheck(opened.key, file)) return damaged;
  return { state: 'open', key: opened.key, file, by: opened.role, reseal: false };
}

async function openByKeychain(file: KeyFile, keychain: Keychain | 'unavailable'): Promise<KeyOpening> {
  const hasRecovery = passphraseWrapOf(file, 'recovery') !== null;
  const wrap = keychainWrapOf(file);
  if (wrap === null) return { state: 'locked', hasRecovery };
  if (!isUsable(keychain)) return { state: 'unavailable', reason: 'no-keychain', hasRecovery };
  if (keychain.backend !== wrap.backend) {
    return { state: 'backend-changed', was: wrap.backend, is: keychain.backend, hasRecovery };
  }
  let opened: { readonly text: string; readonly reseal: boolean };
  try {
    opened = await keychain.open(wrap.wrapped);
  } catch (error) {
    return { state: 'unavailable', reason: troubleOf(error), hasRecovery };
  }
  const key = keyOfText(opened.text);
  if (key === null || !opensCheck(key, file)) return { state: 'wrong-key', against: 'key-file', hasRecovery };
  return { state: 'open', key, file, by: 'keychain', reseal: opened.reseal };
}

async function openGeneration(request: Request, name: string): Promise<OpenKey | Unopened> {
  const { fs, folder, opener, keychain } = request;
  const file = readKeyFile(await fs.readFile(join(folder, name)));
  if (file === 'damaged') return damaged;
  if ('newer' in file) return { state: 'newer-version', version: file.newer };
  const opening =
    opener.by === 'passphrase' ? await openByPassphrase(file, opener.passphrase) : await openByKeychain(file, keychain);
  if (opening.state !== 'open') return opening;
  const testimony = await testimonyFor(opening.key, request);
  if (testimony !== 'refuted') return { ...opening, testimony };
  return { state: 'wrong-key', against: 'records', hasRecovery: passphraseWrapOf(file, 'recovery') !== null };
}

/** These may be cured by the generation before; the others are not the file's fault. */
function mayBeTheFile(opening: OpenKey | Unopened): boolean {
  if (opening.state === 'unavailable') return opening.reason === 'keychain-refused';
  return opening.state === 'corrupt' || opening.state === 'wrong-key';
}

/** Makes the data key of an empty vault; durable before any record can be. */
async function makeKey({ fs, folder, keychain, opener, cost }: Request): Promise<OpenKey | Unopened> {
  const key = newDataKey();
  const vaultId = newVaultId();
  let wrap: Wrap;
  if (opener.by === 'new-passphrase') {
    wrap = await wrapWithPassphrase(key, vaultId, 'unlock', opener.passphrase, cost);
  } else {
    if (!isUsable(keychain)) return { state: 'no-vault-yet', reason: 'no-keychain' };
    try {
      wrap = await wrapWithKeychain(key, keychain);
    } catch (error) {
      return { state: 'no-vault-yet', reason: troubleOf(error) };
    }
  }
  const bytes = keyFileBytes(key, vaultId, [wrap]);
  await fs.makeFolder(folder);
  await writeDurably(fs, join(folder, keyFileName), bytes);
  const file = { vaultId, wraps: [wrap], check: '' };
  return { state: 'open', key, file, by: 'keychain', reseal: false, testimony: 'believed' };
}

/** What is written as a vault opens; that it cannot be is no reason not to open it. */
async function tidyKeyFile(
  keys: OpenedKeyRing,
  { file, by, reseal, key }: OpenKey,
  keychain: Keychain | 'unavailable',
): Promise<KeyNotice[]> {
  const isRecovered = by === 'recovery';
  if (isRecovered && (!isUsable(keychain) || keychainWrapOf(file) === null)) return ['opened-by-recovery'];
  if ((isRecovered || reseal) && isUsable(keychain)) {
    const sealedAnew = wrapWithKeychain(key, keychain).then((wrap) => keys.rewrite(wrap));
    return sealedAnew.then(
      () => [],
      () => [isRecovered ? 'opened-by-recovery' : 'key-reseal-failed'],
    );
  }
  if (file.vaultId !== null) return [];
  return keys.rewrite().then(
    () => [],
    () => ['key-file-not-migrated'],
  );
}

/**
 * Gets the data key of the vault whose folder holds `names`. A key file of an older version is written anew in this
 * one's, the old one kept as the generation before.
 *
 * @throws VaultError `wrong-passphrase`; the file system's own errors otherwise
 */
export async function unlock(request: Request): Promise<Unlocked | Unopened> {
  const { fs, folder, names, keychain, cost } = request;
  const generations = [keyFileName, previousOf(keyFileName)].filter((file) => names.includes(file));
  const [newest, older] = generations;
  const hasRecords = names.some((name) => name.includes('.sealed') && !name.startsWith(witnessName));
  if (newest === undefined && hasRecords) {
    return { state: 'corrupt', problems: [{ file: keyFileName, why: 'missing' }] };
  }
  let opening = newest === undefined ? await makeKey(request) : await openGeneration(request, newest);
  let used = newest;
  if (older !== undefined && mayBeTheFile(opening)) {
    const second = await openGeneration(request, older);
    if (second.state === 'open') [used, opening] = [older, second];
  }
  if (opening.state !== 'open') return opening;

  const { key, file } = opening;
  const isPrevious = used === previousOf(keyFileName);
  const keys = createKeyRing({ fs, folder, key, file, isPrevious, cost });
  const notices: KeyNotice[] = isPrevious ? ['key-file-previous-used'] : [];
  // Read from the generation before, the key file is left as it is, unless it has to take in another keychain.
  if (!isPrevious || opening.by === 'recovery') notices.push(...(await tidyKeyFile(keys, opening, keychain)));
  if (opening.testimony === 'believed') {
    // The next opening tries again; until then the records themselves speak for the key.
    await writeWitness(key, request).catch(() => undefined);
  }
  return { state: 'open', key, keys, notices };
}
