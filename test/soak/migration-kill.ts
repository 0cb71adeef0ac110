import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { recordKinds, type AccountRecord } from '../../electron/accounts/records.ts';
import { errnoOf } from '../../electron/vault/errors.ts';
import { keyFileName, readKeyFile } from '../../electron/vault/key-file.ts';
import { openVault } from '../../electron/vault/vault.ts';
import { bundleScript } from './bundle.ts';
import type { KillOrder } from './kill-events.ts';
import { createKillLedger } from './kill-ledger.ts';
import { makeOldVault } from './old-vault.ts';
import type { Random } from './random.ts';
import { createRenewalKiller, startRenewalWorld } from './renewal-world.ts';
import type { SoakEntry } from './soak-entry.ts';
import { soakKeychain } from './soak-office.ts';
import { cheapCost, copyFolder, openSoakVault } from './soak-vault.ts';

const killsAtLeast = 100;
const lanes = 2;
const ids = ['account-0', 'account-1', 'account-2'];
/** The share of kills that fall while the vault is opened: there the key file is written anew. */
const inOpening = 0.5;
/** ms after the opening within which the others fall: there each account is written anew by its first renewal. */
const renewingMs = 250;
const faultsAtMost = 50;
const passphrase = 'a passphrase after all';

/** Kills the process that opens a vault of the program's first version and renews what is in it. */
export const migrationKill: SoakEntry = {
  name: 'migration.kill',
  isRandom: true,
  async run({ random: source, folder: base, until, log }) {
    const script = await bundleScript('soak/renewal-child.ts', base);
    const world = await startRenewalWorld();
    const killer = createRenewalKiller();
    const failures: string[] = [];
    const seen = { vaults: 0, killsInOpening: 0, keyFileStillOld: 0, someAccountsStillOld: 0, renewed: 0 };
    let kills = 0;

    async function oneVault(lane: string, random: Random): Promise<void> {
      await rm(lane, { recursive: true, force: true });
      await mkdir(lane);
      const vaultFolder = join(lane, 'vault');
      const accounts: AccountRecord[] = [];
      for (const id of ids) accounts.push(await world.signIn(id));
      await makeOldVault(vaultFolder, world.application, accounts);
      const first = await accountFiles(vaultFolder);
      const ledger = createKillLedger(ids, false);
      const order = (): KillOrder => ({
        vaultFolder,
        profiles: world.profiles,
        first: ledger.inDoubt(),
        without: ledger.lost(),
        seed: random.below(2 ** 31),
        mode: 'loop',
        atOnce: 2,
      });
      seen.vaults += 1;
      for (let left = 1 + random.below(3); left > 0; left -= 1) {
        const moment = random.unit();
        const when = random.unit() < inOpening ? { opening: moment } : { afterOpenMs: moment * renewingMs };
        if (await killer.kill(script, lane, order(), ledger, when)) seen.killsInOpening += 1;
        kills += 1;
        const now = await accountFiles(vaultFolder);
        const old = now.filter((bytes, index) => isDeepStrictEqual(bytes, first[index])).length;
        if (old > 0 && old < ids.length) seen.someAccountsStillOld += 1;
        if (await isOldKeyFile(vaultFolder)) seen.keyFileStillOld += 1;
        const wrong = await wrongWith(vaultFolder, join(lane, 'copy')).catch((error: unknown) =>
          error instanceof Error ? error.message : 'no error',
        );
        if (wrong !== null) ledger.fault(wrong);
      }
      await killer.verify(script, lane, order(), ledger);
      failures.push(...ledger.verdict().failures);
      seen.renewed += ledger.verdict().renewed;
    }

    const work = async (number: number): Promise<void> => {
      const random = source.named(`lane ${number}`);
      while ((kills < killsAtLeast || Date.now() < until) && failures.length <= faultsAtMost) {
        await oneVault(join(base, String(number)), random);
      }
    };
    try {
      await Promise.all(Array.from({ length: lanes }, (_, number) => work(number)));
    } finally {
      await world.stop();
    }
    log(`migration.kill: ${kills} kills, ${seen.killsInOpening} in the opening, ${failures.length} failed`);
    return { tried: kills, failed: failures.length, ...seen, failures: failures.slice(0, 20) };
  },
};

/** The vault opens, every account has its tokens, and what opens the vault can be changed. Looks at a copy. */
async function wrongWith(vaultFolder: string, copy: string): Promise<string | null> {
  const { store, vault } = await openSoakVault(await copyFolder(vaultFolder, copy));
  for (const id of ids) {
    const account = store.accounts().find((one) => one.id === id);
    if (!account) return `${id}: deleted`;
    if (!account.grant?.accessToken || !account.grant.refreshToken?.value) return `${id}: without tokens`;
  }
  if (store.applications().length !== 1) return 'the application is gone';
  await vault.close();
  const opening = await openVault({ folder: copy, keychain: soakKeychain, kinds: recordKinds, cost: cheapCost });
  if (opening.state !== 'ready') return `opened once more, the vault is ${opening.state}`;
  if (opening.notices.length > 0) return `opened once more, it says ${opening.notices.join()}`;
  await opening.vault.keys.usePassphrase(passphrase);
  await opening.vault.close();
  const { store: again } = await openSoakVault(copy, { opener: { by: 'passphrase', passphrase } });
  return again.accounts().length === ids.length ? null : 'by its new passphrase it has other accounts';
}

function accountFiles(vaultFolder: string): Promise<(Uint8Array | null)[]> {
  return Promise.all(ids.map((id) => bytesOf(join(vaultFolder, `account-${id}.sealed`))));
}

async function isOldKeyFile(vaultFolder: string): Promise<boolean> {
  const bytes = await bytesOf(join(vaultFolder, keyFileName));
  const file = bytes === null ? 'damaged' : readKeyFile(bytes);
  return file !== 'damaged' && 'vaultId' in file && file.vaultId === null;
}

/** Null where there is no such file; whether that may be is judged by opening the vault. */
async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}
