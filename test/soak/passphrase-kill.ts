import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { VaultError } from '../../electron/vault/errors.ts';
import { keyFileName } from '../../electron/vault/key-file.ts';
import { soakContents, makeFilledVault, soakPassphrase, byId, today } from './transfer-kill-records.ts';
import type { KeyChange, SoakOpener } from './job-order.ts';
import { killJobs } from './kill-jobs.ts';
import type { Random } from './random.ts';
import type { SoakEntry } from './soak-entry.ts';
import { copyFolder, openSoakVault } from './soak-vault.ts';

/** What opens a vault. */
type Ways = { readonly opener: SoakOpener; readonly recovery: string | null };

/** Kills changes of what opens the vault: it opens in the old way or the new, and what was done stays done. */
export const passphraseKill: SoakEntry = {
  name: 'passphrase.kill',
  isRandom: true,
  run(run) {
    const left = { old: 0, new: 0 };
    return killJobs(
      {
        name: 'passphrase.kill',
        killsAtLeast: 60,
        result: () => ({ left }),
        async prepare(base) {
          const contents = soakContents();
          const vaultFolder = join(base, 'vault');
          await makeFilledVault(vaultFolder, contents);
          const accounts = byId(contents.accounts);
          let ways: Ways = { opener: { by: 'keychain' }, recovery: null };

          async function opensBy(opener: SoakOpener, folder: string): Promise<boolean> {
            try {
              const { store, vault } = await openSoakVault(await copyFolder(vaultFolder, folder), { opener });
              if (!isDeepStrictEqual(byId(store.accounts()), accounts))
                throw new Error('accounts are not what they were');
              await vault.close();
              return true;
            } catch (error) {
              // A vault that asks for its passphrase says `locked`; one that the passphrase does not open, this.
              if (error instanceof VaultError && error.code === 'wrong-passphrase') return false;
              if (error instanceof Error && error.message === 'the vault is locked') return false;
              throw error;
            }
          }

          /** Whether the generation before still opens so, on the day the newest key file is damaged. */
          async function opensOnceDamaged(opener: SoakOpener, folder: string): Promise<boolean> {
            await copyFolder(vaultFolder, folder);
            await writeFile(join(folder, keyFileName), 'damaged');
            return openSoakVault(folder, { opener }).then(
              () => true,
              () => false,
            );
          }

          async function areTheWays({ opener, recovery }: Ways, folder: string): Promise<boolean> {
            if (!(await opensBy(opener, folder))) return false;
            const { vault } = await openSoakVault(await copyFolder(vaultFolder, folder), { opener });
            const { keychain, hasRecovery } = vault.keys.ways;
            if ((keychain !== null) !== (opener.by === 'keychain')) return false;
            if (recovery === null) return !hasRecovery;
            return hasRecovery && (await opensBy({ by: 'passphrase', passphrase: recovery }, folder));
          }

          return async (random, folder) => {
            const before = ways;
            const change = drawChange(random, before);
            const after = changed(before, change);
            return Promise.resolve({
              kills: 1,
              order: {
                job: 'keys',
                change,
                vaultFolder,
                opener: before.opener,
                passphrase: soakPassphrase,
                now: today,
              },
              async judge(isDone) {
                const copy = join(folder, 'copy');
                if (await areTheWays(after, copy)) {
                  left.new += 1;
                  ways = after;
                  if (!isDone) return null;
                  for (const given of givenUp(before, after)) {
                    if (await opensBy(given, copy)) return 'the old way still opens';
                    if (await opensOnceDamaged(given, copy)) return 'the old way opens the generation before';
                  }
                  return null;
                }
                if (isDone) return 'told as done, and it was not';
                if (!(await areTheWays(before, copy))) return 'it opens in neither way';
                left.old += 1;
                return null;
              },
            });
          };
        },
      },
      run,
    );
  },
};

/** What opened before and is to open no longer: a recovery passphrase that was replaced too. */
function givenUp(before: Ways, after: Ways): readonly SoakOpener[] {
  const openersOf = ({ opener, recovery }: Ways): SoakOpener[] =>
    recovery === null ? [opener] : [opener, { by: 'passphrase', passphrase: recovery }];
  return openersOf(before).filter((old) => !openersOf(after).some((still) => isDeepStrictEqual(still, old)));
}

/** Each of the changes that there is now. */
function drawChange(random: Random, { opener, recovery }: Ways): KeyChange {
  const passphrase = `a passphrase of number ${random.below(2 ** 31)}`;
  const changes: KeyChange[] = [
    { act: 'use-passphrase', passphrase },
    { act: 'use-passphrase', passphrase },
    { act: 'set-recovery', passphrase },
    ...(opener.by === 'keychain' ? [] : [{ act: 'use-keychain' } as const]),
    ...(recovery === null ? [] : [{ act: 'set-recovery', passphrase: null } as const]),
  ];
  return random.pick(changes);
}

function changed({ opener, recovery }: Ways, change: KeyChange): Ways {
  switch (change.act) {
    case 'use-keychain':
      return { opener: { by: 'keychain' }, recovery };
    case 'use-passphrase':
      return { opener: { by: 'passphrase', passphrase: change.passphrase }, recovery };
    case 'set-recovery':
      return { opener, recovery: change.passphrase };
  }
}
