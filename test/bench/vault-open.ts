import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { readFile as readFileCallback } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { accountKind, recordKinds } from '../../electron/accounts/records.ts';
import { openVault } from '../../electron/vault/vault.ts';
import { anafApplication, soakKeychain } from '../soak/soak-office.ts';
import { resultOf, type BenchEntry } from './bench-entry.ts';
import { fillVault, readyVault } from './many-accounts.ts';

const runs = 15;
const accounts = 1000;
const readsAtOnce = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** Opening a vault of 1,000 accounts, beside reading as many bytes in as many files and opening their AES-256-GCM. */
export const vaultOpen1000: BenchEntry = {
  name: 'vault.open1000',
  limit: { of: 'ratio', atMost: 3 },
  async run({ folder }) {
    const [vaultFolder, bareFolder] = [join(folder, 'vault'), join(folder, 'bare')];
    const application = anafApplication('application', {
      oauth2: { clientId: 'client', clientSecret: 'secret' },
      redirectUris: ['https://localhost:9002/callback'],
      services: ['E-Factura'],
    });
    await fillVault(vaultFolder, soakKeychain, application, accounts);
    const key = createSecretKey(randomBytes(32));
    await sealAlike(vaultFolder, bareFolder, key);
    const values: number[] = [];
    const references: number[] = [];
    for (let run = -1; run < runs; run += 1) {
      const bare = await msOf(() => openBare(bareFolder, key));
      const real = await msOf(async () => {
        const vault = readyVault(await openVault({ folder: vaultFolder, keychain: soakKeychain, kinds: recordKinds }));
        if (vault.list(accountKind).length !== accounts) throw new Error('accounts are missing');
      });
      // The first run of both only warms up.
      if (run < 0) continue;
      values.push(real);
      references.push(bare);
    }
    return resultOf('ms', 'reading the same bytes and opening their AES-256-GCM, bare', values, references);
  },
};

async function msOf(act: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** Files of the same sizes whose content opens with `key`: the vault's own key is nobody's to have. */
async function sealAlike(from: string, to: string, key: KeyObject): Promise<void> {
  await mkdir(to);
  for (const name of await readdir(from)) {
    if (!name.endsWith('.sealed')) continue;
    const { length } = await readFile(join(from, name));
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const body = Buffer.concat([cipher.update(randomBytes(length - nonceBytes - tagBytes)), cipher.final()]);
    await writeFile(join(to, name), Buffer.concat([nonce, body, cipher.getAuthTag()]));
  }
}

async function openBare(folder: string, key: KeyObject): Promise<void> {
  const read = promisify(readFileCallback);
  const names = (await readdir(folder)).values();
  const work = async (): Promise<void> => {
    for (const name of names) {
      const sealed = await read(join(folder, name));
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
      decipher.setAuthTag(sealed.subarray(-tagBytes));
      decipher.update(sealed.subarray(nonceBytes, -tagBytes));
      decipher.final();
    }
  };
  await Promise.all(Array.from({ length: readsAtOnce }, work));
}
