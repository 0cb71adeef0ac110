import { createHash } from 'node:crypto';
import {
  accountKind,
  applicationKind,
  recordKinds,
  type AccountRecord,
  type ApplicationRecord,
} from '../../electron/accounts/records.ts';
import { nodeFileSystem, type VaultFileSystem } from '../../electron/vault/file-system.ts';
import type { Keychain } from '../../electron/vault/key-file.ts';
import { openVault, type Vault } from '../../electron/vault/vault.ts';
import { anafPayload, anafToken } from '../fixtures/anaf-token.ts';
import { accountOf } from '../soak/soak-office.ts';

const dayMs = 86_400_000;

/** A file system that leaves durability to the system: for what a measurement needs beforehand. */
export function hastyFileSystem(): VaultFileSystem {
  const fs = nodeFileSystem();
  return {
    ...fs,
    create: async (path) => ({ ...(await fs.create(path)), sync: () => Promise.resolve() }),
    syncFolder: () => Promise.resolve(),
  };
}

/** An account with tokens of the size and look of ANAF's, 80 days from their end, that no authority has given. */
export function madeUpAccount(id: string, application: ApplicationRecord, nowMs: number): AccountRecord {
  const seconds = Math.floor(nowMs / 1000);
  const jti = createHash('sha256').update(id).digest('hex');
  const payload = { ...anafPayload, iat: seconds, nbf: seconds - 300, jti };
  const pair = {
    access_token: anafToken({ ...payload, exp: seconds + 80 * 86_400 }),
    refresh_token: anafToken({ token_type: 'Refresh', iat: seconds, exp: seconds + 355 * 86_400, jti }),
  };
  const account = accountOf(id, application, pair, nowMs - 10 * dayMs);
  const number = String(10_000_000 + (Number.parseInt(jti.slice(0, 6), 16) % 80_000_000));
  return { ...account, companies: [{ number, name: `Client ${number} SRL` }] };
}

/** Fills the vault in `folder` with an application and that many accounts; closes nothing, for nothing is held open. */
export async function fillVault(
  folder: string,
  keychain: Keychain,
  application: ApplicationRecord,
  count: number,
): Promise<void> {
  const vault = readyVault(await openVault({ folder, keychain, kinds: recordKinds, fs: hastyFileSystem() }));
  await vault.write(applicationKind, application.id, application);
  const ids = Array.from({ length: count }, (_, index) => `made-up-${index}`);
  const now = Date.now();
  await Promise.all(ids.map((id) => vault.write(accountKind, id, madeUpAccount(id, application, now))));
}

/** The vault of an opening that must have gone well. */
export function readyVault(opening: Awaited<ReturnType<typeof openVault>>): Vault {
  if (opening.state !== 'ready') throw new Error(`the vault is ${opening.state}`);
  return opening.vault;
}
