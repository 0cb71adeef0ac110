import { join } from 'node:path';
import {
  accountKind,
  applicationKind,
  type AccountRecord,
  type ApplicationRecord,
} from '../../electron/accounts/records.ts';
import type { Profile } from '../../electron/authorities/schema.ts';
import type { Change } from '../../electron/contract/snapshot.ts';
import type { VaultFileSystem } from '../../electron/vault/file-system.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { practiceProfiles } from '../fixtures/office.ts';
import { startPractice } from '../fixtures/practice.ts';
import {
  accountOf,
  anafApplication,
  openSoakOffice,
  soakKeychain,
  type Pair,
  type SoakOffice,
} from '../soak/soak-office.ts';
import { fillVault, readyVault } from './many-accounts.ts';

/** A practice ANAF, and programs over vaults whose accounts it renews. */
export type Bureau = {
  readonly driver: AnafDriver;
  readonly application: ApplicationRecord;
  /** A program over a new vault with `living` accounts of the authority and `others` that it never heard of. */
  open(name: string, accounts: { readonly living: number; readonly others: number }, more?: More): Promise<Desk>;
  close(): Promise<void>;
};

type More = { readonly fs?: VaultFileSystem; readonly announce?: (changes: readonly Change[]) => void };

export type Desk = {
  readonly program: SoakOffice;
  readonly vault: Vault;
  readonly vaultFolder: string;
  /** Ids of the accounts that the authority renews. */
  readonly living: readonly string[];
  account(id: string): AccountRecord;
};

const signInsAtOnce = 4;

export async function startBureau(folder: string): Promise<Bureau> {
  const practice = await startPractice();
  const driver = await anafDriver(practice);
  const application = anafApplication('application', driver.post);
  const profiles: readonly Profile[] = practiceProfiles(practice);
  return {
    driver,
    application,
    async open(name, { living, others }, more = {}) {
      const vaultFolder = join(folder, name);
      await fillVault(vaultFolder, soakKeychain, application, others);
      const program = await openSoakOffice({ vaultFolder, profiles: () => profiles, ...more });
      const vault = readyVault(program.opening);
      await vault.write(applicationKind, application.id, application);
      const ids = Array.from({ length: living }, (_, index) => `living-${index}`);
      const queue = ids.values();
      const signIn = async (): Promise<void> => {
        for (const id of queue) {
          const pair: Pair = await driver.pair();
          await vault.write(accountKind, id, accountOf(id, application, pair, Date.now()));
        }
      };
      await Promise.all(Array.from({ length: signInsAtOnce }, signIn));
      return {
        program,
        vault,
        vaultFolder,
        living: ids,
        account: (id) => vault.read(accountKind, id) ?? missing(id),
      };
    },
    close: () => practice.stop(),
  };
}

function missing(id: string): never {
  throw new Error(`${id} is not in the vault`);
}
