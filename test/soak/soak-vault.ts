import { cp, rm } from 'node:fs/promises';
import { recordKinds } from '../../electron/accounts/records.ts';
import { createStore, type Store } from '../../electron/accounts/store.ts';
import type { TransferContents } from '../../electron/accounts/transfer-contents.ts';
import { newDerivation, type Derivation } from '../../electron/transfer/passphrase-key.ts';
import { nodeFileSystem, type VaultFileSystem } from '../../electron/vault/file-system.ts';
import { openVault, type Vault } from '../../electron/vault/vault.ts';
import type { SoakOpener } from './job-order.ts';
import { soakKeychain } from './soak-office.ts';

/** What a passphrase costs here: how long it takes to try is not what is looked at. */
export const cheapCost = { N: 16, r: 8, p: 1 };

/** The same for the passphrase of a file. */
export function cheapDerivation(): Derivation {
  return { ...newDerivation(), N: 2 ** 10 };
}

export type SoakVault = { readonly vault: Vault; readonly store: Store };

/**
 * Opens a vault and the store over it. One that a passphrase is to open gets no keychain.
 * @throws Error where it is not ready, or a file of it cannot be read
 */
export async function openSoakVault(
  folder: string,
  options: { readonly opener?: SoakOpener; readonly fs?: VaultFileSystem } = {},
): Promise<SoakVault> {
  const { opener = { by: 'keychain' }, fs = nodeFileSystem() } = options;
  const keychain = opener.by === 'keychain' ? soakKeychain : 'unavailable';
  const opening = await openVault({ folder, keychain, kinds: recordKinds, fs, opener, cost: cheapCost });
  if (opening.state !== 'ready') throw new Error(`the vault is ${opening.state}`);
  const { vault } = opening;
  const [unreadable] = vault.unreadable;
  if (unreadable) throw new Error(`unreadable: ${unreadable.file} (${unreadable.why})`);
  const live = { isRenewing: () => false, now: () => Date.now() };
  return { vault, store: createStore(vault, () => undefined, live) };
}

/** A copy of a folder, to be looked at while the folder stays as the kill left it. */
export async function copyFolder(from: string, to: string): Promise<string> {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
  return to;
}

/** Puts records into a vault. */
export async function fillStore(
  store: Store,
  { certificates, applications, accounts }: TransferContents,
): Promise<void> {
  for (const one of certificates) await store.saveCertificate(one);
  for (const one of applications) await store.saveApplication(one);
  for (const one of accounts) await store.saveAccount(one);
}
