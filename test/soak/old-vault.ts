import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { applicationKind, type AccountRecord, type ApplicationRecord } from '../../electron/accounts/records.ts';
import { keychainWrapOf, keyFileName, keyOfText, readKeyFile } from '../../electron/vault/key-file.ts';
import { kind } from '../../electron/vault/kind.ts';
import { seal } from '../../electron/vault/seal.ts';
import { openVault } from '../../electron/vault/vault.ts';
import { soakKeychain } from './soak-office.ts';

/** Accounts as the first version of the program wrote them: of version 1, since there is no way up to it. */
const firstAccountKind = kind('account', z.record(z.string(), z.unknown()));

/** A vault as the first version of the program left it: a key file and accounts of version 1, and no witness. */
export async function makeOldVault(
  folder: string,
  application: ApplicationRecord,
  accounts: readonly AccountRecord[],
): Promise<void> {
  const opening = await openVault({ folder, keychain: soakKeychain, kinds: [applicationKind, firstAccountKind] });
  if (opening.state !== 'ready') throw new Error(`the vault is ${opening.state}`);
  const { vault } = opening;
  await vault.write(applicationKind, application.id, application);
  for (const { id, applicationId, certificateId, redirectUri, grant, superseded, lastFailure } of accounts) {
    const first = { id, applicationId, certificateId, redirectUri, grant, superseded, lastFailure };
    await vault.write(firstAccountKind, id, first);
  }
  await vault.close();
  await writeFile(join(folder, keyFileName), await firstKeyFile(join(folder, keyFileName)));
  for (const later of ['witness.sealed', `${keyFileName}.previous`]) await rm(join(folder, later), { force: true });
}

/** The key of a key file in the form of version 1, byte for byte. */
async function firstKeyFile(path: string): Promise<string> {
  const file = readKeyFile(await readFile(path));
  const wrap = file === 'damaged' || 'newer' in file ? null : keychainWrapOf(file);
  const key = wrap && keyOfText((await soakKeychain.open(wrap.wrapped)).text);
  if (!key) throw new Error('no key in the key file');
  const check = Buffer.from(seal(key, { kind: 'key-file', id: 'check' }, Buffer.from('taxpass vault')));
  const { backend, wrapped } = wrap;
  return `${JSON.stringify({ version: 1, backend, wrapped, check: check.toString('base64') }, null, 2)}\n`;
}
